"""Word from the server that the journal has grown: stations hear of each other's changes without asking."""

import select
import socket
import time
from collections.abc import Callable
from contextlib import closing, suppress
from threading import Event, Thread
from typing import Any, Final

from sqlalchemy import URL, NullPool
from sqlalchemy.exc import DBAPIError

from mixer_app.domain.errors import MixerError
from mixer_app.store.failures import is_wrong_password, told_in_sentences
from mixer_app.store.server import open_server

CHANNEL: Final = "mixer_journal"
"""A trigger on the journal tells the newest number here; a migration makes it."""

_AGAIN_AFTER_S: Final = 1.0
_BEAT_EVERY_S: Final = 1.0
_ANSWERS_WITHIN_S: Final = 1.5
"""A server that is there and does not answer is known within these two together: 2.5 s."""

_NEWEST: Final = b"SELECT coalesce(max(id), 0) FROM journal"
_PATIENCE_S: Final = 1.0


class ChangeNotices:
    """Listens on a connection of its own, in a thread of its own, until it is stopped.

    `on_grown` gets the newest number of the journal: with each change, and once after each time that the
    connection was (re)made, so that nothing is missed in between. `on_lost` gets a sentence when the server
    does not answer, again and again until it does, and `on_refused` is called before where it answers that the
    password is wrong; `on_beat` is called once a second while all is well. All are called on the listening thread.
    """

    def __init__(
        self,
        url: URL,
        where: str,
        *,
        on_grown: Callable[[int], None],
        on_lost: Callable[[str], None],
        on_refused: Callable[[], None] | None = None,
        on_beat: Callable[[], None] | None = None,
    ) -> None:
        self._on_refused = on_refused
        self._engine = open_server(url, poolclass=NullPool)
        self._where, self._on_grown, self._on_lost, self._on_beat = where, on_grown, on_lost, on_beat
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
            except (DBAPIError, self._engine.dialect.loaded_dbapi.Error, OSError) as failure:
                if is_wrong_password(failure) and self._on_refused is not None and not self._stopping.is_set():
                    self._on_refused()
                self._say_lost(f"The shared database {self._where} does not answer. Check the network.")

    def _connect(self) -> Any:
        connection = self._engine.raw_connection()
        driver = connection.driver_connection
        connection.detach()  # it ends here, in whatever state it is
        return driver

    def _listen(self, driver: Any) -> None:
        line = driver.pgconn
        self._ask(line, f"LISTEN {CHANNEL}".encode())
        newest = -1
        while not self._stopping.is_set():
            seen = [newest, self._ask(line, _NEWEST)]  # also what whoever stands between swallowed
            beat_at = time.monotonic() + _BEAT_EVERY_S
            if self._on_beat is not None:
                self._on_beat()
            while not self._stopping.is_set():
                seen += _told(line)
                if max(seen) > newest:
                    newest = max(seen)
                    self._on_grown(newest)
                left = beat_at - time.monotonic()
                if left <= 0:
                    break
                if line.socket in select.select([line.socket, self._bell], [], [], left)[0]:
                    line.consume_input()

    def _ask(self, line: Any, question: bytes) -> int:
        """The number that the server answers with, or 0; `OSError` if it takes its time."""
        line.send_query(question)
        until, answer = time.monotonic() + _ANSWERS_WITHIN_S, 0
        while not self._stopping.is_set():
            line.flush()
            while not line.is_busy():
                if (result := line.get_result()) is None:
                    return answer
                if result.error_message:
                    raise OSError(result.error_message.decode(errors="replace"))
                answer = int(result.get_value(0, 0) or 0) if result.ntuples else answer
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError
            if line.socket in select.select([line.socket, self._bell], [], [], left)[0]:
                line.consume_input()
        return answer

    def _say_lost(self, sentence: str) -> None:
        if not self._stopping.is_set():
            self._on_lost(sentence)
            select.select([self._bell], [], [], _AGAIN_AFTER_S)


def _told(line: Any) -> list[int]:
    """The numbers that the server has sent of its own accord."""
    told: list[int] = []
    while (notice := line.notifies()) is not None:
        told.append(int(notice.extra))
    return told
