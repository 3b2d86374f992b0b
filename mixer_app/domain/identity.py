"""When two registrations are one person."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from mixer_app.domain.folding import email_key, loose_key, name_key, text_key
from mixer_app.domain.people import Attendee, Registration


class SameBy(StrEnum):
    """What two registrations have in common."""

    EXTERNAL_ID = "number in the registration system"
    EMAIL = "e-mail address"
    NAME_AND_EMPLOYER = "name and employer"
    NAME = "name"


class Match(NamedTuple):
    """Attendees who may be the one of a registration, and by what."""

    by: SameBy
    attendees: tuple[Attendee, ...]


class IdentityIndex:
    """Finds who of ten thousand attendees a registration belongs to, for imports."""

    def __init__(self, attendees: Iterable[Attendee]) -> None:
        self._known: defaultdict[tuple[SameBy, str], list[Attendee]] = defaultdict(list)
        for attendee in attendees:
            self.add(attendee)

    def add(self, attendee: Attendee) -> None:
        """Know one more attendee."""
        for key in _keys(attendee):
            self._known[key].append(attendee)

    def find(self, registration: Registration) -> Match | None:
        """The strongest match: number (unless all else differs), else e-mail, else name and employer, else None."""
        for key in _keys(registration):
            found = [
                one for one in self._known.get(key, ()) if key[0] is not SameBy.EXTERNAL_ID or _agree(registration, one)
            ]
            if len(found) > 1:
                found = [one for one in found if _same_name(registration, one)] or found
            if found:
                return Match(key[0], tuple(found))
        return None


def alike(registration: Registration, attendees: Sequence[Attendee]) -> list[Attendee]:
    """Who of `attendees` may be the same person: same e-mail first, then name and employer, then the name alone.

    Names count as the same without accents, in any order, and with `oe` for `ö`; two different
    employers, or two different e-mail addresses, tell namesakes apart.
    """
    ranked = [(rank, one) for one in attendees if (rank := _likeness(registration, one)) is not None]
    return [one for _, one in sorted(ranked, key=lambda pair: pair[0])]


def _likeness(registration: Registration, other: Attendee) -> int | None:
    same_email = bool(registration.email) and email_key(registration.email) == email_key(other.email)
    if same_email:
        return 0
    if loose_key(registration.name.full) != loose_key(other.name.full):
        return None
    if registration.employer and other.employer:
        return 1 if text_key(registration.employer) == text_key(other.employer) else None
    return None if registration.email and other.email else 2


def _keys(registration: Registration) -> list[tuple[SameBy, str]]:
    keys: list[tuple[SameBy, str]] = []
    if registration.external_id:
        keys.append((SameBy.EXTERNAL_ID, registration.external_id))
    if registration.email:
        keys.append((SameBy.EMAIL, email_key(registration.email)))
    if registration.employer:
        both = f"{name_key(registration.name.full)}\n{text_key(registration.employer)}"
        keys.append((SameBy.NAME_AND_EMPLOYER, both))
    return keys


def _agree(registration: Registration, other: Attendee) -> bool:
    """Whether one number can mean one person here: every system counts from one."""
    if registration.email and email_key(registration.email) == email_key(other.email):
        return True
    return _same_name(registration, other) or not (registration.email and other.email)


def _same_name(registration: Registration, other: Attendee) -> bool:
    return name_key(registration.name.full) == name_key(other.name.full)
