"""Rounds as the evening goes: which have begun, which are held, and what took place in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from mixer_app.store.journal import record
from mixer_app.store.plans import latest_plan_id
from mixer_app.store.rows import IntroductionRow, RoundRow, RoundState

__all__ = [
    "RoundProgress",
    "RoundState",
    "held_rounds",
    "mark_round_held",
    "mark_round_started",
    "record_took_place",
    "round_progress",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundProgress:
    """How far a round has come; a round that nobody started is not listed."""

    number: int
    state: RoundState
    started_at: datetime | None
    ended_at: datetime | None


def mark_round_started(session: Session, event_id: int, number: int, *, station: str, now: datetime) -> None:
    """Note that a round has begun; again changes nothing."""
    row = _round(session, event_id, number)
    if row.state is RoundState.WAITING:
        row.state, row.started_at = RoundState.RUNNING, now
        sentence = f"Round {number} began"
        record(session, event_id=event_id, station=station, at=now, what="round began", sentence=sentence)


def mark_round_held(session: Session, event_id: int, number: int, *, station: str, now: datetime) -> None:
    """Note that a round is over; again changes nothing."""
    row = _round(session, event_id, number)
    if row.state is not RoundState.HELD:
        row.state, row.ended_at = RoundState.HELD, now
        sentence = f"Round {number} ended"
        record(session, event_id=event_id, station=station, at=now, what="round ended", sentence=sentence)


def held_rounds(session: Session, event_id: int) -> int:
    """How many rounds are over: the number of the last one held."""
    return (
        session.scalar(
            select(func.max(RoundRow.number)).where(RoundRow.event_id == event_id, RoundRow.state == RoundState.HELD)
        )
        or 0
    )


def round_progress(session: Session, event_id: int) -> list[RoundProgress]:
    """Every round that was started or held, in order."""
    rows = session.scalars(select(RoundRow).where(RoundRow.event_id == event_id).order_by(RoundRow.number))
    return [
        RoundProgress(number=row.number, state=row.state, started_at=row.started_at, ended_at=row.ended_at)
        for row in rows
    ]


def record_took_place(
    session: Session,
    event_id: int,
    number: int,
    took_place: Mapping[tuple[int, int], bool],
    *,
    station: str,
    now: datetime,
) -> None:
    """Note for pairs (mentor, mentee) of a round whether they sat together; again changes nothing."""
    plan_id = latest_plan_id(session, event_id)
    row = IntroductionRow
    rows = session.execute(
        select(row.id, row.mentor_id, row.mentee_id, row.took_place).where(row.plan_id == plan_id, row.round == number)
    )
    values = [
        {"id": row_id, "took_place": took_place[mentor_id, mentee_id]}
        for row_id, mentor_id, mentee_id, known in rows
        if took_place.get((mentor_id, mentee_id), known) is not known
    ]
    if values:
        session.execute(update(IntroductionRow), values)
        session.expire_all()
        sat = sum(value["took_place"] for value in values)
        pairs = "1 pair" if sat == 1 else f"{sat} pairs"
        sentence = f"Round {number}: {pairs} sat together"
        if sat < len(values):
            sentence += f", {len(values) - sat} did not"
        record(session, event_id=event_id, station=station, at=now, what="round noted", sentence=sentence)


def _round(session: Session, event_id: int, number: int) -> RoundRow:
    row = session.get(RoundRow, (event_id, number))
    if row is None:
        row = RoundRow(event_id=event_id, number=number, state=RoundState.WAITING)
        session.add(row)
    return row
