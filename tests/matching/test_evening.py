"""An evening held in memory: who is there is planned for, who comes or goes is repaired for."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mixer_app.domain.errors import Cancelled
from mixer_app.matching import FREE, PlanProblem
from mixer_app.matching.evening import hold_evening


def a_problem(mentees: int, mentors: int, rounds: int, seats: int = 1, **more: Any) -> PlanProblem:
    return PlanProblem(
        scores=np.full((mentees, mentors), 0.7),
        allowed=np.ones((mentees, mentors), bool),
        rounds=rounds,
        seats=np.full((mentors, rounds), seats),
        present=np.ones((mentees, rounds), bool),
        **more,
    )


def everybody(many: int, rounds: int) -> np.ndarray[Any, Any]:
    return np.ones((many, rounds), bool)


def test_if_everybody_comes_everybody_meets_as_many_as_there_are() -> None:
    held = hold_evening(a_problem(3, 3, 3), everybody(3, 3), everybody(3, 3))
    assert all(sorted(row) == [0, 1, 2] for row in held.tolist())


def test_who_stays_away_is_not_planned_for() -> None:
    mentees = everybody(3, 2)
    mentees[1] = False
    held = hold_evening(a_problem(3, 1, 2), mentees, everybody(1, 2))
    assert (held[1] == FREE).all()
    assert [(held[:, number] == 0).sum() for number in range(2)] == [1, 1]


def test_who_comes_late_is_seated_in_the_first_round_there_and_what_was_stays() -> None:
    early, mentees = everybody(2, 3), everybody(2, 3)
    early[1] = False
    mentees[1, :1] = False
    without = hold_evening(a_problem(2, 2, 3), early, everybody(2, 3))
    held = hold_evening(a_problem(2, 2, 3), mentees, everybody(2, 3))
    assert held[1, 0] == FREE
    assert held[1, 1] != FREE
    assert (held[1] != FREE).sum() == 2
    assert held[0, 0] == without[0, 0]


def test_nobody_sits_with_a_mentor_who_has_gone() -> None:
    mentors = everybody(2, 2)
    mentors[0, 1] = False
    held = hold_evening(a_problem(2, 2, 2), everybody(2, 2), mentors)
    assert 0 not in held[:, 1]
    assert (held[:, 0] != FREE).all()
    assert (held[:, 1] == 1).sum() == 1


def test_rounds_that_are_over_stay_and_their_pairs_do_not_meet_again() -> None:
    problem = a_problem(1, 2, 2, fixed=np.array([[0, 1, 0]]))
    present = np.array([[False, True]])
    held = hold_evening(problem, present, everybody(2, 2) & present, first=1)
    assert held.tolist() == [[1, 0]]


def test_a_lock_holds_where_both_are_there_and_only_there() -> None:
    problem = a_problem(2, 2, 2, fixed=np.array([[0, 1, 1]]))
    assert hold_evening(problem, everybody(2, 2), everybody(2, 2))[0, 1] == 1
    mentors = everybody(2, 2)
    mentors[1] = False
    held = hold_evening(problem, everybody(2, 2), mentors)
    assert 1 not in held
    assert (held == 0).sum() == 2


def test_it_stops_when_it_is_asked_to() -> None:
    told: list[str] = []

    def stop_in_the_second(fraction: float, stage: str) -> bool:
        told.append(stage)
        return not stage.startswith("Round 2")

    mentees = everybody(2, 3)
    mentees[1, :1] = False
    with pytest.raises(Cancelled):
        hold_evening(a_problem(2, 2, 3), mentees, everybody(2, 3), progress=stop_in_the_second)
    assert told[0] == "Round 1 of 3"


@st.composite
def evenings(draw: st.DrawFn) -> tuple[PlanProblem, np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    mentees, mentors, rounds = draw(st.integers(0, 7)), draw(st.integers(0, 4)), draw(st.integers(1, 4))
    dice = np.random.default_rng(draw(st.integers(0, 2**32)))
    both = min(mentees, mentors, draw(st.integers(0, 2)))
    problem = PlanProblem(
        scores=np.round(dice.random((mentees, mentors)), 2),
        allowed=dice.random((mentees, mentors)) < 0.8,
        rounds=rounds,
        seats=dice.integers(0, 3, (mentors, rounds)),
        present=dice.random((mentees, rounds)) < 0.9,
        mentee_limit=dice.integers(0, rounds + 1, mentees),
        same_person=np.column_stack([np.arange(both), np.arange(both)]) if both else None,
    )
    first, last = (dice.integers(0, rounds + 1, mentees + mentors) for _ in range(2))
    at = np.arange(rounds)
    there = (at >= first[:, None]) & (at <= last[:, None])
    there[mentees : mentees + both] = there[:both]
    return problem, there[:mentees], there[mentees:]


@given(evenings())
@settings(max_examples=60)
def test_no_evening_breaks_a_rule(
    evening: tuple[PlanProblem, np.ndarray[Any, Any], np.ndarray[Any, Any]],
) -> None:
    problem, mentees_there, mentors_there = evening
    held = hold_evening(problem, mentees_there, mentors_there)
    assert np.array_equal(held, hold_evening(problem, mentees_there, mentors_there))
    mentee, in_round = np.nonzero(held != FREE)
    mentor = held[mentee, in_round]
    assert problem.allowed[mentee, mentor].all()
    assert (problem.present & mentees_there)[mentee, in_round].all()
    assert mentors_there[mentor, in_round].all()
    guests = np.zeros(problem.seats.shape, int)
    np.add.at(guests, (mentor, in_round), 1)
    assert (guests <= problem.seats).all()
    assert len({*zip(mentee.tolist(), mentor.tolist(), strict=True)}) == len(mentee)
    assert problem.mentee_limit is not None
    assert ((held != FREE).sum(axis=1) <= problem.mentee_limit).all()
    for one, same in [] if problem.same_person is None else problem.same_person.tolist():
        assert not ((held[one] != FREE) & (guests[same] > 0)).any()
        assert same not in held[one]
