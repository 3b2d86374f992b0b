"""Who meets whom, rounds left out: all ranks of the objective as one min-cost flow.

Each mentee sends one unit for each introduction that is possible at most. A unit goes to a mentor
and on to the sink (convex cost: even loads), or straight to the sink (convex cost: even meetings,
and as many as can be). A unit to a strong introduction passes a node of its own that pays a bonus
for the first unit only; the same for discovery. For people present all evening a choice of pairs is
a plan (König); with windows it is a relaxation, and its figures are bounds.

Two bonuses form a network only where one of the two sets of a mentee holds the other or they are
disjoint. Else `Bonus` says which of the introductions that are both count as what; each setting is
a restriction (never counts twice), so its optimum is a plan, and `optimal` is for others to prove.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mixer_app.matching.network import Integers, Network, Rank, solve_ranked
from mixer_app.matching.openings import Flags, Openings

_PRUNE_FROM: Final = 50_000  # pairs
_BEST_FOR_EACH: Final = 3  # mentors for each round that are likely partners of a mentee


class Bonus(IntEnum):
    """How the introductions of one mentee that are strong and off the path at once are counted."""

    BOTH_IN_STRONG = 0  # strong ones share a node, those also off the path a node inside it
    BOTH_IN_DISCOVERY = 1  # the other way round
    AS_STRONG = 2  # as strong only; the others off the path have their own node
    AS_DISCOVERY = 3


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


def choose_pairs(openings: Openings, aims: Aims, bonus: NDArray[np.int8] | None = None) -> Flags:
    """The best pairs for `aims`, in strict order; `bonus` is a `Bonus` for each mentee."""
    if not openings.possible.any():
        return np.zeros_like(openings.possible)
    return _PairNetwork(openings, aims, bonus).solve()


def crossing(openings: Openings) -> Flags:
    """Mentees whose strong and off-path introductions overlap without one set holding the other."""
    strong, discovery = _wanted(openings)
    only_strong = (strong & ~discovery).any(axis=1)
    only_discovery = (discovery & ~strong).any(axis=1)
    both = (strong & discovery).any(axis=1)
    return np.logical_and(both, only_strong & only_discovery)


def natural_bonus(openings: Openings) -> NDArray[np.int8]:
    """The exact setting for every mentee who is not `crossing`; a fair guess for the others."""
    strong, discovery = _wanted(openings)
    only_discovery = (discovery & ~strong).any(axis=1)
    only_strong = (strong & ~discovery).any(axis=1)
    both = (strong & discovery).any(axis=1)
    setting = np.full(len(strong), Bonus.AS_STRONG, np.int8)
    setting[both & ~only_discovery] = Bonus.BOTH_IN_STRONG
    setting[both & only_discovery & ~only_strong] = Bonus.BOTH_IN_DISCOVERY
    return setting


def _setting(openings: Openings, aims: Aims, bonus: NDArray[np.int8] | None) -> NDArray[np.int8]:
    if not (aims.strong and aims.discovery) or openings.discovery is None:
        return np.full(len(openings.possible), Bonus.AS_STRONG, np.int8)
    return natural_bonus(openings) if bonus is None else bonus


def _wanted(openings: Openings) -> tuple[Flags, Flags]:
    """Possible introductions that would be a mentee's first strong, or first off-path one."""
    strong = openings.possible & openings.strong & ~openings.has_strong[:, None]
    if openings.discovery is None:
        return strong, np.zeros_like(strong)
    return strong, openings.possible & openings.discovery & ~openings.has_discovery[:, None]


class _PairNetwork:
    """The arcs in sections, each section touched by known ranks."""

    def __init__(self, openings: Openings, aims: Aims, bonus: NDArray[np.int8] | None) -> None:
        self._openings, self._aims = openings, aims
        mentees, mentors = openings.possible.shape
        self._mentee, self._mentor = (side.astype(np.int32) for side in np.nonzero(openings.possible))  # (pairs,)
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
        self._build(_setting(openings, aims, bonus))

    def solve(self) -> Flags:
        supplies = np.zeros(self._nodes, np.int64)
        supplies[self._mentee_node] = self._openings.mentee_room
        supplies[self._sink] = -self._openings.mentee_room.sum()
        tails, heads, capacities = (np.concatenate(side) for side in zip(*self._sections, strict=True))
        order = ("spread", "keep", "strong", "discovery", "score", "load")
        ranks = [self._ranks[name] for name in order if name in self._ranks]
        flow = solve_ranked(Network(tails, heads, capacities, supplies), ranks, self._core())
        chosen = np.zeros_like(self._openings.possible)
        used = flow[: len(self._mentee)] > 0
        chosen[self._mentee[used], self._mentor[used]] = True
        return chosen

    def _core(self) -> Flags | None:
        """Arcs that are likely to be used: each person's best pairs, and all that are no pairs."""
        pairs = len(self._mentee)
        if pairs < _PRUNE_FROM:
            return None
        openings = self._openings
        worth = np.where(openings.possible, openings.points, -1)  # (mentees, mentors)
        core = np.zeros_like(openings.possible)
        many = min(worth.shape[1], _BEST_FOR_EACH * openings.rounds)
        core[np.arange(len(worth))[:, None], np.argpartition(-worth, many - 1, axis=1)[:, :many]] = True
        many = min(worth.shape[0], int(2 * np.median(openings.mentor_room)) + 1)
        core[np.argpartition(-worth, many - 1, axis=0)[:many], np.arange(worth.shape[1])] = True
        likely = np.ones(self._arcs, bool)
        likely[:pairs] = core[self._mentee, self._mentor]
        return likely

    def _build(self, bonus: NDArray[np.int8]) -> None:
        gates = _Gates(self._openings, self._aims, bonus, first_node=self._nodes)
        inside = gates.gate_of(self._mentee, self._mentor)  # (pairs,) node or -1
        tails = np.where(inside < 0, self._mentee_node[self._mentee], inside).astype(np.int32)
        self._add(tails, self._mentor_node[self._mentor], np.ones(len(tails), np.int64))
        self._add_pair_ranks()
        self._add_gates(gates)
        self._add_unmet()
        self._add_loads(self._sink if self._aims.most is None else self._add_collector(self._aims.most))

    def _add(self, tails: NDArray[np.int32], heads: NDArray[np.int32], capacities: Integers) -> int:
        start = self._arcs
        self._sections.append((tails, heads, capacities))
        self._arcs += len(tails)
        return start

    def _add_pair_ranks(self) -> None:
        openings = self._openings
        if self._aims.keep and openings.keep is not None:
            kept = np.zeros(openings.possible.shape, bool)
            mentee, in_round = np.nonzero(openings.keep >= 0)
            kept[mentee, openings.keep[mentee, in_round]] = True
            self._ranks["keep"] = Rank(0, -kept[self._mentee, self._mentor].astype(np.int64), self._passes)
        if self._aims.score:
            points = openings.points[self._mentee, self._mentor]
            self._ranks["score"] = Rank(0, -points, self._passes * int(points.max(initial=0)))

    def _add_gates(self, gates: "_Gates") -> None:
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


class _Gates:
    """Nodes that pay once for each mentee: for the first strong, or first off-path introduction."""

    def __init__(self, openings: Openings, aims: Aims, bonus: NDArray[np.int8], *, first_node: int) -> None:
        strong, discovery = _wanted(openings)
        if not aims.strong:
            strong = np.zeros_like(strong)
        if not aims.discovery:
            discovery = np.zeros_like(discovery)
        self._code = strong.astype(np.int8) + 2 * discovery.astype(np.int8)  # 1 strong, 2 off path, 3 both
        has = np.stack([(self._code == code).any(axis=1) for code in range(4)])  # (4, mentees)
        outer_takes = _OUTER[bonus].T & has  # (4, mentees)
        inner_takes = _INNER[bonus].T & has
        needs_inner = inner_takes.any(axis=0)
        needs_outer = outer_takes.any(axis=0) | (needs_inner & _NESTED[bonus])
        mentees = len(bonus)
        outer, inner = np.full(mentees, -1), np.full(mentees, -1)
        outer[needs_outer] = first_node + np.arange(needs_outer.sum())
        inner[needs_inner] = first_node + needs_outer.sum() + np.arange(needs_inner.sum())
        self._outer, self._inner, self._bonus = outer, inner, bonus
        self.mentee = np.concatenate([np.flatnonzero(needs_outer), np.flatnonzero(needs_inner)])
        self.node = np.arange(first_node, first_node + len(self.mentee)).astype(np.int32)
        nested_parent = np.where(_NESTED[bonus], outer, -1)
        self.parent = np.concatenate([np.full(needs_outer.sum(), -1), nested_parent[needs_inner]])
        outer_strong = np.isin(bonus, (Bonus.BOTH_IN_STRONG, Bonus.AS_STRONG, Bonus.AS_DISCOVERY))
        self.pays_strong = np.concatenate([outer_strong[needs_outer], ~outer_strong[needs_inner]])
        self.pays_discovery = ~self.pays_strong
        self.count = len(self.mentee)

    def gate_of(self, mentee: NDArray[np.int32], mentor: NDArray[np.int32]) -> Integers:
        """The node that each pair passes, -1 for none."""
        code, setting = self._code[mentee, mentor], self._bonus[mentee]
        node = np.where(_OUTER[setting, code], self._outer[mentee], -1)
        return np.where(_INNER[setting, code], self._inner[mentee], node)


# Rows: Bonus; columns: neither, strong only, off path only, both.
_OUTER = np.array([[0, 1, 0, 0], [0, 0, 1, 0], [0, 1, 0, 1], [0, 1, 0, 0]], bool)
_INNER = np.array([[0, 0, 0, 1], [0, 0, 0, 1], [0, 0, 1, 0], [0, 0, 1, 1]], bool)
_NESTED = np.array([True, True, False, False])
