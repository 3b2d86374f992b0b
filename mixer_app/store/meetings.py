"""Who met whom: by the plan, by what took place under an older version of it, and without any plan."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, func, or_, select
from sqlalchemy.orm import Session

from mixer_app.domain.plans import Introduction
from mixer_app.store.batches import insert_rows
from mixer_app.store.plans import latest_plan_id
from mixer_app.store.rows import IntroductionRow, MeetingRow, PlanRow, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Two who were brought together; `round` and `table` are 0 where no plan did."""

    mentor_id: int
    mentee_id: int
    round: int = 0
    table: int = 0
    took_place: bool | None = None

    def partner_of(self, attendee_id: int) -> int:
        """The other of the two."""
        return self.mentor_id if attendee_id == self.mentee_id else self.mentee_id


def met_by(session: Session, event_id: int, attendee_id: int) -> list[Met]:
    """Whom one person met or is to meet: by the latest plan by round, by older ones if it took place, then without."""
    return _met(session, event_id, _one_of(attendee_id), _one_outside(attendee_id))


def all_met(session: Session, event_id: int) -> list[Met]:
    """As `met_by`, of everybody."""
    return _met(session, event_id)


def were_introduced(session: Session, event_id: int, one_id: int, other_id: int) -> bool:
    """Whether the two meet in the latest plan, sat together under any version of it, or met without one."""
    pairs = ((one_id, other_id), (other_id, one_id))
    seats = or_(*(and_(IntroductionRow.mentor_id == a, IntroductionRow.mentee_id == b) for a, b in pairs))
    outside = or_(*(and_(MeetingRow.mentor_id == a, MeetingRow.mentee_id == b) for a, b in pairs))
    return bool(_met(session, event_id, seats, outside))


def earlier_meetings(session: Session, event_id: int) -> list[Introduction]:
    """Talks that took place under an older plan and are not in the latest, by round."""
    latest = latest_plan_id(session, event_id)
    rows = session.execute(
        select(
            IntroductionRow.mentor_id,
            IntroductionRow.mentee_id,
            func.min(IntroductionRow.round).label("round"),
            func.min(IntroductionRow.table_number).label("table"),
            func.max(IntroductionRow.score).label("score"),
        )
        .join(PlanRow, PlanRow.id == IntroductionRow.plan_id)
        .where(PlanRow.event_id == event_id, IntroductionRow.plan_id != latest, IntroductionRow.took_place.is_(True))
        .group_by(IntroductionRow.mentor_id, IntroductionRow.mentee_id)
    ).all()
    seats = select(IntroductionRow.mentor_id, IntroductionRow.mentee_id).where(IntroductionRow.plan_id == latest)
    now_there = {(mentor_id, mentee_id) for mentor_id, mentee_id in session.execute(seats)}
    found = [
        Introduction(
            round=row.round,
            table=row.table,
            mentor_id=row.mentor_id,
            mentee_id=row.mentee_id,
            score=row.score,
            took_place=True,
        )
        for row in rows
        if (row.mentor_id, row.mentee_id) not in now_there
    ]
    return sorted(found, key=lambda one: (one.round, one.table, one.mentee_id))


def outside_meetings(session: Session, event_id: int) -> list[tuple[int, int]]:
    """Pairs (mentor, mentee) who met without a plan, in the order in which that was noted."""
    rows = session.execute(
        select(MeetingRow.mentor_id, MeetingRow.mentee_id)
        .where(MeetingRow.event_id == event_id)
        .order_by(MeetingRow.id)
    )
    return [(mentor_id, mentee_id) for mentor_id, mentee_id in rows]


def add_meetings(
    session: Session,
    event_id: int,
    pairs: Iterable[tuple[int, int]],
    *,
    at: datetime,
    station: str,
    batch: str | None = None,
) -> None:
    """Note that pairs (mentor, mentee), of whom it is not known yet, met without a plan."""
    noted = {"event_id": event_id, "at": at, "station": station, "batch": batch}
    insert_rows(session, MeetingRow, [noted | {"mentor_id": one, "mentee_id": other} for one, other in pairs])


def drop_meeting(session: Session, one_id: int, other_id: int) -> None:
    """Take back that two met without a plan."""
    session.execute(delete(MeetingRow).where(_outside(one_id, other_id)))


def drop_batch(session: Session, batch: str) -> None:
    """Take away the meetings that an import told of."""
    session.execute(delete(MeetingRow).where(MeetingRow.batch == batch))


def meeting_between(one_id: int, other_id: int) -> dict[type[Row], ColumnElement[bool]]:
    """Every row that noting a meeting of these two can change."""
    return {MeetingRow: _outside(one_id, other_id)}


def _met(session: Session, event_id: int, *only: ColumnElement[bool]) -> list[Met]:
    """`only` narrows introductions first, then meetings outside."""
    latest = latest_plan_id(session, event_id)
    found: dict[tuple[int, int], Met] = {}
    for row in session.execute(
        select(
            IntroductionRow.mentor_id,
            IntroductionRow.mentee_id,
            IntroductionRow.round,
            IntroductionRow.table_number,
            IntroductionRow.took_place,
        )
        .join(PlanRow, PlanRow.id == IntroductionRow.plan_id)
        .where(
            PlanRow.event_id == event_id,
            or_(IntroductionRow.plan_id == latest, IntroductionRow.took_place.is_(True)),
            *only[:1],
        )
        .order_by(PlanRow.version.desc(), IntroductionRow.round, IntroductionRow.table_number, IntroductionRow.id)
    ):
        pair = (row.mentor_id, row.mentee_id)
        found.setdefault(
            pair,
            Met(
                mentor_id=pair[0], mentee_id=pair[1], round=row.round, table=row.table_number, took_place=row.took_place
            ),
        )
    planned = _by_round(list(found.values()))
    outside = session.execute(
        select(MeetingRow.mentor_id, MeetingRow.mentee_id)
        .where(MeetingRow.event_id == event_id, *only[1:])
        .order_by(MeetingRow.id)
    )
    without = [Met(mentor_id=one, mentee_id=other, took_place=True) for one, other in outside]
    return [*planned, *(one for one in without if (one.mentor_id, one.mentee_id) not in found)]


def _by_round(found: Sequence[Met]) -> list[Met]:
    return sorted(found, key=lambda one: (one.round, one.table, one.mentee_id))


def _one_of(attendee_id: int) -> ColumnElement[bool]:
    return or_(IntroductionRow.mentor_id == attendee_id, IntroductionRow.mentee_id == attendee_id)


def _one_outside(attendee_id: int) -> ColumnElement[bool]:
    return or_(MeetingRow.mentor_id == attendee_id, MeetingRow.mentee_id == attendee_id)


def _outside(one_id: int, other_id: int) -> ColumnElement[bool]:
    pairs = ((one_id, other_id), (other_id, one_id))
    return or_(*(and_(MeetingRow.mentor_id == a, MeetingRow.mentee_id == b) for a, b in pairs))
