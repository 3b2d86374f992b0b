"""Whether the page is open: after the PIN, for this event, and as long as somebody is at it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from mixer_app.domain.progress import Progress
from mixer_app.services.staff_pin import PinAnswer, check_pin, has_pin
from mixer_app.ui.background import Background

if TYPE_CHECKING:
    from mixer_app.services.database import Database

IDLE: Final = timedelta(minutes=15)
"""So long without a key or a click, and the PIN is asked for again."""

_KEYS: Final = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)


class PageLock(QObject):
    """Without a PIN it is always open; `opened` tells whether there is one, `refused` a wrong one."""

    opened = Signal(bool)  # whether a PIN protects the page
    locked = Signal()
    needed = Signal()  # the PIN
    refused = Signal(object)  # PinAnswer
    unread = Signal(str)

    def __init__(
        self,
        page: QWidget,
        database: "Database",
        background: Background,
        station: str,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(page)
        self._page, self._database, self._background = page, database, background
        self._station, self._clock = station, clock
        self.is_open = False
        self._guarded = False
        self._right = False  # a right PIN was typed for this event
        self._asked = 0
        self._last_at = clock()
        self._listens = False
        self._watched: QWidget | None = None
        self._idle = QTimer(self, singleShot=True, interval=int(IDLE.total_seconds() * 1000))
        self._idle.timeout.connect(self.look)

    def close(self) -> None:
        """Another event: whoever opens the page has to say the PIN again."""
        self._right = False
        self._shut()

    def look(self) -> None:
        """Lock what was left alone; open what needs no PIN. Called whenever the page is shown or read anew."""
        if self.is_open and self._guarded and self._clock() - self._last_at >= IDLE:
            self.close()
        self._asked += 1
        self._background.run(
            lambda _progress: self._database.read(has_pin),
            on_done=partial(self._known, self._asked),
            on_failed=self.unread.emit,
        )

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
        self._look_at((QApplication.focusWidget() or self._page) if on else None)
        self.note()

    def note(self) -> None:
        """Somebody is there."""
        self._last_at = self._clock()
        self._idle.start() if self.is_open and self._guarded else self._idle.stop()

    def stop(self) -> None:
        """Watch nothing any more."""
        self.watch(on=False)
        self._idle.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _KEYS:
            return False
        if self.is_open and self._guarded and self._clock() - self._last_at >= IDLE:
            self.look()  # the computer slept meanwhile
            return True
        self.note()
        return False

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:  # a slot
        self._look_at(now or self._page)
        self.note()

    def _look_at(self, widget: QWidget | None) -> None:
        if self._watched is not None and shiboken6.isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = widget
        if widget is not None:
            widget.installEventFilter(self)

    def _check(self, pin: str, progress: Progress) -> PinAnswer:
        return self._database.write(check_pin, pin, station=self._station, now=self._clock())

    def _answered(self, answer: PinAnswer) -> None:
        if not answer.ok:
            self.refused.emit(answer)
            return
        self._right = True
        self._known(self._asked, True)

    def _known(self, number: int, guarded: bool) -> None:  # bound by `partial`
        if number != self._asked:
            return
        self._guarded = guarded
        if guarded and not self._right:
            if self.is_open:
                self._shut()
            self.needed.emit()
            return
        if not self.is_open:
            self.is_open = True
            self.note()
            self.opened.emit(guarded)

    def _shut(self) -> None:
        self.is_open = False
        self._asked += 1  # what is being read was asked before
        self._idle.stop()
        self.locked.emit()
