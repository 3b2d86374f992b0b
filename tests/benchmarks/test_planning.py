"""How long planning takes beside round-by-round Hungarian, on the same evenings.

Run with: `pytest tests/benchmarks --benchmark-enable --benchmark-only`
"""

from typing import Any

import numpy as np
import pytest

from mixer_app.matching import PlanProblem, plan_rounds, verify

SIZES = [pytest.param(200, 50, 6, 1, id="250x6"), pytest.param(1000, 200, 8, 4, id="1200x8")]


def an_evening(mentees: int, mentors: int, rounds: int, seats: int) -> PlanProblem:
    """Everybody there all evening; some mentors fit almost everybody, as on real evenings."""
    dice = np.random.default_rng(1)
    popular = dice.beta(2, 3, mentors)
    scores = np.clip(0.6 * popular + 0.4 * dice.random((mentees, mentors)), 0, 1)
    return PlanProblem(
        scores=np.round(scores, 4),
        allowed=dice.random((mentees, mentors)) < 0.95,
        rounds=rounds,
        seats=np.full((mentors, rounds), seats),
        present=np.ones((mentees, rounds), bool),
    )


def round_by_round(problem: PlanProblem) -> np.ndarray[Any, Any]:
    """What peers do: the best assignment of each round, pairs that met left out."""
    from scipy.optimize import linear_sum_assignment

    seats = int(problem.seats[0, 0])
    worth = np.where(problem.allowed, problem.scores + 1, 0)
    mentor_of = np.full(problem.present.shape, -1)
    for in_round in range(problem.rounds):
        mentee, seat = linear_sum_assignment(np.repeat(worth, seats, axis=1), maximize=True)
        mentor = seat // seats
        fine = worth[mentee, mentor] > 0
        mentor_of[mentee[fine], in_round] = mentor[fine]
        worth[mentee[fine], mentor[fine]] = 0
    return mentor_of


@pytest.mark.parametrize(("mentees", "mentors", "rounds", "seats"), SIZES)
def test_planning_is_fair_and_proven(benchmark: Any, mentees: int, mentors: int, rounds: int, seats: int) -> None:
    problem = an_evening(mentees, mentors, rounds, seats)
    plan = benchmark.pedantic(plan_rounds, (problem,), rounds=3, warmup_rounds=1)
    assert plan.quality.optimal
    assert verify(problem, plan) == []
    benchmark.extra_info |= {"fewest": plan.quality.fewest, "score": round(plan.quality.total_score, 2)}


@pytest.mark.parametrize(("mentees", "mentors", "rounds", "seats"), SIZES)
def test_round_by_round_hungarian_as_peer(benchmark: Any, mentees: int, mentors: int, rounds: int, seats: int) -> None:
    problem = an_evening(mentees, mentors, rounds, seats)
    mentor_of = benchmark.pedantic(round_by_round, (problem,), rounds=3, warmup_rounds=1)
    met = (mentor_of >= 0).sum(axis=1)
    mentee, in_round = np.nonzero(mentor_of >= 0)
    score = problem.scores[mentee, mentor_of[mentee, in_round]].sum()
    benchmark.extra_info |= {"fewest": int(met.min()), "score": round(float(score), 2)}
    assert met.min() <= plan_rounds(problem).quality.fewest
