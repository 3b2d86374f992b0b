"""Tables that only grow: check-ins, answers, the journal, imports and remembered columns."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mixer_app.domain.answers import AnswerSource
from mixer_app.store.rows.base import JsonObject, Row, words


class CheckInAction(StrEnum):
    """What happened to someone at the door."""

    CHECKED_IN = "checked in"
    UNDONE = "undone"
    LEFT = "left"


class CheckInRow(Row):
    """Something that happened at the door; `request_id` makes doing it twice doing it once."""

    __tablename__ = "check_ins"
    __table_args__ = (UniqueConstraint("request_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    attendee_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), index=True)
    action: Mapped[CheckInAction] = mapped_column(words(CheckInAction))
    at: Mapped[datetime]
    station: Mapped[str]
    request_id: Mapped[str | None]


class AnswerRow(Row):
    """What one attendee answered about another after they met, as far as it counts."""

    __tablename__ = "answers"
    __table_args__ = (UniqueConstraint("from_id", "to_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)
    from_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"))
    to_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), index=True)
    answer: Mapped[str]
    refer: Mapped[bool]
    note: Mapped[str]
    helped: Mapped[int | None]
    source: Mapped[AnswerSource] = mapped_column(words(AnswerSource), server_default=AnswerSource.PAPER.value)
    at: Mapped[datetime]
    station: Mapped[str]
    batch: Mapped[str | None] = mapped_column(index=True)  # of the import that brought it


class JournalRow(Row):
    """A change: who, when, what, and what is needed to take it back. Rows are added, never edited."""

    __tablename__ = "journal"
    __table_args__ = (
        Index(None, "event_id", "id"),
        Index(None, "event_id", "station", "id"),  # what a station did last, however much the others have done
        {"sqlite_autoincrement": True},  # a number is never given twice: screens follow the journal by it
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    attendee_id: Mapped[int | None] = mapped_column(ForeignKey("attendees.id", ondelete="SET NULL"), index=True)
    at: Mapped[datetime]
    station: Mapped[str]
    what: Mapped[str]
    sentence: Mapped[str]  # "{name}" stands for the attendee, who may be forgotten later
    payload: Mapped[JsonObject | None]
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("journal.id"), index=True)


class JournalPrivateRow(Row):
    """What only control may read of a change: the rest of its payload, and its sentence where that tells too much."""

    __tablename__ = "journal_private"

    id: Mapped[int] = mapped_column(ForeignKey("journal.id", ondelete="CASCADE"), primary_key=True)
    sentence: Mapped[str]
    payload: Mapped[JsonObject]


class ImportRow(Row):
    """An import of one or several files, as one step."""

    __tablename__ = "imports"

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]
    station: Mapped[str]
    account: Mapped[JsonObject]
    undone_at: Mapped[datetime | None]


class ImportStepRow(Row):
    """What an import did to one attendee: `before` is None for one that it added."""

    __tablename__ = "import_steps"

    import_id: Mapped[int] = mapped_column(ForeignKey("imports.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    attendee_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), index=True)
    before: Mapped[JsonObject | None]
    after: Mapped[JsonObject]


class ColumnMappingRow(Row):
    """How a person mapped the columns of files with these headers."""

    __tablename__ = "column_mappings"

    header_key: Mapped[str] = mapped_column(primary_key=True)
    mapping: Mapped[JsonObject]
