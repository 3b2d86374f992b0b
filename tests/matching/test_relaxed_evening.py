from collections.abc import Callable

import numpy as np

from mixer_app.matching import FREE, PlanProblem
from mixer_app.matching.deadline import NO_DEADLINE
from mixer_app.matching.openings import openings_of
from mixer_app.matching.relaxed_evening import best_relaxed
from mixer_app.matching.standing import highest_standing

Build = Callable[..., PlanProblem]


def test_each_who_is_both_spends_a_round_on_one_side(a_problem: Build) -> None:
    people = np.array([[i, i] for i in range(5)])
    openings = openings_of(a_problem(5, 5, 4, same_person=people))  # five people, one table of two: two in a round
    nothing = np.full((5, 4), FREE)
    best = highest_standing(openings)
    relaxed = best_relaxed(openings, nothing, best, effort=2.0, progress=None, deadline=NO_DEADLINE)
    assert len(relaxed.proven) == len(best.figures)
    assert relaxed.proven[:4] == (5, 3, 0, 0)
    assert (relaxed.pairs.sum(axis=0) + relaxed.pairs.sum(axis=1) <= 4).all()


def test_without_effort_only_the_bound_that_was_given_is_left(a_problem: Build) -> None:
    openings = openings_of(a_problem(20, 10, 4, same_person=np.array([[0, 0]])))
    nothing = np.full((20, 4), FREE)
    best = highest_standing(openings)
    relaxed = best_relaxed(openings, nothing, best, effort=0.0, progress=None, deadline=NO_DEADLINE)
    assert relaxed.proven == ()
    assert not relaxed.pairs.any()
