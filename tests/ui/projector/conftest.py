"""A projector in a room, as people see it and staff work it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mixer_app.domain.chimes import Chime
from mixer_app.domain.evening import ActKind
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Introduction, Plan, QualityFigures
from mixer_app.services.evening import act_on_evening
from mixer_app.services.journal import latest_change
from mixer_app.services.planning import publish
from mixer_app.services.projector import change_projector
from mixer_app.services.wall_clock import moment_of
from mixer_app.store.plans import save_plan
from mixer_app.ui.background import Background
from mixer_app.ui.projector.place import ProjectorPlace
from mixer_app.ui.projector.tables import TablesShown
from mixer_app.ui.projector.window import ProjectorWindow

QUALITY = QualityFigures(
    meetings=1,
    fewest=0,
    kept=0,
    strong_mentees=0,
    discovery_mentees=0,
    total_score=0.5,
    optimal=False,
    bound_meetings=1,
    bound_score=1.0,
)


@dataclass
class Room:
    """A room with a projector and a control station; time goes by where a test says so."""

    qtbot: QtBot
    database: Any
    background: Background
    event: Event
    now: datetime
    window: ProjectorWindow | None = None
    chimes: list[Chime] = field(default_factory=list)
    opened: list[ProjectorWindow] = field(default_factory=list)

    def clock(self) -> datetime:
        return self.now

    def open(self, *, size: tuple[int, int] = (960, 540), part: int = 1, parts: int = 1) -> ProjectorWindow:
        """Open a projector, as after a start of the computer."""
        window = ProjectorWindow(
            database=self.database,
            background=self.background,
            event_id=self.event.id,
            place=ProjectorPlace(station="Projector 1", part=part, parts=parts),
            clock=self.clock,
        )
        self.qtbot.addWidget(window)
        self.opened.append(window)
        window.chimed.connect(self.chimes.append)
        window.resize(*size)
        with self.qtbot.waitExposed(window):
            window.open_on(full=False)
        with self.qtbot.waitActive(window):
            window.activateWindow()
        self.window = window
        self.settle()
        return window

    def settle(self) -> None:
        """Everything that was stored is on the screen."""
        window = self.window
        assert window is not None
        self.qtbot.waitUntil(lambda: not self.background.busy, timeout=10_000)
        reading = window.reading
        reading.watch.look()
        self.qtbot.waitUntil(
            lambda: reading.watch.known == self.database.read(latest_change) and not reading.reading, timeout=10_000
        )

    def pass_by(self, **amount: float) -> None:
        """Let time go by; the window's own timer then finds the other time."""
        self.now += timedelta(**amount)
        assert self.window is not None
        self.window.look_again()

    def act(self, kind: ActKind, round_number: int, seconds: int = 0) -> None:
        """What staff do at the control station."""
        self.database.write(
            act_on_evening, self.event.id, kind, round_number=round_number, seconds=seconds, station="Control",
            now=self.now,
        )  # fmt: skip
        if self.window is not None:
            self.settle()

    def choose(self, **chosen: Any) -> None:
        """What staff choose for the projectors."""
        self.database.write(change_projector, self.event.id, station="Control", now=self.now, **chosen)
        if self.window is not None:
            self.settle()

    def press(self, key: Any) -> None:
        """A key at the projector."""
        assert self.window is not None
        QTest.keyClick(self.window, key)
        self.settle()

    def plan(self, *seats: tuple[int, int, Attendee, Attendee], mentees: list[Attendee]) -> Plan:
        """Publish a plan of these seats: (round, table, mentor, mentee)."""
        made = self.database.write(
            save_plan, self.event.id, quality=QUALITY, rounds=5, now=self.now, station="Control",
            introductions=[
                Introduction(round=number, table=table, mentor_id=mentor.id, mentee_id=mentee.id, score=0.5)
                for number, table, mentor, mentee in seats
            ],
            mentee_ids=[one.id for one in mentees],
            mentor_ids=sorted({mentor.id for _, _, mentor, _ in seats}),
        )  # fmt: skip
        done = self.database.write(publish, made.id, station="Control", now=self.now)
        if self.window is not None:
            self.settle()
        return done

    @property
    def frame(self) -> Any:
        """What the room sees."""
        assert self.window is not None
        return self.window.view.frame

    @property
    def names(self) -> list[tuple[str, int | None]]:
        """The page that the room sees."""
        assert isinstance(self.frame, TablesShown)
        return [(line.label, line.table) for line in self.frame.pages[self.frame.page].lines]


@pytest.fixture
def room(qtbot: QtBot, database: Any, background: Background, event: Event, appearance: Any) -> Iterator[Room]:
    """The room of an event, eighteen minutes before it begins."""
    made = Room(qtbot, database, background, event, moment_of(event.starts_at - timedelta(minutes=18)))
    yield made
    for window in made.opened:
        window.close()


@pytest.fixture
def seated(room: Room, add: Callable[..., Attendee]) -> list[Attendee]:
    """Three mentees with two mentors, planned for two rounds and published."""
    ada, bo, cy = add("Ada Nnamdi"), add("Bo Li"), add("Cy Roe")
    mo, mi = add("Mo One", role="mentor"), add("Mi Two", role="mentor")
    seats = ((1, 1, mo, ada), (1, 2, mi, bo), (2, 1, mo, bo), (2, 2, mi, cy))
    room.plan(*seats, mentees=[ada, bo, cy])
    return [ada, bo, cy, mo, mi]
