"""Match sheets: one person's evening, front and back side by side on A4 to fold, or two A5 pages."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from mixer_app.domain.paper import MatchSheet, PaperReport
from mixer_app.domain.progress import Progress, report
from mixer_app.printing import words
from mixer_app.printing.paper import A4, A5, Paper, PrintKit
from mixer_app.printing.sheet_back import MOST_MEETINGS, draw_back
from mixer_app.printing.sheet_front import FIRST_ROW, LAST_ROW, WIDTH, draw_front
from mixer_app.printing.sheet_rounds import ROOMS, Room, RoundRow, RoundText


def write_match_sheets(
    sheets: Sequence[MatchSheet],
    path: Path,
    *,
    fold: bool = True,
    progress: Progress | None = None,
    kit: PrintKit | None = None,
) -> PaperReport:
    """One A4 sheet a person, back at the left and front at the right to be folded; two A5 pages with `fold=False`."""
    with Paper(path, title=words.SheetWords.TITLE, kit=kit) as paper:
        if not sheets:
            paper.begin_page(*(A5 if not fold else (A4[1], A4[0])))
        for number, sheet in enumerate(sheets):
            report(progress, number / len(sheets), words.SheetWords.PROGRESS)
            for rows, room in _sheets_of(paper, sheet):
                _draw(paper, sheet, rows, room, fold=fold)
    report(progress, 1.0, words.SheetWords.PROGRESS)
    return paper.report


def _draw(paper: Paper, sheet: MatchSheet, rows: Sequence[RoundRow], room: Room, *, fold: bool) -> None:
    rounds = [row.round for row in rows]
    if not fold:
        paper.begin_page(*A5)
        draw_front(paper, sheet, rows, room)
        paper.begin_page(*A5)
        draw_back(paper, sheet, rounds)
        return
    paper.begin_page(A4[1], A4[0])
    middle = A4[1] / 2
    with paper.placed(0.25, 0):
        draw_back(paper, sheet, rounds)
    with paper.placed(middle + 0.25, 0):
        draw_front(paper, sheet, rows, room)


def _sheets_of(paper: Paper, sheet: MatchSheet) -> list[tuple[tuple[RoundRow, ...], Room]]:
    """The rounds on as few sheets as can be, with as much told of each as then fits; text is never made smaller."""
    texts = [RoundText(paper, one, WIDTH) for one in sheet.rounds]
    fewest: int | None = None
    for room in ROOMS:
        rows = _on_sheets([text.row(room) for text in texts], room)
        if len(rows) > 1 and fewest is None:
            fewest = len(_on_sheets([text.row(ROOMS[-1]) for text in texts], ROOMS[-1]))
        if len(rows) == (fewest or 1):
            return [(_with_prompts(on_sheet, texts, room), room) for on_sheet in rows]
    raise AssertionError("the last room needs the fewest sheets")


def _with_prompts(rows: tuple[RoundRow, ...], texts: Sequence[RoundText], room: Room) -> tuple[RoundRow, ...]:
    """Where prompts had to go, they come back round by round as far as there is room."""
    if room.prompts:
        return rows
    one_more = replace(room, prompts=1)
    fuller = {text.round.number: text.row(one_more) for text in texts}
    told = list(rows)
    for index, row in enumerate(rows):
        longer = [*told[:index], fuller[row.round.number], *told[index + 1 :]]
        told = longer if _height(longer, room) <= LAST_ROW - FIRST_ROW else told
    return tuple(told)


def _on_sheets(rows: Sequence[RoundRow], room: Room) -> list[tuple[RoundRow, ...]]:
    sheets: list[tuple[RoundRow, ...]] = [()]
    for row in rows:
        longer = (*sheets[-1], row)
        if not sheets[-1] or (_height(longer, room) <= LAST_ROW - FIRST_ROW and _meetings(longer) <= MOST_MEETINGS):
            sheets[-1] = longer
        else:
            sheets.append((row,))
    return sheets


def _height(rows: Sequence[RoundRow], room: Room) -> float:
    """Of all rows, without the air below the last."""
    return sum(row.height for row in rows) - 2.5 * room.padding


def _meetings(rows: Sequence[RoundRow]) -> int:
    return sum(len(row.round.meetings) for row in rows)
