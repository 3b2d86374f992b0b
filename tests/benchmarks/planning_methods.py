"""The methods that are compared: ours and what others do. Each keeps to seats, presence, limits and who may meet.

Only the rotation looks at none of these, as rotations do.
"""

import time
from collections.abc import Callable
from typing import Any

import numpy as np

from mixer_app.matching import PlanProblem, plan_rounds

Rounds = np.ndarray[Any, np.dtype[np.int64]]  # (mentees, rounds) mentor or -1
Method = Callable[[PlanProblem], Rounds]
LIMIT_S = 60.0
"""Seconds of one processor; a method that takes longer on an evening is ended."""


def ours(problem: PlanProblem) -> Rounds:
    """Mentor Mixer."""
    return plan_rounds(problem).mentor_of


def _limits(problem: PlanProblem) -> tuple[Rounds, Rounds]:
    """Introductions that each mentee and each mentor has room for, over the evening."""
    mentees, mentors = problem.allowed.shape
    of_mentee, of_mentor = problem.mentee_limit, problem.mentor_limit
    return (
        np.full(mentees, problem.rounds) if of_mentee is None else of_mentee.copy(),
        np.full(mentors, mentees * problem.rounds) if of_mentor is None else of_mentor.copy(),
    )


def round_by_round(problem: PlanProblem) -> Rounds:
    """The best assignment of each round, one after the other (Hungarian method)."""
    from scipy.optimize import linear_sum_assignment

    worth = np.where(problem.allowed, problem.scores + 1, 0)
    mentor_of = np.full(problem.present.shape, -1)
    wants, room = _limits(problem)
    for in_round in range(problem.rounds):
        there = np.flatnonzero(problem.present[:, in_round] & (wants > 0))
        seat_of = np.repeat(np.arange(worth.shape[1]), np.minimum(problem.seats[:, in_round], room))
        row, seat = linear_sum_assignment(worth[np.ix_(there, seat_of)], maximize=True)
        mentee, mentor = there[row], seat_of[seat]
        fine = worth[mentee, mentor] > 0
        mentor_of[mentee[fine], in_round] = mentor[fine]
        worth[mentee[fine], mentor[fine]] = 0
        wants[mentee[fine]] -= 1
        np.subtract.at(room, mentor[fine], 1)
    return mentor_of


def best_first(problem: PlanProblem) -> Rounds:
    """The best pair of all, then the next, each in its first free round."""
    mentee, mentor = np.nonzero(problem.allowed)
    order = np.argsort(-problem.scores[mentee, mentor], kind="stable")
    free = [sum(1 << r for r in np.flatnonzero(row).tolist()) for row in problem.present]
    left, mentor_of = problem.seats.tolist(), np.full(problem.present.shape, -1)
    open_rounds = [sum(1 << r for r, seats in enumerate(row) if seats) for row in left]
    wants, room = (limits.tolist() for limits in _limits(problem))
    for i, j in zip(mentee[order].tolist(), mentor[order].tolist(), strict=True):
        common = free[i] & open_rounds[j]
        if common and wants[i] and room[j]:
            wants[i] -= 1
            room[j] -= 1
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
    wants, room = _limits(problem)
    for in_round in range(problem.rounds):
        seats = np.minimum(problem.seats[:, in_round], room).tolist()
        guests = [list[tuple[float, int]]() for _ in seats]
        asked = [0] * len(wishes)
        waiting = np.flatnonzero(problem.present[:, in_round] & (wants > 0)).tolist()
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
                wants[i] -= 1
                room[j] -= 1
    return mentor_of


def one_model(problem: PlanProblem) -> Rounds:
    """All introductions as one CP-SAT model: the fewest meetings first, then all, then the score; the best in time."""
    from ortools.sat.python import cp_model

    clock, processor = time.monotonic(), time.process_time()
    model, add_up = cp_model.CpModel(), cp_model.LinearExpr.sum
    at: dict[tuple[int, int, int], Any] = {
        (i, j, r): model.new_bool_var("")
        for i, j in np.argwhere(problem.allowed).tolist()
        for r in range(problem.rounds)
        if problem.present[i, r] and problem.seats[j, r]
    }
    groups: dict[tuple[str, int, int], list[Any]] = {}
    for (i, j, r), variable in at.items():
        for key in (("pair", i, j), ("mentee", i, r), ("table", j, r), ("guest", i, 0), ("host", j, 0)):
            groups.setdefault(key, []).append(variable)
    fewest = model.new_int_var(0, problem.rounds, "")
    wants, room = _limits(problem)
    for (kind, one, other), variables in groups.items():
        if kind == "table":
            at_most = problem.seats[one, other]
        else:
            at_most = {"guest": wants, "host": room}[kind][one] if kind in ("guest", "host") else 1
        model.add(add_up(variables) <= int(at_most))
        if kind == "guest":
            model.add(add_up(variables) >= fewest)
    most = problem.present.size + 1
    points = [round(1e4 * problem.scores[i, j]) + 10_000 * most for i, j, _ in at]
    model.maximize(fewest * 10_000 * most * most + cp_model.LinearExpr.weighted_sum(list(at.values()), points))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    spent = time.process_time() - processor
    slowness = (time.monotonic() - clock) / max(spent, 1e-3)  # of a busy machine: CP-SAT looks at the clock
    solver.parameters.max_time_in_seconds = max(1.0, LIMIT_S - spent) * max(1.0, slowness)
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
    "one model (CP-SAT)": one_model,
    "rotation without scores": rotation,
}
