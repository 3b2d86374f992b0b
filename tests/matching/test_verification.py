import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from mixer_app.matching import PlanProblem, RoundPlan, plan_rounds, verify
from mixer_app.matching.bounds import Bounds
from mixer_app.matching.quality import quality_of

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
        ([[0, -1], [-1, 0]], {"once": np.array([[0, 0, 1, 0]])}, "only one of these two"),
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
        ("meetings_per_mentee", None),
        ("meetings", 1),
        ("fewest", 9),
        ("kept", 1),
        ("strong_mentees", 9),
        ("discovery_mentees", 1),
        ("total_score", 9.0),
        ("total_score", float("nan")),
        ("bound_meetings", 0),
        ("bound_meetings", float("nan")),
        ("bound_score", 0.0),
        ("bound_score", float("nan")),
        ("mentor_load", np.array([9, 9])),
        ("meetings_per_mentee", np.array([9, 9])),
    ],
)
def test_each_wrong_figure_is_told(a_problem: Build, figure: str, value: object) -> None:
    problem = a_problem(2, 2, 2)
    plan = plan_rounds(problem)
    wrong = RoundPlan(plan.mentor_of, replace(plan.quality, **{figure: value}))  # type: ignore[arg-type]
    assert [sentence for sentence in verify(problem, wrong) if figure in sentence]


def test_a_plan_of_another_evening_is_told(a_problem: Build) -> None:
    assert "shape" in verify(a_problem(2, 2, 2), plan_rounds(a_problem(2, 2, 3)))[0]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (np.array([[0.0, -1.0], [1.0, -1.0]]), "numbers of the kind float64"),
        ([[0, -1], [7, -1]], "there is no mentor 7"),
        (np.array([["a", "b"], ["c", "d"]]), "numbers of the kind"),
        ([0, -1], r"shape (2,)"),
    ],
)
def test_seats_that_cannot_be_read_are_told(a_problem: Build, rows: Any, told: str) -> None:
    problem = a_problem(2, 2, 2)
    assert told in verify(problem, RoundPlan(rows, plan_rounds(problem).quality))[0]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"fixed": np.array([[0, 5, 0]])}, "fixed[0][1] is 5"),
        ({"keep": np.zeros((5, 5), int)}, "keep has shape"),
        ({"scores": np.full((2, 2), np.nan)}, "scores[0][0] is nan"),
        ({"seats": None}, "seats is missing"),
    ],
)
def test_a_problem_that_cannot_be_read_is_told(a_problem: Build, changes: dict[str, Any], told: str) -> None:
    assert told in verify(a_problem(2, 2, 2, **changes), plan_rounds(a_problem(2, 2, 2)))[0]


def test_a_problem_of_plain_lists_is_read(a_problem: Build) -> None:
    problem = a_problem(3, 2, 2, apart=np.array([[0, 1]]), same_person=np.array([[2, 1]]))
    plan = plan_rounds(problem)
    names = ("scores", "allowed", "seats", "present", "apart", "same_person")
    lists: dict[str, Any] = {name: getattr(problem, name).tolist() for name in names}
    told: Any = plan.mentor_of.tolist()
    assert verify(replace(problem, **lists), RoundPlan(told, plan.quality)) == []


def _told_to_be_best(problem: PlanProblem, rows: list[list[int]]) -> list[str]:
    """What is told of these seats if they are said to be the best."""
    mentor_of = np.array(rows)
    return verify(problem, RoundPlan(mentor_of, quality_of(problem, mentor_of, Bounds(True, 9, 90_000))))


def test_a_plan_is_not_the_best_while_somebody_could_meet_somebody(a_problem: Build) -> None:
    told = _told_to_be_best(a_problem(2, 2, 2), [[-1, -1], [-1, -1]])
    assert told == ["The plan is told to be best, but one more introduction would break no rule."]
    assert _told_to_be_best(a_problem(1, 2, 2), [[0, -1]]) == told


@pytest.mark.parametrize(
    "changes",
    [
        {"apart": np.array([[0, 1]]), "seats": np.array([[2]])},
        {"mentor_limit": np.array([1]), "seats": np.array([[2]])},
        {"mentee_limit": np.array([1, 0]), "seats": np.array([[2]])},
        {"present": np.array([[True], [False]]), "seats": np.array([[2]])},
        {"allowed": np.array([[True], [False]]), "seats": np.array([[2]])},
        {"same_person": np.array([[1, 0]]), "seats": np.array([[2]])},
        {"seats": np.array([[1]])},
        {"seats": np.array([[2]]), "once": np.array([[0, 0, 1, 0]])},
    ],
)
def test_a_seat_that_a_rule_keeps_empty_speaks_against_no_proof(a_problem: Build, changes: dict[str, Any]) -> None:
    assert _told_to_be_best(a_problem(2, 1, 1, **changes), [[0], [-1]]) == []


def test_nobody_can_be_added_as_host_and_guest_at_once(a_problem: Build) -> None:
    both = a_problem(3, 2, 1, same_person=np.array([[0, 0], [1, 1]]), seats=2)
    assert _told_to_be_best(both, [[1], [-1], [1]]) == []


@pytest.mark.speed
def test_looking_over_many_people_who_are_both_takes_no_longer_than_the_seats(a_problem: Build) -> None:
    many = 2_000
    problem = a_problem(many, many, 4, scores=np.full((many, many), 0.5))
    mentor_of = np.full((many, 4), -1)
    mentor_of[: many // 2] = (np.arange(many // 2)[:, None] + np.arange(4)) % (many // 2) + many // 2
    plan = RoundPlan(mentor_of, quality_of(problem, mentor_of, Bounds(False, many * 4, many * 40_000)))
    looked_up: list[float] = []
    for persons in (0, many // 2):
        same = np.column_stack([np.arange(persons)] * 2)
        started = time.process_time()
        assert verify(replace(problem, same_person=same), plan) == []
        looked_up.append(time.process_time() - started)
    assert looked_up[1] < 3 * looked_up[0]  # each person against each seat would take ten times as long
