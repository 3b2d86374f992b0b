"""Plan an evening: who meets whom, at which table, in which round; and again when people come and go."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import Attendee, Status
from mixer_app.domain.plans import Introduction, Plan, QualityFigures, Without
from mixer_app.domain.progress import Progress, part_of, report
from mixer_app.services import events
from mixer_app.services.database import Database
from mixer_app.services.patience import LAST_SEARCH_S, Patience
from mixer_app.services.plan_age import fingerprint
from mixer_app.services.plan_inputs import PlanInputs, count_past_rounds, number_tables, read_plan_inputs
from mixer_app.services.solver_process import Solver
from mixer_app.store import Session, figures, plans, tables

if TYPE_CHECKING:
    from mixer_app.matching import PlanProblem, RoundPlan
    from mixer_app.services.plan_problem import PlanSetting

_TOLD_EVERY: Final = 200  # introductions


def plan_event(
    database: Database,
    event_id: int,
    *,
    everyone: bool = False,
    afresh: bool = False,
    seed: int = 0,
    station: str,
    clock: Callable[[], datetime],
    progress: Progress | None = None,
    time_limit: float | None = None,
    finish_now: Callable[[], bool] | None = None,
) -> Plan:
    """Plan the rounds for those who are here, or for `everyone` registered, and store the plan as a new version.

    Rounds that are over or under way stay as they were; the rest stays as close to the latest plan
    as a fair spread allows, unless `afresh`. Raises `MixerError` when nobody is here.

    The search ends by itself and then gives the same plan for the same people. Where that takes longer
    than `time_limit` in seconds, or once `finish_now` answers True, what was searched for so far is
    given up for a plan that can be had in seconds: it keeps every rule, and says how good it is.
    """
    from mixer_app.services.plan_without import explain_without

    report(progress, 0.0, "Looking who is here")
    inputs = database.read(read_plan_inputs, event_id, everyone=everyone, now=clock())
    patience = Patience(time_limit, finish_now)
    setting, rounds = _solve(inputs, seed=seed, afresh=afresh, progress=progress, patience=patience)
    numbers = number_tables(inputs.tables, setting.mentors)
    introductions = _introductions(inputs, setting, rounds, numbers, part_of(progress, 0.9, 0.95))
    report(progress, 0.95, "Keeping the plan")
    return database.write(
        _store_plan,
        event_id,
        introductions=introductions,
        quality=_figures(setting.problem, rounds),
        without=explain_without(inputs, setting, rounds, introductions),
        rounds=inputs.event.rounds,
        mentee_ids=tuple(person.id for person in setting.mentees),
        mentor_ids=tuple(person.id for person in setting.mentors),
        numbers={mentor.id: numbers[mentor.id] for mentor in setting.mentors},
        matched_by=fingerprint(inputs.event, (*setting.mentees, *setting.mentors), inputs.wishes, inputs.apart),
        now=clock(),
        station=station,
    )


def current_plan(session: Session, event_id: int) -> Plan | None:
    """The latest version of the event's plan."""
    return plans.latest_plan(session, event_id)


def publish(session: Session, plan_id: int, *, station: str, now: datetime) -> Plan:
    """Declare a plan final: from now on prints and screens may show it."""
    return plans.publish_plan(session, plan_id, station=station, now=now)


def number_all_tables(session: Session, event_id: int, mentors: Sequence[Attendee]) -> dict[int, int]:
    """The table of each of `mentors`, given now to those who have none; they keep it in every plan."""
    return tables.seat_mentors(session, event_id, [mentor.id for mentor in mentors])


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanState:
    """How the latest plan stands against the room."""

    plan: Plan | None
    arrived_since: int
    left_since: int
    past_rounds: int
    here: int
    sentence: str  # "3 arrived since. Plan again keeps round 1."; empty while the plan fits the room

    @property
    def stale(self) -> bool:
        """Whether planning again would seat somebody or free a seat."""
        return bool(self.arrived_since or self.left_since)


def plan_state(session: Session, event_id: int, *, now: datetime) -> PlanState:
    """Whether people have come or gone since the event was planned."""
    event = events.find_event(session, str(event_id))
    came = figures.who_came(session, event_id)
    here = {number for number, status in came.items() if status is Status.CHECKED_IN}
    plan = plans.latest_plan(session, event_id)
    past = count_past_rounds(session, event, now=now)
    planned = {*plan.mentee_ids, *plan.mentor_ids} if plan else set[int]()
    arrived = len(here - planned) if plan else 0
    coming = {m.mentee_id for m in plan.introductions if m.round > past} if plan else set[int]()
    coming |= {m.mentor_id for m in plan.introductions if m.round > past} if plan else set[int]()
    left = sum(number in coming for number in came.keys() - here)
    return PlanState(
        plan=plan,
        arrived_since=arrived,
        left_since=left,
        past_rounds=past,
        here=len(here),
        sentence=_stale_sentence(arrived, left, past),
    )


def _solve(
    inputs: PlanInputs, *, seed: int, afresh: bool, progress: Progress | None, patience: Patience
) -> tuple["PlanSetting", "RoundPlan"]:
    """Set the problem and solve it; the answer is checked against every rule."""
    from mixer_app.matching import plan_rounds, verify
    from mixer_app.matching.reseating import reseat
    from mixer_app.services.plan_problem import set_problem

    with Solver(inputs.head_count) as solver:
        setting = set_problem(inputs, seed=seed, afresh=afresh, progress=part_of(progress, 0.02, 0.1))
        if not setting.mentees and not setting.mentors:
            raise MixerError(_nobody(inputs))
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


def _store_plan(
    session: Session,
    event_id: int,
    *,
    introductions: tuple[Introduction, ...],
    quality: QualityFigures,
    without: tuple[Without, ...],
    rounds: int,
    mentee_ids: tuple[int, ...],
    mentor_ids: tuple[int, ...],
    numbers: dict[int, int],
    matched_by: str,
    now: datetime,
    station: str,
) -> Plan:
    tables.assign_tables(session, event_id, numbers)
    return plans.save_plan(
        session,
        event_id,
        introductions=introductions,
        quality=quality,
        without=without,
        rounds=rounds,
        mentee_ids=mentee_ids,
        mentor_ids=mentor_ids,
        now=now,
        station=station,
        matched_by=matched_by,
    )


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


def _stale_sentence(arrived: int, left: int, past: int) -> str:
    if not arrived and not left:
        return ""
    came = f"{arrived} arrived" if arrived else ""
    went = f"{left} left" if left else ""
    kept = {0: "", 1: " Plan again keeps round 1."}.get(past, f" Plan again keeps rounds 1 to {past}.")
    return f"{' and '.join(part for part in (came, went) if part)} since.{kept or ' Plan again to seat them.'}"
