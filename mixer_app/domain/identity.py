"""When two registrations are one person."""

from collections.abc import Sequence

from mixer_app.domain.folding import email_key, loose_key, text_key
from mixer_app.domain.people import Attendee, Registration


def alike(registration: Registration, attendees: Sequence[Attendee]) -> list[Attendee]:
    """Who of `attendees` may be the same person: same e-mail first, then name and employer, then the name alone.

    Names count as the same without accents, in any order, and with `oe` for `ö`; two different
    employers, or two different e-mail addresses, tell namesakes apart.
    """
    ranked = [(rank, one) for one in attendees if (rank := _likeness(registration, one)) is not None]
    return [one for _, one in sorted(ranked, key=lambda pair: pair[0])]


def _likeness(registration: Registration, other: Attendee) -> int | None:
    if registration.email and email_key(registration.email) in map(email_key, other.emails):
        return 0
    if loose_key(registration.name.full) != loose_key(other.name.full):
        return None
    if registration.employer and other.employer:
        return 1 if text_key(registration.employer) == text_key(other.employer) else None
    return None if registration.email and other.email else 2
