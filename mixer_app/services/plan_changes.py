"""What is different between two versions of a plan: who, in which round, from where, to where, and why."""

from collections import Counter
from collections.abc import Mapping

from mixer_app.domain.people import Attendee, Status
from mixer_app.domain.plan_edits import PART_OF_PLAN, PlanChange
from mixer_app.domain.plans import Introduction, Plan
from mixer_app.services.plan_people import attendees_of
from mixer_app.store import Session, plans
from mixer_app.store.plans import PlanVersion

Seats = dict[tuple[int, int], Introduction]  # (mentee id, round)


def plan_changes(session: Session, old_plan_id: int, new_plan_id: int) -> tuple[PlanChange, ...]:
    """Every changed seat from an older to a newer version, by round and table."""
    old, new = plans.get_plan(session, old_plan_id), plans.get_plan(session, new_plan_id)
    people = {**attendees_of(session, old), **attendees_of(session, new)}
    return changes_between(old, new, people)


def changes_between(old: Plan, new: Plan, people: Mapping[int, Attendee]) -> tuple[PlanChange, ...]:
    """The same for plans at hand, of which the newer need not be stored; `people` are those whom they name."""
    return _Comparison(old, new, people).changes()


def version_told_before(session: Session, plan: Plan) -> PlanVersion | None:
    """The version that people had in hand before `plan`: the last one published, without any the one before it."""
    before = [one for one in plans.plan_versions(session, plan.event_id) if one.version < plan.version]
    return next((one for one in before if one.published_at is not None), before[0] if before else None)


def changes_since_previous(session: Session, plan: Plan) -> tuple[PlanChange, ...]:
    """What `plan` changed of the version before it; nothing for the first."""
    before = [one for one in plans.plan_versions(session, plan.event_id) if one.version < plan.version]
    return plan_changes(session, before[0].id, plan.id) if before else ()


class _Comparison:
    """Two versions beside each other."""

    def __init__(self, old: Plan, new: Plan, people: Mapping[int, Attendee]) -> None:
        self._old, self._new, self._people = old, new, people
        self._before, self._after = _seats(old), _seats(new)
        self._met_before = Counter(mentee for mentee, _ in self._before)
        self._met_after = Counter(mentee for mentee, _ in self._after)

    def changes(self) -> tuple[PlanChange, ...]:
        """All changes, mentors who come or go before the mentees of their round."""
        found = [*self._mentors(), *self._mentees()]
        return tuple(sorted(found, key=lambda one: (one.round, one.to_table or one.from_table or 0, one.attendee_id)))

    def _mentees(self) -> list[PlanChange]:
        found: list[PlanChange] = []
        for place in sorted({*self._before, *self._after}):
            old, new = self._before.get(place), self._after.get(place)
            if old and new and (old.mentor_id, old.table) == (new.mentor_id, new.table):
                continue
            mentee, number = place
            found.append(
                PlanChange(
                    attendee_id=mentee,
                    round=number,
                    from_table=old.table if old else None,
                    to_table=new.table if new else None,
                    from_mentor_id=old.mentor_id if old else None,
                    to_mentor_id=new.mentor_id if new else None,
                    why=self._why(mentee, number, old, new),
                )
            )
        return found

    def _mentors(self) -> list[PlanChange]:
        """Mentors who have a table for the first time, or none any more."""
        old, new = _first_seats(self._old), _first_seats(self._new)
        came = [(new[mentor], None, new[mentor].table, "New here") for mentor in new.keys() - old.keys()]
        went = [
            (old[mentor], old[mentor].table, None, "Left" if self._gone(mentor) else PART_OF_PLAN)
            for mentor in old.keys() - new.keys()
        ]
        return [
            PlanChange(
                attendee_id=seat.mentor_id,
                round=seat.round,
                from_table=before,
                to_table=after,
                from_mentor_id=None if before is None else seat.mentor_id,
                to_mentor_id=None if after is None else seat.mentor_id,
                why=why if after is None or seat.mentor_id not in self._old.mentor_ids else PART_OF_PLAN,
            )
            for seat, before, after, why in [*came, *went]
        ]

    def _why(self, mentee: int, number: int, old: Introduction | None, new: Introduction | None) -> str:
        """From what anybody in the room can see; never from who may meet whom."""
        if old and self._gone(mentee):
            return "Left"
        if old and self._gone(old.mentor_id):
            return "Their mentor left"
        if old and number in self._people[old.mentor_id].rests:
            return "Their mentor rests in this round"
        if old or not new:
            return PART_OF_PLAN
        if not self._met_before[mentee]:
            return "New here"
        if self._met_after[mentee] > self._met_before[mentee]:
            return f"A seat opened: meets {self._met_after[mentee]}, not {self._met_before[mentee]}"
        return PART_OF_PLAN

    def _gone(self, attendee_id: int) -> bool:
        return self._people[attendee_id].status in (Status.LEFT, Status.CANCELLED)


def _seats(plan: Plan) -> Seats:
    return {(meeting.mentee_id, meeting.round): meeting for meeting in plan.introductions}


def _first_seats(plan: Plan) -> dict[int, Introduction]:
    return {meeting.mentor_id: meeting for meeting in sorted(plan.introductions, key=lambda one: -one.round)}
