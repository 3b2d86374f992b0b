"""Which events have answers, and everybody who could have given one."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from mixer_app.domain.people import Attendee
from mixer_app.store import attendees
from mixer_app.store.rows import AnswerRow


def events_with_answers(session: Session) -> list[int]:
    """The numbers of the events at which somebody has answered."""
    return list(session.scalars(select(AnswerRow.event_id).distinct().order_by(AnswerRow.event_id)))


def everybody(session: Session, event_id: int) -> dict[int, Attendee]:
    """All attendees of an event by number, also those who cancelled."""
    return {one.id: one for one in attendees.list_attendees(session, event_id, cancelled=True)}
