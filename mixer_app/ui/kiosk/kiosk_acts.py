"""What a kiosk reads and writes, each in one transaction."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from mixer_app.domain.answers import Answer, KioskAnswerSheet
from mixer_app.domain.errors import ConnectionLostError
from mixer_app.domain.events import Event
from mixer_app.domain.kiosk_person import FirstSeat, KioskAnswers, KioskPerson
from mixer_app.domain.print_jobs import PrintJob
from mixer_app.domain.staff_settings import BadgeRule, EventSettings
from mixer_app.services.badge_queue import queue_badge
from mixer_app.services.check_in import CheckInStatus
from mixer_app.services.events import find_event
from mixer_app.services.kiosk import (
    KioskIndex,
    check_fact,
    confirm_at_kiosk,
    first_seat,
    kiosk_person,
    whose_code,
)
from mixer_app.services.kiosk_answers import kiosk_answer_sheet
from mixer_app.services.people import get_attendee, list_attendees
from mixer_app.services.settings import event_settings
from mixer_app.services.stand_in import is_stand_in

if TYPE_CHECKING:
    from mixer_app.services.database import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskSetup:
    """The event as its kiosks need it."""

    event: Event
    settings: EventSettings

    @property
    def prints_badges(self) -> bool:
        """Whether a check-in brings a badge at all."""
        return self.settings.badge_at_check_in is not BadgeRule.NEVER


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """Someone who has shown who they are."""

    person: KioskPerson
    seat: FirstSeat | None
    prints: bool  # whether a check-in brings a badge, as the event's rule has it
    has_badge: bool = False  # it was printed before
    met: KioskAnswerSheet | None = None  # whom they can answer about; None: nobody yet


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where somebody was checked in a moment before, and for how many seconds they have been."""

    station: str
    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """Someone who is in now; `elsewhere`: another station was quicker."""

    seat: FirstSeat | None
    elsewhere: Elsewhere | None
    job: PrintJob | None


@dataclass(frozen=True, slots=True)
class TalkNote:
    """What somebody says of one talk beside their answer."""

    note: str = ""
    helped: int | None = None
    refer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitAnswer:
    """One answer with what may go with it; None: not said."""

    partner_id: int
    answer: Answer
    note: str | None = None
    helped: int | None = None
    refer: bool | None = None  # the mentor thinks that someone else would suit the mentee better


def load_setup(session: "Session", event_id: int) -> KioskSetup:
    """Event and settings."""
    return KioskSetup(event=find_event(session, str(event_id)), settings=event_settings(session, event_id))


def load_index(session: "Session", event_id: int) -> KioskIndex:
    """Everyone who can be found by name."""
    return KioskIndex(list_attendees(session, event_id))


def recognise_code(session: "Session", event_id: int, code: str, *, now: datetime) -> Recognised | None:
    """Whose code it is; None: nobody's."""
    found = whose_code(session, event_id, code)
    return _recognised(session, event_id, found.id, now) if found is not None else None


def recognise_by_fact(
    session: "Session", event_id: int, attendee_id: int, typed: str, *, station: str, now: datetime
) -> Recognised | None:
    """The person, if the second fact is theirs; a wrong one is counted."""
    right = check_fact(session, attendee_id, typed, station=station, now=now)
    return _recognised(session, event_id, attendee_id, now) if right else None


def admit(
    session: "Session",
    event_id: int,
    attendee_id: int,
    answers: KioskAnswers,
    *,
    printer: str,
    station: str,
    now: datetime,
    request_id: str,
) -> Admitted:
    """Keep the answers, check in, and queue the badge: all or nothing. Without a printer there is no badge.

    Without the server answers wait: whoever changed something sees the desk.
    """
    if is_stand_in(session) and answers != KioskAnswers():
        raise ConnectionLostError("Without a connection nothing but a check-in can be kept.")
    result = confirm_at_kiosk(session, event_id, attendee_id, answers, station=station, now=now, request_id=request_id)
    check_in, elsewhere = result.check_in, None
    if check_in.status is CheckInStatus.ALREADY:
        seconds = (now - check_in.at).total_seconds() if check_in.at is not None else 0.0
        elsewhere = Elsewhere(check_in.where, max(0, round(seconds)))
    job = None
    if printer and elsewhere is None:
        job = queue_badge(
            session, event_id, attendee_id, printer=printer, station=station, now=now, request_id=request_id
        )
    return Admitted(seat=result.first_seat, elsewhere=elsewhere, job=job)


def _recognised(session: "Session", event_id: int, attendee_id: int, now: datetime) -> Recognised:
    rule = event_settings(session, event_id).badge_at_check_in
    has_badge = get_attendee(session, attendee_id).badge_printed_at is not None
    person = kiosk_person(session, attendee_id)
    away = is_stand_in(session)
    here = person.already_at is not None
    met = kiosk_answer_sheet(session, event_id, attendee_id, now=now) if here and not away else None
    return Recognised(
        person=_only_to_confirm(person) if away else person,
        seat=first_seat(session, event_id, attendee_id, now=now),
        prints=rule is BadgeRule.ALWAYS or (rule is BadgeRule.ONCE and not has_badge),
        has_badge=has_badge,
        met=met if met and met.lines else None,
    )


def _only_to_confirm(person: KioskPerson) -> KioskPerson:
    """Without the server nothing is asked that could not be kept."""
    return replace(
        person,
        role_may_change=False,
        need_choices=(),
        topic_choices=(),
        most_topics=0,
        masked_email="",
        masked_phone="",
    )
