"""Spread each mentor's guests over the rounds: two rounds at a time, as evenly as these two allow.

In two rounds every mentee who may swap what they do in them is a choice between two tables for the
first round, and the other table in the second. The choices that leave mentors most even (least
squares) are a min-cost flow, so each two rounds are levelled exactly, all mentors at once; this is
done for all pairs of rounds until nothing changes. No pair, and so no rank of the objective, changes.
"""

from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mixer_app.matching.network import Network, Rank, solve_ranked
from mixer_app.matching.openings import Flags, Openings
from mixer_app.matching.problem import FREE

Integers = NDArray[np.int64]

_SWEEPS: Final = 6


def levelled(openings: Openings, mentor_of: Integers) -> Integers:
    """The same introductions (mentees, rounds) with the guests of each mentor spread as far as two rounds allow."""
    mentor_of = mentor_of.copy()
    changed = dict.fromkeys(range(openings.rounds), True)  # since a round was last part of a sweep
    for _ in range(_SWEEPS):
        before, changed = changed, dict.fromkeys(range(openings.rounds), False)
        for one, other in combinations(range(openings.rounds), 2):
            if before[one] or before[other] or changed[one] or changed[other]:
                swapped = _TwoRounds(openings, mentor_of, one, other).swapped()
                mentor_of[swapped, one], mentor_of[swapped, other] = mentor_of[swapped, other], mentor_of[swapped, one]
                changed[one] = changed[one] or bool(len(swapped))
                changed[other] = changed[other] or bool(len(swapped))
        if not any(changed.values()):
            break
    return mentor_of


@dataclass
class _TwoRounds:
    """What can be swapped between two rounds, and who should."""

    openings: Openings
    mentor_of: Integers
    one: int
    other: int

    def swapped(self) -> Integers:
        """Mentees whose two rounds change places."""
        loads = [np.bincount(at[at != FREE], minlength=len(self.openings.seats)) for at in self._rounds()]
        movable = np.flatnonzero(self._movable(loads))
        uneven = (np.abs(loads[0] - loads[1]) > 1) & (self.openings.seats[:, [self.one, self.other]] > 0).all(axis=1)
        if not uneven.any() or not len(movable):
            return np.zeros(0, np.int64)
        first, second = (at[movable] for at in self._rounds())
        chosen = self._chosen(first, second, loads)
        at_first = np.bincount(first[first != FREE], minlength=len(loads[0]))
        after = np.bincount(chosen[chosen != FREE], minlength=len(loads[0])) - at_first + loads[0]
        if (after**2 + (loads[0] + loads[1] - after) ** 2).sum() >= (loads[0] ** 2 + loads[1] ** 2).sum():
            return np.zeros(0, np.int64)
        return movable[chosen != first]

    def _rounds(self) -> tuple[Integers, Integers]:
        return self.mentor_of[:, self.one], self.mentor_of[:, self.other]

    def _movable(self, loads: list[Integers]) -> Flags:
        """Mentees who may have the two rounds the other way round, whoever else has."""
        openings, rounds = self.openings, [self.one, self.other]
        there = openings.present[:, self.one] & openings.present[:, self.other]
        hosting = np.append((openings.seats[:, rounds] > 0).all(axis=1), True)  # the last entry answers for FREE
        for mentee, mentor in openings.same_person:
            hosting[mentor] &= bool(loads[0][mentor] and loads[1][mentor])  # else they may be a guest in one of them
            there[mentee] &= not (loads[0][mentor] or loads[1][mentor])
        movable = there & (self._rounds()[0] != self._rounds()[1])
        for at, when in zip(self._rounds(), rounds, strict=True):
            movable &= hosting[at]
            if openings.keep is not None:
                movable &= (at == FREE) | (openings.keep[:, when] != at)
        movable[[mentee for pair in openings.apart for mentee in pair]] = False
        return movable

    def _chosen(self, first: Integers, second: Integers, loads: list[Integers]) -> Integers:
        """(movable,) the mentor of each in the first round, so that mentors are as even as can be."""
        openings, mentors, many = self.openings, len(loads[0]), len(first)
        both = loads[0] + loads[1]
        base = loads[0] - np.bincount(first[first != FREE], minlength=mentors)  # who stay in the first round
        most = np.minimum(openings.seats[:, self.one], both)
        room = np.maximum(most - base, 0)
        mentor = np.repeat(np.arange(mentors), room)
        level = base[mentor] + np.arange(len(mentor)) - np.repeat(np.cumsum(room) - room, room)
        must = level < both[mentor] - openings.seats[mentor, self.other]  # there is no seat in the other round
        costs = 4 * level - 2 * both[mentor] + 2
        free, sink = many + mentors, many + mentors + 1
        nodes = [np.where(at == FREE, free, many + at) for at in (first, second)]
        tails = np.concatenate([np.arange(many), np.arange(many), many + mentor, [free]])
        heads = np.concatenate([*nodes, np.full(len(mentor) + 1, sink)])
        capacities = np.concatenate([np.ones(2 * many + len(mentor), np.int64), [many]])
        supplies = np.zeros(sink + 1, np.int64)
        supplies[:many], supplies[sink] = 1, -many
        network = Network(tails.astype(np.int32), heads.astype(np.int32), capacities, supplies)
        reach = 2 * int(np.abs(costs).max(initial=0))
        stays = Rank(0, np.repeat([0, 1], many), many)  # of choices as even, the one that moves fewest
        ranks = [Rank(2 * many, -must.astype(np.int64), mentors), Rank(2 * many, costs, reach), stays]
        flow = solve_ranked(network, ranks)
        return np.where(flow[:many] > 0, first, second)
