"""A copy of a shared database as it is before it is brought up to date: a file of the same older version.

The classes describe the newest tables, so both sides are read as they are.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from sqlalchemy import JSON, Connection, MetaData, Table, event, insert, select
from sqlalchemy.orm import Session

from mixer_app.domain.errors import MixerError
from mixer_app.store.backups import copy_database, make_backup_folder, name_backup, shared_file
from mixer_app.store.engine import open_engine, url_of
from mixer_app.store.integrity import find_faults
from mixer_app.store.migrations import bring_up_to_date, upgrade
from mixer_app.store.transactions import WRITES

_AT_ONCE: Final = 1000
_VERSION: Final = "alembic_version"


def copy_older(connection: Connection, version: str, where: str, folder: Path) -> Path:
    """Copy what `connection` sees into the backups in `folder`, and bring a copy of that up to date as a proof.

    Nobody else may write meanwhile. Raises `MixerError` if the copy cannot be made or is not sound.
    """
    target = name_backup(folder / shared_file(where), f"version-{version}", datetime.now(UTC))
    try:
        make_backup_folder(folder / shared_file(where))
        with TemporaryDirectory(dir=target.parent, prefix=".copying-") as name:
            copy = Path(name) / "older.db"
            _fill(connection, copy, version)
            _try_out(copy, Path(name) / "proof.db")
            copy_database(copy, target)
    except (MixerError, OSError) as failure:
        raise MixerError(
            f"{where} has to be brought up to date, and could not be copied before: {failure} Nothing was changed. "
            f"Make room in {target.parent}, then open it again."
        ) from failure
    return target


def _fill(reading: Connection, copy: Path, version: str) -> None:
    engine = open_engine(url_of(str(copy)), foreign_keys=False)
    try:
        with engine.execution_options(**{WRITES: True}).begin() as writing:
            upgrade(writing, version)
            theirs, ours = _tables(reading), _tables(writing)
            for table in ours.sorted_tables:
                if table.name != _VERSION:
                    _copy(reading, writing, theirs.tables[table.name], table)
    finally:
        engine.dispose()


def _tables(connection: Connection) -> MetaData:
    """The tables as they are; where a column of JSON holds nothing, that is no JSON either."""
    found = MetaData()

    @event.listens_for(found, "column_reflect")
    def _plain_null(_inspector: Any, _table: Any, column: dict[str, Any]) -> None:
        if isinstance(column["type"], JSON):
            column["type"] = JSON(none_as_null=True)

    found.reflect(connection)
    return found


def _copy(reading: Connection, writing: Connection, theirs: Table, ours: Table) -> None:
    columns = [theirs.c[column.name] for column in ours.c]
    for some in reading.execute(select(*columns)).mappings().partitions(_AT_ONCE):
        writing.execute(insert(ours).inline(), [_plain(row) for row in some])
    for one, other in zip_longest(_sorted(reading, theirs, ours), _sorted(writing, ours, ours)):
        if one != other:
            raise MixerError(f"The table “{ours.name}” did not arrive as it was.")


def _sorted(connection: Connection, table: Table, ours: Table) -> Iterator[Mapping[str, Any]]:
    keys = [column.name for column in ours.primary_key]
    rows = map(_plain, connection.execute(select(*(table.c[column.name] for column in ours.c))).mappings())
    return iter(sorted(rows, key=lambda row: [(isinstance(row[key], str), row[key]) for key in keys]))


def _plain(row: Mapping[Any, Any]) -> dict[str, Any]:
    """A row as SQLite keeps it: moments in UTC, without their zone."""
    return {
        str(name): value.astimezone(UTC).replace(tzinfo=None) if isinstance(value, datetime) and value.tzinfo else value
        for name, value in row.items()
    }


def _try_out(copy: Path, proof: Path) -> None:
    """Restoring it would bring it up to date: do so once, and look through what comes of it."""
    copy_database(copy, proof)
    bring_up_to_date(url_of(str(proof)), str(proof))
    engine = open_engine(url_of(str(proof)))
    try:
        with Session(engine) as session:
            if faults := find_faults(session):
                raise MixerError(faults[0])
    finally:
        engine.dispose()
