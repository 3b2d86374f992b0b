"""Tables of the programme: how pairs fare after the evening."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mixer_app.domain.programme import GoalState, HowOften
from mixer_app.store.rows.base import Row, words


class ContactCheckRow(Row):
    """What staff were told about a mutual match, three months on."""

    __tablename__ = "contact_checks"
    __table_args__ = (UniqueConstraint("mentor_id", "mentee_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)
    mentor_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"))
    mentee_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), index=True)
    in_touch: Mapped[bool | None]
    how_often: Mapped[HowOften | None] = mapped_column(words(HowOften))
    goal: Mapped[GoalState | None] = mapped_column(words(GoalState))
    goes_on: Mapped[bool | None]
    note: Mapped[str]
    at: Mapped[datetime]
    station: Mapped[str]
