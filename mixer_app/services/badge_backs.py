"""What stands on the backs of badges: each person's rounds and tables once the plan is out, or a text for all."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mixer_app.domain.paper import BadgeBack, BadgeFace, BadgeRound
from mixer_app.domain.people import Attendee
from mixer_app.domain.staff_settings import BackOfBadge
from mixer_app.services import events
from mixer_app.services.round_times import times_of_rounds
from mixer_app.services.settings import event_settings
from mixer_app.store import Session, seats


def with_backs(
    session: Session, event_id: int, faces: Sequence[BadgeFace], people: Sequence[Attendee]
) -> list[BadgeFace]:
    """The badges of these people with their backs, as the event's settings say.

    Never a partner's name: a badge is read by everybody. Who has no seat, and everybody before the plan is out, gets
    the text.
    """
    chosen = event_settings(session, event_id)
    text = BadgeBack(text=chosen.badge_back_text)
    rounds = _rounds(session, event_id) if chosen.badge_back is BackOfBadge.ROUNDS else {}
    backs = [rounds.get(person.id, text) for person in people]
    return [replace(face, back=back) for face, back in zip(faces, backs, strict=True)]


def _rounds(session: Session, event_id: int) -> Mapping[int, BadgeBack]:
    """The rounds of everyone in the plan that is out."""
    out = seats.published_plan(session, event_id)
    if out is None:
        return {}
    times = times_of_rounds(session, events.find_event(session, str(event_id)))[: out.rounds]
    return {
        person: BadgeBack(
            rounds=tuple(
                BadgeRound(number=one.number, starts_at=one.starts_at, table=of_person.get(one.number)) for one in times
            )
        )
        for person, of_person in seats.tables_of_all(session, out.id).items()
    }
