"""What staff were told about pairs, three months after they met."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from mixer_app.domain.programme import ContactCheck
from mixer_app.store.rows import ContactCheckRow


@dataclass(frozen=True, slots=True)
class StoredCheck:
    """A check, of which event, and when it was noted."""

    event_id: int
    check: ContactCheck
    at: datetime


def put_check(
    session: Session,
    event_id: int,
    pair: tuple[int, int],
    check: ContactCheck | None,
    *,
    station: str,
    now: datetime,
) -> None:
    """Store what is known of a pair (mentor, mentee) in place of what was; None: nothing."""
    mentor_id, mentee_id = pair
    if check is None:
        session.execute(delete(ContactCheckRow).where(*_is(pair)))
        return
    row = session.scalar(select(ContactCheckRow).where(*_is(pair)))
    if row is None:
        row = ContactCheckRow(event_id=event_id, mentor_id=mentor_id, mentee_id=mentee_id)
        session.add(row)
    row.in_touch, row.how_often, row.goal = check.in_touch, check.how_often, check.goal
    row.goes_on, row.note = check.goes_on, check.note
    row.at, row.station = now, station
    session.flush()


def get_check(session: Session, pair: tuple[int, int]) -> ContactCheck | None:
    """What is known of a pair (mentor, mentee)."""
    row = session.scalar(select(ContactCheckRow).where(*_is(pair)))
    return _check(row) if row is not None else None


def all_checks(session: Session) -> dict[tuple[int, int], StoredCheck]:
    """Every check of every event, by pair (mentor, mentee)."""
    rows = session.scalars(select(ContactCheckRow))
    return {(row.mentor_id, row.mentee_id): StoredCheck(row.event_id, _check(row), row.at) for row in rows}


def _is(pair: tuple[int, int]):  # conditions; SQLAlchemy's own type for them says nothing
    return ContactCheckRow.mentor_id == pair[0], ContactCheckRow.mentee_id == pair[1]


def _check(row: ContactCheckRow) -> ContactCheck:
    return ContactCheck(
        in_touch=row.in_touch, how_often=row.how_often, goal=row.goal, goes_on=row.goes_on, note=row.note
    )
