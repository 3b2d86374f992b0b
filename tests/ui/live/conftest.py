"""The Live page on an evening in a real database, with a clock that is set by hand."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.evening import ActKind
from mixer_app.domain.events import Event, EventPlanning
from mixer_app.domain.people import Attendee, PersonName, Registration
from mixer_app.domain.print_jobs import PaperOrder
from mixer_app.domain.roles import Role
from mixer_app.domain.room import Presence, Room, SeatNow, TableNow
from mixer_app.services.check_in import check_in
from mixer_app.services.database import Database, open_database
from mixer_app.services.database_place import DatabasePlace
from mixer_app.services.evening import act_on_evening
from mixer_app.services.events import create_event, find_event
from mixer_app.services.journal import undo
from mixer_app.services.people import add_attendee
from mixer_app.services.planning import plan_event
from mixer_app.services.presence import note_presence
from mixer_app.services.room import read_room
from mixer_app.services.wall_clock import moment_of
from mixer_app.ui.background import Background
from mixer_app.ui.live import LivePage
from mixer_app.ui.live_clock import LiveClock
from mixer_app.ui.printers.badge_printer import BadgePrinter
from mixer_app.ui.printing.print_dialog import PaperToPrint, PrintAnswer

START = datetime(2026, 3, 5, 19, 0)
SEVEN = moment_of(START)
MENTORS = ("Thandiwe Mokoena", "Samuel Osei", "Ngozi Adeyemi", "Yusuf Çelik", "Haruka Sato")
MENTEES = ("Siti Aminah", "Baraka Mushi", "Bo Li", "Zoë Berg", "Emre Yıldız", "Ana Sousa")


def register(database: Database, event_id: int, name: str, *, role: Role = Role.MENTEE, at: datetime) -> Attendee:
    """Someone registers and is here; nobody shares an employer."""
    given, _, family = name.rpartition(" ")
    hosts = role is Role.MENTOR
    registration = Registration(
        name=PersonName(full=name, given=given, family=family),
        role=role,
        employer=f"Hospital {name}",
        experience_years=20.0 if hosts else 4.0,
        needs_offered=("Relocation",) if hosts else (),
        needs_wanted=() if hosts else ("Relocation",),
    )
    person = database.write(add_attendee, event_id, registration, station="Desk 1", now=at, dice=Random(name))
    database.write(check_in, event_id, person.code, station="Desk 1", now=at)
    return person


class LiveEvening:
    """The page, what it said, and what happens around it."""

    def __init__(self, qtbot: QtBot, database: Database, background: Background, folder: Path) -> None:
        self.now = SEVEN - timedelta(minutes=10)
        self.database, self.background, self.qtbot, self.folder = database, background, qtbot, folder
        self.event: Event = database.read(find_event, None)
        self.said: list[tuple[str, Any]] = []
        self.printed: list[int] = []
        parts: dict[str, Any] = {
            "database": database, "background": background, "station": "Control", "clock": lambda: self.now,
        }  # fmt: skip
        self.projectors: list[tuple[DatabasePlace, int, int, int, int]] = []
        self.page = LivePage(
            **parts,
            ask_printer=self._printer,
            choose_file=self._file,
            open_projector=self._open_projector,
            key_clock_ms=lambda: 0.0,
        )
        self.settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.clock = LiveClock(**parts, settings=self.settings, parent=self.page)
        self.page.use_live_clock(self.clock)
        self.page.said.connect(lambda sentence, undo: self.said.append((sentence, undo)))
        self.failed: list[str] = []
        background.failed.connect(self.failed.append)

    def open(self) -> None:
        """Show the event and wait until it is there."""
        self.clock.use_event(self.event.id)
        self.qtbot.waitUntil(lambda: self.clock.evening is not None)
        self.page.show_event(self.event)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing runs any more."""
        self.qtbot.waitUntil(lambda: not self.background.busy, timeout=20_000)

    def pass_time(self, **span: float) -> None:
        """Let time go by, and everybody look."""
        self.now += timedelta(**span)
        self.clock.tick()
        self.page.refresh()
        self.settle()

    def do(self, service: Callable[..., Any], *arguments: Any, **said: Any) -> Any:
        """Something is done at this station, beside the page."""
        result = self.database.write(service, self.event.id, *arguments, station="Control", now=self.now, **said)
        self.look()
        return result

    def look(self) -> None:
        """As when the journal has grown."""
        with self.qtbot.waitSignal(self.clock.ticked, timeout=5000):
            self.clock._facts = None  # what is stored is read anew even where the clock is as it was
            self.clock.look()
        self.page.refresh()
        self.settle()

    def start(self) -> None:
        """Round 1 begins."""
        self.now = SEVEN
        self.do(act_on_evening, ActKind.START, round_number=1)

    def take_back(self, entry_id: int) -> None:
        """Undo, as the message bar and Ctrl+Z do."""
        self.database.write(undo, entry_id, station="Control", now=self.now)
        self.look()

    def note(self, seat: SeatNow, presence: Presence) -> None:
        """Something becomes known of someone."""
        self.do(note_presence, seat.attendee.id, presence, round_number=self.room.round)

    def late(self, name: str = "Late Lou", role: Role = Role.MENTEE) -> Attendee:
        """Someone comes late."""
        person = register(self.database, self.event.id, name, role=role, at=self.now)
        self.look()
        return person

    @property
    def room(self) -> Room:
        """The room as it is stored."""
        return self.database.read(read_room, self.event.id, now=self.now)

    def full_table(self) -> TableNow:
        """A table with two mentees."""
        return next(table for table in self.room.tables if table.mentor and len(table.mentees) == 2)

    def press(self, key: Any, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key, wherever the cursor is."""
        target = self.page.window().focusWidget() or self.page
        self.qtbot.keyClick(target, key, modifier)
        if not modifier:  # letters wait until it is clear that they are no scan
            scanner = self.page.scanner
            self.qtbot.waitUntil(lambda: not scanner._held)
        self.settle()

    def click(self, button: QWidget) -> None:
        """Click a button."""
        assert button.isVisible(), button.objectName()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def scan(self, code: str) -> None:
        """A scanner's burst, wherever the cursor is."""
        target = self.page.window().focusWidget() or self.page
        for letter in code:
            self.qtbot.keyClick(target, letter)
        self.qtbot.keyClick(target, Qt.Key.Key_Return)
        self.settle()

    def _printer(self, window: QWidget, paper: PaperToPrint, station: BadgePrinter) -> PrintAnswer | None:
        """The laser, at once."""
        self.printed.append(paper.pages)
        return PrintAnswer(PaperOrder(title=paper.title, pages=paper.pages, printer="laser"))

    def _open_projector(self, place: DatabasePlace, event_id: int, screen: int, *, part: int, parts: int) -> bool:
        self.projectors.append((place, event_id, screen, part, parts))
        return screen == 1

    def _file(self, window: QWidget, name: str) -> Path | None:
        return self.folder / name


@pytest.fixture(scope="session")
def planned_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five mentors and six mentees who are here, with a plan of five rounds; to be copied."""
    path = tmp_path_factory.mktemp("live") / "planned.db"
    database = open_database(str(path))
    planning = EventPlanning(name="Physician mixer", starts_at=START, minutes=12, break_minutes=3, seats=2)
    early = SEVEN - timedelta(minutes=40)
    event = database.write(create_event, planning, station="Test", now=early)
    for name in MENTORS:
        register(database, event.id, name, role=Role.MENTOR, at=early)
    for name in MENTEES:
        register(database, event.id, name, at=early)
    plan_event(database, event.id, station="Control", clock=lambda: SEVEN - timedelta(minutes=15))
    database.close()
    return path


@pytest.fixture
def live(
    qtbot: QtBot, background: Background, planned_file: Path, tmp_path: Path, shown: Callable[..., QWidget]
) -> Iterator[LiveEvening]:
    """The page ten minutes before the first round."""
    shutil.copy(planned_file, tmp_path / "evening.db")
    database = open_database(str(tmp_path / "evening.db"))
    evening = LiveEvening(qtbot, database, background, tmp_path)
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(evening.page)
    shown(window, 1232, 860)
    evening.open()
    evening.page.body.room.tiles[0].setFocus()
    yield evening
    evening.settle()
    background.close()
    database.close()


@pytest.fixture
def running(live: LiveEvening) -> LiveEvening:
    """The page while round 1 runs."""
    live.start()
    return live
