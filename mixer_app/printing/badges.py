"""Badges on label sheets: every face on the next label, with crop marks and a foot where the stock has them."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from itertools import groupby, islice
from pathlib import Path
from typing import Final

from mixer_app.domain.badge_design import BadgeDesign, BadgePart
from mixer_app.domain.errors import MixerError
from mixer_app.domain.paper import BadgeFace, PaperReport
from mixer_app.domain.progress import Progress, report
from mixer_app.domain.stock import Box, Flip, LabelPlace, Stock, label_places
from mixer_app.printing import words
from mixer_app.printing.badge_back import draw_back
from mixer_app.printing.badge_bold import draw_bold
from mixer_app.printing.badge_classic import draw_classic
from mixer_app.printing.badge_minimal import draw_minimal
from mixer_app.printing.label_area import draw_behind, draw_fold, draw_in, label_area, panels
from mixer_app.printing.label_sheets import begin_sheet, draw_foot
from mixer_app.printing.paper import Paper, PrintKit, black_kit

Drawing = Callable[[Paper, BadgeFace, BadgeDesign, float, float], None]

DESIGNS: Final[dict[str, Drawing]] = {"classic": draw_classic, "bold": draw_bold, "minimal": draw_minimal}
_NATURAL: Final = (90.0, 60.0)  # mm, the size the designs are drawn for
_UPRIGHT: Final = 80.0  # mm, the least width that every design is drawn for
_LENGTHS: Final = (80.0, 120.0)  # mm of a badge cut from a roll, after its name and its job
_NAME_ON_ROLL_PT: Final = 24.0
_MARGINS: Final = 9.0


def write_badges(
    faces: Sequence[BadgeFace],
    stock: Stock,
    path: Path,
    *,
    start_at: int = 1,
    used: Collection[int] = (),
    design: BadgeDesign | None = None,
    flip: Flip = Flip.NONE,
    progress: Progress | None = None,
    kit: PrintKit | None = None,
) -> PaperReport:
    """Write the badges in the order given, from label `start_at` of the first sheet on, passing by `used` ones.

    With `flip` the backs follow each sheet, so that they lie behind their fronts; on folded stock front and
    back are on one label.
    """
    design = design or BadgeDesign()
    if design.name not in DESIGNS:
        raise MixerError(f"“{design.name}” is not a badge design. Known are: {', '.join(DESIGNS)}.")
    kit = black_kit(kit) if stock.black else kit
    with Paper(path, title=words.BadgeWords.TITLE, kit=kit, dpi=stock.dpi) as paper:
        stock = _cut_after_content(paper, faces, stock, design)
        places = list(islice(label_places(stock, start_at, used), len(faces)))
        if not faces:
            paper.begin_page(stock.page_width, stock.page_height)
        numbered = enumerate(zip(faces, places, strict=True))
        for sheet, group in groupby(numbered, key=lambda each: each[1][1].sheet):
            on_sheet = list(group)
            counted = on_sheet[0][0], len(on_sheet), len(faces)
            _furnish(paper, stock, design.name, sheet, counted, places[-1].sheet + 1)
            for number, (face, place) in on_sheet:
                report(progress, number / len(faces), words.BadgeWords.PROGRESS)
                _draw(paper, face, stock, place, design)
            if flip and not stock.fold:
                _draw_backs(paper, stock, [each for _, each in on_sheet], flip)
    report(progress, 1.0, words.BadgeWords.PROGRESS)
    return replace(paper.report, labels=len(faces))


def _draw(paper: Paper, face: BadgeFace, stock: Stock, place: LabelPlace, design: BadgeDesign) -> None:
    """The front, and the back where both are on one label."""
    front, back = panels(stock)

    def draw_front(width: float, height: float) -> None:
        scale = _scale(width, height)
        with paper.placed(0, 0, scale):
            DESIGNS[design.name](paper, face, design, width / scale, height / scale)

    def draw_rest(width: float, height: float) -> None:
        _draw_back(paper, face, width, height)

    draw_in(paper, stock, _moved(front, place), draw_front)
    if back is not None:
        draw_in(paper, stock, _moved(back, place), draw_rest)
        draw_fold(paper, stock, place.x, place.y)


def _draw_backs(paper: Paper, stock: Stock, on_sheet: Sequence[tuple[BadgeFace, LabelPlace]], flip: Flip) -> None:
    """A page with the backs of a sheet."""
    paper.begin_page(stock.page_width, stock.page_height, fixed=True)
    for face, place in on_sheet:
        front = Box(place.x, place.y, stock.label_width, stock.label_height)

        def draw(width: float, height: float, face: BadgeFace = face) -> None:
            _draw_back(paper, face, width, height)

        draw_behind(paper, stock, front, flip, draw)


def _draw_back(paper: Paper, face: BadgeFace, width: float, height: float) -> None:
    scale = _scale(width, height)
    with paper.placed(0, 0, scale):
        draw_back(paper, face, width / scale, height / scale)


def _scale(width: float, height: float) -> float:
    """A label larger than the natural size is drawn larger, an upright one more so; a smaller one has less on it."""
    natural = _NATURAL[0] if width > height else _UPRIGHT
    return max(1.0, min(width / natural, height / _NATURAL[1]))


def _moved(box: Box, place: LabelPlace) -> Box:
    return Box(place.x + box.x, place.y + box.y, box.width, box.height)


def _cut_after_content(paper: Paper, faces: Sequence[BadgeFace], stock: Stock, design: BadgeDesign) -> Stock:
    """A roll as long as the longest badge needs it, so that all are alike; other stock is as it is."""
    if not stock.longest:
        return stock
    name, look = paper.look.display.sized(_NAME_ON_ROLL_PT).weighing(700), paper.look
    wanted = [
        max(
            paper.width(face.name.shown if face.name else "", name),
            paper.width(face.title, look.caption.weighing(600)) * design.shows(BadgePart.TITLE),
            paper.width(face.employer, look.small) * design.shows(BadgePart.EMPLOYER),
        )
        for face in faces
    ]
    free = 2 * label_area(stock).y + _MARGINS
    length = min(max(_LENGTHS[0], *wanted, 0.0) + free, _LENGTHS[1], stock.longest)
    return stock.cut_to(round(length, 1))


def _furnish(paper: Paper, stock: Stock, design: str, sheet: int, on_sheet: tuple[int, int, int], sheets: int) -> None:
    """A sheet with its crop marks and its foot; `on_sheet` is its first badge, how many it has, and of how many."""
    begin_sheet(paper, stock)
    first, number, total = on_sheet
    label = f"{stock.label_width:g} × {stock.label_height:g}"
    grid = f"{stock.columns} × {stock.rows}"
    texts = (
        words.BadgeWords.foot(design, label, grid, stock.page_name),
        words.BadgeWords.labels(first + 1, first + number, total),
        words.BadgeWords.sheet(sheet + 1, sheets),
    )
    draw_foot(paper, stock, texts)
