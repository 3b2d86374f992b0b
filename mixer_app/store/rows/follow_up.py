"""Tables of what follows an evening: answers that do not count, meetings outside the plan, decisions, referrals."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mixer_app.domain.answers import AnswerSource
from mixer_app.domain.matches import MatchDecision
from mixer_app.domain.referrals import ReferralState
from mixer_app.store.rows.base import Row, words


class SetAsideAnswerRow(Row):
    """What another source said of the same pair: kept, but not what counts."""

    __tablename__ = "set_aside_answers"

    from_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), primary_key=True)
    to_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), primary_key=True, index=True)
    source: Mapped[AnswerSource] = mapped_column(words(AnswerSource), primary_key=True)
    answer: Mapped[str]
    refer: Mapped[bool]
    note: Mapped[str]
    helped: Mapped[int | None]
    at: Mapped[datetime]
    station: Mapped[str]
    batch: Mapped[str | None]


class MeetingRow(Row):
    """Two who met without a plan of ours; `batch` is of the import that told of it."""

    __tablename__ = "meetings"
    __table_args__ = (UniqueConstraint("mentor_id", "mentee_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)
    mentor_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"))
    mentee_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]
    station: Mapped[str]
    batch: Mapped[str | None] = mapped_column(index=True)


class MatchDecisionRow(Row):
    """What staff decided about two who both said yes."""

    __tablename__ = "match_decisions"

    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), primary_key=True)
    mentor_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), primary_key=True, index=True)
    mentee_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), primary_key=True, index=True)
    decision: Mapped[MatchDecision] = mapped_column(words(MatchDecision))
    at: Mapped[datetime]
    station: Mapped[str]


class ReferralRow(Row):
    """A mentee passed on to another mentor; `from_id` None: by staff, `mentor_id` None: to nobody yet."""

    __tablename__ = "referrals"

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)
    mentee_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), index=True)
    from_id: Mapped[int | None] = mapped_column(ForeignKey("attendees.id", ondelete="SET NULL"), index=True)
    mentor_id: Mapped[int | None] = mapped_column(ForeignKey("attendees.id", ondelete="SET NULL"), index=True)
    wanted: Mapped[str]
    state: Mapped[ReferralState] = mapped_column(words(ReferralState))
    at: Mapped[datetime]
    station: Mapped[str]


class SuggestionRow(Row):
    """What staff put into a person's summary; `other_id` None: an invitation to the next event."""

    __tablename__ = "suggestions"

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)
    attendee_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), index=True)
    other_id: Mapped[int | None] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]
    station: Mapped[str]
