"""Who meets whom, rounds left out: all ranks of the objective, proven over all pairs.

For people present all evening a choice of pairs is a plan (König); with windows it is a relaxation,
and its figures are bounds. A large evening is solved over the pairs that are likely to be chosen,
given what a seat at each mentor is worth to others (its price: first from a sample of the mentees,
then from what was solved before). Every pair left out is then priced with the potentials of the
solution and taken in where it could pay, until none could: nothing is left out of the proof.
"""

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.progress import Progress, report
from mixer_app.matching.bonuses import Bonus, crossing, natural_bonus
from mixer_app.matching.openings import Flags, Integers, Openings
from mixer_app.matching.pair_network import Aims, PairNetwork

__all__ = ["Aims", "Bonus", "PairChooser", "best_of_each", "choose_pairs", "crossing", "natural_bonus"]

_PRUNE_FROM: Final = 20_000  # pairs
_NEVER: Final = np.iinfo(np.int64).min
_LOWEST: Final = -(2**40)  # no worth is as low
_BEST_FOR_EACH: Final = 3  # likely partners of a mentee in a sample, for each round
_LOOKED_AT: Final = 500  # mentees, for what is a small cost
_SPARE: Final = 8  # likely partners of a mentee, beyond one for each round
_WANTED: Final = 3  # of them strong, and off the path, at least
_SAMPLED: Final = 8  # one mentee of so many
_SAMPLE_AIMS: Final = Aims(keep=False, strong=False, discovery=False, load=False)


def choose_pairs(openings: Openings, aims: Aims, bonus: NDArray[np.int8] | None = None) -> Flags:
    """The best pairs for `aims`, in strict order; `bonus` is a `Bonus` for each mentee."""
    return PairChooser(openings).choose(aims, bonus)


class PairChooser:
    """Chooses pairs of the same openings again and again, for other aims; each time teaches the next."""

    def __init__(self, openings: Openings, progress: Progress | None = None) -> None:
        self._openings, self._progress = openings, progress
        self._likely: Flags | None = None  # (mentees, mentors) by the last choice

    def repriced(self, openings: Openings) -> "PairChooser":
        """A chooser for the same pairs with other scores or less room, to which this one teaches what it knows."""
        other = PairChooser(openings, self._progress)
        other._likely = None if self._likely is None else self._likely.copy()
        return other

    def choose(self, aims: Aims, bonus: NDArray[np.int8] | None = None) -> Flags:
        """The best pairs for `aims`, in strict order; `bonus` is a `Bonus` for each mentee."""
        possible = self._openings.possible
        if possible.sum() < _PRUNE_FROM:
            report(self._progress, 0.0, "Choosing who meets whom")
            network = PairNetwork(self._openings, aims, bonus, possible)
            return network.solve(prove=False) if possible.any() else np.zeros_like(possible)
        considered = self._worth_considering(aims)
        while True:
            report(self._progress, 0.0, "Choosing who meets whom")
            network = PairNetwork(self._openings, aims, bonus, considered)
            chosen = network.solve(prove=True)
            reduced = network.reduced_costs()
            paying = self._paying(reduced, considered)
            self._likely = chosen | self._nearly_paying(reduced[0])
            if not paying.any():
                return chosen
            considered |= paying | self._likely

    def _paying(self, reduced: list[Integers], considered: Flags) -> Flags:
        """Pairs left out that could improve the choice; of very many, the best of each mentee."""
        open_question = self._openings.possible & ~considered
        paying = np.zeros_like(considered)
        for costs in reduced:
            paying |= open_question & (costs < 0)
            open_question &= costs == 0
        if paying.sum() > considered.sum():
            worth = np.where(paying, -reduced[0], _NEVER)
            paying &= best_of_each(worth, self._openings.rounds + _SPARE)
        return paying

    def _nearly_paying(self, costs: Integers) -> Flags:
        """Pairs that cost least: a little less room or another aim, and they would be chosen."""
        possible = self._openings.possible
        some = slice(None, None, max(1, len(possible) // _LOOKED_AT))
        sample = np.sort(costs[some][possible[some]])
        share = (self._openings.rounds + _SPARE) / possible.shape[1]
        return possible & (costs <= sample[min(len(sample) - 1, int(share * len(sample)))])

    def _worth_considering(self, aims: Aims) -> Flags:
        """Pairs (mentees, mentors) that are likely to be chosen."""
        openings = self._openings
        if self._likely is None:
            self._likely = self._first_guess()
        likely = self._likely.copy()
        for counts, wanted in ((aims.strong, openings.strong), (aims.discovery, openings.discovery)):
            if counts and wanted is not None:
                worth = np.where(wanted & openings.possible, openings.points, _NEVER)
                likely |= best_of_each(worth, _WANTED)
        if aims.keep and openings.keep is not None:
            mentee, in_round = np.nonzero(openings.keep >= 0)
            likely[mentee, openings.keep[mentee, in_round]] = True
        return likely & openings.possible

    def _first_guess(self) -> Flags:
        """The best pairs at the prices that mentors' seats have in a sample of the mentees."""
        openings, sample = self._openings, _sampled(self._openings)
        worth = np.where(sample.possible, sample.points, _NEVER)
        of_mentor = best_of_each(worth.T, 2 * int(np.median(sample.mentor_room)) + 1).T
        considered = (of_mentor | best_of_each(worth, _BEST_FOR_EACH * openings.rounds)) & sample.possible
        network = PairNetwork(sample, _SAMPLE_AIMS, None, considered)
        network.solve(prove=True)
        worth = np.where(openings.possible, openings.points - network.mentor_prices(), _NEVER)
        return best_of_each(worth, openings.rounds + _SPARE) & openings.possible


def best_of_each(worth: Integers, many: int) -> Flags:
    """(mentees, mentors) the `many` mentors of the highest worth to each mentee; the first of those who are equal."""
    mentors = worth.shape[1]
    many = max(1, min(mentors, many))
    ranked = np.maximum(worth, _LOWEST) * mentors - np.arange(mentors)  # no two equal: the same on every machine
    best = np.zeros(worth.shape, bool)
    best[np.arange(len(worth))[:, None], np.argpartition(ranked, -many, axis=1)[:, -many:]] = True
    return best


def _sampled(openings: Openings) -> Openings:
    """The same evening with one mentee of several, drawn by lot, and as much less room at the mentors."""
    mentees = len(openings.possible)
    some = np.random.default_rng(openings.seed).permutation(mentees)[: -(-mentees // _SAMPLED)]
    share = len(some) / mentees
    room = np.diff(np.rint(np.cumsum(np.r_[0, openings.mentor_room]) * share)).astype(np.int64)
    return replace(
        openings,
        points=openings.points[some],
        possible=openings.possible[some] & (room > 0),
        strong=openings.strong[some],
        discovery=None,
        present=openings.present[some],
        keep=None,
        blocked=frozenset(),
        same_person=(),
        apart=(),
        once=(),
        seated=openings.seated[some],
        met=openings.met[some],
        mentee_room=np.minimum(openings.mentee_room[some], (openings.possible[some] & (room > 0)).sum(axis=1)),
        mentor_room=room,
        has_strong=openings.has_strong[some],
        has_discovery=openings.has_discovery[some],
    )
