"""Two people who are mentor and mentee could meet either way, and meet once."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from mixer_app.domain.plan_edits import EditKind
from mixer_app.matching import PlanInputError, PlanProblem, RoundPlan, plan_rounds, verify
from mixer_app.matching.edits import Edit, EditRefusedError, apply_edit
from mixer_app.matching.explanations import blocking_pairs
from mixer_app.matching.openings import openings_of
from mixer_app.matching.pairs import Aims, choose_pairs
from mixer_app.matching.reseating import reseat
from mixer_app.matching.ways import with_ways_settled

Build = Callable[..., PlanProblem]
Figures = Callable[[PlanProblem, RoundPlan], list[int]]


def once(problem: PlanProblem) -> PlanProblem:
    """The same where two of those who are both meet once."""
    people = [] if problem.same_person is None else problem.same_person.tolist()
    rows = [[a[0], b[1], b[0], a[1]] for number, b in enumerate(people) for a in people[:number]]
    return replace(problem, once=np.array(rows, np.int64).reshape(-1, 4))


def all_both(problem: PlanProblem, many: int) -> PlanProblem:
    """The first so many mentees are the first mentors too, and meet each of the others once."""
    return once(replace(problem, same_person=np.repeat(np.arange(many)[:, None], 2, axis=1)))


def test_the_way_is_chosen_so_that_everybody_meets_somebody(a_problem: Build) -> None:
    fit = np.array([[0.0, 0.1, 0.1], [0.9, 0.0, 0.1], [0.9, 0.9, 0.0]])  # by fit: 0, 1 and 2 meetings
    problem = all_both(a_problem(3, 3, 3, scores=fit), 3)
    plan = plan_rounds(problem)
    assert plan.quality.meetings_per_mentee.tolist() == [1, 1, 1]
    assert plan.quality.optimal
    assert verify(problem, plan) == []


@pytest.mark.parametrize("seed", range(12))
def test_small_evenings_are_proven_best_in_every_rank(
    a_problem: Build, optimum_of: Callable[[PlanProblem], list[int]], figures_of: Figures, seed: int
) -> None:
    dice = np.random.default_rng(seed)
    problem = all_both(
        a_problem(
            5,
            4,
            3,
            seed=seed,
            seats=dice.integers(0, 3, (4, 3)),
            present=dice.random((5, 3)) < 0.85,
            keep=dice.integers(-1, 4, (5, 3)) if seed % 2 else None,
        ),
        3,
    )
    plan = plan_rounds(problem)
    assert verify(problem, plan) == []
    assert plan.quality.optimal
    assert figures_of(problem, plan) == optimum_of(problem)
    assert verify(problem, reseat(problem)) == []


def test_nobody_meets_both_ways_in_an_evening_too_large_for_a_proof(a_problem: Build) -> None:
    problem = all_both(a_problem(150, 40, 5, seats=2), 20)
    both_ways = replace(problem, once=None)
    plan = plan_rounds(problem)
    assert any("only one of these two" in told for told in verify(problem, plan_rounds(both_ways)))
    assert verify(problem, plan) == []
    old = replace(problem, keep=plan_rounds(both_ways).mentor_of)  # an old plan that knew no such rule
    assert verify(old, reseat(old)) == []


def test_a_first_plan_settles_every_way_and_leaves_the_old_plans_way(a_problem: Build) -> None:
    keep = np.full((4, 3), -1)
    keep[0, 0] = 1
    problem = all_both(a_problem(4, 4, 3, keep=keep, scores=np.tri(4)), 4)
    settled, pairs = with_ways_settled(openings_of(problem), lambda left: choose_pairs(left, Aims()))
    assert not (settled.possible & settled.possible.T).any()
    assert settled.possible[0, 1]
    assert not (pairs & ~settled.possible).any()


def test_who_has_met_one_way_is_not_planned_the_other_way(a_problem: Build) -> None:
    problem = replace(all_both(a_problem(2, 2, 2), 2), fixed=np.array([[0, 1, 0]]))
    plan = plan_rounds(problem)
    assert plan.mentor_of.tolist() == [[1, -1], [-1, -1]]
    assert plan.quality.optimal
    assert blocking_pairs(problem, plan) == ()


def test_what_is_fixed_both_ways_or_names_one_pair_twice_is_refused(a_problem: Build) -> None:
    problem = all_both(a_problem(2, 2, 2), 2)
    with pytest.raises(PlanInputError, match=r"fixed\[1\].*only one of this pair"):
        plan_rounds(replace(problem, fixed=np.array([[0, 1, 0], [1, 0, 1]])))
    with pytest.raises(PlanInputError, match=r"once\[0\] names one pair twice"):
        plan_rounds(replace(problem, once=np.array([[0, 1, 0, 1]])))
    with pytest.raises(PlanInputError, match=r"once\[0\]\[3\] is 2"):
        plan_rounds(replace(problem, once=np.array([[0, 1, 0, 2]])))


def test_by_hand_two_meet_once_and_asked_for_the_other_way_they_change_sides(a_problem: Build) -> None:
    problem = all_both(a_problem(2, 2, 2), 2)
    plan = plan_rounds(replace(problem, fixed=np.array([[0, 1, 0]])))
    with pytest.raises(EditRefusedError, match="Meets this mentor already in round 1"):
        apply_edit(problem, plan, Edit(kind=EditKind.MOVE, mentee=1, round=1, mentor=0))
    turned = apply_edit(problem, plan, Edit(kind=EditKind.MUST_MEET, mentee=1, mentor=0))
    assert verify(turned.problem, turned.plan) == []
    assert (turned.plan.mentor_of[1] == 0).any()
