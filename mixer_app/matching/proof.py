"""Prove small evenings best: first without saying who sits with whom when, then with, then whole.

The relaxed evening (`relaxed_evening`) is settled rank by rank; its pairs then look for rounds
(`round_search`). Where all find one, the plan reaches a bound that no plan exceeds. Where they do
not, the whole evening is searched as one model (`exact`) with what is proven so far.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.progress import Progress
from mixer_app.matching.deadline import Deadline
from mixer_app.matching.exact import is_small, prove
from mixer_app.matching.openings import Openings
from mixer_app.matching.problem import FREE
from mixer_app.matching.relaxed_evening import RelaxedBest, best_relaxed, is_small_enough
from mixer_app.matching.round_search import rounds_of_all
from mixer_app.matching.standing import Standing, highest_standing, standing_of_rounds

Integers = NDArray[np.int64]

_EFFORT: Final = (2.4, 0.4, 0.7)  # deterministic seconds for pairs, rounds and the whole: about 5 s in all
_EFFORT_IN_TIME: Final = (4.0, 1.0, 2.5)  # where a deadline ends the search anyway


@dataclass(frozen=True)
class Proof:
    """A plan (mentees, rounds) and what no plan exceeds: `best` is the plan's own standing where it is proven best."""

    mentor_of: Integers
    best: Standing
    optimal: bool
    points: int | None  # no plan with as fair a spread as `best` has more; None: not known


def is_provable(openings: Openings) -> bool:
    """Whether the evening is small enough for a proof to be worth trying."""
    return is_small_enough(openings)


def prove_rounds(
    openings: Openings, mentor_of: Integers, best: Standing, progress: Progress | None, deadline: Deadline
) -> Proof:
    """Improve the plan `mentor_of` to the optimum, if the effort suffices; `best` is a proven bound."""
    for_pairs, for_rounds, for_whole = _EFFORT_IN_TIME if deadline.is_set else _EFFORT
    relaxed = best_relaxed(openings, mentor_of, best, effort=for_pairs, progress=progress, deadline=deadline)
    best = min(best, _bound_by(openings, relaxed))
    found = rounds_of_all(
        openings, relaxed.pairs, relaxed.kept, effort=for_rounds, progress=progress, deadline=deadline
    )
    if found is not None and standing_of_rounds(openings, found) > standing_of_rounds(openings, mentor_of):
        mentor_of = found
    if standing_of_rounds(openings, mentor_of) == best:
        return Proof(mentor_of, best, optimal=True, points=relaxed.points)
    complete = len(relaxed.proven) == len(best.figures)  # else the whole would be harder still
    if not complete or not is_small(openings, timed=True) or deadline.passed:
        return Proof(mentor_of, best, optimal=False, points=relaxed.points)
    mentee, in_round = np.nonzero(mentor_of != FREE)
    rows = np.column_stack([mentee, mentor_of[mentee, in_round], in_round])
    answer = prove(openings, rows, best, timed=True, effort=for_whole, progress=progress, deadline=deadline)
    whole = np.full_like(mentor_of, FREE)
    whole[answer.rows[:, 0], answer.rows[:, 2]] = answer.rows[:, 1]
    if answer.proven:
        reached = standing_of_rounds(openings, whole)
        points = relaxed.points if reached.spread == best.spread else None
        return Proof(whole, reached, optimal=True, points=points)
    return Proof(whole, best, optimal=False, points=relaxed.points)


def _bound_by(openings: Openings, relaxed: RelaxedBest) -> Standing:
    """What no plan exceeds: the proven figures, then the first that is only bounded, then anything."""
    figures = list(highest_standing(openings).figures)
    figures[: len(relaxed.proven)] = relaxed.proven
    if relaxed.bound is not None:
        figures[len(relaxed.proven)] = min(figures[len(relaxed.proven)], relaxed.bound)
    return Standing.of_figures(figures)
