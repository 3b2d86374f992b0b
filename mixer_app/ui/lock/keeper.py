"""Keeps a window as its lock has it: leads to the PIN, puts away what is the organizer's, and brings it back."""

from collections.abc import Mapping
from typing import Final

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from mixer_app.ui.lock.locked_page import LOCKED, Behind
from mixer_app.ui.lock.window_lock import IDLE, WindowLock
from mixer_app.ui.widgets.sheet import Sheet

_START: Final = "start"
_LOCKED: Final = "The window is locked: helpers go on, the rest needs the organizer’s PIN."
_UNLOCKED: Final = f"Unlocked for the organizer. It locks after {IDLE.seconds // 60} minutes without a key or a click."
_NO_PIN: Final = "There is no PIN, so nothing can be locked. Set one in Settings, Staff PINs."


class LockKeeper(QObject):
    """The window asks it for the way to every place; `titles` names the places by their keys.

    `turned` tells that somebody else is at the window, before anything follows from it; `place_wanted` where the
    window is to go then, `said` a sentence about it.
    """

    turned = Signal()
    place_wanted = Signal(str, object)
    said = Signal(str)

    def __init__(self, window: QWidget, lock: WindowLock, titles: Mapping[str, str]) -> None:
        super().__init__(window)
        self._window, self._titles = window, titles
        self._here, self._has_event = _START, False
        self._behind = Behind("", "")
        self._hidden: list[Sheet] = []
        self.lock, self.access = lock, lock.access
        self.access.changed.connect(self._follow)

    def way_to(self, key: str, target: object, *, has_event: bool) -> tuple[str, object]:
        """The place that is shown when somebody wants to go to `key`, and what to show there."""
        self._has_event = has_event
        unlocking = key == LOCKED  # where one is
        if unlocking:
            key, target = self._place(), None
        if self.lock.is_locked and (unlocking or not self.access.may_see(key)):
            self._behind = self._ask_for(key, target)
            self._here = LOCKED
            return LOCKED, self._behind
        self._here = key
        return key, target

    @Slot()
    def turn(self) -> None:
        """Lock what is open; ask for the PIN where it is locked."""
        if not self.access.guarded:
            self.said.emit(_NO_PIN)
        elif not self.lock.is_locked:
            self.lock.lock()
        elif self._here != LOCKED:
            self.place_wanted.emit(LOCKED, None)

    @Slot()
    def go_back(self) -> None:
        """Nobody typed the PIN: to where one can go without it."""
        self.place_wanted.emit(self._behind.back, None)

    @Slot()
    def _follow(self) -> None:
        """Somebody else is at the window."""
        self.turned.emit()
        if self.lock.is_locked:
            self._put_away()
            if not self.access.may_see(self._place()):
                self.place_wanted.emit(self._place(), None)
            self.said.emit(_LOCKED)
            return
        if self._here == LOCKED:
            self.place_wanted.emit(self._behind.key, self._behind.target)
        self._bring_back()
        if self.access.guarded:
            self.said.emit(_UNLOCKED)

    def _put_away(self) -> None:
        """Sheets wait until the organizer is back; what asks for an answer goes."""
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()
        sheets = [one for one in self._window.findChildren(Sheet) if one.isVisible() and not one.for_everybody]
        for sheet in sheets:
            sheet.hide()
        self._hidden += sheets

    def _bring_back(self) -> None:
        hidden, self._hidden = self._hidden, []
        for sheet in hidden:
            if shiboken6.isValid(sheet):
                sheet.open_sheet()

    def _ask_for(self, key: str, target: object) -> Behind:
        possible = (key, self._place(), "desk", _START) if self._has_event else (_START,)
        back = next(one for one in possible if one in self._titles and self.access.may_see(one))
        return Behind(key, self._titles.get(key, ""), target, back, self._titles[back])

    def _place(self) -> str:
        """Where the window is; while the PIN is asked for, where one goes back to without it."""
        return self._behind.back if self._here == LOCKED else self._here
