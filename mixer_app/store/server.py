"""Connections to PostgreSQL: one writer at a time, few round trips, and nobody waits for a laptop that is gone.

A transaction that writes holds one lock of the whole database until it is committed, as SQLite's does. So what
services read they may rely on, a check-in is never done twice, and the numbers of the journal become visible in
their order. A station whose network is cut in the middle of a write is given up by the server within seconds.
"""

import logging
import os
import socket
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, Final
from weakref import WeakSet

from sqlalchemy import URL, Connection, Engine, create_engine, event, func, select
from sqlalchemy.engine.interfaces import DBAPIConnection, Dialect
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry, Pool

from mixer_app.domain.errors import MixerError
from mixer_app.store.encryption import proofs
from mixer_app.store.pipeline import send_together
from mixer_app.store.transactions import WRITES

CONNECT_TIMEOUT_S: Final = 3
WRITE_LOCK: Final = 0x4D495852
"""The advisory lock of who writes."""

_WAITS_FOR_OTHERS_S: Final = 10
_STANDS_STILL_S: Final = 60  # a station that writes and does nothing: its laptop sleeps, or it hangs

SEES_LESS: Final = "mixer_sees_less"
"""In what is noted of a connection: some columns of attendees are not for this kind of station, see `rights`."""

_SEES_ALL: Final = b"SELECT has_column_privilege(to_regclass('attendees'), 'goal', 'SELECT')"

_READ: Final = ("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",)
_WRITE: Final = (
    "BEGIN",
    f"SET LOCAL lock_timeout = '{_WAITS_FOR_OTHERS_S}s'",
    f"SET LOCAL idle_in_transaction_session_timeout = '{_STANDS_STILL_S}s'",
    f"SELECT pg_advisory_xact_lock({WRITE_LOCK})",
)

CONNECT_ARGUMENTS: Final[dict[str, int | str]] = {
    "connect_timeout": CONNECT_TIMEOUT_S,
    # this side notices within seconds that the network is gone …
    "keepalives_idle": 1,
    "keepalives_interval": 1,
    "keepalives_count": 2,
    "tcp_user_timeout": 5000,
}
_SERVER_SIDE: Final = (  # … and so does the server, which frees what the station held: the others wait for that
    "tcp_keepalives_idle=1",
    "tcp_keepalives_interval=1",
    "tcp_keepalives_count=2",
    "tcp_user_timeout=2000",
)


_NOT_CONNECTABLE: Final = (
    "PostgreSQL does not take all that stands in the address of the database. Check what follows the “?” in it, "
    "such as sslmode=require, or leave that out."
)


def open_server(url: URL, *, poolclass: type[Pool] | None = None) -> Engine:
    """An engine whose transactions begin as reads or writes by the `WRITES` option."""
    try:
        _refuse_unknown_options(url)
        engine = create_engine(url, connect_args=connect_arguments(url), poolclass=poolclass)
    except ModuleNotFoundError as failure:
        raise MixerError(
            "A shared database needs one more package. Install it with: pip install “mentor-mixer[postgres]”."
        ) from failure

    @event.listens_for(engine, "do_connect")
    def _connect(dialect: Dialect, _entry: ConnectionPoolEntry, words: Any, options: Any) -> DBAPIConnection:
        try:
            return dialect.connect(*words, **options)
        except dialect.loaded_dbapi.OperationalError:
            raise  # the network's, or the server's
        except (dialect.loaded_dbapi.Error, ValueError, LookupError, TypeError) as failure:
            raise MixerError(_NOT_CONNECTABLE) from failure

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, entry: ConnectionPoolEntry) -> None:
        connection.autocommit = True  # BEGIN is ours, below
        entry.info[SEES_LESS] = connection.execute(_SEES_ALL).fetchone()[0] is False  # None: no tables yet

    logging.getLogger("psycopg").setLevel(logging.ERROR)  # of a lost connection its error tells enough
    send_together(engine, _opening)
    return engine


def _refuse_unknown_options(url: URL) -> None:
    """Let nothing after the “?” reach the driver but what PostgreSQL itself knows, each once."""
    from psycopg.pq import Conninfo

    known = {option.keyword.decode() for option in Conninfo.get_defaults()}
    if any(name not in known or not isinstance(value, str) for name, value in url.query.items()):
        raise MixerError(_NOT_CONNECTABLE)


def _opening(connection: Connection) -> Sequence[str]:
    return _WRITE if connection.get_execution_options().get(WRITES) else _READ


def connect_arguments(url: URL) -> dict[str, int | str]:
    """What a connection is opened with; what the address says of itself comes first."""
    from psycopg import pq  # an extra

    asked = CONNECT_ARGUMENTS | proofs(url, pq.version())
    arguments = {key: value for key, value in asked.items() if key not in url.query}
    settings = " ".join(f"-c {setting}" for setting in _SERVER_SIDE)
    return {**arguments, "options": f"{settings} {url.query.get('options', '')}".strip()}


class Lines:
    """The connections of an engine to its server, so that they can be cut."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._drivers: WeakSet[Any] = WeakSet()
        event.listen(engine, "connect", self._note)

    def _note(self, connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        self._drivers.add(connection)

    def cut(self) -> None:
        """End every wait for an answer of the server, on whatever thread, with an error; any thread may do so."""
        for driver in list(self._drivers):
            with (
                suppress(self._engine.dialect.loaded_dbapi.Error, OSError),
                socket.socket(fileno=os.dup(driver.fileno())) as line,
            ):
                line.shutdown(socket.SHUT_RDWR)
        self._engine.dispose()


def server_time(session: Session) -> datetime | None:
    """What the clock of the database's server shows at this moment (UTC); None: the database is a file."""
    if session.get_bind().dialect.name == "sqlite":
        return None
    shown = session.scalar(select(func.clock_timestamp()))
    return shown.astimezone(UTC) if isinstance(shown, datetime) else None
