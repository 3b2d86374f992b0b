"""The one door off the GUI thread: do this, then that, and say so if it fails."""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any, Final, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, SignalInstance, Slot

from mixer_app.domain.errors import Cancelled, DatabaseDamaged, MixerError
from mixer_app.domain.progress import Progress
from mixer_app.ui.garbage import GarbageCollection
from mixer_app.ui.turns import Turns

T = TypeVar("T")
SLOW_AFTER_S: Final = 0.6
"""Quick work never flashes a progress bar."""

_LOOK_MS: Final = 50
BROKE_SENTENCE: Final = "This did not work because of a mistake in the application. Nothing was changed."
_log = logging.getLogger(__name__)


class Task(QObject):
    """One piece of work under way; lives on the GUI thread."""

    progressed = Signal(float, str)
    became_slow = Signal()
    ended = Signal()

    def __init__(self, parent: QObject, *, counts: bool) -> None:
        super().__init__(parent)
        self.counts = counts
        self.running = True
        self.stage = ""
        self.fraction = 0.0
        self._slow = False
        self.stop = threading.Event()
        self._began_at = time.monotonic()

    def cancel(self) -> None:
        """Ask the work to stop; it stops at its next report of progress."""
        self.stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self.stop.is_set()

    def take_progress(self, fraction: float, stage: str) -> None:
        """Note where the work stands; told on once it has lasted `SLOW_AFTER_S`."""
        self.fraction, self.stage = fraction, stage
        if self._slow:
            self.progressed.emit(fraction, stage)

    def finish(self) -> None:
        """The work has ended, well or not."""
        self.running = False
        self.ended.emit()
        self.deleteLater()

    def look_at_time(self) -> bool:
        """Tell, once, that the work has lasted `SLOW_AFTER_S`; whether that has been told.

        Asked from outside: a task with a timer of its own crashed Qt now and then when both were deleted
        while a worker held the interpreter (PySide 6.11).
        """
        if not self._slow and self.running and time.monotonic() - self._began_at >= SLOW_AFTER_S:
            self._slow = True
            self.became_slow.emit()
            self.progressed.emit(self.fraction, self.stage)
        return self._slow


class _Signals(QObject):
    """Carries what workers send, with the number of the task, from their threads to the GUI thread.

    One for all tasks, and it lives as long as the background: an object that a worker emits from must
    not go while the signal is on its way.
    """

    done = Signal(int, object)
    failed = Signal(int, object)
    progressed = Signal(int, float, str)


@dataclass(frozen=True, slots=True)
class _Order:
    """A task under way and whom to tell."""

    task: Task
    callbacks: Mapping[str, Callable[..., Any] | None]

    def call(self, name: str, *arguments: object) -> None:
        _tell(self.callbacks[name], *arguments)


class Background(QObject):
    """Runs work on other threads and brings the results home."""

    failed = Signal(str)
    """A sentence for the message bar, where the caller has no place of its own."""
    broke = Signal(object)
    """A mistake of ours: an exception that is no `MixerError`."""
    damaged = Signal(str)
    """The sentence of a `DatabaseDamaged`, before the caller is told."""
    task_became_slow = Signal(object)
    """A `Task` that lasts and whose caller shows no progress of its own."""
    idle = Signal()

    def __init__(self, parent: QObject | None = None, *, threads: int = 4) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._orders: dict[int, _Order] = {}
        self._numbers = count(1)
        self._closed = False
        self._garbage = GarbageCollection(self)
        self._watch = QTimer(self, interval=_LOOK_MS)
        self._watch.timeout.connect(self._look_for_slow)
        self._turns = Turns(self)
        self._signals = _Signals(self)
        self._signals.done.connect(self._has_done)
        self._signals.failed.connect(self._has_failed)
        self._signals.progressed.connect(self._take_progress)

    def run(
        self,
        work: Callable[[Progress], T],
        *,
        on_done: Callable[[T], None] | None = None,
        on_failed: Callable[[str], None] | None = None,
        on_progress: Callable[[float, str], None] | None = None,
        on_end: Callable[[], None] | None = None,
        counts: bool = True,
    ) -> Task:
        """Do `work(progress)` on another thread; the callbacks run on the GUI thread.

        A `MixerError` goes to `on_failed` as its sentence, or to the message bar; `Cancelled` is silent;
        anything else is logged and reported, and `on_failed` hears of it in words. `on_end` is called
        first in every case, to take back a busy state. Progress shows after `SLOW_AFTER_S`, in
        `on_progress` or in the window. A callback that is a method of a widget is left out once the
        widget is gone. Work that does not count (looking for changes) leaves the background idle.
        """
        task = Task(self, counts=counts)
        if self._closed:
            task.cancel()
            task.finish()
            return task
        if on_progress is not None:
            task.progressed.connect(partial(_tell, on_progress))
        elif counts:
            task.became_slow.connect(partial(self.task_became_slow.emit, task))
        number = next(self._numbers)
        self._orders[number] = _Order(task, {"on_done": on_done, "on_failed": on_failed, "on_end": on_end})
        if not self._watch.isActive():
            self._watch.start()
        self._pool.start(partial(_work, work, number, task.stop, self._signals))
        return task

    @property
    def busy(self) -> bool:
        """Whether any work is under way."""
        return any(order.task.counts for order in self._orders.values())

    def close(self, wait_s: float = 10.0) -> bool:
        """Begin nothing more, ask everything to stop and wait for it; whether all of it has stopped."""
        self._closed = True
        for order in self._orders.values():
            order.task.cancel()
        stopped = self._pool.waitForDone(round(wait_s * 1000))
        self._watch.stop()
        self._garbage.stop()
        return stopped

    @Slot()
    def _look_for_slow(self) -> None:
        told = [order.task.look_at_time() for order in list(self._orders.values())]
        if all(told):
            self._watch.stop()

    @Slot(int, float, str)
    def _take_progress(self, number: int, fraction: float, stage: str) -> None:
        if number in self._orders:
            self._orders[number].task.take_progress(fraction, stage)

    @Slot(int, object)
    def _has_done(self, number: int, result: object) -> None:
        self._turns.take(partial(self._take_result, number, result))

    @Slot(int, object)
    def _has_failed(self, number: int, error: Exception) -> None:
        self._turns.take(partial(self._take_failure, number, error))

    def _take_result(self, number: int, result: object) -> None:
        order = self._end(number)
        if not order.task.cancelled:
            order.call("on_done", result)

    def _take_failure(self, number: int, error: Exception) -> None:
        order = self._end(number)
        if isinstance(error, Cancelled):
            return
        told = isinstance(error, MixerError)
        if not told:
            self.broke.emit(error)
        elif isinstance(error, DatabaseDamaged):
            self.damaged.emit(str(error))
        if order.callbacks["on_failed"] is not None:
            order.call("on_failed", str(error) if told else BROKE_SENTENCE)
        elif told:
            self.failed.emit(str(error))

    def _end(self, number: int) -> _Order:
        order = self._orders.pop(number)
        order.call("on_end")
        order.task.finish()
        if not self.busy:
            QTimer.singleShot(0, self, self._tell_idle)
        return order

    @Slot()
    def _tell_idle(self) -> None:
        """After the callbacks, which may have begun new work."""
        if not self.busy:
            self.idle.emit()


def _tell(callback: Callable[..., Any] | None, *arguments: object) -> None:
    """Call back, unless nobody asked for it or whoever did is gone."""
    if callback is None or not _lives(callback):
        return
    try:
        callback(*arguments)
    except RuntimeError:
        if not isinstance(getattr(callback, "__self__", None), SignalInstance):
            raise
        # `signal.emit` of a widget that is gone; a mistake in a slot never comes out of an emit


def _lives(callback: Callable[..., Any]) -> bool:
    """Whether the widget behind a callback still exists."""
    while isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)


def _work(work: Callable[[Progress], Any], number: int, stop: threading.Event, signals: _Signals) -> None:
    """On the other thread: do it, and send home what came of it."""
    try:
        result = work(_Reporter(number, stop, signals))
    except (MixerError, Cancelled) as refusal:
        signals.failed.emit(number, refusal)
    except Exception as mistake:  # noqa: BLE001  # the door: whatever comes here is logged and shown as a report
        _log.exception("Work in the background failed")
        signals.failed.emit(number, mistake)
    else:
        signals.done.emit(number, result)


class _Reporter:
    """The `Progress` of one task: at most 30 reports a second reach the GUI thread."""

    def __init__(self, number: int, stop: threading.Event, signals: _Signals) -> None:
        self._number, self._stop, self._signals = number, stop, signals
        self._last_at = 0.0

    def __call__(self, fraction: float, stage: str) -> bool:
        now = time.monotonic()
        if now - self._last_at > 1 / 30:
            self._last_at = now
            self._signals.progressed.emit(self._number, fraction, stage)
        return not self._stop.is_set()
