"""The rows of one event, and which of their values are numbers of other rows: found in the schema.

So a new table is not forgotten when an event moves: its rows are found by what ties them to the event.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, TypeAlias

from sqlalchemy import ColumnElement, Table, or_, select
from sqlalchemy.orm import Session

from mixer_app.store.rows import (
    AttendeeRow,
    ColumnMappingRow,
    ImportRow,
    JournalRow,
    PersonRow,
    PlanRow,
    Row,
    SettingRow,
)

Rows: TypeAlias = dict[str, list[dict[str, Any]]]
"""Rows by the name of their table, by their keys."""

_WITHOUT_KEY: Final = {("attendees", "merged_into"): "attendees", ("persons", "merged_into"): "persons"}
"""Columns that name a row without a foreign key, by table and column."""

_PARENTS: Final = (PlanRow, ImportRow, JournalRow, AttendeeRow)
"""By whom a row without a column for the event belongs to one, in this order."""

_OF_A_STATION: Final = "clock"
"""How settings begin that are about the clock of a station, not about any event."""


@dataclass(frozen=True, slots=True)
class EventContent:
    """All that is known of one event."""

    rows: Rows
    """Every row of it; persons are those of its people."""

    also: list[dict[str, Any]]
    """Persons of other events who were merged with one of its people."""

    common: Rows
    """What belongs to the whole database and the event works with: the PIN, own stocks, remembered columns."""


def event_content(session: Session, event_id: int) -> EventContent:
    """Read all that belongs to an event."""
    rows = rows_of_event(session, event_id)
    own = {row["id"] for row in rows["persons"]}
    stands = {row["merged_into"] or row["id"] for row in rows["persons"]}
    merged = _rows(session, _table(PersonRow), or_(PersonRow.merged_into.is_not(None), PersonRow.id.in_(_stood_for())))
    also = [row for row in merged if row["id"] not in own and (row["merged_into"] or row["id"]) in stands]
    of_all = SettingRow.event_id.is_(None), ~SettingRow.key.startswith(_OF_A_STATION)
    common = {
        "settings": _rows(session, _table(SettingRow), *of_all),
        "column_mappings": _rows(session, _table(ColumnMappingRow)),
    }
    return EventContent(rows, also, common)


def rows_of_event(session: Session, event_id: int) -> Rows:
    """Every row of an event; tables come after those that they refer to."""
    found = {table.name: belongs_to(table, event_id) for table in Row.metadata.sorted_tables}
    return {
        name: _rows(session, Row.metadata.tables[name], condition)
        for name, condition in found.items()
        if condition is not None
    }


def belongs_to(table: Table, event_id: int) -> ColumnElement[bool] | None:
    """Which rows of a table belong to an event; None: it is of the whole database."""
    if table.name == "events":
        return table.c.id == event_id
    if table.name == "persons":
        return table.c.id.in_(select(AttendeeRow.person_id).where(AttendeeRow.event_id == event_id))
    if "event_id" in table.c:
        return table.c.event_id == event_id
    for parent in _PARENTS:
        for column in table.c:
            if any(key.column.table is parent.__table__ for key in column.foreign_keys):
                return column.in_(select(parent.id).where(parent.event_id == event_id))
    return None


@cache
def named_by(table_name: str) -> Mapping[str, str]:
    """Columns of a table that hold the number of a row, each with the table of that row; its own number included."""
    table = Row.metadata.tables[table_name]
    named = {key.parent.name: key.column.table.name for key in table.foreign_keys}
    named |= {column: to for (of, column), to in _WITHOUT_KEY.items() if of == table_name}
    own = table.autoincrement_column
    return named if own is None else named | {own.name: table_name}


def _stood_for() -> Any:
    return select(PersonRow.merged_into).where(PersonRow.merged_into.is_not(None))


def _rows(session: Session, table: Table, *conditions: ColumnElement[bool]) -> list[dict[str, Any]]:
    asked = select(table).where(*conditions)
    keys = [column.name for column in table.primary_key]
    rows = (dict(row) for row in session.connection().execute(asked).mappings())
    return sorted(rows, key=lambda row: [_by(row[key]) for key in keys])


def _by(key: Any) -> tuple[bool, Any]:
    """Alike on every database: texts are in another order elsewhere."""
    return isinstance(key, str), key


def _table(kind: type[Row]) -> Table:
    return Row.metadata.tables[kind.__tablename__]
