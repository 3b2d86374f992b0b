"""Copy every row of a database into another one, whatever keeps them, and make sure that they are the same."""

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, Table, delete, func, insert, select, text

from mixer_app.domain.errors import MixerError
from mixer_app.store.backups import copy_database
from mixer_app.store.engine import open_engine, url_of
from mixer_app.store.migrations import bring_up_to_date
from mixer_app.store.rows import Row
from mixer_app.store.transactions import WRITES

_AT_ONCE: Final = 1000


def copy_to_file(source: Engine, target: Path) -> None:
    """Copy every row of `source`, as of one moment, into a new SQLite file."""
    unfinished = target.with_name(f"{target.name}.rows")
    unfinished.unlink(missing_ok=True)
    try:
        url = url_of(str(unfinished))
        bring_up_to_date(url, str(target))
        place = open_engine(url, foreign_keys=False)
        fill(source, place, str(target))
        place.dispose()
        copy_database(unfinished, target)
    finally:
        for suffix in ("", "-wal", "-shm"):
            unfinished.with_name(unfinished.name + suffix).unlink(missing_ok=True)


def fill(source: Engine, target: Engine, where: str, *, replace: bool = False) -> dict[str, int]:
    """Make `target` hold what `source` holds, numbers included; how many rows each table has now.

    All or nothing. A target that holds something is refused, unless it is to be replaced.
    """
    writes = target.execution_options(**{WRITES: True})
    with source.connect() as reading, reading.begin(), writes.begin() as writing:
        tables = Row.metadata.sorted_tables
        if replace:
            for table in reversed(tables):
                writing.execute(delete(table))
        elif any(writing.execute(select(*table.primary_key.columns).limit(1)).first() for table in tables):
            raise MixerError(
                f"{where} holds something already, so not everything can go there: choose an empty database, or one "
                "event with --event. Nothing has changed."
            )
        counts = {table.name: _copy(reading, writing, table) for table in tables}
        _go_on_counting(writing)
        for table in tables:
            _compare(reading, writing, table, where)
    return counts


def _copy(reading: Connection, writing: Connection, table: Table) -> int:
    count = 0
    for some in _rows(reading, table).mappings().partitions(_AT_ONCE):
        writing.execute(insert(table).inline(), [dict(row) for row in some])
        count += len(some)
    return count


def _rows(connection: Connection, table: Table) -> Any:
    return connection.execute(select(table).order_by(*table.primary_key.columns))


def _go_on_counting(writing: Connection) -> None:
    """Let the next number that a server gives be larger than all that were copied."""
    if writing.dialect.name != "postgresql":
        return
    for table in Row.metadata.sorted_tables:
        counted = table.autoincrement_column
        if counted is not None:
            largest = writing.scalar(select(func.max(counted)))
            sequence = writing.scalar(select(func.pg_get_serial_sequence(table.name, counted.name)))
            if largest is not None and sequence is not None:
                writing.execute(text("SELECT setval(:sequence, :largest)"), {"sequence": sequence, "largest": largest})


def _compare(reading: Connection, writing: Connection, table: Table, where: str) -> None:
    """Row for row, value for value, as they are read again from the target."""
    for ours, theirs in zip_longest(_values(reading, table), _values(writing, table)):
        if ours != theirs:
            raise MixerError(f"{where} did not keep the table “{table.name}” as it was, so nothing was kept there.")


def _values(connection: Connection, table: Table) -> Iterator[Mapping[str, Any]]:
    """The rows by their keys: texts are in another order elsewhere, so they are put in one."""
    keys = [column.name for column in table.primary_key.columns]
    rows = (dict(row) for row in _rows(connection, table).mappings())
    if any(column.type.python_type is not int for column in table.primary_key.columns):
        return iter(sorted(rows, key=lambda row: tuple(str(row[key]) for key in keys)))
    return rows
