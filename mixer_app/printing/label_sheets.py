"""Sheets of labels: a page with its crop marks, and the foot below the labels where the stock leaves room."""

from collections.abc import Sequence
from itertools import islice
from typing import Final

from mixer_app.domain.stock import Stock, label_places
from mixer_app.printing.marks import CROP_OFF, crop_marks
from mixer_app.printing.paper import Paper

_OUTSIDE: Final = 4.0
_IN_GUTTER: Final = 2.2
_FOOT_FROM: Final = 10.0  # mm of margin that a foot needs
_COLUMNS: Final = (0.0, 0.537)  # where the texts of a foot begin, in shares of its width


def begin_sheet(paper: Paper, stock: Stock) -> None:
    """Start a page of this stock."""
    paper.begin_page(stock.page_width, stock.page_height, fixed=True)
    if not stock.crop_marks:
        return
    for label in islice(label_places(stock), stock.labels):
        row, column = divmod(label.index, stock.columns)
        across, down = stock.pitch_x - stock.label_width, stock.pitch_y - stock.label_height
        lengths = (
            _outside(stock.left) if column == 0 else _in_gutter(across),
            _outside(stock.top) if row == 0 else _in_gutter(down),
            _outside(stock.right) if column == stock.columns - 1 else _in_gutter(across),
            _outside(stock.bottom) if row == stock.rows - 1 else _in_gutter(down),
        )
        crop_marks(paper, (label.x, label.y, stock.label_width, stock.label_height), lengths)


def _outside(margin: float) -> float:
    return min(_OUTSIDE, margin - CROP_OFF)


def _in_gutter(gutter: float) -> float:
    """As long as there is room beside the next label's marks; with no gutter one cut does for both."""
    return min(_IN_GUTTER, gutter - 2 * CROP_OFF)


def draw_foot(paper: Paper, stock: Stock, texts: Sequence[str]) -> None:
    """Three texts below the labels; none where there is no room."""
    if stock.bottom < _FOOT_FROM:
        return
    caption = paper.look.caption
    baseline = stock.page_height - stock.bottom + 11.7 if stock.bottom >= 16 else stock.page_height - 5.0
    left, right = stock.left + 4.0, stock.page_width - stock.right - 4.0
    for text, share in zip(texts, _COLUMNS, strict=False):
        paper.text(left + (right - left) * share, baseline, text, caption, "text_muted")
    paper.text(right, baseline, texts[-1], caption, "text_muted", "right")
