"""After the evening: pairs who go on, and how they fare after three months."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from mixer_app.domain.roles import Role


class HowOften(StrEnum):
    """How often two who are in touch talk or write."""

    ONCE = "once"
    NOW_AND_THEN = "now and then"
    MONTHLY = "about monthly"
    OFTENER = "more often"


class GoalState(StrEnum):
    """What became of the goal that was set at the table."""

    REACHED = "reached"
    PARTLY = "partly"
    NOT_YET = "not yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCheck:
    """What staff were told about a pair, three months on; None where nobody knows."""

    in_touch: bool | None = None
    how_often: HowOften | None = None  # only of two who were in touch
    goal: GoalState | None = None
    goes_on: bool | None = None
    note: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing at all was filled in."""
        return self == ContactCheck()


class PairState(StrEnum):
    """Where a pair stands with its check."""

    DUE = "due"
    LATER = "later"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContinuingPair:
    """A mutual match, and what is known of it since."""

    event_id: int
    event_name: str
    day: date
    mentor_id: int  # attendee
    mentee_id: int  # attendee
    mentor: str
    mentee: str
    goal: str  # of the mentee, as set
    due: date
    state: PairState
    check: ContactCheck | None = None
    checked_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactFigures:
    """How many pairs were asked after three months, and how many of them had been in touch; true counts."""

    name: str  # of the event; empty: over all
    matches: int
    asked: int  # of whom it is known whether they were in touch
    in_touch: int
    go_on: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """All pairs of all events: due ones first, then those to come, then the ones that are done."""

    pairs: tuple[ContinuingPair, ...]
    overall: ContactFigures
    events: tuple[ContactFigures, ...]  # the latest first

    @property
    def due(self) -> int:
        """How many pairs are to be asked now."""
        return sum(pair.state is PairState.DUE for pair in self.pairs)


class Came(StrEnum):
    """Whether someone was at an event."""

    CAME = "came"
    STAYED_AWAY = "did not come"
    CANCELLED = "cancelled"
    EXPECTED = "is expected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """One event in a person's history; people who were forgotten are counted and not named."""

    event_id: int
    event_name: str
    day: date
    role: Role
    came: Came
    met: tuple[str, ...] = ()
    matched: tuple[str, ...] = ()  # of those met: both would like to stay in touch
    met_forgotten: int = 0


RESEARCH_SHARE: Final = 0.6
"""Pairs with further contact where goals were set and a reminder followed (Cellini 2017, Acad Pediatr 17:537)."""
