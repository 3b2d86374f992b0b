"""Match sheets: one person's evening, on the paper that the organizer chose."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from mixer_app.domain.paper import MatchSheet, PaperReport
from mixer_app.domain.progress import Progress, report
from mixer_app.domain.sheet_formats import SheetFormat
from mixer_app.printing import sheet_half, words
from mixer_app.printing.page_sizes import A4, A5
from mixer_app.printing.paper import Paper, PrintKit
from mixer_app.printing.sheet_back import MOST_MEETINGS, draw_back
from mixer_app.printing.sheet_card import CARD, cards_of, draw_card
from mixer_app.printing.sheet_card_back import draw_card_back
from mixer_app.printing.sheet_front import FIRST_ROW, LAST_ROW, WIDTH, draw_front
from mixer_app.printing.sheet_half import HALF_ROOMS, draw_half
from mixer_app.printing.sheet_rounds import ROOMS, Room, RoundRow, RoundText

_LARGE: Final = 1.4
_ACROSS: Final = (A4[1], A4[0])
_HALVES: Final = ((0.25, 0.0), (A4[1] / 2 + 0.25, 0.0))
_QUARTERS: Final = ((0.0, 0.0), (CARD[0], 0.0), (0.0, CARD[1]), CARD)
_HALVED: Final = (SheetFormat.HALF, SheetFormat.HALF_BACKS)
_QUARTERED: Final = (SheetFormat.CARD, SheetFormat.CARD_BACKS)

Part = Callable[[], None]
"""Draws one part of a page, at the origin."""


def write_match_sheets(
    sheets: Sequence[MatchSheet],
    path: Path,
    *,
    on: SheetFormat = SheetFormat.FOLDED,
    progress: Progress | None = None,
    kit: PrintKit | None = None,
) -> PaperReport:
    """A sheet a person, or two where the rounds need more room; text is never made smaller."""
    with Paper(path, title=words.SheetWords.TITLE, kit=kit) as paper:
        pages = _Pages(paper, on)
        for number, sheet in enumerate(sheets):
            report(progress, number / len(sheets), words.SheetWords.PROGRESS)
            for front, back in _parts(paper, sheet, on):
                pages.put(front, back)
        pages.end()
    report(progress, 1.0, words.SheetWords.PROGRESS)
    return paper.report


class _Pages:
    """Puts what is drawn for each person on the next place of a page, and behind it what belongs on its back."""

    def __init__(self, paper: Paper, on: SheetFormat) -> None:
        self._paper, self._on = paper, on
        self._page, self._places, self._scale = _LAYOUTS[on]
        self._taken = 0
        self._backs: list[tuple[tuple[float, float], Part]] = []

    def put(self, front: Part, back: Part | None) -> None:
        """On the next place."""
        if self._taken % len(self._places) == 0:
            self._turn_over()
            self._begin()
        x, y = self._places[self._taken % len(self._places)]
        self._taken += 1
        with self._paper.placed(x, y, self._scale):
            front()
        if back is not None:
            width = CARD[0] if self._on is SheetFormat.CARD_BACKS else A5[0]
            self._backs.append(((self._page[0] - x - width, y), back))

    def end(self) -> None:
        """The last backs; without anybody one empty page."""
        self._turn_over()
        if not self._taken:
            self._paper.begin_page(*self._page)

    def _begin(self) -> None:
        self._paper.begin_page(*self._page)
        _draw_cuts(self._paper, self._on)

    def _turn_over(self) -> None:
        if self._backs:
            self._begin()
        for place, back in self._backs:
            with self._paper.placed(*place, self._scale):
                back()
        self._backs.clear()


_LAYOUTS: Final[dict[SheetFormat, tuple[tuple[float, float], tuple[tuple[float, float], ...], float]]] = {
    SheetFormat.FOLDED: (_ACROSS, _HALVES, 1.0),
    SheetFormat.A5: (A5, ((0.0, 0.0),), 1.0),
    SheetFormat.HALF: (_ACROSS, _HALVES, 1.0),
    SheetFormat.HALF_BACKS: (_ACROSS, _HALVES, 1.0),
    SheetFormat.CARD: (A4, _QUARTERS, 1.0),
    SheetFormat.CARD_BACKS: (A4, _QUARTERS, 1.0),
    SheetFormat.LARGE: (A4, (((A4[0] - A5[0] * _LARGE) / 2, (A4[1] - A5[1] * _LARGE) / 2),), _LARGE),
}
"""The page, the places on it in the order in which they are filled (in mm), and how much larger all is."""


def _parts(paper: Paper, sheet: MatchSheet, on: SheetFormat) -> Iterator[tuple[Part, Part | None]]:
    """What is drawn for a person place by place, each with what belongs on the back of its place."""
    if on in _QUARTERED:
        kept = on is SheetFormat.CARD_BACKS
        for rows in cards_of(paper, sheet):
            card = partial(draw_card, paper, sheet, rows, kept=kept)
            back = partial(draw_card_back, paper, sheet, [row.round for row in rows])
            yield card, back if kept else None
        return
    half = on is SheetFormat.HALF
    rooms, last_row = (HALF_ROOMS, sheet_half.LAST_ROW) if half else (ROOMS, LAST_ROW)
    for rows, room in _sheets_of(paper, sheet, rooms, last_row - FIRST_ROW):
        front = partial(draw_front, paper, sheet, rows, room)
        back = partial(draw_back, paper, sheet, [row.round for row in rows])
        if half:
            yield partial(draw_half, paper, sheet, rows, room), None
        elif on is SheetFormat.HALF_BACKS:
            yield front, back
        else:
            first, second = (back, front) if on is SheetFormat.FOLDED else (front, back)
            yield first, None
            yield second, None


def _draw_cuts(paper: Paper, on: SheetFormat) -> None:
    """Short lines at the edges where a sheet is cut."""
    width, height = paper.size
    if on in (*_HALVED, *_QUARTERED):
        for top in (0.0, height - 4.0):
            paper.line(width / 2, top, width / 2, top + 4.0, 0.18, "text")
    if on in _QUARTERED:
        for left in (0.0, width - 4.0):
            paper.line(left, height / 2, left + 4.0, height / 2, 0.18, "text")


def _sheets_of(
    paper: Paper, sheet: MatchSheet, rooms: Sequence[Room], height: float
) -> list[tuple[tuple[RoundRow, ...], Room]]:
    """The rounds on as few sheets as can be, with as much told of each as then fits; text is never made smaller."""
    texts = [RoundText(paper, one, WIDTH) for one in sheet.rounds]
    fewest: int | None = None
    for room in rooms:
        rows = _on_sheets([text.row(room) for text in texts], room, height)
        if len(rows) > 1 and fewest is None:
            fewest = len(_on_sheets([text.row(rooms[-1]) for text in texts], rooms[-1], height))
        if len(rows) == (fewest or 1):
            return [(_with_prompts(on_sheet, texts, room, height), room) for on_sheet in rows]
    raise AssertionError("the last room needs the fewest sheets")


def _with_prompts(
    rows: tuple[RoundRow, ...], texts: Sequence[RoundText], room: Room, height: float
) -> tuple[RoundRow, ...]:
    """Where prompts had to go, they come back round by round as far as there is room."""
    told = list(rows)
    for prompts in range(room.prompts + 1, ROOMS[0].prompts + 1):
        fuller = {text.round.number: text.row(replace(room, prompts=prompts)) for text in texts}
        for index, row in enumerate(rows):
            longer = [*told[:index], fuller[row.round.number], *told[index + 1 :]]
            told = longer if _height(longer, room) <= height else told
    return tuple(told)


def _on_sheets(rows: Sequence[RoundRow], room: Room, height: float) -> list[tuple[RoundRow, ...]]:
    sheets: list[tuple[RoundRow, ...]] = [()]
    for row in rows:
        longer = (*sheets[-1], row)
        if not sheets[-1] or (_height(longer, room) <= height and _meetings(longer) <= MOST_MEETINGS):
            sheets[-1] = longer
        else:
            sheets.append((row,))
    return sheets


def _height(rows: Sequence[RoundRow], room: Room) -> float:
    """Of all rows, without the air below the last."""
    return sum(row.height for row in rows) - 2.5 * room.padding


def _meetings(rows: Sequence[RoundRow]) -> int:
    return sum(len(row.round.meetings) for row in rows)
