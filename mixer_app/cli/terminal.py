"""What the terminal shows: results, messages, and progress where somebody is watching."""

import json
import re
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from mixer_app.domain.addresses import without_passwords
from mixer_app.domain.progress import Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

_OBEYED: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_QUIET_S: Final = 0.6
"""Work that is done sooner shows no progress, so that nothing flashes."""


def shown(text: str, *, secret: bool = False) -> str:
    """The text as a terminal may show it, without passwords unless it is `secret`.

    What a terminal would obey, what turns the direction of a line, and bytes that are no letter become escapes,
    which are some in JSON too.
    """
    plain = text if secret else without_passwords(text)
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)


def show_json(result: object, *, secret: bool = False) -> None:
    """Write a result for programs."""
    sys.stdout.write(shown(json.dumps(result, ensure_ascii=False, indent=2), secret=secret) + "\n")


def show(*lines: str, secret: bool = False) -> None:
    """Write a result for people."""
    sys.stdout.writelines(f"{shown(line, secret=secret)}\n" for line in lines)


def tell(*lines: str) -> None:
    """Write a message that is not the result."""
    sys.stderr.writelines(f"{shown(line)}\n" for line in lines)


@contextmanager
def working() -> Generator[Progress | None]:
    """Progress for long work: a bar on standard error after a while, if that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    display = _Display()
    try:
        yield display.report
    finally:
        display.close()


class _Display:
    """A bar that appears late and goes away when the work is done."""

    def __init__(self) -> None:
        self._since = time.monotonic()
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def report(self, fraction: float, stage: str) -> bool:
        if self._bar is None and time.monotonic() - self._since > _QUIET_S:
            self._open()
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=fraction, description=stage)
        return True

    def close(self) -> None:
        if self._bar is not None:
            self._bar.stop()

    def _open(self) -> None:
        from rich.console import Console
        from rich.progress import Progress as Bar

        self._bar = Bar(console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task("", total=1.0)
        self._bar.start()
