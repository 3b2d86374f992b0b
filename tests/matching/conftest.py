"""Problems to plan, an optimum that knows nothing of the planner, and people to score."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count, pairwise
from typing import Any

import numpy as np
import pytest

from mixer_app.domain.people import Attendee, PersonName, Status
from mixer_app.domain.roles import Role
from mixer_app.matching import PlanProblem, RoundPlan, plan_rounds


def _problem(mentees: int, mentors: int, rounds: int, seats: Any = 1, seed: int = 0, **changes: Any) -> PlanProblem:
    scores = np.round(np.random.default_rng(seed).random((mentees, mentors)), 4)
    problem = PlanProblem(
        scores=scores,
        allowed=np.ones((mentees, mentors), bool),
        rounds=rounds,
        seats=np.full((mentors, rounds), seats) if np.isscalar(seats) else seats,
        present=np.ones((mentees, rounds), bool),
    )
    return replace(problem, **changes)


@pytest.fixture(scope="session")
def a_problem() -> Callable[..., PlanProblem]:
    """Everybody there all evening, everybody allowed, random scores; anything else by keyword."""
    return _problem


def any_problem(dice: np.random.Generator) -> PlanProblem:
    """A small evening in which anything can be: few seats, people who come late or go early, limits, two kept apart."""
    mentees, mentors, rounds = int(dice.integers(2, 12)), int(dice.integers(2, 6)), int(dice.integers(1, 5))
    return PlanProblem(
        scores=np.round(dice.random((mentees, mentors)), 4),
        allowed=dice.random((mentees, mentors)) < 0.85,
        rounds=rounds,
        seats=dice.integers(0, 4, (mentors, rounds)),
        present=dice.random((mentees, rounds)) < 0.9,
        mentor_limit=dice.integers(1, 9, mentors),
        mentee_limit=dice.integers(1, rounds + 1, mentees),
        apart=np.array([[0, 1]]),
        same_person=np.array([[0, 0]]),
    )


def an_evening(seed: int) -> tuple[PlanProblem, RoundPlan, np.random.Generator]:
    """`any_problem` with its plan, of which one seat is fixed, and the dice for more."""
    dice = np.random.default_rng(seed)
    problem = any_problem(dice)
    plan = plan_rounds(problem)
    rows = plan.mentor_of
    seated = np.argwhere(rows >= 0)
    if len(seated):
        i, r = seated[0]
        problem = replace(problem, fixed=np.array([[i, rows[i, r], r]]))
        plan = RoundPlan(rows, replace(plan.quality, optimal=False))
    return problem, plan, dice


class _Mip:
    """The planning contract written down as a mixed-integer program, solved rank by rank by HiGHS."""

    def __init__(self, problem: PlanProblem) -> None:
        self._rows: list[tuple[dict[int, float], float, float]] = []
        self._upper: list[float] = []
        self._problem = problem
        mentees, mentors = problem.allowed.shape
        persons = {tuple(row) for row in _rows(problem.same_person)}
        fixed = {tuple(row) for row in _rows(problem.fixed)}
        self.x = {
            (i, j, r): self._variable()
            for i in range(mentees)
            for j in range(mentors)
            for r in range(problem.rounds)
            if problem.allowed[i, j] and problem.present[i, r] and problem.seats[j, r] and (i, j) not in persons
        }
        for key in fixed:
            self._limit([self.x[key]], 1, lower=1)
        for axes in ((0, 1), (0, 2)):
            for group in self._groups(*axes).values():
                self._limit(group, 1)
        for (j, r), group in self._groups(1, 2).items():
            self._limit(group, problem.seats[j, r])
        for axis, limit in ((0, problem.mentee_limit), (1, problem.mentor_limit)):
            for (person,), group in self._groups(axis).items():
                self._limit(group, problem.rounds * mentees if limit is None else limit[person])
        for a, b in _rows(problem.apart):
            for (i, j, r), variable in self.x.items():
                if i == a and (b, j, r) in self.x:
                    self._limit([variable, self.x[b, j, r]], 1)
        met = self._groups(0, 1)
        for a, b, c, d in _rows(problem.once):
            self._limit([*met.get((a, b), []), *met.get((c, d), [])], 1)
        for i, j in _rows(problem.same_person):
            for (_, b, r), guest in self.x.items():
                if b == j:
                    own = [v for (c, _, when), v in self.x.items() if c == i and when == r]
                    self._limit([guest, *own], 1)
        self.ranks = [dict.fromkeys(level, 1.0) for level in self._levels()]
        keep = problem.keep
        self.ranks.append({v: 1.0 for (i, j, r), v in self.x.items() if keep is not None and keep[i, r] == j})
        self.ranks.append(self._first(problem.scores >= problem.strong))
        self.ranks.append({} if problem.discovery is None else self._first(problem.discovery))
        self.ranks.append({v: float(np.rint(problem.scores[i, j] * 10_000)) for (i, j, _), v in self.x.items()})
        self.ranks.append(self._squares())

    def _variable(self) -> int:
        self._upper.append(1.0)
        return len(self._upper) - 1

    def _limit(self, variables: list[int], upper: float, lower: float = -np.inf) -> None:
        self._rows.append((dict.fromkeys(variables, 1.0), lower, float(upper)))

    def _groups(self, *axes: int) -> dict[tuple[int, ...], list[int]]:
        groups: dict[tuple[int, ...], list[int]] = {}
        for key, variable in self.x.items():
            groups.setdefault(tuple(key[axis] for axis in axes), []).append(variable)
        return groups

    def _steps(self, group: list[int]) -> list[int]:
        steps = [self._variable() for _ in group]
        self._rows.append(({**dict.fromkeys(group, 1.0), **dict.fromkeys(steps, -1.0)}, 0, 0))
        for low, high in pairwise(steps):
            self._rows.append(({high: 1.0, low: -1.0}, -np.inf, 0))
        return steps

    def _levels(self) -> list[list[int]]:
        levels: list[list[int]] = [[] for _ in range(self._problem.rounds)]
        for group in self._groups(0).values():
            for level, variable in enumerate(self._steps(group)):
                if level < len(levels):
                    levels[level].append(variable)
        return levels

    def _first(self, wanted: np.ndarray[Any, Any]) -> dict[int, float]:
        reached: dict[int, float] = {}
        for i in range(len(wanted)):
            hits = [v for (a, j, _), v in self.x.items() if a == i and wanted[i, j]]
            if hits:
                variable = self._variable()
                self._rows.append(({variable: 1.0, **dict.fromkeys(hits, -1.0)}, -np.inf, 0))
                reached[variable] = 1.0
        return reached

    def _squares(self) -> dict[int, float]:
        costs: dict[int, float] = {}
        for group in self._groups(1).values():
            costs |= {variable: -(2.0 * step + 1) for step, variable in enumerate(self._steps(group))}
        return costs

    def optimum(self) -> list[int]:
        """The best figure of each rank, in strict order."""
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import coo_array

        best: list[int] = []
        for costs in self.ranks:
            if not costs:
                best.append(0)
                continue
            entries = [(r, c, v) for r, (row, _, _) in enumerate(self._rows) for c, v in row.items()]
            r, c, v = zip(*entries, strict=True)
            matrix = coo_array((v, (r, c)), shape=(len(self._rows), len(self._upper))).tocsr()
            limits = LinearConstraint(matrix, [row[1] for row in self._rows], [row[2] for row in self._rows])
            objective = np.zeros(len(self._upper))
            objective[list(costs)] = [-value for value in costs.values()]
            found = milp(
                objective,
                constraints=limits,
                bounds=Bounds(0, np.array(self._upper)),
                integrality=np.ones(len(self._upper)),
                options={"mip_rel_gap": 0.0},
            )
            assert found.status == 0, found.message
            value = round(-found.fun)
            best.append(value)
            self._rows.append((costs, value - 0.25, np.inf))
        return best


def _rows(array: Any) -> list[list[int]]:
    return [] if array is None else np.asarray(array).tolist()


@pytest.fixture(scope="session")
def optimum_of() -> Callable[[PlanProblem], list[int]]:
    """Figures of the best plan by another solver: spread by levels, kept, strong, discovery, points, -load."""
    return lambda problem: _Mip(problem).optimum() if problem.allowed.size and problem.rounds else []


@pytest.fixture(scope="session")
def figures_of() -> Callable[[PlanProblem, RoundPlan], list[int]]:
    """The same figures of a plan."""

    def figures(problem: PlanProblem, plan: RoundPlan) -> list[int]:
        q = plan.quality
        i, r = np.nonzero(plan.mentor_of >= 0)
        points = np.rint(problem.scores[i, plan.mentor_of[i, r]] * 10_000).sum()
        levels = [int((q.meetings_per_mentee >= level).sum()) for level in range(1, problem.rounds + 1)]
        load = int((q.mentor_load**2).sum())
        return [*levels, q.kept, q.strong_mentees, q.discovery_mentees, int(points), -load]

    return figures


_numbers = count(1)


@pytest.fixture(scope="session")
def an_attendee() -> Callable[..., Attendee]:
    """A person who said nothing; anything said by keyword."""

    def build(role: Role = Role.MENTEE, **said: Any) -> Attendee:
        number = next(_numbers)
        person = Attendee(
            id=number,
            person_id=number,
            event_id=1,
            code=f"CODE{number}",
            role=role,
            status=Status.CHECKED_IN,
            updated_at=datetime(2026, 5, 14, tzinfo=UTC),
            name=PersonName(full=f"Person {number}"),
        )
        return replace(person, **said)

    return build
