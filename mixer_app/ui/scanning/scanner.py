"""A scanner that types like a keyboard, recognised wherever the cursor is and whatever the layout."""

import time
from collections.abc import Callable
from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QWidget

from mixer_app.domain.scanning import Stroke
from mixer_app.ui.scanning.burst import GAP_MS, Burst
from mixer_app.ui.scanning.field_before import LineBefore, TextBefore, field_before
from mixer_app.ui.scanning.key_strokes import is_beside_letters, stroke_of, stroke_of_commit

_ENTERS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TURNS: Final = (QEvent.Type.FocusOut, QEvent.Type.Hide)
_KEYS: Final = (QEvent.Type.KeyPress, QEvent.Type.InputMethod, QEvent.Type.ShortcutOverride)

SHOWN_AT_ONCE: Final = 2
"""So many letters of a burst a text field shows before it is clear whose they are: two fingers fall in one blink."""


def monotonic_ms() -> float:
    """A clock that only goes forward."""
    return time.monotonic() * 1000


class Scanner(QObject):
    """Holds typed letters back for the blink that tells a burst from a finger.

    A burst that ends with Enter becomes `scanned`: the badge code, whatever layout the computer took the
    keys for, or the text as it came; none of it reaches a shortcut or stays in a field. Typing is handed on
    unchanged `GAP_MS` later, in the order it came.

    With the cursor in a text field letters show as they are typed, and only those from the third on of a
    burst wait: of a scan two are taken back, and the field is as it was.

    The speed is that of the keys as the system noted it, so that typing which waited for a busy window is
    no scan. Where it does not, `now_ms` is the clock, and `typed_here` says of a widget whether a burst
    that is no badge code may be typing after all. `is_known` says whether a code is somebody's here;
    `platform` is Qt's name of the windowing system, if it is not the one that runs.
    """

    scanned = Signal(str)

    def __init__(
        self,
        window: QWidget,
        typed_here: Callable[[QWidget], bool],
        now_ms: Callable[[], float],
        is_known: Callable[[str], bool] | None = None,
        *,
        platform: str | None = None,
    ) -> None:
        super().__init__(window)
        self._window, self._typed_here, self._now_ms = window, typed_here, now_ms
        self._platform = platform or QGuiApplication.platformName()
        self._burst = Burst(now_ms, is_known)
        self._held: list[tuple[QWidget, QInputEvent | QInputMethodEvent]] = []
        self._before: LineBefore | TextBefore | None = None  # the field that shows the burst's first letters
        self._handing_on = False
        self._listens = False
        self._watched: QWidget | None = None
        self._waits_from = 0.0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setTimerType(Qt.TimerType.PreciseTimer)
        self._pause.setInterval(GAP_MS)
        self._pause.timeout.connect(self._burst_paused)

    def listen(self, *, on: bool) -> None:
        """Begin or stop to listen to the keys, wherever the cursor is.

        Keys go to the widget with the cursor, so that one is watched, and whichever has it next; a menu has them
        from the moment it opens, though the cursor comes into it only with an arrow key or the mouse. To watch
        the application would hand every event of every widget to Python: hundreds while a card appears.
        """
        application = QApplication.instance()
        if isinstance(application, QApplication) and on is not self._listens:
            self._listens = on
            if on:
                application.focusChanged.connect(self._follow_cursor)
            else:
                application.focusChanged.disconnect(self._follow_cursor)
        self._follow_cursor(None, QApplication.focusWidget())
        self._hand_on()

    def _follow_cursor(self, _before: QWidget | None, now: QWidget | None) -> None:  # a slot
        self._watch(now)

    def _watch(self, now: QWidget | None) -> None:
        if self._watched is not None and shiboken6.isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = (now or self._window.window()) if self._listens else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TURNS and isinstance(watched, QWidget):
            self._popup_turned(watched, event)
            return False
        if self._handing_on or event.type() not in _KEYS:
            return False
        if not isinstance(watched, QWidget) or not self._is_mine(watched):
            return False
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride:
                return self._shortcut_asked(event)
            return self._key_pressed(watched, event)
        return isinstance(event, QInputMethodEvent) and self._letter_made(watched, event)

    def _popup_turned(self, watched: QWidget, event: QEvent) -> None:
        """A menu has opened over what has the cursor, or the one that is watched goes."""
        opens = isinstance(event, QFocusEvent) and event.reason() is Qt.FocusReason.PopupFocusReason
        goes = event.type() is QEvent.Type.Hide and watched.windowType() is Qt.WindowType.Popup
        if (opens and QApplication.activePopupWidget() is not None) or goes:
            self._watch(_receiver())

    def _shortcut_asked(self, event: QKeyEvent) -> bool:
        """A letter is held before it is anybody's shortcut: it comes as a key."""
        if stroke_of(event, self._platform) is not None:
            event.accept()
            return True
        if not is_beside_letters(event) and event.key() not in (*_ENTERS, Qt.Key.Key_Tab):
            self._hand_on()  # what was typed before a command comes before it
        return False

    def _key_pressed(self, watched: QWidget, event: QKeyEvent) -> bool:
        if event.key() in _ENTERS:
            return self._enter_pressed(watched, event)
        if event.key() == Qt.Key.Key_Tab and self._burst.code:
            return self._enter_pressed(watched, event)
        if is_beside_letters(event):
            return False
        stroke = stroke_of(event, self._platform)
        if stroke is None:
            self._hand_on()
            return False
        if self._burst.strokes and self._burst.is_over(_pressed_at(event)):
            self._hand_on()
        if event.key() == Qt.Key.Key_Space and not self._burst.strokes:
            return False  # no scan begins with it, and a button is pressed and let go with it
        return self._take(watched, event, stroke, _pressed_at(event))

    def _letter_made(self, watched: QWidget, event: QInputMethodEvent) -> bool:
        """A letter that the system put together from two keys; alone it is typing."""
        stroke = stroke_of_commit(event)
        if stroke is None or not self._burst.strokes:
            return False
        return self._take(watched, event, stroke, self._burst.last_ms)

    def _take(
        self, watched: QWidget, event: QInputEvent | QInputMethodEvent, stroke: Stroke, at_ms: float | None
    ) -> bool:
        """One letter of a burst; whether it is held."""
        self._burst.add((stroke,), at_ms)
        self._waits_from = self._now_ms()
        self._pause.start()
        if self._shows_at_once(watched):
            return False
        self._held.append((watched, event.clone()))
        return True

    def _shows_at_once(self, watched: QWidget) -> bool:
        count = len(self._burst.strokes)
        if count == 1:
            self._before = field_before(watched)
        return self._before is not None and self._before.field is watched and count <= SHOWN_AT_ONCE

    def _enter_pressed(self, watched: QWidget, event: QKeyEvent) -> bool:
        at_ms = _pressed_at(event)
        if not self._burst.strokes:
            return event.key() in _ENTERS and self._burst.swallows_enter(at_ms)
        maybe_typed = at_ms is None and self._typed_here(watched) and self._burst.code is None
        scanned = None if maybe_typed else self._burst.ended_by_enter(at_ms)
        if scanned is None:
            self._hand_on()
            return False
        self._report(scanned)
        return True

    def _burst_paused(self) -> None:
        if self._now_ms() - self._waits_from > 2 * GAP_MS:
            self._waits_from = self._now_ms()
            self._pause.start()  # the window was busy: the next keys wait already
            return
        scanned = self._burst.ended_by_pause() if len(self._burst.strokes) > 1 else None
        if scanned is not None:
            self._report(scanned)
        else:
            self._hand_on()

    def _report(self, scanned: str) -> None:
        self._pause.stop()
        self._held.clear()
        before, self._before = self._before, None
        if before is not None:
            before.take_back()
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass  # a menu that was left open is not meant by a scan
        self.scanned.emit(scanned)

    def _hand_on(self) -> None:
        self._pause.stop()
        self._burst.clear()
        self._before = None
        held, self._held = self._held, []
        self._handing_on = True
        for widget, event in held:
            receiver = _receiver() or widget
            if not _is_shortcut(receiver, event):
                QApplication.sendEvent(receiver, event)
        self._handing_on = False

    def _is_mine(self, watched: QWidget) -> bool:
        """Whether a key goes into this window, or into a menu that was opened from it."""
        shown = watched.window()
        while shown.windowType() is Qt.WindowType.Popup and (opener := shown.parentWidget()) is not None:
            shown = opener.window()
        return shown is self._window.window() and watched is (_receiver() or watched)


def _receiver() -> QWidget | None:
    """What gets the keys now: an open menu before whatever has the cursor."""
    popup = QApplication.activePopupWidget()
    return (popup.focusWidget() or popup) if popup is not None else QApplication.focusWidget()


def _is_shortcut(receiver: QWidget, event: QInputEvent | QInputMethodEvent) -> bool:
    """Do what this letter is the shortcut for, unless whatever has the cursor takes letters itself."""
    if not isinstance(event, QKeyEvent):
        return False
    found = _shortcut_of(receiver, QKeySequence(event.keyCombination()))
    if found is None:
        return False
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, event.key(), event.modifiers(), event.text())
    asked.ignore()
    QApplication.sendEvent(receiver, asked)
    if asked.isAccepted():
        return False
    found.activated.emit()
    return True


def _shortcut_of(receiver: QWidget, keys: QKeySequence) -> QShortcut | None:
    """The shortcut of the part of the window that the cursor is in, or of a part around that."""
    part: QWidget | None = receiver
    while part is not None:
        for child in part.children():
            if isinstance(child, QShortcut) and child.isEnabled() and child.key() == keys:
                return child
        part = None if part.isWindow() else part.parentWidget()
    return None


def _pressed_at(event: QInputEvent) -> float | None:
    """When the key was pressed, in milliseconds of the system's own clock; None: it does not say."""
    return float(event.timestamp()) or None
