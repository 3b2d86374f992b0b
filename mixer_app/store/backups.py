"""Consistent copies of a database file, taken while it is in use."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from mixer_app.domain.errors import MixerError

_FOLDER = "backups"


def copy_database(source: Path, target: Path) -> None:
    """Copy a database that may be in use; `target` appears whole or not at all, for its owner alone."""
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        os.close(os.open(unfinished, os.O_CREAT | os.O_WRONLY, 0o600))
        with closing(sqlite3.connect(source)) as origin, closing(sqlite3.connect(unfinished)) as copy:
            origin.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, complete by itself
        unfinished.replace(target)
    except (OSError, sqlite3.Error) as failure:
        unfinished.unlink(missing_ok=True)
        raise MixerError(f"{source} could not be copied to {target}: {failure}. Choose another place.") from failure


def back_up_before(source: Path, why: str) -> Path:
    """Put a copy of `source` into the `backups` folder beside it, named by time and reason."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    target = source.parent / _FOLDER / f"{source.stem}-{stamp}-{why}{source.suffix}"
    copy_database(source, target)
    return target


def backups_of(source: Path) -> Iterator[Path]:
    """The copies that were made by `back_up_before`, oldest first."""
    pattern = f"{source.stem}-[0-9]*-*{source.suffix}"
    yield from sorted((source.parent / _FOLDER).glob(pattern))
