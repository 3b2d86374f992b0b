"""What a person can do to a plan by hand."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

PART_OF_PLAN: Final = "Part of the best plan found"
"""The reason of every change that nothing visible explains: ordinary ones and private ones read alike."""


class EditKind(StrEnum):
    """A kind of change."""

    SWAP = "swap"
    TAKE = "take"
    MOVE = "move"
    FREE = "free"
    LOCK = "lock"
    UNLOCK = "unlock"
    FORBID = "forbid"
    MUST_MEET = "must meet"


class PairRule(StrEnum):
    """What staff decided about a pair, for this plan and all that follow."""

    FORBIDDEN = "forbidden"
    MUST_MEET = "must meet"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEdit:
    """One change, by numbers of attendees and rounds from 1; what a kind does not need stays 0.

    SWAP and TAKE (the seat of `other_id`, who is then free): mentee, round, other. MOVE: mentee,
    round, mentor. FREE, LOCK, UNLOCK: mentee, round. FORBID, MUST_MEET: mentee, mentor.
    """

    kind: EditKind
    mentee_id: int
    round: int = 0
    mentor_id: int = 0
    other_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChange:
    """One person's seat in one round, in an older and a newer plan; None: no seat."""

    attendee_id: int
    round: int
    from_table: int | None
    to_table: int | None
    from_mentor_id: int | None  # the attendee's own id for a mentor
    to_mentor_id: int | None
    why: str
