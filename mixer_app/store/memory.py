"""What the database remembers of earlier events: who met whom, who matched, and who would like to meet again."""

from collections import defaultdict
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from mixer_app.domain.people import Status
from mixer_app.domain.roles import Role
from mixer_app.store.persons import merged_persons
from mixer_app.store.rows import AnswerRow, AttendeeRow, EventRow, IntroductionRow, PlanRow
from mixer_app.store.wishes import wishes

_MET = ("yes", "no")
"""Answers that only someone gives who did meet the other."""


class _Present(NamedTuple):
    attendee_id: int
    role: Role


def met_before(session: Session, event_id: int) -> set[tuple[int, int]]:
    """Pairs (mentor, mentee) of this event, as numbers of attendees, who sat together at an earlier one.

    The roles are those of this event: whoever can host and whoever can seek, whichever way round
    they met. Where nobody noted whether an introduction took place, an answer about it tells.
    """
    now_here = _present(session, event_id)
    pairs: set[tuple[int, int]] = set()
    for one, other in _met_persons(session, event_id):
        for a, b in ((one, other), (other, one)):
            if a in now_here and b in now_here and now_here[a].role.hosts and now_here[b].role.seeks:
                pairs.add((now_here[a].attendee_id, now_here[b].attendee_id))
    return pairs


def matched_before(session: Session, event_id: int) -> set[frozenset[int]]:
    """Pairs of this event, as numbers of attendees, who both said yes to staying in touch at an earlier one."""
    yes = _said_yes_before(session, event_id)
    return {frozenset(pair) for pair in yes if pair[::-1] in yes}


def meet_again(session: Session, event_id: int) -> set[frozenset[int]]:
    """Pairs who met before and both ask for more: each names the other for this event, or one does and they matched.

    A yes that was not returned does not count: being brought together again would tell it.
    """
    named, matched = wishes(session, event_id), matched_before(session, event_id)
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


def _said_yes_before(session: Session, event_id: int) -> set[tuple[int, int]]:
    """(from, to) of this event: who said yes about whom at an earlier one."""
    now_here, stands = _present(session, event_id), merged_persons(session)
    giver, subject = aliased(AttendeeRow), aliased(AttendeeRow)
    rows = session.execute(
        select(giver.person_id, subject.person_id)
        .join_from(AnswerRow, giver, giver.id == AnswerRow.from_id)
        .join(subject, subject.id == AnswerRow.to_id)
        .where(AnswerRow.answer == "yes", giver.event_id.in_(_earlier(event_id)))
    )
    pairs = ((stands.get(one, one), stands.get(other, other)) for one, other in rows)
    return {
        (now_here[one].attendee_id, now_here[other].attendee_id)
        for one, other in pairs
        if one in now_here and other in now_here
    }


def _met_persons(session: Session, event_id: int) -> set[tuple[int, int]]:
    """Pairs of persons (mentor, mentee) who sat together at an event that began before this one."""
    mentor, mentee = aliased(AttendeeRow), aliased(AttendeeRow)
    rows = session.execute(
        select(
            mentor.person_id,
            mentee.person_id,
            mentor.id,
            mentee.id,
            IntroductionRow.took_place,
        )
        .join(mentor, mentor.id == IntroductionRow.mentor_id)
        .join(mentee, mentee.id == IntroductionRow.mentee_id)
        .where(IntroductionRow.plan_id.in_(latest_plans()), mentor.event_id.in_(_earlier(event_id)))
    ).all()
    answered, stands = _answered(session), merged_persons(session)
    return {
        (stands.get(mentor_person, mentor_person), stands.get(mentee_person, mentee_person))
        for mentor_person, mentee_person, mentor_id, mentee_id, took_place in rows
        if took_place or (took_place is None and _said_they_met(answered, mentor_id, mentee_id))
    }


def _earlier(event_id: int) -> Select[Any]:
    """The numbers of the events that began before this one."""
    this = aliased(EventRow)
    return (
        select(EventRow.id)
        .join(this, this.id == event_id)
        .where(
            EventRow.id != event_id,
            or_(
                EventRow.starts_at < this.starts_at, and_(EventRow.starts_at == this.starts_at, EventRow.id < event_id)
            ),
        )
    )


def latest_plans() -> Select[Any]:
    """The numbers of the newest plan of each event, for a query to ask in."""
    newest = select(PlanRow.event_id, func.max(PlanRow.version).label("version")).group_by(PlanRow.event_id).subquery()
    return select(PlanRow.id).join(
        newest, and_(newest.c.event_id == PlanRow.event_id, newest.c.version == PlanRow.version)
    )


def _answered(session: Session) -> dict[int, set[int]]:
    rows = session.execute(select(AnswerRow.from_id, AnswerRow.to_id).where(AnswerRow.answer.in_(_MET)))
    found: defaultdict[int, set[int]] = defaultdict(set)
    for from_id, to_id in rows:
        found[from_id].add(to_id)
    return found


def _said_they_met(answered: dict[int, set[int]], one: int, other: int) -> bool:
    return other in answered.get(one, ()) or one in answered.get(other, ())
