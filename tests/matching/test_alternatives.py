"""Every mentor who can be reached is offered, the cheapest way to each first, and each costs what it says."""

from collections.abc import Callable
from time import process_time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.plan_edits import EditKind
from mixer_app.matching import PlanProblem, RoundPlan, plan_rounds, verify
from mixer_app.matching.alternatives import alternatives
from mixer_app.matching.edits import Edit, EditRefusedError, apply_edit, cost_of

from .conftest import an_evening

Build = Callable[..., PlanProblem]


@given(st.integers(0, 100_000))
def test_every_alternative_costs_what_it_says_and_verifies(seed: int) -> None:
    problem, plan, dice = an_evening(seed)
    mentee, in_round = int(dice.integers(len(problem.allowed))), int(dice.integers(problem.rounds))
    offered = alternatives(problem, plan, mentee, in_round, limit=4)
    assert len({choice.mentor for choice in offered}) == len(offered)
    for choice in offered:
        edited = apply_edit(problem, plan, choice.edit)
        assert verify(edited.problem, edited.plan) == []
        assert edited.plan.mentor_of[mentee, in_round] == choice.mentor
        change = edited.plan.quality.total_score - plan.quality.total_score
        assert choice.cost.fit == pytest.approx(change, abs=1e-6)
        met = edited.plan.quality.meetings_per_mentee - plan.quality.meetings_per_mentee
        assert {who.mentee for who in choice.cost.falls} == set(np.flatnonzero(met < 0).tolist())
        assert {who.mentee for who in choice.cost.rises} == set(np.flatnonzero(met > 0).tolist())
    falls = [len(choice.cost.falls) for choice in offered]
    assert falls == sorted(falls)


@given(st.integers(0, 100_000))
def test_every_mentor_who_can_be_reached_is_offered_the_cheapest_way(seed: int) -> None:
    problem, plan, dice = an_evening(seed)
    mentee, in_round = int(dice.integers(len(problem.allowed))), int(dice.integers(problem.rounds))
    seat = {"mentee": mentee, "round": in_round}
    asked = [
        *((m, Edit(kind=EditKind.MOVE, mentor=m, **seat)) for m in range(len(problem.seats))),
        *(
            (int(plan.mentor_of[other, in_round]), Edit(kind=kind, other=other, **seat))
            for other in range(len(problem.allowed))
            for kind in (EditKind.SWAP, EditKind.TAKE)
        ),
    ]
    cheapest: dict[int, tuple[int, int, float]] = {}
    for mentor, edit in asked:
        try:
            cost = cost_of(problem, plan, edit)
        except EditRefusedError:
            continue
        price = (len(cost.falls), len(cost.loses_strong), -cost.fit)
        cheapest[mentor] = min(price, cheapest.get(mentor, price))
    offered = alternatives(problem, plan, mentee, in_round, limit=None)
    told = [(len(one.cost.falls), len(one.cost.loses_strong), -one.cost.fit) for one in offered]
    assert {one.mentor for one in offered} == set(cheapest)
    for one, price in zip(offered, told, strict=True):
        assert price == pytest.approx(cheapest[one.mentor], abs=1e-9)
    assert told == sorted(told)


@pytest.mark.speed
def test_all_places_of_an_evening_of_1200_are_weighed_in_an_instant(a_problem: Build) -> None:
    problem = a_problem(1000, 200, 8, seats=5, apart=np.arange(200).reshape(-1, 2))
    turn = (np.arange(1000)[:, None] + np.arange(8)[None, :] * 7) % 200
    plan = RoundPlan(turn, plan_rounds(a_problem(1, 1, 1)).quality)
    best = float("inf")
    for mentee in range(5):
        start = process_time()
        offered = alternatives(problem, plan, mentee, 3, limit=None)
        best = min(best, process_time() - start)
        assert len(offered) > 150
    assert best < 0.1  # 10 to 20 ms on an idle machine
