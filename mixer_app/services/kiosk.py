"""The kiosk: find oneself, show that it is oneself, confirm, be checked in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mixer_app.domain.desk_calls import DeskCall, DeskReason
from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event, Need
from mixer_app.domain.folding import text_key
from mixer_app.domain.kiosk_person import MOST_TOPICS, FirstSeat, KioskAnswers, KioskPerson, SeatMentor
from mixer_app.domain.people import Attendee, Status
from mixer_app.services.check_in import CheckInResult, check_in
from mixer_app.services.desk_calls import answer_desk_call, call_desk, open_desk_calls
from mixer_app.services.kiosk_facts import SecondFactQuestion, check_fact, second_fact_of
from mixer_app.services.kiosk_mask import mask_email, mask_phone
from mixer_app.services.kiosk_search import KioskHits, KioskIndex, MaskedHit
from mixer_app.services.kiosk_seat import first_seat, is_plan_out
from mixer_app.services.people import change_some, set_role
from mixer_app.services.settings import event_settings
from mixer_app.store import Session, attendees, events, standing

__all__ = [
    "DeskCall",
    "DeskReason",
    "FirstSeat",
    "KioskAnswers",
    "KioskHits",
    "KioskIndex",
    "KioskPerson",
    "KioskResult",
    "MaskedHit",
    "SeatMentor",
    "SecondFactQuestion",
    "answer_desk_call",
    "call_desk",
    "check_fact",
    "confirm_at_kiosk",
    "first_seat",
    "kiosk_person",
    "open_desk_calls",
    "second_fact_of",
    "whose_code",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskResult:
    """What became of a confirmation; a badge is asked for elsewhere, in the same transaction."""

    check_in: CheckInResult
    first_seat: FirstSeat | None
    plan_out: bool  # without a seat: whether that is because no plan is out yet
    role_changed: bool


def whose_code(session: Session, event_id: int, code: str) -> Attendee | None:
    """Whose badge code was scanned; None: nobody's at this event. No second fact is needed then."""
    from mixer_app.domain.badge_code import parse_badge_code

    known = parse_badge_code(code)
    found = attendees.with_code(session, event_id, known) if known else []
    return found[0] if found else None


def kiosk_person(session: Session, attendee_id: int) -> KioskPerson:
    """What the kiosk shows someone of themselves, after a scan or a right second fact."""
    person = attendees.get_attendee(session, attendee_id)
    event = events.get_event(session, person.event_id)
    share_email, share_phone = _shares(person)
    return KioskPerson(
        attendee_id=person.id,
        code=person.code,
        name=person.name,
        employer=person.employer,
        title=person.title,
        role=person.role,
        role_may_change=event_settings(session, event.id).kiosk_role_change,
        need_choices=_need_choices(event, person),
        topic_choices=_with(event.topics, (*person.topics_wanted, *person.topics_offered)),
        needs_wanted=person.needs_wanted,
        needs_offered=person.needs_offered,
        topics_wanted=person.topics_wanted,
        topics_offered=person.topics_offered,
        most_topics=max(MOST_TOPICS, len(person.topics_wanted)),
        masked_email=mask_email(person.email),
        masked_phone=mask_phone(person.phone),
        share_email=share_email,
        share_phone=share_phone,
        already_at=person.checked_in_at if person.here else None,
        already_where=person.checked_in_where if person.here else "",
        cancelled=person.status is Status.CANCELLED,
    )


def confirm_at_kiosk(
    session: Session,
    event_id: int,
    attendee_id: int,
    answers: KioskAnswers,
    *,
    station: str,
    now: datetime,
    request_id: str,
) -> KioskResult:
    """Keep what someone confirmed and check them in, as one step; the same `request_id` again does nothing more.

    Someone who was checked in elsewhere meanwhile keeps that check-in (`ALREADY`, with when and where); what
    they said here counts. `MixerError` says what cannot be, such as a registration that was cancelled.
    """
    standing.lock_attendee(session, attendee_id)
    person = attendees.get_attendee(session, attendee_id)
    if person.event_id != event_id:
        raise MixerError(f"{person.name.full} is registered for another event. See the desk.")
    role_changed = False
    if standing.answered_request(session, request_id) is None:
        role_changed = _keep_role(session, person, answers, station=station, now=now)
        if said := _said(session, person, answers):  # most people touch one button only
            change_some(session, attendee_id, said, station=station, now=now)
    result = check_in(session, event_id, person.code, station=station, now=now, request_id=request_id)
    return KioskResult(
        check_in=result,
        first_seat=first_seat(session, event_id, attendee_id, now=now),
        plan_out=is_plan_out(session, event_id),
        role_changed=role_changed,
    )


def _keep_role(session: Session, person: Attendee, answers: KioskAnswers, *, station: str, now: datetime) -> bool:
    """Whether the role changed; the desk is told."""
    if answers.role is None or answers.role is person.role:
        return False
    if not event_settings(session, person.event_id).kiosk_role_change:
        raise MixerError("The role cannot be changed at the kiosk. See the desk.")
    set_role(session, person.id, answers.role, station=station, now=now)
    call_desk(session, person.event_id, person.id, DeskReason.ROLE_CHANGED, station=station, now=now)
    return True


def _said(session: Session, person: Attendee, answers: KioskAnswers) -> dict[str, Any]:
    """What the attendee says now, by field; the role is seen to elsewhere."""
    event = events.get_event(session, person.event_id)
    needs = {text_key(need.name) for need in _need_choices(event, person)}
    topics = {text_key(topic) for topic in (*event.topics, *person.topics_wanted, *person.topics_offered)}
    chosen: dict[str, Any] = {}
    for name, choices, kind in (
        ("needs_wanted", needs, "need"),
        ("needs_offered", needs, "need"),
        ("topics_wanted", topics, "topic"),
        ("topics_offered", topics, "topic"),
    ):
        said: tuple[str, ...] | None = getattr(answers, name)
        if said is not None:
            chosen[name] = _checked(said, choices, kind)
    if len(chosen.get("topics_wanted", ())) > max(MOST_TOPICS, len(person.topics_wanted)):
        raise MixerError(f"More than {MOST_TOPICS} topics are chosen. Take one away first.")
    return chosen | _consent(person, answers)


def _consent(person: Attendee, answers: KioskAnswers) -> dict[str, bool | None]:
    """What may be shared: only a switch that was touched says anything, and a yes to either is a yes."""
    before = _shares(person)
    email = before[0] if answers.share_email is None else answers.share_email
    phone = before[1] if answers.share_phone is None else answers.share_phone
    if (email, phone) == before:
        return {}
    return {
        "contact_consent": email or phone,
        "email_consent": email if person.email else person.email_consent,
        "phone_consent": phone if person.phone else person.phone_consent,
    }


def _shares(person: Attendee) -> tuple[bool, bool]:
    """Whether the switches for e-mail and phone are on: both off unless the person agreed before."""
    agreed = person.contact_consent is True
    known = bool(person.email), bool(person.phone)
    return (
        agreed and known[0] and person.email_consent is not False,
        agreed and known[1] and person.phone_consent is not False,
    )


def _checked(said: tuple[str, ...], choices: set[str], kind: str) -> tuple[str, ...]:
    once = tuple(dict.fromkeys(said))
    unknown = next((one for one in once if text_key(one) not in choices), None)
    if unknown is not None:
        raise MixerError(f"“{unknown}” is no {kind} of this event any more. Choose again.")
    return once


def _need_choices(event: Event, person: Attendee) -> tuple[Need, ...]:
    listed = {text_key(need.name): need for need in event.needs}
    own = (Need(name=name) for name in (*person.needs_wanted, *person.needs_offered))
    return tuple((listed | {text_key(need.name): need for need in own if text_key(need.name) not in listed}).values())


def _with(listed: Iterable[str], own: Iterable[str]) -> tuple[str, ...]:
    """The organizer's terms, then those that came with the person, each once however it is spelled."""
    found: dict[str, str] = {}
    for name in (*listed, *own):
        found.setdefault(text_key(name), name)
    return tuple(found.values())
