"""The Print page on an evening in a real database; only the printers and the dialogues are stand-ins."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from mixer_app.domain.events import EventPlanning
from mixer_app.domain.people import PersonName, Registration
from mixer_app.domain.plan_edits import EditKind, PlanEdit
from mixer_app.domain.printers import PrinterInfo
from mixer_app.domain.roles import Role
from mixer_app.services.check_in import check_in
from mixer_app.services.database import Database, open_database
from mixer_app.services.events import create_event, find_event
from mixer_app.services.people import add_attendee
from mixer_app.services.plan_edits import apply_edit
from mixer_app.services.planning import plan_event, publish
from mixer_app.ui.background import Background
from mixer_app.ui.printers.badge_printer import BadgePrinter
from mixer_app.ui.printing import PrintPage
from mixer_app.ui.printing.print_dialog import PaperToPrint, PrintAnswer, PrintDialog

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
START = datetime(2026, 3, 5, 18, 30)
PEOPLE = {
    "Yusuf Çelik": Role.MENTOR,
    "Ngozi Adeyemi-Okonkwo": Role.MENTOR,
    "李文华": Role.MENTOR,
    "Adaeze Nnamdi": Role.MENTEE,
    "Bo Li": Role.MENTEE,
    "Siti Aminah": Role.MENTEE,
    "محمد علي": Role.MENTEE,
    "Wolfeschlegelsteinhausenbergerdorff": Role.MENTEE,
    "Ólafur Jónsson": Role.MENTEE,
}
HERE = 6


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """An event without people, with nine of whom six are here, planned, and with a seat changed; to be copied."""
    folder = tmp_path_factory.mktemp("papers")
    files = {name: folder / f"{name}.db" for name in ("empty", "room", "planned", "changed")}
    database = open_database(str(files["planned"]))
    event = database.write(
        create_event, EventPlanning(name="Physician mixer", starts_at=START), station="Test", now=NOON
    )
    database.close()
    shutil.copy(files["planned"], files["empty"])
    database = open_database(str(files["planned"]))
    dice = Random(5)
    for number, (name, role) in enumerate(PEOPLE.items()):
        said = Registration(name=PersonName(full=name), role=role, employer=f"Hospital {number}", title="Registrar")
        person = database.write(add_attendee, event.id, said, station="Test", now=NOON, dice=dice)
        if number < HERE:
            database.write(check_in, event.id, person.code, station="Test", now=NOON)
    database.close()
    shutil.copy(files["planned"], files["room"])
    database = open_database(str(files["planned"]))
    plan = plan_event(database, event.id, station="Control", clock=lambda: NOON - timedelta(minutes=5))
    database.close()
    shutil.copy(files["planned"], files["changed"])
    database = open_database(str(files["changed"]))
    database.write(publish, plan.id, station="Control", now=NOON - timedelta(minutes=4))
    last = plan.introductions[-1]
    edit = PlanEdit(kind=EditKind.FREE, mentee_id=last.mentee_id, round=last.round)
    apply_edit(database, plan.id, edit, station="Control", clock=lambda: NOON - timedelta(minutes=3))
    database.close()
    return files


class Desk:
    """The Print page, the printers of its computer, and what the page said."""

    def __init__(self, qtbot: Any, database: Database, background: Background, folder: Path, shelf: Any) -> None:
        self.database, self.background, self.shelf = database, background, shelf
        self.offered: list[PaperToPrint] = []
        self.press: Callable[[PrintDialog], None] = lambda dialog: None
        self.saved = folder / "saved.pdf"
        self.asked: list[str] = []
        self.said: list[str] = []
        self.failed: list[str] = []
        self.page = PrintPage(
            database=database,
            background=background,
            station="Desk 1",
            clock=lambda: NOON,
            ask_printer=self.printer,
            choose_file=self.file,
        )
        self._qtbot = qtbot
        qtbot.addWidget(self.page)
        self.page.said.connect(lambda sentence, undo: self.said.append(sentence))
        self.page.failed.connect(self.failed.append)
        self.page.maker.failed.connect(self.failed.append)
        background.failed.connect(self.failed.append)
        self.page.resize(1232, 900)
        self.station = BadgePrinter(
            database=database, background=background, station="Desk 1", clock=lambda: NOON, shelf=shelf
        )
        self.station.known = shelf.printers()
        self.page.use_printer(self.station)
        self.page.show()
        event = database.read(find_event, None)
        self.page.show_event(event)
        self.station.use_event(event.id)
        self.station.start()
        self.settle()

    def printer(self, window: QWidget, paper: PaperToPrint, station: BadgePrinter) -> PrintAnswer | None:
        """The real dialogue at the laser, answered at once after `press`."""
        self.offered.append(paper)
        dialog = PrintDialog(paper, station.known, PrinterInfo("laser", "The laser"), window)
        self.press(dialog)
        return dialog.answer()

    def file(self, window: QWidget, name: str) -> Path | None:
        """Always the same place."""
        self.asked.append(name)
        return self.saved

    def settle(self) -> None:
        """Wait until the preview shows what was chosen, or why it does not."""
        maker = self.page.maker
        self._qtbot.waitUntil(lambda: not self.background.busy and not maker.waiting, timeout=30_000)


@pytest.fixture
def a_desk(qtbot: Any, files: dict[str, Path], tmp_path: Path, shelf: Any) -> Iterator[Callable[[str], Desk]]:
    """Open the page on a copy of one of `files`."""
    background = Background()
    mistakes: list[object] = []
    background.broke.connect(mistakes.append)
    opened: list[Database] = []
    desks: list[Desk] = []

    def build(name: str) -> Desk:
        shutil.copy(files[name], tmp_path / "evening.db")
        opened.append(open_database(str(tmp_path / "evening.db")))
        desks.append(Desk(qtbot, opened[-1], background, tmp_path, shelf))
        assert desks[-1].failed == []
        return desks[-1]

    yield build
    for desk in desks:
        desk.station.stop()
        desk.station.deleteLater()
    assert background.close()
    for database in opened:
        database.close()
    assert not mistakes


@pytest.fixture
def desk(a_desk: Callable[[str], Desk]) -> Desk:
    """The page with a plan for those who are here."""
    return a_desk("planned")
