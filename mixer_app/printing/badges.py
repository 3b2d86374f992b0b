"""Badges on label sheets: every face on the next label, with crop marks and a foot where the stock has them."""

from collections.abc import Callable, Sequence
from itertools import islice
from math import ceil
from pathlib import Path
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.paper import BadgeFace, PaperReport
from mixer_app.domain.progress import Progress, report
from mixer_app.printing import words
from mixer_app.printing.badge_bold import draw_bold
from mixer_app.printing.badge_classic import draw_classic
from mixer_app.printing.badge_minimal import draw_minimal
from mixer_app.printing.marks import crop_marks
from mixer_app.printing.paper import Paper, PrintKit
from mixer_app.printing.stock import LabelPlace, Stock, label_places

Design = Callable[[Paper, BadgeFace, float, float], None]

DESIGNS: Final[dict[str, Design]] = {"classic": draw_classic, "bold": draw_bold, "minimal": draw_minimal}
_NATURAL: Final = (90.0, 60.0)  # mm, the size the designs are drawn for
_OUTSIDE: Final = 4.0
_IN_GUTTER: Final = 2.2
_FOOT_FROM: Final = 10.0  # mm of margin that a foot needs


def write_badges(
    faces: Sequence[BadgeFace],
    stock: Stock,
    path: Path,
    *,
    start_at: int = 1,
    design: str = "classic",
    progress: Progress | None = None,
    kit: PrintKit | None = None,
) -> PaperReport:
    """Write the badges in the order given, from label `start_at` of the first sheet on."""
    if design not in DESIGNS:
        raise MixerError(f"“{design}” is not a badge design. Known are: {', '.join(DESIGNS)}.")
    places = list(islice(label_places(stock, start_at), len(faces)))
    sheets = ceil((start_at - 1 + len(faces)) / stock.labels)
    with Paper(path, title=words.BadgeWords.TITLE, kit=kit) as paper:
        if not faces:
            paper.begin_page(stock.page_width, stock.page_height)
        for number, (face, place) in enumerate(zip(faces, places, strict=True)):
            report(progress, number / len(faces), words.BadgeWords.PROGRESS)
            if number == 0 or place.index == 0:
                paper.begin_page(stock.page_width, stock.page_height)
                _furnish(paper, stock, design, place, number, len(faces), sheets)
            _draw(paper, face, stock, place, DESIGNS[design])
    report(progress, 1.0, words.BadgeWords.PROGRESS)
    return paper.report


def _draw(paper: Paper, face: BadgeFace, stock: Stock, place: LabelPlace, design: Design) -> None:
    """A label larger than the natural size is drawn larger; a smaller one has less on it."""
    scale = max(1.0, min(stock.label_width / _NATURAL[0], stock.label_height / _NATURAL[1]))
    with paper.placed(place.x, place.y, scale):
        design(paper, face, stock.label_width / scale, stock.label_height / scale)


def _furnish(paper: Paper, stock: Stock, design: str, place: LabelPlace, number: int, total: int, sheets: int) -> None:
    """Crop marks and the foot of a sheet."""
    if stock.crop_marks:
        for label in islice(label_places(stock), stock.labels):
            row, column = divmod(label.index, stock.columns)
            lengths = (
                _OUTSIDE if column == 0 else _IN_GUTTER,
                _OUTSIDE if row == 0 else _IN_GUTTER,
                _OUTSIDE if column == stock.columns - 1 else _IN_GUTTER,
                _OUTSIDE if row == stock.rows - 1 else _IN_GUTTER,
            )
            crop_marks(paper, (label.x, label.y, stock.label_width, stock.label_height), lengths)
    if stock.bottom >= _FOOT_FROM:
        _foot(paper, stock, design, place, number, total, sheets)


def _foot(paper: Paper, stock: Stock, design: str, place: LabelPlace, number: int, total: int, sheets: int) -> None:
    caption = paper.look.caption
    baseline = stock.page_height - stock.bottom + 11.7 if stock.bottom >= 16 else stock.page_height - 5.0
    left, right = stock.left + 4.0, stock.page_width - stock.right - 4.0
    label = f"{stock.label_width:g} × {stock.label_height:g}"
    grid = f"{stock.columns} × {stock.rows}"
    last = min(number + stock.labels - place.index, total)
    paper.text(left, baseline, words.BadgeWords.foot(design, label, grid, stock.page_name), caption, "text_muted")
    paper.text(
        left + (right - left) * 0.537, baseline, words.BadgeWords.labels(number + 1, last, total), caption, "text_muted"
    )
    paper.text(right, baseline, words.BadgeWords.sheet(place.sheet + 1, sheets), caption, "text_muted", "right")
