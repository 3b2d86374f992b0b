"""Changes by hand: their cost is exact, what is legal keeps every rule, and no refusal gives a keep-apart away."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.plan_edits import EditKind
from mixer_app.matching import PlanProblem, RoundPlan, plan_rounds, verify
from mixer_app.matching.edits import Edit, EditRefusedError, apply_edit, cost_of
from mixer_app.matching.targets import Refusal, legal_targets

from .conftest import an_evening

Build = Callable[..., PlanProblem]


@given(st.integers(0, 100_000))
def test_a_place_is_legal_exactly_when_the_plan_after_it_breaks_no_rule(seed: int) -> None:
    problem, plan, dice = an_evening(seed)
    mentee, in_round = int(dice.integers(len(problem.allowed))), int(dice.integers(problem.rounds))
    targets = legal_targets(problem, plan, mentee, in_round)
    row = plan.mentor_of[:, in_round]
    for mentor in range(len(problem.seats)):
        rows = plan.mentor_of.copy()
        rows[mentee, in_round] = mentor
        assert (targets.moves[mentor] == Refusal.NONE) == (row[mentee] != mentor and _sound(problem, plan, rows))
    for other in range(len(row)):
        if other == mentee or row[other] < 0:
            continue
        rows = plan.mentor_of.copy()
        rows[mentee, in_round], rows[other, in_round] = row[other], -1
        assert (targets.takes[other] == Refusal.NONE) == (row[mentee] != row[other] and _sound(problem, plan, rows))
        if row[mentee] >= 0:
            rows[other, in_round] = row[mentee]
            fine = row[mentee] != row[other] and _sound(problem, plan, rows)
            assert (targets.swaps[other] == Refusal.NONE) == fine


def _sound(problem: PlanProblem, plan: RoundPlan, rows: np.ndarray[Any, Any]) -> bool:
    figures = ("told as", "bound_")
    broken = verify(problem, RoundPlan(rows, plan.quality))
    return not [sentence for sentence in broken if not any(word in sentence for word in figures)]


@given(st.integers(0, 100_000), st.sampled_from(list(EditKind)))
def test_an_edit_is_refused_in_words_or_gives_a_sound_plan(seed: int, kind: EditKind) -> None:
    problem, plan, dice = an_evening(seed)
    mentees, mentors = problem.allowed.shape
    edit = Edit(
        kind=kind,
        mentee=int(dice.integers(mentees)),
        round=int(dice.integers(problem.rounds)),
        mentor=int(dice.integers(mentors)),
        other=int(dice.integers(mentees)),
    )
    try:
        edited = apply_edit(problem, plan, edit)
    except EditRefusedError:
        return
    assert verify(edited.problem, edited.plan) == []
    again = plan_rounds(edited.problem)
    assert verify(edited.problem, again) == []
    assert edited.plan.quality.bound_meetings >= again.quality.meetings
    if kind is EditKind.MUST_MEET:
        assert edit.mentor in again.mentor_of[edit.mentee]
    if kind is EditKind.FORBID:
        assert edit.mentor not in again.mentor_of[edit.mentee]


def test_a_lock_keeps_the_proof_and_is_then_refused_to_move(a_problem: Build) -> None:
    problem = a_problem(4, 2, 2, seats=2)
    plan = plan_rounds(problem)
    locked = apply_edit(problem, plan, Edit(kind=EditKind.LOCK, mentee=0, round=0))
    assert locked.plan.quality.optimal
    with pytest.raises(EditRefusedError, match="locked"):
        cost_of(locked.problem, locked.plan, Edit(kind=EditKind.FREE, mentee=0, round=0))
    opened = apply_edit(locked.problem, locked.plan, Edit(kind=EditKind.UNLOCK, mentee=0, round=0))
    assert not opened.plan.quality.optimal
    assert cost_of(opened.problem, opened.plan, Edit(kind=EditKind.FREE, mentee=0, round=0)).falls


def test_the_cost_names_who_falls_and_who_loses_the_strong_introduction(a_problem: Build) -> None:
    problem = a_problem(1, 2, 2, scores=np.array([[0.9, 0.2]]))
    plan = plan_rounds(problem)
    when = int(np.flatnonzero(plan.mentor_of[0] == 0)[0])
    cost = cost_of(problem, plan, Edit(kind=EditKind.FREE, mentee=0, round=when))
    assert (cost.fit, cost.loses_strong) == (-0.9, (0,))
    assert [(one.mentee, one.before, one.after) for one in cost.falls] == [(0, 2, 1)]


def test_a_place_that_does_not_exist_is_refused(a_problem: Build) -> None:
    problem = a_problem(2, 2, 2)
    with pytest.raises(EditRefusedError, match="no such mentor"):
        cost_of(problem, plan_rounds(problem), Edit(kind=EditKind.MOVE, mentee=0, round=0, mentor=9))
