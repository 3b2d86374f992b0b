"""Calls for the desk in the database."""

from datetime import datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from mixer_app.domain.desk_calls import DeskCall, DeskReason
from mixer_app.store.rows import AttendeeRow, DeskCallRow


def add_call(
    session: Session, event_id: int, attendee_id: int | None, reason: DeskReason, *, station: str, at: datetime
) -> DeskCall:
    """Store a new call."""
    row = DeskCallRow(
        event_id=event_id, attendee_id=attendee_id, reason=reason, station=station, at=at, answered_where=""
    )
    session.add(row)
    session.flush()
    return _load(session, DeskCallRow.id == row.id)[0]


def open_calls(session: Session, event_id: int, attendee_id: int | None = None) -> list[DeskCall]:
    """The calls of an event (or of one attendee) that nobody has answered, oldest first."""
    conditions = [DeskCallRow.event_id == event_id, DeskCallRow.answered_at.is_(None)]
    if attendee_id is not None:
        conditions.append(DeskCallRow.attendee_id == attendee_id)
    return _load(session, *conditions)


def get_call(session: Session, call_id: int) -> DeskCall | None:
    """A call, answered or not; None if there is no such number."""
    found = _load(session, DeskCallRow.id == call_id)
    return found[0] if found else None


def set_answered(session: Session, call_id: int, *, station: str, at: datetime | None) -> bool:
    """Note that a call is answered, or (`at` is None) that it is open again; False: it was so already."""
    other = DeskCallRow.answered_at.is_not(None) if at is None else DeskCallRow.answered_at.is_(None)
    changed = session.scalars(
        update(DeskCallRow)
        .where(DeskCallRow.id == call_id, other)
        .values(answered_at=at, answered_where=station if at else "")
        .returning(DeskCallRow.id)
    ).all()
    return bool(changed)


def _load(session: Session, *conditions: ColumnElement[bool]) -> list[DeskCall]:
    rows = session.execute(
        select(DeskCallRow, AttendeeRow.full_name, AttendeeRow.code)
        .outerjoin(AttendeeRow, AttendeeRow.id == DeskCallRow.attendee_id)
        .where(*conditions)
        .order_by(DeskCallRow.at, DeskCallRow.id)
    )
    return [
        DeskCall(
            id=row.id,
            event_id=row.event_id,
            attendee_id=row.attendee_id,
            name=name or "",
            code=code or "",
            reason=row.reason,
            station=row.station,
            at=row.at,
        )
        for row, name, code in rows
    ]
