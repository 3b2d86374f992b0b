"""Word from the server that the journal has grown: stations hear of each other's changes without asking."""

import select
import socket
from collections.abc import Callable
from contextlib import closing, suppress
from threading import Event, Thread
from typing import Any, Final

from sqlalchemy import URL, NullPool
from sqlalchemy.exc import DBAPIError

from mixer_app.domain.errors import MixerError
from mixer_app.store.failures import told_in_sentences
from mixer_app.store.server import open_server

CHANNEL: Final = "mixer_journal"
"""A trigger on the journal tells the newest number here; a migration makes it."""

_AGAIN_AFTER_S: Final = 1.0
_PATIENCE_S: Final = 1.0


class ChangeNotices:
    """Listens on a connection of its own, in a thread of its own, until it is stopped.

    `on_grown` gets the newest number of the journal: with each change, and once after each time that the
    connection was (re)made, so that nothing is missed in between. `on_lost` gets a sentence when the server
    does not answer, again and again until it does. Both are called on the listening thread.
    """

    def __init__(self, url: URL, where: str, *, on_grown: Callable[[int], None], on_lost: Callable[[str], None]):
        self._engine = open_server(url, poolclass=NullPool)
        self._where, self._on_grown, self._on_lost = where, on_grown, on_lost
        self._stopping = Event()
        self._bell, self._rope = socket.socketpair()
        self._thread = Thread(target=self._run, name="change notices", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Listen no more; a thread that is about to reach the server ends when that has failed."""
        self._stopping.set()
        with suppress(OSError):
            self._rope.send(b"!")
        self._thread.join(_PATIENCE_S)

    def _run(self) -> None:
        with self._bell, self._rope:
            self._listen_until_stopped()

    def _listen_until_stopped(self) -> None:
        while not self._stopping.is_set():
            try:
                with told_in_sentences(self._where), closing(self._connect()) as driver:
                    self._listen(driver)
            except MixerError as refusal:
                self._say_lost(str(refusal))
            except (DBAPIError, self._engine.dialect.loaded_dbapi.Error, OSError):
                self._say_lost(f"The shared database {self._where} does not answer. Check the network.")

    def _connect(self) -> Any:
        connection = self._engine.raw_connection()
        driver = connection.driver_connection
        connection.detach()  # it ends here, in whatever state it is
        return driver

    def _listen(self, driver: Any) -> None:
        driver.execute(f"LISTEN {CHANNEL}")
        newest = driver.execute("SELECT coalesce(max(id), 0) FROM journal").fetchone()[0]
        while not self._stopping.is_set():
            self._on_grown(newest)
            told: list[int] = []
            while not told and not self._stopping.is_set():
                select.select([driver.fileno(), self._bell], [], [])
                told = [int(notice.payload) for notice in driver.notifies(timeout=0)]
            newest = max([newest, *told])

    def _say_lost(self, sentence: str) -> None:
        if not self._stopping.is_set():
            self._on_lost(sentence)
            select.select([self._bell], [], [], _AGAIN_AFTER_S)
