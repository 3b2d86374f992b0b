"""What a mentee's first strong, or first off-path, introduction earns: once for each mentee.

In the network of pairs a unit to such an introduction passes a node of its own that pays a bonus for
the first unit only. Two bonuses form a network only where one of the two sets of a mentee holds the
other or they are disjoint. Else `Bonus` says which of the introductions that are both count as what;
each setting is a restriction (never counts twice), so its optimum is a plan, and `optimal` is for
others to prove.
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from mixer_app.matching.openings import Flags, Integers, Openings


class Bonus(IntEnum):
    """How the introductions of one mentee that are strong and off the path at once are counted."""

    BOTH_IN_STRONG = 0  # strong ones share a node, those also off the path a node inside it
    BOTH_IN_DISCOVERY = 1  # the other way round
    AS_STRONG = 2  # as strong only; the others off the path have their own node
    AS_DISCOVERY = 3


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


def _wanted(openings: Openings) -> tuple[Flags, Flags]:
    """Possible introductions that would be a mentee's first strong, or first off-path one."""
    strong = openings.possible & openings.strong & ~openings.has_strong[:, None]
    if openings.discovery is None:
        return strong, np.zeros_like(strong)
    return strong, openings.possible & openings.discovery & ~openings.has_discovery[:, None]


@dataclass(frozen=True)
class Kinds:
    """Which introductions would be a first strong one (1), a first off-path one (2) or both (3)."""

    of_pair: NDArray[np.int8]  # (mentees, mentors)
    has: Flags  # (mentees, 4) whether a mentee has possible introductions of a kind

    @classmethod
    def of(cls, openings: Openings, *, strong: bool, discovery: bool) -> "Kinds":
        """The kinds that count."""
        wanted, off_path = _wanted(openings)
        kinds = wanted.astype(np.int8) if strong else np.zeros(wanted.shape, np.int8)
        if discovery and openings.discovery is not None:
            kinds += 2 * off_path.astype(np.int8)
        return cls(kinds, np.stack([(kinds == kind).any(axis=1) for kind in range(4)], axis=1))


class Gates:
    """Nodes that pay once for each mentee: for the first strong, or first off-path introduction."""

    def __init__(self, kinds: Kinds, bonus: NDArray[np.int8], *, first_node: int) -> None:
        has = kinds.has.T  # (4, mentees)
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

    def by_kind(self) -> Integers:
        """(mentees, 4) the node that introductions of each kind pass, -1 for none."""
        node = np.where(_OUTER[self._bonus], self._outer[:, None], -1)
        return np.where(_INNER[self._bonus], self._inner[:, None], node)


# Rows: Bonus; columns: neither, strong only, off path only, both.
_OUTER = np.array([[0, 1, 0, 0], [0, 0, 1, 0], [0, 1, 0, 1], [0, 1, 0, 0]], bool)
_INNER = np.array([[0, 0, 0, 1], [0, 0, 0, 1], [0, 0, 1, 0], [0, 0, 1, 1]], bool)
_NESTED = np.array([True, True, False, False])
