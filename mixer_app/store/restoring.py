"""Put a backup in the place of a database, which may be damaged or in use."""

import os
import shutil
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from mixer_app.domain.backups import BEFORE_RESTORE
from mixer_app.domain.errors import MixerError
from mixer_app.store import journal
from mixer_app.store.backups import (
    back_up_before,
    copy_database,
    faults_of_file,
    fill_database,
    shared_file,
    stamp_of,
)
from mixer_app.store.database import open_database
from mixer_app.store.engine import connect_existing, make_private, sqlite_path, url_of
from mixer_app.store.integrity import find_faults

_PATIENCE_S: Final = 10
_HELD: Final = "{where} is held by another program. Close it there, then try again."
_IN_USE: Final = (
    "{where} cannot be replaced while it is open ({why}). Close the other windows and kiosks of this database first, "
    "then try again."
)


def restore(location: str, source: Path, kept_in: Path, *, plain_allowed: bool = False) -> Path | None:
    """Replace the database at `location` by the backup `source`; the copy that was made of the present one.

    Of a file the copy is beside it, of a shared database in the folder `kept_in`. Stations that have it open go on
    with the backup: its journal is continued with numbers that none of them has seen, so that each reads all anew.
    """
    target = sqlite_path(url_of(location))
    if not source.is_file():
        raise MixerError(f"There is no backup {source}. Check the name.")
    if not _holds_events(source):
        raise MixerError(f"{source} is no backup of Mentor Mixer. Choose another file; nothing has changed.")
    if target is None:
        return _restore_shared(location, source, kept_in, plain_allowed=plain_allowed)
    if not target.parent.is_dir():
        raise MixerError(f"The folder {target.parent} does not exist. Make it, or choose another place.")
    with TemporaryDirectory(dir=target.parent, prefix=".restore-") as folder:
        ready = Path(folder) / "ready.db"
        copy_database(source, ready)
        _make_ready(ready, source, seen=_seen_in_file(target))
        make_private(target)
        if not _is_readable(target):
            kept = _keep_damaged(target)
            _put_in_place(target, ready)
            return kept
        with _nobody_writes(target):
            kept = _keep_present(target)
        fill_database(target, ready)
    return kept


def _restore_shared(location: str, source: Path, kept_in: Path, *, plain_allowed: bool) -> Path | None:
    """In one transaction, so that stations that have it open see the old one or the new one."""
    place = open_database(location, plain_allowed=plain_allowed, own_folder=kept_in.parent)
    try:
        kept_in.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryDirectory(dir=kept_in, prefix=".restore-") as folder:
            ready = Path(folder) / "ready.db"
            copy_database(source, ready)
            _make_ready(ready, source, seen=place.read(journal.latest_number))
            present = Path(folder) / shared_file(place.location)
            place.copy_to(present)
            kept = back_up_before(present, BEFORE_RESTORE)
            kept = kept.replace(kept_in / kept.name)
            backup = open_database(str(ready))
            try:
                place.fill_from(backup, replace=True)
            finally:
                backup.close()
        return kept
    finally:
        place.close()


def _holds_events(source: Path) -> bool:
    """Whether it is a database of ours; an empty file is a database too, and would wipe the present one."""
    try:
        with closing(sqlite3.connect(source)) as connection:
            rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    except sqlite3.DatabaseError:
        return False
    return {"events", "attendees"} <= {name for (name,) in rows}


def _make_ready(ready: Path, source: Path, *, seen: int) -> None:
    """Look through the copy of a backup, bring it up to date, and note in its journal that it was put back."""
    database = open_database(str(ready))
    try:
        faults = database.read(find_faults)
        if faults:
            raise MixerError(f"The backup {source} is not sound: {faults[0]}")
        database.write(journal.record_put_back, f"Put back from {source.name}", seen=seen, at=datetime.now(UTC))
    finally:
        database.close()


def _seen_in_file(target: Path) -> int:
    """The newest number of the journal that a station may have seen; 0 where that cannot be read any more."""
    if not target.is_file():
        return 0
    try:
        with closing(connect_existing(target)) as connection:
            return int(connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'journal'").fetchone()[0])
    except (sqlite3.Error, TypeError):
        return 0


@contextmanager
def _nobody_writes(target: Path) -> Generator[None]:
    """Let no station write while the present content is copied: what it is told was kept is in the copy."""
    with closing(connect_existing(target, timeout=_PATIENCE_S)) as connection:
        try:
            connection.isolation_level = None
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as failure:
            raise MixerError(_HELD.format(where=target)) from failure
        yield
        connection.execute("ROLLBACK")


def _keep_present(target: Path) -> Path | None:
    if not target.stat().st_size:
        return None
    kept = back_up_before(target, BEFORE_RESTORE)
    if not faults_of_file(kept):
        return kept
    return kept.replace(_damaged_name(target))  # readable, not whole: it is nothing to go back to


def _keep_damaged(target: Path) -> Path:
    """Keep a file of which SQLite makes nothing byte for byte, with what is in its log.

    A second name for the same file, so that it has also what others write into it until the first name is another's.
    """
    kept = _damaged_name(target)
    for suffix in ("", "-wal"):
        there = target.with_name(target.name + suffix)
        if there.exists():
            _link(there, kept.with_name(kept.name + suffix))
    return kept


def _link(there: Path, kept: Path) -> None:
    try:
        os.link(there, kept)
    except OSError:  # a disk on which a file has one name
        os.close(os.open(kept, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        shutil.copyfile(there, kept)
    kept.chmod(0o600)


def _damaged_name(target: Path) -> Path:
    """A name that no earlier damage has."""
    return target.with_name(f"{target.name}.damaged-{stamp_of(datetime.now(UTC))}")


def _is_readable(target: Path) -> bool:
    """Whether the present file can be written over page by page, so that those who have it open see the new one."""
    try:
        with closing(connect_existing(target)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as failure:
        raise MixerError(_HELD.format(where=target)) from failure
    except sqlite3.DatabaseError:
        return False
    return True


def _put_in_place(target: Path, ready: Path) -> None:
    """Let another file have the name. Stations that have the old one open notice, see `OpenedFile`."""
    try:
        for suffix in ("-wal", "-shm"):
            target.with_name(target.name + suffix).unlink(missing_ok=True)
        ready.replace(target)
    except OSError as failure:  # Windows lets nobody take the name of a file that is open
        raise MixerError(_IN_USE.format(where=target, why=failure.strerror)) from failure
