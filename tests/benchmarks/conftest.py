"""A window on ten thousand people."""

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QVBoxLayout, QWidget

from mixer_app.domain.events import EventPlanning
from mixer_app.domain.people import PersonName, Registration
from mixer_app.domain.roles import Role
from mixer_app.services.database import Database, open_database
from mixer_app.services.events import create_event, list_events
from mixer_app.services.steady_clock import SteadyClock
from mixer_app.store.registrations import add_registrations

ONE_FRAME_MS = 16
MOST_TIMES_BARE = 4
"""Where even the bare table takes more than a quarter of a frame, the machine is slow or busy."""

BETWEEN_KEYS_MS = 60
"""Between the keys of a quick typist."""

TURNS = 6
"""So many turns of the event loop at most show and paint what a key has found."""

TYPED = ("ann ber", "smith", "lin ton", "karlo", "hospital", "bergar su", "zeschni", "minira vo", "sch", "wixa")
PEOPLE = 10_000
NOW = datetime(2026, 3, 5, 17, 0, tzinfo=UTC)
SYLLABLES = "an be ka lo mi ni ra su to ve wi xa yo ze sch ber gar ner lin ton son mar".split()  # noqa: SIM905  # reads easier


@pytest.fixture(scope="session")
def crowded_file(empty_database_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with an event of ten thousand people who said what people say."""
    dice = Random(1)

    def word(most: int) -> str:
        return "".join(dice.choice(SYLLABLES) for _ in range(dice.randint(1, most))).capitalize()

    given, family = [word(3) for _ in range(1500)], [word(4) for _ in range(6000)]
    employers = [f"{word(2)} {word(3)} Hospital" for _ in range(800)]

    def one(number: int) -> Registration:
        first, last = dice.choice(given), dice.choice(family)
        return Registration(
            name=PersonName(full=f"{first} {last}", given=first, family=last),
            role=dice.choice(list(Role)),
            email=f"{first}.{last}{number}@example.org".lower(),
            employer=dice.choice(employers),
            title="Registrar",
            needs_wanted=("New position",),
            topics_wanted=tuple(f"Topic {topic}" for topic in dice.sample(range(30), 3)),
            answers=tuple((f"Question {question}", f"answer {number}") for question in range(5)),
        )

    path = tmp_path_factory.mktemp("crowd") / "crowd.db"
    shutil.copy(empty_database_file, path)
    database = open_database(str(path))
    planned = EventPlanning(name="The large evening", starts_at=datetime(2026, 3, 5, 18, 30))
    event = database.write(create_event, planned, station="Test", now=NOW)
    everyone = [one(number) for number in range(PEOPLE)]
    database.write(add_registrations, event.id, everyone, now=NOW, dice=Random(2))
    database.close()
    return path


@pytest.fixture
def crowd(crowded_file: Path, tmp_path: Path) -> Iterator[Database]:
    """A copy of that database for one test."""
    path = tmp_path / "crowd.db"
    shutil.copy(crowded_file, path)
    database = open_database(str(path))
    yield database
    database.close()


@pytest.fixture
def crowded_window(crowd: Database, qtbot: Any) -> Iterator[Callable[[str], Any]]:
    """Open the window on a page of it, as it stands on the screen."""
    from mixer_app.app import Running, prepare

    running = Running(prepare([]), None, station="Desk 1", clock=SteadyClock(wall=lambda: NOW))

    def show(place: str) -> Any:
        window = running.open_database(str(crowd.path))
        window.resize(1440, 900)
        window.open_event(crowd.read(list_events)[0], place)
        page: Any = window.page(place)
        qtbot.waitUntil(lambda: page._roster is not None, timeout=60_000)
        return window

    yield show
    running.close()
    running.deleteLater()


@pytest.fixture
def bare_table(qtbot: Any) -> Iterator[QLineEdit]:
    """A line over a plain table, which shows the names that contain what is typed."""
    names = [f"Person Number{number} of a hospital" for number in range(10_000)]
    around, field, view, model = QWidget(), QLineEdit(), QTableView(), QStringListModel(names)
    model.setParent(around)
    column = QVBoxLayout(around)
    column.addWidget(field)
    column.addWidget(view)
    view.setModel(model)
    field.textChanged.connect(lambda text: model.setStringList([name for name in names if text in name.lower()]))
    qtbot.addWidget(around)
    around.resize(1240, 900)
    with qtbot.waitExposed(around):
        around.show()
    yield field
    around.close()


def times_of_keys(field: QLineEdit, names: Sequence[str] = TYPED) -> list[tuple[float, float]]:
    """Type and delete several names; for each key the time until all is painted, and the work in it, in ms.

    The keys are real, and no closer than a person's: what waits until it is clear that it is no scan is waited for.
    """
    found: list[tuple[float, float]] = []
    application = QApplication.instance()
    assert application is not None
    field.setFocus()

    def press(key: str | Qt.Key) -> None:
        before = field.text()
        began, worked = time.perf_counter(), time.thread_time()
        QTest.keyClick(field, key)  # type: ignore[call-overload]  # it takes both
        while field.text() == before:
            application.processEvents()
        for _ in range(TURNS):
            application.processEvents()
        found.append(((time.perf_counter() - began) * 1000, (time.thread_time() - worked) * 1000))
        QTest.qWait(BETWEEN_KEYS_MS)

    for words in names:
        for key in (*words, *[Qt.Key.Key_Backspace] * 3):
            press(key)
        field.clear()
        QTest.qWait(BETWEEN_KEYS_MS)
    return found


def percentile(times: list[float], share: float = 0.95) -> float:
    return sorted(times)[int(len(times) * share)]


def frame_ms(bare: list[tuple[float, float]]) -> float:
    """How long a key may be worked on: a frame, on a machine that does a bare table in a quarter of one."""
    return max(ONE_FRAME_MS, MOST_TIMES_BARE * percentile([worked for _, worked in bare]))
