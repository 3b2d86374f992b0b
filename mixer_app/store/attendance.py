"""Over all events: who was there, who met, and who would both like to stay in touch."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from mixer_app.domain.people import Status
from mixer_app.domain.roles import Role
from mixer_app.store.memory import latest_plans
from mixer_app.store.rows import AnswerRow, AttendeeRow, EventRow, IntroductionRow, PersonRow


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
    """Whom these attendees met by the latest plans: it is noted that it took place, or one of the two said so."""
    wanted = set(attendee_ids)
    mentor, mentee = aliased(AttendeeRow), aliased(AttendeeRow)
    rows = session.execute(
        _pairs(mentor, mentee, by_both=False).where(
            or_(IntroductionRow.mentor_id.in_(wanted), IntroductionRow.mentee_id.in_(wanted))
        )
    ).all()
    found: list[StoredMeeting] = []
    for one, other, took_place, *told in rows:
        if not _met(took_place, told):
            continue
        for me, partner in ((one, other), (other, one)):
            if me.id in wanted:
                name = "" if partner.forgotten_at is not None else partner.full_name
                found.append(
                    StoredMeeting(attendee_id=me.id, other_id=partner.id, name=name, mutual=told == ["yes", "yes"])
                )
    return found


def _met(took_place: bool | None, told: Sequence[str | None]) -> bool:
    """Whether two met: nobody denies it, and it is noted or one of them spoke of it."""
    denied = took_place is False or "did not meet" in told
    return not denied and (bool(took_place) or any(told))


def mutual_matches_of_all(session: Session) -> list[StoredMatch]:
    """Every mutual match of every event that was not forgotten, in the order of the rounds."""
    mentor, mentee = aliased(AttendeeRow), aliased(AttendeeRow)
    rows = session.execute(
        _pairs(mentor, mentee, by_both=True)
        .join(EventRow, EventRow.id == mentor.event_id)
        .where(
            EventRow.forgotten_at.is_(None),
            mentor.forgotten_at.is_(None),
            mentee.forgotten_at.is_(None),
            IntroductionRow.took_place.is_distinct_from(False),
        )
    )
    return [
        StoredMatch(
            event_id=one.event_id,
            mentor_id=one.id,
            mentee_id=other.id,
            mentor=one.full_name,
            mentee=other.full_name,
            goal=other.goal,
        )
        for one, other, *_ in rows
    ]


def _pairs(mentor: type[AttendeeRow], mentee: type[AttendeeRow], *, by_both: bool):  # its type differs by version
    """The introductions of the latest plans with both sides' answers; `by_both`: only where both said yes."""
    said, replied = aliased(AnswerRow), aliased(AnswerRow)
    of_mentee = and_(said.from_id == IntroductionRow.mentee_id, said.to_id == IntroductionRow.mentor_id)
    of_mentor = and_(replied.from_id == IntroductionRow.mentor_id, replied.to_id == IntroductionRow.mentee_id)
    chosen = (
        select(mentor, mentee, IntroductionRow.took_place, said.answer, replied.answer)
        .join_from(IntroductionRow, mentor, mentor.id == IntroductionRow.mentor_id)
        .join(mentee, mentee.id == IntroductionRow.mentee_id)
        .join(said, of_mentee, isouter=not by_both)
        .join(replied, of_mentor, isouter=not by_both)
        .where(IntroductionRow.plan_id.in_(latest_plans()))
        .order_by(mentor.event_id, IntroductionRow.round, IntroductionRow.id)
    )
    return chosen.where(said.answer == "yes", replied.answer == "yes") if by_both else chosen
