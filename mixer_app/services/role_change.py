"""A role changed on the spot: what it means for the plan, in words, and the badge that is printed anew."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Introduction, Plan
from mixer_app.domain.print_jobs import PrintJob
from mixer_app.domain.roles import Role
from mixer_app.services import events, people
from mixer_app.services.plan_inputs import count_past_rounds
from mixer_app.services.role_badge import SettledBadge, settle_badge
from mixer_app.services.words import listed, number_in_words
from mixer_app.store import Session, plans


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChange:
    """What became of it; `effect` is a sentence or two about the plan, empty where there is none."""

    attendee: Attendee
    effect: str
    badge: PrintJob | None  # the new badge, where one had been printed
    badge_told: str = ""  # what becomes of the badge; empty: nothing has to be done


def change_role(
    session: Session, attendee_id: int, role: Role, *, printer: str, station: str, now: datetime
) -> RoleChange:
    """Make someone a mentor, a mentee or both; a badge that says otherwise is printed anew at `printer`.

    `printer` is empty where this station prints nothing: then it is told that the badge is wrong. The plan stays as
    it is until it is made again.
    """
    before = people.get_attendee(session, attendee_id)
    effect = effect_on_plan(session, before, role, now=now)
    after = people.set_role(session, attendee_id, role, station=station, now=now)
    settled = SettledBadge()
    if after.role is not before.role:
        settled = settle_badge(session, attendee_id, printer=printer, station=station, now=now)
    return RoleChange(attendee=after, effect=effect, badge=settled.job, badge_told=settled.sentence)


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
