"""The room in a round: who sits where, who is missing, who waits for a seat, and what a reseating would change."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mixer_app.domain.evening import EveningNow
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.roles import Role


class Presence(StrEnum):
    """What is known of someone who should be at a table."""

    EXPECTED = "expected"  # checked in, and nobody has looked
    SEEN = "seen"
    MISSING = "missing"  # somebody looked, and they were not there
    GONE = "gone"  # left the event


class TableState(StrEnum):
    """How a table stands in a round."""

    FULL = "full"  # everyone who should sit there does, as far as anybody knows
    LACKING = "lacking"  # a mentee is missing or gone
    NO_MENTOR = "no mentor"  # the mentor is missing or gone, and mentees sit there
    EMPTY = "empty"  # nobody was to sit there
    CLOSED = "closed"  # it rests, or staff closed it


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatNow:
    """Someone at a table in this round."""

    attendee: Attendee
    role: Role  # in this round: MENTOR or MENTEE
    presence: Presence


@dataclass(frozen=True, slots=True, kw_only=True)
class TableNow:
    """One table in this round."""

    number: int
    mentor: SeatNow | None
    mentees: tuple[SeatNow, ...]
    free_seats: int
    state: TableState


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPerson:
    """Someone who should sit at a table and does not."""

    seat: SeatNow
    table: int
    why: str  # in plain words: "Table 8: two mentees sit without a mentor", "Last seen in round 2"
    urgent: bool  # others sit without them


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingPerson:
    """Someone who is here and has no seat in any round to come."""

    attendee: Attendee
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Everything the Live page shows of one moment."""

    event: Event
    evening: EveningNow
    round: int  # that is looked at: the one under way, else the coming one
    plan_id: int | None
    plan_version: int | None
    tables: tuple[TableNow, ...]  # by number
    missing: tuple[MissingPerson, ...]  # the urgent first
    waiting: tuple[WaitingPerson, ...]  # mentors first, then who has waited longest
    seated: int  # people who should sit at a table in this round
    known_up_to: int  # the newest entry of the journal when it was read
    draft_version: int | None = None  # a newer version that is not out, which nobody goes by yet


class SeatMoveKind(StrEnum):
    """What a reseating does with someone."""

    SEATED = "seated"  # waited, and has a seat now
    MOVED = "moved"  # from one table to another
    STAYS = "stays"  # at the table, with another mentor or in another company
    FREED = "freed"  # has no seat in this round any more
    LEFT = "left"  # is gone; the seat goes to others


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatMove:
    """One row of a reseating: one person in the first round that changes for them."""

    attendee: Attendee
    role: Role  # MENTOR or MENTEE
    kind: SeatMoveKind
    round: int
    from_table: int | None
    to_table: int | None
    why: str  # never anything from which a keep-apart could be told
    more_rounds: tuple[int, ...] = ()  # later rounds that change for them too
