"""Whether there is an evening to rehearse, how large it is, and whether it has changed since."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Final

from mixer_app.domain.people import Attendee
from mixer_app.services.plan_age import fingerprint
from mixer_app.services.plan_inputs import PlanInputs, read_plan_inputs
from mixer_app.store import Session

_BY_SIZE: Final = ((300, 20, 5), (1500, 10, 3))  # people up to which so many evenings, and kinds of mentors
_IN_LARGE_EVENTS: Final = (5, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsalGround:
    """How an event stands for a rehearsal."""

    digest: str  # equal to that of an account as long as nothing has changed since
    mentees: int
    mentors: int
    here: int  # checked in, and there for a round to come
    rounds_left: int
    evenings: int  # that suit the size of the event
    refusal: str = ""  # why there is nothing to rehearse


def read_ground(session: Session, event_id: int, *, now: datetime) -> RehearsalGround:
    """Read it; it changes nothing."""
    inputs = read_plan_inputs(session, event_id, everyone=True, now=now)
    coming = coming_to(inputs)
    return RehearsalGround(
        digest=digest_of(inputs),
        mentees=sum(one.role.seeks for one in coming),
        mentors=sum(one.role.hosts for one in coming),
        here=sum(one.here for one in coming),
        rounds_left=inputs.event.rounds - inputs.past,
        evenings=suiting(len(coming))[0],
        refusal=refusal_of(inputs),
    )


def coming_to(inputs: PlanInputs) -> list[Attendee]:
    """Everybody who may be there in a round to come."""
    return [person for person in inputs.attendees if any(inputs.windows(person))]


def suiting(people: int) -> tuple[int, int]:
    """Evenings and kinds of mentors that can be waited for in an event of this size."""
    return next(((evenings, kinds) for most, evenings, kinds in _BY_SIZE if people <= most), _IN_LARGE_EVENTS)


def refusal_of(inputs: PlanInputs) -> str:
    """Why there is nothing to rehearse; empty if there is."""
    if inputs.past >= inputs.event.rounds:
        return "All rounds have begun or are over, so there is nothing left to rehearse."
    coming = coming_to(inputs)
    if not any(one.role.seeks for one in coming) or not any(one.role.hosts for one in coming):
        return "There are no mentors and mentees yet to rehearse with. Import the registrations first."
    return ""


def digest_of(inputs: PlanInputs) -> str:
    """A short digest of all that evenings are made from; it says that something has changed and never what."""
    event = inputs.event
    planned = inputs.latest.introductions if inputs.latest else ()
    matter = (
        fingerprint(event, inputs.attendees, inputs.wishes, inputs.apart),
        (event.starts_at, event.rounds, event.minutes, event.break_minutes, event.seats, inputs.past),
        sorted((person.id, person.status.value) for person in inputs.attendees),
        sorted((pair, rule.value) for pair, rule in inputs.staff_rules.items()),
        sorted(inputs.met),
        sorted(sorted(pair) for pair in inputs.meet_again),
        sorted((one.round, one.mentor_id, one.mentee_id) for one in planned if one.locked or one.round <= inputs.past),
    )
    return sha256(repr(matter).encode()).hexdigest()[:16]
