"""Where a mentee could sit instead in one round, known at once, with a reason for each place that is refused."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mixer_app.matching.problem import FREE, PlanProblem, RoundPlan

Integers = NDArray[np.int64]
Codes = NDArray[np.int8]
Flags = NDArray[np.bool_]


class Refusal(IntEnum):
    """Why a place is refused; `RULE` is every hard rule alike, so that none is told by elimination."""

    NONE = 0
    HERE = 1
    LOCKED = 2
    AWAY = 3
    RESTS = 4
    MET = 5
    RULE = 6
    FULL = 7


NOT_PAIRED: Final = "These two are not paired at this event"
"""The one sentence for every hard rule, so that none is told by elimination."""

REFUSALS: Final = {
    Refusal.NONE: "",
    Refusal.HERE: "Sits there already",
    Refusal.LOCKED: "This seat is locked",
    Refusal.AWAY: "Is not here in this round",
    Refusal.RESTS: "Rests in this round",
    Refusal.MET: "Meets this mentor already in round {round}",
    Refusal.RULE: NOT_PAIRED,
    Refusal.FULL: "All seats are taken",
}
"""The sentence of each refusal; `{round}` counts from 1."""


@dataclass(frozen=True)
class LegalTargets:
    """What becomes of one mentee's seat in one round: a `Refusal` for every place, 0 where it is legal."""

    moves: Codes  # (mentors,) to an open seat there
    swaps: Codes  # (mentees,) the two change seats
    takes: Codes  # (mentees,) the other's seat, who is then free
    met_in: Integers  # (mentors,) other round in which the two meet, else -1

    def why_no_move(self, mentor: int) -> str:
        """The sentence for a table; empty where there is an open seat to move to."""
        return REFUSALS[Refusal(int(self.moves[mentor]))].format(round=int(self.met_in[mentor]) + 1)


def legal_targets(problem: PlanProblem, plan: RoundPlan, mentee: int, in_round: int) -> LegalTargets:
    """Every place of a round (from 0) for a mentee; milliseconds on the largest evenings."""
    board = _Board(problem, plan.mentor_of, mentee, in_round)
    return LegalTargets(board.moves(), board.swaps(), board.takes(), board.met_in)


class _Board:
    """One round as seen from one mentee's seat; every method answers for all places at once."""

    def __init__(self, problem: PlanProblem, mentor_of: Integers, mentee: int, in_round: int) -> None:
        self._problem, self._mentor_of, self._mentee, self._round = problem, mentor_of, mentee, in_round
        self._at = mentor_of[:, in_round]  # (mentees,)
        self._here = int(self._at[mentee])
        mentors = len(problem.seats)
        self._guests = np.bincount(self._at[self._at != FREE], minlength=mentors)  # (mentors,)
        self._locked = _locked_in(problem, in_round)  # (mentees,)
        self.met_in = np.full(mentors, -1, np.int64)
        for other in range(problem.rounds):
            if other != in_round and mentor_of[mentee, other] != FREE:
                self.met_in[mentor_of[mentee, other]] = other
        rows = rivals_of(problem)
        for _, mentor, rival, at in rows[rows[:, 0] == mentee].tolist():
            for other in np.flatnonzero(mentor_of[rival] == at).tolist():
                self.met_in[mentor] = other  # the other way round
        self._sits = self._may_sit()

    def moves(self) -> Codes:
        """(mentors,) whether the mentee may take an open seat."""
        problem, codes = self._problem, self._sits.copy()
        codes[(codes == Refusal.NONE) & self._broken_by_joining()] = Refusal.RULE
        if problem.mentor_limit is not None:
            load = np.bincount(self._mentor_of[self._mentor_of != FREE], minlength=len(codes))
            codes[(codes == Refusal.NONE) & (load >= problem.mentor_limit)] = Refusal.RULE
        full = self._guests >= problem.seats[:, self._round]
        codes[(codes == Refusal.NONE) & full] = Refusal.FULL
        return codes

    def takes(self) -> Codes:
        """(mentees,) whether the mentee may have the seat of another, who is then free."""
        seated = self._at != FREE
        codes = np.where(seated, self._sits[self._at], Refusal.HERE).astype(np.int8)
        codes[(codes == Refusal.NONE) & self._locked] = Refusal.LOCKED
        codes[(codes == Refusal.NONE) & self._beside_avoided()] = Refusal.RULE
        codes[self._mentee] = Refusal.HERE
        return codes

    def swaps(self) -> Codes:
        """(mentees,) whether the two may change seats."""
        codes = self.takes()
        if self._here == FREE:
            return np.where(codes == Refusal.NONE, Refusal.HERE, codes).astype(np.int8)
        problem = self._problem
        others = np.delete(self._mentor_of, self._round, axis=1)
        broken = (others == self._here).any(axis=1) | ~problem.allowed[:, self._here]
        for guest in np.flatnonzero(self._at == self._here).tolist():
            if guest != self._mentee:
                broken[partners_of(problem.apart, guest)] = True
        for one, mentor in rows_of(problem.same_person):
            if mentor == self._here:
                broken[one] = True
        met = (others == self._here).any(axis=1)
        rows = rivals_of(problem)
        for one, _, rival, at in rows[rows[:, 1] == self._here].tolist():
            met[one] |= bool((self._mentor_of[rival] == at).any())
        codes[(codes == Refusal.NONE) & met] = Refusal.MET
        codes[(codes == Refusal.NONE) & broken] = Refusal.RULE
        return codes

    def _may_sit(self) -> Codes:
        """(mentors,) whether the mentee may sit there as far as the two are concerned."""
        problem, mentee = self._problem, self._mentee
        codes = np.full(len(problem.seats), Refusal.NONE, np.int8)
        codes[~problem.allowed[mentee]] = Refusal.RULE
        for one, mentor in rows_of(problem.same_person):
            if one == mentee:
                codes[mentor] = Refusal.RULE
                if self._here == FREE and self._guests[mentor]:
                    codes[:] = Refusal.RULE  # hosts in this round
        met = int((self._mentor_of[mentee] != FREE).sum())
        if self._here == FREE and problem.mentee_limit is not None and met >= problem.mentee_limit[mentee]:
            codes[:] = Refusal.RULE
        codes[self.met_in >= 0] = Refusal.MET
        codes[problem.seats[:, self._round] == 0] = Refusal.RESTS
        if self._here != FREE:
            codes[self._here] = Refusal.HERE
        if not problem.present[mentee, self._round]:
            codes[:] = Refusal.AWAY
        if self._locked[mentee]:
            codes[:] = Refusal.LOCKED
        return codes

    def _broken_by_joining(self) -> Flags:
        """(mentors,) tables with somebody to stay apart from, or whose mentor is a guest elsewhere."""
        broken = np.zeros(len(self._guests), bool)
        tables = self._at[partners_of(self._problem.apart, self._mentee)]
        broken[tables[tables != FREE]] = True
        for one, mentor in rows_of(self._problem.same_person):
            broken[mentor] |= self._at[one] != FREE
        return broken

    def _beside_avoided(self) -> Flags:
        """(mentees,) seats beside somebody else to stay apart from."""
        avoided = np.zeros(len(self._guests), np.int64)
        partners = partners_of(self._problem.apart, self._mentee)
        tables = self._at[partners]
        np.add.at(avoided, tables[tables != FREE], 1)
        beside = np.where(self._at != FREE, avoided[self._at], 0)
        beside[partners] -= self._at[partners] != FREE
        return beside > 0


def _locked_in(problem: PlanProblem, in_round: int) -> Flags:
    locked = np.zeros(len(problem.present), bool)
    if problem.fixed is not None:
        locked[problem.fixed[problem.fixed[:, 2] == in_round, 0]] = True
    return locked


def partners_of(apart: Integers | None, mentee: int) -> Integers:
    """The mentees from whom one stays apart."""
    if apart is None or not len(apart):
        return np.zeros(0, np.int64)
    return np.unique(np.concatenate([apart[apart[:, 0] == mentee, 1], apart[apart[:, 1] == mentee, 0]]))


def rivals_of(problem: PlanProblem) -> Integers:
    """(k, 4) rows (mentee, mentor, mentee, mentor): the first two do not meet if the others do."""
    once = np.zeros((0, 4), np.int64) if problem.once is None else problem.once
    return np.concatenate([once, once[:, [2, 3, 0, 1]]])


def rows_of(pairs: Integers | None) -> list[list[int]]:
    """An optional array of pairs as a list."""
    return [] if pairs is None else pairs.tolist()
