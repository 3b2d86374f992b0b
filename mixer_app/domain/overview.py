"""Where an evening stands: what the first screen of an event tells at one look."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mixer_app.domain.people import HeadCounts


class Place(StrEnum):
    """The places of the application that a fact can lead to."""

    OVERVIEW = "overview"
    PEOPLE = "people"
    DESK = "desk"
    PLAN = "plan"
    LIVE = "live"
    PRINT = "print"
    FOLLOW_UP = "follow_up"


class StepState(StrEnum):
    """How far one step of the evening is; each has a shape of its own on the screen."""

    DONE = "done"
    ATTENTION = "attention"
    UNDER_WAY = "under way"
    TO_COME = "to come"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One of the six steps from registrations to follow-up."""

    number: int
    name: str
    state: StepState
    fact: str
    lack: str = ""
    place: Place
    current: bool = False  # exactly one step is

    @property
    def warns(self) -> bool:
        """Whether `lack` is something to put right."""
        return self.state is StepState.ATTENTION


@dataclass(frozen=True, slots=True)
class ArrivalBin:
    """How many had come by the end of five minutes, counted from the first arrival on."""

    starts_at: datetime  # the venue's wall clock
    mentors: int
    mentees: int


class Shortness(StrEnum):
    """How short the offer of a need or topic is, in the word that is shown."""

    ENOUGH = ""
    SHORT = "Short"
    VERY_SHORT = "Very short"


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplyRow:
    """How many mentees want a need or topic and how many mentors offer it."""

    name: str
    wanted: int
    offered: int
    offered_here: int = 0
    sensitive: bool = False  # shown on the control station only

    @property
    def shortness(self) -> Shortness:
        """Short from three mentees on for each mentor, very short above four or with nobody at all."""
        if self.wanted > 4 * self.offered:
            return Shortness.VERY_SHORT
        return Shortness.SHORT if self.wanted and self.wanted >= 3 * self.offered else Shortness.ENOUGH

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        said = f"{self.name}, {self.wanted} mentees want, {self.offered} mentors offer"
        return f"{said}, {self.shortness.lower()}" if self.shortness else said


class LookAtKind(StrEnum):
    """What a row of "To look at" is about; it chooses the icon."""

    SUPPLY = "supply"
    IMPORT = "import"
    PEOPLE = "people"
    CLOCK = "clock"
    PLAN = "plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAt:
    """Something that needs a person, and the place where it is put right."""

    kind: LookAtKind
    title: str
    detail: str
    place: Place
    target: str = ""  # what to look for there: a search for People


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything the Overview shows."""

    name: str
    caption: str  # date, times, venue, tables
    clock: str  # "first round in 18 min"; empty on other days
    steps: tuple[Step, ...]
    counts: HeadCounts
    arrivals: tuple[ArrivalBin, ...]
    needs: tuple[SupplyRow, ...]
    topics: tuple[SupplyRow, ...]
    to_look_at: tuple[LookAt, ...]  # worst first
