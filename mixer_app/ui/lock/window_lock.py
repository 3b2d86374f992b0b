"""The lock of a window: open without a PIN, else from the organizer's PIN until nobody is there any more."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from mixer_app.domain.errors import MixerError
from mixer_app.domain.progress import Progress
from mixer_app.domain.staff_roles import StaffRole
from mixer_app.services.staff_pin import PinAnswer, check_pin, pin_mark
from mixer_app.ui.access import Access
from mixer_app.ui.background import Background

if TYPE_CHECKING:
    from mixer_app.services.database import Database

IDLE: Final = timedelta(minutes=15)
"""So long without a key or a click, and only the helpers' pages stay open."""

_KEYS: Final = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)
_UNKNOWN: Final = "?"  # as long as it could not be read whether there is a PIN


class WindowLock(QObject):
    """Tells `access` who is there; `refused` tells a wrong PIN, `unread` that none could be looked at."""

    refused = Signal(object)  # PinAnswer
    unread = Signal(str)

    def __init__(
        self,
        window: QWidget,
        database: "Database",
        background: Background,
        station: str,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(window)
        self._window, self._database, self._background = window, database, background
        self._station, self._clock = station, clock
        self.access = Access(self)
        self._mark = ""  # of the PIN there is; empty: none
        self._opened_by = ""  # the mark of the PIN that was typed here
        self._asked = 0
        self._last_at = clock()
        self._listens = False
        self._watched: QWidget | None = None
        self._idle = QTimer(self, singleShot=True, interval=int(IDLE.total_seconds() * 1000))
        self._idle.timeout.connect(self._end_idle)
        self._begin()

    @property
    def is_locked(self) -> bool:
        """Whether there is a PIN that nobody has typed here."""
        return bool(self._mark) and self._mark != self._opened_by

    def look(self) -> None:
        """See whether there is a PIN, and still the same one; called whenever anything has changed."""
        self._asked += 1
        self._background.run(
            lambda _progress: self._database.door.read(pin_mark),
            on_done=partial(self._take_mark, self._asked),
            on_failed=_leave,  # it is as it was, and that nothing is read is told elsewhere
            counts=False,
        )

    def lock(self) -> None:
        """Only the helpers' pages from now on; without a PIN everything stays open."""
        self._opened_by = ""
        self._tell()

    def try_pin(self, pin: str) -> None:
        """Look at what was typed; wrong ones are counted."""
        self._background.run(partial(self._check, pin), on_done=self._answered, on_failed=self.unread.emit)

    def watch(self, *, on: bool) -> None:
        """Begin or stop to note that somebody is there: keys and clicks in whatever has the cursor."""
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return
        if on is not self._listens:
            self._listens = on
            if on:
                application.focusChanged.connect(self._follow)
            else:
                application.focusChanged.disconnect(self._follow)
        self._look_at((QApplication.focusWidget() or self._window) if on else None)
        self._note() if on else self._idle.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _KEYS:
            return False
        if self._end_idle():  # the computer slept meanwhile
            return True
        self._note()
        return False

    def _begin(self) -> None:
        """Known before anything is shown: a window must not stand open until somebody has read whether it may."""
        try:
            self._mark = self._database.door.read(pin_mark)
        except MixerError:
            self._mark = _UNKNOWN
        self._tell()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:  # a slot
        self._look_at(now or self._window)

    def _look_at(self, widget: QWidget | None) -> None:
        if self._watched is not None and shiboken6.isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = widget
        if widget is not None:
            widget.installEventFilter(self)

    def _note(self) -> None:
        """Somebody is there."""
        self._last_at = self._clock()
        self._idle.start() if self._mark and not self.is_locked else self._idle.stop()

    def _end_idle(self) -> bool:
        """Lock what was left alone for too long; whether it was."""
        left_alone = bool(self._mark) and not self.is_locked and self._clock() - self._last_at >= IDLE
        if left_alone:
            self.lock()
        return left_alone

    def _check(self, pin: str, progress: Progress) -> tuple[PinAnswer, str]:
        answer = self._database.write_at_the_door(
            check_pin, pin, station=self._station, now=self._clock(), need=StaffRole.ORGANIZER
        )
        return answer, self._database.door.read(pin_mark) if answer.ok else ""

    def _answered(self, read: tuple[PinAnswer, str]) -> None:
        answer, mark = read
        if not answer.ok:
            self.refused.emit(answer)
            return
        self._asked += 1  # what is being read was asked before
        self._mark = self._opened_by = mark
        self._tell()

    def _take_mark(self, number: int, mark: str) -> None:  # bound by `partial`
        if number != self._asked:
            return
        if mark != self._mark and self.access.expects_pin:
            self._opened_by, self.access.expects_pin = mark, False
        self._mark = mark
        self._tell()

    def _tell(self) -> None:
        self._note()
        role = StaffRole.HELPER if self.is_locked else StaffRole.ORGANIZER
        self.access.set(role, guarded=bool(self._mark))


def _leave(sentence: str) -> None:
    """Say nothing here."""
