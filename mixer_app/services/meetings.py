"""People who met without a plan of ours: noted by staff, so that they can answer about each other too."""

from datetime import datetime

from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import Attendee, Status
from mixer_app.services.follow_up_journal import MEETING_NOTED, RowsBefore
from mixer_app.store import Session, answers, attendees, meetings
from mixer_app.store.locking import lock_attendees


def record_meeting(
    session: Session, event_id: int, one_id: int, other_id: int, *, station: str, now: datetime
) -> int | None:
    """Note that two attendees of an event have met; who can host is taken for the mentor, else the first named.

    The entry of the journal that undoes it; None: the plan brought them together, or it was noted before.
    Raises `MixerError` for one person twice, for someone of another event, and for who cancelled.
    """
    lock_attendees(session, (one_id, other_id))
    one, other = (_here(session, event_id, number) for number in (one_id, other_id))
    if one.person_id == other.person_id:
        raise MixerError(f"{one.name.full} cannot meet {one.name.full}. Choose two people.")
    if meetings.were_introduced(session, event_id, one_id, other_id):
        return None
    rows = RowsBefore(session, event_id, meetings.meeting_between(one_id, other_id))
    mentor, mentee = as_pair(one, other)
    meetings.add_meetings(session, event_id, [(mentor.id, mentee.id)], at=now, station=station)
    sentence = f"Noted that {mentor.name.shown} and {mentee.name.shown} have met"
    return rows.note(MEETING_NOTED, sentence, (one_id, other_id), station=station, now=now)


def remove_meeting(
    session: Session, event_id: int, one_id: int, other_id: int, *, station: str, now: datetime
) -> int | None:
    """Take back that two have met without a plan.

    The entry of the journal that undoes it; None: it was not noted. `MixerError` while one of them has
    answered about the other: that answer would be lost.
    """
    lock_attendees(session, (one_id, other_id))
    one, other = (attendees.get_attendee(session, number) for number in (one_id, other_id))
    rows = RowsBefore(session, event_id, meetings.meeting_between(one_id, other_id))
    meetings.drop_meeting(session, one_id, other_id)
    if not meetings.were_introduced(session, event_id, one_id, other_id) and (
        answers.answer_between(session, one_id, other_id) or answers.answer_between(session, other_id, one_id)
    ):
        raise MixerError(
            f"{one.name.shown} and {other.name.shown}: an answer of one of them is entered. Take that back first."
        )
    sentence = f"Took back that {one.name.shown} and {other.name.shown} have met"
    return rows.note(MEETING_NOTED, sentence, (one_id, other_id), station=station, now=now)


def as_pair(one: Attendee, other: Attendee) -> tuple[Attendee, Attendee]:
    """Who of two is taken for the mentor, and who for the mentee: as their roles are, else as they were named."""
    if one.role.hosts and other.role.seeks:
        return one, other
    return (other, one) if other.role.hosts and one.role.seeks else (one, other)


def _here(session: Session, event_id: int, attendee_id: int) -> Attendee:
    person = attendees.get_attendee(session, attendee_id)
    if person.event_id != event_id:
        raise MixerError(f"{person.name.full} is registered for another event. Choose someone of this one.")
    if person.status is Status.CANCELLED:
        raise MixerError(f"The registration of {person.name.full} was cancelled. Register them again first.")
    return person
