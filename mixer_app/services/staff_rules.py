"""What staff decided about pairs, as the planner holds to it: forbidden ones never meet, others get a fixed round."""

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.plan_edits import PairRule
from mixer_app.domain.plans import Plan

Seat = tuple[int, int, int]  # (mentee, mentor, round), counted from 0


def forbid_pairs(
    allowed: NDArray[np.bool_],
    rules: Mapping[tuple[int, int], PairRule],
    row: Mapping[int, int],
    column: Mapping[int, int],
) -> None:
    """Take forbidden pairs (mentor id, mentee id) out of `allowed` (mentees, mentors)."""
    for mentor_id, mentee_id in _pairs_with(rules, PairRule.FORBIDDEN):
        if mentee_id in row and mentor_id in column:
            allowed[row[mentee_id], column[mentor_id]] = False


def rounds_for_musts(
    rules: Mapping[tuple[int, int], PairRule],
    *,
    row: Mapping[int, int],
    column: Mapping[int, int],
    latest: Plan | None,
    fixed: Iterable[Seat],
    allowed: NDArray[np.bool_],
    present: NDArray[np.bool_],
    seats: NDArray[np.int64],
    apart: Iterable[tuple[int, int]],
    same_person: Iterable[tuple[int, int]],
) -> list[Seat]:
    """A seat for each pair that must meet and has no fixed one: the round of the latest plan, else the first that fits.

    A pair that a rule of the event keeps from meeting, or that has no round in common, is left out.
    """
    table = _FixedSeats(fixed, allowed, present, seats, apart, same_person)
    planned = {(m.mentor_id, m.mentee_id): m.round - 1 for m in (latest.introductions if latest else ())}
    found: list[Seat] = []
    for mentor_id, mentee_id in _pairs_with(rules, PairRule.MUST_MEET):
        if mentee_id not in row or mentor_id not in column:
            continue
        mentee, mentor = row[mentee_id], column[mentor_id]
        if table.meet(mentee, mentor):
            continue
        before = planned.get((mentor_id, mentee_id), -1)
        for in_round in sorted(range(present.shape[1]), key=lambda one: (one != before, one)):
            if table.fits(mentee, mentor, in_round):
                table.add((mentee, mentor, in_round))
                found.append((mentee, mentor, in_round))
                break
    return found


def _pairs_with(rules: Mapping[tuple[int, int], PairRule], rule: PairRule) -> Iterator[tuple[int, int]]:
    return (pair for pair, decided in sorted(rules.items()) if decided is rule)


class _FixedSeats:
    """Seats that are settled, and whether one more can be."""

    def __init__(
        self,
        fixed: Iterable[Seat],
        allowed: NDArray[np.bool_],
        present: NDArray[np.bool_],
        seats: NDArray[np.int64],
        apart: Iterable[tuple[int, int]],
        same_person: Iterable[tuple[int, int]],
    ) -> None:
        self._allowed, self._present, self._seats = allowed, present, seats
        self._apart = {frozenset(pair) for pair in apart}
        self._as_mentor = dict(same_person)
        self._as_mentee = {mentor: mentee for mentee, mentor in self._as_mentor.items()}
        self._taken: set[Seat] = set(fixed)

    def meet(self, mentee: int, mentor: int) -> bool:
        """Whether the two have a seat."""
        return any(seat[:2] == (mentee, mentor) for seat in self._taken)

    def add(self, seat: Seat) -> None:
        """Settle one more."""
        self._taken.add(seat)

    def fits(self, mentee: int, mentor: int, in_round: int) -> bool:
        """Whether a seat breaks no rule beside those that are settled."""
        now = [seat for seat in self._taken if seat[2] == in_round]
        guests = [seat[0] for seat in now if seat[1] == mentor]
        return bool(
            self._allowed[mentee, mentor]
            and self._present[mentee, in_round]
            and len(guests) < self._seats[mentor, in_round]
            and all(seat[0] != mentee for seat in now)
            and not any(frozenset((mentee, guest)) in self._apart for guest in guests)
            and all(seat[1] != self._as_mentor.get(mentee) for seat in now)
            and all(seat[0] != self._as_mentee.get(mentor) for seat in now)
        )
