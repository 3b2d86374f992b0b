"""Some of the possible introductions, rounds left out, as one min-cost flow over all ranks.

Each mentee sends one unit for each introduction that is possible at most. A unit goes to a mentor
and on to the sink (convex cost: even loads), or straight to the sink (convex cost: even meetings,
and as many as can be). A unit to a strong or off-path introduction passes a gate (`bonuses`).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mixer_app.matching.bonuses import Bonus, Gates, Kinds, natural_bonus
from mixer_app.matching.network import Integers, Network, Rank, Solution, solve_with_proof
from mixer_app.matching.openings import Flags, Openings

_ORDER: Final = ("spread", "keep", "strong", "discovery", "score", "load")


@dataclass(frozen=True, kw_only=True)
class Aims:
    """Which ranks count; leaving some out gives bounds on the others."""

    even_levels: int | None = None  # meetings up to this many count for the spread; None: all
    most: int | None = None  # introductions to be added in all
    keep: bool = True
    strong: bool = True
    discovery: bool = True
    score: bool = True
    load: bool = True


class PairNetwork:
    """The arcs in sections, each section touched by known ranks; pairs come first."""

    def __init__(self, openings: Openings, aims: Aims, bonus: NDArray[np.int8] | None, considered: Flags) -> None:
        self._openings, self._aims = openings, aims
        mentees, mentors = openings.possible.shape
        self._mentee, self._mentor = (side.astype(np.int32) for side in np.nonzero(considered))  # (pairs,)
        shuffle = np.random.default_rng(openings.seed)
        self._mentor_node = (mentees + shuffle.permutation(mentors)).astype(np.int32)
        self._mentee_node = shuffle.permutation(mentees).astype(np.int32)
        self._sink = mentees + mentors
        self._nodes = mentees + mentors + 1
        self._sections: list[tuple[NDArray[np.int32], NDArray[np.int32], Integers]] = []
        self._arcs = 0
        self._ranks: dict[str, Rank] = {}
        # A simple cycle enters and leaves each mentor at most once, and the sink and the collector.
        self._passes = min(3 * mentees, mentors + 2)
        self._kinds = Kinds.of(openings, strong=aims.strong, discovery=aims.discovery)
        self._kept = self._kept_pairs() if aims.keep and openings.keep is not None else None
        self._tails = self._build(self._setting(bonus))
        self._solution: Solution | None = None

    def solve(self, *, prove: bool) -> Flags:
        """The best of the considered pairs (mentees, mentors); `prove` finds prices and reduced costs too."""
        supplies = np.zeros(self._nodes, np.int64)
        supplies[self._mentee_node] = self._openings.mentee_room
        supplies[self._sink] = -self._openings.mentee_room.sum()
        tails, heads, capacities = (np.concatenate(side) for side in zip(*self._sections, strict=True))
        ranks = [self._ranks[name] for name in self._names]
        self._solution = solve_with_proof(Network(tails, heads, capacities, supplies), ranks, prove=prove)
        chosen = np.zeros_like(self._openings.possible)
        used = self._solution.flow[: len(self._mentee)] > 0
        chosen[self._mentee[used], self._mentor[used]] = True
        return chosen

    def reduced_costs(self) -> list[Integers]:
        """(mentees, mentors) what each introduction would add, block by block of ranks, once solved."""
        names, blocks = self._names, () if self._solution is None else self._solution.blocks
        reduced: list[Integers] = []
        for block in blocks:
            weights, names = dict(zip(names, block.weights, strict=False)), names[len(block.weights) :]
            by_kind = block.potentials[self._tails]  # (mentees, 4)
            added = -block.potentials[self._mentor_node][None, :] - weights.get("score", 0) * self._openings.points
            if self._kept is not None and "keep" in weights:
                added -= weights["keep"] * self._kept
            added += by_kind[:, :1]
            for kind in np.flatnonzero(self._kinds.has[:, 1:].any(axis=0)).tolist():
                further = by_kind[:, kind + 1] - by_kind[:, 0]
                added += np.where(self._kinds.of_pair == kind + 1, further[:, None], 0)
            reduced.append(added)
        return reduced

    def mentor_prices(self) -> Integers:
        """(mentors,) what a seat costs in steps of the score, once solved and proven; 0 if scores do not count."""
        names, blocks = self._names, () if self._solution is None else self._solution.blocks
        for block in blocks:
            weights, names = dict(zip(names, block.weights, strict=False)), names[len(block.weights) :]
            if "score" in weights:
                return -(block.potentials[self._mentor_node] // weights["score"])
        return np.zeros(len(self._mentor_node), np.int64)

    @property
    def _names(self) -> tuple[str, ...]:
        return tuple(name for name in _ORDER if name in self._ranks)

    def _setting(self, bonus: NDArray[np.int8] | None) -> NDArray[np.int8]:
        openings, aims = self._openings, self._aims
        if not (aims.strong and aims.discovery) or openings.discovery is None:
            return np.full(len(openings.possible), Bonus.AS_STRONG, np.int8)
        return natural_bonus(openings) if bonus is None else bonus

    def _build(self, bonus: NDArray[np.int8]) -> Integers:
        """Adds all arcs; returns (mentees, 4) the node from which pairs of each kind start."""
        gates = Gates(self._kinds, bonus, first_node=self._nodes)
        by_kind = gates.by_kind()
        tails_of = np.where(by_kind < 0, self._mentee_node[:, None], by_kind)
        tails = tails_of[self._mentee, self._kinds.of_pair[self._mentee, self._mentor]].astype(np.int32)
        self._add(tails, self._mentor_node[self._mentor], np.ones(len(tails), np.int64))
        self._add_pair_ranks()
        self._add_gates(gates)
        self._add_unmet()
        self._add_loads(self._sink if self._aims.most is None else self._add_collector(self._aims.most))
        return tails_of

    def _add(self, tails: NDArray[np.int32], heads: NDArray[np.int32], capacities: Integers) -> int:
        start = self._arcs
        self._sections.append((tails, heads, capacities))
        self._arcs += len(tails)
        return start

    def _kept_pairs(self) -> Flags:
        kept = np.zeros(self._openings.possible.shape, bool)
        if self._openings.keep is not None:
            mentee, in_round = np.nonzero(self._openings.keep >= 0)
            kept[mentee, self._openings.keep[mentee, in_round]] = True
        return kept

    def _add_pair_ranks(self) -> None:
        if self._kept is not None:
            self._ranks["keep"] = Rank(0, -self._kept[self._mentee, self._mentor].astype(np.int64), self._passes)
        if self._aims.score:
            points = self._openings.points[self._mentee, self._mentor]
            most = int(np.abs(self._openings.points).max(initial=0))
            self._ranks["score"] = Rank(0, -points, self._passes * most)

    def _add_gates(self, gates: Gates) -> None:
        self._nodes += gates.count
        outer = np.where(gates.parent < 0, self._mentee_node[gates.mentee], gates.parent).astype(np.int32)
        room = self._openings.mentee_room[gates.mentee]
        start = self._add(outer, gates.node, np.ones(gates.count, np.int64))
        self._add(outer, gates.node, np.maximum(room - 1, 0))
        for name, pays in (("strong", gates.pays_strong), ("discovery", gates.pays_discovery)):
            if pays.any():
                self._ranks[name] = Rank(start, -pays.astype(np.int64), self._passes)

    def _add_unmet(self) -> None:
        """Arcs from each mentee to the sink, one for each meeting that may be missed."""
        owner, level = self._openings.missable()
        top = int(level.max(initial=0)) if self._aims.even_levels is None else self._aims.even_levels
        start = self._add(
            self._mentee_node[owner], np.full(len(owner), self._sink, np.int32), np.ones(len(owner), np.int64)
        )
        self._ranks["spread"] = Rank(start, np.maximum(top + 1 - level, 0), top + 1)

    def _add_collector(self, most: int) -> int:
        """A node on the way from all mentors to the sink that lets only so many through."""
        self._nodes += 1
        collector = np.array([self._nodes - 1], np.int32)
        self._add(collector, np.array([self._sink], np.int32), np.array([most]))
        return self._nodes - 1

    def _add_loads(self, target: int) -> None:
        """Arcs from each mentor on to `target`; each further introduction costs more."""
        openings = self._openings
        if not self._aims.load:
            heads = np.full(len(self._mentor_node), target, np.int32)
            self._add(self._mentor_node, heads, openings.mentor_room)
            return
        owner, costs = openings.loadable()
        heads = np.full(len(owner), target, np.int32)
        start = self._add(self._mentor_node[owner], heads, np.ones(len(owner), np.int64))
        self._ranks["load"] = Rank(start, costs, 2 * int(costs.max(initial=0)))
