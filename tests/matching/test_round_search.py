from collections.abc import Callable

import numpy as np

from mixer_app.matching import FREE, PlanProblem
from mixer_app.matching.deadline import NO_DEADLINE
from mixer_app.matching.openings import openings_of
from mixer_app.matching.round_search import rounds_of_all

Build = Callable[..., PlanProblem]


def test_every_pair_finds_a_round_and_the_old_seat_stays(a_problem: Build) -> None:
    keep = np.array([[-1, 0, -1], [-1, -1, -1]])
    openings = openings_of(a_problem(2, 2, 3, keep=keep, same_person=np.array([[1, 1]])))
    pairs = np.array([[True, True], [True, False]])
    found = rounds_of_all(openings, pairs, 1, effort=1.0, progress=None, deadline=NO_DEADLINE)
    assert found is not None
    assert found[0, 1] == 0
    assert sorted(found[0].tolist()) == [FREE, 0, 1]
    hosting = found[0].tolist().index(1)
    assert found[1, hosting] == FREE  # mentor 1 is mentee 1


def test_pairs_that_cannot_all_meet_are_told(a_problem: Build) -> None:
    openings = openings_of(a_problem(3, 1, 2, seats=1))
    found = rounds_of_all(openings, np.ones((3, 1), bool), 0, effort=1.0, progress=None, deadline=NO_DEADLINE)
    assert found is None
