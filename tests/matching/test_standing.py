from collections.abc import Callable

import numpy as np

from mixer_app.matching import PlanProblem
from mixer_app.matching.openings import openings_of
from mixer_app.matching.standing import Standing, highest_caps, standing_of_rounds

Build = Callable[..., PlanProblem]


def test_a_fairer_spread_stands_higher_than_more_of_anything_else() -> None:
    fair = Standing((3, 3, 0), 0, 0, 0, 0, -99)
    unfair = Standing((3, 2, 2), 9, 9, 9, 9, 0)
    assert fair > unfair


def test_figures_count_what_is_fixed_too(a_problem: Build) -> None:
    problem = a_problem(2, 2, 2, fixed=np.array([[0, 0, 0]]), scores=np.array([[0.9, 0.1], [0.2, 0.3]]))
    openings = openings_of(problem)
    standing = standing_of_rounds(openings, np.array([[-1, 1], [-1, 0]]))
    assert standing.spread == (2, 1)
    assert standing.strong == 1
    assert standing.points == 3_000
    assert standing.evenness == -5


def test_no_rank_can_exceed_its_cap(a_problem: Build) -> None:
    problem = a_problem(2, 2, 1, keep=np.array([[0], [0]]), scores=np.array([[0.9, 0.1], [0.2, 0.3]]))
    assert highest_caps(openings_of(problem)) == (2, 1, 0)
