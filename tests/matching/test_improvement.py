from collections.abc import Callable

import numpy as np
import pytest

from mixer_app.matching import PlanProblem
from mixer_app.matching.bounds import spread_by_rounds, tightened
from mixer_app.matching.colouring import colour
from mixer_app.matching.improvement import improve
from mixer_app.matching.openings import openings_of
from mixer_app.matching.pairs import Aims, choose_pairs
from mixer_app.matching.standing import standing_of_pairs, standing_of_rounds

Build = Callable[..., PlanProblem]


@pytest.mark.parametrize("seed", range(5))
def test_no_step_makes_a_plan_worse_and_the_steps_find_more(a_problem: Build, seed: int) -> None:
    dice = np.random.default_rng(seed)
    problem = a_problem(40, 12, 5, seed=seed, present=dice.random((40, 5)) < 0.8, seats=dice.integers(0, 4, (12, 5)))
    openings = openings_of(problem)
    pairs = choose_pairs(openings, Aims())
    best = tightened(openings, standing_of_pairs(openings, pairs, kept=0), spread_by_rounds(openings))
    nothing = np.full(openings.present.shape, -1)
    start = colour(openings, pairs).mentor_of
    before = standing_of_rounds(openings, start)
    after = standing_of_rounds(openings, improve(openings, start, favoured=pairs, best=best))
    assert before <= after <= best
    from_nothing = standing_of_rounds(openings, improve(openings, nothing, favoured=pairs, best=best))
    assert from_nothing.meetings >= 0.98 * after.meetings
