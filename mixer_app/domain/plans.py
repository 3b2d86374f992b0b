"""The plan of an event: who sits with whom, at which table, in which round, and how good that is."""

from dataclasses import dataclass, replace
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one criterion says of a pair."""

    criterion: str
    weight: float  # share of the whole, in [0, 1]
    part: float | None  # part score in [0, 1]; None: nothing known, neutral
    sentence: str  # such as "Went through relocation"; empty where there is nothing to say
    sensitive: bool = False  # rests on a sensitive need: never printed, shown on the control station only


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """One mentor and one mentee at one table in one round."""

    round: int  # from 1
    table: int
    mentor_id: int  # attendee
    mentee_id: int  # attendee
    score: float
    evidence: tuple[Evidence, ...] = ()
    locked: bool = False
    took_place: bool | None = None  # None: not known

    @property
    def reasons(self) -> tuple[str, ...]:
        """The sentences that speak for the pair and may be shown to anybody."""
        return tuple(
            piece.sentence
            for piece in self.evidence
            if piece.sentence and not piece.sensitive and piece.part is not None and piece.part >= 0.5
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityFigures:
    """How good a plan is, and how good any plan could be."""

    meetings: int
    fewest: int
    kept: int
    strong_mentees: int
    discovery_mentees: int
    total_score: float
    optimal: bool  # every rank proven
    fairest: bool = False  # the spread of meetings is proven, whatever is known of the rest
    bound_meetings: int
    bound_score: float


@dataclass(frozen=True, slots=True)
class Without:
    """An attendee who has no introduction, and why."""

    attendee_id: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All introductions of an event; versioned, never edited in place."""

    id: int
    event_id: int
    version: int
    made_at: datetime  # UTC, aware
    rounds: int
    mentee_ids: tuple[int, ...]  # whom the plan was made for
    mentor_ids: tuple[int, ...]
    introductions: tuple[Introduction, ...]
    quality: QualityFigures
    without: tuple[Without, ...] = ()
    published_at: datetime | None = None


def with_what_took_place(plan: Plan, other: Plan) -> tuple[Introduction, ...]:
    """The introductions of `plan`, with what is noted of the same seats in `other`."""
    noted = {(m.round, m.mentor_id, m.mentee_id): m.took_place for m in other.introductions}
    return tuple(
        replace(
            meeting, took_place=noted.get((meeting.round, meeting.mentor_id, meeting.mentee_id), meeting.took_place)
        )
        for meeting in plan.introductions
    )
