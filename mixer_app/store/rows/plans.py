"""Tables of plans: versions, introductions, who was planned for, who has none, and what staff decided of pairs."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mixer_app.domain.plan_edits import PairRule
from mixer_app.store.rows.base import JsonList, Row, words


class PlanSide(StrEnum):
    """The side on which someone was planned; an attendee with both roles has two rows."""

    MENTOR = "mentor"
    MENTEE = "mentee"


class PlanRow(Row):
    """One version of an event's plan; never edited but for `published_at`."""

    __tablename__ = "plans"
    __table_args__ = (UniqueConstraint("event_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    version: Mapped[int]
    made_at: Mapped[datetime]
    station: Mapped[str]
    published_at: Mapped[datetime | None]
    rounds: Mapped[int]
    meetings: Mapped[int]
    fewest: Mapped[int]
    kept: Mapped[int]
    strong_mentees: Mapped[int]
    discovery_mentees: Mapped[int]
    total_score: Mapped[float]
    optimal: Mapped[bool]
    fairest: Mapped[bool]
    bound_meetings: Mapped[int]
    bound_score: Mapped[float]


class PlanMemberRow(Row):
    """Someone whom a plan was made for."""

    __tablename__ = "plan_members"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plans.id", ondelete="CASCADE"), primary_key=True)
    side: Mapped[PlanSide] = mapped_column(words(PlanSide), primary_key=True)
    attendee_id: Mapped[int] = mapped_column(
        ForeignKey("attendees.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    position: Mapped[int]


class IntroductionRow(Row):
    """One mentor and one mentee at one table in one round, and why."""

    __tablename__ = "introductions"
    __table_args__ = (UniqueConstraint("plan_id", "round", "mentee_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plans.id", ondelete="CASCADE"))
    round: Mapped[int]
    table_number: Mapped[int]
    mentor_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), index=True)
    mentee_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), index=True)
    score: Mapped[float]
    evidence: Mapped[JsonList]
    locked: Mapped[bool]
    took_place: Mapped[bool | None]


class PlanWithoutRow(Row):
    """An attendee who has no introduction in a plan, and why."""

    __tablename__ = "plan_without"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plans.id", ondelete="CASCADE"), primary_key=True)
    attendee_id: Mapped[int] = mapped_column(
        ForeignKey("attendees.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    position: Mapped[int]
    reason: Mapped[str]


class PairRuleRow(Row):
    """What staff decided about a pair at an event."""

    __tablename__ = "pair_rules"

    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), primary_key=True)
    mentor_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), primary_key=True, index=True)
    mentee_id: Mapped[int] = mapped_column(ForeignKey("attendees.id", ondelete="CASCADE"), primary_key=True, index=True)
    rule: Mapped[PairRule] = mapped_column(words(PairRule))
