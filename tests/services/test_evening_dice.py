"""Dice decide who stays away, comes late and leaves early; what people said, and who is here, binds them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee, Status
from mixer_app.services.evening_dice import Attendance, EveningRates, draw_attendance
from mixer_app.services.plan_inputs import PlanInputs

EVENT = Event(
    id=1, created_at=datetime(2026, 3, 1, tzinfo=UTC), name="Mixer", starts_at=datetime(2026, 3, 5, 18, 30), rounds=4
)  # rounds begin at 18:30, 18:42, 18:54 and 19:06
CERTAIN = EveningRates(no_show=0, late=0, leave_early=0)
Draw = Callable[..., Attendance]


@pytest.fixture
def draw() -> Draw:
    """Draw one evening: `draw(people, late=1.0, past=2, seed=7)`."""

    def drawn(people: list[Attendee], *, past: int = 0, seed: int = 0, **rates: float) -> Attendance:
        inputs = PlanInputs(
            event=EVENT,
            attendees=tuple(people),
            wishes=frozenset(),
            apart=frozenset(),
            met=frozenset(),
            meet_again=frozenset(),
            latest=None,
            past=past,
            tables={},
            everyone=True,
        )
        return draw_attendance(inputs, replace(CERTAIN, **rates), Random(seed))

    return drawn


def test_without_dice_everybody_is_there_in_every_round_to_come(draw: Draw, an_attendee: Any) -> None:
    ann, bob = an_attendee("Ann"), an_attendee("Bob", role="mentor")
    assert draw([ann, bob], past=1) == {ann.id: (False, True, True, True), bob.id: (False, True, True, True)}


def test_who_is_here_comes_however_many_stay_away_or_are_late(draw: Draw, an_attendee: Any) -> None:
    here, expected = an_attendee("Ann", status=Status.CHECKED_IN), an_attendee("Bob")
    drawn = draw([here, expected], no_show=1.0, late=1.0)
    assert drawn[here.id] == (True,) * 4
    assert not any(drawn[expected.id])


def test_who_has_left_or_cancelled_stays_away(draw: Draw, an_attendee: Any) -> None:
    gone = an_attendee("Ann", status=Status.LEFT)
    assert not any(draw([gone])[gone.id])


def test_who_announced_when_they_come_and_go_keeps_to_it(draw: Draw, an_attendee: Any) -> None:
    told = an_attendee("Ann", arrives=time(18, 40), leaves=time(19, 5))
    assert draw([told], late=1.0, leave_early=1.0)[told.id] == (False, True, True, False)


@given(seed=st.integers(0, 10_000), past=st.integers(0, 3))
def test_who_is_late_misses_the_first_round_and_stays_to_the_end(
    draw: Draw, an_attendee: Any, seed: int, past: int
) -> None:
    late = an_attendee("Ann")
    there = draw([late], late=1.0, past=past, seed=seed)[late.id]
    assert not any(there[: past + 1])
    assert any(there) is (past < 3)
    assert there[3] is (past < 3)
    assert sum(a != b for a, b in pairwise(there)) <= 1


@given(seed=st.integers(0, 10_000), late=st.sampled_from([0.0, 1.0]))
def test_who_leaves_early_was_there_for_a_round(draw: Draw, an_attendee: Any, seed: int, late: float) -> None:
    person = an_attendee("Ann")
    there = draw([person], late=late, leave_early=1.0, seed=seed)[person.id]
    assert any(there)
    assert not there[3] or sum(there) == 1  # of one round nothing is left to miss


@given(seed=st.integers(0, 10_000), fewer=st.floats(0, 1), more=st.floats(0, 1))
def test_more_no_shows_never_bring_anybody(draw: Draw, an_attendee: Any, seed: int, fewer: float, more: float) -> None:
    people = [an_attendee(name) for name in "ABCDEFGH"]
    low, high = sorted((fewer, more))
    many = draw(people, no_show=low, late=0.3, seed=seed)
    few = draw(people, no_show=high, late=0.3, seed=seed)
    assert all(few[one.id] == many[one.id] or not any(few[one.id]) for one in people)


def test_about_as_many_stay_away_as_the_rate_says(draw: Draw, an_attendee: Any) -> None:
    people = [an_attendee("Ann") for _ in range(400)]
    away = sum(not any(there) for there in draw(people, no_show=0.25, seed=3).values())
    assert 70 <= away <= 130


def test_the_same_seed_draws_the_same_evening(draw: Draw, an_attendee: Any) -> None:
    people = [an_attendee(name) for name in "ABCDEFGH"]
    rates = {"no_show": 0.3, "late": 0.3, "leave_early": 0.3}
    assert draw(people, seed=5, **rates) == draw(people[::-1], seed=5, **rates)
    assert len({tuple(draw(people, seed=seed, **rates).values()) for seed in range(5)}) > 1
