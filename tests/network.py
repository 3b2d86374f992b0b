"""A line between a station and its server that a test can cut."""

import selectors
import socket
import time
from contextlib import suppress
from threading import Lock, Thread
from typing import Final

_AT_ONCE: Final = 65536
_LOOKS_EVERY_S: Final = 0.02


class Line:
    """Carries bytes to a server on this machine, or (`hang`) holds them back, or (`cut`) lets nobody through."""

    def __init__(self, port: int) -> None:
        self._server = port
        self._lock = Lock()
        self._pairs: dict[socket.socket, socket.socket] = {}
        self._hangs = self._ended = False
        self._listener: socket.socket | None = None
        self._events = selectors.DefaultSelector()
        self.port = 0
        self.mend()
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def address(self, server: str) -> str:
        """The address of a database at the server, through this line."""
        return server.replace(f":{self._server}/", f":{self.port}/")

    def hang(self) -> None:
        """Answer nothing more, as a network does in which every packet is lost."""
        self._hangs = True

    def cut(self) -> None:
        """End every connection and refuse new ones, as a server does that is shut down."""
        with self._lock:
            if self._listener is not None:
                self._events.unregister(self._listener)
                self._listener.close()
                self._listener = None
            self._drop()

    def mend(self) -> None:
        """Carry again; what was under way when it hung is lost."""
        with self._lock:
            self._drop()
            self._hangs = False
            if self._listener is None:
                made = socket.socket()
                made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                made.bind(("127.0.0.1", self.port))
                made.listen()
                self.port = made.getsockname()[1]
                self._listener = made
                self._events.register(made, selectors.EVENT_READ)

    def end(self) -> None:
        """Carry nothing any more."""
        self.cut()
        self._ended = True
        self._thread.join(2)
        self._events.close()

    def _drop(self) -> None:
        for one in list(self._pairs):
            self._close(one)

    def _close(self, one: socket.socket) -> None:
        if (other := self._pairs.pop(one, None)) is not None:
            self._pairs.pop(other, None)
            for end in (one, other):
                with suppress(KeyError, ValueError):
                    self._events.unregister(end)
                end.close()

    def _run(self) -> None:
        while not self._ended:
            ready = [] if self._hangs else self._events.select(_LOOKS_EVERY_S)
            if self._hangs:
                time.sleep(_LOOKS_EVERY_S)
            with self._lock:
                for key, _ in ready:
                    end = key.fileobj
                    if self._hangs or not isinstance(end, socket.socket):
                        break
                    if end is self._listener:
                        self._accept(end)
                    elif end in self._pairs:
                        self._carry(end)

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            near, _ = listener.accept()
            far = socket.create_connection(("127.0.0.1", self._server))
            self._pairs |= {near: far, far: near}
            for end in (near, far):
                self._events.register(end, selectors.EVENT_READ)

    def _carry(self, end: socket.socket) -> None:
        try:
            some = end.recv(_AT_ONCE)
            if some:
                self._pairs[end].sendall(some)
        except OSError:
            some = b""
        if not some:
            self._close(end)
