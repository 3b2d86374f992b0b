"""What the Plan page shows, read and laid out in one go, off the GUI thread."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.plan_edits import PairRule
from mixer_app.domain.plans import Plan
from mixer_app.services.database import Session
from mixer_app.services.decided_pairs import DecidedPair, decided_pairs
from mixer_app.services.events import find_event
from mixer_app.services.journal import PLAN_KINDS
from mixer_app.services.people import list_attendees
from mixer_app.services.plan_age import rules_changed_since
from mixer_app.services.plan_edit_journal import how_versions_came
from mixer_app.services.plan_versions import PlanVersion, get_plan, plan_versions
from mixer_app.services.plan_words import PlanVerdict, verdict
from mixer_app.services.planning import PlanState, plan_state
from mixer_app.services.search import PeopleIndex
from mixer_app.ui.plan.board import PlanBoard
from mixer_app.ui.undoing import NO_WAY_BACK, WayBack, way_back


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanContents:
    """An event's plan, the room, and the versions there are."""

    event: Event
    attendees: tuple[Attendee, ...]
    state: PlanState
    plan: Plan | None  # the version that is looked at
    versions: tuple[PlanVersion, ...]  # newest first
    rules_changed: bool = False  # since the latest version was made
    decided: tuple[DecidedPair, ...] = ()  # what staff decided about pairs
    way_back: WayBack = NO_WAY_BACK
    how: Mapping[int, str] = field(default_factory=dict[int, str])  # by the number of a version, what made it

    @property
    def is_latest(self) -> bool:
        """Whether the newest version is looked at."""
        return self.plan is None or self.state.plan is None or self.plan.id == self.state.plan.id


def read_plan(session: Session, event_id: int, *, plan_id: int | None, station: str, now: datetime) -> PlanContents:
    """The latest plan of an event, or the version `plan_id`, and what `station` could undo of it."""
    state = plan_state(session, event_id, now=now)
    versions = tuple(plan_versions(session, event_id))
    older = plan_id is not None and any(version.id == plan_id for version in versions)
    return PlanContents(
        event=find_event(session, str(event_id)),
        attendees=tuple(list_attendees(session, event_id)),
        state=state,
        plan=get_plan(session, plan_id) if older and plan_id is not None else state.plan,
        versions=versions,
        rules_changed=state.plan is not None and rules_changed_since(session, state.plan),
        decided=decided_pairs(session, event_id),
        how=how_versions_came(session, event_id),
        way_back=way_back(session, event_id, station=station, kinds=PLAN_KINDS),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlan:
    """A plan laid out for the screen: rows, verdict, and whom the search finds."""

    board: PlanBoard
    verdict: PlanVerdict
    index: PeopleIndex
    mentors: PeopleIndex


def lay_out(contents: PlanContents, before: PlanContents | None) -> ShownPlan | None:
    """Lay out the plan; None if there is none, or if what was shown `before` still holds."""
    plan = contents.plan
    if plan is None or (before is not None and _same(contents, before)):
        return None
    board = board_of(contents, plan)
    return ShownPlan(
        board=board,
        verdict=verdict(plan, contents.event.rules.strong),
        index=PeopleIndex(contents.attendees),
        mentors=PeopleIndex([one for one in contents.attendees if one.role.hosts]),
    )


def board_of(contents: PlanContents, plan: Plan) -> PlanBoard:
    """A version of the plan laid out, with the people and the rounds as they are now."""
    board = PlanBoard(
        event=contents.event,
        plan=plan,
        people={attendee.id: attendee for attendee in contents.attendees},
        held_rounds=contents.state.past_rounds,
        together={(pair.mentor_id, pair.mentee_id) for pair in contents.decided if pair.rule is PairRule.MUST_MEET},
    )
    board.lay_out()
    return board


def _same(one: PlanContents, other: PlanContents) -> bool:
    if one.plan is None or other.plan is None or one.plan.id != other.plan.id:
        return False
    if (one.state.past_rounds, one.decided) != (other.state.past_rounds, other.decided):
        return False
    return (one.event, one.plan, one.attendees) == (other.event, other.plan, other.attendees)
