from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from mixer_app.matching import PlanProblem
from mixer_app.matching.colouring import colour
from mixer_app.matching.openings import openings_of

Build = Callable[..., PlanProblem]


@pytest.mark.parametrize("seed", range(20))
def test_any_pairs_within_the_limits_find_exactly_as_many_rounds(a_problem: Build, seed: int) -> None:
    dice = np.random.default_rng(seed)
    openings = openings_of(a_problem(12, 5, 4, seats=2, seed=seed))
    pairs = np.zeros((12, 5), bool)
    for mentee, mentor in dice.permutation(np.argwhere(~pairs)):
        if pairs[mentee].sum() < 4 and pairs[:, mentor].sum() < 8:
            pairs[mentee, mentor] = True
    coloured = colour(openings, pairs)
    assert coloured.left_over == ()
    for mentee in range(12):
        met = coloured.mentor_of[mentee][coloured.mentor_of[mentee] >= 0]
        assert sorted(met) == np.flatnonzero(pairs[mentee]).tolist()
    for mentor in range(5):
        assert ((coloured.mentor_of == mentor).sum(axis=0) <= 2).all()


def test_the_pairs_on_which_deleting_maximum_matchings_fails_find_their_rounds(a_problem: Build) -> None:
    # u-v1, u-v2, u-v3 and vi-wi: mentors are u and w1..w3, mentees v1..v3, at most three rounds for u
    pairs = np.array([[True, True, False, False], [True, False, True, False], [True, False, False, True]])
    coloured = colour(openings_of(a_problem(3, 4, 3)), pairs)
    assert coloured.left_over == ()


def test_a_pair_with_no_common_round_is_left_over(a_problem: Build) -> None:
    problem = a_problem(2, 1, 2, present=np.array([[True, False], [True, False]]))
    coloured = colour(openings_of(problem), np.array([[True], [True]]))
    assert len(coloured.left_over) == 1


def test_pairs_of_the_old_plan_stay_in_their_rounds(a_problem: Build) -> None:
    keep = np.array([[1, -1, 0], [-1, 0, 1]])
    openings = openings_of(replace(a_problem(2, 2, 3), keep=keep))
    coloured = colour(openings, np.ones((2, 2), bool))
    assert np.array_equal(coloured.mentor_of, keep)


def test_an_old_seat_that_was_not_chosen_again_does_not_come_back(a_problem: Build) -> None:
    # each mentee may have one introduction: beside the chosen one, the old one would be too many
    openings = openings_of(a_problem(2, 2, 2, mentee_limit=np.array([1, 1]), keep=np.array([[0, -1], [1, -1]])))
    chosen = np.array([[False, True], [True, False]])
    met = colour(openings, chosen).mentor_of
    assert sorted(met[0].tolist()) == [-1, 1]
    assert sorted(met[1].tolist()) == [-1, 0]
