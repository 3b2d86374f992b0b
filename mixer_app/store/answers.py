"""What people answered about each other after they met."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, or_, select
from sqlalchemy.orm import Session

from mixer_app.store.plans import latest_plan_id
from mixer_app.store.rows import AnswerRow, IntroductionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAnswer:
    """One side's answer; `answer` is a word of `services.answers.Answer`."""

    from_id: int
    to_id: int
    answer: str
    refer: bool
    note: str
    helped: bool | None
    at: datetime


def put_answer(session: Session, event_id: int, given: StoredAnswer, *, station: str) -> StoredAnswer | None:
    """Store an answer in place of an earlier one, which is returned."""
    row = session.scalar(select(AnswerRow).where(AnswerRow.from_id == given.from_id, AnswerRow.to_id == given.to_id))
    before = _answer(row) if row is not None else None
    if row is None:
        row = AnswerRow(event_id=event_id, from_id=given.from_id, to_id=given.to_id)
        session.add(row)
    row.answer, row.refer, row.note, row.helped = given.answer, given.refer, given.note, given.helped
    row.at, row.station = given.at, station
    session.flush()
    return before


def add_answers(session: Session, event_id: int, given: Iterable[StoredAnswer], *, station: str) -> None:
    """Store many answers at once, of pairs about whom nobody has answered yet."""
    values = [
        {
            "event_id": event_id,
            "from_id": one.from_id,
            "to_id": one.to_id,
            "answer": one.answer,
            "refer": one.refer,
            "note": one.note,
            "helped": one.helped,
            "at": one.at,
            "station": station,
        }
        for one in given
    ]
    if values:
        session.execute(insert(AnswerRow), values)


def all_answers(session: Session, event_id: int) -> list[StoredAnswer]:
    """Every answer of an event, in the order in which people first answered."""
    rows = session.scalars(select(AnswerRow).where(AnswerRow.event_id == event_id).order_by(AnswerRow.id))
    return [_answer(row) for row in rows]


def were_introduced(session: Session, event_id: int, one_id: int, other_id: int) -> bool:
    """Whether the two meet in the latest plan, or sat together in any version of it."""
    pairs = (
        (IntroductionRow.mentor_id == one_id) & (IntroductionRow.mentee_id == other_id),
        (IntroductionRow.mentor_id == other_id) & (IntroductionRow.mentee_id == one_id),
    )
    now = IntroductionRow.plan_id == latest_plan_id(session, event_id)
    found = session.scalar(
        select(IntroductionRow.id).where(or_(*pairs), or_(now, IntroductionRow.took_place.is_(True))).limit(1)
    )
    return found is not None


def _answer(row: AnswerRow) -> StoredAnswer:
    return StoredAnswer(
        from_id=row.from_id,
        to_id=row.to_id,
        answer=row.answer,
        refer=row.refer,
        note=row.note,
        helped=row.helped,
        at=row.at,
    )
