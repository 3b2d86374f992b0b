"""When rounds are, and who can sit through them."""

from datetime import UTC, date, datetime, time

import pytest

from mixer_app.domain.events import Event, Need


def _event(**more):
    given = {"id": 1, "created_at": datetime(2026, 1, 1, tzinfo=UTC), "name": "Mixer"}
    given |= {"starts_at": datetime(2026, 3, 5, 18, 30), "rounds": 4, "minutes": 10, "break_minutes": 2}
    return Event(**(given | more))


def test_rounds_follow_each_other_with_the_break_between():
    times = _event(rounds=3).round_times()
    assert [(one.number, one.starts_at.time(), one.ends_at.time()) for one in times] == [
        (1, time(18, 30), time(18, 40)),
        (2, time(18, 42), time(18, 52)),
        (3, time(18, 54), time(19, 4)),
    ]


def test_the_day_is_that_of_the_start():
    assert _event().date == date(2026, 3, 5)


@pytest.mark.parametrize(
    ("arrives", "leaves", "there"),
    [
        (None, None, (True, True, True, True)),
        (time(18, 30), time(19, 16), (True, True, True, True)),
        (time(18, 31), None, (False, True, True, True)),
        (None, time(18, 52), (True, True, False, False)),
        (time(18, 42), time(19, 0), (False, True, False, False)),
        (time(20, 0), None, (False, False, False, False)),
    ],
)
def test_someone_sits_through_the_rounds_between_arriving_and_leaving(arrives, leaves, there):
    assert _event().rounds_between(arrives, leaves) == there


def test_a_sensitive_need_is_known_in_any_case():
    event = _event(needs=(Need(name="Conflict", sensitive=True), Need(name="Relocation")))
    assert event.is_sensitive("conflict")
    assert not event.is_sensitive("Relocation")
    assert not event.is_sensitive("Something else")
