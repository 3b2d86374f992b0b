"""A window on an evening, before and behind the organizer's PIN."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.events import Event
from mixer_app.domain.staff_roles import StaffRole
from mixer_app.services import staff_pin
from mixer_app.services.staff_pin import set_pin
from mixer_app.ui.appearance import Appearance
from mixer_app.ui.background import Background
from mixer_app.ui.lock.locked_page import LockedPage
from mixer_app.ui.main_window import MainWindow

PIN, HELPERS_PIN = "2468", "1357"


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The true cost of a hash is the same many times over."""
    from argon2 import PasswordHasher

    monkeypatch.setattr(staff_pin, "_hasher", lambda: PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@dataclass
class Staff:
    """Whoever is at the window, with its keys and its clock."""

    qtbot: QtBot
    database: Any
    event: Event
    window: MainWindow
    background: Background
    time: list[datetime]
    refusals: list[str] = field(default_factory=list)

    def settle(self) -> None:
        """Wait until nothing runs in the background."""
        self.qtbot.waitUntil(lambda: not self.background._orders, timeout=20_000)
        QApplication.processEvents()

    def press(self, keys: str) -> None:
        """Press a shortcut of the window."""
        (found,) = [one for one in self.window.findChildren(QShortcut) if self._is_here(one, keys)]
        found.activated.emit()
        self.settle()

    def _is_here(self, shortcut: QShortcut, keys: str) -> bool:
        parent = shortcut.parent()
        return shortcut.key().toString() == keys and isinstance(parent, QWidget) and parent.isVisible()

    @property
    def locked(self) -> LockedPage:
        """The page with the gate."""
        page = self.window.page("locked")
        assert isinstance(page, LockedPage)
        return page

    def type_pin(self, pin: str) -> None:
        """Type it into the gate and press Enter."""
        edit = self.locked.gate.edit
        self.qtbot.keyClicks(edit, pin)
        self.qtbot.keyClick(edit, Qt.Key.Key_Return)
        self.settle()

    def unlock(self) -> None:
        """The organizer is here."""
        self.press("Ctrl+L")
        self.type_pin(PIN)

    def set_pin(self, pin: str = PIN, *, old: str | None = None) -> None:
        """Somebody sets the PIN at another station."""
        self.database.write(set_pin, pin, old=old, station="Control", now=self.time[0])

    def look(self) -> None:
        """The window hears of what others did."""
        self.window.keeper.lock.look()
        self.settle()

    @property
    def said(self) -> str:
        """What the message bar says."""
        return self.window.message_bar.sentence


@pytest.fixture
def open_window(
    qtbot: QtBot,
    database: Any,
    background: Background,
    clock: Callable[[], datetime],
    appearance: Appearance,
    shown: Callable[..., QWidget],
    event: Event,
) -> Iterator[Callable[..., Staff]]:
    """Open the window at a place, once what belongs to the evening is in the database."""
    opened: list[MainWindow] = []

    def build(place: str = "desk") -> Staff:
        time = [clock()]
        window = MainWindow(
            database=database, background=background, station="Desk 1", clock=lambda: time[0], appearance=appearance
        )
        opened.append(window)
        shown(window, 1440, 900)
        window.open_event(event, place)
        staff = Staff(qtbot, database, event, window, background, time)
        window.keeper.access.refused.connect(staff.refusals.append)
        staff.settle()
        return staff

    yield build
    for window in opened:
        window.close()


@pytest.fixture
def pins(database: Any, clock: Callable[[], datetime]) -> None:
    """Organizer and helpers have a PIN each."""
    said: dict[str, Any] = {"station": "Control", "now": clock()}
    database.write(set_pin, PIN, old=None, **said)
    database.write(set_pin, HELPERS_PIN, old=PIN, role=StaffRole.HELPER, **said)


@pytest.fixture
def staff(pins: None, open_window: Callable[..., Staff]) -> Staff:
    """A window with a PIN, as it opens: at the desk, for helpers."""
    return open_window()
