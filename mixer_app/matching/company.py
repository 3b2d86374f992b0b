"""Who shares a table: as varied as can be, and never two who asked to be apart.

The rounds of a plan are changed by swaps that leave all pairs as they are: an introduction moves
from one round to another, whoever is in its way moves the other way, and so on until nobody is.
A swap is kept if it brings fewer repeated companions, or fewer who should be apart.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.progress import Progress, report
from mixer_app.matching.deadline import NO_DEADLINE, Deadline
from mixer_app.matching.level_search import evened
from mixer_app.matching.levelling import levelled
from mixer_app.matching.openings import Openings, is_steady, used_rounds
from mixer_app.matching.problem import FREE

Integers = NDArray[np.int64]
Swap = tuple[int, int, int]  # mentee, and the two rounds that change places
Steps = dict[int, tuple[int, int]]  # table -> the guest who leads there, and the table before

_APART_WEIGHT = 1_000
_MOST_TABLES = 200  # looked at for one swap
_MOST_CLASHES = 1_000  # eased at most


def vary_company(
    openings: Openings,
    mentor_of: Integers,
    progress: Progress | None = None,
    *,
    thorough: bool = False,
    deadline: Deadline = NO_DEADLINE,
) -> Integers:
    """The same introductions (mentees, rounds), mentors' guests spread over the rounds, companions varied.

    If `thorough`, mentors whom two rounds at a time leave uneven are searched for over all rounds.
    """
    if openings.seats.max(initial=0) < 2 and not (openings.seated != FREE).any():
        return mentor_of
    if not is_steady(openings) and not openings.blocked:
        mentor_of = levelled(openings, mentor_of)
    tables = _Tables(openings, mentor_of)
    tables.level(progress)
    if thorough and not is_steady(openings):
        even = evened(openings, tables.mentor_of(), progress=progress, deadline=deadline)
        tables = _Tables(openings, even.mentor_of)
    tables.improve(progress)
    return tables.mentor_of()


def clashes(openings: Openings, mentor_of: Integers) -> list[tuple[int, int]]:
    """(mentee, round) of added introductions, one of each two who share a table though they asked to be apart."""
    free: set[tuple[int, int]] = set()
    for first, second in openings.apart:
        same = (mentor_of[first] == mentor_of[second]) & (mentor_of[first] != FREE)
        for in_round in np.flatnonzero(same).tolist():
            if not {(first, in_round), (second, in_round)} & free:
                free.add((second, in_round))
    return sorted(free)


@dataclass
class _Company:
    """How often each two share a table, and what that costs."""

    apart: frozenset[tuple[int, int]]
    cost: int = 0
    broken: int = 0  # tables shared by two who are to be apart
    troubled: dict[tuple[int, int], None] = field(default_factory=dict[tuple[int, int], None])  # in order
    _times: dict[tuple[int, int], int] = field(default_factory=dict[tuple[int, int], int])

    def add(self, one: int, other: int) -> None:
        """The two share a table once more."""
        key = (one, other) if one < other else (other, one)
        before = self._times.get(key, 0)
        self._times[key] = before + 1
        self.broken += key in self.apart
        if before or key in self.apart:
            self.cost += _APART_WEIGHT if key in self.apart else 2 * before  # squares: the third time is worse
            self.troubled[key] = None

    def remove(self, one: int, other: int) -> None:
        """The two share a table once less."""
        key = (one, other) if one < other else (other, one)
        left = self._times[key] - 1
        self._times[key] = left
        if key in self.apart:
            self.cost -= _APART_WEIGHT
            self.broken -= 1
        elif left:
            self.cost -= 2 * left
        if left == (0 if key in self.apart else 1):
            del self.troubled[key]


def _swaps(steps: Steps, table: int, rounds: tuple[int, int]) -> Iterator[Swap]:
    """The swaps of the guests by whom a table was reached."""
    guest, table = steps[table]
    while guest != FREE:
        yield (guest, *rounds)
        guest, table = steps[table]


class _Tables:
    """The plan as tables, changed by swaps between two rounds."""

    def __init__(self, openings: Openings, mentor_of: Integers) -> None:
        self._dice = np.random.default_rng(openings.seed)
        self._shape = openings.present.shape
        self._present: list[list[bool]] = openings.present.tolist()  # lists: single entries are read often
        self._seated: list[list[int]] = openings.seated.tolist()
        self._seats: list[list[int]] = openings.seats.tolist()
        self._blocked = openings.blocked
        self._keep = openings.keep
        self._as_mentor = dict(openings.same_person)
        self._hosts_too = frozenset(self._as_mentor.values())
        self._slack = 0  # guests by which another table may become uneven, as this one becomes more even
        self._open = used_rounds(openings)
        self._steady = is_steady(openings) and not (openings.blocked or self._as_mentor)
        self._mentor_at: list[list[int]] = mentor_of.tolist()
        self._guests: dict[tuple[int, int], list[int]] = {}
        self._fixed_guests: dict[tuple[int, int], list[int]] = {}
        self._company = _Company(frozenset((min(pair), max(pair)) for pair in openings.apart))
        for mentee, in_round in np.argwhere(openings.seated != FREE).tolist():
            table = (int(openings.seated[mentee, in_round]), in_round)
            self._fixed_guests.setdefault(table, []).append(mentee)
        for mentee, in_round in np.argwhere(mentor_of != FREE).tolist():
            self._guests.setdefault((int(mentor_of[mentee, in_round]), in_round), []).append(mentee)
        for table in sorted(self._guests.keys() | self._fixed_guests.keys()):
            for one, other in combinations(self._everybody_at(table), 2):
                self._company.add(one, other)

    def mentor_of(self) -> Integers:
        """The rounds as an array (mentees, rounds)."""
        return np.array(self._mentor_at, np.int64).reshape(self._shape)

    def level(self, progress: Progress | None) -> None:
        """Spread each mentor's guests over the rounds to within one, where swaps allow it."""
        for mentor, seats in enumerate(self._seats):
            hosting = [in_round for in_round, many in enumerate(seats) if many and self._open[in_round]]
            uneven = self._unevenness(mentor, hosting)
            while hosting and self._moved_to_emptier(mentor, hosting):
                report(progress, 0.0, "Varying who shares a table")
                before, uneven = uneven, self._unevenness(mentor, hosting)
                if uneven >= before:
                    break  # the swap went on through this mentor's other rounds and came back
        self._slack = 0

    def _unevenness(self, mentor: int, hosting: list[int]) -> int:
        return sum(len(self._guests.get((mentor, in_round), ())) ** 2 for in_round in hosting)

    def _moved_to_emptier(self, mentor: int, hosting: list[int]) -> bool:
        """Whether somebody could leave one of the mentor's fuller rounds for one of two guests fewer, or less."""
        guests = {in_round: len(self._guests.get((mentor, in_round), ())) for in_round in hosting}
        for full in sorted(hosting, key=lambda in_round: -guests[in_round]):
            for empty in sorted(hosting, key=lambda in_round: guests[in_round]):
                if guests[full] < guests[empty] + 2:
                    break
                self._slack = guests[full] - guests[empty] - 1
                if any(self._made(mentee, full, empty) for mentee in list(self._guests[mentor, full])):
                    return True
        return False

    def _made(self, mentee: int, one: int, other: int) -> bool:
        """Whether the mentee's rounds could be swapped; company may repeat, but none who are to be apart meet."""
        if not self._may(mentee, one, other):
            return False
        broken = self._company.broken
        made = self._cycle(mentee, one, other)
        for swap in made:
            self._exchange(*swap)
        if made and self._company.broken <= broken:
            return True
        for swap in made:
            self._exchange(*swap)
        return False

    def improve(self, progress: Progress | None) -> None:
        """Ease every clash until none gets less or enough were tried."""
        eased = 0
        while self._company.cost and eased < _MOST_CLASHES:
            cost = self._company.cost
            for mentee, in_round in list(self._clashes()):
                if eased < _MOST_CLASHES and self._has_trouble(mentee, in_round):
                    report(progress, 0.0, "Varying who shares a table")
                    self._ease(mentee, in_round)
                    eased += 1
            if self._company.cost >= cost:
                return

    def _has_trouble(self, mentee: int, in_round: int) -> bool:
        """Whether somebody at the mentee's table is still company that repeats or should not be."""
        company = self._everybody_at((self._mentor_at[mentee][in_round], in_round))
        return any((min(mentee, other), max(mentee, other)) in self._company.troubled for other in company)

    def _everybody_at(self, table: tuple[int, int]) -> list[int]:
        return [*self._guests.get(table, ()), *self._fixed_guests.get(table, ())]

    def _clashes(self) -> Iterator[tuple[int, int]]:
        """(mentee, round) of movable introductions with company that repeats or should not be."""
        for pair in self._company.troubled:
            for in_round in range(self._shape[1]):
                places = [self._place(mentee, in_round) for mentee in pair]
                if places[0] == places[1] != FREE:
                    yield from ((mentee, in_round) for mentee in pair if self._mentor_at[mentee][in_round] != FREE)

    def _place(self, mentee: int, in_round: int) -> int:
        mentor = self._mentor_at[mentee][in_round]
        return self._seated[mentee][in_round] if mentor == FREE else mentor

    def _ease(self, mentee: int, in_round: int) -> None:
        for other in self._dice.permutation(self._shape[1]).tolist():
            if other == in_round or not self._may(mentee, in_round, other):
                continue
            cost = self._company.cost
            made = self._cycle(mentee, in_round, other)
            for swap in made:
                self._exchange(*swap)
            if self._company.cost < cost:
                return
            for swap in made:
                self._exchange(*swap)

    def _cycle(self, mentee: int, one: int, other: int) -> list[Swap]:
        """The mentee's swap and the fewest others that leave no table too full; empty if there are none."""
        first, row = (mentee, one, other), self._mentor_at[mentee]
        left, entered = row[one], row[other]  # tables that lose and gain a guest in round `one`
        left_fine, entered_fine = self._fine(left, other, one), self._fine(entered, one, other)
        if left_fine and entered_fine:
            return [first]
        if left_fine:
            path = self._path_out(mentee, entered, (one, other))
        elif entered_fine:
            path = self._path_out(mentee, left, (other, one))
        else:
            path = self._path_between(mentee, entered, left, (one, other))
        return [first, *path] if path else []

    def _fine(self, mentor: int, gains: int, loses: int) -> bool:
        """Whether a table may have one guest more in one round and one less in another."""
        if mentor == FREE:
            return True
        more, fewer = len(self._guests.get((mentor, gains), ())), len(self._guests.get((mentor, loses), ()))
        return more < self._seats[mentor][gains] and more + 2 - fewer <= max(1, abs(more - fewer), self._slack)

    def _path_out(self, mentee: int, start: int, rounds: tuple[int, int]) -> list[Swap]:
        """Shortest chain of guests that swap `rounds`, from table to table, that ends where one fits."""
        full, empty = rounds
        came_by: Steps = {start: (FREE, FREE)}
        waiting = deque([start])
        while waiting and len(came_by) < _MOST_TABLES:
            table = waiting.popleft()
            for guest, following in self._ways_on(table, rounds, mentee):
                if self._fine(following, full, empty):
                    return [(guest, *rounds), *_swaps(came_by, table, rounds)]
                if following not in came_by and following != FREE:
                    came_by[following] = (guest, table)
                    waiting.append(following)
        return []

    def _path_between(self, mentee: int, start: int, goal: int, rounds: tuple[int, int]) -> list[Swap]:
        """Shortest chain from one table to the other, searched for from both ends."""
        there: Steps = {start: (FREE, FREE)}
        back: Steps = {goal: (FREE, FREE)}
        edges = [start], [goal]
        while all(edges) and len(there) + len(back) < _MOST_TABLES:
            forward = len(edges[0]) <= len(edges[1])
            known, others, way = (there, back, rounds) if forward else (back, there, (rounds[1], rounds[0]))
            reached: list[int] = []
            for table in edges[not forward]:
                for guest, following in self._ways_on(table, way, mentee):
                    if following in known or following == FREE:
                        continue
                    known[following] = (guest, table)
                    if following in others:
                        return [*_swaps(there, following, rounds), *_swaps(back, following, rounds)]
                    reached.append(following)
            edges = (reached, edges[1]) if forward else (edges[0], reached)
        return []

    def _ways_on(self, table: int, rounds: tuple[int, int], staying: int) -> Iterator[tuple[int, int]]:
        """Guests of a table in one round who may swap it for the other, and where they sit then."""
        before, after = rounds
        for guest in self._guests.get((table, before), ()):
            if guest != staying and self._may(guest, before, after):
                yield guest, self._mentor_at[guest][after]

    def _may(self, mentee: int, one: int, other: int) -> bool:
        row = self._mentor_at[mentee]
        if self._steady:
            return self._open[one] and self._open[other]
        return self._may_move(mentee, row[one], one, other) and self._may_move(mentee, row[other], other, one)

    def _may_move(self, mentee: int, mentor: int, before: int, after: int) -> bool:
        if mentor == FREE:
            return True
        if not self._present[mentee][after] or self._seats[mentor][after] == 0:
            return False
        if self._keep is not None and self._keep[mentee, before] == mentor:
            return False
        if mentor in self._hosts_too and not self._guests.get((mentor, after)):
            return False  # the mentor may be someone's guest then
        if mentee in self._as_mentor and self._guests.get((self._as_mentor[mentee], after)):
            return False
        return (mentee, mentor, after) not in self._blocked

    def _exchange(self, mentee: int, one: int, other: int) -> None:
        """The mentee's two rounds change places."""
        row = self._mentor_at[mentee]
        for in_round in (one, other):
            if row[in_round] != FREE:
                self._guests[row[in_round], in_round].remove(mentee)
                for companion in self._everybody_at((row[in_round], in_round)):
                    self._company.remove(mentee, companion)
        row[one], row[other] = row[other], row[one]
        for in_round in (one, other):
            if row[in_round] != FREE:
                for companion in self._everybody_at((row[in_round], in_round)):
                    self._company.add(mentee, companion)
                self._guests.setdefault((row[in_round], in_round), []).append(mentee)
