"""Put a backup in the place of a database, which may be damaged or in use."""

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from mixer_app.domain.backups import BEFORE_RESTORE
from mixer_app.domain.errors import MixerError
from mixer_app.store.backups import back_up_before, copy_database, fill_database, shared_file
from mixer_app.store.database import open_database
from mixer_app.store.engine import make_private, sqlite_path, url_of
from mixer_app.store.integrity import find_faults


def restore(location: str, source: Path, kept_in: Path, *, plain_allowed: bool = False) -> Path | None:
    """Replace the database at `location` by the backup `source`; the copy that was made of the present one.

    Of a file the copy is beside it, of a shared database in the folder `kept_in`.
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
        _refuse_faults(ready, source)
        kept = _keep_present(target)
        make_private(target)
        if _is_readable(target):
            fill_database(target, ready)
        else:
            _put_in_place(target, ready)
    return kept


def _restore_shared(location: str, source: Path, kept_in: Path, *, plain_allowed: bool) -> Path | None:
    """In one transaction, so that stations that have it open see the old one or the new one."""
    place = open_database(location, plain_allowed=plain_allowed, own_folder=kept_in.parent)
    try:
        kept_in.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryDirectory(dir=kept_in, prefix=".restore-") as folder:
            ready = Path(folder) / "ready.db"
            copy_database(source, ready)
            _refuse_faults(ready, source)
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


def _refuse_faults(ready: Path, source: Path) -> None:
    database = open_database(str(ready))
    try:
        faults = database.read(find_faults)
        if faults:
            raise MixerError(f"The backup {source} is not sound: {faults[0]}")
    finally:
        database.close()


def _keep_present(target: Path) -> Path | None:
    if not target.is_file() or not target.stat().st_size:
        return None
    try:
        return back_up_before(target, BEFORE_RESTORE)
    except MixerError:  # damaged: kept as it is, byte for byte
        kept = target.with_name(f"{target.name}.damaged")
        kept.write_bytes(target.read_bytes())
        return kept


def _is_readable(target: Path) -> bool:
    """Whether the present file can be written over page by page, so that those who have it open see the new one."""
    try:
        with closing(sqlite3.connect(target)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        return False
    return True


def _put_in_place(target: Path, ready: Path) -> None:
    for suffix in ("-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    ready.replace(target)
