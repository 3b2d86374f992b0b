"""How many mentors the least-served mentee can meet at most, whoever makes the plan."""

from dataclasses import replace
from datetime import datetime

import numpy as np

from mixer_app.matching import PlanProblem, plan_rounds
from mixer_app.services.database import Database
from mixer_app.services.plan_inputs import read_plan_inputs
from mixer_app.services.plan_problem import set_problem


def fewest_possible(database: Database, event_id: int, *, now: datetime) -> int | None:
    """The proven most that everyone who is here can have as a minimum, in a plan made afresh; None if unproven.

    It is the exact answer to an easier problem, in which people may come when they like as long
    as they come to as many rounds: no plan for the real one can be fairer.
    """
    inputs = database.read(read_plan_inputs, event_id, everyone=False, now=now)
    problem = set_problem(inputs, seed=0, afresh=True).problem
    quality = plan_rounds(at_any_time(problem)).quality
    return quality.fewest if quality.optimal else None


def at_any_time(problem: PlanProblem) -> PlanProblem:
    """The same people, bound by how many rounds they are here for, but no longer by which."""
    rounds_here = problem.present.sum(axis=1)  # (mentees,)
    seats_in_all = problem.seats.sum(axis=1)  # (mentors,)
    widest = problem.seats.max(axis=1, initial=0)  # (mentors,)
    return replace(
        problem,
        present=np.ones_like(problem.present),
        seats=np.repeat(widest[:, None], problem.rounds, axis=1),
        mentee_limit=_least(rounds_here, problem.mentee_limit),
        mentor_limit=_least(seats_in_all, problem.mentor_limit),
        fixed=None,
        keep=None,
        apart=None,
        same_person=None,
    )


def _least(one: np.ndarray, other: np.ndarray | None) -> np.ndarray:
    return one.astype(np.int64) if other is None else np.minimum(one, other).astype(np.int64)
