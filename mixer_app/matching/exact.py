"""Prove small evenings whole: who sits with whom in which round, rank by rank with CP-SAT.

Each rank is maximised with all ranks before it held at their optimum.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.progress import Progress, report
from mixer_app.matching.deadline import NO_DEADLINE, Deadline
from mixer_app.matching.openings import Flags, Openings
from mixer_app.matching.problem import FREE
from mixer_app.matching.ranked_search import RankedSearch
from mixer_app.matching.standing import Standing, standing_of_pairs, standing_of_rounds

Integers = NDArray[np.int64]

MOST_VARIABLES: Final = 8_000
EFFORT: Final = 2.5  # deterministic seconds for all ranks together


@dataclass(frozen=True)
class Answer:
    """What was found: introductions as rows (mentee, mentor, round), and what is proven of them."""

    rows: Integers
    proven: bool


def is_small(openings: Openings, *, timed: bool) -> bool:
    """Whether there are few enough introductions to choose from."""
    return int(openings.possible.sum()) * (openings.rounds if timed else 1) <= MOST_VARIABLES


def prove(
    openings: Openings,
    start: Integers,
    best: Standing,
    *,
    timed: bool,
    effort: float = EFFORT,
    progress: Progress | None,
    deadline: Deadline = NO_DEADLINE,
) -> Answer:
    """Improve `start` (rows mentee, mentor, round) to the optimum, if the effort suffices.

    With `timed` false rounds do not matter and every round is 0. `best` is a proven bound.
    """
    return _Model(openings, timed=timed, deadline=deadline).solve(start, best, effort, progress)


class _Model:
    """Introductions as 0-1 variables, and the figure of each rank as a sum of them."""

    def __init__(self, openings: Openings, *, timed: bool, deadline: Deadline) -> None:
        from ortools.sat.python import cp_model

        self._model = cp_model.CpModel()
        self._openings, self._timed = openings, timed
        self._at: dict[tuple[int, int, int], Any] = {
            place: self._model.new_bool_var(f"x{place}") for place in self._places()
        }
        self._limit_people()
        if timed:
            self._limit_rounds()
        self._ranks = list(self._figures())
        self._deadline = deadline

    def _places(self) -> Iterator[tuple[int, int, int]]:
        openings = self._openings
        for mentee, mentor in np.argwhere(openings.possible).tolist():
            if not self._timed:
                yield mentee, mentor, 0
                continue
            together = openings.present[mentee] & (openings.seats[mentor] > 0)
            for in_round in np.flatnonzero(together).tolist():
                if (mentee, mentor, in_round) not in openings.blocked:
                    yield mentee, mentor, in_round

    def _groups(self, *axes: int) -> dict[tuple[int, ...], list[Any]]:
        groups: dict[tuple[int, ...], list[Any]] = {}
        for place, var in self._at.items():
            groups.setdefault(tuple(place[axis] for axis in axes), []).append(var)
        return groups

    def _limit_people(self) -> None:
        for (mentee,), variables in self._groups(0).items():
            self._model.add(sum(variables) <= int(self._openings.mentee_room[mentee]))
        for (mentor,), variables in self._groups(1).items():
            self._model.add(sum(variables) <= int(self._openings.mentor_room[mentor]))
        of_pair = self._groups(0, 1)
        for one, other in self._openings.once:
            self._model.add_at_most_one([*of_pair.get(one, []), *of_pair.get(other, [])])

    def _limit_rounds(self) -> None:
        openings = self._openings
        for variables in [*self._groups(0, 1).values(), *self._groups(0, 2).values()]:
            self._model.add_at_most_one(variables)
        tables, seeks = self._groups(1, 2), self._groups(0, 2)
        for (mentor, in_round), variables in tables.items():
            self._model.add(sum(variables) <= int(openings.seats[mentor, in_round]))
        for first, second in openings.apart:
            for (mentee, mentor, in_round), variable in self._at.items():
                other = self._at.get((second, mentor, in_round))
                if mentee == first and other is not None:
                    self._model.add_at_most_one([variable, other])
        for mentee, mentor in openings.same_person:
            for in_round in range(openings.rounds):
                guests, own = tables.get((mentor, in_round), []), seeks.get((mentee, in_round), [])
                for guest in guests:
                    self._model.add(guest + sum(own) <= 1)

    def _figures(self) -> Iterator[Any]:
        """What can be added to each of `Standing.figures`."""
        openings = self._openings
        by_mentee = self._groups(0)
        levels: list[list[Any]] = [[] for _ in range(openings.rounds)]
        for (mentee,), variables in by_mentee.items():
            met, room = int(openings.met[mentee]), int(openings.mentee_room[mentee])
            steps = [self._model.new_bool_var(f"m{mentee}_{step}") for step in range(room)]
            self._model.add(sum(steps) == sum(variables))
            for lower, upper in pairwise(steps):
                self._model.add_implication(upper, lower)
            for step, variable in enumerate(steps):
                levels[met + step].append(variable)
        yield from (sum(level) for level in levels)
        yield sum(
            var
            for (mentee, mentor, in_round), var in self._at.items()
            if openings.keep is not None and openings.keep[mentee, in_round] == mentor
        )
        yield self._first_of(openings.strong, openings.has_strong)
        yield 0 if openings.discovery is None else self._first_of(openings.discovery, openings.has_discovery)
        yield sum(int(openings.points[mentee, mentor]) * var for (mentee, mentor, _), var in self._at.items())
        yield -self._squares()

    def _first_of(self, wanted: Flags, has: Flags) -> Any:
        hits: dict[int, list[Any]] = {}
        for (mentee, mentor, _), variable in self._at.items():
            if wanted[mentee, mentor] and not has[mentee]:
                hits.setdefault(mentee, []).append(variable)
        reached = {mentee: self._model.new_bool_var(f"w{mentee}") for mentee in hits}
        for mentee, variable in reached.items():
            self._model.add(sum(hits[mentee]) >= variable)
        return sum(reached.values())

    def _squares(self) -> Any:
        total: Any = 0
        for (mentor,), variables in self._groups(1).items():
            load, room = int(self._openings.load[mentor]), int(self._openings.mentor_room[mentor])
            steps = [self._model.new_bool_var(f"l{mentor}_{step}") for step in range(room)]
            self._model.add(sum(steps) == sum(variables))
            for lower, upper in pairwise(steps):
                self._model.add_implication(upper, lower)
            total += sum((2 * (load + step) + 1) * variable for step, variable in enumerate(steps))
        return total

    def solve(self, start: Integers, best: Standing, effort: float, progress: Progress | None) -> Answer:
        """Settle one rank after the other."""
        search = RankedSearch(self._model, self._openings.seed, effort, self._deadline, progress)
        rows, bounds, given = start, best.figures, self._standing(_NOTHING).figures
        for number, figure in enumerate(self._ranks):
            if isinstance(figure, int):
                continue
            report(progress, 0.95 + 0.05 * number / len(self._ranks), "Proving the best plan")
            reached = self._standing(rows).figures
            if reached[: number + 1] != bounds[: number + 1]:
                rows, proven = self._maximised(figure, rows, search)
                reached = self._standing(rows).figures
                if not proven:
                    return Answer(rows, proven=False)
            self._model.add(figure >= reached[number] - given[number])
        return Answer(rows, proven=True)

    def _maximised(self, figure: Any, rows: Integers, search: RankedSearch) -> tuple[Integers, bool]:
        """Rows at least as good as these, and whether no others have a greater figure."""
        taken = set(map(tuple, rows.tolist()))
        found = search.maximised(figure, [(variable, int(place in taken)) for place, variable in self._at.items()])
        if found.solver is None:
            return rows, False
        chosen = [place for place, variable in self._at.items() if found.solver.boolean_value(variable)]
        other = np.array(chosen, np.int64).reshape(-1, 3)
        if found.proven:
            return other, True
        return (other if self._standing(other) > self._standing(rows) else rows), False

    def _standing(self, rows: Integers) -> Standing:
        openings = self._openings
        if self._timed:
            mentor_of = np.full(openings.present.shape, FREE, np.int64)
            mentor_of[rows[:, 0], rows[:, 2]] = rows[:, 1]
            return standing_of_rounds(openings, mentor_of)
        pairs = np.zeros_like(openings.possible)
        pairs[rows[:, 0], rows[:, 1]] = True
        return standing_of_pairs(openings, pairs, kept=0)


_NOTHING: Final = np.zeros((0, 3), np.int64)
