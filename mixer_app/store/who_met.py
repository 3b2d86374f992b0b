"""Who met whom at an event, as far as it may be told: what one side alone answered has no say in it.

Where staff noted what took place, or that two met outside the plan, that counts. Where nobody noted anything of the
whole evening, two who came and were to meet by the latest plan have met. Two who both would like to stay in touch
have met, whatever was noted.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from mixer_app.store.rows import AnswerRow, AttendeeRow, IntroductionRow, MeetingRow, PlanRow


class Place(NamedTuple):
    """Someone at an event."""

    attendee_id: int
    person_id: int
    event_id: int


class Met(NamedTuple):
    """Two who met, and whether they are a mutual match."""

    mentor: Place
    mentee: Place
    mutual: bool


@cache
def latest_plans() -> Select[Any]:
    """The numbers of the newest plan of each event, for a query to ask in."""
    newest = select(PlanRow.event_id, func.max(PlanRow.version).label("version")).group_by(PlanRow.event_id).subquery()
    return select(PlanRow.id).join(
        newest, and_(newest.c.event_id == PlanRow.event_id, newest.c.version == PlanRow.version)
    )


def who_met(
    session: Session, *, event_ids: Sequence[int] | None = None, attendee_ids: list[int] | None = None
) -> list[Met]:
    """Everybody who met at these events, or whom these attendees met, in the order of the rounds."""
    planned = _outside(session, event_ids, attendee_ids) | _planned(session, event_ids, attendee_ids)
    mutual = {frozenset((one.attendee_id, other.attendee_id)): (one, other) for one, other in mutual_places(session)}
    found = {
        pair: Met(mentor, mentee, pair in mutual)
        for pair, (mentor, mentee, met) in planned.items()
        if met or pair in mutual
    }
    wanted = set(attendee_ids or ())
    for pair, (one, other) in mutual.items():
        asked = (pair & wanted) if attendee_ids is not None else (event_ids is None or one.event_id in event_ids)
        if asked and pair not in found:
            found[pair] = Met(one, other, mutual=True)
    return list(found.values())


def mutual_places(session: Session) -> list[tuple[Place, Place]]:
    """All pairs who both said yes, the mentor first: by the plan, else by what each can be."""
    rows = session.execute(_both_said_yes()).all()
    hosts = {(mentor, mentee) for mentor, mentee in session.execute(_latest_seats())} if rows else set[Any]()
    found: list[tuple[Place, Place]] = []
    for one_id, one_person, event_id, one_role, other_id, other_person, other_role in rows:
        one, other = Place(one_id, one_person, event_id), Place(other_id, other_person, event_id)
        outside = (other_id, one_id) not in hosts and one_role.hosts and other_role.seeks
        found.append((one, other) if (one_id, other_id) in hosts or outside else (other, one))
    return found


def _outside(
    session: Session, event_ids: Sequence[int] | None, attendee_ids: list[int] | None
) -> dict[frozenset[int], tuple[Place, Place, bool]]:
    """Meetings that were noted outside the plan, the mentor first."""
    asked = _outside_plans()
    if event_ids is not None:
        asked = asked.where(MeetingRow.event_id.in_(event_ids))
    if attendee_ids is not None:
        asked = asked.where(or_(MeetingRow.mentor_id.in_(attendee_ids), MeetingRow.mentee_id.in_(attendee_ids)))
    return {
        frozenset((mentor_id, mentee_id)): (
            Place(mentor_id, mentor_person, event_id),
            Place(mentee_id, mentee_person, event_id),
            True,
        )
        for mentor_id, mentor_person, event_id, mentee_id, mentee_person in session.execute(asked)
    }


def _planned(
    session: Session, event_ids: Sequence[int] | None, attendee_ids: list[int] | None
) -> dict[frozenset[int], tuple[Place, Place, bool]]:
    """The introductions of the latest plans, the mentor first, and whether they took place."""
    asked = _in_latest_plans()
    if event_ids is not None:
        asked = asked.where(IntroductionRow.plan_id.in_(select(PlanRow.id).where(PlanRow.event_id.in_(event_ids))))
    if attendee_ids is not None:
        asked = asked.where(
            or_(IntroductionRow.mentor_id.in_(attendee_ids), IntroductionRow.mentee_id.in_(attendee_ids))
        )
    return {
        frozenset((mentor_id, mentee_id)): (
            Place(mentor_id, mentor_person, event_id),
            Place(mentee_id, mentee_person, event_id),
            bool(took_place or both_came),
        )
        for mentor_id, mentor_person, event_id, mentee_id, mentee_person, took_place, both_came in session.execute(
            asked
        )
    }


# To put these together takes several times as long as to ask them.


@cache
def _both_said_yes() -> Select[*tuple[Any, ...]]:
    there, back = aliased(AnswerRow), aliased(AnswerRow)
    giver, subject = aliased(AttendeeRow), aliased(AttendeeRow)
    return (
        select(giver.id, giver.person_id, giver.event_id, giver.role, subject.id, subject.person_id, subject.role)
        .join_from(there, back, and_(back.from_id == there.to_id, back.to_id == there.from_id))
        .join(giver, giver.id == there.from_id)
        .join(subject, subject.id == there.to_id)
        .where(there.answer == "yes", back.answer == "yes", there.from_id < there.to_id)
        .order_by(there.event_id, there.id)
    )


@cache
def _latest_seats() -> Select[*tuple[Any, ...]]:
    seats = select(IntroductionRow.mentor_id, IntroductionRow.mentee_id)
    return seats.where(IntroductionRow.plan_id.in_(latest_plans()))


@cache
def _outside_plans() -> Select[*tuple[Any, ...]]:
    mentor, mentee = aliased(AttendeeRow), aliased(AttendeeRow)
    return (
        select(mentor.id, mentor.person_id, mentor.event_id, mentee.id, mentee.person_id)
        .join_from(MeetingRow, mentor, mentor.id == MeetingRow.mentor_id)
        .join(mentee, mentee.id == MeetingRow.mentee_id)
        .order_by(MeetingRow.id)
    )


@cache
def _in_latest_plans() -> Select[*tuple[Any, ...]]:
    mentor, mentee = aliased(AttendeeRow), aliased(AttendeeRow)
    noted = select(IntroductionRow.plan_id).where(IntroductionRow.took_place.is_not(None)).distinct()
    came = and_(
        IntroductionRow.plan_id.not_in(noted), mentor.checked_in_at.is_not(None), mentee.checked_in_at.is_not(None)
    )
    return (
        select(
            mentor.id, mentor.person_id, mentor.event_id, mentee.id, mentee.person_id, IntroductionRow.took_place, came
        )
        .join_from(IntroductionRow, mentor, mentor.id == IntroductionRow.mentor_id)
        .join(mentee, mentee.id == IntroductionRow.mentee_id)
        .where(IntroductionRow.plan_id.in_(latest_plans()))
        .order_by(mentor.event_id, IntroductionRow.round, IntroductionRow.id)
    )
