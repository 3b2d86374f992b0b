"""Stations as processes of their own on one database."""

import multiprocessing
import runpy
import sys
from collections.abc import Callable, Iterator
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Any

import pytest

from mixer_app.domain.events import Event

PROGRAM = Path(__file__).with_name("station.py")


class StationProcess:
    """A desk or kiosk in another process; it can be killed at any moment."""

    def __init__(self, context: BaseContext, location: str, event_id: int, name: str, program: Path) -> None:
        self.name = name
        self._pipe, theirs = context.Pipe()
        given = {"PIPE": theirs, "LOCATION": location, "EVENT_ID": event_id, "NAME": name}
        self._process: Any = context.Process(target=runpy.run_path, args=(str(program), given), daemon=True)  # type: ignore[attr-defined]  # the stub has it on the kinds only
        self._process.start()
        theirs.close()

    def ask(self, act: str, key: str, request: str) -> None:
        """Tell it to do something; `OSError` if it is dead."""
        self._pipe.send((act, key, request))

    def answer(self) -> Any:
        """What it acknowledged; None if it died before it had said so."""
        try:
            return self._pipe.recv()
        except (EOFError, OSError):
            return None

    def kill(self) -> None:
        """End it as a power cut would."""
        self._process.kill()

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
def station(processes: BaseContext, database: Any, event: Event) -> Iterator[Callable[..., StationProcess]]:
    """Start a station of this name on the database of the test; its first answer is that it is ready."""
    opened: list[StationProcess] = []

    def start(name: str, program: Path = PROGRAM) -> StationProcess:
        opened.append(StationProcess(processes, str(database.path), event.id, name, program))
        return opened[-1]

    yield start
    for one in opened:
        one.close()
