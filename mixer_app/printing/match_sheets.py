"""Match sheets: one person's evening, front and back side by side on A4 to fold, or two A5 pages."""

from collections.abc import Sequence
from pathlib import Path

from mixer_app.domain.paper import MatchSheet, PaperReport, SheetRound
from mixer_app.domain.progress import Progress, report
from mixer_app.printing import words
from mixer_app.printing.paper import A4, A5, Paper, PrintKit
from mixer_app.printing.sheet_back import MOST_MEETINGS, draw_back
from mixer_app.printing.sheet_front import FIRST_ROW, LAST_ROW, ROOMS, Room, draw_front, round_height


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
            for rounds, room in _sheets_of(paper, sheet):
                _draw(paper, sheet, rounds, room, fold=fold)
    report(progress, 1.0, words.SheetWords.PROGRESS)
    return paper.report


def _draw(paper: Paper, sheet: MatchSheet, rounds: Sequence[SheetRound], room: Room, *, fold: bool) -> None:
    if not fold:
        paper.begin_page(*A5)
        draw_front(paper, sheet, rounds, room)
        paper.begin_page(*A5)
        draw_back(paper, sheet, rounds)
        return
    paper.begin_page(A4[1], A4[0])
    middle = A4[1] / 2
    with paper.placed(0.25, 0):
        draw_back(paper, sheet, rounds)
    with paper.placed(middle + 0.25, 0):
        draw_front(paper, sheet, rounds, room)


def _sheets_of(paper: Paper, sheet: MatchSheet) -> list[tuple[tuple[SheetRound, ...], Room]]:
    """The rounds on as few sheets as can be, with as much told of each as then fits; text is never made smaller."""
    choices = [(_chunks(paper, sheet.rounds, room), room) for room in ROOMS]
    fewest = min(len(chunks) for chunks, _ in choices)
    chunks, room = next((chunks, room) for chunks, room in choices if len(chunks) == fewest)
    return [(chunk, room) for chunk in chunks]


def _chunks(paper: Paper, rounds: Sequence[SheetRound], room: Room) -> list[tuple[SheetRound, ...]]:
    chunks: list[tuple[SheetRound, ...]] = [()]
    for one in rounds:
        longer = (*chunks[-1], one)
        fits = _height(paper, longer, room) <= LAST_ROW - FIRST_ROW and _meetings(longer) <= MOST_MEETINGS
        if fits or not chunks[-1]:
            chunks[-1] = longer
        else:
            chunks.append((one,))
    return chunks


def _height(paper: Paper, rounds: Sequence[SheetRound], room: Room) -> float:
    """Of all rows, without the air below the last."""
    return sum(round_height(paper, one, room) for one in rounds) - 2.5 * room.padding


def _meetings(rounds: Sequence[SheetRound]) -> int:
    return sum(len(one.meetings) for one in rounds)
