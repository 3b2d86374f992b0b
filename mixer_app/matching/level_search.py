"""Mentors whose guests two rounds alone cannot level: searched for over all rounds, with CP-SAT.

What a small evening leaves uneven is searched as a whole, and often proven to be forced. In larger
ones the guests of one uneven mentor after the other change all their rounds, while no mentor who is
even becomes uneven. No pair and no kept seat changes. The effort is counted, not timed.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.progress import Progress, report
from mixer_app.matching.deadline import NO_DEADLINE, Deadline
from mixer_app.matching.openings import Flags, Openings
from mixer_app.matching.problem import FREE
from mixer_app.matching.ranked_search import Found, RankedSearch

Integers = NDArray[np.int64]

_WHOLE: Final = 3_000  # choices up to which the evening is searched as a whole
_WHOLE_EFFORT: Final = 0.5  # deterministic seconds
_CHOICES: Final = 9_000  # over all neighbourhoods of a larger evening
_STEP_EFFORT: Final = 0.03  # deterministic seconds for one neighbourhood
_UNEVEN: Final = 1_000  # weight of a mentor who is uneven, against each guest by which they are
_STAGE: Final = "Spreading mentors' guests over the rounds"


@dataclass(frozen=True)
class Evened:
    """The rounds (mentees, rounds), and whether with these pairs no fewer mentors could be uneven."""

    mentor_of: Integers
    proven: bool


def hosting_rounds(openings: Openings, mentor_of: Integers) -> Flags:
    """(mentors, rounds) where a mentor can host; who is a mentee as well does not host where seated as a guest."""
    hosting = openings.seats > 0
    for mentee, mentor in openings.same_person:
        hosting[mentor] &= (mentor_of[mentee] == FREE) & (openings.seated[mentee] == FREE)
    return hosting


def excess(openings: Openings, mentor_of: Integers) -> Integers:
    """(mentors,) guests by which the fullest and the emptiest round that they host differ, beyond one."""
    hosting, loads = hosting_rounds(openings, mentor_of), _loads(openings, mentor_of)
    most = np.where(hosting, loads, -1).max(axis=1, initial=-1)
    fewest = np.where(hosting, loads, np.iinfo(np.int64).max).min(axis=1, initial=np.iinfo(np.int64).max)
    return np.where(hosting.any(axis=1), np.maximum(most - 1 - fewest, 0), 0)


def evened(
    openings: Openings, mentor_of: Integers, *, progress: Progress | None = None, deadline: Deadline = NO_DEADLINE
) -> Evened:
    """The same introductions with fewer mentors uneven; raises `Cancelled` if `progress` says so."""
    uneven = excess(openings, mentor_of) > 0
    if not uneven.any():
        return Evened(mentor_of, proven=True)
    if deadline.passed:
        return Evened(mentor_of, proven=False)
    if int((mentor_of != FREE).sum()) * openings.rounds <= _WHOLE:
        whole = _Neighbourhood(openings, mentor_of, range(len(mentor_of)), may_yield=True)
        return whole.evened(_WHOLE_EFFORT, progress, deadline)
    left, tried = _CHOICES, np.zeros(len(uneven), bool)
    alone = {mentee for pair in openings.apart for mentee in pair}
    order = np.random.default_rng(openings.seed).permutation(len(uneven))
    while (todo := order[(uneven & ~tried)[order]]).size and left > 0 and not deadline.passed:
        report(progress, 0.9, _STAGE)
        guests = np.flatnonzero((mentor_of == todo[0]).any(axis=1)).tolist()
        around = _Neighbourhood(openings, mentor_of, (guest for guest in guests if guest not in alone))
        mentor_of = around.evened(_STEP_EFFORT, progress, deadline).mentor_of
        tried[todo[0]], left = True, left - around.size
        before, uneven = uneven, excess(openings, mentor_of) > 0
        if not uneven[todo[0]] or uneven.sum() < before.sum():
            tried[:] = False
            order = np.roll(order, -int(np.flatnonzero(order == todo[0])[0]) - 1)
    return Evened(mentor_of, proven=False)


def _loads(openings: Openings, mentor_of: Integers) -> Integers:
    """(mentors, rounds) guests, the fixed ones too."""
    loads = np.zeros(openings.seats.shape, np.int64)
    for at in (mentor_of, openings.seated):
        mentee, in_round = np.nonzero(at != FREE)
        np.add.at(loads, (at[mentee, in_round], in_round), 1)
    return loads


class _Neighbourhood:
    """One 0-1 variable for each introduction of the mentees who may change and each round it could be in."""

    def __init__(
        self, openings: Openings, mentor_of: Integers, mentees: Iterable[int], *, may_yield: bool = False
    ) -> None:
        from ortools.sat.python import cp_model

        self._model, self._openings, self._mentor_of = cp_model.CpModel(), openings, mentor_of
        self._whole = may_yield  # also mentors who are even may become uneven, if others then do not
        self._hosting = hosting_rounds(openings, mentor_of)
        self._load = _loads(openings, mentor_of)
        self._staying = self._load.copy()  # guests who do not change
        self._fixed = _loads(openings, np.full_like(mentor_of, FREE))
        self._at: dict[tuple[int, int, int], Any] = {}
        self._of_table: defaultdict[tuple[int, int], list[Any]] = defaultdict(list)
        self._hints: list[tuple[Any, int]] = []
        both = {mentee for mentee, _ in openings.same_person}
        for mentee in mentees:
            if mentee not in both:
                self._add(mentee)
        self._keep_apart()
        self._uneven: list[Any] = []  # of each mentor who may be: whether they are
        self._over: list[Any] = []  # and by how many guests
        for mentor in sorted({mentor for _, mentor, _ in self._at}):
            self._level(mentor)

    @property
    def size(self) -> int:
        """How many choices there are."""
        return len(self._at)

    def evened(self, effort: float, progress: Progress | None, deadline: Deadline) -> Evened:
        """The best rounds that the effort suffices to find."""
        if not self._uneven:
            return Evened(self._mentor_of, proven=False)
        level = 2 if self._whole else 1  # tight for a proof, quick for a step
        search = RankedSearch(self._model, self._openings.seed, effort, deadline, progress, linearization=level)
        if not self._whole:
            return Evened(self._read(search.maximised(-self._cost(), self._hints)), proven=False)
        first = search.maximised(-sum(self._uneven), self._hints)
        best = self._read(first)
        if first.solver is not None:
            self._model.add(sum(self._uneven) <= round(first.solver.objective_value * -1))
            hints = [(variable, first.solver.value(variable)) for variable, _ in self._hints]
            second = self._read(search.maximised(-sum(self._over), hints))
            best = min(best, second, key=self._standing)
        return Evened(best, proven=first.proven and not self._openings.same_person)

    def _cost(self) -> Any:
        return _UNEVEN * sum(self._uneven) + sum(self._over)

    def _standing(self, mentor_of: Integers) -> tuple[int, int]:
        """How many mentors are uneven, and by how many guests; fewer is better."""
        beyond = excess(self._openings, mentor_of)
        return int((beyond > 0).sum()), int(beyond.sum())

    def _read(self, found: Found) -> Integers:
        """The rounds found, or the present ones where they are no less even."""
        if found.solver is None:
            return self._mentor_of
        changed = self._mentor_of.copy()
        for mentee in {mentee for mentee, _, _ in self._at}:
            changed[mentee] = FREE
        for (mentee, mentor, in_round), variable in self._at.items():
            if found.solver.boolean_value(variable):
                changed[mentee, in_round] = mentor
        return min(self._mentor_of, changed, key=self._standing)

    def _add(self, mentee: int) -> None:
        """All introductions of a mentee: each in one round, in each round at most one."""
        openings, of_round = self._openings, defaultdict[int, list[Any]](list)
        for now in np.flatnonzero(self._mentor_of[mentee] != FREE).tolist():
            mentor = int(self._mentor_of[mentee, now])
            self._staying[mentor, now] -= 1
            could = openings.present[mentee] & self._hosting[mentor]
            kept = openings.keep is not None and openings.keep[mentee, now] == mentor
            choices: list[Any] = []
            for in_round in [now] if kept else np.flatnonzero(could).tolist():
                if (mentee, mentor, in_round) in openings.blocked:
                    continue
                variable = self._at[mentee, mentor, in_round] = self._model.new_bool_var("")
                choices.append(variable)
                of_round[in_round].append(variable)
                self._of_table[mentor, in_round].append(variable)
                self._hints.append((variable, int(in_round == now)))
            self._model.add_exactly_one(choices)
        for variables in of_round.values():
            self._model.add_at_most_one(variables)

    def _keep_apart(self) -> None:
        moving = {mentee for mentee, _, _ in self._at}
        apart = {(one, other) for pair in self._openings.apart for one, other in (pair, pair[::-1])}
        for one, other in sorted(apart):
            for (mentee, mentor, in_round), variable in self._at.items():
                rival = self._at.get((other, mentor, in_round))
                if mentee == one and rival is not None:
                    self._model.add_at_most_one([variable, rival])
                elif mentee == one and self._mentor_of[other, in_round] == mentor and other not in moving:
                    self._model.add(variable == 0)

    def _level(self, mentor: int) -> None:
        """Hold the guests of a mentor within one in all rounds, or count by how many they are not."""
        rounds = np.flatnonzero(self._hosting[mentor]).tolist()
        guests = {r: self._of_table[mentor, r] for r in rounds}
        loads = self._load[mentor]
        fewest, rest = divmod(int(loads[rounds].sum()), len(rounds))
        most = fewest + (rest > 0)
        beyond = max(int(loads[rounds].max()) - most, fewest - int(loads[rounds].min()), 0)
        limit = most if self._whole else beyond
        over = self._model.new_int_var(0, limit, "") if limit else 0
        for in_round in rounds:
            room = int(self._openings.seats[mentor, in_round] + self._fixed[mentor, in_round])
            load = sum(guests[in_round]) + int(self._staying[mentor, in_round])
            if guests[in_round]:
                self._model.add(load <= room)
                self._model.add(load <= most + over)
            if guests[in_round] or self._whole:
                self._model.add(load >= fewest - over)
        if limit:
            uneven = self._model.new_bool_var("")
            self._model.add(over <= limit * uneven)
            self._uneven.append(uneven)
            self._over.append(over)
            self._hints += [(over, beyond), (uneven, int(beyond > 0))]
