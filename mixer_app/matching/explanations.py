"""Why a plan is as it is: free rounds, people under the average, rules that bite, pairs who would rather have met."""

from dataclasses import dataclass, replace
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.progress import Progress, part_of, report
from mixer_app.matching.planner import plan_rounds
from mixer_app.matching.problem import FREE, PlanProblem, RoundPlan
from mixer_app.matching.targets import Refusal, legal_targets, rivals_of

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
_Kind = TypeVar("_Kind", np.float64, np.bool_)

NOT_LEFT: Final = "Nobody who is left is paired with them at this event"
"""The one sentence where only rules of the event are in the way, whichever they are."""

SEAT_OPEN: Final = "A seat is open: place them"
ALL_FULL: Final = "All mentors who would fit are full"  # how many would tell how many are ruled out


@dataclass(frozen=True)
class BlockingPair:
    """Two who do not meet though each would rather meet the other than somebody they do meet, or have an open place.

    Both could have sat together in `round`; `gain` is by how much the pair fits better than the
    weaker introduction that either would have given up (a free place counts as 0).
    """

    mentee: int
    mentor: int
    round: int
    gain: float


@dataclass(frozen=True)
class SupplyEffect:
    """What more mentors of one kind would bring, by solving anew."""

    mentors: int
    lifted: int  # mentees who would meet more or get a first strong introduction, less those who would lose
    meetings: int  # additional introductions
    proven: bool  # both plans are proven best, so that no better use of the mentors is missed


def why_free(problem: PlanProblem, plan: RoundPlan, mentee: int, in_round: int) -> str:
    """Why a mentee has no introduction in a round, from heads, seats and meetings; empty if they have one.

    A seat that only a rule of the event closes to them, whichever it is, counts as no seat of theirs;
    where nothing else is left the sentence is `NOT_LEFT`.
    """
    if plan.mentor_of[mentee, in_round] != FREE:
        return ""
    if not problem.present[mentee, in_round]:
        return "Is not here in this round"
    met = int((plan.mentor_of[mentee] != FREE).sum())
    if problem.mentee_limit is not None and met >= problem.mentee_limit[mentee]:
        return f"Has the {'one introduction' if met == 1 else f'{met} introductions'} that they asked for"
    if _hosts(problem, plan, mentee, in_round):
        return "Hosts a table in this round"
    hosting = _hosting(problem, plan, in_round)
    if not hosting.any():
        return "No mentor has a table in this round"
    if (_met(problem, plan, mentee) | ~hosting).all():
        return "Meets every mentor of this round in another one"
    return _why_no_seat(problem, plan, mentee, in_round)


def why_without(problem: PlanProblem, plan: RoundPlan, mentee: int) -> str:
    """Why a mentee has no introduction at all, from heads, seats and meetings; empty if they have one."""
    if (plan.mentor_of[mentee] != FREE).any():
        return ""
    if problem.mentee_limit is not None and problem.mentee_limit[mentee] <= 0:
        return "Asked for no introductions"
    told = {why_free(problem, plan, mentee, in_round) for in_round in np.flatnonzero(problem.present[mentee]).tolist()}
    reasons = (SEAT_OPEN, ALL_FULL, NOT_LEFT)
    return next((reason for reason in reasons if reason in told), "No mentor has a table in the rounds left for them")


def under_average(problem: PlanProblem, plan: RoundPlan) -> tuple[tuple[int, str], ...]:
    """Every mentee who meets fewer than the average, fewest first, and why."""
    met = (plan.mentor_of != FREE).sum(axis=1)
    mean = float(met.mean()) if len(met) else 0.0
    fewer = [int(mentee) for mentee in np.argsort(met, kind="stable") if met[mentee] < np.floor(mean)]
    return tuple((mentee, _why_fewer(problem, plan, mentee, mean)) for mentee in fewer)


def blocking_pairs(problem: PlanProblem, plan: RoundPlan, limit: int | None = None) -> tuple[BlockingPair, ...]:
    """All blocking pairs by gain, the greatest first; fixed introductions are nobody's to give up.

    A pair may meet, does not, and there is a round in which the mentee is free or sits with
    somebody who fits less well, and the mentor has an open seat or a guest who fits less well.
    """
    apart = _pairs_of(problem.apart)
    met = np.zeros(problem.allowed.shape, bool)
    mentee, when = np.nonzero(plan.mentor_of != FREE)
    met[mentee, plan.mentor_of[mentee, when]] = True
    for a, b, c, d in [] if problem.once is None else problem.once.tolist():
        met[a, b] = met[c, d] = met[a, b] or met[c, d]  # either way round, they have met
    may = problem.allowed & ~met
    for one, mentor in _pairs_of(problem.same_person):
        may[one, mentor] = False
    best = np.zeros(problem.allowed.shape)
    best_round = np.full(problem.allowed.shape, -1, np.int16)
    for in_round in range(problem.rounds):
        gives, gets = _given_up(problem, plan, in_round)
        gain = problem.scores - np.maximum(gives[:, None], gets[None, :])  # (mentees, mentors)
        for one, other in apart:
            for first, second in ((one, other), (other, one)):
                if plan.mentor_of[second, in_round] != FREE:
                    gain[first, plan.mentor_of[second, in_round]] = -np.inf
        better = may & (gain > np.maximum(best, 1e-9))
        best[better], best_round[better] = gain[better], in_round
    rows, columns = np.nonzero(best_round >= 0)
    order = np.lexsort((columns, rows, -best[rows, columns]))[:limit]
    return tuple(
        BlockingPair(int(i), int(j), int(best_round[i, j]), round(float(best[i, j]), 6))
        for i, j in zip(rows[order], columns[order], strict=True)
    )


def effect_of_more_mentors(
    problem: PlanProblem,
    like: Flags,
    mentors: int = 2,
    *,
    base: RoundPlan | None = None,
    progress: Progress | None = None,
) -> SupplyEffect | None:
    """What `mentors` more mentors like those flagged in `like` (mentors,) would bring; None if none is flagged.

    Each newcomer is there all evening with the most seats of such a mentor, and every mentee fits
    them as well as the best-fitting of those mentors whom they may meet. The evening is planned
    anew from the start, and compared with `base`, one planned anew without them.
    """
    if not like.any():
        return None
    if base is None:
        report(progress, 0.0, "Planning without more mentors")
        base = plan_from_the_start(problem, progress=part_of(progress, 0.0, 0.5))
    report(progress, 0.5, "Planning with more mentors")
    more = with_more_mentors(replace(problem, keep=None), like, mentors)
    better = plan_rounds(more, progress=part_of(progress, 0.5, 1.0))
    before, after = (_served(one, done) for one, done in ((problem, base), (more, better)))
    rises = (after[0] > before[0]) | ((after[0] == before[0]) & (after[1] > before[1]))
    falls = (after[0] < before[0]) | ((after[0] == before[0]) & (after[1] < before[1]))
    return SupplyEffect(
        mentors=mentors,
        lifted=max(0, int(rises.sum() - falls.sum())),
        meetings=better.quality.meetings - base.quality.meetings,
        proven=base.quality.optimal and better.quality.optimal,
    )


def plan_from_the_start(problem: PlanProblem, *, progress: Progress | None = None) -> RoundPlan:
    """A plan that stays close to none: what more mentors are compared with."""
    return plan_rounds(replace(problem, keep=None), progress=progress)


def with_more_mentors(problem: PlanProblem, like: Flags, mentors: int) -> PlanProblem:
    """The problem with mentors added at the end who are like those flagged."""
    allowed = np.asarray(problem.allowed[:, like].any(axis=1))  # (mentees,)
    scores = np.where(problem.allowed[:, like], problem.scores[:, like], 0.0).max(axis=1)
    seats = problem.seats[like].max(axis=0)  # (rounds,)
    limit, discovery = problem.mentor_limit, problem.discovery
    return replace(
        problem,
        scores=_with_columns(problem.scores, scores, mentors),
        allowed=_with_columns(problem.allowed, allowed, mentors),
        seats=np.concatenate([problem.seats, np.repeat(seats[None, :], mentors, axis=0)]),
        mentor_limit=None if limit is None else np.concatenate([limit, np.full(mentors, limit[like].max())]),
        discovery=None
        if discovery is None
        else _with_columns(discovery, np.asarray(discovery[:, like].any(axis=1)), mentors),
    )


def _why_fewer(problem: PlanProblem, plan: RoundPlan, mentee: int, mean: float) -> str:
    here, met = int(problem.present[mentee].sum()), int((plan.mentor_of[mentee] != FREE).sum())
    if problem.mentee_limit is not None and met >= problem.mentee_limit[mentee]:
        return f"Asked for no more than {int(problem.mentee_limit[mentee])}"
    if met >= here:
        return f"Is here for {here} of {problem.rounds} rounds, and has a seat in each"
    free = np.flatnonzero(problem.present[mentee] & (plan.mentor_of[mentee] == FREE)).tolist()
    for in_round in free:
        if why_free(problem, plan, mentee, in_round) == SEAT_OPEN:
            return f"A seat is open in round {in_round + 1}: place them"
    able = problem.allowed[mentee] & (problem.present[mentee].astype(int) @ (problem.seats > 0).T > 0)
    for in_round in free:  # a seat that is open and still not theirs is closed by a rule, whichever it is
        able &= ~(_open(problem, plan, in_round) & _hosting(problem, plan, in_round))
    able |= _met(problem, plan, mentee)
    if not (able & ~_met(problem, plan, mentee)).any():
        return "Meets every mentor with whom they are paired at this event" if met else NOT_LEFT
    others = (plan.mentor_of != FREE).sum(axis=1)
    load = np.bincount(plan.mentor_of[plan.mentor_of != FREE], minlength=len(problem.seats))
    if (load >= problem.seats.sum(axis=1))[able & ~_met(problem, plan, mentee)].all():
        return "All other mentors who would fit are full"
    return f"The rounds do not work out: {int((others < mean).sum())} people meet fewer than the average"


def _why_no_seat(problem: PlanProblem, plan: RoundPlan, mentee: int, in_round: int) -> str:
    """Why none of the mentors who host in a round and whom a mentee does not know has a seat for them."""
    if (legal_targets(problem, plan, mentee, in_round).moves == Refusal.NONE).any():
        return SEAT_OPEN
    hosting = _hosting(problem, plan, in_round)
    wanted = hosting & problem.allowed[mentee] & ~_met(problem, plan, mentee)
    return ALL_FULL if (wanted & ~_open(problem, plan, in_round)).any() else NOT_LEFT


def _met(problem: PlanProblem, plan: RoundPlan, mentee: int) -> Flags:
    """(mentors,) whom a mentee meets in some round, either way round."""
    met = np.zeros(len(problem.seats), bool)
    met[plan.mentor_of[mentee][plan.mentor_of[mentee] != FREE]] = True
    rows = rivals_of(problem)
    for _, mentor, rival, at in rows[rows[:, 0] == mentee].tolist():
        met[mentor] |= bool((plan.mentor_of[rival] == at).any())  # the other way round
    return met


def _hosting(problem: PlanProblem, plan: RoundPlan, in_round: int) -> Flags:
    """(mentors,) who have a table in a round and are no guest elsewhere."""
    hosting = problem.seats[:, in_round] > 0
    for one, mentor in _pairs_of(problem.same_person):
        hosting[mentor] &= plan.mentor_of[one, in_round] == FREE
    return hosting


def _given_up(problem: PlanProblem, plan: RoundPlan, in_round: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """What each mentee and each mentor would give up in a round: 0 for an open place, infinite for none at all."""
    row = plan.mentor_of[:, in_round]
    seated = row != FREE
    gives = np.where(seated, problem.scores[np.arange(len(row)), row], 0.0)
    gives[~problem.present[:, in_round]] = np.inf
    gets = np.full(len(problem.seats), np.inf)
    locked = np.zeros(len(row), bool)
    if problem.fixed is not None:
        locked[problem.fixed[problem.fixed[:, 2] == in_round, 0]] = True
    gives[locked] = np.inf
    movable = np.flatnonzero(seated & ~locked)
    np.minimum.at(gets, row[movable], problem.scores[movable, row[movable]])
    gets[_open(problem, plan, in_round)] = 0.0
    gets[problem.seats[:, in_round] == 0] = np.inf
    for one, mentor in _pairs_of(problem.same_person):
        if seated[one]:
            gets[mentor] = np.inf  # a guest elsewhere
        if (row == mentor).any():
            gives[one] = np.inf  # hosts
    if problem.mentee_limit is not None:
        full = (plan.mentor_of != FREE).sum(axis=1) >= problem.mentee_limit
        gives[full & ~seated] = np.inf
    return gives, gets


def _open(problem: PlanProblem, plan: RoundPlan, in_round: int) -> Flags:
    """(mentors,) with an open seat in a round."""
    row = plan.mentor_of[:, in_round]
    taken = np.bincount(row[row != FREE], minlength=len(problem.seats))
    is_open = problem.seats[:, in_round] > taken
    if problem.mentor_limit is not None:
        load = np.bincount(plan.mentor_of[plan.mentor_of != FREE], minlength=len(problem.seats))
        is_open &= load < problem.mentor_limit
    return is_open


def _hosts(problem: PlanProblem, plan: RoundPlan, mentee: int, in_round: int) -> bool:
    row = plan.mentor_of[:, in_round]
    return any(one == mentee and (row == mentor).any() for one, mentor in _pairs_of(problem.same_person))


def _served(problem: PlanProblem, plan: RoundPlan) -> tuple[Integers, Flags]:
    """(mentees,) meetings, and whether one is strong."""
    seated = plan.mentor_of != FREE
    fit = np.where(seated, np.take_along_axis(problem.scores, np.maximum(plan.mentor_of, 0), axis=1), -1.0)
    return seated.sum(axis=1), np.asarray((fit >= problem.strong).any(axis=1), bool)


def _with_columns(table: NDArray[_Kind], column: NDArray[_Kind], many: int) -> NDArray[_Kind]:
    return np.concatenate([table, np.repeat(column[:, None], many, axis=1)], axis=1)


def _pairs_of(rows: Integers | None) -> list[tuple[int, int]]:
    return [] if rows is None else [(int(one), int(other)) for one, other in rows]
