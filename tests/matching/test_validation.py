import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from mixer_app.matching import PlanInputError, PlanProblem, plan_rounds
from mixer_app.matching.validation import checked

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
        ({"once": np.array([[0, 0, 0, 0]])}, r"once\[0\] names one pair twice"),
        ({"rounds": -1}, "rounds is -1"),
        ({"strong": float("nan")}, "strong"),
        ({"strong": None}, "strong is None"),
        ({"strong": "0.6"}, "strong is '0.6'"),
        ({"rounds": None}, "rounds is None: it must be a whole number"),
        ({"rounds": "2"}, "rounds is '2': it must be a whole number"),
        ({"rounds": 2.0}, "rounds is 2.0: it must be a whole number"),
        ({"seed": None}, "seed is None: it must be a whole number"),
        ({"seed": 1.5}, "seed is 1.5: it must be a whole number"),
        ({"scores": None}, "scores is missing"),
        ({"seats": None}, "seats is missing"),
        ({"scores": 0.5}, "scores has shape"),
        ({"scores": [[0.5, 0.5], [0.5]]}, "scores has rows of different lengths"),
        ({"fixed": [[0, 0, 0], [1, 1]]}, "fixed has rows of different lengths"),
        ({"scores": np.full((2, 2), 0.5 + 0j)}, "scores holds something that is not a number"),
        ({"scores": [["0.5", "0.5"], ["0.5", "0.5"]]}, "scores holds something that is not a number"),
        ({"seats": [[1, None], [1, 1]]}, "seats holds something that is not a number"),
        ({"seats": np.array([[1, np.nan], [1, 1]])}, r"seats\[0\]\[1\] is nan: it must be a whole number"),
        ({"seats": np.array([[1, 1], [np.inf, 1]])}, r"seats\[1\]\[0\] is inf: it must be a whole number"),
        ({"mentee_limit": np.array([1e300, 1])}, r"mentee_limit\[0\] is 1e\+300"),
        ({"mentor_limit": np.array([2**64 - 1, 1], np.uint64)}, r"mentor_limit\[0\] is 18446744073709551615"),
        (
            {"scores": np.ma.masked_greater(np.array([[0.1, 0.9], [0.1, 0.1]]), 0.5)},
            "scores has entries that are masked",
        ),
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
        ([[0, 0, 0], [1, 1, 0]], {"once": np.array([[0, 0, 1, 1]])}, "only one of this pair"),
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


@pytest.mark.speed
def test_what_is_fixed_is_looked_over_as_fast_where_many_people_are_both(a_problem: Build) -> None:
    many = 2_000
    problem = a_problem(
        many, many, 2, same_person=np.column_stack([np.arange(many)] * 2), scores=np.full((many, many), 0.5)
    )
    shifted = [[i, (i + many // 2) % many, 0] for i in range(many // 2)]
    looked_up: list[float] = []
    for rows in (shifted[:100], shifted):
        started = time.process_time()
        checked(replace(problem, fixed=np.array(rows)))
        looked_up.append(time.process_time() - started)
    assert (
        looked_up[1] < 3 * looked_up[0] + 0.1
    )  # reading the arrays is most of it; each row against each person is not


def test_plain_lists_are_as_good_as_arrays() -> None:
    problem = PlanProblem(
        scores=[[0.5, 0.7]],  # type: ignore[arg-type]
        allowed=[[True, True]],  # type: ignore[arg-type]
        rounds=1,
        seats=[[1], [1]],  # type: ignore[arg-type]
        present=[[True]],  # type: ignore[arg-type]
    )
    assert plan_rounds(problem).mentor_of.tolist() == [[1]]
