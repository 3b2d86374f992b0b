"""People who are mentor and mentee: where one of them had better change sides for a fairer spread.

Somebody who hosts in a round and seeks there instead has one meeting more, and each of their guests
one fewer: that pays where these are ahead by two or more. Somebody who seeks and hosts instead has
one fewer, and gives one to each guest: that pays where two or more have fewer meetings.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mixer_app.matching.openings import Openings
from mixer_app.matching.problem import FREE

Integers = NDArray[np.int64]

_AHEAD: Final = 2  # meetings by which others are ahead of one who should seek
_BEHIND: Final = 2  # people who have fewer meetings than one who should host


@dataclass(frozen=True)
class Turn:
    """Somebody who is both changes sides in a round."""

    place: int  # in `Openings.same_person`
    in_round: int
    hosts: bool  # from now on; else seeks


def turns_worth_trying(openings: Openings, mentor_of: Integers) -> list[Turn]:
    """Turns after which the spread might be fairer, the most promising first.

    Those who could seek come first: first where the fewest guests are not well ahead of them, then
    who has the fewest meetings. Those who could host follow, who has the most meetings first.
    """
    added = (mentor_of != FREE).sum(axis=1)
    met = openings.met + added
    most, wanting = int(met.max(initial=0)), added < openings.mentee_room
    turns: list[tuple[tuple[int, int, int], Turn]] = []
    for place, (mentee, mentor) in enumerate(openings.same_person):
        own, seats = int(met[mentee]), openings.seats[mentor]
        torn = openings.present[mentee] & (seats > 0)  # (rounds,)
        if own + _AHEAD <= most and wanting[mentee]:
            for in_round in np.flatnonzero(torn & (mentor_of[mentee] == FREE)).tolist():
                guests = met[mentor_of[:, in_round] == mentor]
                hurt = int((guests < own + _AHEAD).sum())
                turns.append(((hurt, own, len(guests)), Turn(place, in_round, hosts=False)))
        if int((wanting & (met < own)).sum()) >= _BEHIND:
            seated = np.flatnonzero(torn & (mentor_of[mentee] != FREE) & (seats >= _BEHIND)).tolist()
            turns += [((len(met), -own, -int(seats[r])), Turn(place, r, hosts=True)) for r in seated]
    return [turn for _, turn in sorted(turns, key=lambda entry: entry[0])]
