"""Whether the name of a database still means the file that was opened: a backup may have been put in its place."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Final, TypeAlias

from mixer_app.domain.errors import MixerError

FileMark: TypeAlias = tuple[int, int]
"""Device and number of a file: another file of the same name has others."""

_PUT_BACK: Final = "The database was put back from a backup at this moment. Do it once more."


class OpenedFile:
    """Watches over one file for all threads; `let_go` closes the connections that are kept to it."""

    def __init__(self, path: Path, let_go: Callable[[], object]) -> None:
        self._path, self._let_go = path, let_go
        self._lock = Lock()
        self._mark = self._look()

    def present(self) -> FileMark:
        """The file of this moment; where it is another than before, nothing goes on with the old one.

        A transaction that began on the old one is not cut off: it has to ask `refuse_if_other` at its end.
        """
        with self._lock:  # nobody may take an old connection while another thread lets go of them
            mark = self._look()
            if mark != self._mark:
                self._let_go()
                self._mark = mark
            return mark

    def refuse_if_other(self, mark: FileMark) -> None:
        """`MixerError` if what was done since `present` may have been done in a file that nobody will ever read."""
        if self._look() != mark:
            raise MixerError(_PUT_BACK)

    def _look(self) -> FileMark:
        try:
            found = self._path.stat()
        except FileNotFoundError as gone:
            raise MixerError(
                f"The database {self._path} is gone: it was moved, renamed or deleted. Put it back, then do it once "
                "more."
            ) from gone
        return found.st_dev, found.st_ino
