import numpy as np
import pytest

from mixer_app.matching import network
from mixer_app.matching.network import Network, Rank, residual_potentials, solve_ranked


def a_grid(seed: int) -> tuple[Network, list[Rank]]:
    """Six senders, five receivers, random costs in three ranks."""
    dice = np.random.default_rng(seed)
    tails, heads = np.divmod(np.arange(30), 5)
    supplies = np.r_[np.full(6, 2), np.zeros(5), -12].astype(np.int64)
    every = Network(
        np.r_[tails, np.arange(6, 11)].astype(np.int32),
        np.r_[heads + 6, np.full(5, 11)].astype(np.int32),
        np.r_[np.ones(30), np.full(5, 3)].astype(np.int64),
        supplies,
    )
    ranks = [Rank(0, dice.integers(0, top, 30), 12 * top) for top in (2, 4, 100)]
    return every, ranks


def figures(ranks: list[Rank], flow: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> list[int]:
    return [int((rank.costs * flow[: len(rank.costs)]).sum()) for rank in ranks]


@pytest.mark.parametrize("seed", range(12))
def test_block_by_block_reaches_what_one_weighted_cost_reaches(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    grid, ranks = a_grid(seed)
    together = figures(ranks, solve_ranked(grid, ranks))
    monkeypatch.setattr(network, "_LARGEST", 1)  # nothing fits: every rank is a block of its own
    assert figures(ranks, solve_ranked(grid, ranks)) == together


@pytest.mark.parametrize("seed", range(6))
def test_no_earlier_rank_is_given_up_for_a_later_one(seed: int) -> None:
    grid, ranks = a_grid(seed)
    together = figures(ranks, solve_ranked(grid, ranks))
    assert together[0] == figures(ranks, solve_ranked(grid, ranks[:1]))[0]
    assert together[:2] == figures(ranks, solve_ranked(grid, ranks[:2]))[:2]


def test_a_cost_beyond_the_solver_is_solved_in_blocks() -> None:
    grid, ranks = a_grid(1)
    huge = [Rank(0, rank.costs, 10**12) for rank in ranks]
    assert figures(ranks, solve_ranked(grid, huge)) == figures(ranks, solve_ranked(grid, ranks))


def test_potentials_prove_a_cheapest_flow_and_refuse_another() -> None:
    grid, ranks = a_grid(2)
    costs = np.r_[ranks[2].costs, np.zeros(5, np.int64)]
    flow = solve_ranked(grid, ranks[2:])
    potentials = residual_potentials(grid, costs, flow)
    reduced = costs + potentials[grid.tails] - potentials[grid.heads]
    assert (flow[reduced > 0] == 0).all()
    assert (flow[reduced < 0] == grid.capacities[reduced < 0]).all()
    dearest = solve_ranked(grid, [Rank(0, -ranks[2].costs, ranks[2].reach)])
    with pytest.raises(network.UnsolvableError):
        residual_potentials(grid, costs, dearest)
