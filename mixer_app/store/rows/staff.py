"""Tables of staff: settings, calls for the desk, and wrong tries at a PIN or a second fact."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from mixer_app.domain.desk_calls import DeskReason
from mixer_app.store.rows.base import Row, words


class SettingRow(Row):
    """One setting of an event, or (no event) of the whole database."""

    __tablename__ = "settings"
    __table_args__ = (
        UniqueConstraint("event_id", "key"),
        Index(  # NULL is never equal to NULL: the constraint above does not hold for the whole database
            "ix_settings_of_all", "key", unique=True,
            sqlite_where=text("event_id IS NULL"), postgresql_where=text("event_id IS NULL"),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    key: Mapped[str]
    value: Mapped[Any] = mapped_column(JSON, nullable=False)


class DeskCallRow(Row):
    """Someone whom a kiosk sent to the desk; answered once staff have seen to it."""

    __tablename__ = "desk_calls"
    __table_args__ = (Index(None, "event_id", "answered_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    attendee_id: Mapped[int | None] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), index=True)
    reason: Mapped[DeskReason] = mapped_column(words(DeskReason))
    station: Mapped[str]
    at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    answered_where: Mapped[str]


class WrongTryRow(Row):
    """A wrong second fact of an attendee, or (no attendee) a wrong PIN at a station."""

    __tablename__ = "wrong_tries"
    __table_args__ = (Index(None, "attendee_id", "station", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    attendee_id: Mapped[int | None] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"))
    station: Mapped[str]
    at: Mapped[datetime]
