"""Where somebody could sit instead is known at once; refusals say what is in the way and nothing private."""

from collections.abc import Callable
from time import process_time

import numpy as np
import pytest

from mixer_app.matching import PlanProblem, RoundPlan, plan_rounds
from mixer_app.matching.targets import NOT_PAIRED, legal_targets

Build = Callable[..., PlanProblem]


def test_every_hard_rule_gives_one_and_the_same_sentence(a_problem: Build) -> None:
    problem = a_problem(
        3, 4, 1, seats=2, apart=np.array([[0, 1]]), same_person=np.array([[0, 3]]), allowed=np.ones((3, 4), bool)
    )
    problem.allowed[0, 2] = False
    plan = RoundPlan(np.array([[-1], [1], [-1]]), plan_rounds(problem).quality)
    targets = legal_targets(problem, plan, 0, 0)
    assert {targets.why_no_move(mentor) for mentor in (1, 2, 3)} == {NOT_PAIRED}  # apart, a rule, themself
    assert targets.why_no_move(0) == ""


def test_other_refusals_say_what_is_in_the_way(a_problem: Build) -> None:
    problem = a_problem(3, 4, 2, seats=np.array([[1, 1], [1, 1], [0, 1], [1, 1]]))
    plan = RoundPlan(np.array([[-1, 0], [3, -1], [-1, -1]]), plan_rounds(problem).quality)
    targets = legal_targets(problem, plan, 0, 0)
    assert [targets.why_no_move(mentor) for mentor in range(4)] == [
        "Meets this mentor already in round 2",
        "",
        "Rests in this round",
        "All seats are taken",
    ]


@pytest.mark.speed
def test_six_thousand_people_are_looked_over_in_an_instant(a_problem: Build) -> None:
    problem = a_problem(5000, 1000, 8, seats=5, apart=np.arange(200).reshape(-1, 2))
    turn = (np.arange(5000)[:, None] + np.arange(8)[None, :] * 7) % 1000
    plan = RoundPlan(turn, plan_rounds(a_problem(1, 1, 1)).quality)
    best = float("inf")
    for mentee in range(5):
        start = process_time()
        legal_targets(problem, plan, mentee, 3)
        best = min(best, process_time() - start)
    assert best < 0.05  # about 1 ms on an idle machine
