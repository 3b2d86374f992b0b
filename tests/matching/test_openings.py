from collections.abc import Callable

import numpy as np

from mixer_app.matching import PlanProblem
from mixer_app.matching.openings import openings_of

Build = Callable[..., PlanProblem]


def test_fixed_introductions_take_their_seats_and_count_against_limits(a_problem: Build) -> None:
    problem = a_problem(3, 2, 2, seats=2, fixed=np.array([[0, 1, 0]]), mentee_limit=np.array([2, 2, 2]))
    openings = openings_of(problem)
    assert openings.seats[1].tolist() == [1, 2]
    assert openings.present[0].tolist() == [False, True]
    assert not openings.possible[0, 1]
    assert (openings.met[0], openings.load[1], openings.mentee_room[0]) == (1, 1, 1)


def test_somebody_who_hosts_in_a_fixed_round_does_not_seek_in_it(a_problem: Build) -> None:
    problem = a_problem(3, 3, 2, fixed=np.array([[1, 0, 0]]), same_person=np.array([[0, 0]]))
    assert openings_of(problem).present[0].tolist() == [False, True]


def test_pairs_who_are_never_there_together_are_not_possible(a_problem: Build) -> None:
    problem = a_problem(2, 1, 2, present=np.array([[True, False], [True, True]]), seats=np.array([[0, 1]]))
    assert openings_of(problem).possible.tolist() == [[False], [True]]


def test_a_seat_beside_somebody_to_be_apart_from_is_blocked(a_problem: Build) -> None:
    problem = a_problem(2, 2, 2, seats=2, fixed=np.array([[0, 1, 0]]), apart=np.array([[0, 1]]))
    assert openings_of(problem).blocked == {(1, 1, 0)}


def test_only_what_can_be_kept_is_kept(a_problem: Build) -> None:
    keep = np.array([[0, 1], [1, -1]])
    problem = a_problem(2, 2, 2, keep=keep, seats=np.array([[1, 1], [1, 0]]))
    openings = openings_of(problem)
    assert openings.keep is not None
    assert openings.keep.tolist() == [[0, -1], [1, -1]]
