"""Who sits idle in the round under way is seated in it, where that costs nobody a meeting.

The planner takes one round for as good as another. In a room it is not so: people stand about now.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from mixer_app.matching import PlanProblem, plan_rounds


def prefer_seats_now(problem: PlanProblem, in_round: int) -> PlanProblem:
    """The same problem, whose plan to stay close to gives idle people a free seat in round `in_round` (from 0).

    It is a preference after a fair spread, so that nobody meets fewer people for it.
    """
    if problem.keep is None:
        return problem
    keep, fixed = problem.keep.copy(), _rows_of(problem.fixed, 3)
    talking = fixed[fixed[:, 2] == in_round]  # (talks, 3): mentee, mentor, round
    taken = np.bincount(talking[:, 1], minlength=problem.seats.shape[0])  # (mentors,)
    open_seats = np.maximum(problem.seats[:, in_round] - taken, 0)
    idle = problem.present[:, in_round] & (keep[:, in_round] < 0)  # (mentees,)
    idle[talking[:, 0]] = False
    for mentee, mentor in _rows_of(problem.same_person, 2):
        idle[mentee] &= taken[mentor] == 0
        open_seats[mentor] *= int(not np.isin(mentee, talking[:, 0]))
    rows = np.flatnonzero(idle)
    if not rows.size or not open_seats.any():
        return problem
    free_pairs = problem.allowed & ~_meets(problem, keep, fixed)
    once = PlanProblem(
        scores=problem.scores[rows],
        allowed=free_pairs[rows],
        rounds=1,
        seats=open_seats[:, None],
        present=np.ones((rows.size, 1), dtype=bool),
        strong=problem.strong,
        seed=problem.seed,
    )
    keep[rows, in_round] = plan_rounds(once).mentor_of[:, 0]
    return replace(problem, keep=keep)


def _meets(problem: PlanProblem, keep: NDArray[np.int64], fixed: NDArray[np.int64]) -> NDArray[np.bool_]:
    """(mentees, mentors): who meets whom already, in what is past or planned."""
    meets = np.zeros_like(problem.allowed)
    meets[fixed[:, 0], fixed[:, 1]] = True
    mentee, in_round = np.nonzero(keep >= 0)
    meets[mentee, keep[mentee, in_round]] = True
    return meets


def _rows_of(rows: NDArray[np.int64] | None, width: int) -> NDArray[np.int64]:
    return np.empty((0, width), dtype=np.int64) if rows is None else rows
