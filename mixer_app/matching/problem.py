"""What a planner is asked and what it answers: the values of the planning contract."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.errors import MixerError

FREE: Final = -1
"""In `RoundPlan.mentor_of` and `PlanProblem.keep`: no mentor in that round."""

RESOLUTION: Final = 10_000
"""Scores are compared in steps of one part in this many."""


class PlanInputError(MixerError):
    """The problem contradicts itself; the text names the first offending index, counted from 0."""


@dataclass(frozen=True, kw_only=True)
class PlanProblem:
    """Who is there when, who may meet whom, and how well each pair fits.

    A past round is told by its rows in `fixed`, with `present` and `seats` for that round as they
    were: what is still open in a round (a free seat and a free mentee) may be filled.
    """

    scores: NDArray[np.float64]  # (mentees, mentors), each in [0, 1]
    allowed: NDArray[np.bool_]  # (mentees, mentors)
    rounds: int
    seats: NDArray[np.int64]  # (mentors, rounds) mentees that the mentor can host; 0: rests or absent
    present: NDArray[np.bool_]  # (mentees, rounds)
    mentor_limit: NDArray[np.int64] | None = None  # (mentors,) introductions over the evening
    mentee_limit: NDArray[np.int64] | None = None  # (mentees,)
    fixed: NDArray[np.int64] | None = None  # (k, 3) rows (mentee, mentor, round): past, locked or published
    keep: NDArray[np.int64] | None = None  # (mentees, rounds) mentor index or -1: a plan to stay close to
    discovery: NDArray[np.bool_] | None = None  # (mentees, mentors) pairs off the expected path
    apart: NDArray[np.int64] | None = None  # (k, 2) mentees who never share a table
    same_person: NDArray[np.int64] | None = None  # (k, 2) rows (mentee, mentor) that are one person
    once: NDArray[np.int64] | None = None  # (k, 4) rows (mentee, mentor, mentee, mentor): one pair of the two meets
    strong: float = 0.6
    seed: int = 0


@dataclass(frozen=True)
class PlanQuality:
    """How good a plan is, and how good any plan could be."""

    meetings_per_mentee: NDArray[np.int64]
    fewest: int
    meetings: int
    kept: int  # seats of `keep` (entries other than -1) that the plan leaves as they were
    strong_mentees: int
    discovery_mentees: int
    total_score: float
    mentor_load: NDArray[np.int64]
    optimal: bool  # every rank of the objective is proven
    bound_meetings: int  # no plan can have more meetings
    bound_score: float  # no plan with as fair a spread can score higher


@dataclass(frozen=True)
class RoundPlan:
    """Who sits with whom in every round."""

    mentor_of: NDArray[np.int64]  # (mentees, rounds) mentor index, -1: free
    quality: PlanQuality
