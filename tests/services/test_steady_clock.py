"""The clock goes on evenly while an evening is under way, whoever sets the laptop's clock, and after a restart."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest

from mixer_app.domain.evening import ActKind
from mixer_app.domain.events import Event
from mixer_app.services.evening import act_on_evening, evening_now
from mixer_app.services.journal import undo
from mixer_app.services.steady_clock import SteadyClock, keep_time, seconds_since_boot, this_boot

pytestmark = pytest.mark.database_file

HALF_A_SECOND = timedelta(seconds=0.5)


@dataclass
class Machine:
    """A laptop: a wall clock that can be set, and a count since it was switched on that cannot."""

    true: datetime
    boot: str = "this boot"
    set_by: timedelta = timedelta(0)
    count: float = 1000.0

    def wall(self) -> datetime:
        return self.true + self.set_by

    def pass_by(self, **amount: float) -> None:
        self.true += timedelta(**amount)
        self.count += timedelta(**amount).total_seconds()

    def station(self, database: Any) -> SteadyClock:
        """A station of this laptop that opens now."""
        clock = SteadyClock(self.wall, lambda: self.count, self.boot)
        keep_time(database, clock)
        return clock


@pytest.fixture
def laptop(now: datetime) -> Machine:
    return Machine(now)


@pytest.fixture
def act(database: Any, event: Event, introduce: Callable[..., Any], add: Callable[..., Any]) -> Callable[..., Any]:
    introduce((add("Mo One", role="mentor"), add("Ada Two")))

    def do(clock: SteadyClock, kind: ActKind = ActKind.START, *, round_number: int = 1) -> Any:
        done = database.write(
            act_on_evening, event.id, kind, round_number=round_number, station="Control", now=clock.now()
        )
        keep_time(database, clock)
        return done

    return do


def remaining(database: Any, event: Event, clock: SteadyClock) -> timedelta:
    return database.read(evening_now, event.id, now=clock.now()).remaining


def test_before_an_evening_it_is_the_wall_clock(database: Any, laptop: Machine) -> None:
    clock = laptop.station(database)
    laptop.set_by = timedelta(minutes=2)
    assert clock.now() == laptop.wall()
    assert not clock.steady


def test_setting_the_wall_clock_in_mid_round_changes_nothing_that_is_left(
    database: Any, event: Event, laptop: Machine, act: Callable[..., Any]
) -> None:
    control, projector = laptop.station(database), laptop.station(database)
    act(control)
    keep_time(database, projector)
    laptop.pass_by(minutes=4)
    laptop.set_by = timedelta(minutes=7)
    left = event.minutes * timedelta(minutes=1) - timedelta(minutes=4)
    for station in (control, projector):
        assert abs(remaining(database, event, station) - left) < HALF_A_SECOND
        assert station.shift() == timedelta(minutes=7)


def test_a_station_that_opens_anew_after_the_clock_was_set_agrees_with_the_others(
    database: Any, event: Event, laptop: Machine, act: Callable[..., Any]
) -> None:
    control = laptop.station(database)
    act(control)
    laptop.pass_by(minutes=3)
    laptop.set_by = timedelta(minutes=-11)
    laptop.pass_by(minutes=1)
    opened_anew, opened_late = laptop.station(database), laptop.station(database)
    for station in (opened_anew, opened_late):
        assert abs(remaining(database, event, station) - remaining(database, event, control)) < HALF_A_SECOND
        assert abs(remaining(database, event, station) - timedelta(minutes=event.minutes - 4)) < HALF_A_SECOND


def test_another_laptop_keeps_a_reckoning_of_its_own(
    database: Any, event: Event, laptop: Machine, act: Callable[..., Any], now: datetime
) -> None:
    other = Machine(now, boot="another boot", count=77.0)
    control, projector = laptop.station(database), other.station(database)
    act(control)
    keep_time(database, projector)
    for machine in (laptop, other):
        machine.pass_by(minutes=2)
    other.set_by = timedelta(minutes=5)
    opened_anew = other.station(database)
    for station in (projector, opened_anew):
        assert abs(remaining(database, event, station) - remaining(database, event, control)) < HALF_A_SECOND
    assert laptop.station(database).now() == control.now()


def test_a_clock_that_was_put_right_before_the_evening_counts_when_it_begins(
    database: Any, event: Event, laptop: Machine, act: Callable[..., Any], now: datetime
) -> None:
    """Somebody tried the start in the afternoon and took it back."""
    control = laptop.station(database)
    tried = act(control)
    database.write(undo, tried.entry_id, station="Control", now=control.now())
    keep_time(database, control)
    assert not control.steady
    laptop.pass_by(hours=2)
    laptop.set_by = timedelta(minutes=-2)
    act(control)
    assert control.now() == laptop.wall()
    assert remaining(database, event, control) == timedelta(minutes=event.minutes)
    assert laptop.station(database).now() == control.now()


def test_the_day_after_the_clock_is_the_wall_clock_again(
    database: Any, laptop: Machine, act: Callable[..., Any]
) -> None:
    control = laptop.station(database)
    act(control)
    laptop.pass_by(hours=13)
    laptop.set_by = timedelta(minutes=1)
    keep_time(database, control)
    assert control.now() == laptop.wall()


def test_where_the_system_has_no_name_for_its_start_a_station_is_steady_by_itself(
    database: Any, event: Event, laptop: Machine, act: Callable[..., Any]
) -> None:
    laptop.boot = ""
    control = laptop.station(database)
    act(control)
    laptop.pass_by(minutes=3)
    laptop.set_by = timedelta(minutes=4)
    keep_time(database, control)
    assert remaining(database, event, control) == timedelta(minutes=event.minutes - 3)


def test_this_machine_has_a_count_that_grows() -> None:
    first = seconds_since_boot()
    assert seconds_since_boot() >= first > 0
    assert this_boot() == this_boot()
