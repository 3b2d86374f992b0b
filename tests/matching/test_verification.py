from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from mixer_app.matching import PlanProblem, RoundPlan, plan_rounds, verify

Build = Callable[..., PlanProblem]


def test_a_sound_plan_has_nothing_to_tell(a_problem: Build) -> None:
    problem = a_problem(8, 3, 3, seats=2)
    assert verify(problem, plan_rounds(problem)) == []


@pytest.mark.parametrize(
    ("rows", "changes", "told"),
    [
        ([[0, 0], [-1, -1]], {}, "a second time"),
        ([[0, -1], [0, -1]], {}, "2 mentees for 1 seats"),
        ([[0, -1], [-1, -1]], {"allowed": np.zeros((2, 2), bool)}, "not allowed"),
        ([[0, -1], [-1, -1]], {"present": np.zeros((2, 2), bool)}, "not present"),
        ([[0, -1], [-1, -1]], {"same_person": np.array([[0, 0]])}, "one person"),
        ([[1, -1], [0, -1]], {"same_person": np.array([[0, 0]])}, "both are seated"),
        ([[0, -1], [0, -1]], {"apart": np.array([[0, 1]]), "seats": np.full((2, 2), 2)}, "to be apart"),
        ([[0, 1], [-1, -1]], {"mentee_limit": np.array([1, 1])}, "Mentee 0: 2 introductions"),
        ([[0, -1], [-1, 0]], {"mentor_limit": np.array([1, 1])}, "Mentor 0: 2 introductions"),
        ([[-1, -1], [-1, -1]], {"fixed": np.array([[0, 0, 0]])}, "is fixed"),
        ([[7, -1], [-1, -1]], {}, "no mentor 7"),
    ],
)
def test_each_broken_rule_is_told(
    a_problem: Build, rows: list[list[int]], changes: dict[str, object], told: str
) -> None:
    problem = a_problem(2, 2, 2, **changes)
    plan = RoundPlan(np.array(rows), plan_rounds(a_problem(2, 2, 2)).quality)
    assert any(told in sentence for sentence in verify(problem, plan))


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("meetings", 1),
        ("fewest", 9),
        ("kept", 1),
        ("strong_mentees", 9),
        ("discovery_mentees", 1),
        ("total_score", 9.0),
        ("bound_meetings", 0),
        ("bound_score", 0.0),
        ("mentor_load", np.array([9, 9])),
    ],
)
def test_each_wrong_figure_is_told(a_problem: Build, figure: str, value: object) -> None:
    problem = a_problem(2, 2, 2)
    plan = plan_rounds(problem)
    wrong = RoundPlan(plan.mentor_of, replace(plan.quality, **{figure: value}))  # type: ignore[arg-type]
    assert [sentence for sentence in verify(problem, wrong) if figure in sentence]


def test_a_plan_of_another_evening_is_told(a_problem: Build) -> None:
    assert "shape" in verify(a_problem(2, 2, 2), plan_rounds(a_problem(2, 2, 3)))[0]
