"""The six steps of an evening, each with its state, one fact and one lack."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mixer_app.domain.events import Event
from mixer_app.domain.overview import Place, Step, StepState
from mixer_app.domain.people import HeadCounts, Status
from mixer_app.domain.roles import Role
from mixer_app.services.plan_words import headline
from mixer_app.services.planning import PlanState
from mixer_app.services.words import counted
from mixer_app.store.figures import Silent


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the steps and the rows to look at are made from."""

    event: Event
    heads: Mapping[tuple[Role, Status, bool], int]  # by role, status, and whether they walked in
    counts: HeadCounts
    badges: int  # printed
    late: int  # who are still to come and said that they come later
    silent: Silent
    doubles: Sequence[str]  # names that several people have
    plan: PlanState
    answers: int
    clock: datetime  # the venue's wall clock
    rejected: dict[str, int]  # rows that an import could not use, by file

    def people(self, *statuses: Status, mentors: bool = False) -> int:
        """How many people stand so; only mentors, or everyone."""
        return sum(
            people
            for (role, status, _), people in self.heads.items()
            if status in statuses and (role.hosts or not mentors)
        )


def six_steps(standing: Standing) -> tuple[Step, ...]:
    """People, Badges, Check-in, Plan, Rounds, Follow-up; exactly one is the current step."""
    steps = (
        _people(standing),
        _badges(standing),
        _check_in(standing),
        _plan(standing),
        _rounds(standing),
        _follow_up(standing),
    )
    current = _current(standing)
    return tuple(replace(step, current=step.number == current) for step in steps)


def _current(standing: Standing) -> int:
    """The step that people are busy with."""
    event, counts = standing.event, standing.counts
    if not counts.registered:
        return 1
    if standing.plan.past_rounds >= event.rounds and standing.plan.plan is not None:
        return 6
    if standing.plan.past_rounds:
        return 5
    if counts.here:
        return 4 if standing.plan.plan is not None and not standing.plan.stale else 3
    return 3 if standing.badges else 2


def _people(standing: Standing) -> Step:
    counts = standing.counts
    unanswered = standing.silent.people
    missing_side = _missing_side(counts)
    if not counts.registered:
        state, fact, lack = StepState.TO_COME, "Nobody registered", "Import the registrations"
    elif standing.rejected:
        rows = sum(standing.rejected.values())
        lack = counted(rows, "row needs a look", "rows need a look")
        state, fact = StepState.ATTENTION, f"{counts.registered} registered"
    elif missing_side:
        state, fact, lack = StepState.ATTENTION, f"{counts.registered} registered", missing_side
    elif unanswered:
        lack = f"{unanswered} said no need or topic"
        state, fact = StepState.ATTENTION, f"{counts.registered} registered"
    else:
        state, fact = StepState.DONE, f"{counts.registered} registered"
        lack = f"{counted(counts.mentors, 'mentor', 'mentors')}, {counted(counts.mentees, 'mentee', 'mentees')}"
    return Step(number=1, name="People", state=state, fact=fact, lack=lack, place=Place.PEOPLE)


def _badges(standing: Standing) -> Step:
    printed = standing.badges
    left = standing.counts.registered - printed
    if not printed:
        state, fact = StepState.TO_COME, "None printed yet"
        lack = "In advance or at the door" if standing.counts.registered else ""
    elif left:
        state, fact, lack = StepState.DONE, f"{printed} printed", f"{left} more at the door"
    else:
        state, fact, lack = StepState.DONE, f"All {printed} printed", ""
    return Step(number=2, name="Badges", state=state, fact=fact, lack=lack, place=Place.PRINT)


def _check_in(standing: Standing) -> Step:
    counts = standing.counts
    came = standing.people(Status.CHECKED_IN, Status.LEFT)
    to_come = counts.registered - came
    late = standing.late
    if not came:
        doors = standing.event.doors_at
        fact = f"Doors at {doors:%H:%M}" if doors else "Nobody here yet"
        state, lack = StepState.TO_COME, f"{late} said they come later" if late else ""
    else:
        state = StepState.UNDER_WAY if to_come else StepState.DONE
        fact = f"{counts.here} of {counts.registered} here"
        lack = (f"{to_come} to come" + (f", {late} of them late" if late else "")) if to_come else "Everyone has come"
    return Step(number=3, name="Check-in", state=state, fact=fact, lack=lack, place=Place.DESK)


def _plan(standing: Standing) -> Step:
    plan = standing.plan.plan
    if plan is None:
        due = f"{standing.event.starts_at:%H:%M}"
        state, fact, lack = StepState.TO_COME, "Not planned yet", f"First round at {due}"
    elif standing.plan.stale:
        state, fact, lack = StepState.ATTENTION, headline(plan), standing.plan.sentence
    else:
        state = StepState.DONE if plan.published_at else StepState.UNDER_WAY
        fact, lack = headline(plan), "Published" if plan.published_at else f"Version {plan.version}, not published"
    return Step(number=4, name="Plan", state=state, fact=fact, lack=lack, place=Place.PLAN)


def _rounds(standing: Standing) -> Step:
    event, past = standing.event, standing.plan.past_rounds
    lack = f"{counted(event.rounds, 'round', 'rounds')}, {event.minutes} min each"
    if not past:
        state, fact = StepState.TO_COME, f"First at {event.starts_at:%H:%M}"
    elif past >= event.rounds:
        state, fact = StepState.DONE, f"All {event.rounds} begun or held"
    else:
        state, fact = StepState.UNDER_WAY, f"{past} of {event.rounds} begun or held"
    return Step(number=5, name="Rounds", state=state, fact=fact, lack=lack, place=Place.LIVE)


def _follow_up(standing: Standing) -> Step:
    plan = standing.plan.plan
    if not standing.answers or plan is None:
        fact, lack, state = "No answers yet", "Sheets to hand out are in Print", StepState.TO_COME
    else:
        asked = 2 * len(plan.introductions)
        state = StepState.DONE if standing.answers >= asked else StepState.UNDER_WAY
        fact, lack = f"{standing.answers} of {asked} answers", "Matches and summaries"
    return Step(number=6, name="Follow-up", state=state, fact=fact, lack=lack, place=Place.FOLLOW_UP)


def _missing_side(counts: HeadCounts) -> str:
    if not counts.mentors:
        return "No mentors yet"
    return "" if counts.mentees else "No mentees yet"
