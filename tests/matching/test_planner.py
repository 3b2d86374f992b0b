import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mixer_app.domain.errors import MixerError
from mixer_app.matching import Cancelled, PlanInputError, PlanProblem, RoundPlan, plan_rounds, verify

Build = Callable[..., PlanProblem]
Optimum = Callable[[PlanProblem], list[int]]
Figures = Callable[[PlanProblem, RoundPlan], list[int]]


@st.composite
def steady_problems(draw: st.DrawFn) -> PlanProblem:
    """Small evenings with everybody there all evening."""
    mentees, mentors, rounds = draw(st.integers(1, 6)), draw(st.integers(1, 4)), draw(st.integers(1, 4))
    flags = arrays(np.bool_, (mentees, mentors))
    return PlanProblem(
        scores=draw(arrays(np.int64, (mentees, mentors), elements=st.integers(0, 20))) / 20,
        allowed=draw(flags),
        rounds=rounds,
        seats=np.repeat(draw(arrays(np.int64, (mentors, 1), elements=st.integers(0, 3))), rounds, axis=1),
        present=np.ones((mentees, rounds), bool),
        mentor_limit=draw(st.none() | arrays(np.int64, mentors, elements=st.integers(0, 6))),
        mentee_limit=draw(st.none() | arrays(np.int64, mentees, elements=st.integers(0, 4))),
        discovery=draw(st.none() | flags),
        strong=draw(st.sampled_from([0.3, 0.6, 0.9])),
        seed=draw(st.integers(0, 3)),
    )


@st.composite
def problems(draw: st.DrawFn) -> PlanProblem:
    """Small evenings with windows, an old plan, people to be apart and people who are both."""
    problem = draw(steady_problems())
    (mentees, mentors), rounds = problem.allowed.shape, problem.rounds
    two = st.lists(st.integers(0, mentees - 1), min_size=2, max_size=2, unique=True)
    return replace(
        problem,
        present=draw(arrays(np.bool_, (mentees, rounds))),
        seats=draw(arrays(np.int64, (mentors, rounds), elements=st.integers(0, 2))),
        keep=draw(st.none() | arrays(np.int64, (mentees, rounds), elements=st.integers(-1, mentors - 1))),
        apart=np.array(draw(st.lists(two, max_size=2)) if mentees > 1 else [], np.int64),
        same_person=draw(st.sampled_from([None, np.array([[0, 0]])])),
    )


@given(problem=steady_problems())
def test_every_rank_is_the_optimum_when_everybody_stays_all_evening(
    problem: PlanProblem, optimum_of: Optimum, figures_of: Figures
) -> None:
    plan = plan_rounds(problem)
    assert verify(problem, plan) == []
    assert figures_of(problem, plan) == optimum_of(problem)
    assert plan.quality.optimal


@given(problem=problems())
def test_small_evenings_with_windows_are_proven_best_in_every_rank(
    problem: PlanProblem, optimum_of: Optimum, figures_of: Figures
) -> None:
    plan = plan_rounds(problem)
    assert verify(problem, plan) == []
    assert figures_of(problem, plan) == optimum_of(problem)
    assert plan.quality.optimal


@given(problem=problems(), dice=st.randoms(use_true_random=False))
def test_what_is_fixed_stays_and_the_rest_is_best_around_it(
    problem: PlanProblem, dice: Any, optimum_of: Optimum, figures_of: Figures
) -> None:
    before = plan_rounds(replace(problem, keep=None, seed=problem.seed + 1)).mentor_of
    rows = [[i, before[i, r], r] for i, r in np.argwhere(before >= 0).tolist() if dice.random() < 0.4]
    problem = replace(problem, fixed=np.array(rows, np.int64).reshape(-1, 3))
    plan = plan_rounds(problem)
    assert verify(problem, plan) == []
    assert figures_of(problem, plan) == optimum_of(problem)


@given(problem=problems())
def test_bounds_hold_for_the_fairest_plan_with_the_greatest_score(problem: PlanProblem, optimum_of: Optimum) -> None:
    quality = plan_rounds(problem).quality
    only_score = replace(problem, keep=None, strong=2.0, discovery=None)
    *spread, _, _, _, points, _ = optimum_of(only_score)
    assert quality.bound_meetings >= sum(spread)
    assert quality.bound_score >= points / 10_000 - 1e-9


@given(problem=steady_problems())
def test_a_mentors_load_is_spread_over_the_rounds_to_within_one(problem: PlanProblem) -> None:
    mentor_of = plan_rounds(problem).mentor_of
    for mentor in range(len(problem.seats)):
        guests = (mentor_of == mentor).sum(axis=0)
        assert guests.max() - guests.min() <= 1


def test_everybody_meets_at_least_four_where_round_by_round_leaves_somebody_with_none(a_problem: Build) -> None:
    problem = a_problem(200, 50, 6, seats=3)
    plan = plan_rounds(problem)
    assert plan.quality.fewest == 4
    assert plan.quality.meetings == 900
    assert plan.quality.optimal
    assert verify(problem, plan) == []


def test_scores_of_one_kind_do_not_outweigh_a_fair_spread(a_problem: Build) -> None:
    scores = np.array([[1.0, 1.0], [0.0, 0.0]])
    plan = plan_rounds(a_problem(2, 2, 2, scores=scores, mentor_limit=np.array([1, 1])))
    assert plan.quality.meetings_per_mentee.tolist() == [1, 1]


def test_the_same_seed_gives_the_same_plan_and_another_seed_breaks_ties_anew(a_problem: Build) -> None:
    problem = a_problem(30, 8, 4, scores=np.full((30, 8), 0.5))
    first, again, other = (plan_rounds(replace(problem, seed=seed)) for seed in (7, 7, 8))
    assert np.array_equal(first.mentor_of, again.mentor_of)
    assert not np.array_equal(first.mentor_of, other.mentor_of)
    assert first.quality.total_score == other.quality.total_score


def test_windows_at_the_size_of_a_usual_evening_come_near_the_bound(a_problem: Build) -> None:
    dice = np.random.default_rng(3)
    present = np.ones((150, 6), bool)
    present[:15, :2] = False
    present[15:30, 4:] = False
    seats = np.full((40, 6), 3)
    seats[:20, dice.integers(0, 6, 20)] = 0
    problem = a_problem(150, 40, 6, present=present, seats=seats)
    plan = plan_rounds(problem)
    assert verify(problem, plan) == []
    assert plan.quality.meetings >= 0.997 * plan.quality.bound_meetings
    assert plan.quality.total_score >= 0.997 * plan.quality.bound_score


def test_after_a_no_show_hardly_anybody_gets_another_seat(a_problem: Build) -> None:
    problem = a_problem(40, 12, 5, seats=2)
    old = plan_rounds(problem).mentor_of
    present = problem.present.copy()
    present[0] = False
    plan = plan_rounds(replace(problem, present=present, keep=old))
    assert verify(replace(problem, present=present, keep=old), plan) == []
    moved = ((plan.mentor_of != old) & (old >= 0))[1:].sum()
    assert moved <= 5


@pytest.mark.parametrize(("mentees", "mentors", "rounds"), [(0, 3, 2), (3, 0, 2), (3, 2, 0), (0, 0, 0)])
def test_an_empty_side_or_no_round_gives_an_empty_plan(
    a_problem: Build, mentees: int, mentors: int, rounds: int
) -> None:
    problem = a_problem(mentees, mentors, rounds)
    plan = plan_rounds(problem)
    assert plan.mentor_of.shape == (mentees, rounds)
    assert (plan.quality.meetings, plan.quality.fewest, plan.quality.bound_meetings) == (0, 0, 0)
    assert plan.quality.optimal
    assert verify(problem, plan) == []


def test_nobody_allowed_gives_an_empty_plan_that_is_proven_best(a_problem: Build) -> None:
    problem = a_problem(4, 3, 2, allowed=np.zeros((4, 3), bool), discovery=np.ones((4, 3), bool))
    plan = plan_rounds(problem)
    assert (plan.mentor_of == -1).all()
    assert plan.quality.optimal
    assert plan.quality.bound_score == 0


def test_a_mentee_who_is_also_a_mentor_is_never_both_in_one_round(a_problem: Build) -> None:
    people = np.array([[i, i] for i in range(4)])
    problem = a_problem(12, 6, 4, same_person=people)
    plan = plan_rounds(problem)
    assert verify(problem, plan) == []
    assert plan.quality.fewest >= 1


def test_those_who_asked_to_be_apart_never_share_a_table(a_problem: Build) -> None:
    apart = np.array([[0, 1], [0, 2], [1, 2], [3, 4]])
    problem = a_problem(9, 3, 3, seats=3, apart=apart)
    plan = plan_rounds(problem)
    assert verify(problem, plan) == []
    assert plan.quality.meetings == 27


def test_planning_can_be_cancelled_at_every_stage(a_problem: Build) -> None:
    stages: list[tuple[float, str]] = []
    plan_rounds(a_problem(6, 3, 2), progress=lambda fraction, stage: stages.append((fraction, stage)) is None)
    assert [fraction for fraction, _ in stages] == sorted(fraction for fraction, _ in stages)
    for count in range(len(stages)):
        left = iter([True] * count)
        with pytest.raises(Cancelled):
            plan_rounds(a_problem(6, 3, 2), progress=lambda fraction, stage, left=left: next(left, False))


def test_contradictory_input_is_refused_with_a_sentence(a_problem: Build) -> None:
    with pytest.raises(PlanInputError, match=r"scores\[1\]\[0\] is nan") as refusal:
        plan_rounds(a_problem(2, 2, 2, scores=np.array([[0.1, 0.2], [np.nan, 0.3]])))
    assert isinstance(refusal.value, MixerError)


def test_importing_the_planner_loads_no_solver() -> None:
    seen = subprocess.run(
        [sys.executable, "-c", "import sys, mixer_app.matching; print('ortools' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert seen.stdout.strip() == "False"


def test_a_plan_that_ran_out_of_time_breaks_no_rule_and_claims_no_more_than_is_proven(a_problem: Build) -> None:
    dice = np.random.default_rng(5)
    problem = a_problem(40, 12, 5, seats=2, present=dice.random((40, 5)) < 0.8, discovery=dice.random((40, 12)) < 0.2)
    at_once, unhurried = plan_rounds(problem, time_limit=0), plan_rounds(problem)
    assert verify(problem, at_once) == []
    assert at_once.quality.meetings <= unhurried.quality.meetings <= at_once.quality.bound_meetings
    assert at_once.quality.bound_score >= unhurried.quality.bound_score - 1e-9
    assert not at_once.quality.optimal


def test_a_time_limit_that_suffices_changes_nothing_for_people_present_all_evening(a_problem: Build) -> None:
    problem = a_problem(40, 12, 5, seats=2)
    assert np.array_equal(plan_rounds(problem, time_limit=60).mentor_of, plan_rounds(problem).mentor_of)


def test_cancelling_while_the_best_plan_is_being_proven_takes_effect_soon(a_problem: Build) -> None:
    dice = np.random.default_rng(0)
    people = np.array([[i, i] for i in range(8)])
    problem = a_problem(40, 16, 6, present=dice.random((40, 6)) < 0.8, same_person=people, strong=0.9)
    asked = 0

    def go_on(_: float, stage: str) -> bool:
        nonlocal asked
        asked += stage == "Proving the best plan"
        return asked < 4

    with pytest.raises(Cancelled):
        plan_rounds(problem, progress=go_on)
    assert asked <= 5  # it is asked many times a second, and dozens of times until the proof stands
