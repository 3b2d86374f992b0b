"""Tables of the print queue: jobs, and the printer of each station."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mixer_app.domain.print_jobs import JobKind, JobState, JobWish
from mixer_app.domain.stock import Flip
from mixer_app.store.rows.base import JsonList, Row, words


class PrintJobRow(Row):
    """A job of the queue; `holder` is who took it to send it, `wish_*` what is to become of a spooled one."""

    __tablename__ = "print_jobs"
    __table_args__ = (
        UniqueConstraint("request_id"),
        Index(None, "event_id", "state"),
        Index(None, "station", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    attendee_id: Mapped[int | None] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), index=True)
    kind: Mapped[JobKind] = mapped_column(words(JobKind))
    station: Mapped[str]
    printer: Mapped[str]
    reason: Mapped[str]
    state: Mapped[JobState] = mapped_column(words(JobState))
    sentence: Mapped[str]
    spool_id: Mapped[str]
    holder: Mapped[str]
    wish: Mapped[JobWish] = mapped_column(words(JobWish))
    wish_station: Mapped[str]
    wish_printer: Mapped[str]
    made_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    request_id: Mapped[str | None]
    title: Mapped[str] = mapped_column(default="")
    paper: Mapped[str] = mapped_column(default="")
    pages: Mapped[int] = mapped_column(default=1)
    copies: Mapped[int] = mapped_column(default=1)
    two_sided: Mapped[Flip] = mapped_column(words(Flip), default=Flip.NONE)
    printed: Mapped[int] = mapped_column(default=0)
    badges: Mapped[JsonList] = mapped_column(default=list)


class StationPrinterRow(Row):
    """The printer of a station and how that station last saw it."""

    __tablename__ = "station_printers"

    station: Mapped[str] = mapped_column(primary_key=True)
    printer: Mapped[str]
    title: Mapped[str]
    ready: Mapped[bool]
    sentence: Mapped[str]
    since: Mapped[datetime]
    seen_at: Mapped[datetime]
