"""Mentors whom two rounds at a time leave uneven are searched for; only what is forced stays."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from ortools.sat.python import cp_model

from mixer_app.matching import FREE, Cancelled, PlanProblem, plan_rounds, verify
from mixer_app.matching.deadline import Deadline
from mixer_app.matching.level_search import evened, excess
from mixer_app.matching.levelling import levelled
from mixer_app.matching.openings import openings_of
from mixer_app.matching.standing import standing_of_rounds
from mixer_app.matching.verification import uneven_mentors

Build = Callable[..., PlanProblem]


@pytest.fixture
def an_evening(a_problem: Build) -> Build:
    """Some come late, some leave early, half of the mentors rest once."""

    def build(mentees: int, mentors: int, rounds: int, seats: int, seed: int) -> PlanProblem:
        dice = np.random.default_rng(seed)
        present = np.ones((mentees, rounds), bool)
        present[: mentees // 10, :2] = False
        present[mentees // 10 : mentees // 5, -2:] = False
        open_seats = np.full((mentors, rounds), seats)
        open_seats[dice.choice(mentors, mentors // 2, replace=False), dice.integers(0, rounds, mentors // 2)] = 0
        return a_problem(mentees, mentors, rounds, seats=open_seats, present=present, seed=seed)

    return build


def _fewest_uneven(problem: PlanProblem, mentor_of: np.ndarray) -> int:
    """By another model, which knows only these pairs and the problem."""
    model, of_mentee, of_table = cp_model.CpModel(), {}, {}
    for i, r in np.argwhere(mentor_of != FREE).tolist():
        j = int(mentor_of[i, r])
        choices = []
        for q in np.flatnonzero(problem.present[i] & (problem.seats[j] > 0)).tolist():
            choices.append(variable := model.new_bool_var(""))
            of_mentee.setdefault((i, q), []).append(variable)
            of_table.setdefault((j, q), []).append(variable)
        model.add_exactly_one(choices)
    for variables in of_mentee.values():
        model.add_at_most_one(variables)
    uneven = []
    for j, row in enumerate(problem.seats.tolist()):
        uneven.append(off := model.new_bool_var(""))
        guests = int((mentor_of == j).sum())
        hosted = sum(seats > 0 for seats in row)
        for q, seats in enumerate(row):
            if seats:
                load = sum(of_table.get((j, q), []))
                model.add(load <= seats)
                model.add(load <= -(-guests // hosted) + seats * off)
                model.add(load >= guests // hosted - seats * off)
    model.minimize(sum(uneven))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_deterministic_time = 10.0
    assert solver.solve(model) == cp_model.OPTIMAL
    return round(solver.objective_value)


@pytest.mark.parametrize("seed", range(6))
def test_a_small_evening_has_as_few_uneven_mentors_as_its_pairs_allow(an_evening: Build, seed: int) -> None:
    problem = an_evening(16, 5, 4, 5, seed)
    plan = plan_rounds(problem)
    assert verify(problem, plan) == []
    assert len(uneven_mentors(problem, plan)) == _fewest_uneven(problem, plan.mentor_of)
    assert evened(openings_of(problem), plan.mentor_of).proven


@pytest.mark.parametrize("many", [(30, 8, 5, 6), (120, 24, 6, 7)])
@pytest.mark.parametrize("seed", [2, 3])
def test_no_pair_and_no_rank_changes(an_evening: Build, many: tuple[int, ...], seed: int) -> None:
    problem = replace(an_evening(*many, seed), apart=np.array([[0, 1], [2, 30 - 1]]))
    first = plan_rounds(problem, time_limit=0).mentor_of
    half = np.where(np.arange(len(first))[:, None] % 2 == 0, first, FREE)
    openings = openings_of(replace(problem, keep=half))
    before = levelled(openings, first)
    after = evened(openings, before).mentor_of
    assert [sorted(row) for row in after.tolist()] == [sorted(row) for row in before.tolist()]
    assert standing_of_rounds(openings, after) >= standing_of_rounds(openings, before)
    assert (after[::2] == before[::2])[before[::2] == half[::2]].all()
    assert (excess(openings, after) > 0).sum() <= (excess(openings, before) > 0).sum()
    assert np.array_equal(after, evened(openings, before).mentor_of)
    for one, other in problem.apart if problem.apart is not None else []:
        assert not ((after[one] == after[other]) & (after[one] != FREE)).any()


def test_a_larger_evening_becomes_more_even(an_evening: Build) -> None:
    openings = openings_of(problem := an_evening(120, 24, 6, 7, 2))
    before = levelled(openings, plan_rounds(problem, time_limit=0).mentor_of)
    after = evened(openings, before).mentor_of
    assert (excess(openings, after) > 0).sum() <= (excess(openings, before) > 0).sum()


def test_without_time_nothing_moves_and_nothing_is_claimed(an_evening: Build) -> None:
    openings = openings_of(problem := an_evening(30, 8, 5, 6, 3))
    rounds = levelled(openings, plan_rounds(problem, time_limit=0).mentor_of)
    assert excess(openings, rounds).any()
    now = evened(openings, rounds, deadline=Deadline.after(0))
    assert np.array_equal(now.mentor_of, rounds)
    assert not now.proven
    with pytest.raises(Cancelled):
        evened(openings, rounds, progress=lambda *_: False)
