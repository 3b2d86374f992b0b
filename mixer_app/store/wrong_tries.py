"""Wrong tries, counted where a restart does not forget them: second facts by attendee, PINs by station."""

from datetime import datetime

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from mixer_app.store.rows import WrongTryRow


def wrong_facts(session: Session, attendee_id: int, *, now: datetime) -> list[datetime]:
    """When second facts of this attendee were wrong, at any station, oldest first."""
    return _times(session, WrongTryRow.attendee_id == attendee_id, now=now)


def wrong_pins(session: Session, station: str, *, now: datetime) -> list[datetime]:
    """When PINs were wrong at this station since the last right one, oldest first."""
    return _times(session, *_pins(station), now=now)


def add_wrong_try(session: Session, attendee_id: int | None, *, station: str, at: datetime) -> None:
    """Count one more; without an attendee it was a PIN."""
    session.add(WrongTryRow(attendee_id=attendee_id, station=station, at=at))
    session.flush()


def forget_wrong_facts(session: Session, attendee_id: int) -> None:
    """Count the second facts of this attendee from zero."""
    session.execute(delete(WrongTryRow).where(WrongTryRow.attendee_id == attendee_id))


def forget_wrong_pins(session: Session, station: str | None, *, before: datetime | None = None) -> None:
    """Count the PINs of this station (None: of every station) from zero, or leave out those tried `before`."""
    conditions = _pins(station) if station is not None else (WrongTryRow.attendee_id.is_(None),)
    old = (WrongTryRow.at < before,) if before is not None else ()
    session.execute(delete(WrongTryRow).where(*conditions, *old))


def _pins(station: str) -> tuple[ColumnElement[bool], ...]:
    return WrongTryRow.attendee_id.is_(None), WrongTryRow.station == station


def _times(session: Session, *conditions: ColumnElement[bool], now: datetime) -> list[datetime]:
    """Tries from a future that a clock set back has taken away count as of now: no wait gets shorter or endless."""
    session.execute(update(WrongTryRow).where(*conditions, WrongTryRow.at > now).values(at=now))
    return list(session.scalars(select(WrongTryRow.at).where(*conditions).order_by(WrongTryRow.at)))
