"""Seating again: close to the old plan, and as fair as can be."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.matching import Cancelled, PlanProblem, RoundPlan, plan_rounds, reseating, verify
from mixer_app.matching.openings import openings_of
from mixer_app.matching.reseating import reseat, simple_bounds

Build = Callable[..., PlanProblem]
Again = Callable[[PlanProblem, "Plan", int], PlanProblem]
Plan = np.ndarray[Any, np.dtype[np.int64]]


def an_upset_evening(seed: int, past: int | None = None) -> tuple[PlanProblem, Plan, int]:
    """A published plan and the situation since: late arrivals, no-shows, early leavers, mentors gone or come."""
    dice = np.random.default_rng(seed)
    mentees, mentors, rounds = int(dice.integers(2, 25)), int(dice.integers(2, 8)), int(dice.integers(1, 6))
    planned = PlanProblem(
        scores=np.round(dice.random((mentees, mentors)), 4),
        allowed=dice.random((mentees, mentors)) < 0.85,
        rounds=rounds,
        seats=np.full((mentors, rounds), int(dice.integers(1, 4))),
        present=np.ones((mentees, rounds), bool),
        strong=0.7,
    )
    late, extra = dice.random(mentees) < 0.15, dice.random(mentors) < 0.1
    first = replace(
        planned,
        present=planned.present & ~late[:, None],
        seats=np.where(extra[:, None], 0, planned.seats),
    )
    published = plan_rounds(first).mentor_of
    past = int(dice.integers(0, rounds)) if past is None else past
    present, seats = planned.present.copy(), planned.seats.copy()
    present[dice.random(mentees) < 0.25, past:] = False
    present[dice.random(mentees) < 0.1, -1] = False
    seats[dice.random(mentors) < 0.2, past:] = 0
    return replace(planned, present=present, seats=seats), published, past


def re_solved_greedily(problem: PlanProblem) -> Plan:
    """The peer: whoever has lost a seat or is new gets the best open seats, one person after the other."""
    kept = np.asarray(problem.keep).copy()
    held = {tuple(row) for row in ([] if problem.fixed is None else problem.fixed.tolist())}
    for i, r in np.argwhere(kept >= 0).tolist():
        j = int(kept[i, r])
        fine = problem.present[i, r] and problem.seats[j, r] > 0 and problem.allowed[i, j]
        if (i, j, r) not in held and not fine:
            kept[i, r] = -1
    return _given_away(problem, kept)


def _given_away(problem: PlanProblem, kept: Plan) -> Plan:
    open_seats = problem.seats.copy()
    for i, r in np.argwhere(kept >= 0).tolist():
        open_seats[kept[i, r], r] -= 1
    for i in range(len(kept)):
        for r in range(problem.rounds):
            best, fit = -1, -1.0
            for j in range(len(open_seats)):
                fine = problem.allowed[i, j] and open_seats[j, r] > 0 and j not in kept[i]
                if fine and problem.present[i, r] and kept[i, r] < 0 and problem.scores[i, j] > fit:
                    best, fit = j, problem.scores[i, j]
            if best >= 0:
                kept[i, r] = best
                open_seats[best, r] -= 1
    return kept


def changed_seats(problem: PlanProblem, plan: Plan) -> int:
    """Seats of the old plan that somebody lost or got another for."""
    keep = np.asarray(problem.keep)
    return int(((keep >= 0) & (plan != keep)).sum())


def spread(plan: Plan) -> list[int]:
    return sorted((plan >= 0).sum(axis=1).tolist())


@given(seed=st.integers(0, 100_000))
def test_the_past_stays_no_rule_breaks_and_no_more_seats_change_than_greedily(seed: int, planned_again: Again) -> None:
    problem, published, past = an_upset_evening(seed)
    asked = planned_again(problem, published, past)
    plan = reseat(asked)
    rows = plan.mentor_of
    assert np.array_equal(rows[:, :past], published[:, :past])
    assert verify(asked, plan) == []
    peer = re_solved_greedily(asked)
    assert spread(rows) >= spread(peer)
    if spread(rows) == spread(peer):
        assert changed_seats(asked, rows) <= changed_seats(asked, peer)


def test_the_quick_way_for_large_evenings_is_as_sound_and_hardly_ever_less_fair(
    monkeypatch: pytest.MonkeyPatch, planned_again: Again
) -> None:
    monkeypatch.setattr(reseating, "_SMALL", -1)
    behind = 0
    for seed in range(40):
        asked = planned_again(*an_upset_evening(seed))
        plan = reseat(asked)
        assert verify(asked, plan) == []
        peer = re_solved_greedily(asked)
        mine, theirs = (
            (spread(rows), -changed_seats(asked, rows)) for rows in (np.asarray(plan.mentor_of), np.asarray(peer))
        )
        behind += mine < theirs
    assert behind <= 1  # small evenings, where chance counts most, are otherwise planned to proof


def test_a_mentee_without_a_strong_introduction_comes_before_more_score(
    a_problem: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reseating, "_SMALL", -1)
    monkeypatch.setattr(reseating, "filled_up", lambda _, kept: kept)  # so that all comes from the flow
    problem = a_problem(2, 2, 1, scores=np.array([[0.61, 0.59], [0.59, 0.01]]))  # more score, or one strong
    assert reseat(problem).mentor_of.tolist() == [[0], [1]]
    assert reseat(replace(problem, strong=0.9)).mentor_of.tolist() == [[1], [0]]


def test_progress_never_runs_backwards_where_the_planner_has_no_proof(
    planned_again: Again, monkeypatch: pytest.MonkeyPatch
) -> None:
    proofless = replace(plan_rounds(asked := planned_again(*an_upset_evening(6))).quality, optimal=False)

    def unproven(problem: PlanProblem, **said: Any) -> RoundPlan:
        return replace(plan_rounds(problem, **said), quality=proofless)

    monkeypatch.setattr(reseating, "plan_rounds", unproven)
    told: list[float] = []
    reseat(asked, progress=lambda fraction, _: told.append(fraction) is None)
    assert told == sorted(told)
    assert len(told) > 2


def test_seating_again_can_be_cancelled(a_problem: Build) -> None:
    problem = a_problem(12, 4, 3, seats=2)
    with pytest.raises(Cancelled):
        reseat(replace(problem, keep=plan_rounds(problem).mentor_of), progress=lambda fraction, stage: False)


def test_nobody_moves_when_nothing_has_changed(a_problem: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = a_problem(20, 5, 4, seats=2)
    old = plan_rounds(problem).mentor_of
    monkeypatch.setattr(reseating, "_SMALL", -1)
    again = reseat(replace(problem, keep=old))
    assert np.array_equal(again.mentor_of, old)


@given(st.integers(0, 10_000))
def test_what_counting_proves_is_never_exceeded(seed: int) -> None:
    dice = np.random.default_rng(seed)
    mentees, mentors, rounds = (int(size) for size in dice.integers(1, 9, 3))
    problem = PlanProblem(
        scores=np.round(dice.random((mentees, mentors)), 4),
        allowed=dice.random((mentees, mentors)) < 0.7,
        rounds=rounds,
        seats=dice.integers(0, 3, (mentors, rounds)),
        present=dice.random((mentees, rounds)) < 0.8,
    )
    bounds, plan = simple_bounds(openings_of(problem)), plan_rounds(problem)
    assert bounds.meetings >= plan.quality.meetings
    assert bounds.points >= round(plan.quality.total_score * 10_000)


def test_people_who_are_both_never_sit_at_two_tables(a_problem: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reseating, "_SMALL", -1)
    problem = a_problem(8, 4, 3, seats=2, same_person=np.array([[0, 0], [1, 1]]))
    old = plan_rounds(problem).mentor_of
    seats = problem.seats.copy()
    seats[2, 1:] = 0
    changed = replace(problem, seats=seats, keep=old, apart=np.array([[2, 3], [4, 5]]))
    assert verify(changed, reseat(changed)) == []
