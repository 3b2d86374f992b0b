"""Notes in the log when a window stands still, and what it was doing then: a hang always, a lost frame when asked."""

import faulthandler
import logging
import os
import re
import tempfile
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
HANG_MS: Final = 500
_BEAT_MS: Final = 4
_SLOW_BEAT_MS: Final = 250  # four times a second: nobody sees it in the load of the processor
_HANGS_S: Final = 5.0  # told while it lasts: whoever ends a window that hangs, ends this too
_ONE_LINE_IN_S: Final = 60.0
_KEPT: Final = 1000
_DEEPEST: Final = 12  # frames of a stack, innermost first
_THREAD: Final = re.compile(r"(?:Current thread|Thread) 0x(?P<ident>[0-9a-f]+)")
_FRAME: Final = re.compile(r'  File "(?P<file>.*)", line (?P<line>\d+) in (?P<name>.*)')
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
    """Beats in the event loop; another thread looks at what the loop does when a beat is late, and logs it.

    Of hangs (`longest_ms` from `HANG_MS`) it beats slowly, says once that one goes on, and writes no more than a line
    a minute; what comes before the loop runs is no hang.
    """

    def __init__(self, parent: QObject, *, longest_ms: float = ONE_FRAME_MS) -> None:
        super().__init__(parent)
        self.longest_ms = longest_ms
        self._of_hangs = longest_ms >= HANG_MS
        self._beat_ms = _SLOW_BEAT_MS if self._of_hangs else _BEAT_MS
        self._told_at = -_ONE_LINE_IN_S
        self._told_of: float | None = None  # the beat after which a hang was told while it lasted
        self.stalls: deque[Stall] = deque(maxlen=_KEPT)
        self.beats = 0
        self._watched = threading.get_ident()
        self._seen: tuple[str, ...] = ()
        self._to_log: SimpleQueue[Stall] = SimpleQueue()
        self._end = threading.Event()
        self._beaten_at, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=self._beat_ms)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer if self._of_hangs else Qt.TimerType.PreciseTimer)
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
        late_ms = (now - self._beaten_at) * 1000 - self._beat_ms
        if late_ms > self.longest_ms and (self.beats or not self._of_hangs):
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
            if self._of_hangs and self.beats:
                self._tell_of_hang(beaten_at)
            self._log_all()
        self._log_all()

    def _tell_of_hang(self, since: float) -> None:
        lasts_s = time.perf_counter() - since
        if lasts_s > _HANGS_S and self._told_of != since and self._may_tell():
            self._told_of = since
            where = " < ".join(self._seen or _frames_of(self._watched))
            _log.warning("The window has been standing still for %.0f s, and still does: %s", lasts_s, where)

    def _may_tell(self) -> bool:
        """Whether the last line is a minute old; frames that were asked for are told each."""
        if not self._of_hangs:
            return True
        if time.perf_counter() - self._told_at < _ONE_LINE_IN_S:
            return False
        self._told_at = time.perf_counter()
        return True

    def _log_all(self) -> None:
        while True:
            try:
                stall = self._to_log.get_nowait()
            except Empty:
                return
            if self._may_tell():
                _log.warning("%s", words_of(stall))


def words_of(stall: Stall) -> str:
    """One stall as it stands in the log."""
    where = " < ".join(stall.frames) or "not seen where"
    return f"The window stood still for {stall.lasted_ms:.0f} ms (at work {stall.worked_ms:.0f} ms): {where}"


def slowest(stalls: Sequence[Stall]) -> Stall | None:
    """The longest of several."""
    return max(stalls, key=lambda stall: stall.lasted_ms, default=None)


def _frames_of(thread: int) -> tuple[str, ...]:
    """Where a thread is, as text.

    A frame object that this thread held would keep what is in it beyond its end, such as a painter, and let it
    go on the wrong thread: Qt crashes of that. What the interpreter writes of itself holds nothing.
    """
    with tempfile.TemporaryFile() as written:
        faulthandler.dump_traceback(written.fileno(), all_threads=True)
        written.seek(0)
        lines = written.read().decode("ascii", "replace").splitlines()
    ours = False
    found: list[str] = []
    for line in lines:
        if (head := _THREAD.match(line)) is not None:
            ours = int(head["ident"], 16) == thread
        elif ours and (frame := _FRAME.match(line)) is not None:
            found.append(f"{short_path(frame['file'])}:{frame['line']} {frame['name']}")
    return tuple(found[:_DEEPEST])


def watch_window(parent: QObject, watch_ms: float | None = None) -> Watchdog:
    """Watch for hangs; for shorter stalls if this was asked for, here or by the environment variable `MIXER_WATCH`."""
    asked = watch_ms if watch_ms is not None else os.environ.get("MIXER_WATCH", "").strip() or None
    try:
        longest_ms = float(asked) if asked is not None else HANG_MS
    except ValueError:
        longest_ms = ONE_FRAME_MS
    watchdog = Watchdog(parent, longest_ms=longest_ms)
    watchdog.start()
    return watchdog
