"""The back of an A6 card, which stays with the person: goal, how to begin each talk, room for notes, one step."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mixer_app.domain.paper import MatchSheet, SheetMeeting, SheetRound
from mixer_app.printing import words
from mixer_app.printing.paper import Paper
from mixer_app.printing.paragraphs import paragraph
from mixer_app.printing.wrapping import shorten, wrap

_LEFT: Final = 7.0
_RIGHT: Final = 98.0
_WIDTH: Final = _RIGHT - _LEFT
_TALKS: Final = 28.4  # where the talks begin
_LAST: Final = 119.2  # and end
_STEP: Final = 124.6
_MEANING: Final = 138.0
_IN: Final = 3.9  # mm for the number of the round and the dash of a prompt
_NOTE: Final = (4.8, 8.4)  # mm down to a line to write on, at least and at most
_BESIDE: Final = 32.0  # where that line begins beside a name
_AIR: Final = 0.6
_WORD: Final = words.SheetWords


@dataclass(frozen=True, slots=True)
class _Talk:
    """One meeting; `number` is that of its round where it is the first of it."""

    number: str
    meeting: SheetMeeting
    prompts: tuple[str, ...]


def draw_card_back(paper: Paper, sheet: MatchSheet, rounds: Sequence[SheetRound]) -> None:
    """Goal, prompts and notes for the given rounds, one step, and what mentoring is."""
    look = paper.look
    _draw_goal(paper, sheet.goal)
    paper.text(_LEFT, _TALKS - 2.0, _WORD.NOTES, look.caption, "text_muted")
    talks, note = _talks(paper, rounds)
    top = _TALKS
    for talk in talks:
        top = _draw_talk(paper, talk, top, note)
    while top + _NOTE[1] <= _LAST:
        top += _NOTE[1]
        _writing_line(paper, top)
    paper.text(_LEFT, _STEP, _WORD.STEP, look.caption, "text_muted")
    _writing_line(paper, _STEP + 7.0)
    for index, line in enumerate(_WORD.CARD_MEANING):
        paper.text(_LEFT, _MEANING + index * look.small.line_mm, line, look.small, "text_muted")


def _talks(paper: Paper, rounds: Sequence[SheetRound]) -> tuple[list[_Talk], float]:
    """With as many prompts as there is room for, as many at each talk; and how far down the lines for notes are."""
    line = paper.look.small.line_mm
    for most in (2, 1, 0):
        talks = [
            _Talk(str(one.number) if index == 0 else "", meeting, _fitting(paper, meeting, most))
            for one in rounds
            for index, meeting in enumerate(one.meetings)
        ]
        text = sum(line * (1 + len(talk.prompts)) if talk.prompts else 0.0 for talk in talks)
        note = (_LAST - _TALKS - text) / max(len(talks), 1) - _AIR
        if note >= _NOTE[0] or most == 0:
            break
    return talks, min(note, _NOTE[1])


def _fitting(paper: Paper, meeting: SheetMeeting, most: int) -> tuple[str, ...]:
    """Those that stand whole on a line; only where none does, the first is cut."""
    width = _WIDTH - _IN
    whole = [prompt for prompt in meeting.prompts if len(wrap(paper.shaper, prompt, paper.look.small, width)) == 1]
    cut = [shorten(paper.shaper, prompt, paper.look.small, width)[0][0] for prompt in meeting.prompts[:1]]
    return tuple((whole or cut)[:most])


def _draw_goal(paper: Paper, goal: str) -> None:
    look = paper.look
    paper.text(_LEFT, 10.0, _WORD.GOAL, look.caption, "text_muted")
    if goal:
        paragraph(paper, _LEFT, 11.4, goal, look.strong, _WIDTH, lines=2)
    else:
        _writing_line(paper, 18.2)


def _draw_talk(paper: Paper, talk: _Talk, top: float, note: float) -> float:
    """Whose talk, prompts, a line for notes: below them, or beside the name where there are no prompts."""
    look, line = paper.look, paper.look.small.line_mm
    baseline = top + (look.small.rise_mm if talk.prompts else note - 0.7)
    paper.text(_LEFT, baseline, talk.number, look.caption.weighing(600).with_table_figures)
    room = _WIDTH - _IN if talk.prompts else _BESIDE - _LEFT - _IN - 2.0
    name = shorten(paper.shaper, words.called(talk.meeting.name), look.caption, room)[0]
    paper.text(_LEFT + _IN, baseline, name[0] if name else "", look.caption)
    for prompt in talk.prompts:
        baseline += line
        paper.line(_LEFT + 0.1, baseline - 1.05, _LEFT + 2.1, baseline - 1.05, 0.35, "accent")
        paper.text(_LEFT + _IN, baseline, prompt, look.small)
    foot = top + note + (line * (1 + len(talk.prompts)) if talk.prompts else 0.0)
    _writing_line(paper, foot, _LEFT if talk.prompts else _BESIDE)
    return foot + _AIR


def _writing_line(paper: Paper, y: float, left: float = _LEFT) -> None:
    paper.line(left, y, _RIGHT, y, 0.12, "text_muted")
