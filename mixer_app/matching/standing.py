"""Where a plan stands: its figure in every rank of the objective, comparable in strict order."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mixer_app.matching.openings import Openings
from mixer_app.matching.problem import FREE

Integers = NDArray[np.int64]


@dataclass(frozen=True, order=True)
class Standing:
    """Figures of one plan, first rank first; greater is better in each."""

    spread: tuple[int, ...]  # mentees with at least 1, 2, ... meetings: its order is leximin's
    kept: int
    strong: int
    discovery: int
    points: int  # total score in steps of 1e-4
    evenness: int  # minus the sum of squares of the mentors' loads

    @property
    def figures(self) -> tuple[int, ...]:
        """All figures in strict order."""
        return (*self.spread, self.kept, self.strong, self.discovery, self.points, self.evenness)

    @classmethod
    def of_figures(cls, figures: Sequence[int]) -> "Standing":
        """The standing with these figures in strict order."""
        *spread, kept, strong, discovery, points, evenness = figures
        return cls(tuple(spread), kept, strong, discovery, points, evenness)

    @property
    def meetings(self) -> int:
        """Introductions in all."""
        return sum(self.spread)


def standing_of_pairs(openings: Openings, pairs: NDArray[np.bool_], kept: int) -> Standing:
    """The figures of `pairs` (mentees, mentors) together with the fixed introductions."""
    met = openings.met + pairs.sum(axis=1)
    load = openings.load + pairs.sum(axis=0)
    discovery = openings.discovery
    return Standing(
        spread=tuple(int((met >= level).sum()) for level in range(1, openings.rounds + 1)),
        kept=kept,
        strong=int((openings.has_strong | (pairs & openings.strong).any(axis=1)).sum()),
        discovery=0 if discovery is None else int((openings.has_discovery | (pairs & discovery).any(axis=1)).sum()),
        points=int(openings.points[pairs].sum()),
        evenness=-int((load * load).sum()),
    )


def standing_of_rounds(openings: Openings, mentor_of: Integers) -> Standing:
    """The figures of added introductions `mentor_of` (mentees, rounds) and the fixed ones."""
    kept = 0 if openings.keep is None else int(((mentor_of == openings.keep) & (mentor_of != FREE)).sum())
    return standing_of_pairs(openings, pairs_of(mentor_of, openings.possible.shape[1]), kept)


def kept_at_most(openings: Openings, pairs: NDArray[np.bool_]) -> int:
    """Seats of the old plan that could stay if `pairs` were met in their old rounds."""
    if openings.keep is None:
        return 0
    mentee, in_round = np.nonzero(openings.keep != FREE)
    old = np.unique(np.stack([mentee, openings.keep[mentee, in_round]], axis=1), axis=0)
    return int(pairs[old[:, 0], old[:, 1]].sum())


def highest_caps(openings: Openings) -> tuple[int, int, int]:
    """The most kept seats, strong and discovery mentees there could be if nothing else counted."""
    kept = kept_at_most(openings, openings.possible)
    strong = openings.has_strong | (openings.possible & openings.strong).any(axis=1)
    if openings.discovery is None:
        return kept, int(strong.sum()), 0
    found = openings.has_discovery | (openings.possible & openings.discovery).any(axis=1)
    return kept, int(strong.sum()), int(found.sum())


def highest_standing(openings: Openings) -> Standing:
    """Figures that nothing can exceed, each taken by itself."""
    reach = openings.met + openings.mentee_room
    spread = tuple(int((reach >= level).sum()) for level in range(1, openings.rounds + 1))
    best = -np.sort(-np.where(openings.possible, openings.points, 0), axis=1)  # (mentees, mentors)
    points = int(best[np.arange(best.shape[1]) < openings.mentee_room[:, None]].sum())
    return Standing(spread, *highest_caps(openings), points, evenness=0)


def pairs_of(mentor_of: Integers, mentors: int) -> NDArray[np.bool_]:
    """The pairs of a plan (mentees, rounds) as flags (mentees, mentors)."""
    pairs = np.zeros((len(mentor_of), mentors), bool)
    mentee, in_round = np.nonzero(mentor_of != FREE)
    pairs[mentee, mentor_of[mentee, in_round]] = True
    return pairs
