"""A small plan, with and without a database behind it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mixer_app.domain.events import Event, EventPlanning
from mixer_app.domain.people import Attendee, PersonName, Registration
from mixer_app.domain.plans import Evidence, Introduction, Plan, QualityFigures, Without
from mixer_app.domain.roles import Role
from mixer_app.services.check_in import check_in
from mixer_app.services.database import Database, open_database
from mixer_app.services.events import create_event, find_event
from mixer_app.services.people import add_attendee
from mixer_app.services.planning import current_plan, plan_event
from mixer_app.ui.background import Background
from mixer_app.ui.plan import PlanPage
from mixer_app.ui.plan.board import PlanBoard
from mixer_app.ui.plan.chips import Chip, ChipKind
from mixer_app.ui.plan.matrix_model import CHIP_ROLE

START = datetime(2026, 3, 5, 18, 30)
NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)

EVIDENCE = (
    Evidence("needs", 0.4, 1.0, "Went through relocation"),
    Evidence("topics", 0.3, 0.0, ""),
    Evidence("experience", 0.2, 0.8, "Went through a private matter", sensitive=True),
    Evidence("wishes", 0.1, None, ""),
)


@pytest.fixture
def people(an_attendee: Callable[..., Attendee]) -> dict[str, Attendee]:
    """Two mentors and four mentees, by given name."""
    named = [
        an_attendee("Dr. Yusuf Çelik", role="mentor", field="Emergency medicine"),
        an_attendee("Ngozi Adeyemi-Okonkwo", role="mentor", title="Chief medical officer", rests=(2,)),
        an_attendee("Adaeze Nnamdi", title="Senior registrar", employer="Lagoon Hospital"),
        an_attendee("Bo Li"),
        an_attendee("Siti Aminah"),
        an_attendee("Zoë van der Berg"),
    ]
    return {person.name.full.removeprefix("Dr. ").split()[0]: person for person in named}


@pytest.fixture
def a_plan(people: dict[str, Attendee]) -> Callable[..., Plan]:
    """Make a plan of two rounds: `a_plan([(1, 1, "Yusuf", "Bo", 0.7), …])` (round, table, mentor, mentee, score)."""

    def build(meetings: list[tuple[int, int, str, str, float]], **said: Any) -> Plan:
        introductions = tuple(
            Introduction(
                round=number,
                table=table,
                mentor_id=people[mentor].id,
                mentee_id=people[mentee].id,
                score=score,
                evidence=EVIDENCE,
            )
            for number, table, mentor, mentee, score in meetings
        )
        values: dict[str, Any] = {
            "id": 1,
            "event_id": 1,
            "version": 3,
            "made_at": NOON,
            "rounds": 2,
            "mentee_ids": tuple(people[name].id for name in ("Adaeze", "Bo", "Siti", "Zoë")),
            "mentor_ids": tuple(people[name].id for name in ("Yusuf", "Ngozi")),
            "introductions": introductions,
            "quality": QualityFigures(
                meetings=len(introductions),
                fewest=0,
                kept=0,
                strong_mentees=2,
                discovery_mentees=0,
                total_score=1.0,
                optimal=True,
                bound_meetings=len(introductions),
                bound_score=1.0,
            ),
            "without": (Without(people["Zoë"].id, "All mentors who would fit are full."),),
        }
        return Plan(**(values | said))

    return build


MEETINGS = [
    (1, 7, "Yusuf", "Adaeze", 0.84),
    (1, 7, "Yusuf", "Bo", 0.5),
    (1, 2, "Ngozi", "Siti", 0.1),
    (2, 7, "Yusuf", "Siti", 0.65),
]


@pytest.fixture
def board(people: dict[str, Attendee], a_plan: Callable[..., Plan]) -> PlanBoard:
    """The small plan with its people: table 7 (Yusuf) and table 2 (Ngozi, who rests in round 2)."""
    event = Event(
        id=1, created_at=NOON, name="Physician mixer", starts_at=START, rounds=2, minutes=12, break_minutes=3, seats=2
    )
    everyone = {person.id: person for person in people.values()}
    return PlanBoard(event=event, plan=a_plan(MEETINGS), people=everyone)


@pytest.fixture
def background(qtbot: Any) -> Iterator[Background]:
    """Work off the GUI thread; a mistake of ours there is a failure of the test."""
    background = Background()
    mistakes: list[object] = []
    background.broke.connect(mistakes.append)
    yield background
    assert background.close()
    assert not mistakes


MENTORS = ("Yusuf Çelik", "Ngozi Adeyemi", "Samuel Osei")
MENTEES = ("Adaeze Nnamdi", "Bo Li", "Siti Aminah", "Zoë Berg", "Emre Yıldız", "Ana Sousa")


class Evening:
    """The Plan page on an event in a real database, and what it said."""

    def __init__(self, qtbot: Any, database: Database, background: Background) -> None:
        self.now = NOON
        self.database, self.background = database, background
        self.event = database.read(find_event, None)
        self.said: list[str] = []
        self.complaints: list[str] = []
        self.page = PlanPage(database=database, background=background, station="Control", clock=lambda: self.now)
        qtbot.addWidget(self.page)
        self._qtbot = qtbot
        self.page.said.connect(lambda sentence, undo: self.said.append(sentence))
        self.page.failed.connect(self.complaints.append)
        background.failed.connect(self.complaints.append)
        self.page.resize(1352, 900)
        self.page.show()

    def open(self) -> None:
        """Show the event and wait until it is there."""
        self.page.show_event(self.event)
        self.settle()

    def refresh(self) -> None:
        """Something was changed elsewhere."""
        self.page.refresh()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing runs any more."""
        self._qtbot.waitUntil(lambda: not self.background.busy, timeout=20_000)

    def add(self, name: str, *, here: bool = True, **said: Any) -> Attendee:
        """Someone registers, and comes."""
        return register(self.database, self.event.id, name, here=here, **said)

    # hands on the grid

    def attendee(self, name: str) -> Attendee:
        """Somebody by a part of their name."""
        return next(one for one in self.page.body.board.people.values() if name in one.name.full)

    def plan(self) -> Plan:
        """The latest plan, as stored."""
        return self.database.read(current_plan, self.event.id)

    def seat(self, name: str, number: int) -> Introduction:
        """Where a mentee sits in a round, as stored."""
        who = self.attendee(name).id
        return next(one for one in self.plan().introductions if (one.mentee_id, one.round) == (who, number))

    def chip_of(self, name: str, number: int) -> QModelIndex:
        """The chip of a mentee in a round, by table or by mentee."""
        body = self.page.body
        return body.model.index_of(body.board.seat_of(self.attendee(name).id, number))

    def look(self, index: QModelIndex) -> Chip:
        """A chip as it is painted."""
        return index.data(CHIP_ROLE)

    def targets(self, column: int, kind: ChipKind = ChipKind.PAIR) -> list[QModelIndex]:
        """Where the chip in the hand can be dropped: what is not greyed in a round."""
        model = self.page.body.model
        places = [model.index(line, column) for line in range(model.rowCount())]
        chips = [(place, self.look(place)) for place in places]
        return [place for place, chip in chips if chip.kind is kind and not chip.faded and not chip.leaving]

    def refused(self, column: int) -> list[QModelIndex]:
        """What is greyed in a round."""
        model = self.page.body.model
        return [place for line in range(model.rowCount()) if self.look(place := model.index(line, column)).faded]

    @property
    def grid(self) -> QWidget:
        """What the mouse moves over."""
        return self.page.body.matrix.viewport()

    def middle(self, index: QModelIndex) -> QPoint:
        """The middle of a seat."""
        return self.page.body.matrix.visualRect(index).center()

    def lift(self, index: QModelIndex) -> None:
        """Press a chip and move the mouse until it is in the hand, and the plan is open."""
        QTest.mousePress(self.grid, Qt.MouseButton.LeftButton, pos=self.middle(index))
        QTest.mouseMove(self.grid, self.middle(index) + QPoint(6, 3))
        QTest.mouseMove(self.grid, self.middle(index) + QPoint(16, 5))
        self.settle()

    def hover(self, index: QModelIndex) -> None:
        """Move the mouse over a seat."""
        QTest.mouseMove(self.grid, self.middle(index))

    def drop(self, index: QModelIndex) -> None:
        """Let the chip go over a seat."""
        self.hover(index)
        QTest.mouseRelease(self.grid, Qt.MouseButton.LeftButton, pos=self.middle(index))
        self.settle()

    def put_back(self) -> None:
        """Esc, and the mouse button up again."""
        self.press(Qt.Key.Key_Escape)
        QTest.mouseRelease(self.grid, Qt.MouseButton.LeftButton)

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys in the grid one after the other, and wait each time."""
        for key in keys:
            QTest.keyClick(self.page.body.matrix, key, modifier)
            self.settle()

    def choose(self, index: QModelIndex) -> None:
        """Go to a seat with the keyboard in the grid."""
        self.page.body.matrix.setFocus()
        self.page.body.matrix.choose(index)

    @property
    def tip(self) -> str:
        """What the tip beside the chip in the hand says; empty while there is none."""
        shown = self.page.hands.carrying.tip
        return shown.sentence if shown.isVisible() else ""


def register(database: Database, event_id: int, name: str, *, here: bool = True, **said: Any) -> Attendee:
    """Add someone whom nobody shares an employer with."""
    values: dict[str, Any] = {"role": Role.MENTEE, "employer": f"Hospital {name}", "needs_wanted": ("Relocation",)}
    given, _, family = name.rpartition(" ")
    registration = Registration(name=PersonName(full=name, given=given, family=family), **(values | said))
    dice = Random(name)
    person = database.write(add_attendee, event_id, registration, station="Desk 1", now=NOON, dice=dice)
    if here:
        database.write(check_in, event_id, person.code, station="Desk 1", now=NOON)
    return person


def _an_event(path: Path, rounds: int = 5) -> tuple[Database, Event]:
    database = open_database(str(path))
    planning = EventPlanning(name="Physician mixer", starts_at=START, rounds=rounds)
    return database, database.write(create_event, planning, station="Test", now=NOON)


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """An event without people, with nine people who are here, with a plan for them, and one with room to move."""
    folder = tmp_path_factory.mktemp("evenings")
    files = {name: folder / f"{name}.db" for name in ("empty", "room", "planned", "roomy")}
    database, event = _an_event(files["planned"])
    database.close()
    shutil.copy(files["planned"], files["empty"])
    database = open_database(str(files["planned"]))
    for name in MENTORS:
        offered = {"needs_offered": ("Relocation",), "needs_wanted": (), "experience_years": 20.0}
        register(database, event.id, name, role=Role.MENTOR, **offered)
    for name in MENTEES:
        register(database, event.id, name, experience_years=4.0)
    database.close()
    shutil.copy(files["planned"], files["room"])
    database = open_database(str(files["planned"]))
    plan_event(database, event.id, station="Control", clock=lambda: NOON - timedelta(minutes=5))
    database.close()
    _plan_with_room_to_move(files["roomy"])
    return files


def _plan_with_room_to_move(path: Path) -> None:
    """Six tables, five mentees, three rounds; Ana works where Samuel does, so these two never meet."""
    database, event = _an_event(path, rounds=3)
    for name in (*MENTORS, "Priya Rao", "Hiroshi Tanaka", "Ingrid Berg"):
        offered = {"needs_offered": ("Relocation",), "needs_wanted": (), "experience_years": 20.0}
        register(database, event.id, name, role=Role.MENTOR, **offered)
    for name in MENTEES[:4]:
        register(database, event.id, name, experience_years=4.0)
    register(database, event.id, "Ana Sousa", experience_years=4.0, employer="Hospital Samuel Osei")
    plan_event(database, event.id, station="Control", clock=lambda: NOON - timedelta(minutes=5))
    database.close()


@pytest.fixture
def an_evening(
    qtbot: Any, background: Background, files: dict[str, Path], tmp_path: Path
) -> Iterator[Callable[[str], Evening]]:
    """Open the page on a copy of one of `files`."""
    opened: list[Database] = []

    def build(name: str) -> Evening:
        shutil.copy(files[name], tmp_path / "evening.db")
        opened.append(open_database(str(tmp_path / "evening.db")))
        evening = Evening(qtbot, opened[-1], background)
        evening.open()
        return evening

    yield build
    background.close()
    for database in opened:
        database.close()


@pytest.fixture
def planned(an_evening: Callable[[str], Evening]) -> Evening:
    """The page with a plan for three mentors and six mentees."""
    return an_evening("planned")


@pytest.fixture
def roomy(an_evening: Callable[[str], Evening]) -> Evening:
    """The page with a plan in which most chips could be elsewhere."""
    return an_evening("roomy")


@pytest.fixture
def changed_board(board: PlanBoard) -> Callable[..., PlanBoard]:
    """The board with other values in its plan."""

    def build(**said: Any) -> PlanBoard:
        return replace(board, plan=replace(board.plan, **said))

    return build
