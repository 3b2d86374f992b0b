"""Tables of an event: its plan of the evening, its topics and needs, its tables."""

from datetime import datetime

from sqlalchemy import DateTime, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mixer_app.store.rows.base import JsonObject, Row


class EventRow(Row):
    """An event; `starts_at` and `doors_at` are the venue's wall clock and have no zone."""

    __tablename__ = "events"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    starts_at: Mapped[datetime] = mapped_column(DateTime(timezone=False))
    doors_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=False))
    rounds: Mapped[int]
    minutes: Mapped[int]
    break_minutes: Mapped[int]
    seats: Mapped[int]
    venue: Mapped[str]
    language: Mapped[str]
    contact_email: Mapped[str]
    rules: Mapped[JsonObject]
    created_at: Mapped[datetime]
    forgotten_at: Mapped[datetime | None]


class TopicRow(Row):
    """A topic of an event; `listed` ones are the organizer's, the others came with people."""

    __tablename__ = "topics"
    __table_args__ = (UniqueConstraint("event_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    name: Mapped[str]
    key: Mapped[str]  # what makes two spellings one topic
    position: Mapped[int]
    listed: Mapped[bool]


class NeedRow(Row):
    """A need of an event; `listed` ones are the organizer's, the others came with people."""

    __tablename__ = "needs"
    __table_args__ = (UniqueConstraint("event_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    name: Mapped[str]
    key: Mapped[str]
    position: Mapped[int]
    listed: Mapped[bool]
    sensitive: Mapped[bool]


class TableRow(Row):
    """A table of the room and the mentor who keeps it all evening."""

    __tablename__ = "tables"
    __table_args__ = (UniqueConstraint("host_id"),)

    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    host_id: Mapped[int | None] = mapped_column(ForeignKey("attendees.id", ondelete="SET NULL"))
