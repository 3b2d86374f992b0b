"""Why somebody has no introduction, in one sentence that gives no private reason away."""

import numpy as np

from mixer_app.matching.problem import FREE, PlanProblem, RoundPlan


def reason_without_mentee(problem: PlanProblem, plan: RoundPlan, mentee: int) -> str:
    """Why this mentee meets nobody; empty if they meet somebody.

    Every rule that keeps two people from meeting gives the same sentence, so that a keep-apart
    cannot be told from a colleague.
    """
    if (plan.mentor_of[mentee] != FREE).any():
        return ""
    present = np.asarray(problem.present[mentee], bool)
    if not present.any():
        return "Is not here in any round"
    if problem.mentee_limit is not None and problem.mentee_limit[mentee] == 0:
        return "Wishes for no introductions"
    hosts = _hosts(problem)
    if not hosts.any():
        return "No mentor has a seat"
    may_meet = np.asarray(problem.allowed[mentee], bool)
    if not (may_meet & hosts.any(axis=1)).any():
        return "Nobody of the mentors who are here may meet them"
    open_then = hosts[may_meet][:, present]
    if not open_then.any():
        return "No mentor is free in the rounds in which they are here"
    taken = _taken(problem, plan)
    if (taken >= problem.seats)[:, present][hosts[:, present]].all():
        return "All seats are taken"
    return "All seats that would fit are taken"


def reason_without_mentor(problem: PlanProblem, plan: RoundPlan, mentor: int) -> str:
    """Why this mentor meets nobody; empty if they meet somebody."""
    if (plan.mentor_of == mentor).any():
        return ""
    open_rounds = np.asarray(problem.seats[mentor] > 0, bool)
    if not open_rounds.any():
        return "Rests or is away in every round"
    if problem.mentor_limit is not None and problem.mentor_limit[mentor] == 0:
        return "Wishes for no introductions"
    if not problem.present.any():
        return "No mentee is here"
    may_meet = np.asarray(problem.allowed[:, mentor], bool) & problem.present.any(axis=1)
    if not may_meet.any():
        return "Nobody of the mentees who are here may meet them"
    if not problem.present[may_meet][:, open_rounds].any():
        return "No mentee is here in the rounds in which they host"
    return "All mentees who would fit meet others"


def _hosts(problem: PlanProblem) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """(mentors, rounds) who has a seat; a mentor whose limit is 0 has none."""
    hosts = np.asarray(problem.seats > 0)
    return hosts if problem.mentor_limit is None else hosts & (problem.mentor_limit > 0)[:, None]


def _taken(problem: PlanProblem, plan: RoundPlan) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """(mentors, rounds) seats that the plan uses."""
    taken = np.zeros(problem.seats.shape, np.int64)
    mentee, in_round = np.nonzero(plan.mentor_of != FREE)
    np.add.at(taken, (plan.mentor_of[mentee, in_round], in_round), 1)
    return taken
