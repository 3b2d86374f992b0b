"""Names and seats as a screen for everybody needs them: six thousand in a tenth of a second."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from mixer_app.domain.people import PersonName, Status
from mixer_app.store.rows import AttendeeRow, IntroductionRow, PlanMemberRow, PlanSide


class ScreenName(NamedTuple):
    """Someone who may be in the room."""

    name: PersonName
    code: str
    here: bool  # not gone home


class PlannedSeat(NamedTuple):
    """A pair at a table in a round."""

    round: int
    table: int
    mentor_id: int
    mentee_id: int


def names_on_screen(session: Session, event_id: int) -> dict[int, ScreenName]:
    """Everybody of an event who has not cancelled, by number."""
    row = AttendeeRow.__table__.c
    found = session.execute(
        select(row.id, row.full_name, row.given_name, row.family_name, row.code, row.status).where(
            row.event_id == event_id, row.merged_into.is_(None), row.status != Status.CANCELLED
        )
    )
    return {
        number: ScreenName(PersonName(full=full, given=given, family=family), code, status is not Status.LEFT)
        for number, full, given, family, code, status in found
    }


def planned_seats(session: Session, plan_id: int, up_to_round: int) -> list[PlannedSeat]:
    """Every pair of a plan until a round, in order."""
    row = IntroductionRow.__table__.c
    found = session.execute(
        select(row.round, row.table_number, row.mentor_id, row.mentee_id)
        .where(row.plan_id == plan_id, row.round <= up_to_round)
        .order_by(row.round)
    )
    return [PlannedSeat(*one) for one in found]


def planned_mentees(session: Session, plan_id: int) -> Iterable[int]:
    """Who moves from table to table in a plan."""
    row = PlanMemberRow.__table__.c
    return session.scalars(select(row.attendee_id).where(row.plan_id == plan_id, row.side == PlanSide.MENTEE))
