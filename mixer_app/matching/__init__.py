"""Who meets whom and when: compatibility scores, pairs, rounds, quality."""

from mixer_app.domain.errors import Cancelled
from mixer_app.matching.fairness import is_proven_fairest
from mixer_app.matching.planner import plan_rounds
from mixer_app.matching.problem import FREE, PlanInputError, PlanProblem, PlanQuality, RoundPlan
from mixer_app.matching.verification import verify

__all__ = [
    "FREE",
    "Cancelled",
    "PlanInputError",
    "PlanProblem",
    "PlanQuality",
    "RoundPlan",
    "is_proven_fairest",
    "plan_rounds",
    "verify",
]
