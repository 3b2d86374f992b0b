"""Guests are spread over the rounds without another pair meeting or anything forbidden."""

from collections.abc import Callable

import numpy as np
import pytest

from mixer_app.matching import PlanProblem, plan_rounds, verify
from mixer_app.matching.bounds import Bounds
from mixer_app.matching.levelling import levelled
from mixer_app.matching.openings import openings_of
from mixer_app.matching.problem import FREE, RoundPlan
from mixer_app.matching.quality import quality_of

Build = Callable[..., PlanProblem]


def unevenness(mentor_of: np.ndarray, mentors: int) -> int:
    """The sum of squares of all guests at all tables."""
    return sum(int(((mentor_of == mentor).sum(axis=0) ** 2).sum()) for mentor in range(mentors))


def test_two_rounds_are_levelled_for_all_mentors_at_once(a_problem: Build) -> None:
    openings = openings_of(a_problem(8, 2, 2, seats=8))
    uneven = np.array([[0, 1]] * 8)  # mentor 0 has everybody first, mentor 1 everybody then
    even = levelled(openings, uneven)
    assert [int((even == 0).sum(axis=0)[r]) for r in range(2)] == [4, 4]
    assert [sorted(row) for row in even.tolist()] == [[0, 1]] * 8


@pytest.mark.parametrize("seed", range(8))
def test_nothing_becomes_less_even_and_no_rule_is_broken(a_problem: Build, seed: int) -> None:
    dice = np.random.default_rng(seed)
    problem = a_problem(
        24,
        6,
        5,
        seed=seed,
        present=dice.random((24, 5)) < 0.85,
        seats=dice.integers(0, 7, (6, 5)),
        apart=np.array([[0, 1], [2, 3]]),
        same_person=np.array([[0, 0], [5, 1]]),
        keep=dice.integers(-1, 6, (24, 5)) if seed % 2 else None,
    )
    before = plan_rounds(problem, time_limit=0).mentor_of
    after = levelled(openings_of(problem), before)
    assert unevenness(after, 6) <= unevenness(before, 6)
    assert [sorted(row) for row in after.tolist()] == [sorted(row) for row in before.tolist()]
    plan = RoundPlan(after, quality_of(problem, after, Bounds(False, 10**6, 10**9)))
    assert verify(problem, plan) == []


def test_a_free_round_is_a_place_to_move_to(a_problem: Build) -> None:
    openings = openings_of(a_problem(4, 1, 2, seats=4))
    even = levelled(openings, np.array([[0, FREE]] * 4))
    assert [int((even == 0).sum(axis=0)[r]) for r in range(2)] == [2, 2]
