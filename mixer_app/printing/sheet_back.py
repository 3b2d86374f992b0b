"""The back of a match sheet: goal and notes stay with the person, the strip below goes back to staff."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from mixer_app.domain.badge_code import spaced
from mixer_app.domain.paper import MatchSheet, SheetRound
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.printing import words
from mixer_app.printing.fitting import fit_line
from mixer_app.printing.marks import badge_qr, check_mark, tick_box
from mixer_app.printing.paper import Paper
from mixer_app.printing.paragraphs import paragraph
from mixer_app.printing.sheet_front import FOOT, LEFT, RIGHT

MOST_MEETINGS: Final = 9  # columns of the strip
_WRITING: Final = 36.0
_ANSWER: Final = _WRITING + 4.9
_BOX: Final = 4.2
_WIDEST_COLUMN: Final = 18.0
_NARROW: Final = 12.0
_NOTES_TOP: Final = 31.3
_NOTES_FOOT: Final = 98.4
_TEAR: Final = 156.0
_WORD: Final = words.SheetWords


@dataclass(frozen=True, slots=True)
class _Met:
    round: int
    name: PersonName


def draw_back(paper: Paper, sheet: MatchSheet, rounds: Sequence[SheetRound]) -> None:
    """Goal, notes, one step, what mentoring is, and the strip for the given rounds."""
    _draw_goal(paper, sheet.goal)
    _draw_notes(paper, _met(rounds))
    caption = paper.look.caption
    paper.text(LEFT, 104.8, _WORD.STEP, caption, "text_muted")
    _writing_line(paper, LEFT, 113.0)
    _draw_meaning(paper)
    draw_strip(paper, sheet, rounds)


def draw_strip(paper: Paper, sheet: MatchSheet, rounds: Sequence[SheetRound]) -> None:
    """The strip that goes back to the desk, below its tear line."""
    _draw_tear(paper)
    _draw_answers(paper, sheet, _met(rounds))


def _met(rounds: Sequence[SheetRound]) -> list[_Met]:
    return [_Met(one.number, meeting.name) for one in rounds for meeting in one.meetings]


def _called_in(paper: Paper, name: PersonName, width: float) -> str:
    """The given name, its first word or the initials: the first that fits the width."""
    given = words.called(name)
    choices = (given, given.split(" ")[0])
    return next((text for text in choices if paper.width(text, paper.look.caption) <= width), _initials(name))


def _initials(name: PersonName) -> str:
    return "".join(part[0] for part in (words.called(name), name.family or name.full.split(" ")[-1]) if part)


def _draw_goal(paper: Paper, goal: str) -> None:
    look = paper.look
    paper.text(LEFT, 12.2, _WORD.GOAL, look.caption, "text_muted")
    if not goal:
        _writing_line(paper, LEFT, 20.5)
        return
    kind = fit_line(paper.shaper, goal, RIGHT - LEFT, look.title, 12.0)
    if kind:
        paper.text(LEFT, 19.1, goal, kind)
    else:
        paragraph(paper, LEFT, 14.2, goal, look.strong, RIGHT - LEFT, lines=2)


def _draw_notes(paper: Paper, met: Sequence[_Met]) -> None:
    look = paper.look
    paper.text(LEFT, 29.4, _WORD.NOTES, look.caption, "text_muted")
    if not met:
        for line in range(8):
            _writing_line(paper, LEFT, 39.55 + line * 8.0)
        return
    pitch = min(16.4, (_NOTES_FOOT - _NOTES_TOP) / len(met))
    lines = 2 if pitch >= 13.0 else 1
    for index, one in enumerate(met):
        first = _NOTES_TOP + index * pitch + min(8.2, pitch)
        if index == 0 or met[index - 1].round != one.round:
            paper.text(LEFT, first - 0.7, str(one.round), look.caption.weighing(600).with_table_figures)
        paper.text(LEFT + 5.0, first - 0.7, _called_in(paper, one.name, _WRITING - LEFT - 6.0), look.caption)
        for line in range(lines):
            _writing_line(paper, _WRITING, first + line * min(7.4, pitch / 2))


def _draw_meaning(paper: Paper) -> None:
    look = paper.look
    middle = LEFT + 68.1
    paper.text(LEFT, 122.45, _WORD.IS, look.caption, "text_muted")
    paper.text(middle, 122.45, _WORD.IS_NOT, look.caption, "text_muted")
    for index, (positive, negative) in enumerate(zip(_WORD.IS_LINES, _WORD.IS_NOT_LINES, strict=True)):
        baseline = 127.45 + index * 4.5
        check_mark(paper, LEFT + 0.3, baseline + 0.15, 2.5)
        paper.text(LEFT + 4.2, baseline, positive, look.small)
        paper.line(middle + 0.1, baseline - 1.05, middle + 2.5, baseline - 1.05, 0.35, "text_muted")
        paper.text(middle + 4.3, baseline, negative, look.small)


def _draw_tear(paper: Paper) -> None:
    caption = paper.look.caption
    width = paper.text(74, _TEAR + 1.0, _WORD.TEAR, caption, "text_muted", "centre")
    for start, end in ((0.0, 74 - width / 2 - 3.1), (74 + width / 2 + 3.1, 148.0)):
        paper.line(start, _TEAR - 0.1, end, _TEAR - 0.1, 0.22, "text_muted", (0.7, 0.55))


def _draw_answers(paper: Paper, sheet: MatchSheet, met: Sequence[_Met]) -> None:
    look = paper.look
    badge_qr(paper, LEFT, 163.6, 20, sheet.code)
    paper.text(LEFT + 10, 187.75, spaced(sheet.code), look.caption.as_code, "text_muted", "centre")
    paper.text(_WRITING, 168.0, _WORD.STAY, look.title)
    refers_on = sheet.role is Role.MENTOR
    ticked = (*_WORD.ANSWERS,) if refers_on else (*_WORD.ANSWERS, _WORD.REFER_ME)
    words_end = _ANSWER + max(paper.width(answer, look.small) for _, answer in ticked) + 1.8
    pitch = min(_WIDEST_COLUMN, (RIGHT - words_end - _BOX / 2) / max(0.5, len(met) - 0.5))
    middles = [RIGHT - pitch * (len(met) - index - 0.5) for index in range(len(met))]
    _draw_columns(paper, met, middles, pitch)
    for row, (key, answer) in enumerate((*ticked, _WORD.REFER_ON) if refers_on else ticked):
        top = 173.0 + row * 5.65
        paper.line(_WRITING, top, RIGHT, top, 0.35, "line")
        paper.text(_WRITING, top + 3.95, key, look.caption.weighing(600).with_table_figures)
        written = paper.text(_ANSWER, top + 3.95, answer, look.small)
        if row == len(ticked):
            _writing_line(paper, _ANSWER + written + 2, top + 4.6)
            continue
        for middle in middles:
            tick_box(paper, middle - _BOX / 2, top + 0.8, _BOX)
    paper.text(LEFT, FOOT, _WORD.PRIVACY, look.small, "text_muted")


def _draw_columns(paper: Paper, met: Sequence[_Met], middles: Sequence[float], pitch: float) -> None:
    """Rounds, each once over its meetings, and names: where many columns leave no room, initials in all."""
    caption = paper.look.caption
    for _, group in groupby(zip(met, middles, strict=True), key=lambda column: column[0].round):
        columns = list(group)
        number = columns[0][0].round
        heading = _WORD.round(number)
        room = pitch * len(columns) - 0.4
        shown = heading if paper.width(heading, caption) <= room else str(number)
        middle = (columns[0][1] + columns[-1][1]) / 2
        paper.text(middle, 167.65, shown, caption, "text_muted", "centre")
    for text, middle in zip(_apart(paper, met, pitch), middles, strict=True):
        paper.text(middle, 171.65, text, caption, "text", "centre")


def _apart(paper: Paper, met: Sequence[_Met], pitch: float) -> list[str]:
    """Given names where no two touch; else initials, in narrow columns for all."""
    given = [words.called(one.name) for one in met]
    widths = [paper.width(name, paper.look.caption) for name in given]
    if (
        all((one + other) / 2 + 1.0 <= pitch for one, other in pairwise(widths))
        and max(widths, default=0.0) <= _WIDEST_COLUMN
    ):
        return given
    if pitch < _NARROW:
        return [_initials(one.name) for one in met]
    return [_called_in(paper, one.name, pitch - 0.8) for one in met]


def _writing_line(paper: Paper, left: float, y: float) -> None:
    paper.line(left, y, RIGHT, y, 0.12, "text_muted")
