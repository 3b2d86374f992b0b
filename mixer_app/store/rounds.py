"""What took place in the rounds of a plan."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from mixer_app.store.journal import record
from mixer_app.store.plans import latest_plan_id
from mixer_app.store.rows import IntroductionRow


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


def forget_what_took_place(session: Session, event_id: int, number: int) -> None:
    """Take back what was noted of a round that goes on after all."""
    of_round = (IntroductionRow.plan_id == latest_plan_id(session, event_id), IntroductionRow.round == number)
    session.execute(update(IntroductionRow).where(*of_round).values(took_place=None))
    session.expire_all()
