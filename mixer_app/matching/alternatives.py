"""Where else a mentee could sit in a round: the cheapest way to every mentor, all weighed at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.plan_edits import EditKind
from mixer_app.matching.bringing_together import Seating
from mixer_app.matching.edits import Edit, EditCost, cost_of_seating
from mixer_app.matching.problem import FREE, PlanProblem, RoundPlan
from mixer_app.matching.targets import Refusal, legal_targets

Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Alternative:
    """Another seat for somebody in the same round, and what it costs."""

    mentor: int
    edit: Edit
    cost: EditCost


def alternatives(
    problem: PlanProblem, plan: RoundPlan, mentee: int, in_round: int, limit: int | None = 3
) -> tuple[Alternative, ...]:
    """Other mentors for a mentee in a round, the cheapest way to each, the cheapest first; all with no `limit`.

    Cheapest: nobody meets fewer, then nobody loses a strong introduction, then the total fit. Every
    legal place is weighed.
    """
    ways = _Ways(problem, plan, mentee, in_round)
    return tuple(
        Alternative(int(ways.there[place]), ways.edit(place), cost_of_seating(problem, plan, ways.seating(place)))
        for place in ways.cheapest()[:limit].tolist()
    )


class _Ways:
    """Every legal move, swap and take of one seat, weighed at once; each array is (ways,)."""

    def __init__(self, problem: PlanProblem, plan: RoundPlan, mentee: int, in_round: int) -> None:
        self._problem, self._plan, self._mentee, self._round = problem, plan, mentee, in_round
        targets = legal_targets(problem, plan, mentee, in_round)
        moves = np.flatnonzero(targets.moves == Refusal.NONE)
        swaps = np.flatnonzero(targets.swaps == Refusal.NONE)
        takes = np.flatnonzero((targets.takes == Refusal.NONE) & (targets.swaps != Refusal.NONE))
        self._other = np.concatenate([np.full(len(moves), -1), swaps, takes])
        row = plan.mentor_of[:, in_round]
        self.there = np.concatenate([moves, row[swaps], row[takes]])  # mentor
        self._swapped = np.repeat([False, True, False], [len(moves), len(swaps), len(takes)])
        self._falls = np.repeat([False, False, True], [len(moves), len(swaps), len(takes)])

    def cheapest(self) -> Integers:
        """(mentors,) the cheapest way to each mentor who can be reached, the cheapest mentor first."""
        fit, lost = self._weigh()
        order = np.lexsort((self.there, -fit, lost, self._falls))
        _, first = np.unique(self.there[order], return_index=True)
        return order[np.sort(first)]

    def edit(self, place: int) -> Edit:
        """The change that one of the ways is."""
        other = int(self._other[place])
        seat = {"mentee": self._mentee, "round": self._round}
        if other < 0:
            return Edit(kind=EditKind.MOVE, mentor=int(self.there[place]), **seat)
        return Edit(kind=EditKind.SWAP if self._swapped[place] else EditKind.TAKE, other=other, **seat)

    def seating(self, place: int) -> Seating:
        """The seats that one of the ways changes."""
        seating = {(self._mentee, self._round): int(self.there[place])}
        if self._other[place] >= 0:
            here = int(self._plan.mentor_of[self._mentee, self._round])
            seating[int(self._other[place]), self._round] = here if self._swapped[place] else FREE
        return seating

    def _weigh(self) -> tuple[NDArray[np.float64], Integers]:
        """(ways,) change of the total fit, and how many lose their only strong introduction."""
        scores, rows, strong = self._problem.scores, self._plan.mentor_of, self._problem.strong
        me, there, here = self._mentee, self.there, int(self._plan.mentor_of[self._mentee, self._round])
        paired = self._other >= 0
        other = np.where(paired, self._other, 0)
        seated = rows != FREE
        fits = np.where(seated, np.take_along_axis(scores, np.maximum(rows, 0), axis=1), -1.0)  # (mentees, rounds)
        good = seated & (fits >= strong)
        elsewhere = good.sum(axis=1) > good[:, self._round]
        mine, theirs = scores[me, there], np.where(self._swapped, scores[other, here], 0.0)
        fit = mine - (scores[me, here] if here != FREE else 0.0) + theirs
        fit = fit - np.where(paired, scores[other, there], 0.0)
        i_lose = good[me].any() & ~(elsewhere[me] | (mine >= strong))
        they_lose = paired & good[other].any(axis=1) & ~(elsewhere[other] | (self._swapped & (theirs >= strong)))
        return np.asarray(fit), i_lose.astype(np.int64) + they_lose.astype(np.int64)
