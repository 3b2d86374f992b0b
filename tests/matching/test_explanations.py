"""Why a plan is as it is, told from heads and seats, and never from who is kept apart."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.matching import Cancelled, PlanProblem, RoundPlan, plan_rounds
from mixer_app.matching.explanations import (
    NOT_LEFT,
    blocking_pairs,
    effect_of_more_mentors,
    under_average,
    why_free,
    why_without,
)

Build = Callable[..., PlanProblem]


def a_plan(problem: PlanProblem, rows: list[list[int]]) -> RoundPlan:
    return RoundPlan(np.array(rows), plan_rounds(problem).quality)


@pytest.mark.parametrize(
    ("rows", "changes", "told"),
    [
        ([[0, 1]], {}, ""),
        ([[-1, 0]], {"present": np.array([[False, True]])}, "Is not here in this round"),
        ([[-1, 0]], {"mentee_limit": np.array([1])}, "Has the one introduction that they asked for"),
        ([[-1, 0]], {"seats": np.array([[0, 1], [0, 1]])}, "No mentor has a table in this round"),
        ([[-1, 1]], {"seats": np.array([[0, 1], [1, 1]])}, "Meets every mentor of this round in another one"),
        ([[-1, -1]], {"allowed": np.zeros((1, 2), bool)}, NOT_LEFT),
        ([[-1, -1]], {}, "A seat is open: place them"),
    ],
)
def test_every_free_round_has_its_reason(
    a_problem: Build, rows: list[list[int]], changes: dict[str, object], told: str
) -> None:
    problem = a_problem(1, 2, 2, **changes)
    assert why_free(problem, a_plan(problem, rows), 0, 0) == told


def test_full_mentors_are_told_without_their_number(a_problem: Build) -> None:
    problem = a_problem(3, 2, 1)
    assert why_free(problem, a_plan(problem, [[0], [1], [-1]]), 2, 0) == "All mentors who would fit are full"


@pytest.mark.parametrize(
    ("rows", "free", "fewer"),
    [
        ([[-1], [0]], NOT_LEFT, None),
        ([[-1], [0], [1]], "All mentors who would fit are full", None),
        ([[-1, -1], [0, 1], [1, 0]], "All mentors who would fit are full", "All other mentors who would fit are full"),
    ],
)
def test_who_is_kept_apart_reads_the_same_as_who_is_not_paired(
    a_problem: Build, rows: list[list[int]], free: str, fewer: str | None
) -> None:
    """A seat beside somebody whom the first mentee avoids is seen to be empty, and nothing says why."""
    mentors = max(map(max, rows)) + 1
    seats = np.full((mentors, len(rows[0])), 1)
    seats[0] = 2
    wary = a_problem(len(rows), mentors, len(rows[0]), seats=seats)
    wary = replace(wary, apart=np.array([[0, other] for other in range(1, len(rows))]))
    allowed = wary.allowed.copy()
    allowed[0, 0] = False
    ordinary = replace(wary, allowed=allowed, apart=None)
    for problem in (ordinary, wary):
        plan = a_plan(ordinary, rows)
        assert why_free(problem, plan, 0, 0) == why_without(problem, plan, 0) == free
        assert dict(under_average(problem, plan)).get(0) == fewer


@pytest.mark.parametrize(
    ("rows", "changes", "told"),
    [
        ([[0, -1]], {}, ""),
        ([[-1, -1]], {"mentee_limit": np.array([0])}, "Asked for no introductions"),
        ([[-1, -1]], {"allowed": np.zeros((1, 2), bool)}, NOT_LEFT),
        ([[-1, -1]], {"seats": np.zeros((2, 2), np.int64)}, "No mentor has a table in the rounds left for them"),
        ([[-1, -1]], {}, "A seat is open: place them"),
    ],
)
def test_who_has_no_introduction_at_all_is_told_why(
    a_problem: Build, rows: list[list[int]], changes: dict[str, object], told: str
) -> None:
    problem = a_problem(1, 2, 2, **changes)
    assert why_without(problem, a_plan(problem, rows), 0) == told


def test_who_meets_fewer_after_a_seat_was_freed_hears_that_it_is_open(a_problem: Build) -> None:
    problem = a_problem(4, 4, 3)
    plan = plan_rounds(problem)
    plan.mentor_of[0, 1:] = -1
    assert dict(under_average(problem, plan))[0] == "A seat is open in round 2: place them"


def test_people_under_the_average_are_listed_with_a_reason(a_problem: Build) -> None:
    present = np.ones((4, 3), bool)
    present[0, 1:] = False
    problem = a_problem(4, 4, 3, present=present, mentee_limit=np.array([9, 1, 9, 9]))
    told = dict(under_average(problem, plan_rounds(problem)))
    assert told == {0: "Is here for 1 of 3 rounds, and has a seat in each", 1: "Asked for no more than 1"}


@given(st.integers(0, 100_000))
def test_blocking_pairs_are_those_that_trying_every_seat_finds(seed: int) -> None:
    dice = np.random.default_rng(seed)
    mentees, mentors, rounds = (int(size) for size in dice.integers(1, 6, 3))
    problem = PlanProblem(
        scores=np.round(dice.random((mentees, mentors)), 4),
        allowed=dice.random((mentees, mentors)) < 0.8,
        rounds=rounds,
        seats=dice.integers(0, 3, (mentors, rounds)),
        present=dice.random((mentees, rounds)) < 0.8,
    )
    plan = plan_rounds(problem)
    keep = dice.random(plan.mentor_of.shape) < 0.7  # leave some seats open
    plan = RoundPlan(np.where(keep, plan.mentor_of, -1), plan.quality)
    told = {(one.mentee, one.mentor): one.gain for one in blocking_pairs(problem, plan)}
    assert told == pytest.approx(_by_trying(problem, plan.mentor_of))
    gains = list(told.values())
    assert gains == sorted(gains, reverse=True)


def _by_trying(problem: PlanProblem, rows: np.ndarray) -> dict[tuple[int, int], float]:
    found: dict[tuple[int, int], float] = {}
    for i, j, r in product(*(range(size) for size in (*problem.scores.shape, problem.rounds))):
        if not problem.allowed[i, j] or j in rows[i] or not problem.present[i, r] or not problem.seats[j, r]:
            continue
        mine = problem.scores[i, rows[i, r]] if rows[i, r] >= 0 else 0.0
        guests = np.flatnonzero(rows[:, r] == j)
        theirs = 0.0 if len(guests) < problem.seats[j, r] else problem.scores[guests, j].min()
        gain = problem.scores[i, j] - max(mine, theirs)
        if gain > 1e-9:
            found[i, j] = max(found.get((i, j), 0.0), round(gain, 6))
    return found


def test_a_locked_seat_is_nobodys_to_give_up(a_problem: Build) -> None:
    problem = a_problem(2, 1, 1, scores=np.array([[0.1], [0.9]]))
    plan = a_plan(problem, [[0], [-1]])
    assert [(one.mentee, one.gain) for one in blocking_pairs(problem, plan)] == [(1, 0.8)]
    assert blocking_pairs(replace(problem, fixed=np.array([[0, 0, 0]])), plan) == ()


def test_more_mentors_of_a_kind_lift_those_who_waited_for_them(a_problem: Build) -> None:
    scores = np.full((6, 2), 0.2)
    scores[:4, 0] = 0.9  # four want what only the first mentor offers
    problem = a_problem(6, 2, 1, seats=2, scores=scores)
    effect = effect_of_more_mentors(problem, np.array([True, False]), mentors=1)
    assert effect is not None
    assert effect.proven
    assert effect.meetings == 2
    assert effect.lifted == 2


def test_asking_what_more_mentors_bring_can_be_cancelled(a_problem: Build) -> None:
    problem = a_problem(4, 2, 2)
    with pytest.raises(Cancelled):
        effect_of_more_mentors(problem, np.array([True, False]), progress=lambda *_: False)
    assert effect_of_more_mentors(problem, np.array([False, False])) is None
