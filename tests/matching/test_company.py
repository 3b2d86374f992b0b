from collections import Counter
from collections.abc import Callable
from itertools import combinations
from typing import Any

import numpy as np

from mixer_app.matching import FREE, PlanProblem, plan_rounds, verify
from mixer_app.matching.colouring import colour
from mixer_app.matching.company import clashes, vary_company
from mixer_app.matching.openings import openings_of
from mixer_app.matching.pairs import Aims, choose_pairs

from .conftest import any_problem

Build = Callable[..., PlanProblem]


def repeats(mentor_of: Any) -> int:
    """How often two share a table again."""
    together = Counter(
        (one, other)
        for in_round in mentor_of.T  # (mentees,)
        for one, other in combinations(np.flatnonzero(in_round != FREE).tolist(), 2)
        if in_round[one] == in_round[other]
    )
    return sum(times - 1 for times in together.values())


def test_hardly_anybody_has_the_same_company_twice(a_problem: Build) -> None:
    openings = openings_of(a_problem(60, 12, 5, seats=3))
    mentor_of = colour(openings, choose_pairs(openings, Aims())).mentor_of
    varied = vary_company(openings, mentor_of)
    assert repeats(varied) < repeats(mentor_of)
    assert repeats(varied) <= 2
    assert [set(row) for row in varied.tolist()] == [set(row) for row in mentor_of.tolist()]


def test_tables_stay_as_even_as_they_were(a_problem: Build) -> None:
    problem = a_problem(25, 6, 5, seats=3)
    mentor_of = plan_rounds(problem).mentor_of
    for mentor in range(6):
        guests = (mentor_of == mentor).sum(axis=0)
        assert guests.max() - guests.min() <= 1


def test_two_who_asked_to_be_apart_are_moved_apart(a_problem: Build) -> None:
    apart = np.array([[i, j] for i, j in combinations(range(4), 2)])
    problem = a_problem(12, 4, 4, seats=3, apart=apart)
    plan = plan_rounds(problem)
    assert clashes(openings_of(problem), plan.mentor_of) == []
    assert verify(problem, plan) == []
    assert plan.quality.optimal


def test_a_mentors_guests_are_spread_over_the_rounds_though_people_come_late(a_problem: Build) -> None:
    present = np.ones((12, 4), bool)
    present[0, 0] = False
    openings = openings_of(a_problem(12, 4, 4, seats=4, present=present))
    uneven = np.full((12, 4), -1)
    uneven[1:5, 0], uneven[5:9, 1] = 0, 0  # mentor 0 has four guests, four, none and none
    levelled = vary_company(openings, uneven)
    assert [int((levelled == 0).sum(axis=0)[r]) for r in range(4)] == [2, 2, 2, 2]
    assert [set(row) for row in levelled.tolist()] == [set(row) for row in uneven.tolist()]


def test_nobody_is_moved_to_a_round_in_which_only_those_without_room_are_there(a_problem: Build) -> None:
    present = np.zeros((5, 3), bool)
    present[:4, :2] = True
    present[4, 2] = True  # wishes for no introductions
    limit = np.array([2, 2, 2, 2, 0])
    problem = a_problem(5, 2, 3, seats=4, present=present, mentee_limit=limit)
    assert verify(problem, plan_rounds(problem)) == []


def test_levelling_a_mentors_guests_ends_where_swaps_only_go_back_and_forth() -> None:
    for seed in (13, 26, 44, 170):  # in the last, a swap brought two together who are to be apart
        dice = np.random.default_rng(seed)
        problem = any_problem(dice)
        assert verify(problem, plan_rounds(problem)) == []
