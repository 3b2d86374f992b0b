"""The second fact: what someone who typed a name is asked, so that it is their own."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from mixer_app.domain.folding import email_key, fold, words_of
from mixer_app.domain.people import Attendee
from mixer_app.domain.staff_settings import SecondFact
from mixer_app.services.settings import event_settings
from mixer_app.store import Session, attendees, standing, wrong_tries

MOST_WRONG: Final = 5
WITHIN: Final = timedelta(minutes=10)

_LENGTH: Final = {SecondFact.PHONE_DIGITS: 4, SecondFact.EMAIL_START: 3, SecondFact.EMPLOYER_START: 3}


@dataclass(frozen=True, slots=True)
class SecondFactQuestion:
    """What to ask of someone; `kind` is None when nothing is known that could be asked: the desk then."""

    kind: SecondFact | None
    length: int = 0  # digits or letters that are asked for


def second_fact_of(session: Session, attendee_id: int) -> SecondFactQuestion:
    """What the kiosk asks of this attendee: what the event chose, else what else is known."""
    attendee = attendees.get_attendee(session, attendee_id)
    kind = _kind(session, attendee)
    return SecondFactQuestion(kind, _LENGTH[kind]) if kind is not None else SecondFactQuestion(None)


def check_fact(session: Session, attendee_id: int, typed: str, *, station: str, now: datetime) -> bool:
    """Whether `typed` is the second fact of this attendee; more of it than was asked must be right, too.

    A wrong one is counted, so call it in a transaction that writes: after five within ten minutes, at
    whatever kiosk, every answer is wrong until the first of them is ten minutes old.
    """
    standing.lock_attendee(session, attendee_id)
    attendee = attendees.get_attendee(session, attendee_id)
    recent = [at for at in wrong_tries.wrong_facts(session, attendee_id, now=now) if at > now - WITHIN]
    if len(recent) >= MOST_WRONG:
        return False
    kind = _kind(session, attendee)
    if kind is not None and _is_right(kind, attendee, typed):
        wrong_tries.forget_wrong_facts(session, attendee_id)
        return True
    if typed.strip():
        wrong_tries.add_wrong_try(session, attendee_id, station=station, at=now)
    return False


def _kind(session: Session, attendee: Attendee) -> SecondFact | None:
    wanted = event_settings(session, attendee.event_id).second_fact
    order = (wanted, *(kind for kind in SecondFact if kind is not wanted))
    return next((kind for kind in order if _is_known(kind, attendee)), None)


def _is_known(kind: SecondFact, attendee: Attendee) -> bool:
    if kind is SecondFact.EMAIL_START and "@" not in attendee.email:
        return False
    return len(_whole(kind, attendee)) >= _LENGTH[kind]


def _is_right(kind: SecondFact, attendee: Attendee, typed: str) -> bool:
    given = _plain(kind, typed)
    if kind is SecondFact.EMAIL_START:
        return any(_begins_as_written(email, typed) or _begins(email, given) for email in attendee.emails)
    whole = _whole(kind, attendee)
    if len(given) < _LENGTH[kind]:
        return False
    return whole.endswith(given) if kind is SecondFact.PHONE_DIGITS else whole.startswith(given)


def _begins_as_written(email: str, typed: str) -> bool:
    """Whether the signs of an address are counted like its letters, as people do: `s.a` of `s.aaltonen@…`."""
    given = email_key(typed)
    return len(given) >= _LENGTH[SecondFact.EMAIL_START] and email_key(email).startswith(given)


def _begins(email: str, given: str) -> bool:
    kind = SecondFact.EMAIL_START
    return len(given) >= _LENGTH[kind] and _plain(kind, email).startswith(given)


def _whole(kind: SecondFact, attendee: Attendee) -> str:
    texts = {
        SecondFact.PHONE_DIGITS: attendee.phone,
        SecondFact.EMAIL_START: attendee.email,
        SecondFact.EMPLOYER_START: attendee.employer,
    }
    return _plain(kind, texts[kind])


def _plain(kind: SecondFact, text: str) -> str:
    """Digits of a number in whatever script; else letters and digits without case, accents and blanks."""
    if kind is SecondFact.PHONE_DIGITS:
        return "".join(str(int(letter)) for letter in text if letter.isdecimal())
    if kind is SecondFact.EMAIL_START:
        return "".join(letter for letter in fold(email_key(text)) if letter.isalnum())
    return "".join(words_of(text))
