"""The greatest score where people who are both have one side in each round: a bound by prices on their rounds.

The choice of pairs leaves rounds out, and would let somebody who is both host and seek all evening.
So each of them pays for every guest and for every round as a mentee, and gets the price of all their
rounds back. At any prices (0 or more) no plan scores higher than the best pairs (Lagrange); prices
rise where more is used than there is and fall where less is, and the lowest bound counts.
"""

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mixer_app.matching.openings import Flags, Openings
from mixer_app.matching.pairs import Aims, PairChooser

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]

_FEWEST_STEPS, _MOST_STEPS = 8, 60
_EFFORT: Final = 600_000  # possible pairs over all steps, between those limits
_MOMENTUM: Final = 0.7
_VAIN_STEPS: Final = 4  # before steps become smaller


def lowest_points(openings: Openings, chooser: PairChooser, aims: Aims, reached: int) -> int:
    """No pairs for `aims` in which everybody has one side in a round have more; a plan `reached` so many points."""
    prices, moved = np.zeros(len(openings.same_person)), np.zeros(len(openings.same_person))
    rounds = _Rounds(openings)
    lowest, step, vain, pace = rounds.priced(chooser, aims, prices)[0], 0, 0, 1.0
    if not len(prices):
        return lowest
    steps = min(_MOST_STEPS, max(_FEWEST_STEPS, _EFFORT // max(int(openings.possible.sum()), 1)))
    while step < steps and lowest > reached:
        points, excess = rounds.priced(chooser, aims, prices)
        vain = 0 if points < lowest else vain + 1
        pace = pace / 2 if vain % _VAIN_STEPS == _VAIN_STEPS - 1 else pace
        lowest, moved = min(lowest, points), excess + _MOMENTUM * moved
        length = float(moved @ moved)
        if length == 0:
            break
        prices = np.maximum(0.0, prices + pace * max(points - reached, 1) / length * moved)
        step += 1
    return lowest


class _Rounds:
    """What people who are both use of their rounds, counted in seats, and what they have of them."""

    def __init__(self, openings: Openings) -> None:
        self._openings = openings
        rows = np.array(openings.same_person, np.int64).reshape(-1, 2)
        self._mentee, self._mentor = rows[:, 0], rows[:, 1]
        seats = openings.seats[self._mentor]  # (people, rounds)
        self._table = np.maximum(seats.max(axis=1, initial=0), 1)  # seats that a round as a mentee counts for
        as_mentee = openings.present[self._mentee] * self._table[:, None]
        self._have = np.maximum(seats, as_mentee).sum(axis=1)

    def priced(self, chooser: PairChooser, aims: Aims, prices: Floats) -> tuple[int, Floats]:
        """No pairs have more points, and how much more is used than there is: if negative, less."""
        openings, whole = self._openings, np.rint(prices).astype(np.int64)
        points = openings.points.copy()
        np.subtract.at(points, self._mentee, (whole * self._table)[:, None])
        np.subtract.at(points.T, self._mentor, whole[:, None])
        pairs = chooser.repriced(replace(openings, points=points)).choose(aims)
        return int(points[pairs].sum() + whole @ self._have), self._excess(pairs)

    def _excess(self, pairs: Flags) -> Floats:
        seeks, guests = pairs[self._mentee].sum(axis=1), pairs[:, self._mentor].sum(axis=0)
        return (seeks * self._table + guests - self._have).astype(np.float64)
