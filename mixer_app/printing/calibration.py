"""The test page of a printer: rulers, crosses and the outlines of the labels; no text but figures."""

from pathlib import Path
from typing import Final

from mixer_app.domain.correction import Crosses, crosses_of
from mixer_app.domain.paper import PaperReport
from mixer_app.domain.stock import Stock, label_boxes
from mixer_app.printing.look import Type
from mixer_app.printing.paper import Paper, PrintKit, black_kit

_ARM: Final = 5.0  # mm of a cross, from its middle
_THIN: Final = 0.18
_OUTLINE: Final = 0.1
_TICKS: Final = {10: 3.0, 5: 2.2}  # mm of a ruler's tick at every so many mm
_SHORT_TICK: Final = 1.4
_CLEAR: Final = 6.0  # mm before the end of a ruler without a figure
_ARROW: Final = 1.2
_TITLE: Final = "+"


def write_test_page(stock: Stock, path: Path, *, kit: PrintKit | None = None) -> PaperReport:
    """One page of this stock: the first cross shows which way is more (+), the rulers how far a cross should be."""
    with Paper(path, title=_TITLE, kit=black_kit(kit)) as paper:
        paper.begin_page(stock.page_width, stock.page_height, fixed=True)
        for box in label_boxes(stock):
            paper.rectangle(
                box.x, box.y, box.width, box.height, radius=stock.radius, stroke="text", line=_OUTLINE, dash=(1.0, 1.0)
            )
        crosses = crosses_of(stock)
        _draw_rulers(paper, crosses)
        for x in (crosses.left, crosses.left + crosses.across):
            for y in (crosses.top, crosses.top + crosses.down):
                _draw_cross(paper, x, y)
        _draw_signs(paper, crosses)
        _draw_distances(paper, crosses)
    return paper.report


def _draw_cross(paper: Paper, x: float, y: float) -> None:
    paper.line(x - _ARM, y, x + _ARM, y, _THIN, "text")
    paper.line(x, y - _ARM, x, y + _ARM, _THIN, "text")


def _draw_rulers(paper: Paper, crosses: Crosses) -> None:
    """From cross to cross, a tick at every millimetre, below the upper and right of the left line."""
    left, top = crosses.left, crosses.top
    paper.line(left, top, left + crosses.across, top, _THIN, "text")
    paper.line(left, top, left, top + crosses.down, _THIN, "text")
    figure = _figure(paper)
    for at in range(1, int(crosses.across)):
        length = _tick(at)
        paper.line(left + at, top, left + at, top + length, _OUTLINE, "text")
        if at % 20 == 0 and crosses.across - at > _CLEAR:
            paper.text(left + at, top + length + 3.4, str(at), figure, "text", "centre")
    for at in range(1, int(crosses.down)):
        length = _tick(at)
        paper.line(left, top + at, left + length, top + at, _OUTLINE, "text")
        if at % 20 == 0 and crosses.down - at > _CLEAR:
            paper.text(left + length + 1.0, top + at + 1.15, str(at), figure)


def _draw_signs(paper: Paper, crosses: Crosses) -> None:
    """Arrows at the last cross: to the right and down is more (+), to the left and up is less (−)."""
    x, y = crosses.left + crosses.across, crosses.top + crosses.down
    figure = _figure(paper)
    for dx, dy, sign in ((1, 0, "+"), (-1, 0, "−"), (0, 1, "+"), (0, -1, "−")):
        tip = (x + dx * _ARM, y + dy * _ARM)
        back = (tip[0] - dx * _ARROW, tip[1] - dy * _ARROW)
        wings = [(back[0] + dy * _ARROW / 2, back[1] + dx * _ARROW / 2), tip]
        paper.polygon([*wings, (back[0] - dy * _ARROW / 2, back[1] - dx * _ARROW / 2)], fill="text")
        beside = (tip[0] - dx * 1.6 + abs(dy) * 1.8, tip[1] + 1.15 - dy * 0.6 - abs(dx) * 1.9)
        paper.text(*beside, sign, figure, "text", "centre")


def _draw_distances(paper: Paper, crosses: Crosses) -> None:
    """How far the first cross is from the edges of the paper, and the others from it."""
    left, top = crosses.left, crosses.top
    figure = _figure(paper)
    for value, x, y in (
        (left, left - 0.8, top + 4.0),
        (crosses.across, left + crosses.across - _ARM - 1.0, top - 1.0),
    ):
        paper.text(x, y, f"{value:.1f}", figure, "text", "right")
    paper.text(left - 0.8, top - 1.5, f"{top:.1f}", figure, "text", "right")
    paper.text(left + _TICKS[10] + 1.0, top + crosses.down - 1.0, f"{crosses.down:.1f}", figure)


def _tick(at: int) -> float:
    return next((length for every, length in _TICKS.items() if at % every == 0), _SHORT_TICK)


def _figure(paper: Paper) -> Type:
    return paper.look.caption.with_table_figures
