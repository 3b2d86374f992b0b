"""Give open seats away one by one; nobody who has a seat moves."""

import numpy as np
from numpy.typing import NDArray

from mixer_app.matching.openings import Openings
from mixer_app.matching.problem import FREE

Integers = NDArray[np.int64]


def filled_up(openings: Openings, mentor_of: Integers) -> Integers:
    """Nobody moves; open seats go one after the other to whom has the fewest meetings, to the best fit."""
    return _Filling(openings, mentor_of).fill()


class _Filling:
    """Open seats given away greedily."""

    def __init__(self, openings: Openings, mentor_of: Integers) -> None:
        self._openings, self._mentor_of = openings, mentor_of.copy()
        mentee, in_round = np.nonzero(mentor_of != FREE)
        mentor = mentor_of[mentee, in_round]
        self._open = openings.seats.copy()
        np.subtract.at(self._open, (mentor, in_round), 1)
        self._room = openings.mentor_room - np.bincount(mentor, minlength=len(openings.seats))
        self._met = openings.met + np.bincount(mentee, minlength=len(mentor_of))
        self._left = openings.mentee_room - np.bincount(mentee, minlength=len(mentor_of))
        self._may = openings.possible.copy()
        self._may[mentee, mentor] = False
        self._avoided: dict[int, list[int]] = {}
        for one, other in openings.apart:
            self._avoided.setdefault(one, []).append(other)
            self._avoided.setdefault(other, []).append(one)

    def fill(self) -> Integers:
        """Give to the mentee with the fewest meetings first, until nobody can be given any more."""
        free = (self._mentor_of == FREE) & self._openings.present
        waiting = set(np.flatnonzero((self._left > 0) & free.any(axis=1)).tolist())
        while waiting:
            level = min(int(self._met[mentee]) for mentee in waiting)
            for mentee in sorted(mentee for mentee in waiting if self._met[mentee] == level):
                if not self._give(mentee):
                    waiting.discard(mentee)
        return self._mentor_of

    def _give(self, mentee: int) -> bool:
        """Seat a mentee once more; whether there was a seat and there may be another."""
        openings = self._openings
        rounds = np.flatnonzero((self._mentor_of[mentee] == FREE) & openings.present[mentee])
        mentors = np.flatnonzero(self._may[mentee] & (self._room > 0))
        fits = self._open[np.ix_(mentors, rounds)] > 0
        for other in self._avoided.get(mentee, ()):
            fits &= mentors[:, None] != self._mentor_of[other][rounds][None, :]
        if openings.blocked:
            for row, column in np.argwhere(fits).tolist():
                fits[row, column] = (mentee, int(mentors[row]), int(rounds[column])) not in openings.blocked
        if self._left[mentee] <= 0 or not fits.any():
            return False
        worth = np.where(fits.any(axis=1), openings.points[mentee, mentors], -1)
        row = int(worth.argmax())
        column = int(np.where(fits[row], self._open[mentors[row], rounds], -1).argmax())
        self._seat(mentee, int(mentors[row]), int(rounds[column]))
        return True

    def _seat(self, mentee: int, mentor: int, in_round: int) -> None:
        self._mentor_of[mentee, in_round] = mentor
        self._open[mentor, in_round] -= 1
        self._room[mentor] -= 1
        self._met[mentee] += 1
        self._left[mentee] -= 1
        self._may[mentee, mentor] = False
