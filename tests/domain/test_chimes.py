"""Each turn chimes once, and none that passed while nobody listened."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.chimes import Bell, Chime
from mixer_app.domain.evening import ActKind, LiveAct, Schedule
from mixer_app.domain.evening_clock import evening_at

START = datetime(2026, 5, 14, 19, 0, tzinfo=UTC)
SCHEDULE = Schedule(rounds=2, round_s=600, break_s=120)
WHOLE_EVENING = [Chime.START, Chime.TWO_MINUTES, Chime.END, Chime.START, Chime.TWO_MINUTES, Chime.END]


def evening(after: float, *acts: LiveAct):
    first = LiveAct(kind=ActKind.START, at=START, round=1, schedule=SCHEDULE, id=1)
    return evening_at(SCHEDULE, [first, *acts], START + timedelta(seconds=after))


def heard(bell: Bell, *looks: float, acts: tuple[LiveAct, ...] = ()) -> list[Chime]:
    return [chime for after in looks for chime in bell.due(evening(after, *acts))]


@given(st.floats(0.01, 0.99))
def test_an_evening_that_is_watched_chimes_six_times(part):
    looks = [second + part for second in range(-5, 1400)]
    assert heard(Bell(), *looks, *looks[-3:]) == WHOLE_EVENING


def test_a_start_that_is_learned_of_a_second_later_chimes_all_the_same():
    bell = Bell()
    assert bell.due(evening_at(SCHEDULE, [], START + timedelta(seconds=0.8))) == []
    assert heard(bell, 1.1, 1.2) == [Chime.START]


def test_what_passed_while_it_was_closed_is_history():
    assert heard(Bell(), 1, 2, 3) == []
    assert heard(Bell(), 479, 490) == []
    bell = Bell()
    assert heard(bell, 100, 700) == []  # the machine slept
    assert heard(bell, 720.5, 721) == [Chime.START]


def test_two_minutes_that_are_won_back_are_told_again():
    bell = Bell()
    extended = LiveAct(kind=ActKind.EXTEND, at=START + timedelta(seconds=500), round=1, seconds=60, id=2)
    assert heard(bell, 470, 481) == [Chime.TWO_MINUTES]
    assert heard(bell, 501, 539, 541, acts=(extended,)) == [Chime.TWO_MINUTES]


def test_a_pause_is_silent():
    paused = LiveAct(kind=ActKind.PAUSE, at=START + timedelta(seconds=479.5), round=1, id=2)
    assert heard(Bell(), 479, 481, 500, 700, acts=(paused,)) == []
