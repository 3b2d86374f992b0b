"""Connections to a file: how SQLite is set up so that an acknowledged change is never lost."""

import os
import re
import sqlite3
from pathlib import Path
from typing import Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from mixer_app.domain.addresses import is_address, is_well_formed, without_password
from mixer_app.domain.errors import MixerError
from mixer_app.store.server import open_server
from mixer_app.store.transactions import WRITES

BUSY_TIMEOUT_S: Final = 10

_OWNER_ONLY: Final = 0o600
_ON_CONNECT: Final = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON")


def url_of(location: str) -> URL:
    """The address of a database given as a path or as a URL."""
    if not is_address(location):
        return URL.create("sqlite+pysqlite", database=str(Path(location).expanduser().absolute()))
    written = location.strip()
    try:
        url = make_url(written)
    except (ArgumentError, ValueError) as failure:
        raise _no_address(location) from failure
    kind = url.get_backend_name().lower()
    if kind == "sqlite" and url.database:
        if url.host or re.search("[@?#]", written):
            raise MixerError("A file has no user and is on no other computer. Name the file alone.")
        return url_of(url.database)
    if kind not in ("postgresql", "postgres"):
        raise MixerError(
            f"“{url.drivername}” is not a kind of database that Mentor Mixer knows. Use a file or PostgreSQL."
        )
    if not is_well_formed(written):
        raise _no_address(location)
    return url.set(drivername="postgresql+psycopg")


def _no_address(location: str) -> MixerError:
    how = ", and %40 for an @ in a password" if location.count("@") > 1 else ""
    return MixerError(
        f"“{without_password(location)}” is not the address of a database. Write postgresql://user@host/name{how}."
    )


def sqlite_path(url: URL) -> Path | None:
    """The file of a SQLite database; None for a shared one."""
    return Path(str(url.database)) if url.get_backend_name() == "sqlite" else None


def shown_address(url: URL) -> str:
    """The address of a shared database as it may be shown: who, where and which, without password and options."""
    return URL.create(
        "postgresql", username=url.username, host=url.host, port=url.port, database=url.database
    ).render_as_string()


def open_engine(url: URL, *, foreign_keys: bool = True) -> Engine:
    """An engine whose transactions begin as reads or writes by the `WRITES` option.

    Migrations rebuild tables, which must not cascade: they ask for `foreign_keys` off.
    """
    path = sqlite_path(url)
    if path is None:
        return open_server(url)
    make_private(path)
    engine = create_engine(url, creator=lambda: connect_existing(path, timeout=BUSY_TIMEOUT_S))

    @event.listens_for(engine, "connect")
    def _set_up(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # BEGIN is ours, below
        cursor = connection.cursor()
        for pragma in _ON_CONNECT:
            cursor.execute(pragma)
        if not foreign_keys:
            cursor.execute("PRAGMA foreign_keys=OFF")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = bool(connection.get_execution_options().get(WRITES))
        if connection.info.get(WRITES) is not writes:  # the connection is kept, and so is what was set
            connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if writes else 'ON'}")
            connection.info[WRITES] = writes
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def connect_existing(path: Path, *, timeout: float = 5.0) -> sqlite3.Connection:
    """A connection that any thread may use; unlike SQLite's own it makes no empty database where the file is gone."""
    place = f"{path.absolute().as_uri()}?mode=rw"
    return sqlite3.connect(place, uri=True, timeout=timeout, check_same_thread=False)


def make_private(path: Path) -> None:
    """Make the file for its owner alone before SQLite does for everybody; its WAL takes the same rights."""
    if not path.parent.is_dir():
        raise MixerError(f"The folder {path.parent} does not exist. Make it, or choose another place.")
    if path.is_dir():
        raise MixerError(f"{path} is a folder, not a database. Name a file in it.")
    if path.exists() and not path.is_file():
        raise MixerError(f"{path} is a device, not a database. Name a file.")
    try:
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, _OWNER_ONLY))
        elif not os.access(path, os.W_OK):  # asked, not opened: closing it would end the locks of this process on it
            raise PermissionError
    except PermissionError as failure:
        raise MixerError(f"The database {path} cannot be written. Check the rights of the file.") from failure
    except OSError as failure:
        raise MixerError(
            f"The database {path} cannot be opened: {failure.strerror}. Choose another place."
        ) from failure
