from collections.abc import Callable

import numpy as np
import pytest

from mixer_app.matching import PlanProblem, plan_rounds, verify
from mixer_app.matching.discovery import bound_with_discovery
from mixer_app.matching.openings import openings_of
from mixer_app.matching.pairs import PairChooser

Build = Callable[..., PlanProblem]


@pytest.mark.parametrize("seed", range(5))
def test_evenings_too_large_to_prove_still_reach_nearly_everybody(a_problem: Build, seed: int) -> None:
    discovery = np.random.default_rng(seed).random((150, 60)) < 0.1
    problem = a_problem(150, 60, 4, seats=2, seed=seed, discovery=discovery)
    plan = plan_rounds(problem)
    openings = openings_of(problem)
    bound = bound_with_discovery(openings, PairChooser(openings))
    assert verify(problem, plan) == []
    assert plan.quality.strong_mentees == bound.strong
    assert plan.quality.discovery_mentees >= bound.discovery - 2
