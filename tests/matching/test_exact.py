from collections.abc import Callable

import numpy as np

from mixer_app.matching import PlanProblem
from mixer_app.matching.exact import is_small, prove
from mixer_app.matching.openings import openings_of
from mixer_app.matching.pairs import Aims, choose_pairs
from mixer_app.matching.standing import standing_of_pairs

Build = Callable[..., PlanProblem]


def test_from_an_empty_plan_the_optimum_is_found_and_proven(a_problem: Build) -> None:
    openings = openings_of(a_problem(5, 3, 3, seats=2))
    pairs = choose_pairs(openings, Aims())
    best = standing_of_pairs(openings, pairs, kept=0)
    answer = prove(openings, np.zeros((0, 3), np.int64), best, timed=True, progress=None)
    assert answer.proven
    assert openings.points[answer.rows[:, 0], answer.rows[:, 1]].sum() == best.points


def test_a_large_evening_is_not_proven_this_way(a_problem: Build) -> None:
    openings = openings_of(a_problem(200, 50, 6))
    assert not is_small(openings, timed=True)
    assert not is_small(openings, timed=False)
