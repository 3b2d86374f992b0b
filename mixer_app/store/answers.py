"""What people answered about each other after they met: what counts, and what other sources said."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from mixer_app.domain.answers import Answer, AnswerSource, GivenAnswer
from mixer_app.store.rows import AnswerRow, Row, SetAsideAnswerRow

_CONTENT = ("answer", "refer", "note", "helped", "source", "at", "station", "batch")


class SheetCount(NamedTuple):
    """What one person answered, counted; `at` and `station` are of the newest answer."""

    from_id: int
    yes: int
    no: int
    not_met: int
    at: datetime
    station: str


def put_answer(session: Session, event_id: int, given: GivenAnswer, *, batch: str | None = None) -> None:
    """Let an answer count from now on; what another source said of the same pair is set aside."""
    row = _row(session, given.from_id, given.to_id)
    if row is None:
        row = AnswerRow(event_id=event_id, from_id=given.from_id, to_id=given.to_id)
        session.add(row)
    elif row.source is not given.source:
        _set_aside(session, row)
    _fill(row, given, batch)
    session.flush()
    session.execute(delete(SetAsideAnswerRow).where(*_aside(given.from_id, given.to_id, given.source)))


def put_answer_unread(session: Session, event_id: int, from_id: int, to_id: int, said: Mapping[str, Any]) -> None:
    """Let an answer count without reading what was answered before; what `said` does not name stays as it was.

    The server itself sets aside what another source said (see the migration 0013).
    """
    about = AnswerRow.from_id == from_id, AnswerRow.to_id == to_id
    if session.scalar(select(AnswerRow.id).where(*about)) is None:
        plain = {"refer": False, "note": "", "helped": None, "batch": None}
        session.execute(
            insert(AnswerRow).inline(), plain | {"event_id": event_id, "from_id": from_id, "to_id": to_id, **said}
        )
    else:
        put = update(AnswerRow).where(*about).values(**said, batch=None)
        session.execute(put.execution_options(synchronize_session=False))
    session.execute(delete(SetAsideAnswerRow).where(*_aside(from_id, to_id, said["source"])))


def answered_by(session: Session, attendee_id: int) -> set[int]:
    """About whom someone has answered, whatever it says."""
    return set(session.scalars(select(AnswerRow.to_id).where(AnswerRow.from_id == attendee_id)))


def drop_answer(session: Session, from_id: int, to_id: int, source: AnswerSource) -> None:
    """Leave nothing of what one source said about a pair; the newest of the others counts, if there is one."""
    session.execute(delete(SetAsideAnswerRow).where(*_aside(from_id, to_id, source)))
    row = _row(session, from_id, to_id)
    if row is None or row.source is not source:
        return
    aside = session.scalars(
        select(SetAsideAnswerRow)
        .where(SetAsideAnswerRow.from_id == from_id, SetAsideAnswerRow.to_id == to_id)
        .order_by(SetAsideAnswerRow.at.desc(), SetAsideAnswerRow.source)
    ).first()
    if aside is None:
        session.delete(row)
    else:
        _fill(row, _given(aside), aside.batch)
        session.delete(aside)
    session.flush()


def choose_source(session: Session, from_id: int, to_id: int, source: AnswerSource) -> bool:
    """Let what another source said count in place of what counts now; False: there is no such answer."""
    row = _row(session, from_id, to_id)
    aside = session.get(SetAsideAnswerRow, (from_id, to_id, source))
    if row is None or aside is None:
        return row is not None and row.source is source
    chosen, batch = _given(aside), aside.batch
    session.delete(aside)
    session.flush()
    _set_aside(session, row)
    _fill(row, chosen, batch)
    session.flush()
    return True


def add_answers(session: Session, event_id: int, given: Iterable[GivenAnswer], *, batch: str | None = None) -> None:
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
            "source": one.source,
            "at": one.at,
            "station": one.station,
            "batch": batch,
        }
        for one in given
    ]
    if values:
        session.execute(insert(AnswerRow), values)


def answer_between(session: Session, from_id: int, to_id: int) -> GivenAnswer | None:
    """What one person answered about another, as it counts; None while open."""
    row = _row(session, from_id, to_id)
    return _given(row) if row is not None else None


def all_answers(session: Session, event_id: int) -> list[GivenAnswer]:
    """Every answer of an event that counts, in the order in which people first answered."""
    rows = session.execute(select(AnswerRow.__table__).where(AnswerRow.event_id == event_id).order_by(AnswerRow.id))
    return [_read(row) for row in rows.mappings()]


def answered_ways(session: Session, event_id: int) -> set[tuple[int, int]]:
    """(who, about whom) of every answer of an event, whatever it says."""
    rows = session.execute(select(AnswerRow.from_id, AnswerRow.to_id).where(AnswerRow.event_id == event_id))
    return {(from_id, to_id) for from_id, to_id in rows}


def answers_around(session: Session, attendee_id: int) -> list[GivenAnswer]:
    """What one person answered, and what others answered about them."""
    around = or_(AnswerRow.from_id == attendee_id, AnswerRow.to_id == attendee_id)
    rows = session.execute(select(AnswerRow.__table__).where(around).order_by(AnswerRow.id))
    return [_read(row) for row in rows.mappings()]


def set_aside_of(session: Session, from_id: int) -> list[GivenAnswer]:
    """What other sources said of one person's answers, the newest first."""
    rows = session.scalars(
        select(SetAsideAnswerRow)
        .where(SetAsideAnswerRow.from_id == from_id)
        .order_by(SetAsideAnswerRow.at.desc(), SetAsideAnswerRow.source)
    )
    return [_given(row) for row in rows]


def sheets_entered_last(session: Session, event_id: int, source: AnswerSource, limit: int) -> list[SheetCount]:
    """Who answered from one source, counted, the last first."""
    newest = func.max(AnswerRow.at).label("newest")
    people = session.execute(
        select(AnswerRow.from_id, newest)
        .where(AnswerRow.event_id == event_id, AnswerRow.source == source)
        .group_by(AnswerRow.from_id)
        .order_by(newest.desc(), AnswerRow.from_id)
        .limit(limit)
    ).all()
    return [_counted(session, event_id, from_id) for from_id, _ in people]


def between(from_id: int, to_id: int) -> dict[type[Row], ColumnElement[bool]]:
    """Every row that an answer of one person about another can change."""
    return {
        AnswerRow: and_(AnswerRow.from_id == from_id, AnswerRow.to_id == to_id),
        SetAsideAnswerRow: and_(SetAsideAnswerRow.from_id == from_id, SetAsideAnswerRow.to_id == to_id),
    }


def by(from_id: int) -> dict[type[Row], ColumnElement[bool]]:
    """Every row that holds an answer of one person."""
    return {AnswerRow: AnswerRow.from_id == from_id, SetAsideAnswerRow: SetAsideAnswerRow.from_id == from_id}


def drop_batch(session: Session, batch: str) -> int:
    """Take away the answers that an import brought and nobody has changed since; how many."""
    session.execute(delete(SetAsideAnswerRow).where(SetAsideAnswerRow.batch == batch))
    found = session.execute(select(func.count()).select_from(AnswerRow).where(AnswerRow.batch == batch)).scalar_one()
    session.execute(delete(AnswerRow).where(AnswerRow.batch == batch))
    return found


def _counted(session: Session, event_id: int, from_id: int) -> SheetCount:
    rows = session.execute(
        select(AnswerRow.answer, AnswerRow.at, AnswerRow.station)
        .where(AnswerRow.event_id == event_id, AnswerRow.from_id == from_id)
        .order_by(AnswerRow.at.desc(), AnswerRow.id.desc())
    ).all()
    said = [row.answer for row in rows]
    return SheetCount(
        from_id,
        said.count(Answer.YES.value),
        said.count(Answer.NO.value),
        said.count(Answer.NOT_MET.value),
        rows[0].at,
        rows[0].station,
    )


def _row(session: Session, from_id: int, to_id: int) -> AnswerRow | None:
    return session.scalar(select(AnswerRow).where(AnswerRow.from_id == from_id, AnswerRow.to_id == to_id))


def _aside(from_id: int, to_id: int, source: AnswerSource) -> tuple[ColumnElement[bool], ...]:
    return (
        SetAsideAnswerRow.from_id == from_id,
        SetAsideAnswerRow.to_id == to_id,
        SetAsideAnswerRow.source == source,
    )


def _set_aside(session: Session, row: AnswerRow) -> None:
    values = {name: getattr(row, name) for name in _CONTENT}
    session.merge(SetAsideAnswerRow(from_id=row.from_id, to_id=row.to_id, **values))
    session.flush()


def _fill(row: AnswerRow, given: GivenAnswer, batch: str | None) -> None:
    row.answer, row.refer, row.note, row.helped = given.answer.value, given.refer, given.note, given.helped
    row.source, row.at, row.station, row.batch = given.source, given.at, given.station, batch


def _given(row: AnswerRow | SetAsideAnswerRow) -> GivenAnswer:
    return _read({name: getattr(row, name) for name in ("from_id", "to_id", *_CONTENT)})


def _read(row: Mapping[Any, Any]) -> GivenAnswer:
    return GivenAnswer(
        from_id=row["from_id"],
        to_id=row["to_id"],
        answer=Answer(row["answer"]),
        refer=row["refer"],
        note=row["note"],
        helped=row["helped"],
        source=row["source"],
        at=row["at"],
        station=row["station"],
    )
