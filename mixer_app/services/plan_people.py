"""The people whom a plan names."""

from collections.abc import Sequence

from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Plan
from mixer_app.services import people
from mixer_app.services.plan_inputs import by_id
from mixer_app.store import Session


def attendees_of(session: Session, plan: Plan) -> dict[int, Attendee]:
    """Everyone whom `plan` names, by id, also those who have cancelled since."""
    known: Sequence[Attendee] = people.list_attendees(session, plan.event_id)
    listed = by_id(known)
    named = {*plan.mentee_ids, *plan.mentor_ids, *(person.attendee_id for person in plan.without)}
    named |= {person for meeting in plan.introductions for person in (meeting.mentor_id, meeting.mentee_id)}
    return {**listed, **{missing: people.get_attendee(session, missing) for missing in named - listed.keys()}}
