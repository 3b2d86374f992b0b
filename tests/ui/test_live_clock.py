"""The clock of the evening in a window: reckoned, never counted, the same for whoever looks."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Any

import pytest
from PySide6.QtCore import QObject, QSettings
from pytestqt.qtbot import QtBot

from mixer_app.domain.evening import ActKind, Phase
from mixer_app.domain.events import Event
from mixer_app.domain.projector_frames import digits_of, seconds_shown
from mixer_app.services.evening import ROUND_BEGAN, ROUND_ENDED, act_on_evening
from mixer_app.services.evening_facts import EveningFacts, evening_facts
from mixer_app.services.journal import activity
from mixer_app.services.steady_clock import SteadyClock
from mixer_app.store.plans import latest_plan
from mixer_app.ui.live_clock import LiveClock

SEVEN = datetime(2026, 3, 5, 19, 0, tzinfo=UTC)


class Time:
    """A wall clock that can be set, and a count that cannot."""

    def __init__(self) -> None:
        self.wall, self.count = SEVEN, 1000.0

    def go(self, **span: float) -> None:
        """Let time pass."""
        self.wall += timedelta(**span)
        self.count += timedelta(**span).total_seconds()


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def steady(time: Time) -> SteadyClock:
    return SteadyClock(wall=lambda: time.wall, counter=lambda: time.count, boot="this boot")


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def a_clock(
    database: Any, background: Any, steady: SteadyClock, settings: QSettings, event: Event, qtbot: QtBot
) -> Iterator[Callable[[], LiveClock]]:
    """Open a clock on the event, as a window does: `a_clock()`."""
    owner = QObject()

    def build() -> LiveClock:
        made = LiveClock(
            database=database, background=background, station="Control", clock=steady.now,
            steady=steady, settings=settings, parent=owner,
        )  # fmt: skip
        made.use_event(event.id)
        qtbot.waitUntil(lambda: made.evening is not None)
        return made

    yield build
    for clock in owner.findChildren(LiveClock):
        clock._timer.stop()
    owner.deleteLater()


@pytest.fixture
def started(database: Any, event: Event, introduce: Any, add: Any, steady: SteadyClock) -> Event:
    """Round 1 has begun."""
    introduce((add("Ann Mentor", role="mentor"), add("Bo Mentee")))
    database.write(steady.set_down)
    database.write(act_on_evening, event.id, ActKind.START, round_number=1, station="Control", now=steady.now())
    return event


def left(clock: LiveClock) -> str:
    clock.tick()
    assert clock.evening is not None
    return digits_of(seconds_shown(clock.evening))


def whats(database: Any, event: Event) -> list[str]:
    return [entry.what for entry in database.read(activity, event.id)]


def test_it_shows_what_time_has_made_of_what_is_stored(
    a_clock: Callable[[], LiveClock], started: Event, time: Time
) -> None:
    clock = a_clock()
    assert left(clock) == "10:00"
    time.go(minutes=4, seconds=12)
    assert left(clock) == "05:48"
    assert left(a_clock()) == left(clock)


def test_setting_the_laptop_s_clock_changes_nothing_but_is_told(
    a_clock: Callable[[], LiveClock], started: Event, time: Time
) -> None:
    clock = a_clock()
    time.go(minutes=1)
    time.wall += timedelta(hours=1)
    assert left(clock) == "09:00"
    assert clock.set_by == timedelta(hours=1)
    assert clock.evening is not None
    shown = clock.on_the_wall(clock.evening.at)
    assert shown == time.wall.astimezone().replace(tzinfo=None)


def test_a_clock_that_is_a_second_off_is_not_worth_a_word(
    a_clock: Callable[[], LiveClock], started: Event, time: Time
) -> None:
    clock = a_clock()
    time.wall += timedelta(seconds=1)
    clock.tick()
    assert clock.set_by == timedelta(0)


def test_rounds_that_come_and_go_by_themselves_are_noted_once(
    a_clock: Callable[[], LiveClock], started: Event, database: Any, time: Time, qtbot: QtBot
) -> None:
    clock, other = a_clock(), a_clock()
    time.go(minutes=13)

    def both_noted() -> bool:
        clock.tick()  # what cannot be noted at one tick is at the next
        other.tick()
        return len(clock._noted) == 3 and len(other._noted) == 3

    qtbot.waitUntil(both_noted)
    found = whats(database, started)
    assert (found.count(ROUND_BEGAN), found.count(ROUND_ENDED)) == (2, 1)


def test_a_turn_is_told_and_so_is_what_somebody_does(
    a_clock: Callable[[], LiveClock], started: Event, database: Any, time: Time, steady: SteadyClock, qtbot: QtBot
) -> None:
    clock = a_clock()
    turns: list[Phase] = []
    clock.turned.connect(lambda evening: turns.append(evening.phase))
    time.go(seconds=5)
    clock.tick()
    assert turns == []
    time.go(minutes=10)
    clock.tick()
    assert turns == [Phase.BREAK]
    database.write(act_on_evening, started.id, ActKind.PAUSE, round_number=2, station="Desk 2", now=steady.now())
    clock.look()
    qtbot.waitUntil(lambda: len(turns) == 2)
    assert clock.evening is not None
    assert clock.evening.paused


def test_what_was_read_first_never_comes_last(
    a_clock: Callable[[], LiveClock], started: Event, database: Any, steady: SteadyClock, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    clock = a_clock()
    reads, first_may_end = [], Lock()

    def slow_at_first(session: Any, event_id: int) -> EveningFacts:
        facts = evening_facts(session, event_id)
        reads.append(facts)
        if len(reads) == 1:
            with first_may_end:
                return facts
        return facts

    monkeypatch.setattr("mixer_app.services.evening_facts.evening_facts", slow_at_first)
    with first_may_end:
        clock.look()
        qtbot.waitUntil(lambda: len(reads) == 1)
        database.write(act_on_evening, started.id, ActKind.PAUSE, round_number=1, station="Desk 2", now=steady.now())
        for _ in range(3):
            clock.look()
        qtbot.wait(100)
    qtbot.waitUntil(lambda: clock.evening is not None and clock.evening.paused)
    qtbot.wait(100)
    assert clock.evening is not None
    assert clock.evening.paused
    assert len(reads) == 2


def test_it_ticks_when_the_seconds_change(
    a_clock: Callable[[], LiveClock], started: Event, time: Time, qtbot: QtBot
) -> None:
    clock = a_clock()
    time.go(seconds=2.25)
    with qtbot.waitSignal(clock.ticked):
        clock.start()
    clock.tick()
    assert clock._timer.interval() == 750
    clock.stop()
    assert not clock._timer.isActive()


def test_a_window_that_went_in_mid_evening_knows_it_when_it_is_opened_anew(
    a_clock: Callable[[], LiveClock], started: Event, time: Time, steady: SteadyClock
) -> None:
    first = a_clock()
    assert first.came_back_at is None
    time.go(minutes=3)
    assert a_clock().came_back_at == steady.now()


def test_a_window_that_was_closed_says_nothing_when_it_is_opened_again(
    a_clock: Callable[[], LiveClock], started: Event, time: Time
) -> None:
    a_clock().stop()
    time.go(minutes=3)
    assert a_clock().came_back_at is None


def test_after_the_evening_there_is_nothing_to_come_back_to(
    a_clock: Callable[[], LiveClock], started: Event, time: Time, database: Any
) -> None:
    clock = a_clock()
    time.go(hours=3)
    clock.tick()
    assert clock.evening is not None
    assert clock.evening.phase is Phase.OVER
    assert a_clock().came_back_at is None
    assert database.read(latest_plan, started.id) is not None


def test_an_event_that_has_not_begun_writes_nothing(
    a_clock: Callable[[], LiveClock], event: Event, database: Any, time: Time
) -> None:
    before = whats(database, event)
    clock = a_clock()
    time.go(hours=1)
    clock.tick()
    assert whats(database, event) == before
