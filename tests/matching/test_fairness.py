from collections.abc import Callable
from dataclasses import replace

import numpy as np

from mixer_app.matching import PlanProblem, plan_rounds
from mixer_app.matching.fairness import is_proven_fairest

Build = Callable[..., PlanProblem]


def test_a_fair_plan_is_proven_so_where_its_score_may_not_be(a_problem: Build) -> None:
    present = np.ones((60, 5), bool)
    present[:10, 0] = False
    problem = a_problem(60, 20, 5, seats=2, present=present, same_person=np.array([[0, 0]]))
    assert is_proven_fairest(problem, plan_rounds(problem))


def test_a_plan_with_somebody_sent_home_early_is_not(a_problem: Build) -> None:
    problem = a_problem(20, 10, 3)
    plan = plan_rounds(problem)
    rows = plan.mentor_of.copy()
    rows[0] = -1
    worse = replace(plan, mentor_of=rows, quality=replace(plan.quality, optimal=False))
    assert not is_proven_fairest(problem, worse)
