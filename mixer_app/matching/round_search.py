"""Rounds for chosen pairs, so that every pair meets: searched for as a whole with CP-SAT."""

from collections import defaultdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.progress import Progress
from mixer_app.matching.deadline import Deadline
from mixer_app.matching.openings import Flags, Openings
from mixer_app.matching.problem import FREE
from mixer_app.matching.ranked_search import RankedSearch

Integers = NDArray[np.int64]
Place = tuple[int, int, int]  # mentee, mentor, round
Groups = defaultdict[tuple[int, int], list[Any]]


def rounds_of_all(
    openings: Openings,
    pairs: Flags,
    kept: int,
    *,
    effort: float,
    progress: Progress | None,
    deadline: Deadline,
) -> Integers | None:
    """A plan (mentees, rounds) with all `pairs` and `kept` seats of the old plan; None if none was found."""
    return _Rounds(openings, pairs, kept).found(effort, progress, deadline)


class _Rounds:
    """One 0-1 variable for each chosen pair and round in which both could meet."""

    def __init__(self, openings: Openings, pairs: Flags, kept: int) -> None:
        from ortools.sat.python import cp_model

        self._model, self._openings = cp_model.CpModel(), openings
        self._at: dict[Place, Any] = {}
        self._of_pair, self._of_mentee, self._of_table = Groups(list), Groups(list), Groups(list)
        for mentee, mentor in np.argwhere(pairs).tolist():
            for in_round in np.flatnonzero(openings.present[mentee] & (openings.seats[mentor] > 0)).tolist():
                if (mentee, mentor, in_round) not in openings.blocked:
                    self._add(mentee, mentor, in_round)
        for mentee, mentor in np.argwhere(pairs).tolist():
            self._model.add_exactly_one(self._of_pair[mentee, mentor])
        self._limit(kept)

    def found(self, effort: float, progress: Progress | None, deadline: Deadline) -> Integers | None:
        """The rounds (mentees, rounds), if the effort sufficed to find some."""
        search = RankedSearch(self._model, self._openings.seed, effort, deadline, progress)
        solver = search.maximised(None, ()).solver
        if solver is None:
            return None
        mentor_of = np.full(self._openings.present.shape, FREE, np.int64)
        for (mentee, mentor, in_round), variable in self._at.items():
            if solver.boolean_value(variable):
                mentor_of[mentee, in_round] = mentor
        return mentor_of

    def _add(self, mentee: int, mentor: int, in_round: int) -> None:
        variable = self._at[mentee, mentor, in_round] = self._model.new_bool_var("")
        self._of_pair[mentee, mentor].append(variable)
        self._of_mentee[mentee, in_round].append(variable)
        self._of_table[mentor, in_round].append(variable)

    def _limit(self, kept: int) -> None:
        openings = self._openings
        for variables in self._of_mentee.values():
            self._model.add_at_most_one(variables)
        for (mentor, in_round), variables in self._of_table.items():
            self._model.add(sum(variables) <= int(openings.seats[mentor, in_round]))
        for first, second in openings.apart:
            for (mentee, mentor, in_round), variable in self._at.items():
                if mentee == first and (other := self._at.get((second, mentor, in_round))) is not None:
                    self._model.add_at_most_one([variable, other])
        for mentee, mentor in openings.same_person:
            for in_round in range(openings.rounds):
                self._one_side_only(self._of_mentee[mentee, in_round], self._of_table[mentor, in_round])
        if kept and openings.keep is not None:
            self._model.add(sum(v for (i, j, r), v in self._at.items() if openings.keep[i, r] == j) >= kept)

    def _one_side_only(self, own: list[Any], guests: list[Any]) -> None:
        if own and guests:
            seeks = self._model.new_bool_var("")
            for variable in own:
                self._model.add_implication(variable, seeks)
            for variable in guests:
                self._model.add_implication(variable, ~seeks)
