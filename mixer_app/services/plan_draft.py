"""A plan as it is worked out, before it is stored: staff may look at it first, and leave it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.plans import Introduction, Plan, QualityFigures, Without
from mixer_app.domain.progress import Progress, part_of, report
from mixer_app.services.patience import LAST_SEARCH_S, Patience
from mixer_app.services.plan_age import fingerprint
from mixer_app.services.plan_inputs import PlanInputs, number_tables
from mixer_app.services.solver_process import Solver
from mixer_app.store import Session, plans, tables

if TYPE_CHECKING:
    from mixer_app.matching import PlanProblem, RoundPlan
    from mixer_app.services.plan_problem import PlanSetting

_TOLD_EVERY: Final = 200  # introductions


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDraft:
    """Everything of a plan but its number: `tables` are of its mentors, `matched_by` is kept with the journal."""

    event_id: int
    introductions: tuple[Introduction, ...]
    quality: QualityFigures
    without: tuple[Without, ...]
    rounds: int
    mentee_ids: tuple[int, ...]
    mentor_ids: tuple[int, ...]
    tables: dict[int, int]
    matched_by: str


def draft_plan(
    inputs: PlanInputs, *, seed: int, afresh: bool, progress: Progress | None, patience: Patience
) -> PlanDraft:
    """Work a plan out for `inputs`; nothing is stored.

    Raises `MixerError` when nobody is here, and `Cancelled` if `progress` says so.
    """
    from mixer_app.services.plan_without import explain_without

    setting, rounds = _solve(inputs, seed=seed, afresh=afresh, progress=progress, patience=patience)
    numbers = number_tables(inputs.tables, setting.mentors)
    introductions = _introductions(inputs, setting, rounds, numbers, part_of(progress, 0.9, 0.95))
    return PlanDraft(
        event_id=inputs.event.id,
        introductions=introductions,
        quality=_figures(setting.problem, rounds),
        without=explain_without(inputs, setting, rounds, introductions),
        rounds=inputs.event.rounds,
        mentee_ids=tuple(person.id for person in setting.mentees),
        mentor_ids=tuple(person.id for person in setting.mentors),
        tables={mentor.id: numbers[mentor.id] for mentor in setting.mentors},
        matched_by=fingerprint(inputs.event, (*setting.mentees, *setting.mentors), inputs.wishes, inputs.apart),
    )


def store_draft(
    session: Session,
    draft: PlanDraft,
    *,
    now: datetime,
    station: str,
    told: bool = True,
    published_at: datetime | None = None,
) -> Plan:
    """Store a draft as the next version of the plan; one that is not `told` is left to the caller to journal."""
    tables.assign_tables(session, draft.event_id, draft.tables)
    return plans.save_plan(
        session,
        draft.event_id,
        introductions=draft.introductions,
        quality=draft.quality,
        without=draft.without,
        rounds=draft.rounds,
        mentee_ids=draft.mentee_ids,
        mentor_ids=draft.mentor_ids,
        now=now,
        station=station,
        told=told,
        published_at=published_at,
        matched_by=draft.matched_by,
    )


def _solve(
    inputs: PlanInputs, *, seed: int, afresh: bool, progress: Progress | None, patience: Patience
) -> tuple["PlanSetting", "RoundPlan"]:
    """Set the problem and solve it; the answer is checked against every rule."""
    from mixer_app.matching import plan_rounds, verify
    from mixer_app.matching.reseating import reseat
    from mixer_app.services.plan_problem import set_problem
    from mixer_app.services.seats_now import prefer_seats_now

    with Solver(inputs.head_count) as solver:
        setting = set_problem(inputs, seed=seed, afresh=afresh, progress=part_of(progress, 0.02, 0.1))
        if not setting.mentees and not setting.mentors:
            raise MixerError(_nobody(inputs))
        if inputs.seat_now is not None:
            setting = replace(setting, problem=prefer_seats_now(setting.problem, inputs.seat_now - 1))
        report(progress, 0.1, "Choosing pairs and rounds")
        work = plan_rounds if setting.problem.keep is None else reseat
        rounds = patience.solve(solver, work, setting.problem, progress=part_of(progress, 0.1, 0.9))
    if rounds is None:
        with Solver(inputs.head_count) as solver:  # the other one is still at work, and ended
            work = partial(work, time_limit=LAST_SEARCH_S)
            rounds = solver.solve(work, setting.problem, progress=part_of(progress, 0.1, 0.9, "Finishing now"))
    broken = verify(setting.problem, rounds)
    if broken:
        raise RuntimeError(f"The planner broke its own rules: {' '.join(broken[:5])}")
    return setting, rounds


def _introductions(
    inputs: PlanInputs,
    setting: "PlanSetting",
    rounds: "RoundPlan",
    numbers: dict[int, int],
    progress: Progress | None,
) -> tuple[Introduction, ...]:
    """The plan as introductions by round and table; past ones are carried over as they were."""
    ahead = [
        Introduction(
            round=index + 1,
            table=numbers[setting.mentors[mentor].id],
            mentor_id=setting.mentors[mentor].id,
            mentee_id=setting.mentees[mentee].id,
            score=float(setting.problem.scores[mentee, mentor]),
            evidence=setting.pairs.evidence(mentee, mentor),
            locked=(index + 1, setting.mentors[mentor].id, setting.mentees[mentee].id) in setting.locked,
        )
        for (mentee, index), mentor in _one_by_one(_seated(rounds), progress)
        if index >= inputs.past
    ]
    every = (*inputs.past_introductions, *ahead)
    return tuple(sorted(every, key=lambda meeting: (meeting.round, meeting.table, meeting.mentee_id)))


def _one_by_one(
    seated: list[tuple[tuple[int, int], int]], progress: Progress | None
) -> Iterator[tuple[tuple[int, int], int]]:
    """The same, telling now and then how far it is: thousands of reasons take seconds."""
    for place, one in enumerate(seated):
        if place % _TOLD_EVERY == 0:
            report(progress, place / len(seated), "Noting why each pair fits")
        yield one


def _seated(rounds: "RoundPlan") -> list[tuple[tuple[int, int], int]]:
    mentor_of = rounds.mentor_of.tolist()  # [mentees][rounds]
    return [
        ((mentee, index), int(mentor))
        for mentee, row in enumerate(mentor_of)
        for index, mentor in enumerate(row)
        if mentor >= 0
    ]


def _figures(problem: "PlanProblem", rounds: "RoundPlan") -> QualityFigures:
    from mixer_app.matching import is_proven_fairest

    quality = rounds.quality
    return QualityFigures(
        meetings=int(quality.meetings),
        fewest=int(quality.fewest),
        kept=int(quality.kept),
        strong_mentees=int(quality.strong_mentees),
        discovery_mentees=int(quality.discovery_mentees),
        total_score=float(quality.total_score),
        optimal=bool(quality.optimal),
        fairest=is_proven_fairest(problem, rounds),
        bound_meetings=int(quality.bound_meetings),
        bound_score=float(quality.bound_score),
    )


def _nobody(inputs: PlanInputs) -> str:
    if not inputs.attendees:
        return f"Nobody is registered for {inputs.event.name} yet. Import the registrations first."
    if inputs.everyone:
        return f"Nobody who is registered for {inputs.event.name} is there in a round that is still to come."
    return "Nobody is checked in yet. Check people in first, or plan for everyone who is registered."
