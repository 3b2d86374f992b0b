"""Hold an evening in memory: plan for those who are there, repair before each round for who came or left since."""

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.progress import Progress, part_of, report
from mixer_app.matching.problem import FREE, PlanProblem
from mixer_app.matching.reseating import reseat

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]

_FIRST_FIND: Final = 0.0
"""Seconds of search: the first plan found has the fairest spread that is known, and every machine finds the same."""


def hold_evening(
    problem: PlanProblem,
    mentees_there: Flags,
    mentors_there: Flags,
    *,
    first: int = 0,
    progress: Progress | None = None,
) -> Integers:
    """Who sat with whom, (mentees, rounds) mentor index or `FREE`, when people came and went like this.

    `problem` is set for everybody who may come, with the windows that they announced; `mentees_there`
    (mentees, rounds) and `mentors_there` (mentors, rounds) say who is in the room, which nobody knows
    before. Rounds before `first` are over: what is fixed in them stays. What is fixed later (locks)
    stays where both are there when it is planned. Raises `PlanInputError`, or `Cancelled`.
    """
    mentor_of = np.full(problem.present.shape, FREE, np.int64)
    fixed = np.zeros((0, 3), np.int64) if problem.fixed is None else problem.fixed
    over = fixed[fixed[:, 2] < first]
    mentor_of[over[:, 0], over[:, 2]] = over[:, 1]
    locked = fixed[fixed[:, 2] >= first]
    seen: tuple[Flags, Flags] | None = None
    for in_round in range(first, problem.rounds):
        start, end = ((at - first) / (problem.rounds - first) for at in (in_round, in_round + 1))
        stage = f"Round {in_round + 1} of {problem.rounds}"
        report(progress, start, stage)
        mentees, mentors = mentees_there[:, in_round], mentors_there[:, in_round]
        if seen is not None and np.array_equal(seen[0], mentees) and np.array_equal(seen[1], mentors):
            continue
        asked = _for_those(problem, mentees, mentors, mentor_of, in_round)
        locked = locked[asked.present[locked[:, 0], locked[:, 2]] & (asked.seats[locked[:, 1], locked[:, 2]] > 0)]
        asked = replace(
            asked,
            fixed=np.concatenate([_held(mentor_of, in_round), locked[locked[:, 2] >= in_round]]),
            keep=None if seen is None else mentor_of,
        )
        found = reseat(asked, time_limit=_FIRST_FIND, progress=part_of(progress, start, end, stage))
        mentor_of, seen = found.mentor_of, (mentees, mentors)
    return mentor_of


def _for_those(problem: PlanProblem, mentees: Flags, mentors: Flags, mentor_of: Integers, in_round: int) -> PlanProblem:
    """The problem before a round for `mentees` and `mentors` who are in the room; earlier rounds are as they were."""
    present, seats = problem.present & mentees[:, None], problem.seats * mentors[:, None]
    present[:, :in_round] = mentor_of[:, :in_round] != FREE
    seats[:, :in_round] = 0
    held = _held(mentor_of, in_round)
    np.add.at(seats, (held[:, 1], held[:, 2]), 1)
    return replace(problem, present=present, seats=seats)


def _held(mentor_of: Integers, in_round: int) -> Integers:
    """(k, 3) rows (mentee, mentor, round) of the rounds before this one."""
    mentee, when = np.nonzero(mentor_of[:, :in_round] != FREE)
    return np.column_stack([mentee, mentor_of[mentee, when], when])
