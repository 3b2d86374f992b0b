"""A person changes a plan by hand: what each change costs whom, and the plan and problem after it."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.errors import MixerError
from mixer_app.domain.plan_edits import EditKind
from mixer_app.matching.bounds import Bounds
from mixer_app.matching.bringing_together import Seating, Way, round_refusals, ways_to_meet
from mixer_app.matching.openings import openings_of
from mixer_app.matching.problem import FREE, RESOLUTION, PlanProblem, RoundPlan
from mixer_app.matching.quality import quality_of
from mixer_app.matching.reseating import simple_bounds
from mixer_app.matching.targets import REFUSALS, Refusal, legal_targets
from mixer_app.matching.validation import checked

Integers = NDArray[np.int64]


class EditRefusedError(MixerError):
    """The change would break a rule; the text says which in words that anybody may read."""


@dataclass(frozen=True, kw_only=True)
class Edit:
    """One change; rounds count from 0. What a kind does not need stays -1.

    SWAP and TAKE (the seat of `other`, who is then free): mentee, round, other. MOVE: mentee, round,
    mentor. FREE, LOCK, UNLOCK: mentee, round. FORBID, MUST_MEET: mentee, mentor.
    """

    kind: EditKind
    mentee: int
    round: int = -1
    mentor: int = -1
    other: int = -1


@dataclass(frozen=True)
class Meetings:
    """How many mentors somebody meets before and after."""

    mentee: int
    before: int
    after: int


@dataclass(frozen=True)
class EditCost:
    """What a change costs, exactly."""

    fit: float  # change of the total fit: below 0 it costs
    falls: tuple[Meetings, ...]  # who meets fewer
    rises: tuple[Meetings, ...]  # who meets more
    loses_strong: tuple[int, ...]  # mentees who had a strong introduction and have none after
    gains_strong: tuple[int, ...]
    moved: tuple[tuple[int, int, int, int], ...]  # (mentee, round, mentor before, mentor after)


@dataclass(frozen=True)
class Edited:
    """The plan after a change, and the problem that the next plan is to solve."""

    plan: RoundPlan
    problem: PlanProblem


def cost_of(problem: PlanProblem, plan: RoundPlan, edit: Edit) -> EditCost:
    """The exact cost of `edit`; `EditRefusedError` if it would break a rule."""
    return cost_of_seating(problem, plan, _seating_after(problem, plan, edit))


def apply_edit(problem: PlanProblem, plan: RoundPlan, edit: Edit) -> Edited:
    """Make the change; `optimal` stays only where the change rules out nothing that the plan has."""
    seating = _seating_after(problem, plan, edit)
    mentor_of = plan.mentor_of.copy()
    for (mentee, in_round), mentor in seating.items():
        mentor_of[mentee, in_round] = mentor
    changed = _problem_after(problem, edit, mentor_of)
    proven = plan.quality.optimal and not seating and edit.kind is not EditKind.UNLOCK
    bounds = _bounds_after(changed, plan, mentor_of, proven=proven, looser=edit.kind is EditKind.UNLOCK)
    return Edited(RoundPlan(mentor_of, quality_of(changed, mentor_of, bounds)), changed)


def _seating_after(problem: PlanProblem, plan: RoundPlan, edit: Edit) -> Seating:
    """The seats that `edit` changes; raises where it is not legal."""
    _check_places(problem, edit)
    mentor_of = plan.mentor_of
    if edit.kind in (EditKind.SWAP, EditKind.TAKE, EditKind.MOVE):
        return _reseated(problem, plan, edit)
    if edit.kind is EditKind.FREE:
        _refuse_locked(problem, edit.mentee, edit.round)
        _refuse_free(mentor_of, edit)
        return {(edit.mentee, edit.round): FREE}
    if edit.kind is EditKind.LOCK:
        _refuse_free(mentor_of, edit)
        return {}
    if edit.kind is EditKind.UNLOCK:
        return {}
    met = np.flatnonzero(mentor_of[edit.mentee] == edit.mentor).tolist()
    if edit.kind is EditKind.FORBID:
        for in_round in met:
            _refuse_locked(problem, edit.mentee, in_round)
        return {(edit.mentee, in_round): FREE for in_round in met}
    return {} if met else _brought_together(problem, plan, edit)


def _check_places(problem: PlanProblem, edit: Edit) -> None:
    mentees, mentors = problem.allowed.shape
    timed = edit.kind not in (EditKind.FORBID, EditKind.MUST_MEET)
    paired = edit.kind in (EditKind.MOVE, EditKind.FORBID, EditKind.MUST_MEET)
    other = edit.kind in (EditKind.SWAP, EditKind.TAKE)
    for needed, place, size, what in (
        (True, edit.mentee, mentees, "mentee"),
        (timed, edit.round, problem.rounds, "round"),
        (paired, edit.mentor, mentors, "mentor"),
        (other, edit.other, mentees, "other mentee"),
    ):
        if needed and not 0 <= place < size:
            raise EditRefusedError(f"This plan has no such {what}. Open the latest plan.")


def _reseated(problem: PlanProblem, plan: RoundPlan, edit: Edit) -> Seating:
    targets, row = legal_targets(problem, plan, edit.mentee, edit.round), plan.mentor_of[:, edit.round]
    if edit.kind is EditKind.MOVE:
        _refuse(Refusal(int(targets.moves[edit.mentor])), int(targets.met_in[edit.mentor]))
        return {(edit.mentee, edit.round): edit.mentor}
    codes = targets.swaps if edit.kind is EditKind.SWAP else targets.takes
    there = int(row[edit.other])
    code = Refusal(int(codes[edit.other]))
    if code is Refusal.MET and targets.met_in[there] < 0:  # it is the other who meets this mentor already
        here = int(row[edit.mentee])
        _refuse(code, int(legal_targets(problem, plan, edit.other, edit.round).met_in[here]))
    _refuse(code, int(targets.met_in[there]))
    freed = int(row[edit.mentee]) if edit.kind is EditKind.SWAP else FREE
    return {(edit.mentee, edit.round): there, (edit.other, edit.round): freed}


def _brought_together(problem: PlanProblem, plan: RoundPlan, edit: Edit) -> Seating:
    """The cheapest way for two people to meet in some round, whoever else has to move for it."""
    ways = ways_to_meet(problem, plan, edit.mentee, edit.mentor)
    if not ways:
        codes = round_refusals(problem, plan, edit.mentee, edit.mentor)
        for code in (Refusal.RULE, Refusal.FULL):
            if code in codes:
                _refuse(code, -1)
        raise EditRefusedError("These two have no round in common that can still be changed.")

    def price(way: Way) -> tuple[int, int, int, float, int]:
        cost = cost_of_seating(problem, plan, way.seating)
        return way.unexplained, len(cost.falls), len(cost.loses_strong), -cost.fit, len(cost.moved)

    return min(ways, key=price).seating


def cost_of_seating(problem: PlanProblem, plan: RoundPlan, seating: Seating) -> EditCost:
    """The exact cost of seats that are known to be legal."""
    fit, falls, rises, loses, gains = 0.0, list[Meetings](), list[Meetings](), list[int](), list[int]()
    moved: list[tuple[int, int, int, int]] = []
    for (mentee, in_round), mentor in seating.items():
        before = int(plan.mentor_of[mentee, in_round])
        fit += float(problem.scores[mentee, mentor]) if mentor != FREE else 0.0
        fit -= float(problem.scores[mentee, before]) if before != FREE else 0.0
        moved.append((mentee, in_round, before, mentor))
    for mentee in dict.fromkeys(mentee for mentee, _ in seating):
        old, new = plan.mentor_of[mentee], plan.mentor_of[mentee].copy()
        for (one, in_round), mentor in seating.items():
            if one == mentee:
                new[in_round] = mentor
        met = Meetings(mentee, int((old != FREE).sum()), int((new != FREE).sum()))
        if met.after != met.before:
            (falls if met.after < met.before else rises).append(met)
        was, becomes = (bool((problem.scores[mentee, row[row != FREE]] >= problem.strong).any()) for row in (old, new))
        if was != becomes:
            (loses if was else gains).append(mentee)
    return EditCost(round(fit, 6), tuple(falls), tuple(rises), tuple(loses), tuple(gains), tuple(moved))


def _problem_after(problem: PlanProblem, edit: Edit, mentor_of: Integers) -> PlanProblem:
    """What the next plan has to hold to: a lock or a pair to meet is fixed, a forbidden pair not allowed."""
    rows = [] if problem.fixed is None else [tuple(row) for row in problem.fixed.tolist()]
    if edit.kind is EditKind.FORBID:
        allowed = problem.allowed.copy()
        allowed[edit.mentee, edit.mentor] = False
        return replace(problem, allowed=allowed)
    if edit.kind is EditKind.LOCK:
        rows.append((edit.mentee, int(mentor_of[edit.mentee, edit.round]), edit.round))
    elif edit.kind is EditKind.MUST_MEET:
        when = int(np.flatnonzero(mentor_of[edit.mentee] == edit.mentor)[0])
        rows.append((edit.mentee, edit.mentor, when))
    elif edit.kind is EditKind.UNLOCK:
        rows = [row for row in rows if (row[0], row[2]) != (edit.mentee, edit.round)]
    else:
        return problem
    fixed = np.array(list(dict.fromkeys(rows)), np.int64).reshape(-1, 3)
    return replace(problem, fixed=fixed)


def _bounds_after(changed: PlanProblem, plan: RoundPlan, mentor_of: Integers, *, proven: bool, looser: bool) -> Bounds:
    """Bounds that hold after a change: the old ones while the plan is as fair, else what counting proves."""
    meetings = plan.quality.bound_meetings
    points = int(np.ceil(plan.quality.bound_score * RESOLUTION - 1e-6))
    before, after = (sorted((rows != FREE).sum(axis=1).tolist()) for rows in (plan.mentor_of, mentor_of))
    if looser or after < before:
        counted = simple_bounds(openings_of(checked(changed)))
        points = max(points, counted.points)
        meetings = max(meetings, counted.meetings) if looser else meetings
    return Bounds(proven, meetings, points)


def _refuse(refusal: Refusal, met_in: int) -> None:
    if refusal is not Refusal.NONE:
        raise EditRefusedError(f"{REFUSALS[refusal].format(round=met_in + 1)}.")


def _refuse_locked(problem: PlanProblem, mentee: int, in_round: int) -> None:
    fixed = problem.fixed
    if fixed is not None and ((fixed[:, 0] == mentee) & (fixed[:, 2] == in_round)).any():
        _refuse(Refusal.LOCKED, -1)


def _refuse_free(mentor_of: Integers, edit: Edit) -> None:
    if mentor_of[edit.mentee, edit.round] == FREE:
        raise EditRefusedError("There is nobody at a table to change: this round is free.")
