"""What no plan can exceed, from relaxations that are solved exactly.

One leaves the rounds out (`PairChooser`); one leaves the pairs out and counts who is there and
how many seats are open in each round. Every plan is a solution of both.
"""

from dataclasses import dataclass, replace

import numpy as np

from mixer_app.matching.network import Network, Rank, solve_ranked
from mixer_app.matching.openings import Flags, Openings
from mixer_app.matching.pairs import Aims, PairChooser
from mixer_app.matching.standing import Standing, highest_caps, standing_of_pairs
from mixer_app.matching.turn_prices import lowest_points


@dataclass(frozen=True)
class Bounds:
    """What is proven of every plan of a problem."""

    optimal: bool
    meetings: int
    points: int  # total score of any plan with as fair a spread, in steps of 1e-4


def spread_by_rounds(openings: Openings) -> tuple[int, ...]:
    """The fairest spread if anybody there could sit with any mentor, again and again."""
    mentees, rounds = openings.present.shape
    mentors = len(openings.seats)
    there, open_tables = np.argwhere(openings.present), np.argwhere(openings.seats > 0)
    owner, level = openings.missable()
    first_mentor, sink = mentees + rounds, mentees + rounds + mentors
    tails = [there[:, 0], mentees + open_tables[:, 1], first_mentor + np.arange(mentors), owner]
    heads = [mentees + there[:, 1], first_mentor + open_tables[:, 0], np.full(mentors, sink), np.full(len(owner), sink)]
    capacities = [np.ones(len(there)), openings.seats[tuple(open_tables.T)], openings.mentor_room, np.ones(len(owner))]
    supplies = np.zeros(sink + 1, np.int64)
    supplies[:mentees] = openings.mentee_room
    supplies[sink] = -openings.mentee_room.sum()
    network = Network(
        np.concatenate(tails).astype(np.int32),
        np.concatenate(heads).astype(np.int32),
        np.concatenate(capacities).astype(np.int64),
        supplies,
    )
    start, top = sum(map(len, tails[:-1])), int(level.max(initial=0))
    flow = solve_ranked(network, [Rank(start, top + 1 - level, top + 1)]) if len(owner) else np.zeros(start, np.int64)
    met = openings.met + np.bincount(there[:, 0], flow[: len(there)], minlength=mentees).astype(np.int64)
    return tuple(int((met >= level).sum()) for level in range(1, rounds + 1))


def tightened(
    openings: Openings, best: Standing, spread: tuple[int, ...], chooser: PairChooser | None = None
) -> Standing:
    """`best`, or a lower standing that no plan exceeds either, given the fairest `spread_by_rounds`."""
    if spread >= best.spread:
        return best
    kept, strong, discovery = highest_caps(openings)
    levels = levels_in_common(spread, best.spread)
    loosest = replace(_SCORE_ONLY, even_levels=levels, most=sum(spread) - int(openings.met.sum()))
    points = _points(openings, (chooser or PairChooser(openings)).choose(loosest))
    return Standing(spread, kept, strong, discovery, points, evenness=0)


@dataclass(frozen=True)
class Known:
    """What planning has proven on the way, for `bounds_of`."""

    best: Standing  # no plan exceeds it
    fair: Flags  # the pairs that are best if only spread and score count, rounds left out
    most: int  # meetings of any plan
    points: int | None = None  # of any plan with as fair a spread as `best`
    optimal: bool = False


def bounds_of(openings: Openings, reached: Standing, known: Known, chooser: PairChooser | None = None) -> Bounds:
    """What is proven of a plan that reached a standing.

    A plan with as fair a spread has as many mentees as the fairest pairs at every level up to which
    the reached spread equals theirs, so those levels are held and the others left free; where no
    spread is fairer, it also has exactly as many meetings. Without a `chooser` (no time is left) a
    bound is given that takes no time.
    """
    fairest, bound = reached.spread == known.best.spread, standing_of_pairs(openings, known.fair, kept=0)
    if fairest and known.points is not None:
        points = known.points
    elif reached.spread == bound.spread and not openings.same_person:
        points = bound.points
    elif chooser is None:
        points = bound.points if reached.spread == bound.spread else _greatest_points(openings)
    else:
        levels = levels_in_common(reached.spread, bound.spread)
        limited = _no_fairer(openings, reached.spread) if fairest else openings
        most = min(known.most, sum(reached.spread)) if fairest else known.most
        aims = replace(_SCORE_ONLY, even_levels=levels, most=most - int(openings.met.sum()))
        points = lowest_points(limited, chooser, aims, reached.points)
    return Bounds(known.optimal, known.most, points + openings.fixed_points)


def _no_fairer(openings: Openings, spread: tuple[int, ...]) -> Openings:
    """The same where nobody has more meetings than somebody has with this spread."""
    highest = sum(1 for many in spread if many)
    return replace(openings, mentee_room=np.minimum(openings.mentee_room, np.maximum(highest - openings.met, 0)))


def _points(openings: Openings, pairs: Flags) -> int:
    return standing_of_pairs(openings, pairs, kept=0).points


def _greatest_points(openings: Openings) -> int:
    """The score if everybody had the best mentors for themselves."""
    best = -np.sort(-np.where(openings.possible, openings.points, 0), axis=1)  # (mentees, mentors)
    return int(best[np.arange(best.shape[1]) < openings.mentee_room[:, None]].sum())


def levels_in_common(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    """How many first levels of two spreads are the same."""
    return next((level for level, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]), len(one))


_SCORE_ONLY = Aims(keep=False, strong=False, discovery=False, load=False)
