"""Which events and people were forgotten."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from mixer_app.store.rows import AttendeeRow, EventRow


def forgotten_events(session: Session) -> set[int]:
    """The numbers of the events whose people were erased."""
    return set(session.scalars(select(EventRow.id).where(EventRow.forgotten_at.is_not(None))))


def forgotten_attendees(session: Session, event_id: int) -> set[int]:
    """The numbers of the places of an event from which somebody was erased, alone or with all."""
    return set(
        session.scalars(
            select(AttendeeRow.id).where(AttendeeRow.event_id == event_id, AttendeeRow.forgotten_at.is_not(None))
        )
    )
