"""What of a label is drawn on: the part that its printer reaches, across or along, with a fold or without."""

from collections.abc import Callable
from typing import Final

from mixer_app.domain.stock import TOLERANCE_MM, Box, Flip, Fold, Stock, behind, stands_on_its_head
from mixer_app.printing.paper import Paper

Draw = Callable[[float, float], None]
"""Draws on a label of this width and height in mm whose top left is the origin."""

_KEPT_FREE: Final = 2.0  # mm that every badge design itself keeps free at its edge
_IN_A_CIRCLE: Final = (0.8, 0.6)  # of its diameter, a rectangle with its corners on the circle
_FOLD_TICK: Final = 4.0


def label_area(stock: Stock) -> Box:
    """The part of a label to draw on, from the label's own top left."""
    width, height = stock.label_width, stock.label_height
    if stock.radius >= min(width, height) / 2 - TOLERANCE_MM:
        reached = min(width, height) - 2 * max(stock.unreached_x, stock.unreached_y)
        wide, high = (share * reached for share in _IN_A_CIRCLE)
        return Box((width - wide) / 2, (height - high) / 2, wide, high)
    across, down = max(0.0, stock.unreached_x - _KEPT_FREE), max(0.0, stock.unreached_y - _KEPT_FREE)
    return Box(across, down, width - 2 * across, height - 2 * down)


def panels(stock: Stock) -> tuple[Box, Box | None]:
    """Front and back of a label, from its own top left; no back where it is not folded."""
    area = label_area(stock)
    if stock.fold is Fold.TOP:
        half = area.height / 2
        return Box(area.x, area.y + half, area.width, half), Box(area.x, area.y, area.width, half)
    if stock.fold is Fold.SIDE:
        half = area.width / 2
        return Box(area.x + half, area.y, half, area.height), Box(area.x, area.y, half, area.height)
    return area, None


def draw_in(paper: Paper, stock: Stock, box: Box, draw: Draw) -> None:
    """Draw in a box of the page, along it where badges lie across the label."""
    with paper.placed(box.x, box.y):
        if stock.turned:
            with paper.on_its_side(box.width), paper.facing(box.height):
                draw(box.height, box.width)
        else:
            with paper.facing(box.width):
                draw(box.width, box.height)


def draw_behind(paper: Paper, stock: Stock, front: Box, flip: Flip, draw: Draw) -> None:
    """Draw on the back of the sheet what lies behind the label whose front is in the box `front` of its page."""
    x, y = behind(stock, front.x, front.y, flip)
    area = label_area(stock)
    box = Box(x + area.x, y + area.y, area.width, area.height)
    if stands_on_its_head(stock, flip):
        with paper.turned(box.width, box.height, box.x, box.y):
            draw_in(paper, stock, Box(0, 0, box.width, box.height), draw)
    else:
        draw_in(paper, stock, box, draw)


def draw_fold(paper: Paper, stock: Stock, x: float, y: float) -> None:
    """Two dashed ticks where a label is folded, by the label's top left."""
    width, height = stock.label_width, stock.label_height
    dash, thin = (1.0, 0.6), 0.18
    if stock.fold is Fold.TOP:
        for left in (x, x + width - _FOLD_TICK):
            paper.line(left, y + height / 2, left + _FOLD_TICK, y + height / 2, thin, "text", dash)
    elif stock.fold is Fold.SIDE:
        for top in (y, y + height - _FOLD_TICK):
            paper.line(x + width / 2, top, x + width / 2, top + _FOLD_TICK, thin, "text", dash)
