"""The seats of one person in the plan that is out; quick, because someone stands at the kiosk."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from mixer_app.store.rows import IntroductionRow, PlanRow


class Seat(NamedTuple):
    """A person's place in one round."""

    round: int
    table: int
    mentor_id: int


class PublishedPlan(NamedTuple):
    """Which version is out, and since when."""

    id: int
    published_at: datetime
    rounds: int


def published_plan(session: Session, event_id: int) -> PublishedPlan | None:
    """The newest version of an event's plan that was published; None: none is out."""
    row = session.execute(
        select(PlanRow.id, PlanRow.published_at, PlanRow.rounds)
        .where(PlanRow.event_id == event_id, PlanRow.published_at.is_not(None))
        .order_by(PlanRow.version.desc())
        .limit(1)
    ).first()
    return PublishedPlan(row.id, row.published_at, row.rounds) if row is not None else None


def seats_of(session: Session, plan_id: int, attendee_id: int) -> list[Seat]:
    """Where someone sits in a plan, as mentor or mentee, by round."""
    rows = session.execute(
        select(IntroductionRow.round, IntroductionRow.table_number, IntroductionRow.mentor_id)
        .where(
            IntroductionRow.plan_id == plan_id,
            or_(IntroductionRow.mentor_id == attendee_id, IntroductionRow.mentee_id == attendee_id),
        )
        .order_by(IntroductionRow.round)
    )
    return [Seat(*row) for row in rows]


def tables_of_all(session: Session, plan_id: int) -> dict[int, dict[int, int]]:
    """The table of everyone in each round of a plan."""
    row = IntroductionRow
    tables: dict[int, dict[int, int]] = {}
    for one in session.execute(
        select(row.round, row.table_number, row.mentor_id, row.mentee_id).where(row.plan_id == plan_id)
    ):
        for person in (one.mentor_id, one.mentee_id):
            tables.setdefault(person, {})[one.round] = one.table_number
    return tables
