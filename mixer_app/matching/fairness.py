"""Whether a plan's spread is proven the fairest, even where its score is not proven the greatest."""

import numpy as np

from mixer_app.matching.bounds import spread_by_rounds
from mixer_app.matching.openings import Openings, openings_of
from mixer_app.matching.pairs import Aims, choose_pairs
from mixer_app.matching.problem import FREE, PlanProblem, RoundPlan
from mixer_app.matching.roles import split_roles
from mixer_app.matching.standing import standing_of_pairs
from mixer_app.matching.validation import checked

_SPREAD_ONLY = Aims(keep=False, strong=False, discovery=False, score=False, load=False)


def fairest_spread(openings: Openings) -> tuple[int, ...]:
    """A spread (mentees with at least 1, 2, ... meetings) that no plan exceeds."""
    by_pairs = standing_of_pairs(openings, choose_pairs(openings, _SPREAD_ONLY), kept=0).spread
    spread = min(by_pairs, spread_by_rounds(openings))
    return min(spread, split_roles(openings).spread) if openings.same_person else spread


def is_proven_fairest(problem: PlanProblem, plan: RoundPlan) -> bool:
    """Whether no plan can spread meetings more evenly: the first rank of the objective is proven.

    Always so where `plan.quality.optimal`; with windows often so where that is not known.
    """
    met = (plan.mentor_of != FREE).sum(axis=1)
    spread = tuple(int((met >= level).sum()) for level in range(1, problem.rounds + 1))
    return plan.quality.optimal or np.array_equal(spread, fairest_spread(openings_of(checked(problem))))
