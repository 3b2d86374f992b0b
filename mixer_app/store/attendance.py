"""Over all events: who was there, who met, and who would both like to stay in touch."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mixer_app.domain.matches import MatchDecision
from mixer_app.domain.people import Status
from mixer_app.domain.roles import Role
from mixer_app.store.batches import batches
from mixer_app.store.rows import AttendeeRow, EventRow, MatchDecisionRow, PersonRow
from mixer_app.store.who_met import mutual_places, who_met


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAttendance:
    """One registration of a person, of an event that was not forgotten."""

    attendee_id: int
    event_id: int
    event_name: str
    starts_at: datetime
    role: Role
    status: Status
    came: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMatch:
    """A pair who would both like to stay in touch, by their places at an event."""

    event_id: int
    mentor_id: int
    mentee_id: int
    mentor: str
    mentee: str
    goal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMeeting:
    """Someone whom an attendee met, and whether the two are a mutual match; no name: forgotten."""

    attendee_id: int
    other_id: int
    name: str
    mutual: bool


def attendance_of(session: Session, person_id: int) -> list[StoredAttendance]:
    """All registrations of a person, also of those merged into them, the latest event first."""
    stands = func.coalesce(PersonRow.merged_into, PersonRow.id)
    rows = session.execute(
        select(AttendeeRow, EventRow)
        .join(PersonRow, PersonRow.id == AttendeeRow.person_id)
        .join(EventRow, EventRow.id == AttendeeRow.event_id)
        .where(stands == person_id, AttendeeRow.merged_into.is_(None), EventRow.forgotten_at.is_(None))
        .order_by(EventRow.starts_at.desc(), EventRow.id.desc())
    )
    return [
        StoredAttendance(
            attendee_id=attendee.id,
            event_id=event.id,
            event_name=event.name,
            starts_at=event.starts_at,
            role=attendee.role,
            status=attendee.status,
            came=attendee.checked_in_at is not None,
        )
        for attendee, event in rows
    ]


def meetings_of(session: Session, attendee_ids: Collection[int]) -> list[StoredMeeting]:
    """Whom these attendees met, in the order of the rounds."""
    wanted = set(attendee_ids)
    met = who_met(session, attendee_ids=sorted(wanted))
    names = _names(session, {place.attendee_id for one in met for place in one[:2]})
    return [
        StoredMeeting(
            attendee_id=me.attendee_id,
            other_id=partner.attendee_id,
            name=names[partner.attendee_id][0],
            mutual=one.mutual,
        )
        for one in met
        for me, partner in ((one.mentor, one.mentee), (one.mentee, one.mentor))
        if me.attendee_id in wanted
    ]


def mutual_matches_of_all(session: Session) -> list[StoredMatch]:
    """Every mutual match of every event that was not forgotten, in the order in which they became one.

    Without those of whom staff decided that they do not go on.
    """
    ended = select(MatchDecisionRow.mentor_id, MatchDecisionRow.mentee_id).where(
        MatchDecisionRow.decision == MatchDecision.ENDED
    )
    over = {(mentor_id, mentee_id) for mentor_id, mentee_id in session.execute(ended)}
    pairs = [pair for pair in mutual_places(session) if (pair[0].attendee_id, pair[1].attendee_id) not in over]
    names = _names(session, {place.attendee_id for pair in pairs for place in pair})
    return [
        StoredMatch(
            event_id=mentor.event_id,
            mentor_id=mentor.attendee_id,
            mentee_id=mentee.attendee_id,
            mentor=names[mentor.attendee_id][0],
            mentee=names[mentee.attendee_id][0],
            goal=names[mentee.attendee_id][1],
        )
        for mentor, mentee in pairs
    ]


def _names(session: Session, attendee_ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """Name and goal of attendees; no name of who was forgotten."""
    rows = (
        session.execute(
            select(AttendeeRow.id, AttendeeRow.full_name, AttendeeRow.goal, AttendeeRow.forgotten_at).where(
                AttendeeRow.id.in_(some)
            )
        )
        for some in batches(sorted(attendee_ids))
    )
    return {row.id: ("" if row.forgotten_at else row.full_name, row.goal) for found in rows for row in found}
