from collections.abc import Callable

import numpy as np
import pytest

from mixer_app.matching import PlanProblem, network, pairs
from mixer_app.matching.openings import openings_of
from mixer_app.matching.pairs import Aims, Bonus, best_of_each, choose_pairs, crossing, natural_bonus
from mixer_app.matching.standing import standing_of_pairs

Build = Callable[..., PlanProblem]


@pytest.mark.parametrize("seed", range(8))
def test_pairs_left_out_at_first_are_taken_in_where_they_pay(
    a_problem: Build, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = np.random.default_rng(seed)
    allowed = dice.random((30, 12)) < 0.7
    openings = openings_of(a_problem(30, 12, 3, seats=2, seed=seed, allowed=allowed, strong=0.9))
    whole = standing_of_pairs(openings, choose_pairs(openings, Aims()), kept=0)
    monkeypatch.setattr(pairs, "_PRUNE_FROM", 1)
    monkeypatch.setattr(pairs, "_SPARE", -2)
    monkeypatch.setattr(pairs, "_WANTED", 1)
    assert standing_of_pairs(openings, choose_pairs(openings, Aims()), kept=0) == whole


@pytest.mark.parametrize("prune_from", [1, 1_000])
@pytest.mark.parametrize("seed", range(8))
def test_ranks_solved_in_blocks_give_the_same_figures(
    a_problem: Build, seed: int, prune_from: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    openings = openings_of(a_problem(20, 6, 3, seats=2, seed=seed, strong=0.8))
    whole = standing_of_pairs(openings, choose_pairs(openings, Aims()), kept=0)
    monkeypatch.setattr(network, "_LARGEST", 1)
    monkeypatch.setattr(pairs, "_PRUNE_FROM", prune_from)
    assert standing_of_pairs(openings, choose_pairs(openings, Aims()), kept=0) == whole


def test_only_overlapping_wishes_of_one_mentee_cross(a_problem: Build) -> None:
    scores = np.array([[0.9, 0.9, 0.1], [0.9, 0.9, 0.1], [0.9, 0.1, 0.1], [0.9, 0.1, 0.1]])
    discovery = np.array([[1, 0, 1], [1, 0, 0], [1, 1, 0], [0, 1, 0]], bool)
    openings = openings_of(a_problem(4, 3, 2, scores=scores, discovery=discovery))
    assert crossing(openings).tolist() == [True, False, False, False]
    assert natural_bonus(openings)[1:].tolist() == [Bonus.BOTH_IN_STRONG, Bonus.BOTH_IN_DISCOVERY, Bonus.AS_STRONG]


def test_a_rank_left_out_does_not_count(a_problem: Build) -> None:
    scores = np.array([[0.7, 0.1], [0.9, 0.5]])
    openings = openings_of(a_problem(2, 2, 1, scores=scores))
    with_strong = choose_pairs(openings, Aims())
    assert with_strong.tolist() == [[True, False], [False, True]]
    assert choose_pairs(openings, Aims(score=False, load=False)).sum() == 2


def test_no_more_introductions_than_asked_for(a_problem: Build) -> None:
    openings = openings_of(a_problem(6, 4, 3))
    assert choose_pairs(openings, Aims(most=5)).sum() == 5


def test_of_equal_mentors_the_first_are_taken_on_every_machine() -> None:
    best = best_of_each(np.array([[5, 7, 5, 5, 5], [-(2**62), 1, 1, 1, 1]]), 3)
    assert best.tolist() == [[True, True, True, False, False], [False, True, True, True, False]]
