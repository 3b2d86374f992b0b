"""Plan an evening: the best pairs first, then the rounds, then what windows need."""

import numpy as np

from mixer_app.domain.progress import Progress, report
from mixer_app.matching.colouring import colour
from mixer_app.matching.openings import Openings, openings_of
from mixer_app.matching.pairs import Aims, choose_pairs
from mixer_app.matching.problem import FREE, PlanProblem, RoundPlan
from mixer_app.matching.quality import Bounds, quality_of
from mixer_app.matching.validation import checked


def plan_rounds(problem: PlanProblem, *, progress: Progress | None = None) -> RoundPlan:
    """The best plan for `problem`; raises `PlanInputError`, or `Cancelled` if `progress` says so."""
    report(progress, 0.0, "Looking at who is there")
    problem = checked(problem)
    openings = openings_of(problem)
    report(progress, 0.1, "Choosing who meets whom")
    pairs = choose_pairs(openings, Aims())
    report(progress, 0.7, "Giving each pair a round")
    colouring = colour(openings, pairs)
    mentor_of = np.where(openings.seated != FREE, openings.seated, colouring.mentor_of)
    return RoundPlan(mentor_of, quality_of(problem, mentor_of, Bounds(False, 0, 0)))


def is_steady(openings: Openings) -> bool:
    """Whether everybody who is there at all is there in every open round, with the same seats."""
    used = (openings.present & (openings.mentee_room > 0)[:, None]).any(axis=0)  # (rounds,)
    present = openings.present[openings.mentee_room > 0][:, used]
    seats = openings.seats[openings.mentor_room > 0][:, used]
    if openings.keep is not None and (openings.keep != FREE).any():
        return False
    if openings.blocked or any(
        openings.mentee_room[mentee] and openings.mentor_room[mentor] for mentee, mentor in openings.same_person
    ):
        return False
    return bool(present.all() and (seats == seats[:, :1]).all())
