"""What must be true of a database, checked."""

from collections.abc import Callable, Iterator
from typing import Final

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from mixer_app.domain.badge_code import parse_badge_code
from mixer_app.domain.people import Status
from mixer_app.store.rows import (
    AnswerRow,
    AttendeeRow,
    AttendeeTopicRow,
    EventRow,
    IntroductionRow,
    PlanRow,
    TopicRow,
    WishRow,
)


def find_faults(session: Session) -> list[str]:
    """A sentence for each thing that is wrong with the database; empty: all is well."""
    return [sentence for check in _CHECKS for sentence in check(session)]


def _file(session: Session) -> Iterator[str]:
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        return
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check").all():
        if line != "ok":
            yield f"The file is damaged: {line}. Restore the latest backup."
    for table, _, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield f"A row of {table} refers to a row of {parent} that is not there."


def _one_table_a_round(session: Session) -> Iterator[str]:
    rows = session.execute(
        select(IntroductionRow.plan_id, IntroductionRow.round, AttendeeRow.full_name)
        .join(AttendeeRow, AttendeeRow.id == IntroductionRow.mentor_id)
        .group_by(IntroductionRow.plan_id, IntroductionRow.round, AttendeeRow.id, AttendeeRow.full_name)
        .having(func.count(func.distinct(IntroductionRow.table_number)) > 1)
    )
    for plan_id, number, name in rows:
        yield f"{_plan(session, plan_id)} puts {name} at two tables in round {number}. Plan again."


def _one_side_a_round(session: Session) -> Iterator[str]:
    other = aliased(IntroductionRow)
    rows = session.execute(
        select(IntroductionRow.plan_id, IntroductionRow.round, AttendeeRow.full_name)
        .join(
            other,
            (other.plan_id == IntroductionRow.plan_id)
            & (other.round == IntroductionRow.round)
            & (other.mentor_id == IntroductionRow.mentee_id),
        )
        .join(AttendeeRow, AttendeeRow.id == IntroductionRow.mentee_id)
        .distinct()
    )
    for plan_id, number, name in rows:
        yield f"{_plan(session, plan_id)} makes {name} mentor and mentee at once in round {number}. Plan again."


def _no_pair_twice(session: Session) -> Iterator[str]:
    mentor, mentee = aliased(AttendeeRow), aliased(AttendeeRow)
    rows = session.execute(
        select(IntroductionRow.plan_id, mentor.full_name, mentee.full_name)
        .join(mentor, mentor.id == IntroductionRow.mentor_id)
        .join(mentee, mentee.id == IntroductionRow.mentee_id)
        .group_by(IntroductionRow.plan_id, mentor.id, mentor.full_name, mentee.id, mentee.full_name)
        .having(func.count() > 1)
    )
    for plan_id, one, other in rows:
        yield f"{_plan(session, plan_id)} introduces {other} to {one} twice. Plan again."


def _own_people_only(session: Session) -> Iterator[str]:
    rows = session.execute(
        select(PlanRow.id, AttendeeRow.full_name)
        .join(IntroductionRow, IntroductionRow.plan_id == PlanRow.id)
        .join(
            AttendeeRow, or_(AttendeeRow.id == IntroductionRow.mentor_id, AttendeeRow.id == IntroductionRow.mentee_id)
        )
        .where(AttendeeRow.event_id != PlanRow.event_id)
        .distinct()
    )
    for plan_id, name in rows:
        yield f"{_plan(session, plan_id)} seats {name}, who belongs to another event. Plan again."
    names = session.scalars(
        select(AttendeeRow.full_name)
        .join(AttendeeTopicRow, AttendeeTopicRow.attendee_id == AttendeeRow.id)
        .join(TopicRow, TopicRow.id == AttendeeTopicRow.topic_id)
        .where(TopicRow.event_id != AttendeeRow.event_id)
        .distinct()
    )
    for name in names:
        yield f"{name} has a topic of another event. Edit the topics of {name}."


def _own_wishes_only(session: Session) -> Iterator[str]:
    target = aliased(AttendeeRow)
    names = session.scalars(
        select(AttendeeRow.full_name)
        .join(WishRow, WishRow.attendee_id == AttendeeRow.id)
        .join(target, target.id == WishRow.target_id)
        .where(target.event_id != AttendeeRow.event_id)
        .distinct()
    )
    for name in names:
        yield f"{name} named someone of another event. Edit what {name} said."


def _own_answers_only(session: Session) -> Iterator[str]:
    author, partner = aliased(AttendeeRow), aliased(AttendeeRow)
    rows = session.execute(
        select(author.full_name, partner.full_name)
        .join(AnswerRow, AnswerRow.from_id == author.id)
        .join(partner, partner.id == AnswerRow.to_id)
        .where(or_(author.event_id != AnswerRow.event_id, partner.event_id != AnswerRow.event_id))
    )
    for one, other in rows:
        yield f"An answer of {one} about {other} is kept with another event. Take it back and enter it again."


def _arrivals_have_times(session: Session) -> Iterator[str]:
    here = AttendeeRow.status.in_((Status.CHECKED_IN, Status.LEFT))
    names = session.scalars(select(AttendeeRow.full_name).where(here, AttendeeRow.checked_in_at.is_(None)))
    for name in names:
        yield f"{name} is checked in, but nobody noted when. Take the check-in back and repeat it."


def _merged_are_out(session: Session) -> Iterator[str]:
    kept = aliased(AttendeeRow)
    rows = session.execute(
        select(AttendeeRow.full_name, AttendeeRow.status, kept.event_id, kept.merged_into, AttendeeRow.event_id)
        .outerjoin(kept, kept.id == AttendeeRow.merged_into)
        .where(AttendeeRow.merged_into.is_not(None))
    )
    for name, status, kept_event, kept_into, event_id in rows:
        if status is not Status.CANCELLED or kept_event != event_id or kept_into is not None:
            yield f"{name} was merged, but not into one attendee of the same event. Undo the merge and repeat it."


def _codes_can_be_read(session: Session) -> Iterator[str]:
    for name, code in session.execute(select(AttendeeRow.full_name, AttendeeRow.code)):
        if parse_badge_code(code) != code:
            yield f"The badge code {code} of {name} cannot be read by a scanner. Register {name} anew."


def _plan(session: Session, plan_id: int) -> str:
    event, version = session.execute(
        select(EventRow.name, PlanRow.version)
        .join(PlanRow, PlanRow.event_id == EventRow.id)
        .where(PlanRow.id == plan_id)
    ).one()
    return f"Plan {version} of {event}"


_CHECKS: Final[tuple[Callable[[Session], Iterator[str]], ...]] = (
    _file,
    _one_table_a_round,
    _one_side_a_round,
    _no_pair_twice,
    _own_people_only,
    _own_wishes_only,
    _own_answers_only,
    _arrivals_have_times,
    _merged_are_out,
    _codes_can_be_read,
)
