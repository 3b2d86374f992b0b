"""People who are mentor and mentee: who of them hosts and who seeks in each round.

Each of them who seeks takes their own seats out of the round. Counting heads and seats, for every
number of such turns in all, gives the fairest spread that any plan can have, and how many of them
should seek in each round to reach it.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mixer_app.matching.openings import Openings
from mixer_app.matching.products import product

Integers = NDArray[np.int64]


@dataclass(frozen=True)
class _Gain:
    """Meetings that one more turn of somebody who could host adds (or takes)."""

    gain: int
    place: int  # among the turns of its round: turns of one worth are spread over the rounds
    in_round: int


@dataclass(frozen=True)
class RoleSplit:
    """What counting heads says of an evening."""

    spread: tuple[int, ...]  # no plan has a fairer one
    most: int  # meetings of any plan
    seekers: tuple[int, ...]  # of those who could host instead, in each round


def split_roles(openings: Openings) -> RoleSplit:
    """The fairest way to divide rounds between hosting and seeking."""
    base, gains = _meetings_by_turns(openings)
    order = sorted(range(len(gains)), key=lambda turn: (-gains[turn].gain, gains[turn].place))
    capacity, losses = int(openings.mentor_room.sum()), _capacity_lost_by_turns(openings)
    levels = _Levels(openings)
    best, best_turns, most, total = (-1,), 0, 0, base
    for turns in range(len(order) + 1):
        if turns:
            total += gains[order[turns - 1]].gain
            capacity -= losses[turns - 1]
        added = min(total, capacity)
        most = max(most, min(added, int(openings.mentee_room.sum())))
        spread = levels.fairest(added, turns)
        if spread > best:
            best, best_turns = spread, turns
    seekers = np.bincount([gains[turn].in_round for turn in order[:best_turns]], minlength=openings.rounds)
    return RoleSplit(best, most + int(openings.met.sum()), tuple(seekers.tolist()))


def with_roles_settled(openings: Openings) -> Openings:
    """The same openings with each such person either hosting or seeking in a round."""
    if not openings.same_person:
        return openings
    dice = np.random.default_rng(openings.seed)
    present, seats = openings.present.copy(), openings.seats.copy()
    turns_of = dict.fromkeys(openings.same_person, 0)
    for in_round, many in enumerate(split_roles(openings).seekers):
        there = [pair for pair in _torn(openings, in_round) if openings.mentee_room[pair[0]]]
        lots = dice.random(len(there)).tolist()
        queue = sorted(
            zip(there, lots, strict=True),
            key=lambda entry: (*_kept_role(openings, entry[0], in_round), turns_of[entry[0]], entry[1]),
        )
        for number, ((mentee, mentor), _) in enumerate(queue):
            if number < many:
                seats[mentor, in_round] = 0
                turns_of[mentee, mentor] += 1
            else:
                present[mentee, in_round] = False
    possible = openings.possible & (product(present.astype(np.float32), (seats > 0).astype(np.float32).T) > 0.5)
    return replace(
        openings,
        present=present,
        seats=seats,
        possible=possible,
        mentee_room=np.minimum(openings.mentee_room, present.sum(axis=1)),
        mentor_room=np.minimum(openings.mentor_room, seats.sum(axis=1)),
        same_person=(),
    )


def _torn(openings: Openings, in_round: int) -> list[tuple[int, int]]:
    """(mentee, mentor) of those who could host or seek in a round."""
    return [
        (mentee, mentor)
        for mentee, mentor in openings.same_person
        if openings.present[mentee, in_round] and openings.seats[mentor, in_round]
    ]


def _kept_role(openings: Openings, pair: tuple[int, int], in_round: int) -> tuple[bool, bool]:
    """Sorts those who sought in the old plan first and those who hosted last."""
    if openings.keep is None:
        return (False, False)
    hosted = bool((openings.keep[:, in_round] == pair[1]).any())
    return (hosted, bool(openings.keep[pair[0], in_round] < 0))


def most_in_round(openings: Openings, in_round: int) -> int:
    """The most introductions there can be in a round, however those who are both divide."""
    base, gains = _turns_of_round(openings, in_round)
    return base + sum(turn.gain for turn in gains if turn.gain > 0)


def _meetings_by_turns(openings: Openings) -> tuple[int, list[_Gain]]:
    """Most meetings if nobody who could host seeks, and what each further one who seeks adds.

    In a round with A heads and H seats the k with the fewest seats seek: min(A + k, H - their seats)
    meetings. That is concave in k, so the gains of a round come in falling order.
    """
    base, gains = 0, list[_Gain]()
    for in_round in range(openings.rounds):
        before, turns = _turns_of_round(openings, in_round)
        base += before
        gains += turns
    return base, gains


def _turns_of_round(openings: Openings, in_round: int) -> tuple[int, list[_Gain]]:
    """The same for one round."""
    torn = _torn(openings, in_round)
    heads = int(openings.present[:, in_round].sum()) - len(torn)
    seats = int(openings.seats[:, in_round].sum())
    base = before = min(heads, seats)
    gains: list[_Gain] = []
    for place, cost in enumerate(sorted(int(openings.seats[mentor, in_round]) for _, mentor in torn)):
        heads, seats = heads + 1, seats - cost
        gains.append(_Gain(min(heads, seats) - before, place, in_round))
        before = min(heads, seats)
    return base, gains


def _capacity_lost_by_turns(openings: Openings) -> list[int]:
    """What each further turn takes at least from the introductions that all mentors together can have.

    After some turns as mentee a mentor has at most the largest seats of the other rounds, and never
    more than their limit; the loss of each further turn of one person only grows.
    """
    losses: list[int] = []
    for mentee, mentor in openings.same_person:
        seats = openings.seats[mentor]
        contested = np.sort(seats[openings.present[mentee] & (seats > 0)])
        left = int(seats.sum()) - np.concatenate([[0], np.cumsum(contested)])  # after 0, 1, ... turns
        losses += (-np.diff(np.minimum(left, openings.mentor_room[mentor]))).tolist()
    return sorted(losses)


class _Levels:
    """How many could reach each level of meetings, those who are mentors too apart."""

    def __init__(self, openings: Openings) -> None:
        both = np.zeros(len(openings.met), bool)
        both[[mentee for mentee, _ in openings.same_person]] = True
        reach = openings.met + openings.mentee_room
        self._levels = [
            (
                int((openings.met >= level).sum()),
                int(((openings.met < level) & (reach >= level) & ~both).sum()),
                int(((openings.met < level) & (reach >= level) & both).sum()),
            )
            for level in range(1, openings.rounds + 1)
        ]
        contested = sum(len(_torn(openings, in_round)) for in_round in range(openings.rounds))
        self._free_turns = int(openings.present[both].sum()) - contested

    def fairest(self, meetings: int, turns: int) -> tuple[int, ...]:
        """The fairest spread of so many meetings with so many turns of those who could host instead."""
        turns += self._free_turns
        spread: list[int] = []
        for there, others, both in self._levels:
            seeking = min(both, turns)
            added = min(meetings, others + seeking)
            turns, meetings = turns - seeking, meetings - added
            spread.append(there + added)
        return tuple(spread)
