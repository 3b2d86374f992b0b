"""Ways for two people to meet: in which round, and who changes or gives up a seat for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mixer_app.matching.problem import FREE, PlanProblem, RoundPlan
from mixer_app.matching.targets import Refusal, legal_targets, partners_of, rivals_of, rows_of

Integers = NDArray[np.int64]
Seat = tuple[int, int]  # (mentee, round)
Seating = dict[Seat, int]  # mentor or FREE

_TRIED: Final = 8
"""People asked to make room for somebody who would have no seat, the most promising first."""


@dataclass(frozen=True)
class Way:
    """The seats that change so that two people meet."""

    seating: Seating
    unexplained: int  # guests who leave a table that has an open seat: only a private reason can be why


def ways_to_meet(problem: PlanProblem, plan: RoundPlan, mentee: int, mentor: int) -> list[Way]:
    """Every round and every guest who could make room, each with the best places left for those who move.

    Nobody's fixed seat changes. There is a way wherever the fixed seats leave one; whoever cannot be
    seated elsewhere, not even when one more person moves, is free in that round.
    """
    ways: list[Way] = []
    for in_round, code in enumerate(round_refusals(problem, plan, mentee, mentor)):
        if code is Refusal.NONE:
            table = _Table(problem, plan, mentee, mentor, in_round)
            ways += [table.way(list(leaving)) for leaving in table.leavings()]
    return ways


def round_refusals(problem: PlanProblem, plan: RoundPlan, mentee: int, mentor: int) -> list[Refusal]:
    """For each round, what of the fixed seats and rules keeps the two from meeting in it."""
    held = np.full_like(plan.mentor_of, FREE)
    if problem.fixed is not None:
        held[problem.fixed[:, 0], problem.fixed[:, 2]] = problem.fixed[:, 1]
    fixed = RoundPlan(held, plan.quality)
    return [
        Refusal(int(legal_targets(problem, fixed, mentee, in_round).moves[mentor]))
        for in_round in range(problem.rounds)
    ]


class _Table:
    """A mentor's table in one round, at which a mentee is to sit."""

    def __init__(self, problem: PlanProblem, plan: RoundPlan, mentee: int, mentor: int, in_round: int) -> None:
        self._problem, self._plan = problem, plan
        self._mentee, self._mentor, self._round = mentee, mentor, in_round
        self._at = plan.mentor_of[:, in_round]  # (mentees,)
        self._guests = set(np.flatnonzero(self._at == mentor).tolist())
        self._locked = set() if problem.fixed is None else {(int(i), int(r)) for i, _, r in problem.fixed}
        self._avoided = self._guests & set(partners_of(problem.apart, mentee).tolist())
        self._must_leave = [(guest, in_round) for guest in sorted(self._avoided | self._in_two_roles())]
        self._must_leave += [seat for seat in self._other_way_round() if seat not in self._must_leave]

    def leavings(self) -> Iterator[tuple[Seat, ...]]:
        """The seats that are given up for it, in each way that there is."""
        for own, other in product(self._own_to_give_up(), self._room_to_make()):
            yield (*self._must_leave, *other, *own)

    def way(self, leaving: list[Seat]) -> Way:
        """Seat the two, then those who leave, each at the best table that is left."""
        seats = self._plan.mentor_of.copy()
        seats[self._mentee, self._round] = FREE
        for seat in leaving:
            seats[seat] = FREE
        seats[self._mentee, self._round] = self._mentor
        for person, in_round in leaving:
            if person != self._mentee:
                self._seat_elsewhere(seats, person, in_round)
        changed = np.argwhere(seats != self._plan.mentor_of).tolist()
        seating = {(person, in_round): int(seats[person, in_round]) for person, in_round in changed}
        is_open = len(self._guests) < self._problem.seats[self._mentor, self._round]
        return Way(seating, len(self._avoided) if is_open else 0)

    def _in_two_roles(self) -> set[int]:
        """Guests of the mentee, who hosts no longer, and the mentor, who is nobody's guest any more."""
        pairs = rows_of(self._problem.same_person)
        hosting = {mentor for one, mentor in pairs if one == self._mentee}
        leave = set(np.flatnonzero(np.isin(self._at, list(hosting))).tolist())
        return leave | {one for one, mentor in pairs if mentor == self._mentor and self._at[one] != FREE}

    def _other_way_round(self) -> list[Seat]:
        """Seats in which the two meet, with the mentee as the mentor."""
        rows = rivals_of(self._problem)
        mine = rows[(rows[:, 0] == self._mentee) & (rows[:, 1] == self._mentor)]
        return [
            (rival, in_round)
            for _, _, rival, at in mine.tolist()
            for in_round in np.flatnonzero(self._plan.mentor_of[rival] == at).tolist()
        ]

    def _own_to_give_up(self) -> list[tuple[Seat, ...]]:
        """Seats of the mentee's own, one of which is given up where they asked for no more introductions."""
        limit, rounds = self._problem.mentee_limit, self._plan.mentor_of[self._mentee]
        others = [r for r in np.flatnonzero(rounds != FREE).tolist() if r != self._round]
        if limit is None or len(others) < limit[self._mentee]:
            return [()]
        return [((self._mentee, r),) for r in others if (self._mentee, r) not in self._locked]

    def _room_to_make(self) -> list[tuple[Seat, ...]]:
        """Guests of the mentor, one of whom leaves where the table or the mentor's evening is full."""
        limit, leave = self._problem.mentor_limit, {person for person, when in self._must_leave if when == self._round}
        stay = sorted(self._guests - leave)
        if len(stay) >= self._problem.seats[self._mentor, self._round]:
            return [((guest, self._round),) for guest in stay if (guest, self._round) not in self._locked]
        load = int((self._plan.mentor_of == self._mentor).sum()) - len(self._guests & leave)
        if limit is None or load < limit[self._mentor]:
            return [()]
        seats = map(tuple, np.argwhere(self._plan.mentor_of == self._mentor).tolist())
        return [((int(i), int(r)),) for i, r in seats if (i, r) not in self._locked and (i, r) not in self._must_leave]

    def _seat_elsewhere(self, seats: Integers, person: int, in_round: int) -> None:
        """Give somebody without a seat the best open one, else that of another who finds an open one."""
        targets = legal_targets(self._problem, RoundPlan(seats, self._plan.quality), person, in_round)
        scores = self._problem.scores
        legal = targets.moves == Refusal.NONE
        if legal.any():
            seats[person, in_round] = int(np.argmax(np.where(legal, scores[person], -1.0)))
            return
        others = np.flatnonzero(targets.takes == Refusal.NONE)
        others = others[others != self._mentee]
        for other in self._likely_to_move(seats, person, others, in_round):
            trial, there = seats.copy(), int(seats[other, in_round])
            trial[other, in_round], trial[person, in_round] = FREE, there
            onward = legal_targets(self._problem, RoundPlan(trial, self._plan.quality), other, in_round)
            open_seats = onward.moves == Refusal.NONE
            if open_seats.any():
                seats[person, in_round] = there
                seats[other, in_round] = int(np.argmax(np.where(open_seats, scores[other], -1.0)))
                return

    def _likely_to_move(self, seats: Integers, person: int, others: Integers, in_round: int) -> list[int]:
        """Those of `others` for whom some table has an open seat, the greatest change of fit first."""
        problem, row = self._problem, seats[:, in_round]
        taken = np.bincount(row[row != FREE], minlength=len(problem.seats))
        open_tables = np.flatnonzero(taken < problem.seats[:, in_round])
        if not len(open_tables) or not len(others):
            return []
        fits = np.where(problem.allowed[others][:, open_tables], problem.scores[others][:, open_tables], -np.inf)
        for column, table in enumerate(open_tables.tolist()):
            fits[(seats[others] == table).any(axis=1), column] = -np.inf  # they meet in another round
        onward = fits.max(axis=1)
        change = problem.scores[person, row[others]] - problem.scores[others, row[others]] + onward
        order = np.argsort(-change, kind="stable")
        return [int(others[place]) for place in order[:_TRIED] if np.isfinite(onward[place])]
