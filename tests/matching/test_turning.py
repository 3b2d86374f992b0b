"""Somebody who is both changes sides where that is fairer."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from mixer_app.matching import PlanProblem, improvement, plan_rounds
from mixer_app.matching.bounds import spread_by_rounds
from mixer_app.matching.openings import openings_of
from mixer_app.matching.roles import split_roles
from mixer_app.matching.standing import highest_standing, standing_of_rounds
from mixer_app.matching.turning import Turn, turns_worth_trying
from mixer_app.matching.verification import verify

Build = Callable[..., PlanProblem]


def of_rows(rows: list[str]) -> np.ndarray:
    """Mentors (mentees, rounds) as digits, `.` for none."""
    return np.array([[-1 if sign == "." else int(sign) for sign in row] for row in rows])


def test_who_hosts_only_people_well_ahead_is_to_seek_first(a_problem: Build) -> None:
    openings = openings_of(a_problem(4, 4, 3, same_person=np.array([[0, 0]])))
    mentor_of = of_rows([".1.", "032", "213", "320"])  # person 0 hosts 1 (three meetings) and 3 (three)
    turns = turns_worth_trying(openings, mentor_of)
    assert turns == [Turn(0, 0, hosts=False), Turn(0, 2, hosts=False)]


def test_who_has_more_meetings_than_two_others_is_to_host(a_problem: Build) -> None:
    openings = openings_of(a_problem(4, 3, 2, seats=2, same_person=np.array([[0, 0]])))
    assert turns_worth_trying(openings, of_rows(["12", "21", "1.", ".2"])) == [
        Turn(0, 0, hosts=True),
        Turn(0, 1, hosts=True),
    ]
    # with one seat they would give no more than they take
    single = openings_of(a_problem(4, 3, 2, seats=1, same_person=np.array([[0, 0]])))
    assert turns_worth_trying(single, of_rows(["12", "21", "..", ".."])) == []


def test_nobody_turns_where_nobody_is_ahead_by_two_or_has_no_room_left(a_problem: Build) -> None:
    problem = a_problem(3, 3, 3, same_person=np.array([[0, 0]]))
    even = of_rows([".1.", "0.2", "1.0"])
    assert turns_worth_trying(openings_of(problem), even) == []
    ahead = of_rows([".1.", "012", "120"])
    assert turns_worth_trying(openings_of(problem), ahead) != []
    full = replace(problem, mentee_limit=np.array([1, 3, 3]))
    assert turns_worth_trying(openings_of(full), ahead) == []


@pytest.mark.parametrize(
    ("same_person", "seats", "start", "fairer"),
    [
        ([[0, 0]], 1, [".1.", "032", "213", "320"], (4, 4, 0)),  # person 0 seeks once more
        ([[0, 0]], 3, ["12.", "..2", "..1", "..2"], (4, 4, 3)),  # and hosts those who have fewer
    ],
)
def test_one_change_of_sides_makes_the_spread_fairer(
    a_problem: Build,
    monkeypatch: pytest.MonkeyPatch,
    same_person: list[list[int]],
    seats: int,
    start: list[str],
    fairer: tuple[int, ...],
) -> None:
    monkeypatch.setattr(improvement, "_VAIN_STEPS", 0)  # no lots are drawn
    openings = openings_of(a_problem(4, 4, 3, seats=seats, same_person=np.array(same_person)))
    mentor_of = of_rows(start)
    best = highest_standing(openings)
    better = improvement.improve(openings, mentor_of, favoured=openings.possible, best=best)
    assert standing_of_rounds(openings, mentor_of).spread < fairer
    assert standing_of_rounds(openings, better).spread >= fairer


def a_large_evening(a_problem: Build) -> PlanProblem:
    """200 mentees, some late or leaving early, 50 mentors, half of them resting once; ten people are both."""
    dice = np.random.default_rng(1)
    scores = np.clip(0.6 * dice.beta(1.5, 3, 50) + 0.5 * dice.random((200, 50)), 0, 1)
    allowed = dice.random((200, 50)) < 0.9
    dice = np.random.default_rng(1)
    present, seats = np.ones((200, 6), bool), np.full((50, 6), 3)
    who = dice.permutation(200)
    for late, early in zip(who[:20], who[20:40], strict=True):
        present[late, : dice.integers(1, 3)] = False
        present[early, 6 - dice.integers(1, 3) :] = False
    resting = dice.permutation(50)[:25]
    seats[resting, dice.integers(0, 6, 25)] = 0
    both = np.array([[i, i] for i in range(10)])
    problem = a_problem(200, 50, 6, seats=seats, present=present, allowed=allowed, same_person=both)
    return replace(problem, scores=np.round(scores, 4), seed=3)


def test_a_large_evening_with_windows_reaches_the_fairest_spread_there_can_be(a_problem: Build) -> None:
    problem = a_large_evening(a_problem)
    openings = openings_of(problem)
    plan = plan_rounds(problem)
    met = plan.quality.meetings_per_mentee
    reached = tuple(int((met >= level).sum()) for level in range(1, 7))
    assert reached == min(split_roles(openings).spread, spread_by_rounds(openings))
    assert verify(problem, plan) == []
