"""Nobody waits longer than this for a file or a command line."""

import signal
import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Final

import pytest

LONGEST_S: Final = 5


@contextmanager
def soon() -> Generator[None]:
    """Fail what takes longer, counted in the time of the processor, so that a busy machine is no failure."""
    if sys.platform == "win32":
        yield
        return

    def end(_number: int, _frame: Any) -> None:
        pytest.fail(f"not done after {LONGEST_S} s")

    signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
