"""What every test of the screens gets: the fonts and the look, a background, and nothing left behind."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QPoint, QRect, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import EventPlanning
from mixer_app.domain.printers import Printer, PrinterInfo, PrinterStatus, Sending, SpoolAnswer, SpoolState
from mixer_app.domain.progress import Progress
from mixer_app.ui.appearance import Appearance, apply_theme
from mixer_app.ui.background import Background
from mixer_app.ui.focus_ring import FocusRing
from mixer_app.ui.fonts import load_fonts
from mixer_app.ui.theme import load_theme
from tests.network import Line

EVENING = datetime(2026, 3, 5, 18, 12, tzinfo=UTC)
PARTS = 7
"""So many turns of the event loop at most show one result."""


@pytest.fixture(autouse=True)
def _printers_are_looked_at_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits a second in a test to hear what became of a job."""
    monkeypatch.setattr("mixer_app.ui.printers.badge_printer.EVERY_MS", 100)


@pytest.fixture(scope="session")
def families(qapp: QApplication) -> list[str]:
    """The bundled fonts, loaded once."""
    return load_fonts()


@pytest.fixture(scope="session")
def appearance(qapp: QApplication, families: list[str]) -> Appearance:
    """The look of the application, remembered nowhere."""
    if qapp.findChild(FocusRing) is None:
        FocusRing(qapp)
    return qapp.findChild(Appearance) or Appearance(qapp, families)


@pytest.fixture
def focus_ring(qapp: QApplication, appearance: Appearance) -> FocusRing:
    """The ring around the focus, as after a key."""
    ring = qapp.findChild(FocusRing)
    assert ring is not None
    ring.by_keyboard = True
    return ring


@pytest.fixture(autouse=True)
def _light_look(qapp: QApplication, appearance: Appearance, families: list[str]) -> None:
    """Each test begins light, at 100 %, and in English."""
    appearance.mode, appearance.scale = "light", 1.0
    if (qapp.property("mixerTheme") or load_theme("dark")).name != "light" or qapp.property("mixerTheme").scale != 1.0:
        apply_theme(qapp, load_theme("light", 1.0, families))


@pytest.fixture(autouse=True)
def _nothing_is_left_behind(qapp: QApplication) -> Iterator[None]:
    """A test that leaves a window on the screen or a timer running fails."""
    before = {id(widget) for widget in qapp.topLevelWidgets()}
    yield
    windows = [widget for widget in qapp.topLevelWidgets() if widget.isVisible() and id(widget) not in before]
    for window in windows:
        window.close()
    assert not windows, f"left on the screen: {windows}"
    timers = [timer for timer in qapp.findChildren(QTimer) if timer.isActive() and not timer.isSingleShot()]
    assert not timers, f"left running: {timers}"


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    """A background of this test alone; it must be able to end."""
    made = Background()
    mistakes: list[BaseException] = []
    made.broke.connect(mistakes.append)
    yield made
    if made.busy:
        qtbot.waitUntil(lambda: not made.busy, timeout=10_000)
    assert made.close(5.0), "work went on after the test"
    assert not mistakes, mistakes
    made.deleteLater()


@pytest.fixture
def put_screens(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Any]]:
    """Put screens at these places, the first of them the main one: the platform of the tests has one alone."""

    def put(*places: QRect) -> list[Any]:
        screens = [SimpleNamespace(geometry=lambda place=place: place, name=lambda: "Screen") for place in places]

        def at(point: QPoint) -> Any:
            return next((one for one in screens if one.geometry().contains(point)), None)

        monkeypatch.setattr(QGuiApplication, "screens", lambda: screens)
        monkeypatch.setattr(QGuiApplication, "primaryScreen", lambda: screens[0])
        monkeypatch.setattr(QGuiApplication, "screenAt", at)
        return screens

    return put


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that stands at `EVENING`, eighteen minutes before the first round of `event`."""
    return lambda: EVENING


@pytest.fixture
def page_parts(database: Any, background: Background, clock: Callable[[], datetime]) -> dict[str, Any]:
    """The arguments that every page takes: `OverviewPage(**page_parts)`."""
    return {"database": database, "background": background, "station": "Desk 1", "clock": clock}


@pytest.fixture
def settled(qtbot: QtBot, background: Background) -> Callable[[], None]:
    """Wait until nothing runs in the background, and what it brought is shown, part by part."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not background.busy, timeout=10_000)
        for _ in range(PARTS):
            QCoreApplication.processEvents()

    return wait


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[..., QWidget]]:
    """Put a widget on the screen, active: `shown(widget)`, `shown(widget, 1024, 700)`. It is closed afterwards."""
    opened: list[QWidget] = []

    def show(widget: QWidget, width: int = 0, height: int = 0) -> QWidget:
        qtbot.addWidget(widget)
        if width:
            widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        with qtbot.waitActive(widget):
            widget.activateWindow()
        opened.append(widget)
        return widget

    yield show
    for widget in opened:
        if shiboken6.isValid(widget):
            widget.close()


class FakePrinter:
    """Counts what came out; `hangs` keeps `send` until it is set."""

    def __init__(self, name: str) -> None:
        self.name, self.title = name, f"The {name}"
        self.came_out: list[str] = []
        self.sendings: list[Sending] = []
        self.files: list[bytes] = []
        self.withdrawn: list[str] = []
        self.answer = SpoolAnswer(SpoolState.COMPLETED)
        self.how = PrinterStatus()
        self.refuses: MixerError | None = None
        self.hangs: threading.Event | None = None

    def send(self, pdf: Path, sending: Sending, progress: Progress | None = None) -> str:
        """Take it, or refuse, or never answer."""
        if self.hangs is not None:
            self.hangs.wait(60)
        if self.refuses is not None:
            raise self.refuses
        self.sendings.append(sending)
        self.files.append(pdf.read_bytes())
        self.came_out.append(sending.title)  # last: tests wait for it
        return str(len(self.came_out))

    def state(self, spool_id: str) -> SpoolAnswer:
        """As told."""
        return SpoolAnswer(SpoolState.CANCELLED) if spool_id in self.withdrawn else self.answer

    def status(self) -> PrinterStatus:
        """As told."""
        return self.how

    def cancel(self, spool_id: str) -> None:
        """Give it back."""
        self.withdrawn.append(spool_id)


class Shelf:
    """The printers of a computer: a label printer and a laser."""

    def __init__(self) -> None:
        self.label, self.laser = FakePrinter("label"), FakePrinter("laser")

    def printers(self) -> list[PrinterInfo]:
        """Both."""
        return [PrinterInfo(printer.name, printer.title) for printer in (self.label, self.laser)]

    def open(self, name: str, title: str) -> Printer:
        """One of them."""
        return {"label": self.label, "laser": self.laser}[name]


@pytest.fixture
def shelf() -> Shelf:
    """The printers of a computer, all in order."""
    return Shelf()


@pytest.fixture
def badge_printer(
    page_parts: dict[str, Any], event: Any, shelf: Shelf, qtbot: QtBot, background: Background
) -> Iterator[Any]:
    """The station's hand on the print queue of `event`, at the label printer; it prints until the test ends."""
    from mixer_app.ui.printers.badge_printer import BadgePrinter

    made = BadgePrinter(**page_parts, shelf=shelf)
    made.known = shelf.printers()
    made.choose_printer(made.known[0])
    made.use_event(event.id)
    made.start()
    yield made
    made.stop()
    for printer in (shelf.label, shelf.laser):
        if printer.hangs is not None:
            printer.hangs.set()
    made.deleteLater()


@pytest.fixture
def line(server_database: str) -> Iterator[Line]:
    """The network between a station and its server, which a test can cut."""
    port = urlsplit(server_database).port
    assert port is not None
    made = Line(port)
    yield made
    made.end()


@pytest.fixture
def evening(
    server_database: str, a_registration: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[SimpleNamespace]:
    """An event with five people at the server, and another station that is always connected to it."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    from mixer_app.services.database import open_database
    from mixer_app.services.events import create_event
    from mixer_app.services.people import add_attendee

    elsewhere = open_database(server_database)
    planning = EventPlanning(name="Shared", starts_at=datetime(2026, 3, 5, 18, 30))
    event = elsewhere.write(create_event, planning, station="Control", now=EVENING)
    people = [
        elsewhere.write(
            add_attendee, event.id, a_registration(f"{name} Guest"), station="Control", now=EVENING, dice=Random(number)
        )
        for number, name in enumerate(("Ann", "Bob", "Cleo", "Dora", "Emil"))
    ]
    yield SimpleNamespace(event=event, people=people, elsewhere=elsewhere)
    elsewhere.close()


@pytest.fixture
def window(
    evening: SimpleNamespace,
    line: Line,
    server_database: str,
    background: Background,
    appearance: Appearance,
    shown: Callable[..., QWidget],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Any]:
    """The window of a station at the desk, with a copy of the event of its own."""
    from mixer_app.services.database import open_database
    from mixer_app.ui.main_window import MainWindow

    monkeypatch.setattr("mixer_app.ui.away_keeper.RENEW_EVERY_MS", 100)  # sooner, so that no test waits for it
    database = open_database(line.address(server_database))
    made = MainWindow(
        database=database, background=background, station="Desk 1", clock=lambda: EVENING, appearance=appearance
    )
    shown(made, 1240, 900)
    made.open_event(evening.event, "desk")
    qtbot.waitUntil(lambda: made.page("desk")._roster is not None and database.has_stand_in, timeout=15_000)
    yield made
    line.mend()
    made.close()
    background.close()
    database.close()
