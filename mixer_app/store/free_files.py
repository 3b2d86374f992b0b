"""Files of databases that go as soon as no process works with them."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

_BESIDE: Final = ("", "-wal", "-shm")


def delete_if_free(path: Path) -> bool:
    """Delete a database file; False, and nothing, while somebody has it open.

    SQLite ends its write-ahead log only for the one connection that is alone.
    """
    if not path.exists():
        return True
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
            (mode,) = connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    except sqlite3.OperationalError:
        return False
    if mode != "delete":
        return False
    for suffix in _BESIDE:
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    return True
