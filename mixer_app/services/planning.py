"""Plan an evening: who meets whom, at which table, in which round; and again when people come and go."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from mixer_app.domain.people import Attendee, Status
from mixer_app.domain.plans import Plan
from mixer_app.domain.progress import Progress, report
from mixer_app.services import events
from mixer_app.services.database import Database
from mixer_app.services.patience import Patience
from mixer_app.services.plan_draft import draft_plan, store_draft
from mixer_app.services.plan_inputs import count_past_rounds, read_plan_inputs
from mixer_app.store import Session, figures, plans, tables


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
    report(progress, 0.0, "Looking who is here")
    inputs = database.read(read_plan_inputs, event_id, everyone=everyone, now=clock())
    patience = Patience(time_limit, finish_now)
    draft = draft_plan(inputs, seed=seed, afresh=afresh, progress=progress, patience=patience)
    report(progress, 0.95, "Keeping the plan")
    return database.write(store_draft, draft, now=clock(), station=station)


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


def _stale_sentence(arrived: int, left: int, past: int) -> str:
    if not arrived and not left:
        return ""
    came = f"{arrived} arrived" if arrived else ""
    went = f"{left} left" if left else ""
    kept = {0: "", 1: " Plan again keeps round 1."}.get(past, f" Plan again keeps rounds 1 to {past}.")
    return f"{' and '.join(part for part in (came, went) if part)} since.{kept or ' Plan again to seat them.'}"
