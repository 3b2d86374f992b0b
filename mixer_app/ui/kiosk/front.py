"""Keeps an open kiosk before all other windows, and the window manager's own keys away from it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_EVERY_MS: Final = 500
"""Not at once: two kiosks on one screen would take it from each other without end."""


class KioskFront(QObject):
    """While it holds, the window comes back when it was hidden, shrunk or covered.

    On X11 the keyboard is taken besides, so that Alt+Tab, "show the desktop" and the like reach no window
    manager. Where the kiosk has the only screen, it never gives the keyboard away; where there are others
    people work there, and have the keyboard until the kiosk is touched.
    """

    def __init__(self, window: QWidget, *, has_only_screen: "Callable[[], bool] | None" = None) -> None:
        super().__init__(window)
        self._window = window
        self._has_only_screen = has_only_screen or _one_screen
        self._was_hidden = False
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def hold(self, *, on: bool) -> None:
        """Begin or stop to keep the window in front."""
        if on:
            self._timer.start()
        else:
            self._timer.stop()
            self._take_keys(take=False)

    def look(self) -> None:
        """Bring the window back if it is not where it belongs."""
        alone, hidden = self._has_only_screen(), self._is_hidden()
        if hidden or (alone and not self._window.isActiveWindow()):
            self._come_back(hidden=hidden)
        self._was_hidden = hidden
        self._take_keys(take=alone or self._window.isActiveWindow())

    def _is_hidden(self) -> bool:
        window = self._window
        return window.isHidden() or window.isMinimized() or not window.windowHandle().isExposed()

    def _come_back(self, *, hidden: bool) -> None:
        if hidden and self._was_hidden:
            self._window.hide()  # taken from the screen by another program: only a new start shows it
        if hidden:
            self._window.showFullScreen()
        self._window.raise_()
        self._window.activateWindow()

    def _take_keys(self, *, take: bool) -> None:
        if QGuiApplication.platformName() == "xcb":  # no other platform lets a program take them
            self._window.windowHandle().setKeyboardGrabEnabled(take)


def _one_screen() -> bool:
    return len(QGuiApplication.screens()) == 1
