"""Open seats are given away without moving anybody."""

from collections.abc import Callable

import numpy as np

from mixer_app.matching import PlanProblem
from mixer_app.matching.filling import filled_up
from mixer_app.matching.openings import openings_of

Build = Callable[..., PlanProblem]


def test_the_one_with_the_fewest_meetings_comes_first_and_nobody_moves(a_problem: Build) -> None:
    problem = a_problem(2, 2, 2, seats=np.array([[1, 1], [0, 0]]))
    start = np.array([[0, -1], [-1, -1]])
    assert filled_up(openings_of(problem), start).tolist() == [[0, -1], [-1, 0]]


def test_the_best_fit_is_chosen(a_problem: Build) -> None:
    problem = a_problem(1, 3, 1, scores=np.array([[0.2, 0.9, 0.5]]))
    assert filled_up(openings_of(problem), np.array([[-1]])).tolist() == [[1]]


def test_people_to_be_apart_never_share_a_table(a_problem: Build) -> None:
    problem = a_problem(2, 1, 1, seats=2, apart=np.array([[0, 1]]))
    assert (filled_up(openings_of(problem), np.array([[-1], [-1]])) >= 0).sum() == 1
