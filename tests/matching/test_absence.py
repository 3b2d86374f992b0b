from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from mixer_app.matching import PlanProblem, plan_rounds
from mixer_app.matching.absence import reason_without_mentee, reason_without_mentor

Build = Callable[..., PlanProblem]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"present": np.array([[False], [True]])}, "Is not here in any round"),
        ({"mentee_limit": np.array([0, 1])}, "Wishes for no introductions"),
        ({"seats": np.array([[0]])}, "No mentor has a seat"),
        ({"allowed": np.array([[False], [True]])}, "Nobody of the mentors who are here may meet them"),
        ({"scores": np.array([[0.1], [0.9]])}, "All seats are taken"),
    ],
)
def test_a_mentee_without_introductions_learns_why(a_problem: Build, changes: dict[str, Any], told: str) -> None:
    problem = a_problem(2, 1, 1, **changes)
    assert reason_without_mentee(problem, plan_rounds(problem), 0) == told


def test_free_seats_elsewhere_are_not_called_taken(a_problem: Build) -> None:
    problem = a_problem(2, 2, 1, allowed=np.array([[True, False], [True, False]]), scores=np.array([[0, 0], [1.0, 0]]))
    plan = plan_rounds(problem)
    assert reason_without_mentee(problem, plan, 0) == "All seats that would fit are taken"
    assert reason_without_mentee(problem, plan, 1) == ""


def test_a_mentor_open_only_when_the_mentee_is_away_is_told_as_such(a_problem: Build) -> None:
    problem = a_problem(1, 1, 2, seats=np.array([[1, 0]]), present=np.array([[False, True]]))
    plan = plan_rounds(problem)
    assert reason_without_mentee(problem, plan, 0) == "No mentor is free in the rounds in which they are here"
    assert reason_without_mentor(problem, plan, 0) == "No mentee is here in the rounds in which they host"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"seats": np.array([[0], [1]])}, "Rests or is away in every round"),
        ({"mentor_limit": np.array([0, 1])}, "Wishes for no introductions"),
        ({"present": np.array([[False]])}, "No mentee is here"),
        ({"allowed": np.array([[False, True]])}, "Nobody of the mentees who are here may meet them"),
        ({"scores": np.array([[0.1, 0.9]])}, "All mentees who would fit meet others"),
    ],
)
def test_a_mentor_without_introductions_learns_why(a_problem: Build, changes: dict[str, Any], told: str) -> None:
    problem = a_problem(1, 2, 1, **changes)
    plan = plan_rounds(problem)
    assert reason_without_mentor(problem, plan, 0) == told
