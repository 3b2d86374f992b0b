"""More time is never worse: every stage has its share, and the bounds have theirs."""

from collections.abc import Callable
from itertools import count

import numpy as np
import pytest

from mixer_app.matching import PlanProblem, plan_rounds, verify


def test_a_time_limit_leaves_time_for_every_stage_and_for_the_bounds(
    a_problem: Callable[..., PlanProblem], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = (tick / 100 for tick in count())  # goes on only when it is looked at: a step takes as long everywhere
    monkeypatch.setattr("mixer_app.matching.deadline.monotonic", lambda: next(clock))
    present = np.random.default_rng(2).random((120, 5)) < 0.8
    people = np.array([[i, i] for i in range(12)])
    problem = a_problem(120, 30, 5, seats=2, present=present, same_person=people)
    in_time, unlimited = plan_rounds(problem, time_limit=0.4), plan_rounds(problem)
    assert verify(problem, in_time) == []
    assert in_time.quality.bound_score < 1.05 * in_time.quality.total_score
    assert in_time.quality.fewest >= unlimited.quality.fewest
    assert in_time.quality.meetings >= unlimited.quality.meetings
