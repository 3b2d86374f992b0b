"""Repair a published plan: what is past stays, the fewest seats change, and the change comes as a list."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.plan_edits import PART_OF_PLAN
from mixer_app.domain.progress import Progress
from mixer_app.matching.problem import FREE, PlanInputError, PlanProblem, RoundPlan
from mixer_app.matching.reseating import reseat

Integers = NDArray[np.int64]


@dataclass(frozen=True)
class SeatChange:
    """One mentee's seat in one round, before and after; a mentor of -1 is no seat."""

    mentee: int
    round: int  # from 0
    before: int
    after: int
    why: str


@dataclass(frozen=True)
class Repair:
    """A repaired plan, the problem that it answers, and what is different."""

    plan: RoundPlan
    problem: PlanProblem
    changes: tuple[SeatChange, ...]


def repair(
    problem: PlanProblem, published: Integers, *, from_round: int = 0, progress: Progress | None = None
) -> Repair:
    """Bring `published` (mentees, rounds; rows as in `problem`, -1: no seat) in line with the people who are here now.

    `problem` is the situation: someone gone is not `present`, a mentor gone has no `seats`, someone
    new has a row without seats. Rounds before `from_round` stay exactly as published.
    """
    changed = problem_of_repair(problem, published, from_round)
    plan = reseat(changed, progress=progress)
    return Repair(plan, changed, changes_between(changed, published, plan.mentor_of))


def problem_of_repair(problem: PlanProblem, published: Integers, from_round: int) -> PlanProblem:
    """`problem` with the published rounds before `from_round` fixed and closed, and the others to stay close to."""
    if published.shape != problem.present.shape:
        raise PlanInputError(f"published has shape {published.shape}: {problem.present.shape} agrees with present.")
    past = published[:, :from_round]
    mentee, in_round = np.nonzero(past != FREE)
    mentor = past[mentee, in_round]
    rows = [np.column_stack([mentee, mentor, in_round])]
    if problem.fixed is not None:
        rows.append(problem.fixed[problem.fixed[:, 2] >= from_round])
    allowed, present, seats = problem.allowed.copy(), problem.present.copy(), problem.seats.copy()
    allowed[mentee, mentor] = True  # it has happened, whatever the rules say now
    present[:, :from_round] = past != FREE
    seats[:, :from_round] = 0
    np.add.at(seats, (mentor, in_round), 1)
    fixed = np.concatenate(rows)
    return replace(
        problem,
        allowed=allowed,
        present=present,
        seats=seats,
        fixed=fixed,
        keep=published,
        mentee_limit=_at_least(problem.mentee_limit, fixed[:, 0]),
        mentor_limit=_at_least(problem.mentor_limit, fixed[:, 1]),
    )


def changes_between(problem: PlanProblem, before: Integers, after: Integers) -> tuple[SeatChange, ...]:
    """Every seat that differs between two plans (mentees, rounds), by round and mentee, with its reason."""
    reasons = _Reasons(problem, before, after)
    different = [(int(mentee), int(in_round)) for mentee, in_round in np.argwhere(before != after)]
    return tuple(
        SeatChange(
            mentee, in_round, int(before[mentee, in_round]), int(after[mentee, in_round]), reasons.of(mentee, in_round)
        )
        for mentee, in_round in sorted(different, key=lambda place: (place[1], place[0]))
    )


class _Reasons:
    """Why a seat changed, in words, from what is known of presence and seats alone; never from who may meet whom."""

    def __init__(self, problem: PlanProblem, before: Integers, after: Integers) -> None:
        self._problem, self._before, self._after = problem, before, after
        self._old = (before != FREE).sum(axis=1)  # (mentees,)
        self._new = (after != FREE).sum(axis=1)

    def of(self, mentee: int, in_round: int) -> str:
        """The reason of one change."""
        problem, old = self._problem, int(self._before[mentee, in_round])
        if old != FREE and not problem.present[mentee, in_round]:
            return "Left" if not problem.present[mentee, in_round:].any() else "Is not here in this round"
        if old != FREE and problem.seats[old, in_round] == 0:
            gone = not problem.seats[old, in_round:].any()
            return "Their mentor left" if gone else "Their mentor rests in this round"
        if old != FREE or self._after[mentee, in_round] == FREE:
            return PART_OF_PLAN
        if self._old[mentee] == 0:
            return "New here"
        if self._new[mentee] > self._old[mentee]:
            return f"A seat opened: meets {self._new[mentee]}, not {self._old[mentee]}"
        return PART_OF_PLAN


def _at_least(limit: Integers | None, people: Integers) -> Integers | None:
    return None if limit is None else np.maximum(limit, np.bincount(people, minlength=len(limit)))
