"""What every test gets: no screen, no network, no user folder, and no stray error in the log."""

import gc
import logging
import os
import shutil
import sys
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, settings

from mixer_app.domain.events import Event, EventPlanning
from mixer_app.domain.people import Attendee, PersonName, Registration, Status
from mixer_app.domain.plans import Evidence, Introduction, Plan, QualityFigures
from mixer_app.domain.roles import Role
from tests.postgres import a_server, on_server

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Without bytecode each worker, and each process that a test starts, compiles everything anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# A busy machine is no failure: properties are judged by what is true, not by how long an example took.
# Fixtures that properties use give builders and folders, which an example leaves as they were.
settings.register_profile(
    "unhurried",
    settings(),
    max_examples=int(os.environ.get("MIXER_EXAMPLES", "20")),  # each run tries others; more before a release
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("unhurried")


MEMORY = Path("/dev/shm")  # noqa: S108  # where Linux keeps files in memory
ROOM_BYTES = 4 * 2**30
TOGETHER = ("tests/services/test_rehearsal.py",)
"""Files of tests that look at one thing which takes seconds to make: one worker makes it for all of them."""


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Where several workers share the tests, their files are in memory: each change waits for the disk otherwise."""
    if config.getoption("numprocesses", None) and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM_BYTES:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Each worker takes the next test when it has done one, and those of a file in `TOGETHER` at once."""
    from xdist.scheduler import LoadScopeScheduling

    class Scheduling(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = nodeid.partition("::")[0]
            return file if file in TOGETHER else nodeid

    return Scheduling(config, log)


@pytest.fixture(autouse=True, scope="module")
def _what_stays_is_no_garbage() -> None:
    """Set aside what is loaded: to look through it for garbage again and again is a fifth of all work."""
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """What is left at the end goes with the process: pytest would look through all of it five times."""
    gc.freeze()


@pytest.fixture(autouse=True, scope="session")
def _statements_are_compiled_once() -> None:
    """The SQL of a statement is worked out once for all databases, not anew for that of each test."""
    from sqlalchemy import Engine
    from sqlalchemy.dialects import registry
    from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
    from sqlalchemy.util import LRUCache

    compiled: Any = LRUCache(5000)

    class OneSqlite(SQLiteDialect_pysqlite):
        """As alike as the engines are, so that what was compiled for one serves the others."""

        supports_statement_cache = True

        def __eq__(self, other: object) -> bool:
            return isinstance(other, OneSqlite)

        def __hash__(self) -> int:
            return hash(OneSqlite)

        @classmethod
        def engine_created(cls, engine: Engine) -> None:
            engine.update_execution_options(compiled_cache=compiled)

    registry.impls["sqlite.pysqlite"] = lambda: OneSqlite


@pytest.fixture(autouse=True)
def _stray_log_errors_fail(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A logged warning or error that the test did not expect is a failure."""
    yield
    stray = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not stray, "\n".join(f"{record.levelname} {record.name}: {record.getMessage()}" for record in stray)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Generator[None, None, None]:
    """Qt deletes every window of a test when it ends, with all that is in it.

    A window left to Python's garbage collection goes at some later moment, in another test: Python
    empties the objects first, and Qt may still ask one of them how large it wants to be.
    """
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QEvent
        from PySide6.QtWidgets import QApplication

        for window in QApplication.topLevelWidgets():
            window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # pyright: ignore[reportArgumentType]


NOW = datetime(2026, 3, 5, 17, 0, tzinfo=UTC)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--engine postgresql`: the tests of services and store once more, on a private PostgreSQL."""
    parser.addoption("--engine", choices=("sqlite", "postgresql"), default="sqlite", help="what `database` is kept by")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On a server only what asks for a database is of interest, and is not about its file."""
    if config.getoption("engine") == "sqlite":
        return
    meant = [
        one
        for one in items
        if "database" in getattr(one, "fixturenames", ()) and one.get_closest_marker("database_file") is None
    ]
    config.hook.pytest_deselected(items=[one for one in items if one not in set(meant)])
    items[:] = meant


@pytest.fixture(scope="session")
def empty_database_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database without an event, to be copied: migrating takes longer than most tests."""
    from mixer_app.services.database import open_database

    path = tmp_path_factory.mktemp("empty") / "empty.db"
    open_database(str(path)).close()
    return path


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a private PostgreSQL that is made for this run, where PostgreSQL is installed."""
    with a_server() as (address, _):
        yield address


@pytest.fixture(scope="session")
def migrated_server_database(server: str) -> str:
    """The address of a migrated database on `server`; emptied before each test: quicker than a copy for each."""
    from mixer_app.services.database import open_database

    on_server(server, "CREATE DATABASE tests TEMPLATE template0")
    address = server.replace("/postgres", "/tests")
    open_database(address).close()
    return address


@pytest.fixture
def server_database(migrated_server_database: str) -> str:
    """The address of a database on `server` that holds nothing and that nobody else has open."""
    from sqlalchemy import delete

    from mixer_app.store.rows import Row

    others = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'tests' AND pid <> pg_backend_pid()"
    )
    numbers = "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false) FROM pg_sequences"
    emptied = [str(delete(table)) for table in Row.metadata.sorted_tables]
    begin = "BEGIN; SET LOCAL session_replication_role = replica"
    on_server(migrated_server_database, "; ".join([others, begin, *emptied, numbers, "COMMIT"]))
    return migrated_server_database


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    """An empty database of this test alone."""
    from mixer_app.services.database import open_database

    if request.config.getoption("engine") == "postgresql":
        request.getfixturevalue("monkeypatch").setenv("XDG_DATA_HOME", str(tmp_path / "data"))  # documents to print
        location = request.getfixturevalue("server_database")
    else:
        location = str(tmp_path / "mixer.db")
        shutil.copy(request.getfixturevalue("empty_database_file"), location)
    opened = open_database(location)
    yield opened
    opened.close()


@pytest.fixture
def now() -> datetime:
    """The moment at which everything in a test happens, unless it says otherwise."""
    return NOW


@pytest.fixture
def event(database: Any) -> Event:
    """An event of five rounds in `database`."""
    from mixer_app.services.events import create_event

    planning = EventPlanning(
        name="Physician mixer", starts_at=datetime(2026, 3, 5, 18, 30), topics=("Finance", "Leadership")
    )
    return database.write(create_event, planning, station="Test", now=NOW)


@pytest.fixture
def come_to_round(database: Any, event: Event, now: datetime) -> Callable[..., None]:
    """Let the clock of the evening stand in round `number`, or (`over`) in the break after it."""
    from mixer_app.domain.evening import ActKind, LiveAct
    from mixer_app.domain.evening_clock import schedule_of
    from mixer_app.store.live_acts import acts_of, add_act, set_undone

    def come(number: int, *, over: bool = False, to: Event = event) -> None:
        begun = now - (number - 1) * timedelta(minutes=to.minutes + to.break_minutes) - timedelta(seconds=1)
        if over:
            begun -= timedelta(minutes=to.minutes)
        start = LiveAct(kind=ActKind.START, at=begun, round=1, schedule=schedule_of(to))
        pause = LiveAct(kind=ActKind.PAUSE, at=now, round=number + over)
        for earlier in database.read(acts_of, to.id):
            database.write(set_undone, earlier.id, undone=True)
        for act in (start, pause)[: 1 if over and number == to.rounds else 2]:
            database.write(add_act, to.id, act, station="Control")

    return come


@pytest.fixture
def a_registration() -> Callable[..., Registration]:
    """Make a registration: `a_registration("Ann Smith", role="mentor", employer="City Hospital")`."""

    def build(name: str = "Ann Smith", /, *, role: str | None = "mentee", **said: Any) -> Registration:
        given, _, family = name.rpartition(" ")
        full = PersonName(full=name, given=given, family=family)
        return Registration(name=full, role=Role(role) if role else None, **said)

    return build


@pytest.fixture
def an_attendee(a_registration: Callable[..., Registration]) -> Callable[..., Attendee]:
    """Make an attendee that is in no database: `an_attendee("Ann Smith", role="mentor")`."""
    numbers = count(1)
    dice = Random(7)

    def build(name: str = "Ann Smith", /, *, role: str = "mentee", **said: Any) -> Attendee:
        from mixer_app.domain.badge_code import new_badge_code

        number = next(numbers)
        registration = a_registration(name, role=role)
        values: dict[str, Any] = {
            "id": number,
            "person_id": number,
            "event_id": 1,
            "code": new_badge_code(dice),
            "status": Status.REGISTERED,
            "updated_at": NOW,
            "name": registration.name,
            "role": registration.role,
        }
        return Attendee(**(values | said))

    return build


@pytest.fixture
def add(database: Any, event: Event, a_registration: Callable[..., Registration]) -> Callable[..., Attendee]:
    """Register someone for `event` in `database`: `add("Ann Smith", role="mentor")`."""
    from mixer_app.services.people import add_attendee

    dice = Random(11)

    def build(name: str = "Ann Smith", /, *, walk_in: bool = False, to: Event = event, **said: Any) -> Attendee:
        registration = a_registration(name, **said)
        return database.write(add_attendee, to.id, registration, station="Test", now=NOW, dice=dice, walk_in=walk_in)

    return build


@pytest.fixture(scope="session")
def set_quick_pin() -> Callable[..., None]:
    """Keep a PIN in a database: `set_quick_pin(database, "2468")`, or the helpers': `…, key="helper pin")`.

    A hash tells what it costs to try it. That of `set_pin` costs a tenth of a second at each PIN that is typed;
    its own tests and those of Settings pay that.
    """
    from argon2 import PasswordHasher

    from mixer_app.store.settings import write_settings

    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)

    def keep(database: Any, pin: str, key: str = "staff pin") -> None:
        database.write(write_settings, None, {key: {"hash": hasher.hash(pin)}})

    return keep


QUALITY = QualityFigures(
    meetings=2,
    fewest=1,
    kept=0,
    strong_mentees=1,
    discovery_mentees=0,
    total_score=1.25,
    optimal=True,
    bound_meetings=2,
    bound_score=1.25,
)


@pytest.fixture(scope="session")
def planned_again() -> Callable[..., Any]:
    """Set a `PlanProblem` anew as the application does while a plan is under way: `planned_again(problem, old, past)`.

    `old` is (mentees, rounds); its rounds before `past` are fixed and closed, the others are to stay close to.
    """

    def build(problem: Any, old: Any, past: int) -> Any:
        mentee, in_round = np.nonzero(old[:, :past] >= 0)
        mentor = old[mentee, in_round]
        allowed, present, seats = problem.allowed.copy(), problem.present.copy(), problem.seats.copy()
        allowed[mentee, mentor] = True
        present[:, :past] = old[:, :past] >= 0
        seats[:, :past] = 0
        np.add.at(seats, (mentor, in_round), 1)
        fixed = np.column_stack([mentee, mentor, in_round])
        return replace(problem, allowed=allowed, present=present, seats=seats, fixed=fixed, keep=old)

    return build


@pytest.fixture
def introduce(database: Any, event: Event, now: Any) -> Callable[..., Plan]:
    """Store a plan in which these pairs (mentor, mentee) meet, one round after the other at table 1."""
    from mixer_app.store.plans import save_plan

    def build(*pairs: tuple[Attendee, Attendee], of: Event = event, took_place: bool | None = None) -> Plan:
        introductions = [
            Introduction(
                round=number,
                table=1,
                mentor_id=mentor.id,
                mentee_id=mentee.id,
                score=0.625,
                evidence=(Evidence("needs", 0.3, 1.0, "Went through relocation", True),),
                took_place=took_place,
            )
            for number, (mentor, mentee) in enumerate(pairs, start=1)
        ]
        return database.write(
            save_plan,
            of.id,
            introductions=introductions,
            quality=QUALITY,
            without=(),
            rounds=5,
            mentee_ids=sorted({mentee.id for _, mentee in pairs}),
            mentor_ids=sorted({mentor.id for mentor, _ in pairs}),
            now=now,
            station="Control",
        )

    return build
