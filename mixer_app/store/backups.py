"""Consistent copies of a database file, taken while it is in use."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Final

from mixer_app.domain.backups import Backup
from mixer_app.domain.errors import MixerError
from mixer_app.paths import put_in_place
from mixer_app.store.engine import connect_existing

_FOLDER: Final = "backups"
_STAMP: Final = "%Y%m%d-%H%M%S-%f"
_STAMP_LENGTH: Final = len("20261128-234500-000000")
_LOOK: Final = "PRAGMA quick_check(1)"
_LOOK_WELL: Final = "PRAGMA integrity_check(1)"
_TRIES: Final = 40  # a quarter of a second apart


def copy_database(source: Path, target: Path) -> None:
    """Copy a database that may be in use; `target` appears whole or not at all, for its owner alone."""
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            _copy(source, unfinished)
            put_in_place(unfinished, target)
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

    with closing(connect_existing(source)) as origin, closing(connect_existing(target, timeout=0.1)) as place:
        origin.backup(place, progress=give_up_in_time)


def back_up_before(source: Path, why: str) -> Path:
    """Put a copy of `source` into the `backups` folder beside it, named by time and reason."""
    target = name_backup(source, why, datetime.now(UTC))
    copy_database(source, target)
    return target


def shared_file(location: str) -> str:
    """The name by which the backups of a shared database go, as if it were a file in the user's own folder."""
    return f"shared {sha256(location.encode()).hexdigest()[:12]}.db"


def backup_folder(source: Path) -> Path:
    """Where the backups of a database file are."""
    return source.parent / _FOLDER


def make_backup_folder(source: Path) -> None:
    """Make the folder for the backups of a database, for its owner alone."""
    folder = backup_folder(source)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as failure:
        raise MixerError(f"The folder for backups {folder} cannot be made: {failure.strerror}.") from failure


def name_backup(source: Path, why: str, now: datetime) -> Path:
    """The file for a backup of `source` that is made at `now`."""
    return backup_folder(source) / f"{source.stem}-{stamp_of(now)}-{why}{source.suffix}"


def stamp_of(moment: datetime) -> str:
    """A moment as it stands in the names of files."""
    return moment.astimezone(UTC).strftime(_STAMP)


def backups_of(source: Path) -> list[Backup]:
    """The backups of a database file, oldest first."""
    found = (_backup(path, source) for path in backup_folder(source).glob(f"{source.stem}-[0-9]*-*{source.suffix}"))
    return sorted((one for one in found if one is not None), key=lambda one: (one.made_at, one.path.name))


def faults_of_file(path: Path) -> list[str]:
    """What SQLite itself finds wrong with a database file that nobody writes to; empty: it is whole."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            pages = [line for (line,) in connection.execute("PRAGMA integrity_check(3)") if line != "ok"]
            return [" ".join(line.split()) for line in pages] or [
                f"a row of {row[0]} is astray" for row in connection.execute("PRAGMA foreign_key_check")
            ]
    except sqlite3.Error as failure:
        return [str(failure)]


def damage_of_pages(path: Path, *, thorough: bool) -> str:
    """What SQLite finds wrong with the pages of a database that may be in use; empty: nothing, or it cannot look now.

    A quick look (40 ms for 10,000 people) passes over an index that tells something else than its table.
    """
    try:
        with closing(connect_existing(path)) as connection:
            line = str(connection.execute(_LOOK_WELL if thorough else _LOOK).fetchone()[0])
    except sqlite3.OperationalError:
        return ""
    except sqlite3.DatabaseError as failure:
        return str(failure)
    return "" if line == "ok" else " ".join(line.split())


def _backup(path: Path, source: Path) -> Backup | None:
    rest = path.name.removeprefix(f"{source.stem}-").removesuffix(source.suffix)
    try:
        made_at = datetime.strptime(rest[:_STAMP_LENGTH], _STAMP).replace(tzinfo=UTC)
        size = path.stat().st_size
    except (ValueError, FileNotFoundError):
        return None  # of another name, or deleted a moment ago
    return Backup(path=path, made_at=made_at, why=rest[_STAMP_LENGTH + 1 :], size=size)
