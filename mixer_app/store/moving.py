"""Take one event, with all that belongs to it, into a database that may hold others; numbers are given anew."""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Table, func, insert, select, text
from sqlalchemy.orm import Session

from mixer_app.domain.errors import MixerError
from mixer_app.store.moving_numbers import Numbers, mentioned, renumbered
from mixer_app.store.moving_over import drop_event, drop_persons_left, same_persons
from mixer_app.store.moving_persons import freshen_persons, recognise_persons, tie_persons
from mixer_app.store.moving_rows import EventContent, Rows, rows_of_event
from mixer_app.store.rows import ColumnMappingRow, Row, SettingRow

_AT_ONCE: Final = 1000
_COUNTED_BY_SERVER: Final = "SELECT last_value FROM pg_sequences WHERE schemaname || '.' || sequencename = :sequence"
_COUNTED_IN_FILE: Final = "SELECT seq FROM sqlite_sequence WHERE name = :table"
_COUNT_ON: Final = "SELECT setval(:sequence, :number)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came: the event's number here, how many people it has, and how many of them were known already."""

    event_id: int
    people: int
    known: int
    rows: int


def take_event(session: Session, content: EventContent, where: str, *, copy: int | None = None) -> Taken:
    """Add an event as it was read elsewhere, and read it again to see that it is the same.

    Whoever is known here already is the same person. Badge codes stay: they are of their event. The `copy` of it that
    is here already (see `find_copy`) goes, and its number stays.
    """
    numbers = Numbers()
    event = content.rows["events"][0]["id"]
    same = same_persons(session, content, copy) if copy is not None else {}
    known = recognise_persons(session, content, numbers, same)
    if copy is not None:
        numbers.settle("events", event, copy)
    _number(session.connection(), content.rows, numbers)
    left = drop_event(session, copy) if copy is not None else set[int]()
    rows = {name: [renumbered(name, row, numbers.of) for row in some] for name, some in content.rows.items()}
    rows["persons"] = tie_persons(session, content, numbers, known)
    for name, some in rows.items():
        _insert(session.connection(), Row.metadata.tables[name], some)
    _count_on(session.connection(), numbers)
    event_id = numbers.of("events", event)
    _compare(rows, rows_of_event(session, event_id), where)
    freshen_persons(session, content, numbers, known, same)
    drop_persons_left(session, left)
    _take_common(session, content.common)
    session.expire_all()
    people = [row for row in content.rows["attendees"] if row["merged_into"] is None and row["forgotten_at"] is None]
    return Taken(
        event_id=event_id,
        people=len(people),
        known=sum(row["person_id"] in known for row in people),
        rows=sum(map(len, rows.values())),
    )


def _number(connection: Connection, rows: Rows, numbers: Numbers) -> None:
    """Rows that are gone, and stand only in the journal, come first: no new row is ever given their numbers."""
    for name, found in mentioned(rows).items():
        table = Row.metadata.tables[name]
        present = {row["id"] for row in rows.get(name, ())}
        last = _last(connection, table)
        numbers.give(name, found - present, after=last)
        numbers.give(name, present, after=max(last, numbers.last(name)))


def _last(connection: Connection, table: Table) -> int:
    """The largest number that was ever given, as far as the database knows."""
    largest = connection.scalar(select(func.max(table.c.id))) or 0
    if connection.dialect.name == "postgresql":
        counted = connection.scalar(text(_COUNTED_BY_SERVER), {"sequence": _sequence(connection, table)})
    elif table.dialect_options["sqlite"]["autoincrement"]:
        counted = connection.scalar(text(_COUNTED_IN_FILE), {"table": table.name})
    else:
        counted = 0
    return max(largest, counted or 0)


def _count_on(connection: Connection, numbers: Numbers) -> None:
    """On a server, let the next number be larger than all that were given; a file sees to it by itself."""
    if connection.dialect.name == "postgresql":
        for table in Row.metadata.sorted_tables:
            sequence = _sequence(connection, table) if "id" in table.c else None
            if sequence is not None and (number := numbers.last(table.name)):
                last = max(number, _last(connection, table))
                connection.execute(text(_COUNT_ON), {"sequence": sequence, "number": last})


def _sequence(connection: Connection, table: Table) -> str | None:
    return connection.scalar(select(func.pg_get_serial_sequence(table.name, "id")))


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    for start in range(0, len(rows), _AT_ONCE):
        connection.execute(insert(table).inline(), rows[start : start + _AT_ONCE])


def _compare(ours: Rows, theirs: Rows, where: str) -> None:
    """Row for row, value for value; persons who were known before are as they were."""
    for name, some in ours.items():
        found = theirs[name]
        if name == "persons":
            new = {row["id"] for row in some}
            found = [row for row in found if row["id"] in new]
        if some != found:
            raise MixerError(f"{where} did not keep the table “{name}” as it was, so nothing was kept there.")


def _take_common(session: Session, common: Rows) -> None:
    """What the event works with and is not here yet; what is here stays as it is."""
    keys = set(session.scalars(select(SettingRow.key).where(SettingRow.event_id.is_(None))))
    headers = set(session.scalars(select(ColumnMappingRow.header_key)))
    session.add_all(
        SettingRow(event_id=None, key=row["key"], value=row["value"])
        for row in common["settings"]
        if row["key"] not in keys
    )
    session.add_all(ColumnMappingRow(**row) for row in common["column_mappings"] if row["header_key"] not in headers)
    session.flush()
