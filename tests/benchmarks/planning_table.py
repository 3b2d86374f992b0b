"""How good plans are: ours beside what others do, on the same evenings, judged by the same checker.

`python tests/benchmarks/planning_table.py [PEOPLE ...]` prints the table of the README as Markdown.
Times are seconds of one processor; every method runs in this one process.
"""

import csv
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from mixer_app.matching import PlanProblem, RoundPlan, plan_rounds, verify
from mixer_app.matching.bounds import Bounds
from mixer_app.matching.quality import quality_of

Rounds = np.ndarray[Any, np.dtype[np.int64]]  # (mentees, rounds) mentor or -1
Method = Callable[[PlanProblem], Rounds]
DATA = Path(__file__).parents[3] / "shared" / "data"
SIZES = {60: (45, 15, 6, 2), 250: (200, 50, 6, 3), 1200: (1000, 200, 8, 4), 6000: (5000, 1000, 8, 5)}
GRADES = ("AA", "AO", "EO", "HEO", "SEO", "Grade 7", "Grade 6", "SCS1", "SCS2", "SCS3", "SCS4")


def an_evening(people: int, seed: int = 1) -> PlanProblem:
    """Everybody there all evening; a few mentors fit almost everybody, and one pair in ten must not meet."""
    mentees, mentors, rounds, seats = SIZES[people]
    dice = np.random.default_rng(seed)
    scores = np.clip(0.6 * dice.beta(1.5, 3, mentors) + 0.5 * dice.random((mentees, mentors)), 0, 1)
    return PlanProblem(
        scores=np.round(scores, 4),
        allowed=dice.random((mentees, mentors)) < 0.9,
        rounds=rounds,
        seats=np.full((mentors, rounds), seats),
        present=np.ones((mentees, rounds), bool),
    )


def with_windows(problem: PlanProblem, seed: int = 1) -> PlanProblem:
    """A tenth of the mentees late, a tenth leaving early, half of the mentors resting in one round."""
    dice = np.random.default_rng(seed)
    (mentees, mentors), rounds = problem.allowed.shape, problem.rounds
    present, seats = problem.present.copy(), problem.seats.copy()
    who = dice.permutation(mentees)
    for late, early in zip(who[: mentees // 10], who[mentees // 10 : mentees // 5], strict=False):
        present[late, : dice.integers(1, rounds // 2)] = False
        present[early, rounds - dice.integers(1, rounds // 2) :] = False
    resting = dice.permutation(mentors)[: mentors // 2]
    seats[resting, dice.integers(0, rounds, len(resting))] = 0
    return replace(problem, present=present, seats=seats)


def a_service_evening() -> PlanProblem:
    """The 500 mentors and 500 mentees of the shared civil service files: nobody of the same organisation."""
    sides = [list(csv.DictReader((DATA / f"civil-service-{side}s.csv").open())) for side in ("mentee", "mentor")]
    own = [np.array([row["organisation"] for row in rows]) for rows in sides]
    field = [np.array([row["profession"] for row in rows]) for rows in sides]
    grade = [np.array([GRADES.index(row["grade"]) for row in rows]) for rows in sides]
    ahead = grade[1][None, :] - grade[0][:, None]  # (mentees, mentors)
    scores = 0.6 * np.clip(ahead / 4, 0, 1) + 0.4 * (field[0][:, None] == field[1][None, :])
    everyone = len(sides[0]), len(sides[1])
    return PlanProblem(
        scores=scores,
        allowed=(own[0][:, None] != own[1][None, :]) & (ahead > 0),
        rounds=6,
        seats=np.ones((everyone[1], 6), np.int64),
        present=np.ones((everyone[0], 6), bool),
    )


def ours(problem: PlanProblem) -> Rounds:
    """Mentor Mixer."""
    return plan_rounds(problem).mentor_of


def round_by_round(problem: PlanProblem) -> Rounds:
    """The best assignment of each round, one after the other (Hungarian method)."""
    from scipy.optimize import linear_sum_assignment

    worth = np.where(problem.allowed, problem.scores + 1, 0)
    mentor_of = np.full(problem.present.shape, -1)
    for in_round in range(problem.rounds):
        there = np.flatnonzero(problem.present[:, in_round])
        seat_of = np.repeat(np.arange(worth.shape[1]), problem.seats[:, in_round])
        row, seat = linear_sum_assignment(worth[np.ix_(there, seat_of)], maximize=True)
        mentee, mentor = there[row], seat_of[seat]
        fine = worth[mentee, mentor] > 0
        mentor_of[mentee[fine], in_round] = mentor[fine]
        worth[mentee[fine], mentor[fine]] = 0
    return mentor_of


def best_first(problem: PlanProblem) -> Rounds:
    """The best pair of all, then the next, each in its first free round."""
    mentee, mentor = np.nonzero(problem.allowed)
    order = np.argsort(-problem.scores[mentee, mentor], kind="stable")
    free = [sum(1 << r for r in np.flatnonzero(row).tolist()) for row in problem.present]
    left, mentor_of = problem.seats.tolist(), np.full(problem.present.shape, -1)
    open_rounds = [sum(1 << r for r, seats in enumerate(row) if seats) for row in left]
    for i, j in zip(mentee[order].tolist(), mentor[order].tolist(), strict=True):
        common = free[i] & open_rounds[j]
        if common:
            r = (common & -common).bit_length() - 1
            mentor_of[i, r] = j
            free[i] ^= 1 << r
            left[j][r] -= 1
            open_rounds[j] ^= 0 if left[j][r] else 1 << r
    return mentor_of


def stable_rounds(problem: PlanProblem) -> Rounds:
    """A stable matching in each round: mentees propose, mentors keep the best (Gale and Shapley)."""
    worth = np.where(problem.allowed, problem.scores, -1.0)
    wishes = np.argsort(-worth, axis=1, kind="stable").tolist()
    mentor_of = np.full(problem.present.shape, -1)
    met: list[set[int]] = [set() for _ in wishes]
    for in_round in range(problem.rounds):
        seats, guests = problem.seats[:, in_round].tolist(), [list[tuple[float, int]]() for _ in problem.seats]
        asked = [0] * len(wishes)
        waiting = np.flatnonzero(problem.present[:, in_round]).tolist()
        while waiting:
            i = waiting.pop()
            while asked[i] < len(wishes[i]):
                j = wishes[i][asked[i]]
                asked[i] += 1
                if j in met[i] or worth[i, j] < 0 or not seats[j]:
                    continue
                offer = (worth[i, j], i)
                if len(guests[j]) < seats[j]:
                    guests[j].append(offer)
                    break
                weakest = min(guests[j])
                if offer > weakest:
                    guests[j][guests[j].index(weakest)] = offer
                    waiting.append(weakest[1])
                    break
        for j, company in enumerate(guests):
            for _, i in company:
                mentor_of[i, in_round] = j
                met[i].add(j)
    return mentor_of


def one_model(problem: PlanProblem, seconds: float = 60.0) -> Rounds:
    """All introductions as one CP-SAT model: the fewest meetings first, then all, then the score."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    at: dict[tuple[int, int, int], Any] = {
        (i, j, r): model.new_bool_var("")
        for i, j in np.argwhere(problem.allowed).tolist()
        for r in range(problem.rounds)
        if problem.present[i, r] and problem.seats[j, r]
    }
    groups: dict[tuple[str, int, int], list[Any]] = {}
    for (i, j, r), variable in at.items():
        for key in (("pair", i, j), ("mentee", i, r), ("table", j, r), ("person", i, 0)):
            groups.setdefault(key, []).append(variable)
    fewest = model.new_int_var(0, problem.rounds, "")
    for (kind, one, other), variables in groups.items():
        if kind == "person":
            model.add(sum(variables) >= fewest)
        else:
            model.add(sum(variables) <= (int(problem.seats[one, other]) if kind == "table" else 1))
    most = problem.present.size + 1
    score = sum(round(1e4 * problem.scores[i, j]) * variable for (i, j, _), variable in at.items())
    model.maximize(fewest * 10_000 * most * most + 10_000 * most * sum(at.values()) + score)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = seconds
    mentor_of = np.full(problem.present.shape, -1)
    if solver.solve(model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        for (i, j, r), variable in at.items():
            if solver.boolean_value(variable):
                mentor_of[i, r] = j
    return mentor_of


def rotation(problem: PlanProblem) -> Rounds:
    """Everybody moves on by one table in each round; nobody looks at scores or rules."""
    mentees, mentors = problem.allowed.shape
    mentor_of = np.full(problem.present.shape, -1)
    widest = problem.seats.max(axis=1)
    seat_of, first = np.repeat(np.arange(mentors), widest), np.cumsum(widest) - widest
    places = max(mentees, len(seat_of))
    for in_round in range(problem.rounds):
        place = (np.arange(mentees) + in_round * int(widest.max(initial=1))) % places
        sits = (place < len(seat_of)) & problem.present[:, in_round]
        mentor = seat_of[np.minimum(place, len(seat_of) - 1)]
        sits &= place - first[mentor] < problem.seats[mentor, in_round]
        mentor_of[sits, in_round] = mentor[sits]
    return mentor_of


def bare_flow(problem: PlanProblem) -> float:
    """Seconds of one bare OR-Tools solve over all pairs: even meetings, then score, and nothing else."""
    from ortools.graph.python import min_cost_flow

    (mentees, mentors), sink = problem.allowed.shape, sum(problem.allowed.shape)
    mentee, mentor = np.nonzero(problem.allowed)
    level = np.tile(np.arange(problem.rounds), mentees)
    dear = 10_000 * (mentors + 2)
    solver: Any = min_cost_flow.SimpleMinCostFlow()
    started = time.process_time()
    missed = np.repeat(np.arange(mentees), problem.rounds)
    solver.add_arcs_with_capacity_and_unit_cost(
        np.r_[mentee, missed, mentees + np.arange(mentors)].astype(np.int32),
        np.r_[mentees + mentor, np.full(len(missed) + mentors, sink)].astype(np.int32),
        np.r_[np.ones(len(mentee) + len(missed)), problem.seats.sum(axis=1)].astype(np.int64),
        np.r_[
            -np.rint(problem.scores[mentee, mentor] * 10_000), dear * (problem.rounds - level), np.zeros(mentors)
        ].astype(np.int64),
    )
    supplies = np.r_[np.full(mentees, problem.rounds), np.zeros(mentors), -mentees * problem.rounds].astype(np.int64)
    solver.set_nodes_supplies(np.arange(sink + 1, dtype=np.int32), supplies)
    solver.solve()
    return time.process_time() - started


METHODS: dict[str, Method] = {
    "**Mentor Mixer**": ours,
    "round by round (Hungarian)": round_by_round,
    "best pair first (greedy)": best_first,
    "stable rounds (Gale-Shapley)": stable_rounds,
    "one model (CP-SAT, 60 s)": one_model,
    "rotation without scores": rotation,
}
_MOST_PAIRS = {"one model (CP-SAT, 60 s)": 1_000, "round by round (Hungarian)": 2_000_000}  # else they take minutes


@dataclass(frozen=True)
class Line:
    """What came of one method on one evening."""

    seconds: float
    plan: RoundPlan
    broken: int


def measured(problem: PlanProblem, method: Method) -> Line:
    """One run, looked over by `verify`; figures of `quality` are not held against a method that has none."""
    started = time.process_time()
    mentor_of = method(problem)
    seconds = time.process_time() - started
    plan = RoundPlan(mentor_of, quality_of(problem, mentor_of, Bounds(False, int((mentor_of >= 0).sum()), 0)))
    return Line(seconds, plan, len(verify(problem, plan)))


def evenings(sizes: Sequence[int]) -> Iterator[tuple[str, PlanProblem]]:
    """The evenings of the table, with their names."""
    for people in sizes:
        rounds = SIZES[people][2]
        yield f"{people:,} people × {rounds}", an_evening(people)
        if people == 1200:
            yield f"{people:,} × {rounds}, late, early, resting", with_windows(an_evening(people))
    if (DATA / "civil-service-mentees.csv").exists():
        yield "civil service 500 + 500 × 6", a_service_evening()


def table(sizes: Sequence[int]) -> Iterator[str]:
    """The lines of the table."""
    yield "| evening | method | time (s) | fewest | meetings | strong mentees | score | rules broken |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|"
    round_by_round(an_evening(60)), plan_rounds(an_evening(60))  # loads the solvers
    for name, problem in evenings(sizes):
        for title, method in METHODS.items():
            if problem.allowed.size > _MOST_PAIRS.get(title, problem.allowed.size):
                continue
            line = measured(problem, method)
            q = line.plan.quality
            figures = f"{q.fewest} | {q.meetings:,} | {q.strong_mentees:,} | {q.total_score:,.1f} | {line.broken}"
            yield f"| {name} | {title} | {line.seconds:.2f} | {figures} |"


def main() -> None:
    """Prints the table."""
    for line in table([int(size) for size in sys.argv[1:]] or list(SIZES)):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
