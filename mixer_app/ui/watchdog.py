"""A diagnostic: notes whenever the window stands still for longer than a frame, and what it was doing then."""

import logging
import os
import sys
import threading
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from mixer_app.diagnostics import short_path

ONE_FRAME_MS: Final = 16
_BEAT_MS: Final = 4
_KEPT: Final = 1000
_DEEPEST: Final = 12  # frames of a stack, innermost first
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stall:
    """The GUI thread did nothing else for `lasted_ms`, of which it worked for `worked_ms`.

    The rest it waited: for the processor, for another thread to let Python go, or for something it must not
    wait for. `frames` is where it was, innermost first, without values; empty if it was over too soon to be seen.
    """

    lasted_ms: float
    worked_ms: float
    frames: tuple[str, ...]


class Watchdog(QObject):
    """Beats in the event loop; another thread looks at what the loop does when a beat is late, and logs it."""

    def __init__(self, parent: QObject, *, longest_ms: float = ONE_FRAME_MS) -> None:
        super().__init__(parent)
        self.longest_ms = longest_ms
        self.stalls: deque[Stall] = deque(maxlen=_KEPT)
        self.beats = 0
        self._watched = threading.get_ident()
        self._seen: tuple[str, ...] = ()
        self._to_log: SimpleQueue[Stall] = SimpleQueue()
        self._end = threading.Event()
        self._beaten_at, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=_BEAT_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def start(self) -> None:
        """Begin to watch the thread that this is called on."""
        self._beaten_at, self._worked = time.perf_counter(), time.thread_time()
        self._timer.start()
        self._thread.start()

    def stop(self) -> None:
        """Watch no more; what was seen last is still logged."""
        self._timer.stop()
        self._end.set()
        self._thread.join()

    @Slot()
    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        late_ms = (now - self._beaten_at) * 1000 - _BEAT_MS
        if late_ms > self.longest_ms:
            stall = Stall(lasted_ms=late_ms, worked_ms=(worked - self._worked) * 1000, frames=self._seen)
            self.stalls.append(stall)
            self._to_log.put(stall)
        self.beats += 1
        self._beaten_at, self._worked, self._seen = now, worked, ()

    def _watch(self) -> None:
        """On the other thread."""
        while not self._end.wait(self.longest_ms / 2000):
            beaten_at = self._beaten_at
            if not self._seen and (time.perf_counter() - beaten_at) * 1000 > self.longest_ms:
                seen = _frames_of(self._watched)
                if self._beaten_at == beaten_at:
                    self._seen = seen
            self._log_all()
        self._log_all()

    def _log_all(self) -> None:
        while True:
            try:
                stall = self._to_log.get_nowait()
            except Empty:
                return
            _log.warning("%s", words_of(stall))


def words_of(stall: Stall) -> str:
    """One stall as it stands in the log."""
    where = " < ".join(stall.frames) or "not seen where"
    return f"The window stood still for {stall.lasted_ms:.0f} ms (at work {stall.worked_ms:.0f} ms): {where}"


def slowest(stalls: Sequence[Stall]) -> Stall | None:
    """The longest of several."""
    return max(stalls, key=lambda stall: stall.lasted_ms, default=None)


def _frames_of(thread: int) -> tuple[str, ...]:
    frames = sys._current_frames()  # pyright: ignore[reportPrivateUsage]  # no other way in
    frame = frames.get(thread)
    found: list[str] = []
    while frame is not None and len(found) < _DEEPEST:
        found.append(f"{short_path(frame.f_code.co_filename)}:{frame.f_lineno} {frame.f_code.co_name}")
        frame = frame.f_back
    return tuple(found)


def watch_as_asked(parent: QObject, watch_ms: float | None) -> Watchdog | None:
    """Watch for stalls, if this was asked for, here or by the environment variable `MIXER_WATCH`."""
    asked = watch_ms if watch_ms is not None else os.environ.get("MIXER_WATCH", "").strip() or None
    try:
        longest_ms = float(asked) if asked is not None else None
    except ValueError:
        longest_ms = ONE_FRAME_MS
    if longest_ms is None:
        return None
    watchdog = Watchdog(parent, longest_ms=longest_ms)
    watchdog.start()
    return watchdog
