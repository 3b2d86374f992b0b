"""What the database remembers of earlier events: who met whom, who matched, and who would like to meet again."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, bindparam, or_, select
from sqlalchemy.orm import Session, aliased

from mixer_app.domain.people import Status
from mixer_app.domain.roles import Role
from mixer_app.store.persons import merged_persons
from mixer_app.store.rows import AttendeeRow, EventRow
from mixer_app.store.who_met import who_met
from mixer_app.store.wishes import wishes


class _Present(NamedTuple):
    attendee_id: int
    role: Role


def met_before(session: Session, event_id: int) -> set[tuple[int, int]]:
    """Pairs (mentor, mentee) of this event, as numbers of attendees, who sat together at an earlier one.

    The roles are those of this event: whoever can host and whoever can seek, whichever way round
    they met. What one side alone answered is not asked: a plan must not tell it.
    """
    now_here = _present(session, event_id)
    pairs: set[tuple[int, int]] = set()
    for one, other in _before(session, event_id, mutual=False):
        for a, b in ((one, other), (other, one)):
            if a in now_here and b in now_here and now_here[a].role.hosts and now_here[b].role.seeks:
                pairs.add((now_here[a].attendee_id, now_here[b].attendee_id))
    return pairs


def matched_before(session: Session, event_id: int) -> set[frozenset[int]]:
    """Pairs of this event, as numbers of attendees, who both said yes to staying in touch at an earlier one."""
    now_here = _present(session, event_id)
    return {
        frozenset((now_here[one].attendee_id, now_here[other].attendee_id))
        for one, other in _before(session, event_id, mutual=True)
        if one in now_here and other in now_here
    }


def meet_again(session: Session, event_id: int) -> set[frozenset[int]]:
    """Pairs who met before and both ask for more: each names the other for this event, or one does and they matched.

    A yes that was not returned does not count: being brought together again would tell it.
    """
    named = wishes(session, event_id)
    if not named:
        return set()
    matched = matched_before(session, event_id)
    met = {frozenset(pair) for pair in met_before(session, event_id)}
    return met & {frozenset(pair) for pair in named if pair[::-1] in named or frozenset(pair) in matched}


def _present(session: Session, event_id: int) -> dict[int, _Present]:
    rows = session.execute(
        select(AttendeeRow.person_id, AttendeeRow.id, AttendeeRow.role).where(
            AttendeeRow.event_id == event_id, AttendeeRow.status != Status.CANCELLED
        )
    )
    stands = merged_persons(session)
    return {stands.get(person, person): _Present(attendee_id, role) for person, attendee_id, role in rows}


def _before(session: Session, event_id: int, *, mutual: bool) -> Iterator[tuple[int, int]]:
    """Pairs of persons (mentor, mentee) who met, or matched, at an event that began before this one."""
    earlier = session.scalars(_earlier(), {"event_id": event_id}).all()
    if not earlier:
        return
    stands = merged_persons(session)
    for met in who_met(session, event_ids=earlier):
        if met.mutual or not mutual:
            one, other = met.mentor.person_id, met.mentee.person_id
            yield stands.get(one, one), stands.get(other, other)


@cache
def _earlier() -> Select[Any]:
    """The numbers of the events that began before this one."""
    this = aliased(EventRow)
    sooner = or_(EventRow.starts_at < this.starts_at, and_(EventRow.starts_at == this.starts_at, EventRow.id < this.id))
    return select(EventRow.id).join(this, this.id == bindparam("event_id")).where(EventRow.id != this.id, sooner)
