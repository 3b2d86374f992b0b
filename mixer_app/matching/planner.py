"""Plan an evening: the best pairs first, then the rounds, then what windows need."""

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.progress import Progress, report
from mixer_app.matching.bounds import Bounds, Known, bounds_of, spread_by_rounds, tightened
from mixer_app.matching.colouring import colour
from mixer_app.matching.company import clashes, vary_company
from mixer_app.matching.deadline import Deadline
from mixer_app.matching.discovery import choose_crossing_pairs
from mixer_app.matching.exact import is_small, prove
from mixer_app.matching.improvement import improve
from mixer_app.matching.openings import Flags, Openings, is_steady, openings_of
from mixer_app.matching.pairs import Aims, PairChooser, choose_pairs, crossing
from mixer_app.matching.problem import FREE, PlanProblem, RoundPlan
from mixer_app.matching.proof import is_provable, prove_rounds
from mixer_app.matching.quality import quality_of
from mixer_app.matching.roles import split_roles, with_roles_settled
from mixer_app.matching.standing import (
    Standing,
    highest_caps,
    kept_at_most,
    standing_of_pairs,
    standing_of_rounds,
)
from mixer_app.matching.validation import checked
from mixer_app.matching.ways import with_ways_settled

Integers = NDArray[np.int64]

_FOR_STEPS: Final = 0.6  # of the time that is left; the rest is for what comes after, the bounds too
_FAIR: Final = Aims(keep=False, strong=False, discovery=False)


def plan_rounds(
    problem: PlanProblem, *, progress: Progress | None = None, time_limit: float | None = None
) -> RoundPlan:
    """The best plan for `problem`; raises `PlanInputError`, or `Cancelled` if `progress` says so.

    People present all evening are planned exactly. Others get a plan that is improved in a fixed
    number of steps, or, with a `time_limit` in seconds, for as long as that allows and the steps help:
    the plan is then the best one found in time, and may differ from run to run. `quality` tells whether
    it is proven best, and how good any plan could be.
    """
    deadline = Deadline.after(time_limit)
    progress = None if progress is None else _never_back(progress)
    report(progress, 0.0, "Looking at who is there")
    problem = checked(problem)
    openings = openings_of(problem)
    planning = _Planning(openings, progress, deadline)
    added, bounds = planning.solve()
    mentor_of = np.where(openings.seated != FREE, openings.seated, added)
    report(progress, 1.0, "Done")
    return RoundPlan(mentor_of, quality_of(problem, mentor_of, bounds))


def _never_back(progress: Progress) -> Progress:
    """The same, told the greatest fraction so far: stages that come twice do not move it back."""
    reached = 0.0

    def told(fraction: float, stage: str) -> bool:
        nonlocal reached
        reached = max(reached, fraction)
        return progress(reached, stage)

    return told


class _Planning:
    """The way from openings to rounds; arrays of rounds are (mentees, rounds), without fixed ones."""

    def __init__(self, openings: Openings, progress: Progress | None, deadline: Deadline) -> None:
        self._openings, self._progress, self._deadline = openings, progress, deadline
        self._chooser = PairChooser(openings, progress)

    def solve(self) -> tuple[Integers, Bounds]:
        """The introductions to add, and what is proven."""
        report(self._progress, 0.05, "Choosing who meets whom")
        fair = self._chooser.choose(_FAIR)
        pairs, best = self._choose(fair)
        most = best.meetings
        if not is_steady(self._openings):
            spread, most = self._tighter(most)
            best = tightened(self._openings, best, spread, self._chooser)
        report(self._progress, 0.5, "Giving each pair a round")
        mentor_of = self._rounds_for(pairs)
        known = Known(best, fair, most, optimal=standing_of_rounds(self._openings, mentor_of) == best)
        if not known.optimal and is_provable(self._openings) and not self._deadline.passed:
            mentor_of, known = self._proven(mentor_of, known)
        if not known.optimal:
            mentor_of = self._improved(mentor_of, pairs, known.best)
        if not (is_steady(self._openings) and known.optimal):
            mentor_of = self._varied(mentor_of)
        if not known.optimal:
            known = replace(known, optimal=standing_of_rounds(self._openings, mentor_of) == known.best)
        report(self._progress, 0.97, "Measuring how good any plan could be")
        reached = standing_of_rounds(self._openings, mentor_of)
        chooser = None if self._deadline.passed else self._chooser
        return mentor_of, bounds_of(self._openings, reached, known, chooser)

    def _tighter(self, most: int) -> tuple[tuple[int, ...], int]:
        """The fairest spread and the most meetings by counting who is there in each round."""
        spread = spread_by_rounds(self._openings)
        most = min(most, sum(spread))
        if not self._openings.same_person:
            return spread, most
        split = split_roles(self._openings)
        return min(spread, split.spread), min(most, split.most)

    def _choose(self, fair: Flags) -> tuple[Flags, Standing]:
        """Pairs for the evening with rounds left out, and a standing that no plan exceeds.

        `fair` are the pairs that are best if only spread, score and load count.
        """
        openings = self._openings
        standing = standing_of_pairs(openings, fair, kept_at_most(openings, fair))
        if (standing.kept, standing.strong, standing.discovery) == highest_caps(openings):
            return fair, standing
        if self._deadline.passed:
            kept, strong, discovery = highest_caps(openings)
            return fair, replace(standing, kept=kept, strong=strong, discovery=discovery)
        if openings.discovery is None or not crossing(openings).any():
            pairs = self._chooser.choose(Aims())
            return pairs, standing_of_pairs(openings, pairs, kept_at_most(openings, pairs))
        pairs, best = choose_crossing_pairs(openings, self._chooser, self._progress)
        if is_steady(openings) and is_small(openings, timed=False):
            rows = np.argwhere(pairs)
            rows = np.column_stack([rows, np.zeros(len(rows), np.int64)])
            answer = prove(openings, rows, best, timed=False, progress=self._progress, deadline=self._deadline)
            pairs = np.zeros_like(pairs)
            pairs[answer.rows[:, 0], answer.rows[:, 1]] = True
            if answer.proven:
                best = standing_of_pairs(openings, pairs, kept=0)
        return pairs, best

    def _rounds_for(self, pairs: Flags) -> Integers:
        """Rounds for as many of `pairs` as find one, breaking no rule."""
        openings = self._openings
        settled = with_roles_settled(openings)
        if settled is openings and not openings.once:
            mentor_of = colour(openings, pairs).mentor_of
        else:
            settled, pairs = with_ways_settled(settled, lambda left: choose_pairs(left, Aims()))
            best = standing_of_pairs(settled, pairs, kept_at_most(settled, pairs))
            mentor_of = colour(settled, pairs).mentor_of
            mentor_of = improve(
                settled,
                mentor_of,
                favoured=pairs,
                best=best,
                progress=self._progress,
                deadline=self._deadline.part(_FOR_STEPS),
                patient=False,  # roles and ways are settled: time is better spent when they are not
            )
        mentor_of = vary_company(settled, mentor_of, self._progress)
        for mentee, in_round in clashes(openings, mentor_of):
            mentor_of[mentee, in_round] = FREE
        return mentor_of

    def _improved(self, mentor_of: Integers, pairs: Flags, best: Standing) -> Integers:
        """The rounds improved where windows, or people to be apart, cost introductions."""
        openings = self._openings
        if is_steady(openings) and int((mentor_of != FREE).sum()) == int(pairs.sum()):
            return mentor_of
        deadline = self._deadline.part(_FOR_STEPS)
        return improve(openings, mentor_of, favoured=pairs, best=best, progress=self._progress, deadline=deadline)

    def _varied(self, mentor_of: Integers) -> Integers:
        return vary_company(
            self._openings, mentor_of, self._progress, thorough=True, deadline=self._deadline.part(_FOR_STEPS)
        )

    def _proven(self, mentor_of: Integers, known: Known) -> tuple[Integers, Known]:
        deadline = self._deadline.part(_FOR_STEPS)
        proof = prove_rounds(self._openings, mentor_of, known.best, self._progress, deadline)
        known = replace(known, best=proof.best, points=proof.points, optimal=proof.optimal)
        return proof.mentor_of, known
