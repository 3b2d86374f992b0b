"""Who meets whom, and who is seated in which rounds, but not with whom: small, tight and fast to prove.

Rounds in which the same people could do the same count as one kind with several turns, so that
nothing depends on their order. Somebody who is both spends each round on one side only. Every plan
is a solution, so what is proven here of each rank is a bound; and the pairs of the best solution
nearly always find their rounds (`round_search`): then the plan is proven best.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.progress import Progress, report
from mixer_app.matching.deadline import Deadline
from mixer_app.matching.openings import Flags, Openings
from mixer_app.matching.problem import FREE
from mixer_app.matching.ranked_search import RankedSearch
from mixer_app.matching.roles import most_in_round
from mixer_app.matching.standing import Standing, pairs_of, standing_of_pairs

Integers = NDArray[np.int64]
Variables = defaultdict[int, list[Any]]

MOST_PAIRS: Final = 3_000
_SHARE_FOR_POINTS, _SHARE_FOR_RANK = 0.25, 0.7  # of the effort that is left, at most


@dataclass(frozen=True)
class RelaxedBest:
    """The best pairs found, the seats of the old plan to keep with them, and what no plan exceeds."""

    pairs: Flags  # (mentees, mentors)
    kept: int
    proven: tuple[int, ...]  # figures of the first ranks, each proven the best given those before
    bound: int | None  # of the first rank that is not proven
    points: int | None  # no plan with as fair a spread has more; None: not known


def is_small_enough(openings: Openings) -> bool:
    """Whether there are few enough pairs to choose from."""
    return int(openings.possible.sum()) <= MOST_PAIRS


def best_relaxed(
    openings: Openings,
    start: Integers,
    best: Standing,
    *,
    effort: float,
    progress: Progress | None,
    deadline: Deadline,
) -> RelaxedBest:
    """Settle one rank after the other, beginning with the plan `start` (mentees, rounds); `best` is a proven bound."""
    return _RelaxedEvening(openings).settle(start, best, effort, progress, deadline)


@dataclass
class _State:
    """The best solution so far, and what is proven."""

    pairs: Flags  # (mentees, mentors)
    kept: int
    hints: list[tuple[Any, int]]
    proven: list[int] = field(default_factory=list[int])
    bound: int | None = None
    points: int | None = None
    all_proven: bool = True  # every rank so far

    def figures(self, openings: Openings) -> tuple[int, ...]:
        """The figures of all ranks."""
        return standing_of_pairs(openings, self.pairs, self.kept).figures


class _RelaxedEvening:
    """Pairs as 0-1 variables, and for each person how many rounds of each kind they are seated in."""

    def __init__(self, openings: Openings) -> None:
        from ortools.sat.python import cp_model

        self._cp, self._model, self._openings = cp_model, cp_model.CpModel(), openings
        self._kinds = _kinds_of_rounds(openings)
        self._pair = {
            (mentee, mentor): self._model.new_bool_var("") for mentee, mentor in np.argwhere(openings.possible).tolist()
        }
        self._of_mentee, self._of_mentor = self._sides()
        self._seeks = self._turns(openings.present, self._of_mentee)
        self._guests = self._turns(openings.seats, self._of_mentor)
        self._join_sides()
        self._limit_pairs()
        self._limit_ways()
        self._limit_both()
        self._kept = self._keepable()
        self._ranks = list(self._figures())

    def settle(
        self, start: Integers, best: Standing, effort: float, progress: Progress | None, deadline: Deadline
    ) -> RelaxedBest:
        """Settle one rank after the other."""
        openings = self._openings
        search = RankedSearch(self._model, openings.seed, effort, deadline, progress)
        state = _State(pairs_of(start, openings.possible.shape[1]), _kept_by(openings, start), self._hints(start))
        given = standing_of_pairs(openings, np.zeros_like(state.pairs), kept=0).figures
        for number, figure in enumerate(self._ranks):
            report(progress, 0.9 + 0.05 * number / len(self._ranks), "Proving the best plan")
            if number == openings.rounds and state.all_proven:
                best = self._with_most_points(best, state, search)
            settled = isinstance(figure, int) or (
                state.all_proven and state.figures(openings)[: number + 1] == best.figures[: number + 1]
            )
            if not settled and not self._searched(figure, given[number], state, search):
                break
            reached = state.figures(openings)[number]
            if state.all_proven:
                state.proven.append(reached)
            if not isinstance(figure, int):
                self._model.add(figure >= reached - given[number])
        return RelaxedBest(state.pairs, state.kept, tuple(state.proven), state.bound, state.points)

    def _searched(self, figure: Any, given: int, state: "_State", search: RankedSearch) -> bool:
        """Whether a solution with the greatest figure, or a great one, was found."""
        found = search.maximised(figure, state.hints, share=_SHARE_FOR_RANK)
        if not found.proven and state.all_proven:
            state.all_proven, state.bound = False, None if found.bound is None else found.bound + given
        if found.solver is None:
            state.all_proven = False
            return False
        self._read(found.solver, state)
        return True

    def _with_most_points(self, best: Standing, state: "_State", search: RankedSearch) -> Standing:
        """`best` with the greatest score if only a fair spread comes before it: often the other ranks cost nothing."""
        if isinstance(self._ranks[-2], int):
            return best
        found = search.maximised(self._ranks[-2], state.hints, share=_SHARE_FOR_POINTS)
        state.points = found.bound
        if found.solver is not None:
            other = replace(state)
            self._read(found.solver, other)
            if other.figures(self._openings) > state.figures(self._openings):
                state.pairs, state.kept, state.hints = other.pairs, other.kept, other.hints
        return best if found.bound is None else replace(best, points=min(best.points, found.bound))

    def _read(self, solver: Any, state: "_State") -> None:
        """Take over a solution, with all its values as hints."""
        state.pairs = np.zeros_like(self._openings.possible)
        for (mentee, mentor), variable in self._pair.items():
            state.pairs[mentee, mentor] = solver.boolean_value(variable)
        state.kept = sum(solver.boolean_value(variable) for variable in self._kept.values())
        everything = [*self._pair.values(), *self._seeks.values(), *self._guests.values(), *self._kept.values()]
        state.hints = [(variable, solver.value(variable)) for variable in everything]

    def _hints(self, start: Integers) -> list[tuple[Any, int]]:
        pairs = pairs_of(start, self._openings.possible.shape[1])
        hints = [(variable, int(pairs[pair])) for pair, variable in self._pair.items()]
        for (mentee, kind), variable in self._seeks.items():
            hints.append((variable, int((start[mentee, self._kinds[kind]] != FREE).sum())))
        for (mentor, kind), variable in self._guests.items():
            hints.append((variable, int((start[:, self._kinds[kind]] == mentor).sum())))
        for (mentee, in_round, mentor), variable in self._kept.items():
            hints.append((variable, int(start[mentee, in_round] == mentor)))
        return hints

    def _sides(self) -> tuple[Variables, Variables]:
        of_mentee, of_mentor = Variables(list), Variables(list)
        for (mentee, mentor), variable in self._pair.items():
            of_mentee[mentee].append(variable)
            of_mentor[mentor].append(variable)
        return of_mentee, of_mentor

    def _turns(self, room: Any, people: Variables) -> dict[tuple[int, int], Any]:
        """For each person and kind of round how many introductions they have in such rounds."""
        return {
            (person, kind): self._model.new_int_var(0, int(room[person, rounds].sum()), "")
            for person in people
            for kind, rounds in enumerate(self._kinds)
            if room[person, rounds[0]]
        }

    def _join_sides(self) -> None:
        """Introductions of a person are those in all kinds of rounds; in each kind both sides have as many."""
        for people, turns, room in (
            (self._of_mentee, self._seeks, self._openings.mentee_room),
            (self._of_mentor, self._guests, self._openings.mentor_room),
        ):
            for person, variables in people.items():
                mine = [turns[person, kind] for kind in range(len(self._kinds)) if (person, kind) in turns]
                self._model.add(sum(variables) == sum(mine))
                self._model.add(sum(variables) <= int(room[person]))
        for kind, rounds in enumerate(self._kinds):
            seeking = [variable for (_, when), variable in self._seeks.items() if when == kind]
            hosting = [variable for (_, when), variable in self._guests.items() if when == kind]
            self._model.add(sum(seeking) == sum(hosting))
            self._model.add(sum(seeking) <= len(rounds) * most_in_round(self._openings, rounds[0]))

    def _limit_pairs(self) -> None:
        """Two who are not there together in every kind of round meet in one in which they are, or not at all."""
        both = {mentor: mentee for mentee, mentor in self._openings.same_person}
        for (mentee, mentor), variable in self._pair.items():
            common = [
                kind
                for kind in range(len(self._kinds))
                if (mentee, kind) in self._seeks and (mentor, kind) in self._guests
            ]
            if len(common) < len(self._kinds):
                self._model.add(variable <= sum(self._seeks[mentee, kind] for kind in common))
                self._model.add(variable <= sum(self._guests[mentor, kind] for kind in common))
            if mentor in both:
                away = [self._seeks[both[mentor], kind] for kind in common if (both[mentor], kind) in self._seeks]
                self._model.add(variable + sum(away) <= sum(len(self._kinds[kind]) for kind in common))

    def _limit_ways(self) -> None:
        """Two who could meet either way meet once."""
        for one, other in self._openings.once:
            self._model.add_at_most_one([self._pair[one], self._pair[other]])

    def _limit_both(self) -> None:
        """Each turn in which somebody seeks takes all their own seats of a round."""
        for mentee, mentor in self._openings.same_person:
            for kind, rounds in enumerate(self._kinds):
                if (mentee, kind) in self._seeks and (mentor, kind) in self._guests:
                    seats = int(self._openings.seats[mentor, rounds[0]])
                    turns = self._guests[mentor, kind] + seats * self._seeks[mentee, kind]
                    self._model.add(turns <= seats * len(rounds))

    def _keepable(self) -> dict[tuple[int, int, int], Any]:
        """Which seats (mentee, round, mentor) of the old plan stay; rounds are then all of their own kind."""
        openings, kept = self._openings, dict[tuple[int, int, int], Any]()
        if openings.keep is None:
            return kept
        same_pair: defaultdict[tuple[int, int], list[Any]] = defaultdict(list)
        same_table: defaultdict[tuple[int, int], list[Any]] = defaultdict(list)
        for kind, rounds in enumerate(self._kinds):
            for mentee in np.flatnonzero(openings.keep[:, rounds[0]] != FREE).tolist():
                mentor = int(openings.keep[mentee, rounds[0]])
                if (mentee, mentor, rounds[0]) in openings.blocked:
                    continue
                variable = kept[mentee, rounds[0], mentor] = self._model.new_bool_var("")
                self._model.add_implication(variable, self._pair[mentee, mentor])
                self._model.add(variable <= self._seeks[mentee, kind])
                same_pair[mentee, mentor].append(variable)
                same_table[mentor, kind].append(variable)
        for variables in same_pair.values():
            self._model.add_at_most_one(variables)
        for table, variables in same_table.items():
            self._model.add(sum(variables) <= self._guests[table])
        return kept

    def _figures(self) -> Iterator[Any]:
        """What can be added to each of `Standing.figures`."""
        openings = self._openings
        levels: list[list[Any]] = [[] for _ in range(openings.rounds)]
        for mentee, variables in self._of_mentee.items():
            met = int(openings.met[mentee])
            for step, variable in enumerate(self._steps(variables, int(openings.mentee_room[mentee]))):
                levels[met + step].append(variable)
        yield from (sum(level) for level in levels)
        yield sum(self._kept.values())
        yield self._first_of(openings.strong, openings.has_strong)
        yield 0 if openings.discovery is None else self._first_of(openings.discovery, openings.has_discovery)
        points = [int(openings.points[pair]) for pair in self._pair]
        yield self._cp.LinearExpr.weighted_sum(list(self._pair.values()), points) if points else 0
        squares: Any = 0
        for mentor, variables in self._of_mentor.items():
            load = int(openings.load[mentor])
            for step, variable in enumerate(self._steps(variables, int(openings.mentor_room[mentor]))):
                squares += (2 * (load + step) + 1) * variable
        yield -squares

    def _steps(self, variables: list[Any], room: int) -> list[Any]:
        """0-1 variables, true ones first, as many true as of the given variables."""
        steps = [self._model.new_bool_var("") for _ in range(room)]
        self._model.add(sum(steps) == sum(variables))
        for lower, upper in pairwise(steps):
            self._model.add_implication(upper, lower)
        return steps

    def _first_of(self, wanted: Flags, has: Flags) -> Any:
        hits: Variables = Variables(list)
        for (mentee, mentor), variable in self._pair.items():
            if wanted[mentee, mentor] and not has[mentee]:
                hits[mentee].append(variable)
        reached = {mentee: self._model.new_bool_var("") for mentee in hits}
        for mentee, variable in reached.items():
            self._model.add(sum(hits[mentee]) >= variable)
        return sum(reached.values())


def _kept_by(openings: Openings, start: Integers) -> int:
    return 0 if openings.keep is None else int(((start == openings.keep) & (start != FREE)).sum())


def _kinds_of_rounds(openings: Openings) -> list[list[int]]:
    """Rounds in which somebody can meet, those of one kind (the same people, the same seats) together."""
    kinds: dict[tuple[bytes, bytes, int], list[int]] = {}
    for in_round in range(openings.rounds):
        present, seats = openings.present[:, in_round], openings.seats[:, in_round]
        if not present.any() or not seats.any():
            continue
        alone = in_round if openings.keep is not None or openings.blocked else FREE
        kinds.setdefault((present.tobytes(), seats.tobytes(), alone), []).append(in_round)
    return list(kinds.values())
