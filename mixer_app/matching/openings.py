"""What is still to be decided once the fixed introductions are seated."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mixer_app.matching.problem import FREE, RESOLUTION, PlanProblem
from mixer_app.matching.products import product

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
Pair = tuple[int, int]  # (mentee, mentor)


@dataclass(frozen=True)
class Openings:
    """The evening with its fixed introductions taken out; every array is ready for the solvers."""

    points: Integers  # (mentees, mentors) score in steps of 1e-4
    possible: Flags  # (mentees, mentors) may still be introduced, and share an open round
    strong: Flags  # (mentees, mentors)
    discovery: Flags | None  # (mentees, mentors); None: not asked for
    present: Flags  # (mentees, rounds) there and not yet seated
    seats: Integers  # (mentors, rounds) seats not yet taken
    keep: Integers | None  # (mentees, rounds) only what can still be kept, else FREE
    blocked: frozenset[tuple[int, int, int]]  # (mentee, mentor, round): someone to stay apart from sits there
    same_person: tuple[tuple[int, int], ...]  # (mentee, mentor)
    apart: tuple[tuple[int, int], ...]  # (mentee, mentee)
    once: tuple[tuple[Pair, Pair], ...]  # pairs that may both still be introduced, but not both of the two
    seated: Integers  # (mentees, rounds) fixed mentor or FREE
    met: Integers  # (mentees,) fixed introductions
    load: Integers  # (mentors,) fixed introductions
    mentee_room: Integers  # (mentees,) introductions that may still be added
    mentor_room: Integers  # (mentors,)
    has_strong: Flags  # (mentees,) a fixed introduction is strong
    has_discovery: Flags  # (mentees,)
    seed: int

    @property
    def fixed_points(self) -> int:
        """Score of the fixed introductions in steps of 1e-4."""
        mentee, in_round = np.nonzero(self.seated != FREE)
        return int(self.points[mentee, self.seated[mentee, in_round]].sum())

    def missable(self) -> tuple[Integers, Integers]:
        """Mentee and level (from 1, fixed ones counted) of every meeting that may be had or missed, highest first."""
        mentee, missed = _units(self.mentee_room)
        return mentee, self.met[mentee] + self.mentee_room[mentee] - missed

    def loadable(self) -> tuple[Integers, Integers]:
        """Mentor and growth of the squared load for every introduction that may be added, lowest first."""
        mentor, further = _units(self.mentor_room)
        return mentor, 2 * (self.load[mentor] + further) + 1

    @property
    def rounds(self) -> int:
        """Rounds of the evening."""
        return self.present.shape[1]


def openings_of(problem: PlanProblem) -> Openings:
    """Take the fixed introductions out of a valid problem."""
    mentees, mentors = problem.allowed.shape
    fixed = np.zeros((0, 3), np.int64) if problem.fixed is None else problem.fixed
    pairs = _rows(problem.same_person)
    apart = _rows(problem.apart)
    present, seats = problem.present.copy(), np.maximum(problem.seats, 0)
    seated = np.full((mentees, problem.rounds), FREE, np.int64)
    seated[fixed[:, 0], fixed[:, 2]] = fixed[:, 1]
    present[fixed[:, 0], fixed[:, 2]] = False
    np.subtract.at(seats, (fixed[:, 1], fixed[:, 2]), 1)
    for mentee, mentor in pairs:
        present[mentee, (seated == mentor).any(axis=0)] = False
        seats[mentor, seated[mentee] != FREE] = 0
    met = np.bincount(fixed[:, 0], minlength=mentees)
    load = np.bincount(fixed[:, 1], minlength=mentors)
    possible = problem.allowed & (product(present.astype(np.float32), (seats > 0).astype(np.float32).T) > 0.5)
    possible[fixed[:, 0], fixed[:, 1]] = False
    for mentee, mentor in pairs:
        possible[mentee, mentor] = False
    once, settled = _either_of(problem.once), set(map(tuple, fixed[:, :2].tolist()))
    for one, other in once:
        possible[one] &= other not in settled
        possible[other] &= one not in settled
    present &= _count(possible, seats > 0) > 0
    seats = np.minimum(seats, _count(possible.T, present))
    strong = problem.scores >= problem.strong
    off_path = None if problem.discovery is None else problem.discovery.astype(bool)
    mentee_room = np.minimum(present.sum(axis=1), _left(problem.mentee_limit, met))
    mentor_room = np.minimum(seats.sum(axis=1), _left(problem.mentor_limit, load))
    possible &= (mentee_room > 0)[:, None] & (mentor_room > 0)[None, :]
    return Openings(
        points=np.rint(problem.scores * RESOLUTION).astype(np.int64),
        possible=possible,
        strong=strong,
        discovery=off_path,
        present=present,
        seats=seats,
        keep=None if problem.keep is None else _still_keepable(problem.keep, possible, present, seats),
        blocked=_blocked(seated, apart),
        same_person=pairs,
        apart=apart,
        once=tuple((one, other) for one, other in once if possible[one] and possible[other]),
        seated=seated,
        met=met,
        load=load,
        mentee_room=np.minimum(mentee_room, possible.sum(axis=1)),
        mentor_room=np.minimum(mentor_room, possible.sum(axis=0)),
        has_strong=_any_of(fixed, strong),
        has_discovery=np.zeros(mentees, bool) if off_path is None else _any_of(fixed, off_path),
        seed=problem.seed % 2**63,  # NumPy's dice take no negative number
    )


def is_steady(openings: Openings) -> bool:
    """Whether everybody who is there at all is there in every open round, with the same seats."""
    mentees, mentors = openings.mentee_room > 0, openings.mentor_room > 0
    present = openings.present[mentees]  # (mentees there, rounds)
    seats = openings.seats[mentors]
    used = np.array(used_rounds(openings), bool)  # (rounds,)
    if openings.keep is not None and (openings.keep != FREE).any():
        return False
    if openings.blocked or openings.once:
        return False
    if any(mentees[mentee] and mentors[mentor] for mentee, mentor in openings.same_person):
        return False
    return bool(present[:, used].all() and (seats[:, used] == seats[:, used][:, :1]).all())


def used_rounds(openings: Openings) -> list[bool]:
    """Whether introductions may be added in a round: somebody with room seeks then, and somebody hosts."""
    present, seats = openings.present[openings.mentee_room > 0], openings.seats[openings.mentor_room > 0]
    return [bool(p.any() and s.any()) for p, s in zip(present.T, seats.T, strict=True)]


def _units(room: Integers) -> tuple[Integers, Integers]:
    """Owner and running number (from 0) of each unit of `room`."""
    owner = np.repeat(np.arange(len(room)), room)
    return owner, np.arange(len(owner)) - np.repeat(np.cumsum(room) - room, room)


def _count(pairs: Flags, there: Flags) -> Integers:
    """(one side, rounds) with how many of the other side a person could sit then."""
    return np.rint(product(pairs.astype(np.float32), there.astype(np.float32))).astype(np.int64)


def _rows(pairs: Integers | None) -> tuple[tuple[int, int], ...]:
    return () if pairs is None else tuple((int(first), int(second)) for first, second in pairs)


def _either_of(once: Integers | None) -> tuple[tuple[Pair, Pair], ...]:
    return () if once is None else tuple(((a, b), (c, d)) for a, b, c, d in once.tolist())


def _left(limit: Integers | None, used: Integers) -> Integers:
    return np.full(len(used), np.iinfo(np.int64).max) if limit is None else np.maximum(limit - used, 0)


def _any_of(fixed: Integers, pairs: Flags) -> Flags:
    found = np.zeros(len(pairs), bool)
    found[fixed[pairs[fixed[:, 0], fixed[:, 1]], 0]] = True
    return found


def _still_keepable(keep: Integers, possible: Flags, present: Flags, seats: Integers) -> Integers:
    mentee, in_round = np.nonzero(keep != FREE)
    mentor = keep[mentee, in_round]
    fine = possible[mentee, mentor] & present[mentee, in_round] & (seats[mentor, in_round] > 0)
    keepable = np.full(keep.shape, FREE, np.int64)
    keepable[mentee[fine], in_round[fine]] = mentor[fine]
    return keepable


def _blocked(seated: Integers, apart: tuple[tuple[int, int], ...]) -> frozenset[tuple[int, int, int]]:
    return frozenset(
        (other, int(seated[mentee, in_round]), int(in_round))
        for pair in apart
        for mentee, other in (pair, pair[::-1])
        for in_round in np.flatnonzero(seated[mentee] != FREE)
    )
