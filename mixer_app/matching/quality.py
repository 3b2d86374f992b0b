"""The figures of a plan for people, and how good any plan could be."""

import numpy as np
from numpy.typing import NDArray

from mixer_app.matching.bounds import Bounds
from mixer_app.matching.problem import FREE, RESOLUTION, PlanProblem, PlanQuality

Integers = NDArray[np.int64]


def quality_of(problem: PlanProblem, mentor_of: Integers, bounds: Bounds) -> PlanQuality:
    """The figures of `mentor_of` (mentees, rounds)."""
    mentors = problem.scores.shape[1]
    mentee, in_round = np.nonzero(mentor_of != FREE)
    mentor = mentor_of[mentee, in_round]
    pairs = np.zeros(problem.scores.shape, bool)
    pairs[mentee, mentor] = True
    met = np.bincount(mentee, minlength=len(mentor_of))
    off_path = problem.discovery
    total = float(problem.scores[pairs].sum())
    return PlanQuality(
        meetings_per_mentee=met,
        fewest=int(met.min(initial=problem.rounds)) if len(met) else 0,
        meetings=len(mentee),
        kept=0 if problem.keep is None else int(((mentor_of == problem.keep) & (mentor_of != FREE)).sum()),
        strong_mentees=int((pairs & (problem.scores >= problem.strong)).any(axis=1).sum()),
        discovery_mentees=0 if off_path is None else int((pairs & off_path).any(axis=1).sum()),
        total_score=total,
        mentor_load=np.bincount(mentor, minlength=mentors),
        optimal=bounds.optimal,
        bound_meetings=bounds.meetings,
        bound_score=max(total, bounds.points / RESOLUTION + _lost_by_rounding(problem) * bounds.meetings),
    )


def _lost_by_rounding(problem: PlanProblem) -> float:
    """The most that one score exceeds its value at the resolution of 1e-4."""
    if not problem.scores.size:
        return 0.0
    lost = float((problem.scores - np.rint(problem.scores * RESOLUTION) / RESOLUTION).max())
    return lost if lost > 1e-9 else 0.0
