"""A scanner that types like a keyboard, recognised wherever the cursor is."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from mixer_app.domain.badge_code import parse_badge_code
from mixer_app.ui.desk.burst import GAP_MS, Burst

_ENDS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def monotonic_ms() -> float:
    """A clock that only goes forward."""
    return time.monotonic() * 1000


class Scanner(QObject):
    """Holds typed letters back for the blink that tells a burst from a finger.

    A burst that ends with Enter becomes `scanned`, and none of it reaches a field. Typing is
    handed on unchanged `GAP_MS` later, in the order it came. `typed_here` says of a widget
    whether a burst that is no badge code may be typing after all (the search field); `now_ms` is the
    clock that tells the speed of the keys.
    """

    scanned = Signal(str)

    def __init__(self, window: QWidget, typed_here: Callable[[QWidget], bool], now_ms: Callable[[], float]) -> None:
        super().__init__(window)
        self._window, self._typed_here = window, typed_here
        self._burst = Burst(now_ms)
        self._held: list[tuple[QWidget, QKeyEvent]] = []
        self._handing_on = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setTimerType(Qt.TimerType.PreciseTimer)
        self._pause.setInterval(GAP_MS)
        self._pause.timeout.connect(self._burst_paused)

    def listen(self, *, on: bool) -> None:
        """Begin or stop to listen to the keys of the application."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
            if on:
                application.installEventFilter(self)
        self._hand_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or self._handing_on:
            return False
        if not isinstance(watched, QWidget) or not isinstance(event, QKeyEvent) or not self._is_mine(watched):
            return False
        return self._key_pressed(watched, event)

    def _key_pressed(self, watched: QWidget, event: QKeyEvent) -> bool:
        if event.key() in _ENDS:
            return self._enter_pressed(watched)
        if event.isAutoRepeat() or event.modifiers() & _COMMANDS or not event.text().isprintable() or not event.text():
            self._hand_on()
            return False
        if self._held and self._burst.is_over():
            self._hand_on()
        self._burst.add(event.text())
        self._held.append((watched, _copy(event)))
        self._pause.start()
        return True

    def _enter_pressed(self, watched: QWidget) -> bool:
        if not self._held:
            return self._burst.swallows_enter()
        maybe_typed = self._typed_here(watched) and parse_badge_code(self._burst.letters) is None
        scanned = None if maybe_typed else self._burst.ended_by_enter()
        if scanned is None:
            self._hand_on()
            return False
        self._report(scanned)
        return True

    def _burst_paused(self) -> None:
        scanned = self._burst.ended_by_pause()
        if scanned is not None and len(self._held) > 1:
            self._report(scanned)
        else:
            self._hand_on()

    def _report(self, scanned: str) -> None:
        self._pause.stop()
        self._held.clear()
        self.scanned.emit(scanned)

    def _hand_on(self) -> None:
        self._pause.stop()
        self._burst.clear()
        held, self._held = self._held, []
        self._handing_on = True
        for widget, event in held:
            QApplication.sendEvent(QApplication.focusWidget() or widget, event)
        self._handing_on = False

    def _is_mine(self, watched: QWidget) -> bool:
        return watched.window() is self._window.window() and watched is (QApplication.focusWidget() or watched)


def _copy(event: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(event.type(), event.key(), event.modifiers(), event.text(), event.isAutoRepeat(), event.count())
