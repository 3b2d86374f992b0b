"""Would you like to stay in touch? What people answer about each other, and the sheets on which they do.

What is private here, and how it stays so: an answer is seen by nobody but its author and, on the entry
screen, by staff. An answer that the other side does not return with a yes of its own (a yes alone, a no,
"did not meet", a note, a mark, or none at all) changes nothing that an attendee can see or hold: no sheet,
summary, mail, file, or kiosk screen. Only what both sides want, a mutual match, is ever told.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role

HELPED_MOST: Final = 5
"""The highest mark for "this helped"; 1 is the lowest."""

FEWEST_TOLD: Final = 5
"""Marks are reported from so many on."""


class Answer(StrEnum):
    """One side's answer about the other."""

    YES = "yes"
    NO = "no"
    NOT_MET = "did not meet"


class AnswerSource(StrEnum):
    """Where an answer was given."""

    KIOSK = "kiosk"
    PAPER = "paper"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """An answer as it was given; `note` belongs to its author alone."""

    from_id: int
    to_id: int
    answer: Answer
    refer: bool = False  # the mentor would refer this mentee to someone better suited
    note: str = ""
    helped: int | None = None  # 1 to `HELPED_MOST`; None: not said
    source: AnswerSource = AnswerSource.PAPER
    at: datetime
    station: str = ""


class SheetState(StrEnum):
    """How far an answer sheet has been entered."""

    OPEN = "open"
    PARTLY = "partly entered"
    ENTERED = "entered"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One partner on someone's answer sheet, as staff see it while they enter it.

    Whether it became a mutual match stands here only once this side has answered: before that, staff
    see no more than whether the other's answer is in.
    """

    partner_id: int
    partner_code: str
    partner: PersonName
    partner_role: Role  # in this meeting
    round: int  # 0: met outside the plan
    table: int  # 0: met outside the plan
    given: GivenAnswer | None = None  # what counts; None: open
    set_aside: tuple[GivenAnswer, ...] = ()  # answers of other sources that do not count, the newest first
    partner_in: bool = False  # the partner's answer about this person is in
    mutual: bool | None = None  # None: one of the two has not answered yet
    met: bool = True  # False: staff noted on the evening that this talk did not take place
    referred: bool = False  # the mentor of the two has referred the mentee on

    @property
    def differs(self) -> bool:
        """Whether another source says something else, so that somebody should choose."""
        return self.given is not None and any(one.answer is not self.given.answer for one in self.set_aside)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSheet:
    """All whom one person met, and what they answered, for the entry screen of staff."""

    attendee_id: int
    code: str
    name: PersonName
    role: Role
    lines: tuple[SheetLine, ...]
    entered_at: datetime | None = None  # of the newest answer
    entered_where: str = ""

    @property
    def answered(self) -> int:
        """How many lines have an answer."""
        return sum(line.given is not None for line in self.lines)

    @property
    def state(self) -> SheetState:
        """Open, partly entered or entered."""
        return sheet_state(self.answered, len(self.lines))

    @property
    def next_open(self) -> int | None:
        """The place of the first line without an answer; None: all have one."""
        return next((place for place, line in enumerate(self.lines) if line.given is None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetProgress:
    """How many sheets of an event are in, of all who met somebody."""

    entered: int
    partly: int
    sheets: int

    @property
    def open(self) -> int:
        """Sheets without a single answer."""
        return self.sheets - self.entered - self.partly


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteredSheet:
    """One of the sheets that were entered last, for the list with Undo."""

    attendee_id: int
    code: str
    name: PersonName
    role: Role
    yes: int
    no: int
    not_met: int
    referrals: int
    at: datetime
    station: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskAnswerLine:
    """Someone whom the person at the kiosk has met. What was answered before is not shown again.

    A badge can be picked up by anyone, so a scan shows that there is an answer, not which.
    """

    partner_id: int
    name: PersonName
    role: Role  # in this meeting
    employer: str
    round: int  # 0: met outside the plan
    table: int
    answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskAnswerSheet:
    """Whom the person at the kiosk can answer about; nothing in it comes from the other side's answers."""

    attendee_id: int
    name: PersonName
    role: Role
    lines: tuple[KioskAnswerLine, ...]


def sheet_state(answered: int, lines: int) -> SheetState:
    """How far a sheet of so many lines is entered."""
    if not answered:
        return SheetState.OPEN
    return SheetState.ENTERED if answered >= lines else SheetState.PARTLY
