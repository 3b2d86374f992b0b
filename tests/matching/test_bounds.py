from collections.abc import Callable

import numpy as np

from mixer_app.matching import PlanProblem, plan_rounds
from mixer_app.matching.bounds import levels_in_common, spread_by_rounds
from mixer_app.matching.openings import openings_of

Build = Callable[..., PlanProblem]


def test_a_round_without_enough_seats_bounds_the_meetings(a_problem: Build) -> None:
    seats = np.ones((4, 3), int)
    seats[1:, 0] = 0  # one seat in the first round
    problem = a_problem(4, 4, 3, seats=seats)
    assert sum(spread_by_rounds(openings_of(problem))) == 9
    quality = plan_rounds(problem).quality
    assert (quality.meetings, quality.bound_meetings) == (9, 9)


def test_spreads_agree_up_to_the_first_level_that_differs() -> None:
    assert levels_in_common((5, 4, 2), (5, 4, 3)) == 2
    assert levels_in_common((5, 4), (5, 4)) == 2
    assert levels_in_common((), ()) == 0
