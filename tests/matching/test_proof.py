"""Evenings of the usual small size are proven best, whoever is both and whoever comes late."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from ortools.sat.python import cp_model

from mixer_app.matching import FREE, PlanProblem, plan_rounds, verify
from mixer_app.matching.deadline import NO_DEADLINE, Deadline
from mixer_app.matching.openings import openings_of
from mixer_app.matching.proof import is_provable, prove_rounds
from mixer_app.matching.ranked_search import RankedSearch
from mixer_app.matching.standing import highest_standing, standing_of_rounds

Build = Callable[..., PlanProblem]


@pytest.mark.parametrize(("mentees", "mentors", "both", "seats"), [(30, 22, 12, 1), (26, 20, 8, 2)])
def test_an_evening_with_many_who_are_both_is_proven_best(
    a_problem: Build, mentees: int, mentors: int, both: int, seats: int
) -> None:
    people = np.array([[i, i] for i in range(both)])
    present = np.ones((mentees, 5), bool)
    present[: mentees // 5, :2] = False
    problem = a_problem(mentees, mentors, 5, seats=seats, present=present, same_person=people, seed=4)
    plan = plan_rounds(problem)
    assert verify(problem, plan) == []
    assert plan.quality.optimal


def test_from_an_empty_plan_the_same_best_standing_is_reached(a_problem: Build) -> None:
    dice = np.random.default_rng(3)
    problem = a_problem(14, 9, 4, present=dice.random((14, 4)) < 0.8, same_person=np.array([[0, 0], [1, 1], [2, 2]]))
    openings = openings_of(problem)
    nothing = np.full((14, 4), FREE)
    proof = prove_rounds(openings, nothing, highest_standing(openings), None, NO_DEADLINE)
    assert proof.optimal
    assert standing_of_rounds(openings, proof.mentor_of) == proof.best
    assert proof.best == standing_of_rounds(openings, plan_rounds(problem).mentor_of)


def test_pairs_that_find_no_rounds_are_proven_as_a_whole(a_problem: Build) -> None:
    # three mentees who are never to share a table, and one table with room for three
    apart = np.array([[0, 1], [0, 2], [1, 2]])
    problem = a_problem(3, 1, 2, seats=3, apart=apart)
    plan = plan_rounds(problem)
    assert plan.quality.optimal
    assert plan.quality.meetings == 2


def test_without_time_nothing_is_claimed(a_problem: Build) -> None:
    dice = np.random.default_rng(1)
    people = np.array([[i, i] for i in range(10)])
    openings = openings_of(a_problem(30, 20, 5, present=dice.random((30, 5)) < 0.8, same_person=people))
    nothing = np.full((30, 5), FREE)
    proof = prove_rounds(openings, nothing, highest_standing(openings), None, Deadline.after(0))
    assert not proof.optimal
    assert standing_of_rounds(openings, proof.mentor_of) <= proof.best


def test_a_large_evening_is_not_tried(a_problem: Build) -> None:
    assert is_provable(openings_of(a_problem(40, 40, 6)))
    assert not is_provable(openings_of(a_problem(200, 50, 6)))


def test_seats_of_an_old_plan_are_kept_as_far_as_proven(a_problem: Build) -> None:
    people = np.array([[i, i] for i in range(5)])
    problem = a_problem(16, 10, 4, same_person=people)
    old = plan_rounds(problem).mentor_of
    present = problem.present.copy()
    present[15] = False
    again = replace(problem, present=present, keep=old)
    plan = plan_rounds(again)
    assert verify(again, plan) == []
    assert plan.quality.optimal
    assert plan.quality.kept >= (old[:15] >= 0).sum() - 4


@pytest.mark.parametrize(("time_limit", "most"), [(None, 3.5), (2.0, 7.5)])
def test_a_proof_asks_for_no_more_work_than_a_person_would_wait_for(
    a_problem: Build, monkeypatch: pytest.MonkeyPatch, time_limit: float | None, most: float
) -> None:
    asked: list[tuple[float, float]] = []  # effort left, and seconds the solver may take
    people = np.array([[i, i] for i in range(10)])
    dice = np.random.default_rng(1)
    openings = openings_of(a_problem(30, 20, 5, present=dice.random((30, 5)) < 0.8, same_person=people))

    def noted(search: RankedSearch, solver: object) -> int:
        asked.append((search.effort, solver.parameters.max_time_in_seconds))  # type: ignore[attr-defined]
        search.effort = 0.0  # as if all of it had been used in vain
        return solver.solve(cp_model.CpModel()) and cp_model.UNKNOWN  # type: ignore[attr-defined]

    monkeypatch.setattr(RankedSearch, "_solved", noted)
    nothing = np.full((30, 5), FREE)
    prove_rounds(openings, nothing, highest_standing(openings), None, Deadline.after(time_limit))
    assert 0 < sum(effort for effort, _ in asked) <= most
    if time_limit is not None:
        assert all(seconds <= time_limit for _, seconds in asked)
