"""A role changed on the spot: what it means for the plan, in words, and the badge that is printed anew."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Introduction, Plan
from mixer_app.domain.print_jobs import JobState, PrintJob, ReprintReason
from mixer_app.domain.roles import Role
from mixer_app.domain.staff_settings import BadgeRule
from mixer_app.services import badge_queue, events, people
from mixer_app.services.plan_inputs import count_past_rounds
from mixer_app.services.settings import event_settings
from mixer_app.services.words import listed, number_in_words
from mixer_app.store import Session, plans, print_jobs


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChange:
    """What became of it; `effect` is a sentence or two about the plan, empty where there is none."""

    attendee: Attendee
    effect: str
    badge: PrintJob | None  # the new badge, where one had been printed


def change_role(
    session: Session, attendee_id: int, role: Role, *, printer: str, station: str, now: datetime
) -> RoleChange:
    """Make someone a mentor, a mentee or both; a badge that says otherwise is printed anew at `printer`.

    `printer` is empty where this station prints nothing. The plan stays as it is until it is made again.
    """
    before = people.get_attendee(session, attendee_id)
    effect = effect_on_plan(session, before, role, now=now)
    after = people.set_role(session, attendee_id, role, station=station, now=now)
    badge = None
    if after.role is not before.role and printer and _has_a_badge(session, after):
        badge = badge_queue.queue_badge(
            session,
            after.event_id,
            attendee_id,
            printer=printer,
            reason=ReprintReason.ROLE_CHANGED.value,
            station=station,
            now=now,
            follows=True,
        )
    return RoleChange(attendee=after, effect=effect, badge=badge)


def effect_on_plan(session: Session, attendee: Attendee, role: Role, *, now: datetime) -> str:
    """What another role would mean for the rounds that are still to come; empty: nothing."""
    plan = plans.latest_plan(session, attendee.event_id)
    if plan is None or role is attendee.role:
        return ""
    past = count_past_rounds(session, events.find_event(session, str(attendee.event_id)), now=now)
    if past >= plan.rounds:
        return ""
    ahead = [meeting for meeting in plan.introductions if meeting.round > past]
    lost = [*_as_mentee(attendee, role, ahead), *_as_mentor(attendee, role, ahead)]
    return " ".join((*lost, *_plan_again(attendee, role, plan, ahead, lost)))


def _as_mentee(attendee: Attendee, role: Role, ahead: Sequence[Introduction]) -> list[str]:
    meetings = [meeting for meeting in ahead if meeting.mentee_id == attendee.id]
    if role.seeks or not meetings:
        return []
    mentors = len({meeting.mentor_id for meeting in meetings})
    loss = "one mentor loses a guest" if mentors == 1 else f"{number_in_words(mentors)} mentors lose a guest"
    return [f"Mentee in {rounds_in_words(_rounds(meetings))} of the plan: {loss}."]


def _as_mentor(attendee: Attendee, role: Role, ahead: Sequence[Introduction]) -> list[str]:
    meetings = [meeting for meeting in ahead if meeting.mentor_id == attendee.id]
    if role.hosts or not meetings:
        return []
    guests = len({meeting.mentee_id for meeting in meetings})
    loss = "one mentee loses a talk" if guests == 1 else f"{number_in_words(guests)} mentees lose a talk"
    return [f"Mentor in {rounds_in_words(_rounds(meetings))} of the plan: {loss}."]


def _plan_again(
    attendee: Attendee, role: Role, plan: Plan, ahead: Sequence[Introduction], lost: Sequence[str]
) -> list[str]:
    """What planning again would bring; nothing for somebody whom the plan does not know and who is not here."""
    planned = attendee.id in {*plan.mentee_ids, *plan.mentor_ids} or any(
        attendee.id in (meeting.mentee_id, meeting.mentor_id) for meeting in ahead
    )
    if not lost and not planned and not attendee.here:
        return []
    return [f"Plan again to seat them as {_AS[role]}."]


_AS = {Role.MENTOR: "a mentor", Role.MENTEE: "a mentee", Role.BOTH: "mentor and mentee"}


def rounds_in_words(rounds: Collection[int]) -> str:
    """`round 2`, `rounds 2 to 5`, `rounds 1, 3 and 4`."""
    numbers = sorted(rounds)
    if len(numbers) == 1:
        return f"round {numbers[0]}"
    if len(numbers) > 2 and all(later == earlier + 1 for earlier, later in pairwise(numbers)):
        return f"rounds {numbers[0]} to {numbers[-1]}"
    return f"rounds {listed([str(number) for number in numbers])}"


def _rounds(meetings: Sequence[Introduction]) -> set[int]:
    return {meeting.round for meeting in meetings}


def _has_a_badge(session: Session, attendee: Attendee) -> bool:
    """Whether a badge with the other role came out or is about to; one that waits gets the new role by itself."""
    if event_settings(session, attendee.event_id).badge_at_check_in is BadgeRule.NEVER:
        return False
    at_printer = (JobState.SENDING, JobState.SPOOLED, JobState.DONE)
    jobs = print_jobs.jobs_of_attendee(session, attendee.id)
    return attendee.badge_printed_at is not None or any(job.state in at_printer for job in jobs)
