"""A kiosk on a small event, as people meet it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.services.settings import change_event_settings, event_settings
from mixer_app.services.wall_clock import moment_of
from mixer_app.ui.background import Background
from mixer_app.ui.camera_source import NO_CAMERA, Camera
from mixer_app.ui.kiosk.kiosk_acts import load_setup
from mixer_app.ui.kiosk.window import KioskWindow

PIN = "2468"


@dataclass
class Keys:
    """A clock for the speed of keys, set by hand."""

    ms: float = 0.0

    def __call__(self) -> float:
        return self.ms


def no_camera() -> Camera:
    """A computer without one."""
    raise MixerError(NO_CAMERA)


@dataclass
class Person:
    """Opens kiosks and waits for them, as a person would."""

    qtbot: QtBot
    database: Any
    background: Background
    event: Event
    opened: list[KioskWindow]
    now: datetime

    def clock(self) -> datetime:
        return self.now

    def open(
        self,
        *,
        size: tuple[int, int] = (1280, 800),
        printer: str = "",
        camera: Callable[[], Camera] | None = None,
        **settings: object,
    ) -> KioskWindow:
        """Open a kiosk of this size, with this camera, in an event with these settings."""
        if settings:
            chosen = replace(self.database.read(event_settings, self.event.id), **settings)
            self.database.write(change_event_settings, self.event.id, chosen, station="Test", now=self.now)
        window = KioskWindow(
            database=self.database,
            background=self.background,
            station="Kiosk 1",
            clock=self.clock,
            setup=self.database.read(load_setup, self.event.id),
            printer=lambda: printer,
            now_ms=Keys(),
            open_source=camera or no_camera,
        )
        self.qtbot.addWidget(window)
        window.resize(*size)
        with self.qtbot.waitExposed(window):
            window.open_on(full=False)
        with self.qtbot.waitActive(window):
            window.activateWindow()
        window.scanner._pause.setInterval(60_000)  # a busy machine is no slow finger
        window.idle.run(on=False)  # time goes by only where a test says so
        self.qtbot.waitUntil(lambda: window.visit.index is not None, timeout=10_000)
        self.settle(window)
        self.opened.append(window)
        return window

    def settle(self, window: KioskWindow) -> None:
        """Wait until nothing runs in the background and what was typed has arrived."""
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not self.background.busy, timeout=10_000)
        QApplication.processEvents()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told to say; what it says at once has a mark of exclamation before it."""
    said: list[str] = []

    def listen(event: QAccessibleAnnouncementEvent) -> None:
        at_once = event.politeness() is QAccessible.AnnouncementPoliteness.Assertive
        said.append("!" * at_once + event.message())

    monkeypatch.setattr("mixer_app.ui.widgets.announcing.QAccessible.updateAccessibility", listen)
    return said


@pytest.fixture
def kiosk(
    qtbot: QtBot,
    database: Any,
    background: Background,
    event: Event,
    add: Callable[..., Attendee],
    appearance: Any,
    set_quick_pin: Callable[..., None],
) -> Iterator[Person]:
    """A person in front of the kiosk of an evening that has begun; `kiosk.open()` gives the window."""
    set_quick_pin(database, PIN)
    add(
        "Adaeze Nnamdi",
        role="mentee",
        email="adaeze@lagoon.example",
        phone="+44 20 7946 0958",
        employer="Lagoon Teaching Hospital",
        needs_wanted=("Interpersonal issue", "Changing employer"),
        topics_wanted=("Finance",),
    )
    add("Chidi Nnamdi-Okafor", role="mentee", email="chidi@harbour.example", employer="Harbour General")
    add(
        "Priya Venkataraman",
        role="mentor",
        email="priya@saimaa.example",
        employer="Saimaa Central",
        needs_offered=("Relocation",),
    )
    add("Sam Both", role="both", email="sam@seiwa.example", employer="Seiwa Memorial")
    add("Zoë Nothing", role="mentee")
    person = Person(qtbot, database, background, event, [], moment_of(event.starts_at - timedelta(minutes=20)))
    yield person
    for window in person.opened:
        window.leave()
