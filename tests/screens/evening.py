"""The evening that the pictures show: the sample event at 18:42, an hour of arrivals behind it."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mixer_app.app import prepare
from mixer_app.domain.events import Event
from mixer_app.services.check_in import check_in
from mixer_app.services.database import Database, open_database
from mixer_app.services.people import list_attendees
from mixer_app.services.sample_event import create_sample_event
from mixer_app.services.wall_clock import moment_of
from mixer_app.ui.appearance import Appearance
from mixer_app.ui.background import Background
from mixer_app.ui.main_window import MainWindow

DAY = datetime(2026, 5, 14, tzinfo=UTC).date()
STATION = "Desk 1"
_LOOK_MS = 30


@dataclass
class Clock:
    """A clock that is set by hand."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


@dataclass
class ScreenContext:
    """What a list of pictures is given: a window on the evening, and how to wait for it."""

    app: QApplication
    database: Database
    event: Event
    background: Background
    window: MainWindow
    clock: Clock
    appearance: Appearance
    station: str = STATION
    failures: list[str] = field(default_factory=list)

    def settle(self, seconds: float = 30.0) -> None:
        """Wait until nothing runs in the background and everything is painted."""
        until = time.monotonic() + seconds
        for _ in range(3):
            while self.background.busy and time.monotonic() < until:
                QTest.qWait(_LOOK_MS)
            QTest.qWait(_LOOK_MS)  # Qt's own loop: timers of Python's on loops that went crashed now and then

    def go_to(self, place: str, target: object = None) -> QWidget:
        """Show a place in the window and wait for it."""
        self.window.go_to(place, target)
        self.settle()
        return self.window.page(place)

    def picture(self, widget: QWidget | None = None) -> QPixmap:
        """What the window (or a widget) looks like now."""
        self.settle()
        return (widget or self.window).grab()


def open_evening(folder: Path, *, minutes_before: int = 18, here: float = 0.63) -> ScreenContext:
    """Make the sample event in `folder`, let part of its people come, and open the window on it."""
    database = open_database(str(folder / "evening.db"))
    dice = Random(14)
    morning = datetime(2026, 5, 14, 8, 0, tzinfo=UTC)
    event = create_sample_event(database, day=DAY, station=STATION, now=morning, dice=dice)
    clock = Clock(moment_of(event.starts_at - timedelta(minutes=minutes_before)))
    let_people_come(database, event, clock.now, dice, share=here)
    app = prepare(sys.argv[:1])
    appearance = app.findChild(Appearance)
    assert appearance is not None
    background = Background()
    window = MainWindow(database=database, background=background, station=STATION, clock=clock, appearance=appearance)
    context = ScreenContext(app, database, event, background, window, clock, appearance)
    background.failed.connect(context.failures.append)
    background.broke.connect(_note(context.failures))
    window.open_event(event)
    return context


def let_people_come(database: Database, event: Event, now: datetime, dice: Random, *, share: float) -> None:
    """Check people in from the opening of the doors until `now`, slowly at first."""
    people = list(database.read(list_attendees, event.id))
    dice.shuffle(people)
    opened = moment_of(event.doors_at or event.starts_at - timedelta(hours=1))
    coming = people[: round(share * len(people))]
    for number, person in enumerate(coming, 1):
        at = opened + (now - opened) * (number / len(coming)) ** 0.6
        database.write(check_in, event.id, person.code, station=STATION, now=at)


def offscreen_platform(folder: Path, *, dpr: float = 1.0) -> None:
    """A screen of 1920 × 1200 without a monitor; to be called before the application is made."""
    config = folder / "screen.json"
    config.write_text(
        '{"screens": [{"name": "main", "x": 0, "y": 0, "width": 1920, "height": 1200, '
        f'"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": {dpr}}}]}}',
        "utf-8",
    )
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"


def _note(failures: list[str]) -> Callable[[object], None]:
    def note(error: object) -> None:
        failures.append(repr(error))

    return note
