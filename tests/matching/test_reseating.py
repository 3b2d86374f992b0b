"""Seating again: close to the old plan, and as fair as can be."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mixer_app.matching import PlanProblem, plan_rounds, reseating, verify
from mixer_app.matching.openings import openings_of
from mixer_app.matching.reseating import reseat, simple_bounds

Build = Callable[..., PlanProblem]


def test_nobody_moves_when_nothing_has_changed(a_problem: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = a_problem(20, 5, 4, seats=2)
    old = plan_rounds(problem).mentor_of
    monkeypatch.setattr(reseating, "_SMALL", -1)
    again = reseat(replace(problem, keep=old))
    assert np.array_equal(again.mentor_of, old)


@settings(max_examples=40)
@given(st.integers(0, 10_000))
def test_what_counting_proves_is_never_exceeded(seed: int) -> None:
    dice = np.random.default_rng(seed)
    mentees, mentors, rounds = (int(size) for size in dice.integers(1, 9, 3))
    problem = PlanProblem(
        scores=np.round(dice.random((mentees, mentors)), 4),
        allowed=dice.random((mentees, mentors)) < 0.7,
        rounds=rounds,
        seats=dice.integers(0, 3, (mentors, rounds)),
        present=dice.random((mentees, rounds)) < 0.8,
    )
    bounds, plan = simple_bounds(openings_of(problem)), plan_rounds(problem)
    assert bounds.meetings >= plan.quality.meetings
    assert bounds.points >= round(plan.quality.total_score * 10_000)


def test_people_who_are_both_never_sit_at_two_tables(a_problem: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reseating, "_SMALL", -1)
    problem = a_problem(8, 4, 3, seats=2, same_person=np.array([[0, 0], [1, 1]]))
    old = plan_rounds(problem).mentor_of
    seats = problem.seats.copy()
    seats[2, 1:] = 0
    changed = replace(problem, seats=seats, keep=old, apart=np.array([[2, 3], [4, 5]]))
    assert verify(changed, reseat(changed)) == []
