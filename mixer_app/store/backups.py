"""Consistent copies of a database file, taken while it is in use."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Final

from mixer_app.domain.errors import MixerError

_FOLDER: Final = "backups"
_TRIES: Final = 40  # a quarter of a second apart


def copy_database(source: Path, target: Path) -> None:
    """Copy a database that may be in use; `target` appears whole or not at all, for its owner alone."""
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            _copy(source, unfinished)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as failure:
        raise MixerError(f"{source} could not be copied to {target}: {failure}. Choose another place.") from failure


def _copy(source: Path, unfinished: Path) -> None:
    unfinished.unlink(missing_ok=True)
    os.close(os.open(unfinished, os.O_CREAT | os.O_WRONLY, 0o600))
    fill_database(unfinished, source)
    with closing(sqlite3.connect(unfinished)) as copy:
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, complete by itself


def fill_database(target: Path, source: Path) -> None:
    """Make `target` the same as `source` in one transaction; programs that have it open see the new content."""
    tries = count(1)

    def give_up_in_time(_status: int, _remaining: int, _total: int) -> None:
        if next(tries) > _TRIES:
            raise MixerError(f"{target} is held by another program. Close it there, then try again.")

    with closing(sqlite3.connect(source)) as origin, closing(sqlite3.connect(target, timeout=0.1)) as place:
        origin.backup(place, progress=give_up_in_time)


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
