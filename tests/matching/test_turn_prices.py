"""A bound for people who are both: true, and near what can be had."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from mixer_app.matching import PlanProblem, plan_rounds
from mixer_app.matching.openings import openings_of
from mixer_app.matching.pairs import Aims, PairChooser
from mixer_app.matching.standing import standing_of_pairs
from mixer_app.matching.turn_prices import lowest_points

Build = Callable[..., PlanProblem]
Optimum = Callable[[PlanProblem], list[int]]
SCORE = Aims(keep=False, strong=False, discovery=False, load=False, even_levels=0)


def test_prices_on_rounds_lower_the_bound_and_never_below_the_optimum(a_problem: Build, optimum_of: Optimum) -> None:
    people = np.array([[i, i] for i in range(5)])
    problem = a_problem(5, 5, 3, same_person=people, strong=2.0)
    openings = openings_of(problem)
    chooser = PairChooser(openings)
    loose = standing_of_pairs(openings, chooser.choose(SCORE), kept=0).points
    points = optimum_of(problem)[-2]
    assert points <= lowest_points(openings, chooser, SCORE, points) < loose


def test_without_anybody_who_is_both_it_is_the_best_choice_of_pairs(a_problem: Build) -> None:
    openings = openings_of(a_problem(8, 4, 3))
    chooser = PairChooser(openings)
    best = standing_of_pairs(openings, chooser.choose(SCORE), kept=0).points
    assert lowest_points(openings, chooser, SCORE, 0) == best


@pytest.mark.parametrize(("seats", "both"), [(1, 40), (2, 20)])
def test_a_larger_evening_with_people_who_are_both_is_near_its_bound(a_problem: Build, seats: int, both: int) -> None:
    people = np.array([[i, i] for i in range(both)])
    quality = plan_rounds(a_problem(130, 60, 5, seats=seats, same_person=people)).quality
    assert quality.total_score <= quality.bound_score <= 1.01 * quality.total_score


def test_the_bound_of_a_proven_plan_is_its_score_where_nothing_but_fairness_comes_first(a_problem: Build) -> None:
    people = np.array([[i, i] for i in range(6)])
    problem = a_problem(16, 12, 4, same_person=people)
    quality = plan_rounds(replace(problem, strong=2.0)).quality
    assert quality.optimal
    assert quality.bound_score == pytest.approx(quality.total_score)
