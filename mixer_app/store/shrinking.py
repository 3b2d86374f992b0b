"""The bytes of what was erased: out of the file, and out of the copies that the application made."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from glob import escape
from pathlib import Path
from typing import Final

from sqlalchemy import Engine

from mixer_app.store.backups import backup_folder, backups_of
from mixer_app.store.rows import Row
from mixer_app.store.traces import Traces

_LEFT_BEHIND: Final = (".damaged*", ".unfinished", ".rows", ".rows-wal", ".rows-shm")
"""Endings of files beside the database that an interrupted copy, or a restore over a damaged file, leaves."""


def shrink(engine: Engine, path: Path | None) -> bool:
    """Rewrite the database without the bytes of what was erased; False if another program kept them in use."""
    if path is None:
        with closing(engine.raw_connection()) as connection:  # outside of a transaction
            for table in Row.metadata.sorted_tables:
                connection.cursor().execute(f"VACUUM FULL {table.name}")
        return True
    with closing(sqlite3.connect(path, timeout=10, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("VACUUM")
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy


def delete_copies_of_event(path: Path, event_id: int) -> int:
    """Delete the copies that the application made and that hold this event; how many backups were among them."""
    return _delete_copies(path, lambda backup: _has_event(backup, event_id))


def delete_copies_of_person(path: Path, traces: Traces) -> int:
    """Delete the copies that the application made and that hold this person; how many backups were among them."""
    return _delete_copies(path, lambda backup: traces.in_bytes(backup.read_bytes()))


def _delete_copies(path: Path, holds: Callable[[Path], bool]) -> int:
    stale = [backup.path for backup in backups_of(path) if holds(backup.path)]
    half_done = [one for ending in _LEFT_BEHIND for one in path.parent.glob(f"{escape(path.name)}{ending}")]
    half_done += list(backup_folder(path).glob(f"{path.stem}-*{path.suffix}.unfinished"))
    lists = backup_folder(path).glob(f"{path.stem} *.pdf*")  # for an emergency: made anew when they are due
    for copy in (*stale, *half_done, *lists):
        copy.unlink(missing_ok=True)
    return len(stale)


def _has_event(backup: Path, event_id: int) -> bool:
    try:
        with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT 1 FROM events WHERE id = ?", (event_id,)).fetchone() is not None
    except sqlite3.Error:
        return True  # what cannot be read may hold anything
