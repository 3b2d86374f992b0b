"""The one door off the GUI thread: do this, then that, and say so if it fails."""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, Slot

from mixer_app.domain.errors import Cancelled, MixerError
from mixer_app.domain.progress import Progress

T = TypeVar("T")
SLOW_AFTER_S: Final = 0.6
"""Quick work never flashes a progress bar."""

BROKE_SENTENCE: Final = "This did not work because of a mistake in the application. Nothing was changed."
_log = logging.getLogger(__name__)


class Task(QObject):
    """One piece of work under way; lives on the GUI thread."""

    progressed = Signal(float, str)
    became_slow = Signal()
    ended = Signal()

    def __init__(self, parent: QObject, *, shows_itself: bool) -> None:
        super().__init__(parent)
        self.shows_itself = shows_itself
        self.running = True
        self.counts = True
        self.stage = ""
        self.fraction = 0.0
        self._slow = False
        self.stop = threading.Event()
        self._timer = QTimer(self, singleShot=True, interval=round(SLOW_AFTER_S * 1000))
        self._timer.timeout.connect(self._turn_slow)
        self._timer.start()

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
        self._timer.stop()
        self.ended.emit()
        self.deleteLater()

    @Slot()
    def _turn_slow(self) -> None:
        self._slow = True
        self.became_slow.emit()
        self.progressed.emit(self.fraction, self.stage)


class _Signals(QObject):
    """Carries results from the worker's thread to the GUI thread."""

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(float, str)


class _Receiver(QObject, Generic[T]):
    """Takes what a worker sends, on the GUI thread, and hands it to those who still live."""

    def __init__(
        self, background: "Background", task: Task, callbacks: Mapping[str, Callable[..., Any] | None]
    ) -> None:
        super().__init__(background)
        self._background, self._task, self._callbacks = background, task, callbacks

    @Slot(float, str)
    def take_progress(self, fraction: float, stage: str) -> None:
        self._task.take_progress(fraction, stage)

    @Slot(object)
    def take_result(self, result: object) -> None:
        self._end()
        if not self._task.cancelled:
            self._call("on_done", result)

    @Slot(object)
    def take_failure(self, error: Exception) -> None:
        self._end()
        if isinstance(error, Cancelled):
            return
        sentence = str(error) if isinstance(error, MixerError) else BROKE_SENTENCE
        if not isinstance(error, MixerError):
            self._background.broke.emit(error)
        if self._callbacks["on_failed"] is not None:
            self._call("on_failed", sentence)
        elif isinstance(error, MixerError):
            self._background.failed.emit(sentence)

    def _end(self) -> None:
        self._background.forget(self._task)
        self._call("on_end")
        self._task.finish()
        self.deleteLater()

    def _call(self, name: str, *arguments: object) -> None:
        callback = self._callbacks[name]
        if callback is not None and _lives(callback):
            callback(*arguments)


class Background(QObject):
    """Runs work on other threads and brings the results home."""

    failed = Signal(str)
    """A sentence for the message bar, where the caller has no place of its own."""
    broke = Signal(object)
    """A mistake of ours: an exception that is no `MixerError`."""
    task_became_slow = Signal(object)
    """A `Task` that lasts and whose caller shows no progress of its own."""
    idle = Signal()

    def __init__(self, parent: QObject | None = None, *, threads: int = 4) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._tasks: set[Task] = set()

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
        task = Task(self, shows_itself=on_progress is not None)
        callbacks: dict[str, Callable[..., Any] | None] = {"on_done": on_done, "on_failed": on_failed, "on_end": on_end}
        receiver: _Receiver[T] = _Receiver(self, task, callbacks)
        signals = _Signals()
        signals.done.connect(receiver.take_result)
        signals.failed.connect(receiver.take_failure)
        signals.progressed.connect(receiver.take_progress)
        if on_progress is not None:
            task.progressed.connect(partial(_tell, on_progress))
        else:
            task.became_slow.connect(partial(self.task_became_slow.emit, task))
        task.counts = counts
        self._tasks.add(task)
        self._pool.start(partial(_work, work, task, signals))
        return task

    @property
    def busy(self) -> bool:
        """Whether any work is under way."""
        return any(task.counts for task in self._tasks)

    def forget(self, task: Task) -> None:
        """The task is over."""
        self._tasks.discard(task)
        if not self.busy:
            self.idle.emit()

    def close(self, wait_s: float = 10.0) -> bool:
        """Ask everything to stop and wait for it; whether all of it has stopped."""
        for task in self._tasks:
            task.cancel()
        return self._pool.waitForDone(round(wait_s * 1000))


def _tell(callback: Callable[[float, str], None], fraction: float, stage: str) -> None:
    if _lives(callback):
        callback(fraction, stage)


def _lives(callback: Callable[..., Any]) -> bool:
    """Whether the widget behind a callback still exists."""
    while isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)


def _work(work: Callable[[Progress], Any], task: Task, signals: _Signals) -> None:
    """On the other thread: do it, and send home what came of it."""
    reporter = _Reporter(task, signals)
    try:
        result = work(reporter)
    except (MixerError, Cancelled) as refusal:
        _send(signals, "failed", refusal)
    except Exception as mistake:  # noqa: BLE001  # the door: whatever comes here is logged and shown as a report
        _log.exception("Work in the background failed")
        _send(signals, "failed", mistake)
    else:
        _send(signals, "done", result)


def _send(signals: _Signals, name: str, content: object) -> None:
    """Emit, unless the application has gone meanwhile."""
    if shiboken6.isValid(signals):
        getattr(signals, name).emit(content)


class _Reporter:
    """The `Progress` of one task: at most 30 reports a second reach the GUI thread."""

    def __init__(self, task: Task, signals: _Signals) -> None:
        self._stop = task.stop
        self._signals = signals
        self._last_at = 0.0

    def __call__(self, fraction: float, stage: str) -> bool:
        now = time.monotonic()
        if now - self._last_at > 1 / 30:
            self._last_at = now
            if shiboken6.isValid(self._signals):
                self._signals.progressed.emit(fraction, stage)
        return not self._stop.is_set()
