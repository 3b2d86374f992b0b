"""Two people are brought together wherever the fixed seats leave a way, and the cheapest one is taken."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.plan_edits import EditKind
from mixer_app.matching import FREE, PlanProblem, RoundPlan, plan_rounds, verify
from mixer_app.matching.bringing_together import ways_to_meet
from mixer_app.matching.edits import Edit, EditRefusedError, apply_edit, cost_of
from mixer_app.matching.openings import openings_of
from mixer_app.matching.quality import quality_of
from mixer_app.matching.reseating import simple_bounds

Build = Callable[..., PlanProblem]


def an_evening(seed: int) -> tuple[PlanProblem, RoundPlan]:
    """Small and crowded: limits, rests, people apart, one who is both, and some fixed seats."""
    dice = np.random.default_rng(seed)
    mentees, mentors, rounds = int(dice.integers(3, 9)), int(dice.integers(2, 5)), int(dice.integers(1, 4))
    problem = PlanProblem(
        scores=np.round(dice.random((mentees, mentors)), 4),
        allowed=dice.random((mentees, mentors)) < 0.85,
        rounds=rounds,
        seats=dice.integers(0, 3, (mentors, rounds)),
        present=dice.random((mentees, rounds)) < 0.9,
        mentor_limit=dice.integers(1, 5, mentors),
        mentee_limit=dice.integers(1, rounds + 1, mentees),
        apart=np.array([[0, 1], [0, 2]]),
        same_person=np.array([[0, 0]]),
    )
    plan = plan_rounds(problem)
    seated = np.argwhere(plan.mentor_of != FREE)
    some = seated[dice.random(len(seated)) < 0.25]
    fixed = np.column_stack([some[:, 0], plan.mentor_of[some[:, 0], some[:, 1]], some[:, 1]])
    return replace(problem, fixed=fixed), RoundPlan(plan.mentor_of, replace(plan.quality, optimal=False))


def as_plan(problem: PlanProblem, rows: Any) -> RoundPlan:
    mentor_of = np.array(rows, np.int64)
    return RoundPlan(mentor_of, quality_of(problem, mentor_of, simple_bounds(openings_of(problem))))


def sound(problem: PlanProblem, rows: Any, quality: Any) -> bool:
    told = ("told as", "bound_")
    return not [s for s in verify(problem, RoundPlan(rows, quality)) if not any(word in s for word in told)]


@given(st.integers(0, 100_000))
def test_there_is_a_way_exactly_where_the_fixed_seats_leave_one_and_it_keeps_every_rule(seed: int) -> None:
    problem, plan = an_evening(seed)
    held = np.full_like(plan.mentor_of, FREE)
    assert problem.fixed is not None
    held[problem.fixed[:, 0], problem.fixed[:, 2]] = problem.fixed[:, 1]
    for mentee, mentor in np.ndindex(*problem.allowed.shape):
        if mentor in plan.mentor_of[mentee]:
            continue
        possible = False
        for in_round in np.flatnonzero(held[mentee] == FREE).tolist():
            rows = held.copy()
            rows[mentee, in_round] = mentor
            possible |= sound(problem, rows, plan.quality)
        ways = ways_to_meet(problem, plan, mentee, mentor)
        assert bool(ways) == possible
        for way in ways:
            rows = plan.mentor_of.copy()
            for seat, there in way.seating.items():
                rows[seat] = there
            assert mentor in rows[mentee]
            assert sound(problem, rows, plan.quality)


def test_a_guest_who_finds_another_table_makes_room_and_nobody_falls(a_problem: Build) -> None:
    problem = a_problem(2, 3, 1, scores=np.array([[0.9, 0.5, 0.2], [0.8, 0.7, 0.6]]))
    plan = as_plan(problem, [[FREE], [0]])
    cost = cost_of(problem, plan, Edit(kind=EditKind.MUST_MEET, mentee=0, mentor=0))
    assert cost.moved == ((0, 0, FREE, 0), (1, 0, 0, 1))
    assert (cost.falls, cost.fit) == ((), pytest.approx(0.9 - 0.8 + 0.7))


def test_one_more_moves_where_the_guest_alone_would_find_no_table(a_problem: Build) -> None:
    allowed = np.array([[True, False, False], [True, True, False], [False, True, True]])
    problem = a_problem(3, 3, 1, scores=np.full((3, 3), 0.5), allowed=allowed)
    plan = as_plan(problem, [[FREE], [0], [1]])
    edit = Edit(kind=EditKind.MUST_MEET, mentee=0, mentor=0)
    cost = cost_of(problem, plan, edit)
    assert cost.falls == ()
    made = apply_edit(problem, plan, edit)
    assert made.plan.mentor_of.tolist() == [[0], [1], [2]]
    assert verify(made.problem, made.plan) == []
    assert made.plan.quality.total_score - plan.quality.total_score == pytest.approx(cost.fit)


def test_who_asked_for_no_more_gives_up_the_weakest_of_their_own(a_problem: Build) -> None:
    problem = a_problem(1, 3, 3, scores=np.array([[0.3, 0.6, 0.9]]), mentee_limit=np.array([2]))
    plan = as_plan(problem, [[0, 1, FREE]])
    made = apply_edit(problem, plan, Edit(kind=EditKind.MUST_MEET, mentee=0, mentor=2))
    assert sorted(made.plan.mentor_of[0].tolist()) == [FREE, 1, 2]


def test_a_table_with_somebody_to_stay_apart_from_is_the_last_resort(a_problem: Build) -> None:
    """Whoever had to leave a table with an open seat could guess why."""
    scores = np.array([[0.9, 0.1], [0.5, 0.5], [0.9, 0.9]])
    problem = a_problem(3, 2, 2, seats=2, scores=scores, apart=np.array([[0, 1]]))
    plan = as_plan(problem, [[FREE, FREE], [0, FREE], [1, 0]])
    made = apply_edit(problem, plan, Edit(kind=EditKind.MUST_MEET, mentee=0, mentor=0))
    assert made.plan.mentor_of.tolist() == [[FREE, 0], [0, FREE], [1, 0]]


def test_nothing_is_possible_against_locked_seats(a_problem: Build) -> None:
    problem = a_problem(2, 1, 1, scores=np.full((2, 1), 0.5), fixed=np.array([[1, 0, 0]]))
    with pytest.raises(EditRefusedError, match="All seats are taken"):
        cost_of(problem, as_plan(problem, [[FREE], [0]]), Edit(kind=EditKind.MUST_MEET, mentee=0, mentor=0))
    away = replace(problem, fixed=None, present=np.array([[False], [True]]))
    with pytest.raises(EditRefusedError, match="no round in common"):
        cost_of(away, as_plan(away, [[FREE], [0]]), Edit(kind=EditKind.MUST_MEET, mentee=0, mentor=0))
