"""Seat people again with as few changed seats as a fair spread allows, fast enough for a waiting room.

All rounds are solved at once as one min-cost flow in which every seat of the old plan that can
stay is a candidate in its own round, and every other pair in one single round, where the mentor
has an open seat if there is one. Missed meetings cost most (the more, the fewer meetings the mentee
has: of all flows the one of least total is then also the fairest), changed seats next, then fit.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.progress import Progress, part_of, report
from mixer_app.matching.bounds import Bounds, spread_by_rounds
from mixer_app.matching.company import clashes, vary_company
from mixer_app.matching.deadline import Deadline
from mixer_app.matching.filling import filled_up
from mixer_app.matching.openings import Openings, openings_of
from mixer_app.matching.pairs import Aims, choose_pairs
from mixer_app.matching.planner import plan_rounds
from mixer_app.matching.problem import FREE, PlanProblem, RoundPlan
from mixer_app.matching.quality import quality_of
from mixer_app.matching.roles import with_roles_settled
from mixer_app.matching.standing import Standing, highest_caps, standing_of_rounds
from mixer_app.matching.validation import checked
from mixer_app.matching.ways import with_ways_settled

Integers = NDArray[np.int64]

_SMALL: Final = 10_000  # possible introductions over all rounds, up to which the planner's proof is quick
_FEWEST_STEPS, _MOST_STEPS = 3, 40
_EFFORT: Final = 40_000  # candidates over all steps, between those limits
_NEW_SEATS: Final = 3  # candidates of each mentee in each round, beside the seat of the old plan
_HIGHEST_COST: Final = 2**62


def reseat(problem: PlanProblem, *, progress: Progress | None = None, time_limit: float | None = None) -> RoundPlan:
    """A plan for `problem` that stays close to `problem.keep`; small problems are left to the planner's proof.

    With a `time_limit` in seconds that proof lasts no longer, and no step of the search begins after it.
    Raises `PlanInputError`, or `Cancelled` if `progress` says so.
    """
    deadline = Deadline.after(time_limit)
    problem = checked(problem)
    openings = openings_of(problem)
    planned: RoundPlan | None = None
    if int(openings.possible.sum()) * problem.rounds <= _SMALL:
        planned = plan_rounds(problem, progress=part_of(progress, 0.0, 0.4), time_limit=time_limit)
        if planned.quality.optimal:
            return planned
    added = _least_change(openings, part_of(progress, 0.4, 1.0), deadline)
    if planned is not None:
        free = np.where(openings.seated != FREE, FREE, planned.mentor_of)
        if standing_of_rounds(openings, free) >= standing_of_rounds(openings, added):
            return planned
    mentor_of = np.where(openings.seated != FREE, openings.seated, added)
    return RoundPlan(mentor_of, quality_of(problem, mentor_of, simple_bounds(openings)))


def simple_bounds(openings: Openings) -> Bounds:
    """What counting alone proves: heads and seats of each round, and everybody's best mentors or mentees."""
    by_rounds = np.minimum(openings.present.sum(axis=0), openings.seats.sum(axis=0)).sum()
    most = int(min(by_rounds, openings.mentee_room.sum(), openings.mentor_room.sum()))
    points = np.where(openings.possible, openings.points, 0)
    highest = min(
        _best_sum(points, openings.mentee_room, most),
        _best_sum(points.T, openings.mentor_room, most),
    )
    return Bounds(False, most + int(openings.met.sum()), highest + openings.fixed_points)


def _best_sum(points: Integers, room: Integers, most: int) -> int:
    """The most points if each row takes as many of its best entries as it has room, `most` in all."""
    if not points.size or not most:
        return 0
    best = -np.sort(-points, axis=1)[:, : int(room.max(initial=0))]
    taken = best[np.arange(best.shape[1])[None, :] < room[:, None]]
    return int(np.sort(taken)[::-1][:most].sum())


def _least_change(openings: Openings, progress: Progress | None, deadline: Deadline) -> Integers:
    """The introductions to add, (mentees, rounds)."""
    settled = with_roles_settled(openings)
    if settled.once:
        settled, _ = with_ways_settled(settled, lambda left: choose_pairs(left, Aims()))
    start = filled_up(settled, _kept(settled))
    best, standing = start, standing_of_rounds(openings, start)
    fairest = spread_by_rounds(settled)
    dice = np.random.default_rng(openings.seed)
    step, steps, told = 0, _MOST_STEPS, 0.0
    while step < steps and not (standing.spread >= fairest and _is_highest(openings, standing)):
        if step and deadline.passed:
            break
        told = max(told, 0.8 * step / steps)
        report(progress, told, "Looking for the least change")
        flow = _Flow(settled, best, dice, eager=step % 2 == 0)  # by lot every second time
        attempt = _without_clashes(settled, flow.solve())
        reached = standing_of_rounds(openings, attempt)
        if reached >= standing:
            best, standing = attempt, reached
        steps = min(_MOST_STEPS, max(_FEWEST_STEPS, _EFFORT // max(flow.size, 1)))
        step += 1
    report(progress, 0.9, "Looking who sits together")
    return vary_company(settled, best)


def _is_highest(openings: Openings, standing: Standing) -> bool:
    return (standing.kept, standing.strong, standing.discovery) == highest_caps(openings)


def _kept(openings: Openings) -> Integers:
    """As much of the old plan as can stay under limits and keeps nobody beside whom they avoid."""
    if openings.keep is None:
        return np.full(openings.present.shape, FREE, np.int64)
    kept = np.where(openings.present, openings.keep, FREE)
    room, seats = openings.mentor_room.copy(), openings.seats.copy()
    left = openings.mentee_room.copy()
    met: set[tuple[int, int]] = set()
    for mentee, in_round in np.argwhere(kept != FREE).tolist():
        mentor = int(kept[mentee, in_round])
        fits = room[mentor] > 0 and seats[mentor, in_round] > 0 and left[mentee] > 0
        if not fits or (mentee, mentor) in met or (mentee, mentor, in_round) in openings.blocked:
            kept[mentee, in_round] = FREE
            continue
        met.add((mentee, mentor))
        room[mentor], left[mentee] = room[mentor] - 1, left[mentee] - 1
        seats[mentor, in_round] -= 1
    return _without_clashes(openings, kept)


def _without_clashes(openings: Openings, mentor_of: Integers) -> Integers:
    """The same without introductions beside somebody to stay apart from, their places filled up."""
    found = clashes(openings, mentor_of) if openings.apart or openings.blocked else []
    if not found:
        return mentor_of
    cleared = mentor_of.copy()
    for mentee, in_round in found:
        cleared[mentee, in_round] = FREE
    return filled_up(openings, cleared)


@dataclass(frozen=True)
class _Candidates:
    """Introductions that the flow may use; each pair occurs once."""

    mentee: Integers
    mentor: Integers
    in_round: Integers


class _Flow:
    """One network: mentees, their rounds, the mentors' rounds, mentors, sink."""

    def __init__(self, openings: Openings, start: Integers, dice: np.random.Generator, *, eager: bool) -> None:
        self._openings, self._start, self._dice, self._eager = openings, start, dice, eager
        self._drawn = self._candidates()

    @property
    def size(self) -> int:
        """How many introductions it may choose from."""
        return len(self._drawn.mentee)

    def solve(self) -> Integers:
        """The plan of least total cost among those that the candidates allow."""
        from ortools.graph.python import min_cost_flow

        tails, heads, capacities, costs, supplies = self._arcs()
        solver: Any = min_cost_flow.SimpleMinCostFlow()  # partly untyped
        arcs = solver.add_arcs_with_capacity_and_unit_cost(tails, heads, capacities, costs)
        solver.set_nodes_supplies(np.arange(len(supplies)), supplies)
        if solver.solve() != solver.OPTIMAL:  # missing everything is always possible
            return self._start
        drawn = self._drawn
        used = solver.flows(arcs[: len(drawn.mentee)]) > 0
        mentor_of = np.full_like(self._start, FREE)
        mentor_of[drawn.mentee[used], drawn.in_round[used]] = drawn.mentor[used]
        return mentor_of

    def _candidates(self) -> _Candidates:
        """Old seats, the seats at hand, and a few new ones for each mentee in each round."""
        openings, start = self._openings, self._start
        keep = np.full_like(start, FREE) if openings.keep is None else np.where(openings.present, openings.keep, FREE)
        known, when = np.nonzero(keep != FREE)
        first = [np.column_stack([known, keep[known, when], when])]
        seated, at = np.nonzero((start != FREE) & (start != keep))
        first.append(np.column_stack([seated, start[seated, at], at]))
        rows = np.concatenate([*first, self._new_seats()])
        pair = rows[:, 0] * len(openings.seats) + rows[:, 1]
        _, earliest = np.unique(pair, return_index=True)
        rows = rows[np.sort(earliest)]
        if openings.blocked:
            fine = [tuple(row) not in openings.blocked for row in rows.tolist()]
            rows = rows[fine]
        return _Candidates(rows[:, 0], rows[:, 1], rows[:, 2])

    def _new_seats(self) -> Integers:
        """For each mentee and round the mentors who fit best, those with open seats first; (k, 3)."""
        openings, start = self._openings, self._start
        taken = np.zeros_like(openings.seats)
        mentee, in_round = np.nonzero(start != FREE)
        np.add.at(taken, (start[mentee, in_round], in_round), 1)
        open_seats = openings.seats > taken  # (mentors, rounds)
        free = (start == FREE) & openings.present  # (mentees, rounds)
        chosen: list[Integers] = []
        for mentee_rows in np.array_split(np.arange(len(start)), max(1, start.shape[0] // 512)):
            one, other = np.nonzero(openings.possible[mentee_rows])
            one = mentee_rows[one]
            together = openings.present[one] & (openings.seats[other] > 0)  # (pairs, rounds)
            likes = together * (
                1.0 + self._eager * (2 * open_seats[other] + free[one]) + self._dice.random(together.shape)
            )
            when = likes.argmax(axis=1)
            fine = together[np.arange(len(one)), when]
            one, other, when = one[fine], other[fine], when[fine]
            worth = openings.points[one, other] + self._eager * 20_000 * open_seats[other, when]
            order = np.lexsort((-worth, when, one))
            group = (one * openings.rounds + when)[order]
            place = np.arange(len(group)) - np.searchsorted(group, group)
            few = order[place < _NEW_SEATS]
            chosen.append(np.column_stack([one[few], other[few], when[few]]))
        return np.concatenate(chosen) if chosen else np.zeros((0, 3), np.int64)

    def _arcs(self) -> tuple[Integers, Integers, Integers, Integers, Integers]:
        openings, drawn = self._openings, self._drawn
        (mentees, rounds), mentors = openings.present.shape, len(openings.seats)
        first_table = mentees + mentees * rounds
        first_mentor = first_table + mentors * rounds
        sink = first_mentor + mentors
        seeker, when = np.nonzero(openings.present)
        host, hosted = np.nonzero(openings.seats > 0)
        owner, level = openings.missable()
        worth, highest = self._worth()
        missing = (rounds + 1 - level) * (highest + 1)
        sections = [
            (
                mentees + drawn.mentee * rounds + drawn.in_round,
                first_table + drawn.mentor * rounds + drawn.in_round,
                np.ones(len(worth), np.int64),
                -worth,
            ),
            (seeker, mentees + seeker * rounds + when, np.ones(len(seeker), np.int64), np.zeros(len(seeker), np.int64)),
            (
                first_table + host * rounds + hosted,
                first_mentor + host,
                openings.seats[host, hosted],
                np.zeros(len(host), np.int64),
            ),
            (
                first_mentor + np.arange(mentors),
                np.full(mentors, sink),
                openings.mentor_room,
                np.zeros(mentors, np.int64),
            ),
            (owner, np.full(len(owner), sink), np.ones(len(owner), np.int64), missing),
        ]
        supplies = np.zeros(sink + 1, np.int64)
        supplies[:mentees] = openings.mentee_room
        supplies[sink] = -openings.mentee_room.sum()
        tails, heads, capacities, costs = (np.concatenate([section[side] for section in sections]) for side in range(4))
        return tails, heads, capacities, costs, supplies

    def _worth(self) -> tuple[Integers, int]:
        """What each candidate is worth, and more than all introductions of any plan can be worth together.

        Kept before strong before points, in strict order as far as the numbers go; on the largest
        evenings points are compared more coarsely.
        """
        openings, drawn = self._openings, self._drawn
        most = int(min(openings.mentee_room.sum(), openings.mentor_room.sum())) + 1
        nodes = openings.present.size + openings.seats.size + sum(openings.possible.shape) + 1
        points = openings.points[drawn.mentee, drawn.mentor]
        kept = np.zeros(len(points), np.int64)
        if openings.keep is not None:
            kept = (openings.keep[drawn.mentee, drawn.in_round] == drawn.mentor).astype(np.int64)
        first_strong = self._first_strong(points)
        coarse = 1
        while True:
            strong_worth = most * (10_000 // coarse + 1)
            kept_worth = most * strong_worth + strong_worth
            highest = most * (kept_worth + strong_worth + 10_000 // coarse)
            if (openings.rounds + 1) * (highest + 1) * nodes < _HIGHEST_COST or coarse >= 10_000:
                break
            coarse *= 10
        return kept * kept_worth + first_strong * strong_worth + points // coarse, highest

    def _first_strong(self, points: Integers) -> Integers:
        """1 for one strong candidate of each mentee who has none yet: counted once, it never counts too much."""
        openings, drawn = self._openings, self._drawn
        strong = openings.strong[drawn.mentee, drawn.mentor] & ~openings.has_strong[drawn.mentee]
        if openings.keep is not None:
            strong_kept = openings.keep[drawn.mentee, drawn.in_round] == drawn.mentor
        else:
            strong_kept = np.zeros(len(points), bool)
        order = np.lexsort((-points, ~strong_kept, ~strong, drawn.mentee))
        first = np.ones(len(order), bool)
        first[1:] = drawn.mentee[order][1:] != drawn.mentee[order][:-1]
        counted = np.zeros(len(points), np.int64)
        counted[order[first]] = strong[order[first]]
        return counted
