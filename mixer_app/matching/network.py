"""Min-cost flow under several costs in strict order, each proven.

A flow is best under a list of costs in strict order exactly when no simple cycle of its residual
network lowers the first cost that it changes. So the costs can be added into one integer cost, each
weighted by more than the most that all later costs together can change *along one simple cycle*
(`Rank.reach`), which is far less than the most they can change in all. Ranks that do not fit into
64 bits together are solved block by block: after each block, only flows that are best for it are
left (complementary slackness with the potentials of the residual network).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]

_LARGEST: Final = 10**18  # of a cost times the nodes: the solver multiplies costs by the number of nodes


@dataclass(frozen=True)
class Network:
    """Directed arcs with capacities, and what each node sends out (negative: takes in)."""

    tails: NDArray[np.int32]  # (arcs,)
    heads: NDArray[np.int32]  # (arcs,)
    capacities: Integers  # (arcs,)
    supplies: Integers  # (nodes,), their sum is 0


@dataclass(frozen=True)
class Rank:
    """One cost of the ordered list; it touches the arcs from `start` on."""

    start: int
    costs: Integers
    reach: int  # no simple residual cycle changes the cost by more


class UnsolvableError(Exception):
    """The network has no feasible flow or a cost is beyond the solver: a mistake of the caller."""


@dataclass(frozen=True)
class Block:
    """Ranks that were solved together, and the certificate that the flow is best for them."""

    weights: tuple[int, ...]  # of its ranks, in order
    potentials: Integers  # (nodes,)


@dataclass(frozen=True)
class Solution:
    """A flow and what proves it: `blocks` go through the ranks in order."""

    flow: Integers  # (arcs,)
    blocks: tuple[Block, ...]


def solve_ranked(network: Network, ranks: Sequence[Rank]) -> Integers:
    """Flow on each arc that is best for the first rank, among those for the second, and so on."""
    return solve_with_proof(network, ranks, prove=False).flow


def solve_with_proof(network: Network, ranks: Sequence[Rank], *, prove: bool = True) -> Solution:
    """The same with potentials for every block of ranks (or, if not to `prove`, for those needed).

    An arc that is not in the network would change nothing if its first reduced cost other than 0,
    block by block, is positive, or if there is none.
    """
    remaining = list(ranks) or [Rank(0, np.zeros(0, np.int64), 0)]
    base = np.zeros(len(network.tails), np.int64)
    blocks: list[Block] = []
    while True:
        count = _how_many_fit(remaining, len(network.supplies))
        costs = _combined(remaining[:count], len(network.tails))
        flow = _solve(network, costs)
        while flow is None and count > 1:
            count -= 1
            costs = _combined(remaining[:count], len(network.tails))
            flow = _solve(network, costs)
        if flow is None:
            raise UnsolvableError(f"a cost of {int(np.abs(costs).max())} is beyond the solver")
        last = count == len(remaining)
        if prove or not last:
            potentials = residual_potentials(network, costs, flow)
            blocks.append(Block(tuple(_weights(remaining[:count])), potentials))
        remaining = remaining[count:]
        if last:
            return Solution(base + flow, tuple(blocks))
        network, settled = _restricted_to_best(network, costs, blocks[-1].potentials)
        base += settled


def _how_many_fit(ranks: Sequence[Rank], nodes: int) -> int:
    for count in range(len(ranks), 1, -1):
        largest = sum(
            weight * int(np.abs(rank.costs).max(initial=0))
            for rank, weight in zip(ranks[:count], _weights(ranks[:count]), strict=True)
        )
        if largest * (nodes + 1) <= _LARGEST:
            return count
    return 1


def _weights(ranks: Sequence[Rank]) -> list[int]:
    """Smallest weights that keep the ranks in strict order along every simple cycle."""
    weights: list[int] = []
    reached = 0
    for rank in reversed(ranks):
        weights.append(reached + 1)
        reached += (reached + 1) * rank.reach
    return weights[::-1]


def _combined(ranks: Sequence[Rank], arcs: int) -> Integers:
    costs = np.zeros(arcs, np.int64)
    for rank, weight in zip(ranks, _weights(ranks), strict=True):
        costs[rank.start : rank.start + len(rank.costs)] += weight * rank.costs
    return costs


def _solve(network: Network, costs: Integers) -> Integers | None:
    """The cheapest flow; None if a cost is too large for the solver."""
    from ortools.graph.python import min_cost_flow

    solver: Any = min_cost_flow.SimpleMinCostFlow()  # its stubs describe NumPy arrays wrongly
    arcs = solver.add_arcs_with_capacity_and_unit_cost(network.tails, network.heads, network.capacities, costs)
    solver.set_nodes_supplies(np.arange(len(network.supplies), dtype=np.int32), network.supplies)
    status = solver.solve()
    if status == solver.OPTIMAL:
        return np.asarray(solver.flows(arcs), np.int64)
    if status == solver.BAD_COST_RANGE:
        return None
    raise UnsolvableError(str(status))


def _restricted_to_best(network: Network, costs: Integers, potentials: Integers) -> tuple[Network, Integers]:
    """The same network with only the flows that are cheapest, and what of them is settled."""
    reduced = costs + potentials[network.tails] - potentials[network.heads]
    settled = np.where(reduced < 0, network.capacities, 0)
    supplies = network.supplies.copy()
    np.subtract.at(supplies, network.tails, settled)
    np.add.at(supplies, network.heads, settled)
    capacities = np.where(reduced == 0, network.capacities, 0)
    return replace(network, capacities=capacities, supplies=supplies), settled


def residual_potentials(network: Network, costs: Integers, flow: Integers) -> Integers:
    """Shortest distances in the residual network, from a node that reaches every node at no cost.

    With them the reduced cost of an arc is negative only where the arc is full and positive only
    where it is empty: a certificate that `flow` is cheapest. Raises `UnsolvableError` if it is not.
    """
    forward = flow < network.capacities
    backward = flow > 0
    tails = np.concatenate([network.tails[forward], network.heads[backward]])
    heads = np.concatenate([network.heads[forward], network.tails[backward]])
    lengths = np.concatenate([costs[forward], -costs[backward]])
    order = np.argsort(heads, kind="stable")
    tails, heads, lengths = tails[order], heads[order], lengths[order]
    distances = np.zeros(len(network.supplies), np.int64)
    if len(heads) == 0:
        return distances
    starts = np.flatnonzero(np.r_[True, heads[1:] != heads[:-1]])
    targets = heads[starts]
    for _ in range(len(distances) + 1):
        nearer = np.minimum.reduceat(distances[tails] + lengths, starts)
        if not (nearer < distances[targets]).any():
            return distances
        distances[targets] = np.minimum(distances[targets], nearer)
    raise UnsolvableError("the flow is not cheapest")
