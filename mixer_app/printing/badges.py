"""Badges on label sheets: every face on the next label, with crop marks and a foot where the stock has them."""

from collections.abc import Callable, Sequence
from itertools import islice
from math import ceil
from pathlib import Path
from typing import Final

from mixer_app.domain.badge_design import BadgeDesign
from mixer_app.domain.errors import MixerError
from mixer_app.domain.paper import BadgeFace, PaperReport
from mixer_app.domain.progress import Progress, report
from mixer_app.printing import words
from mixer_app.printing.badge_bold import draw_bold
from mixer_app.printing.badge_classic import draw_classic
from mixer_app.printing.badge_minimal import draw_minimal
from mixer_app.printing.label_sheets import begin_sheet, draw_foot
from mixer_app.printing.paper import Paper, PrintKit
from mixer_app.printing.stock import LabelPlace, Stock, label_places

Drawing = Callable[[Paper, BadgeFace, BadgeDesign, float, float], None]

DESIGNS: Final[dict[str, Drawing]] = {"classic": draw_classic, "bold": draw_bold, "minimal": draw_minimal}
_NATURAL: Final = (90.0, 60.0)  # mm, the size the designs are drawn for


def write_badges(
    faces: Sequence[BadgeFace],
    stock: Stock,
    path: Path,
    *,
    start_at: int = 1,
    design: BadgeDesign | None = None,
    progress: Progress | None = None,
    kit: PrintKit | None = None,
) -> PaperReport:
    """Write the badges in the order given, from label `start_at` of the first sheet on."""
    design = design or BadgeDesign()
    if design.name not in DESIGNS:
        raise MixerError(f"“{design.name}” is not a badge design. Known are: {', '.join(DESIGNS)}.")
    places = list(islice(label_places(stock, start_at), len(faces)))
    sheets = ceil((start_at - 1 + len(faces)) / stock.labels)
    with Paper(path, title=words.BadgeWords.TITLE, kit=kit) as paper:
        if not faces:
            paper.begin_page(stock.page_width, stock.page_height)
        for number, (face, place) in enumerate(zip(faces, places, strict=True)):
            report(progress, number / len(faces), words.BadgeWords.PROGRESS)
            if number == 0 or place.index == 0:
                _furnish(paper, stock, design.name, place, number, len(faces), sheets)
            _draw(paper, face, stock, place, design)
    report(progress, 1.0, words.BadgeWords.PROGRESS)
    return paper.report


def _draw(paper: Paper, face: BadgeFace, stock: Stock, place: LabelPlace, design: BadgeDesign) -> None:
    """A label larger than the natural size is drawn larger; a smaller one has less on it."""
    scale = max(1.0, min(stock.label_width / _NATURAL[0], stock.label_height / _NATURAL[1]))
    with paper.placed(place.x, place.y, scale):
        DESIGNS[design.name](paper, face, design, stock.label_width / scale, stock.label_height / scale)


def _furnish(paper: Paper, stock: Stock, design: str, place: LabelPlace, number: int, total: int, sheets: int) -> None:
    """A sheet with its crop marks and its foot."""
    begin_sheet(paper, stock)
    label = f"{stock.label_width:g} × {stock.label_height:g}"
    grid = f"{stock.columns} × {stock.rows}"
    last = min(number + stock.labels - place.index, total)
    texts = (
        words.BadgeWords.foot(design, label, grid, stock.page_name),
        words.BadgeWords.labels(number + 1, last, total),
        words.BadgeWords.sheet(place.sheet + 1, sheets),
    )
    draw_foot(paper, stock, texts)
