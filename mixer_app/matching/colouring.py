"""When each pair meets: edge colouring of the bipartite graph of pairs, colours being rounds.

Each mentor is split into seats, each with as many introductions as it has rounds (the last with
the rest), so that a mentor's load differs by at most one between rounds (de Werra). A pair whose
two ends share no free round gets one by swapping two rounds along an alternating path, which always
exists when everybody is there all evening (König 1916). With windows a path may be barred; pairs
that find no round are left over for the caller.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mixer_app.matching.openings import Openings
from mixer_app.matching.problem import FREE

Integers = NDArray[np.int64]
Pair = tuple[int, int]


@dataclass(frozen=True)
class Colouring:
    """The rounds found: `mentor_of` is (mentees, rounds), FREE where nothing was added."""

    mentor_of: Integers
    left_over: tuple[Pair, ...]


def colour(openings: Openings, pairs: NDArray[np.bool_]) -> Colouring:
    """Give each of `pairs` (mentees, mentors) a round in which both are there and free."""
    painter = _Painter(openings, pairs)
    kept = painter.keep_old_rounds(openings.keep, pairs)
    wanted = np.argwhere(pairs)
    np.random.default_rng(openings.seed).shuffle(wanted)
    todo: list[Pair] = [(mentee, mentor) for mentee, mentor in wanted.tolist() if (mentee, mentor) not in kept]
    left_over = tuple(pair for pair in todo if not painter.place(*pair))
    return Colouring(painter.mentor_of(), left_over)


def _bits(mask: int) -> Iterator[int]:
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def _masks(flags: NDArray[np.bool_]) -> list[int]:
    """Each row as a whole number whose bit r tells of round r."""
    return [sum(1 << r for r, flag in enumerate(row) if flag) for row in flags.tolist()]


class _Painter:
    """Free rounds of mentees and seats as bit masks, and who sits where."""

    def __init__(self, openings: Openings, pairs: NDArray[np.bool_]) -> None:
        rounds = openings.rounds
        self._rounds = rounds
        self._blocked = openings.blocked
        self._held: set[tuple[int, int]] = set()  # (mentee, seat) that stay in the round of the old plan
        self._mentee_rounds = _masks(openings.present)
        self._mentee_free = list(self._mentee_rounds)
        self._seat_of_mentee = [[FREE] * rounds for _ in self._mentee_rounds]
        self._seats_of: list[list[int]] = []  # of a mentor
        self._mentor: list[int] = []  # of a seat, as are the following
        self._seat_rounds: list[int] = []
        self._quota: list[int] = []
        self._add_seats(openings.seats, pairs.sum(axis=0))
        self._seat_free = list(self._seat_rounds)
        self._mentee_at = [[FREE] * rounds for _ in self._mentor]

    def _add_seats(self, seats: Integers, loads: Integers) -> None:
        most = int(seats.max(initial=0))
        rounds_of = [_masks(seats > number) for number in range(most)]  # of each mentor's seat of that number
        for mentor, (load, many) in enumerate(zip(loads.tolist(), seats.max(axis=1, initial=0).tolist(), strict=True)):
            self._seats_of.append([])
            for number in range(many if load else 0):
                open_rounds = rounds_of[number][mentor]
                quota = min(load, open_rounds.bit_count())
                load -= quota
                self._seats_of[mentor].append(len(self._mentor))
                self._mentor.append(mentor)
                self._seat_rounds.append(open_rounds)
                self._quota.append(quota)

    def mentor_of(self) -> Integers:
        """The rounds as an array (mentees, rounds)."""
        mentor = np.array([*self._mentor, FREE])  # the last entry answers for seat -1
        seats = np.array(self._seat_of_mentee, np.int64).reshape(len(self._seat_of_mentee), self._rounds)
        return mentor[seats]

    def keep_old_rounds(self, keep: Integers | None, pairs: NDArray[np.bool_]) -> set[Pair]:
        """Put those of `pairs` that the old plan has back where they were; returns those that are."""
        kept: set[Pair] = set()
        if keep is None:
            return kept
        for mentee, in_round in np.argwhere(keep != FREE).tolist():
            pair = (mentee, int(keep[mentee, in_round]))
            if not pairs[pair]:
                continue  # another choice is better; beside it, this might be one too many
            for seat in self._seats_with_quota(pair[1]):
                if pair not in kept and self._common(mentee, seat) >> in_round & 1:
                    self._take(mentee, seat, in_round)
                    self._held.add((mentee, seat))
                    kept.add(pair)
        return kept

    def place(self, mentee: int, mentor: int) -> bool:
        """Find a round for one more pair; False if there is none."""
        seats = list(self._seats_with_quota(mentor))
        for seat in seats:
            common = self._common(mentee, seat)
            if common:
                self._take(mentee, seat, self._some_bit(common, mentee + seat))
                return True
        return any(self._make_way(mentee, seat) for seat in seats)

    def _seats_with_quota(self, mentor: int) -> Iterator[int]:
        return (seat for seat in self._seats_of[mentor] if self._quota[seat])

    def _common(self, mentee: int, seat: int) -> int:
        common = self._mentee_free[mentee] & self._seat_free[seat]
        if self._blocked:
            common &= ~self._barred(mentee, seat)
        return common

    def _barred(self, mentee: int, seat: int) -> int:
        mentor = self._mentor[seat]
        return sum(1 << r for r in range(self._rounds) if (mentee, mentor, r) in self._blocked)

    def _some_bit(self, mask: int, turn: int) -> int:
        """A set bit; which one depends on `turn`, so that rounds fill evenly."""
        shift = turn % self._rounds
        turned = mask >> shift << shift
        return next(_bits(turned or mask))

    def _take(self, mentee: int, seat: int, in_round: int) -> None:
        self._sit(mentee, seat, in_round)
        self._quota[seat] -= 1

    def _sit(self, mentee: int, seat: int, in_round: int) -> None:
        self._seat_of_mentee[mentee][in_round] = seat
        self._mentee_at[seat][in_round] = mentee
        self._mentee_free[mentee] &= ~(1 << in_round)
        self._seat_free[seat] &= ~(1 << in_round)

    def _make_way(self, mentee: int, seat: int) -> bool:
        """Swap two rounds along an alternating path that begins at the seat, then sit down."""
        barred = self._barred(mentee, seat) if self._blocked else 0
        for wanted in _bits(self._mentee_free[mentee] & self._seat_rounds[seat] & ~barred):
            for other in _bits(self._seat_free[seat]):
                path = self._path(seat, wanted, other)
                if path is not None:
                    self._swap(*path, wanted, other)
                    self._take(mentee, seat, wanted)
                    return True
        return False

    def _path(self, seat: int, wanted: int, other: int) -> tuple[list[int], list[int]] | None:
        """Seats and mentees in turn whose rounds change places to free the seat in `wanted`; None if barred."""
        seats, mentees = [seat], list[int]()
        while (mentee := self._mentee_at[seat][wanted]) != FREE:
            if (mentee, seat) in self._held or not self._may(mentee, seat, other, self._mentee_rounds[mentee]):
                return None
            mentees.append(mentee)
            seat = self._seat_of_mentee[mentee][other]
            if seat == FREE:
                break
            if (mentee, seat) in self._held or not self._may(mentee, seat, wanted, self._seat_rounds[seat]):
                return None
            seats.append(seat)
        return seats, mentees

    def _swap(self, seats: list[int], mentees: list[int], one: int, other: int) -> None:
        """Everybody on a path has two rounds changed; only at its ends are free rounds others than before."""
        for seat in seats:
            at = self._mentee_at[seat]
            at[one], at[other] = at[other], at[one]
        for mentee in mentees:
            at = self._seat_of_mentee[mentee]
            at[one], at[other] = at[other], at[one]
        both = 1 << one | 1 << other
        self._seat_free[seats[0]] ^= both
        if len(seats) > len(mentees):
            self._seat_free[seats[-1]] ^= both
        else:
            self._mentee_free[mentees[-1]] ^= both

    def _may(self, mentee: int, seat: int, in_round: int, open_rounds: int) -> bool:
        if not open_rounds >> in_round & 1:
            return False
        return not self._blocked or (mentee, self._mentor[seat], in_round) not in self._blocked
