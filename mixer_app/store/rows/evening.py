"""Tables of the live evening: what staff did to its clock, and who was seen where."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from mixer_app.domain.evening import ActKind
from mixer_app.store.rows.base import JsonObject, Row, words


class LiveActRow(Row):
    """One act of staff; rows are added, and at most marked as undone."""

    __tablename__ = "live_acts"

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)
    kind: Mapped[ActKind] = mapped_column(words(ActKind))
    at: Mapped[datetime]
    round: Mapped[int]
    seconds: Mapped[int]
    schedule: Mapped[JsonObject | None]
    station: Mapped[str]
    undone: Mapped[bool]


class SightingRow(Row):
    """Whether someone was seen at their table in a round; where nobody looked there is no row."""

    __tablename__ = "sightings"

    attendee_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), primary_key=True)
    round: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seen: Mapped[bool]
    at: Mapped[datetime]
    station: Mapped[str]
