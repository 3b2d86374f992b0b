"""A plan for other programs: the JSON of the `plan` command."""

from mixer_app.domain.people import Attendee
from mixer_app.domain.plan_edits import PlanChange
from mixer_app.domain.plans import Introduction, Plan
from mixer_app.services import people
from mixer_app.services.plan_changes import changes_since_previous
from mixer_app.services.plan_people import attendees_of
from mixer_app.store import Session


def plan_as_json(session: Session, plan: Plan) -> dict[str, object]:
    """The plan with people as badge codes and names; keys are a contract with other programs."""
    attendees, changes = attendees_of(session, plan), changes_since_previous(session, plan)
    named = {person for one in changes for person in (one.attendee_id, one.from_mentor_id, one.to_mentor_id) if person}
    attendees |= {missing: people.get_attendee(session, missing) for missing in named - attendees.keys()}
    return {
        "rounds": plan.rounds,
        "introductions": [_introduction(meeting, attendees) for meeting in plan.introductions],
        "quality": quality_as_json(plan),
        "without": [
            {"attendee": attendees[person.attendee_id].code, "reason": person.reason} for person in plan.without
        ],
        "changes": [_change(change, attendees) for change in changes],
    }


def quality_as_json(plan: Plan) -> dict[str, object]:
    """The figures of a plan that other programs may rely on."""
    quality = plan.quality
    return {
        "meetings": quality.meetings,
        "fewest": quality.fewest,
        "strong_mentees": quality.strong_mentees,
        "total_score": round(quality.total_score, 4),
        "optimal": quality.optimal,
        "bound_meetings": quality.bound_meetings,
        "bound_score": round(quality.bound_score, 4),
    }


def _change(change: PlanChange, attendees: dict[int, Attendee]) -> dict[str, object]:
    person = attendees[change.attendee_id]
    return {
        "attendee": person.code,
        "name": person.name.full,
        "round": change.round,
        "from_table": change.from_table,
        "to_table": change.to_table,
        "from_mentor": attendees[change.from_mentor_id].code if change.from_mentor_id else None,
        "to_mentor": attendees[change.to_mentor_id].code if change.to_mentor_id else None,
        "why": change.why,
    }


def _introduction(meeting: Introduction, attendees: dict[int, Attendee]) -> dict[str, object]:
    mentor, mentee = attendees[meeting.mentor_id], attendees[meeting.mentee_id]
    return {
        "round": meeting.round,
        "table": meeting.table,
        "mentor": mentor.code,
        "mentee": mentee.code,
        "mentor_name": mentor.name.full,
        "mentee_name": mentee.name.full,
        "score": round(meeting.score, 4),
        "reasons": list(meeting.reasons),
    }
