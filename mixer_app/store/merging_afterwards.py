"""What follows the talks of attendees who are made one: set-aside answers, meetings, decisions, referrals."""

from collections.abc import Collection, Hashable, Sequence
from typing import Any, Final, TypeAlias

from sqlalchemy import ColumnElement, Table, delete, or_, select
from sqlalchemy.orm import Session

from mixer_app.store.batches import insert_rows
from mixer_app.store.rows import (
    MatchDecisionRow,
    MeetingRow,
    ReferralRow,
    Row,
    SetAsideAnswerRow,
    SuggestionRow,
)

_Columns: TypeAlias = tuple[str, ...]

_WHO: Final[dict[type[Row], _Columns]] = {
    SetAsideAnswerRow: ("from_id", "to_id"),
    MeetingRow: ("mentor_id", "mentee_id"),
    MatchDecisionRow: ("mentor_id", "mentee_id"),
    ReferralRow: ("mentee_id", "from_id", "mentor_id"),
    SuggestionRow: ("attendee_id", "other_id"),
}
"""The columns of each table that name attendees."""

_ONCE: Final[dict[type[Row], _Columns]] = {
    SetAsideAnswerRow: ("source",),
    MeetingRow: (),
    MatchDecisionRow: (),
    ReferralRow: ("wanted", "state"),
    SuggestionRow: (),
}
"""What else, beside who it is about, makes a row one of its own: of two alike the newer stays."""


def concerned(attendee_ids: Collection[int]) -> dict[type[Row], ColumnElement[bool]]:
    """Every row that putting these attendees together can change."""
    return {kind: _names(kind, attendee_ids) for kind in _WHO}


def move_afterwards(session: Session, kept: int, other: int) -> None:
    """Give `kept` what `other` has; what would then be about one person alone, or stands there already, goes."""
    for kind in _WHO:
        table = kind.metadata.tables[kind.__tablename__]
        newest_first = (table.c.at.desc(), *table.primary_key)
        rows = session.execute(select(table).where(_names(kind, (kept, other))).order_by(*newest_first))
        _write(session, table, kind, [dict(row) for row in rows.mappings()], kept, other)
    session.expire_all()


def _write(
    session: Session, table: Table, kind: type[Row], rows: Sequence[dict[str, Any]], kept: int, other: int
) -> None:
    """All rows go before any comes back: two may have to change places."""
    stays: dict[tuple[Hashable, ...], dict[str, Any]] = {}
    for row in rows:
        session.execute(delete(table).where(*(column == row[column.name] for column in table.primary_key)))
        new = row | {name: kept for name in _WHO[kind] if row[name] == other}
        named = [new[name] for name in _WHO[kind] if new[name] is not None]
        if len(set(named)) == len(named):
            stays.setdefault(tuple(new[name] for name in (*_WHO[kind], *_ONCE[kind])), new)
    insert_rows(session, kind, list(stays.values()))


def _names(kind: type[Row], attendee_ids: Collection[int]) -> ColumnElement[bool]:
    table = kind.metadata.tables[kind.__tablename__]
    return or_(*(table.c[name].in_(attendee_ids) for name in _WHO[kind]))
