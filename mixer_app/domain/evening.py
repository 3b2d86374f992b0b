"""The live evening: which round runs and until when, as staff and the passing of time have made it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class ActKind(StrEnum):
    """What staff do to the evening."""

    START = "start"  # the coming round begins now
    PAUSE = "pause"
    RESUME = "resume"
    EXTEND = "extend"  # the round or break under way lasts longer, or shorter
    END = "end"  # the round under way ends now, and counts as held
    SKIP = "skip"  # the round under way or coming is not held
    RESCHEDULE = "reschedule"  # rounds to come have another length, or there are more or fewer of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """How the evening is meant to go."""

    rounds: int
    round_s: int  # length of a round in seconds
    break_s: int  # of the break after it


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveAct:
    """One act, as it is stored; all that is known of the evening follows from these and the time."""

    kind: ActKind
    at: datetime  # UTC, aware
    round: int  # that it is about: the one under way, or before and between rounds the coming one
    seconds: int = 0  # of EXTEND; negative: shorter
    schedule: Schedule | None = None  # of the first START and of RESCHEDULE
    id: int = 0


class Phase(StrEnum):
    """Where the evening is."""

    BEFORE = "before"
    ROUND = "round"
    BREAK = "break"  # the time to change tables
    OVER = "over"


class RoundState(StrEnum):
    """Where a round is."""

    PLANNED = "planned"
    PUBLISHED = "published"  # planned, and people have been told
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundNow:
    """One round as it was, or as it will be if nobody does anything more."""

    number: int  # from 1
    state: RoundState
    starts_at: datetime | None  # UTC; None before the evening has begun, and of a round that was skipped before it
    ends_at: datetime | None

    @property
    def begun(self) -> bool:
        """Whether its seats are history: people have sat down in it, or it is not held."""
        return self.state not in (RoundState.PLANNED, RoundState.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Turn:
    """A round began or ended, by an act or because its time had come."""

    round: int
    began: bool
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EveningNow:
    """The evening at one moment."""

    at: datetime
    phase: Phase
    round: int  # under way; before and between rounds the coming one; when all is over the last that was held
    rounds: tuple[RoundNow, ...]
    schedule: Schedule
    paused_at: datetime | None = None
    phase_started_at: datetime | None = None
    phase_ends_at: datetime | None = None  # if nobody does anything more; while paused, if it went on at once
    turns: tuple[Turn, ...] = ()  # all so far, oldest first
    last_act: LiveAct | None = None

    @property
    def paused(self) -> bool:
        """Whether the clock stands."""
        return self.paused_at is not None

    @property
    def under_way(self) -> bool:
        """Whether the clock is counting something, or is paused in it."""
        return self.phase in (Phase.ROUND, Phase.BREAK)

    @property
    def remaining(self) -> timedelta:
        """Of the round or the break under way; zero before and after."""
        return self.phase_ends_at - self.at if self.phase_ends_at is not None else timedelta(0)

    @property
    def begun_rounds(self) -> int:
        """The number of the last round whose seats are history; 0: none."""
        return max((one.number for one in self.rounds if one.begun), default=0)

    @property
    def over_rounds(self) -> int:
        """The number of the last round that has ended or is not held; 0: none."""
        over = (RoundState.ENDED, RoundState.SKIPPED)
        return max((one.number for one in self.rounds if one.state in over), default=0)

    @property
    def next_round(self) -> RoundNow | None:
        """The first round that has yet to begin; None: there is none."""
        return next((one for one in self.rounds if not one.begun), None)
