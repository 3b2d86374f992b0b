from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from mixer_app.matching import PlanInputError, PlanProblem, plan_rounds

Build = Callable[..., PlanProblem]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"scores": np.array([[0.5, 1.5], [0, 0]])}, r"scores\[0\]\[1\] is 1.5"),
        ({"scores": np.array([[0.5, 0.5], [0, -0.1]])}, r"scores\[1\]\[1\] is -0.1"),
        ({"scores": np.array([0.5, 0.5])}, "scores has shape"),
        ({"allowed": np.ones((2, 3), bool)}, "allowed has shape"),
        ({"present": np.ones((3, 2), bool)}, "present has shape"),
        ({"seats": np.ones((2, 5), int)}, "seats has shape"),
        ({"seats": np.array([[1, 1], [1, -1]])}, r"seats\[1\]\[1\] is -1"),
        ({"seats": np.array([[1, 1], [1.5, 1]])}, r"seats\[1\]\[0\] is 1.5"),
        ({"mentor_limit": np.array([1, -1])}, r"mentor_limit\[1\]"),
        ({"mentee_limit": np.array([1, 1, 1])}, "mentee_limit has shape"),
        ({"keep": np.array([[0, 1], [2, -1]])}, r"keep\[1\]\[0\] is 2"),
        ({"discovery": np.ones((1, 1), bool)}, "discovery has shape"),
        ({"apart": np.array([[0, 0]])}, r"apart\[0\]"),
        ({"apart": np.array([[0, 2]])}, r"apart\[0\]\[1\] is 2"),
        ({"same_person": np.array([[0, 5]])}, r"same_person\[0\]\[1\] is 5"),
        ({"fixed": np.array([[0, 0]])}, "fixed has shape"),
        ({"fixed": np.array([[0, 0, 2]])}, r"fixed\[0\]\[2\] is 2"),
        ({"rounds": -1}, "rounds is -1"),
        ({"strong": float("nan")}, "strong"),
    ],
)
def test_the_first_offending_index_is_named(a_problem: Build, changes: dict[str, Any], told: str) -> None:
    with pytest.raises(PlanInputError, match=told):
        plan_rounds(replace(a_problem(2, 2, 2), **changes))


@pytest.mark.parametrize(
    ("rows", "changes", "told"),
    [
        ([[0, 1, 0]], {"allowed": np.array([[True, False], [True, True]])}, "not allowed"),
        ([[1, 0, 1]], {"present": np.array([[True, True], [True, False]])}, "not present"),
        ([[0, 0, 0], [0, 1, 0]], {}, "already seated"),
        ([[0, 0, 0], [0, 0, 1]], {}, "already met"),
        ([[0, 0, 0], [1, 0, 0]], {}, "has 1 seats"),
        ([[0, 0, 0], [0, 1, 1]], {"mentee_limit": np.array([1, 2])}, "mentee has reached"),
        ([[0, 0, 0], [1, 0, 1]], {"mentor_limit": np.array([1, 2])}, "mentor has reached"),
        ([[0, 0, 0], [1, 0, 0]], {"seats": np.full((2, 2), 2), "apart": np.array([[0, 1]])}, "to be apart"),
        ([[0, 0, 0]], {"same_person": np.array([[0, 0]])}, "one person"),
        ([[0, 1, 0], [1, 0, 0]], {"same_person": np.array([[0, 0]])}, "mentor and mentee in this round"),
    ],
)
def test_a_fixed_introduction_that_breaks_a_rule_is_refused(
    a_problem: Build, rows: list[list[int]], changes: dict[str, Any], told: str
) -> None:
    with pytest.raises(PlanInputError, match=rf"fixed\[{len(rows) - 1}\].*{told}"):
        plan_rounds(a_problem(2, 2, 2, fixed=np.array(rows), **changes))


def test_plain_lists_are_as_good_as_arrays() -> None:
    problem = PlanProblem(
        scores=[[0.5, 0.7]],  # type: ignore[arg-type]
        allowed=[[True, True]],  # type: ignore[arg-type]
        rounds=1,
        seats=[[1], [1]],  # type: ignore[arg-type]
        present=[[True]],  # type: ignore[arg-type]
    )
    assert plan_rounds(problem).mentor_of.tolist() == [[1]]
