"""Find people over all events."""

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from mixer_app.domain.folding import email_key
from mixer_app.store.rows import AttendeeRow, EventRow, PersonRow


def attendees_with(session: Session, *, code: str | None, address: str) -> list[tuple[int, int]]:
    """(attendee, person) with this badge code or e-mail address, the latest event first."""
    key = email_key(address)
    meant = [AttendeeRow.email_key == key] if key else []
    meant += [AttendeeRow.code == code] if code else []
    if not meant:
        return []
    rows = session.execute(
        select(AttendeeRow.id, func.coalesce(PersonRow.merged_into, PersonRow.id))
        .join(PersonRow, PersonRow.id == AttendeeRow.person_id)
        .join(EventRow, EventRow.id == AttendeeRow.event_id)
        .where(or_(*meant))
        .order_by(EventRow.starts_at.desc(), AttendeeRow.id.desc())
    )
    return [(attendee, person) for attendee, person in rows]  # rows are no pairs to the type checker
