"""Counts of an event that read nobody: what the database can add up itself, it does."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Integer, and_, case, exists, func, select
from sqlalchemy.orm import Session

from mixer_app.domain.people import Status
from mixer_app.domain.roles import Role
from mixer_app.store.rows import AttendeeNeedRow, AttendeeRow, AttendeeTopicRow, NeedRow, Side, TopicRow


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people of one role want or offer a topic or need, and how many of them are here."""

    name: str
    offers: bool
    role: Role
    people: int
    here: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """Those who said no need and no topic: how many, and the first names by family name."""

    people: int
    first: tuple[str, ...]


def count_needs(session: Session, event_id: int) -> list[Tally]:
    """Who wants and who offers each need: the organizer's in their order, then the others."""
    return _count(session, event_id, NeedRow, AttendeeNeedRow, AttendeeNeedRow.need_id == NeedRow.id)


def count_topics(session: Session, event_id: int) -> list[Tally]:
    """Who wants and who offers each topic: the organizer's in their order, then the others."""
    return _count(session, event_id, TopicRow, AttendeeTopicRow, AttendeeTopicRow.topic_id == TopicRow.id)


def _count(
    session: Session,
    event_id: int,
    term: type[NeedRow] | type[TopicRow],
    said: type[AttendeeNeedRow] | type[AttendeeTopicRow],
    of_term: ColumnElement[bool],
) -> list[Tally]:
    asked = (
        select(term.name, said.side == Side.OFFERED, AttendeeRow.role, func.count(), _here())
        .join(said, of_term)
        .join(AttendeeRow, AttendeeRow.id == said.attendee_id)
        .where(term.event_id == event_id, AttendeeRow.status != Status.CANCELLED)
        .group_by(term.id, said.side, AttendeeRow.role)
        .order_by(term.listed.desc(), term.position, term.id)
    )
    return [Tally(*row) for row in session.execute(asked)]


def badges_and_late(session: Session, event_id: int) -> tuple[int, int]:
    """How many badges are printed, and how many who are still to come said that they come later."""
    late = and_(AttendeeRow.arrives.is_not(None), AttendeeRow.status == Status.REGISTERED)
    printed, coming = session.execute(
        select(func.count(AttendeeRow.badge_printed_at), _sum_of(late)).where(*_of_event(event_id))
    ).one()
    return printed, coming


def arrivals(session: Session, event_id: int) -> list[tuple[datetime, Role]]:
    """When each who came was checked in, and what their part is."""
    asked = select(AttendeeRow.checked_in_at, AttendeeRow.role)
    rows = session.execute(asked.where(*_of_event(event_id), AttendeeRow.checked_in_at.is_not(None)))
    return [(at, role) for at, role in rows if at is not None]


def who_came(session: Session, event_id: int) -> dict[int, Status]:
    """Everyone who is here or has left."""
    came = AttendeeRow.status.in_((Status.CHECKED_IN, Status.LEFT))
    rows = session.execute(select(AttendeeRow.id, AttendeeRow.status).where(AttendeeRow.event_id == event_id, came))
    return {number: status for number, status in rows}  # noqa: C416  # rows are no pairs to the type checker


def silent_people(session: Session, event_id: int, most: int) -> Silent:
    """Those who said no need and no topic, with the first `most` names."""
    said = (
        exists(select(row.attendee_id).where(row.attendee_id == AttendeeRow.id))
        for row in (AttendeeNeedRow, AttendeeTopicRow)
    )
    quiet = (*_of_event(event_id), *(~one for one in said))
    family = func.coalesce(func.nullif(AttendeeRow.family_name, ""), AttendeeRow.full_name)
    names = select(AttendeeRow.full_name).where(*quiet).order_by(func.lower(family), AttendeeRow.id).limit(most)
    return Silent(
        people=session.scalar(select(func.count()).select_from(AttendeeRow).where(*quiet)) or 0,
        first=tuple(session.scalars(names)),
    )


def double_names(session: Session, event_id: int) -> list[str]:
    """Names that more than one person has, whatever their capitals, in order."""
    alike = (
        select(AttendeeRow.name_key)
        .where(AttendeeRow.event_id == event_id)
        .group_by(AttendeeRow.name_key)
        .having(func.count() > 1)
    )
    names = session.scalars(
        select(AttendeeRow.full_name)
        .where(*_of_event(event_id), AttendeeRow.name_key.in_(alike))
        .order_by(AttendeeRow.family_name, AttendeeRow.id)
    )
    return [name for name, people in Counter(map(str.casefold, names)).items() if people > 1 and name]


def _of_event(event_id: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return AttendeeRow.event_id == event_id, AttendeeRow.status != Status.CANCELLED


def _here() -> ColumnElement[int]:
    return _sum_of(AttendeeRow.status == Status.CHECKED_IN)


def _sum_of(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0), type_=Integer), 0)
