"""What the kiosk shows someone of themselves, and what they say to it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from mixer_app.domain.events import Need
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role

MOST_TOPICS: Final = 3
"""So many topics someone may ask for; who came with more keeps them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskPerson:
    """Everything that is printed or used, as it was registered.

    A mentee is asked for what is wanted, a mentor for what is offered, someone who is both for both, what
    is wanted first. The choices are the event's own, then what the person said in other words.
    """

    attendee_id: int
    code: str
    name: PersonName
    employer: str
    title: str
    role: Role
    role_may_change: bool
    need_choices: tuple[Need, ...]
    topic_choices: tuple[str, ...]
    needs_wanted: tuple[str, ...]
    needs_offered: tuple[str, ...]
    topics_wanted: tuple[str, ...]  # first choice first
    topics_offered: tuple[str, ...]
    most_topics: int  # of those wanted
    masked_email: str  # empty: none is known, no switch is shown
    masked_phone: str
    share_email: bool  # whether the switch is on
    share_phone: bool
    already_at: datetime | None = None  # checked in since; UTC, aware
    already_where: str = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskAnswers:
    """What someone confirmed; None: left as it was, because it was not asked or not touched."""

    role: Role | None = None
    needs_wanted: tuple[str, ...] | None = None
    needs_offered: tuple[str, ...] | None = None
    topics_wanted: tuple[str, ...] | None = None
    topics_offered: tuple[str, ...] | None = None
    share_email: bool | None = None
    share_phone: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatMentor:
    """The mentor at the first table of a mentee."""

    name: str
    title: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSeat:
    """Where someone sits first from now on."""

    round: int  # from 1
    table: int
    starts_at: datetime  # the venue's wall clock, naive
    next_round: int  # the first round that is not over
    mentor: SeatMentor | None = None  # None: the person is the mentor of this table

    @property
    def after_break(self) -> bool:
        """Whether the person is free in the next round."""
        return self.round > self.next_round
