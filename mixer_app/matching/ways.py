"""Two people who are mentor and mentee could meet either way, but meet once: which way, for a first plan."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import numpy as np

from mixer_app.matching.openings import Flags, Openings, Pair
from mixer_app.matching.problem import FREE

_TURNS: Final = 3  # choices of pairs, before every way that is then left open is settled


def with_ways_settled(openings: Openings, choose: Callable[[Openings], Flags]) -> tuple[Openings, Flags]:
    """The same openings where no two can meet both ways, and the pairs (mentees, mentors) chosen for them.

    Pairs are chosen a few times; of two who were chosen both ways, whoever would then have more
    meetings gives theirs up. The old plan's way stays. What is settled is a start, and proves nothing.
    """
    openings = _with(openings, openings.possible)
    pairs = choose(openings)
    for turn in range(_TURNS):
        doubled = [ways for ways in openings.once if pairs[ways[0]] and pairs[ways[1]]]
        if not doubled:
            break
        last = turn == _TURNS - 1
        openings = _settled(openings, pairs, list(openings.once) if last else doubled)
        pairs = choose(openings)
    possible = openings.possible.copy()
    for one, other in openings.once:
        possible[one if pairs[other] else other] = False
    return _with(openings, possible), pairs


def _settled(openings: Openings, pairs: Flags, ways: list[tuple[Pair, Pair]]) -> Openings:
    """The same with one of each two ways ruled out."""
    possible, kept = openings.possible.copy(), _kept(openings)
    met = openings.met + pairs.sum(axis=1)  # (mentees,) less with each introduction that is given up

    def claim(pair: Pair) -> tuple[bool, bool, int, int]:
        return pair in kept, bool(pairs[pair]), -int(met[pair[0]]), int(openings.points[pair])

    for one, other in ways:
        loser = other if claim(one) >= claim(other) else one
        possible[loser] = False
        met[loser[0]] -= pairs[loser]
    return _with(openings, possible)


def _with(openings: Openings, possible: Flags) -> Openings:
    keep = openings.keep
    if keep is not None:
        mentee, in_round = np.nonzero(keep != FREE)
        ruled_out = ~possible[mentee, keep[mentee, in_round]]
        keep = keep.copy()
        keep[mentee[ruled_out], in_round[ruled_out]] = FREE
    once = tuple(ways for ways in openings.once if possible[ways[0]] and possible[ways[1]])
    return replace(openings, possible=possible, keep=keep, once=once)


def _kept(openings: Openings) -> set[Pair]:
    if openings.keep is None:
        return set()
    mentee, in_round = np.nonzero(openings.keep != FREE)
    return set(zip(mentee.tolist(), openings.keep[mentee, in_round].tolist(), strict=True))
