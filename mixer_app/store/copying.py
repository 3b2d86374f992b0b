"""Copy a shared database into a file."""

from pathlib import Path
from typing import Final

from sqlalchemy import Engine, insert, select

from mixer_app.store.backups import copy_database
from mixer_app.store.engine import open_engine, url_of
from mixer_app.store.migrations import bring_up_to_date
from mixer_app.store.rows import Row
from mixer_app.store.transactions import WRITES

_AT_ONCE: Final = 1000


def copy_rows(source: Engine, target: Path) -> None:
    """Copy every row of `source`, as of one moment, into a new SQLite file."""
    unfinished = target.with_name(f"{target.name}.rows")
    unfinished.unlink(missing_ok=True)
    try:
        url = url_of(str(unfinished))
        bring_up_to_date(url, str(target))
        place = open_engine(url, foreign_keys=False)
        with source.connect() as reading, place.execution_options(**{WRITES: True}).begin() as writing:
            for table in Row.metadata.sorted_tables:
                rows = reading.execute(select(table).order_by(*table.primary_key.columns))
                for some in rows.mappings().partitions(_AT_ONCE):
                    writing.execute(insert(table), [dict(row) for row in some])
        place.dispose()
        copy_database(unfinished, target)
    finally:
        for suffix in ("", "-wal", "-shm"):
            unfinished.with_name(unfinished.name + suffix).unlink(missing_ok=True)
