"""Open, copy, put back and check the database."""

from pathlib import Path
from typing import TYPE_CHECKING

from mixer_app.domain.errors import MixerError
from mixer_app.paths import user_data
from mixer_app.services import connections
from mixer_app.store import Database, Session
from mixer_app.store import open_database as _open

if TYPE_CHECKING:
    from mixer_app.store.notices import ChangeNotices

__all__ = [
    "ChangeNotices",
    "Database",
    "Session",
    "back_up",
    "check_integrity",
    "default_location",
    "open_database",
    "restore",
    "told_of_backup",
]


def open_database(location: str | None, *, plain_allowed: bool = False, may_be_away: bool = False) -> Database:
    """Open the database at a path or URL; None is the file in the user's own folder.

    The schema is made or migrated as needed, after a backup; a newer database is refused. A URL without a
    password takes that of a connection that this laptop remembers. `plain_allowed`: see `store.encryption`.
    `may_be_away`: a server that does not answer is opened nevertheless, for check-in without it.
    """
    if location is None:
        return _open(default_location())
    known = connections.known_connection(location)
    return _open(
        known.address if known else location,
        plain_allowed=plain_allowed or bool(known and known.plain_allowed),
        may_be_away=may_be_away,
        own_folder=user_data() if connections.read_connection(location) is not None else None,
    )


def told_of_backup(backup: Path | None) -> str:
    """That a copy was made before a database was brought up to date, and where it is; empty: it was up to date."""
    return f"The database was brought up to date. As it was before, it is kept in {backup}." if backup else ""


def default_location() -> str:
    """The file in the user's own folder."""
    return str(user_data() / "mentor-mixer.db")


def back_up(database: Database, target: Path) -> None:
    """Copy the database, as it is at one moment, into a file that stands by itself; it may be in use."""
    if target.is_dir():
        raise MixerError(f"{target} is a folder. Name a file in it.")
    if target.exists() and database.path is not None and target.samefile(database.path):
        raise MixerError(f"{target} is the database itself. Choose another file.")
    database.copy_to(target)


def restore(location: str | None, source: Path, *, plain_allowed: bool = False) -> Path | None:
    """Put a backup in place of the database at `location`; the copy that was made of the present one before.

    The backup is migrated and checked beforehand; a damaged or foreign file changes nothing.
    """
    from mixer_app.store.restoring import restore as put_back  # not needed to start

    known = connections.known_connection(location or "")
    return put_back(
        known.address if known else location or default_location(),
        source,
        user_data() / "backups",
        plain_allowed=plain_allowed or bool(known and known.plain_allowed),
    )


def check_integrity(session: Session) -> list[str]:
    """A sentence for each thing that is wrong with the database; empty: all is well."""
    from mixer_app.store.integrity import find_faults

    return find_faults(session)
