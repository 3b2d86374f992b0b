"""Repair: what is past stays, few seats change, and every change has a reason that gives nothing private away."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mixer_app.domain.plan_edits import PART_OF_PLAN
from mixer_app.matching import Cancelled, PlanInputError, PlanProblem, plan_rounds, reseating, verify
from mixer_app.matching.repair import Repair, problem_of_repair, repair
from mixer_app.matching.reseating import reseat

Build = Callable[..., PlanProblem]
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


@settings(max_examples=60)
@given(st.integers(0, 100_000))
def test_the_past_stays_no_rule_breaks_and_no_more_seats_change_than_greedily(seed: int) -> None:
    problem, published, past = an_upset_evening(seed)
    repaired = repair(problem, published, from_round=past)
    rows = repaired.plan.mentor_of
    assert np.array_equal(rows[:, :past], published[:, :past])
    assert verify(repaired.problem, repaired.plan) == []
    peer = re_solved_greedily(repaired.problem)
    assert spread(rows) >= spread(peer)
    if spread(rows) == spread(peer):
        assert changed_seats(repaired.problem, rows) <= changed_seats(repaired.problem, peer)


def test_the_quick_way_for_large_evenings_is_as_sound_and_hardly_ever_less_fair(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reseating, "_SMALL", -1)
    behind = 0
    for seed in range(40):
        problem, published, past = an_upset_evening(seed)
        asked = problem_of_repair(problem, published, past)
        plan = reseat(asked)
        assert verify(asked, plan) == []
        peer = re_solved_greedily(asked)
        mine, theirs = (
            (spread(rows), -changed_seats(asked, rows)) for rows in (np.asarray(plan.mentor_of), np.asarray(peer))
        )
        behind += mine < theirs
    assert behind <= 1  # small evenings, where chance counts most, are otherwise planned to proof


def test_nothing_to_repair_changes_nothing(a_problem: Build) -> None:
    problem = a_problem(12, 4, 3, seats=2)
    published = plan_rounds(problem).mentor_of
    assert repair(problem, published, from_round=1).changes == ()


def _two_tables(**changes: Any) -> Repair:
    """Four mentees, two mentors of two seats, two rounds; everybody meets both mentors."""
    problem = PlanProblem(
        scores=np.full((5, 3), 0.5),
        allowed=np.ones((5, 3), bool),
        rounds=2,
        seats=np.array([[2, 2], [2, 2], [0, 0]]),
        present=np.array([[True, True]] * 4 + [[False, False]]),
    )
    published = np.array([[0, 1], [0, 1], [1, 0], [1, 0], [-1, -1]])
    return repair(replace(problem, **changes), published, from_round=1)


def test_each_change_says_why() -> None:
    gone = _two_tables(seats=np.array([[2, 0], [2, 2], [0, 2]]))
    assert {change.why for change in gone.changes} == {"Their mentor left"}
    assert {(change.before, change.after) for change in gone.changes} == {(0, 2)}
    left = _two_tables(present=np.array([[True, True]] * 3 + [[True, False], [False, False]]))
    assert [(change.mentee, change.why) for change in left.changes] == [(3, "Left")]
    new = _two_tables(seats=np.array([[2, 2], [2, 3], [0, 0]]), present=np.array([[True, True]] * 4 + [[False, True]]))
    assert [(change.mentee, change.round, change.after, change.why) for change in new.changes] == [
        (4, 1, 1, "New here")
    ]


def test_a_seat_that_opens_is_told_with_what_it_brings(a_problem: Build) -> None:
    problem = a_problem(3, 2, 2, seats=np.array([[2, 2], [0, 1]]), allowed=np.ones((3, 2), bool))
    repaired = repair(problem, np.array([[0, -1], [0, -1], [-1, 0]]), from_round=1)
    assert [change.why for change in repaired.changes] == ["A seat opened: meets 2, not 1"]


def test_a_pair_that_may_no_longer_meet_gives_no_other_reason_than_ordinary_rows() -> None:
    allowed = np.ones((5, 3), bool)
    allowed[2, 0] = False
    forbidden = _two_tables(allowed=allowed, seats=np.array([[2, 2], [2, 2], [0, 1]]))
    change = next(change for change in forbidden.changes if change.mentee == 2)
    assert change.why == PART_OF_PLAN


def test_a_published_plan_of_another_evening_is_refused(a_problem: Build) -> None:
    with pytest.raises(PlanInputError, match="published has shape"):
        repair(a_problem(3, 2, 2), np.full((4, 2), -1))


def test_it_can_be_cancelled(a_problem: Build) -> None:
    problem = a_problem(12, 4, 3, seats=2)
    with pytest.raises(Cancelled):
        repair(problem, plan_rounds(problem).mentor_of, progress=lambda fraction, stage: False)
