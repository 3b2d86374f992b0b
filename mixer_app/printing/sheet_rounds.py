"""The text of the rounds on a match sheet, broken into lines once and laid out for as much room as there is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

from mixer_app.domain.paper import SheetMeeting, SheetRound
from mixer_app.domain.people import PersonName
from mixer_app.printing import words
from mixer_app.printing.fitting import fit_line
from mixer_app.printing.look import Type
from mixer_app.printing.paper import Paper
from mixer_app.printing.paragraphs import emphasised, sentences, span_lines
from mixer_app.printing.wrapping import Span, shorten, wrap_spans

DASH: Final = 3.9  # mm that a prompt stands in from its dash
_ROOM_FOR_A_JOB: Final = 15.0
_APART: Final = 1.17  # mm more than a line between the person, why, and the prompts
_BETWEEN: Final = 5.4  # mm from the last line of one mentee to the name of the next, at least


class Company(StrEnum):
    """Where the others at the table are named."""

    BELOW = "below"  # on a line of their own
    BESIDE = "beside"  # behind the partner's name where there is room, else below
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Room:
    """How much of a round is told: lines of why, prompts, how close rows stand, and who else is at the table."""

    why: int
    prompts: int
    padding: float = 1.0
    company: Company = Company.BELOW


ROOMS: Final = (
    Room(2, 2),
    Room(2, 2, 0.8),
    Room(2, 2, 0.7, Company.BESIDE),
    Room(2, 2, 0.6, Company.BESIDE),
    Room(1, 2, 0.6, Company.BESIDE),
    Room(2, 1),
    Room(2, 1, 0.8),
    Room(1, 1, 0.8),
    Room(1, 1, 0.7),
    Room(1, 1, 0.6),
    Room(1, 0, 0.6),
)


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a round's text: how far below the line above, what, and whether a dash stands before it."""

    down: float
    spans: tuple[Span, ...]
    dash: bool = False


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round as it stands on the sheet; `height` is that of its row in mm."""

    round: SheetRound
    lines: tuple[TextLine, ...]
    height: float


class RoundText:
    """One round of a sheet; what does not depend on the room is measured once."""

    def __init__(self, paper: Paper, meeting_round: SheetRound, width: float) -> None:
        self.round = meeting_round
        alone = len(meeting_round.meetings) == 1
        self._partners = [
            _Alone(paper, meeting, width, meeting_round.company) if alone else _OfSeveral(paper, meeting, width)
            for meeting in meeting_round.meetings
        ]

    def row(self, room: Room) -> RoundRow:
        """The round with as much told as `room` says."""
        if not self._partners:
            return RoundRow(self.round, (), 13.7 * max(room.padding, 0.9))
        lines = [line for index, partner in enumerate(self._partners) for line in partner.lines(room, first=index == 0)]
        text = 8.3 * room.padding + 1.6 * (1 - room.padding) + sum(line.down for line in lines) + 4.2 * room.padding
        return RoundRow(self.round, tuple(lines), max(text, 19.4 + 2.6 * room.padding))


class _Partner:
    """A partner's lines: why they were chosen and how to begin."""

    def __init__(self, paper: Paper, meeting: SheetMeeting, width: float) -> None:
        self._paper = paper
        self._look = paper.look
        self._meeting = meeting
        self._width = width
        self._whys: dict[int, list[list[Span]]] = {}

    def lines(self, room: Room, *, first: bool) -> list[TextLine]:
        raise NotImplementedError

    def _why(self, most: int, down: float) -> list[TextLine]:
        if most not in self._whys:
            self._whys[most] = self._whole_sentences(most)
        rows = self._whys[most]
        return [TextLine(self._look.small.line_mm if index else down, tuple(row)) for index, row in enumerate(rows)]

    def _whole_sentences(self, most: int) -> list[list[Span]]:
        """As many sentences as fit whole; only where not one does, the first is cut."""
        told: list[str] = []
        rows: list[list[Span]] = []
        for sentence in self._meeting.why:
            longer = wrap_spans(self._paper.shaper, self._spans([*told, sentence]), self._width)
            if len(longer) <= most:
                told, rows = [*told, sentence], longer
        if rows or not self._meeting.why:
            return rows
        return span_lines(self._paper.shaper, self._spans(self._meeting.why[:1]), self._width, most)

    def _spans(self, told: Sequence[str]) -> list[Span]:
        strong = self._look.caption.weighing(600)
        return emphasised(sentences(told), self._meeting.shared, self._look.small, strong)

    def _prompts(self, most: int, down: float) -> list[TextLine]:
        small = self._look.small
        return [
            TextLine(small.line_mm if index else down, (Span(prompt, small),), dash=True)
            for index, prompt in enumerate(self._shown_prompts[:most])
        ]

    @cached_property
    def _shown_prompts(self) -> list[str]:
        """Prompts on a line each; those that fit whole come first."""
        shown = [
            shorten(self._paper.shaper, prompt, self._look.small, self._width - DASH)
            for prompt in self._meeting.prompts
        ]
        return [lines[0] for lines, _ in sorted(shown, key=lambda one: not one[1]) if lines]


class _Alone(_Partner):
    """The one partner of a round, large."""

    def __init__(self, paper: Paper, meeting: SheetMeeting, width: float, company: Sequence[str]) -> None:
        super().__init__(paper, meeting, width)
        self._company = company

    def lines(self, room: Room, *, first: bool) -> list[TextLine]:
        apart = self._look.small.line_mm + _APART * room.padding
        return [*self._who(room.company), *self._why(room.why, apart), *self._prompts(room.prompts, apart)]

    def _who(self, where: Company) -> list[TextLine]:
        name, about = self._name, self._about
        if where is Company.BESIDE and (beside := self._with_company_beside):
            return [*name[:-1], beside, *about]
        return [*name, *about, *(self._others if where is not Company.NOT else [])]

    @cached_property
    def _name(self) -> list[TextLine]:
        look = self._look
        rows = name_spans(self._paper, self._meeting.name, look.title, look.caption, self._width)
        return [TextLine(look.title.line_mm * 0.85 if index else 0.0, tuple(row)) for index, row in enumerate(rows)]

    @cached_property
    def _with_company_beside(self) -> TextLine | None:
        """The last line of the name with the others behind it; None where they do not fit."""
        if not self._company:
            return None
        last, small = self._name[-1], self._look.small
        *before, name = last.spans
        others = Span(words.SheetWords.company(self._company), small, "text_muted")
        spans = (*before, replace(name, text=f"{name.text}  "), others)
        wide = sum(self._paper.width(span.text, span.kind) for span in spans)
        return replace(last, spans=spans) if wide <= self._width else None

    @cached_property
    def _about(self) -> list[TextLine]:
        look, shaper, meeting = self._look, self._paper.shaper, self._meeting
        about, _ = shorten(shaper, words.job(meeting.title, meeting.employer), look.small, self._width)
        down = 4.65 + (0.6 if meeting.name.native else 0)
        return [TextLine(down, (Span(line, look.small, "text_muted"),)) for line in about]

    @cached_property
    def _others(self) -> list[TextLine]:
        if not self._company:
            return []
        small, meeting = self._look.small, self._meeting
        company, _ = shorten(self._paper.shaper, words.SheetWords.company(self._company), small, self._width)
        down = small.line_mm if words.job(meeting.title, meeting.employer) else 4.65
        return [TextLine(down, (Span(line, small, "text_muted"),)) for line in company]


class _OfSeveral(_Partner):
    """One of a table of mentees: name and job, one line of why, one prompt."""

    def lines(self, room: Room, *, first: bool) -> list[TextLine]:
        name, *rest = self._who
        if not first:
            name = replace(name, down=max(_BETWEEN, 6.2 * room.padding))
        return [name, *rest, *self._why(1, 4.5), *self._prompts(1, 4.4)]

    @cached_property
    def _who(self) -> list[TextLine]:
        look, meeting = self._look, self._meeting
        name = Span(f"{self._paper.mark}{meeting.name.shown}", look.strong)
        left = self._width - self._paper.width(name.text, name.kind) - 2.0
        about, _ = shorten(self._paper.shaper, words.job(meeting.title, meeting.employer), look.small, left)
        rows = wrap_spans(self._paper.shaper, [name], self._width)
        if about and left > _ROOM_FOR_A_JOB:
            rows = [[replace(name, text=f"{name.text}  "), Span(about[0], look.small, "text_muted")]]
        return [TextLine(4.6 if index else 0.0, tuple(row)) for index, row in enumerate(rows)]


def name_spans(paper: Paper, name: PersonName, kind: Type, latin: Type, width: float) -> list[list[Span]]:
    """A name on one line (fitted down to 10.5 pt) or two: own script large, Latin form small beside or below it."""
    if name.native and name.native != name.full:
        beside = Span(name.full.replace(" ", "\u00a0"), latin, "text_muted")
        own = f"{paper.mark}{name.native}  "
        kind = fit_line(paper.shaper, own, width - paper.width(beside.text, latin), kind, 12.0) or kind
        return wrap_spans(paper.shaper, [Span(own, kind), beside], width)
    fitted = fit_line(paper.shaper, name.full, width, kind, 10.5) or kind.sized(10.5)
    return wrap_spans(paper.shaper, [Span(name.full, fitted)], width)
