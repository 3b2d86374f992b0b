"""An event: when, where, how many rounds, and by which rules people are brought together."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

DEFAULT_WEIGHTS: Final[dict[str, float]] = {
    "needs": 0.30,
    "topics": 0.25,
    "experience": 0.15,
    "field": 0.10,
    "wishes": 0.10,
    "reach": 0.05,
    "mentor_gain": 0.05,
}
"""Criteria of the default profile and their weights (proportions)."""


class EmployerRule(StrEnum):
    """What becomes of a pair from one employer."""

    NEVER = "never"
    PREFER_OUTSIDE = "prefer outside"
    IGNORE = "ignore"


class MetBeforeRule(StrEnum):
    """What becomes of a pair that met at an earlier event."""

    AVOID = "avoid"
    ALLOW = "allow"
    PREFER = "prefer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A milestone that makes mentoring urgent; a sensitive one never leaves the control station."""

    name: str
    sensitive: bool = False


DEFAULT_NEEDS: Final = (
    Need(name="New position"),
    Need(name="Organisational barrier"),
    Need(name="Interpersonal issue", sensitive=True),
    Need(name="Changing employer"),
    Need(name="Relocation"),
    Need(name="Clinical to administrative"),
    Need(name="Exploring"),
)


class QuestionKind(StrEnum):
    """How the answers to an imported question count for a pair."""

    OVERLAP = "overlap"
    SAME = "same"
    DIFFERENT = "different"
    GAP = "gap"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionCriterion:
    """A criterion that the organizer made from an imported question.

    `weight` is a proportion beside `DEFAULT_WEIGHTS`; `hard` makes DIFFERENT or SAME a rule that
    no pair may break. `scale` orders answers that are not numbers (grades), lowest first.
    """

    question: str
    kind: QuestionKind
    weight: float = 0.0
    hard: bool = False
    scale: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingRules:
    """Who may meet whom at an event, and what counts for a good pair."""

    weights: dict[str, float] = field(default_factory=lambda: dict(DEFAULT_WEIGHTS))
    questions: tuple[QuestionCriterion, ...] = ()
    employer: EmployerRule = EmployerRule.NEVER
    employer_aliases: tuple[tuple[str, ...], ...] = ()  # one employer each, short form first
    met_before: MetBeforeRule = MetBeforeRule.AVOID
    strong: float = 0.6
    floor: float = 0.0
    discovery: bool = False  # as many mentees as possible also meet a mentor of another field who fits a need
    minimum_gap_years: float = 2.0
    target_gap_years: float = 10.0
    minimum_gap_grades: float = 1.0  # steps of `experience_scale`
    target_gap_grades: float = 2.0
    experience_scale: tuple[str, ...] = ()  # grades, lowest first, when experience is given as a grade and not in years
    related_fields: tuple[tuple[str, ...], ...] = ()  # groups of fields that are near to each other


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlanning:
    """What an organizer chooses for a new event."""

    name: str
    starts_at: datetime  # of the first round, the wall clock of the venue, naive
    rounds: int = 5
    minutes: int = 10
    break_minutes: int = 2
    seats: int = 1  # mentees at a table in a round
    doors_at: datetime | None = None
    venue: str = ""
    language: str = "en"
    contact_email: str = ""
    needs: tuple[Need, ...] = DEFAULT_NEEDS
    topics: tuple[str, ...] = ()
    rules: MatchingRules = field(default_factory=MatchingRules)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundTimes:
    """When one round begins and ends, by the wall clock of the venue."""

    number: int  # from 1
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(EventPlanning):
    """An event as it is stored."""

    id: int
    created_at: datetime  # UTC, aware

    @property
    def date(self) -> date:
        """The day of the event."""
        return self.starts_at.date()

    def round_times(self) -> tuple[RoundTimes, ...]:
        """Start and end of every round, one after the other with the break between."""
        step = timedelta(minutes=self.minutes + self.break_minutes)
        length = timedelta(minutes=self.minutes)
        starts = [self.starts_at + index * step for index in range(self.rounds)]
        return tuple(
            RoundTimes(number=index + 1, starts_at=start, ends_at=start + length) for index, start in enumerate(starts)
        )

    def is_sensitive(self, need: str) -> bool:
        """Whether `need` may be seen by nobody but its owner and the control station."""
        return any(known.sensitive and known.name.casefold() == need.casefold() for known in self.needs)

    def rounds_between(self, arrives: time | None, leaves: time | None) -> tuple[bool, ...]:
        """For each round, whether someone who is there from `arrives` to `leaves` can sit through it."""
        return tuple(
            (arrives is None or times.starts_at.time() >= arrives)
            and (leaves is None or times.ends_at.time() <= leaves)
            for times in self.round_times()
        )
