"""Everything that a plan is made from, read in one transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from mixer_app.domain.evening_clock import evening_at, schedule_of
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee, Status
from mixer_app.domain.plan_edits import PairRule
from mixer_app.domain.plans import Introduction, Plan
from mixer_app.services import events, people
from mixer_app.services.wall_clock import venue_time
from mixer_app.store import Session, live_acts, memory, pair_rules, plans, tables, wishes

_BEGINS_LATE_BY: Final = timedelta(minutes=30)
"""After so long an evening that nobody started at the control station is held without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanInputs:
    """Who could take part, what binds them, and the plan to stay close to."""

    event: Event
    attendees: tuple[Attendee, ...]
    wishes: frozenset[tuple[int, int]]  # (from, to) attendee ids
    apart: frozenset[frozenset[int]]
    met: frozenset[tuple[int, int]]  # (mentor, mentee) at earlier events
    meet_again: frozenset[frozenset[int]]
    latest: Plan | None
    past: int  # rounds that are over or under way
    tables: dict[int, int]  # attendee id -> table
    everyone: bool
    staff_rules: dict[tuple[int, int], PairRule] = field(default_factory=dict[tuple[int, int], PairRule])
    """What staff decided about (mentor, mentee)."""

    seat_now: int | None = None  # the round under way, if idle people are to be seated in it
    absent: frozenset[tuple[int, int]] = frozenset()
    """(attendee, round): looked for at their table and not found, though nobody saw them leave."""

    @property
    def past_introductions(self) -> tuple[Introduction, ...]:
        """The introductions of the rounds that nothing can change any more; two who did not come together may yet."""
        if self.latest is None:
            return ()
        past = (meeting for meeting in self.latest.introductions if meeting.round <= self.past)
        return tuple(meeting for meeting in past if meeting.took_place is not False)

    @property
    def head_count(self) -> int:
        """How many people a plan may have to seat."""
        return sum(person.here or self.everyone for person in self.attendees)

    def windows(self, attendee: Attendee) -> tuple[bool, ...]:
        """For each round, whether `attendee` can still be introduced to somebody in it."""
        if attendee.here:
            window = self.event.rounds_between(None, attendee.leaves)
        elif self.everyone and attendee.status is Status.REGISTERED:
            window = self.event.rounds_between(attendee.arrives, attendee.leaves)
        else:
            window = (False,) * self.event.rounds
        return tuple(
            there and index >= self.past and (attendee.id, index + 1) not in self.absent
            for index, there in enumerate(window)
        )


def read_plan_inputs(session: Session, event_id: int, *, everyone: bool, now: datetime) -> PlanInputs:
    """Gather the people of an event and all that binds them."""
    event = events.find_event(session, str(event_id))
    attendees = people.list_attendees(session, event_id)
    latest = plans.latest_plan(session, event_id)
    seated = {person for meeting in latest.introductions for person in _pair(meeting)} if latest else set[int]()
    gone = [people.get_attendee(session, missing) for missing in sorted(seated - {person.id for person in attendees})]
    return PlanInputs(
        event=event,
        attendees=(*attendees, *gone),
        wishes=frozenset(wishes.wishes(session, event_id)),
        apart=frozenset(wishes.keep_aparts(session, event_id)),
        met=frozenset(memory.met_before(session, event_id)),
        meet_again=frozenset(memory.meet_again(session, event_id)),
        latest=latest,
        past=count_past_rounds(session, event, now=now),
        tables=tables.table_numbers(session, event_id),
        everyone=everyone,
        staff_rules=pair_rules.pair_rules(session, event_id),
    )


def count_past_rounds(session: Session, event: Event, *, now: datetime) -> int:
    """The rounds that are over or under way: by the clock of the evening where staff have started it.

    Otherwise those that should have begun after they had been planned, if the evening had begun as late as
    evenings do: until staff start it, people are still being seated. The wall clock alone is no witness: an
    event that is tried out the day after it was to be has no past.
    """
    acts = live_acts.acts_of(session, event.id)
    if acts:
        return evening_at(schedule_of(event), acts, now).begun_rounds
    versions = plans.plan_versions(session, event.id)
    if not versions:
        return 0
    planned_at = venue_time(min(version.made_at for version in versions))
    clock = venue_time(now) - _BEGINS_LATE_BY
    begun = [times.number for times in event.round_times() if planned_at <= times.starts_at <= clock]
    return max(begun, default=0)


def over_rounds(session: Session, event: Event, *, now: datetime) -> int:
    """The rounds that are over by the clock of the evening; 0 before staff have started it."""
    return evening_at(schedule_of(event), live_acts.acts_of(session, event.id), now).over_rounds


def number_tables(known: dict[int, int], mentors: Iterable[Attendee]) -> dict[int, int]:
    """`known` and, for each of `mentors` without a table, the lowest number that is free; they keep it for good."""
    numbers = dict(known)
    free = (number for number in range(1, len(numbers) + 10_000) if number not in set(known.values()))
    for mentor in mentors:
        if mentor.id not in numbers:
            numbers[mentor.id] = next(free)
    return numbers


def by_id(attendees: Sequence[Attendee]) -> dict[int, Attendee]:
    """The attendees by their id."""
    return {attendee.id: attendee for attendee in attendees}


def _pair(meeting: Introduction) -> tuple[int, int]:
    return meeting.mentor_id, meeting.mentee_id
