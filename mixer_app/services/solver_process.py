"""Long matching work in a process of its own, so that no window waits for it.

OR-Tools holds Python's interpreter lock while it solves: for thousands of people most of a second, in
which no other thread of the process moves. Large problems therefore go to a child over pipes: progress
comes back while it works, and a person who cancels ends it at once. Small ones are solved here.

The child is started as a program, not by `multiprocessing`, which would run the caller's main module
once more in it. It ends when the pipe from its parent closes, however the parent ended.
"""

import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final, NoReturn, TypeAlias, TypeVar

from mixer_app.domain.errors import Cancelled, MixerError
from mixer_app.domain.progress import Progress

T = TypeVar("T")
_Message: TypeAlias = tuple[str, Any]

SOLVER_WORD: Final = "solver-process"
"""The one argument with which this program serves its parent instead of starting."""

LARGE_FROM: Final = 300
"""People from whom on a solve may hold the interpreter for longer than a frame."""

_ASK_EVERY_S: Final = 0.05  # whether to go on
_TELL_EVERY_S: Final = 1 / 30
_END_WITHIN_S: Final = 5.0
_FIRST_STAGE: Final = "Getting ready"
_ENDED: Final[_Message] = ("ended", None)


class Solver:
    """Solves problems of an event of so many `people`: `with Solver(1200) as solver: solver.solve(...)`.

    Entering starts the child of a large event, which loads its libraries while the caller goes on.
    """

    def __init__(self, people: int) -> None:
        self._large = people >= LARGE_FROM
        self._child: _Child | None = None

    def __enter__(self) -> "Solver":
        if self._large:
            self._child = _Child.started()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None

    def solve(self, work: Callable[..., T], *arguments: object, progress: Progress | None = None) -> T:
        """`work(*arguments, progress=progress)`, a function of `matching`; what it raises is raised here.

        Raises `Cancelled` as soon as `progress` answers False.
        """
        if self._child is not None:
            try:
                return self._child.solve(work, arguments, progress)
            except _NotStartedError:
                self._child.end()
                self._child = None  # where no second process can be had, the solve is done here
        return work(*arguments, progress=progress)


class _NotStartedError(Exception):
    """The child ended before it could take any work."""


class _Child:
    """The child as its parent sees it."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self._ready = False
        self._inbox: queue.SimpleQueue[_Message] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._begin(self._listen)

    @classmethod
    def started(cls) -> "_Child | None":
        """A child that begins to load; None where none can be started."""
        try:
            process = subprocess.Popen(  # noqa: S603  # this very program
                _command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=_environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            return None
        return cls(process)

    def solve(self, work: Callable[..., T], arguments: tuple[object, ...], progress: Progress | None) -> T:
        """Have it done, reporting all the while."""
        self._begin(self._send, (work, arguments))
        fraction, stage = 0.0, _FIRST_STAGE
        content: Any
        while True:
            try:
                kind, content = self._inbox.get(timeout=_ASK_EVERY_S)
            except queue.Empty:
                kind, content = "progress", (fraction, stage)
            if kind == "ready":
                self._ready = True
            elif kind == "done":
                return content
            elif kind == "failed":
                raise content
            elif kind == "ended":
                raise self._lost()
            else:
                fraction, stage = content
                if progress is not None and not progress(fraction, stage):
                    raise Cancelled

    def end(self) -> None:
        """End it at once, whatever it does."""
        self._process.kill()
        self._process.wait(_END_WITHIN_S)
        for thread in self._threads:
            thread.join(_END_WITHIN_S)
        for pipe in (self._process.stdin, self._process.stdout):
            _close(pipe)

    def _begin(self, act: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=act, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _listen(self) -> None:
        assert self._process.stdout is not None  # noqa: S101  # asked for as a pipe
        while True:
            try:
                message = pickle.load(self._process.stdout)  # noqa: S301  # our own child wrote it
            except (EOFError, OSError, pickle.UnpicklingError):
                message = _ENDED
            self._inbox.put(message)
            if message == _ENDED:
                return

    def _send(self, job: tuple[Callable[..., Any], tuple[object, ...]]) -> None:
        assert self._process.stdin is not None  # noqa: S101  # asked for as a pipe
        try:
            pickle.dump(job, self._process.stdin, protocol=pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()
        except OSError:
            return  # it has ended, which the listener tells
        except Exception as error:  # noqa: BLE001  # what cannot be sent is the caller's mistake
            self._inbox.put(("failed", error))

    def _lost(self) -> Exception:
        if not self._ready:
            return _NotStartedError()
        status = self._process.wait(_END_WITHIN_S)
        return MixerError(
            f"Planning was ended from outside (status {status}), perhaps for want of memory. "
            "Close other programs and plan again."
        )


def _command() -> list[str]:
    """This program once more, as a solver."""
    if getattr(sys, "frozen", False):
        return [sys.executable, SOLVER_WORD]
    return [sys.executable, "-P", "-m", "mixer_app", SOLVER_WORD]


def _environment() -> dict[str, str]:
    """The same surroundings, and the same copy of this package."""
    folders = [str(Path(__file__).resolve().parents[2]), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, folders))}


def _close(pipe: IO[bytes] | None) -> None:
    if pipe is not None:
        try:
            pipe.close()
        except OSError:
            return  # what was left to write has no reader any more


def serve() -> NoReturn:
    """Do what the parent sends until it closes the pipe; the whole life of the child."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to answer
    outlet = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints must not run into the messages
    jobs: queue.SimpleQueue[tuple[Callable[..., Any], tuple[object, ...]]] = queue.SimpleQueue()
    threading.Thread(target=_take_jobs, args=(jobs,), daemon=True).start()
    _load_libraries()
    tell = _Teller(outlet)
    tell("ready", None)
    while True:
        work, arguments = jobs.get()
        try:
            tell("done", work(*arguments, progress=tell.progress))
        except Exception as error:  # noqa: BLE001  # the parent raises it
            tell("failed", _as_sent(error))


def _take_jobs(jobs: "queue.SimpleQueue[Any]") -> None:
    while True:
        try:
            jobs.put(pickle.load(sys.stdin.buffer))  # noqa: S301  # our own parent wrote it
        except (EOFError, OSError, pickle.UnpicklingError):
            os._exit(0)  # the parent is gone, or wants no more: nobody waits for what is under way


def _load_libraries() -> None:
    from ortools.graph.python import min_cost_flow

    from mixer_app.matching import plan_rounds

    assert min_cost_flow and plan_rounds  # noqa: S101, PT018  # only loaded, before they are needed


class _Teller:
    """Sends messages to the parent, progress not too often."""

    def __init__(self, outlet: IO[bytes]) -> None:
        self._outlet = outlet
        self._stage, self._told_at = "", 0.0

    def __call__(self, kind: str, content: object) -> None:
        self._outlet.write(pickle.dumps((kind, content), protocol=pickle.HIGHEST_PROTOCOL))  # whole or not at all
        self._outlet.flush()

    def progress(self, fraction: float, stage: str) -> bool:
        """Tell where the work stands; it always goes on, as its end comes from outside."""
        now = time.monotonic()
        if stage != self._stage or now - self._told_at > _TELL_EVERY_S:
            self._stage, self._told_at = stage, now
            self("progress", (fraction, stage))
        return True


def _as_sent(error: Exception) -> Exception:
    """`error` with its traceback as a note; in words where it cannot be sent as itself."""
    error.add_note("".join(traceback.format_exception(error)))
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301  # made in this line
    except Exception:  # noqa: BLE001  # whatever an exception holds may refuse to be sent
        return RuntimeError("".join(traceback.format_exception(error)))
    return error
