"""Change slips: for everybody whom a newer plan seats otherwise, the rounds that are different; never why."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee, PersonName, Status
from mixer_app.domain.plans import Introduction, Plan
from mixer_app.domain.roles import Role
from mixer_app.domain.round_paper import ChangeSlip, SlipRound
from mixer_app.services import events, people, planning
from mixer_app.services.plan_changes import plan_changes, version_told_before
from mixer_app.services.plan_inputs import count_past_rounds
from mixer_app.services.plan_people import attendees_of
from mixer_app.services.plan_versions import get_plan, plan_versions
from mixer_app.services.round_times import times_of_rounds
from mixer_app.store import Session


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions of a plan, by their ids."""

    old: int
    new: int


def find_versions(
    session: Session, event_id: int, *, old: int | None = None, new: int | None = None
) -> Versions | None:
    """Two versions by their numbers; without a number the latest, and the one that people had in hand before it.

    None while there is nothing to compare. Raises `MixerError` for a number that no plan has.
    """
    numbers = {one.version: one.id for one in plan_versions(session, event_id)}
    for wanted in (old, new):
        if wanted is not None and wanted not in numbers:
            known = f"Choose from 1 to {max(numbers)}." if numbers else "The rounds are not planned yet."
            raise MixerError(f"There is no plan {wanted}. {known}")
    later = numbers[new] if new is not None else numbers.get(max(numbers, default=0))
    if later is None:
        return None
    if old is not None:
        return Versions(numbers[old], later)
    before = version_told_before(session, get_plan(session, later))
    return Versions(before.id, later) if before else None


def changed_rounds(session: Session, event_id: int, versions: Versions, *, now: datetime) -> dict[int, frozenset[int]]:
    """Attendee -> the rounds that are different for them, mentors as well as mentees.

    Left out are rounds that are over, and people who have left.
    """
    event = events.find_event(session, str(event_id))
    over = count_past_rounds(session, event, now=now) - 1  # the last one may be under way
    changed: defaultdict[int, set[int]] = defaultdict(set)
    for change in plan_changes(session, versions.old, versions.new):
        for person in (change.attendee_id, change.from_mentor_id, change.to_mentor_id):
            if person is not None and change.round > over:
                changed[person].add(change.round)
    gone = {one.id for one in people.get_attendees(session, changed.keys()) if _gone(one)}
    return {person: frozenset(rounds) for person, rounds in changed.items() if person not in gone}


def change_slips(
    session: Session,
    event_id: int,
    chosen: Collection[int] | None,
    *,
    versions: Versions | None = None,
    now: datetime,
) -> list[ChangeSlip]:
    """The slips by family name, for everybody affected or for those of `chosen` who are.

    `versions` None is what changed since the version that people had in hand. Raises `MixerError` when
    there is nothing to compare, or nothing has changed.
    """
    pair = versions or find_versions(session, event_id)
    if pair is None:
        planned = planning.current_plan(session, event_id) is not None
        raise MixerError(
            "There is only one version of the plan, so nobody’s seat has changed."
            if planned
            else "The rounds are not planned yet. Plan them first."
        )
    old, new = get_plan(session, pair.old), get_plan(session, pair.new)
    if {old.event_id, new.event_id} != {event_id}:
        raise MixerError("These plans are not of this event. Choose two versions of its own plan.")
    changed = changed_rounds(session, event_id, pair, now=now)
    event = events.find_event(session, str(event_id))
    times = {one.number: one.starts_at for one in times_of_rounds(session, event, now=now)}
    maker = _SlipMaker(event, times, old, new, {**attendees_of(session, old), **attendees_of(session, new)})
    affected = [one for one in people.list_attendees(session, event_id) if one.id in changed]
    slips = [maker.slip(person, changed[person.id]) for person in affected if chosen is None or person.id in chosen]
    if not slips:
        whose = "Nobody’s seat has" if chosen is None else "The seats of these people have not"
        raise MixerError(
            f"{whose} changed from plan {old.version} to plan {new.version} in a round that is not over, "
            "so there is no slip to print."
        )
    return slips


class _SlipMaker:
    """Makes slips from two versions; `attendees` are all whom they name, by id."""

    def __init__(
        self, event: Event, starts: dict[int, datetime], old: Plan, new: Plan, attendees: dict[int, Attendee]
    ) -> None:
        self._starts = starts  # of each round
        self._event, self._old, self._new, self._attendees = event, old, new, attendees
        self._before, self._after = _by_person(old), _by_person(new)

    def slip(self, person: Attendee, rounds: Collection[int]) -> ChangeSlip:
        """The slip of one person."""
        return ChangeSlip(
            event_name=self._event.name,
            code=person.code,
            role=person.role,
            name=person.name,
            plan_version=self._new.version,
            replaces=self._old.version,
            rounds=tuple(
                self._round(person, number, self._starts[number]) for number in sorted(rounds) if number in self._starts
            ),
        )

    def _round(self, person: Attendee, number: int, starts_at: datetime) -> SlipRound:
        old, new = self._before[person.id, number], self._after[person.id, number]
        hosts = bool(new) and new[0].mentor_id == person.id
        return SlipRound(
            number=number,
            starts_at=starts_at,
            table=new[0].table if new else None,
            before=old[0].table if old else None,
            partners=tuple(self._name(one.mentee_id if hosts else one.mentor_id) for one in new),
            partner_role=Role.MENTEE if hosts else Role.MENTOR,
        )

    def _name(self, attendee_id: int) -> PersonName:
        return self._attendees[attendee_id].name


def _by_person(plan: Plan) -> defaultdict[tuple[int, int], list[Introduction]]:
    """(attendee, round) -> their meetings."""
    found: defaultdict[tuple[int, int], list[Introduction]] = defaultdict(list)
    for meeting in plan.introductions:
        found[meeting.mentor_id, meeting.round].append(meeting)
        found[meeting.mentee_id, meeting.round].append(meeting)
    return found


def _gone(person: Attendee) -> bool:
    return person.status in (Status.LEFT, Status.CANCELLED)
