"""Better with someone else: a mentee passed on to another mentor, with that mentor's consent.

Who referred is never told to the mentee, because a referral reads like a no. Nor is it told that somebody
declined. What reaches the mentee is one name, once that mentor has agreed.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role


class ReferralState(StrEnum):
    """How far a referral has come."""

    PROPOSED = "proposed"
    ASKED = "mentor asked"
    AGREED = "agreed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


NEXT_STATES: Final[dict[ReferralState, tuple[ReferralState, ...]]] = {
    ReferralState.PROPOSED: (
        ReferralState.ASKED,
        ReferralState.AGREED,
        ReferralState.DECLINED,
        ReferralState.WITHDRAWN,
    ),
    ReferralState.ASKED: (ReferralState.AGREED, ReferralState.DECLINED, ReferralState.WITHDRAWN),
    ReferralState.AGREED: (ReferralState.DECLINED, ReferralState.WITHDRAWN),
    ReferralState.DECLINED: (ReferralState.ASKED, ReferralState.AGREED, ReferralState.WITHDRAWN),
    ReferralState.WITHDRAWN: (ReferralState.PROPOSED,),
}
"""What staff can note next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """One mentee passed on; staff see this, nobody else."""

    id: int
    mentee_id: int
    mentee: PersonName
    from_id: int | None  # the mentor who said so; None: staff
    from_name: PersonName | None
    wanted: str  # the topic or need of the event that the other should know; empty where someone was named
    mentor_id: int | None  # who is proposed; None: nobody yet
    mentor: PersonName | None
    state: ReferralState
    round: int | None  # in which the latest plan brings the two together
    at: datetime
    station: str

    @property
    def next_states(self) -> tuple[ReferralState, ...]:
        """What staff can note next; nobody can agree before somebody is proposed."""
        if self.mentor_id is None:
            return tuple(
                state for state in NEXT_STATES[self.state] if state in (ReferralState.PROPOSED, ReferralState.WITHDRAWN)
            )
        return NEXT_STATES[self.state]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Someone who could be brought together with a person, and what speaks for it."""

    attendee_id: int
    code: str
    name: PersonName
    title: str
    employer: str
    score: float
    words: str  # such as "went through relocation, 12 years ahead"
    places_left: int | None  # None: any number


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What could be said to someone without a mutual match: whom to meet next, or to come again."""

    attendee_id: int
    code: str
    name: PersonName
    role: Role
    other: Proposal | None  # None: an invitation to the next event
    words: str  # one line for the list: "Dr. Samuel Osei went through relocation"
    confirmed: bool  # staff have put it into the person's summary
