"""Stations as processes of their own on one database."""

import multiprocessing
import os
import runpy
import signal
import sys
from collections.abc import Callable, Iterator
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Any

import pytest

from mixer_app.domain.events import Event

HERE = Path(__file__).parent


class StationProcess:
    """A desk or kiosk in another process; it can be killed at any moment."""

    def __init__(
        self, context: BaseContext, program: str, location: str, event_id: int, name: str, **more: object
    ) -> None:
        self.name = name
        self._pipe, theirs = context.Pipe()
        given = {"PIPE": theirs, "LOCATION": location, "EVENT_ID": event_id, "NAME": name, **more}
        self._process: Any = context.Process(target=runpy.run_path, args=(str(HERE / program), given), daemon=True)  # type: ignore[attr-defined]  # the stub has it on the kinds only
        self._process.start()
        theirs.close()

    def ask(self, *told: object) -> None:
        """Tell it to do something; `OSError` if it is dead."""
        self._pipe.send(told)

    def answer(self) -> Any:
        """What it acknowledged; None if it died before it had said so."""
        try:
            return self._pipe.recv()
        except (EOFError, OSError):
            return None

    def kill(self) -> None:
        """End it as a power cut would."""
        self._process.kill()

    def stand_still(self) -> None:
        """Let it do nothing until it may `go_on`, as a laptop does that is out of breath."""
        os.kill(self._process.pid, signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it go on where it stood still."""
        os.kill(self._process.pid, signal.SIGCONT)

    def close(self) -> None:
        """End it and let go of the pipe."""
        self._process.kill()
        self._process.join(10)
        self._pipe.close()


@pytest.fixture(scope="session")
def processes() -> BaseContext:
    """How processes are started: where the system can, as copies of one that has the application loaded already."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["mixer_app.services.check_in", "mixer_app.store.migrations", "runpy"])
    return context


@pytest.fixture
def a_process(processes: BaseContext, database: Any) -> Iterator[Callable[[str, str, int], StationProcess]]:
    """Start a program of this folder on the database of the test: `a_process("station.py", "Kiosk 1", event.id)`.

    Its first answer is that it is ready.
    """
    opened: list[StationProcess] = []

    def start(program: str, name: str, event_id: int) -> StationProcess:
        opened.append(StationProcess(processes, program, str(database.path), event_id, name))
        return opened[-1]

    yield start
    for one in opened:
        one.close()


@pytest.fixture
def station(a_process: Callable[[str, str, int], StationProcess], event: Event) -> Callable[[str], StationProcess]:
    """Start a station of this name."""
    return lambda name: a_process("station.py", name, event.id)
