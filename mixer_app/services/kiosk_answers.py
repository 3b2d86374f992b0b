"""Answering at the kiosk: whom one has met, one tap each. Nothing here tells what anybody has answered."""

from datetime import datetime

from mixer_app.domain.answers import Answer, AnswerSource, KioskAnswerLine, KioskAnswerSheet
from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import Status
from mixer_app.services.answer_sheets import role_in
from mixer_app.services.answers import record_answer
from mixer_app.services.plan_inputs import count_past_rounds
from mixer_app.store import Session, answers, attendees, events, meetings, seats


def kiosk_answer_sheet(session: Session, event_id: int, attendee_id: int, *, now: datetime) -> KioskAnswerSheet:
    """Whom someone has met so far, the newest round first: rounds that have begun, of a plan that was published.

    Whom staff noted as missing is left out. Of the person's own answers it tells only that there is one: the
    badge may be in another's hand. `MixerError` for someone of another event, or who cancelled.
    """
    person = attendees.get_attendee(session, attendee_id)
    if person.event_id != event_id or person.status is Status.CANCELLED:
        raise MixerError(f"{person.name.full} is not registered for this event. See the desk.")
    begun = count_past_rounds(session, events.get_event(session, event_id), now=now)
    published = seats.published_plan(session, event_id) is not None
    answered = answers.answered_by(session, attendee_id)
    lines: dict[int, KioskAnswerLine] = {}
    met = [
        one
        for one in meetings.met_by(session, event_id, attendee_id)
        if one.took_place is not False and (one.round == 0 or (published and one.round <= begun))
    ]
    known = {one.id: one for one in attendees.get_attendees(session, [one.partner_of(attendee_id) for one in met])}
    for one in sorted(met, key=lambda one: -one.round):
        partner = known[one.partner_of(attendee_id)]
        line = KioskAnswerLine(
            partner_id=partner.id,
            name=partner.name,
            role=role_in(one, partner.id),
            employer=partner.employer,
            round=one.round,
            table=one.table,
            answered=partner.id in answered,
        )
        lines.setdefault(partner.id, line)
    return KioskAnswerSheet(attendee_id=person.id, name=person.name, role=person.role, lines=tuple(lines.values()))


def answer_at_kiosk(
    session: Session,
    event_id: int,
    attendee_id: int,
    partner_id: int,
    answer: Answer,
    *,
    note: str | None = None,
    helped: int | None = None,
    refer: bool | None = None,
    station: str,
    now: datetime,
) -> None:
    """Keep one tap at once; the same tap again changes nothing. See `answers.record_answer`.

    `refer` is a mentor's "better with someone else"; staff say with whom (`referrals.wants_to_refer`).
    """
    record_answer(
        session,
        event_id,
        attendee_id,
        partner_id,
        answer,
        refer=refer,
        note=note,
        helped=helped,
        source=AnswerSource.KIOSK,
        station=station,
        now=now,
    )
