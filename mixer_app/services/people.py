"""Who is registered: add, change, cancel, and notice doubles."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from random import Random
from typing import Any

from mixer_app.domain.errors import MixerError
from mixer_app.domain.folding import email_key, loose_key
from mixer_app.domain.identity import alike
from mixer_app.domain.people import Attendee, Registration, Status, registration_of
from mixer_app.domain.roles import Role
from mixer_app.domain.unseen import without_unseen
from mixer_app.store import Session, attendees, events, journal, persons, standing
from mixer_app.store.codec import change_to_json
from mixer_app.store.registrations import add_registrations, change_said, replace_registrations
from mixer_app.store.standing import Standing, standing_of

_EDITED = "Changed what {name} said"


def list_attendees(session: Session, event_id: int, *, cancelled: bool = False) -> list[Attendee]:
    """Everybody registered for an event, by family name; those who cancelled only on request."""
    found = attendees.list_attendees(session, event_id, cancelled=cancelled)
    return [one for one in found if one.status is not Status.CANCELLED or may_come_again(one)] if cancelled else found


def get_attendees(session: Session, attendee_ids: Collection[int]) -> list[Attendee]:
    """The attendees with these numbers that exist, also those who cancelled, by family name."""
    return attendees.get_attendees(session, attendee_ids)


def get_attendee(session: Session, attendee_id: int) -> Attendee:
    """One attendee; `MixerError` if there is no such number."""
    return attendees.get_attendee(session, attendee_id)


def add_attendee(
    session: Session,
    event_id: int,
    registration: Registration,
    *,
    station: str,
    now: datetime,
    dice: Random,
    walk_in: bool = False,
    comes_in: bool = False,
) -> Attendee:
    """Register someone for an event; a role is required. Whoever `comes_in` is checked in by the same act."""
    _refuse_incomplete(registration)
    events.get_event(session, event_id)
    (attendee_id,) = add_registrations(session, event_id, [registration], now=now, dice=dice, walk_in=walk_in)
    told = "Registered {name} as a walk-in" if walk_in else "Registered {name}"
    if comes_in:
        came = Standing(status=Status.CHECKED_IN, checked_in_at=now, checked_in_where=station)
        standing.set_standing(session, attendee_id, came, now=now)
        standing.add_check_in(
            session, attendee_id, standing.CheckInAction.CHECKED_IN, at=now, station=station, request_id=None
        )
        told += " and checked them in"
    journal.record(
        session, event_id=event_id, attendee_id=attendee_id, station=station, at=now, what="added", sentence=told
    )
    return get_attendee(session, attendee_id)


def edit_attendee(
    session: Session,
    attendee_id: int,
    registration: Registration,
    *,
    station: str,
    now: datetime,
    sentence: str = _EDITED,
) -> Attendee:
    """Replace what an attendee said; a role that is None stays as it is. `sentence` tells it in the journal."""
    _refuse_without_name(registration)
    standing.lock_attendee(session, attendee_id)
    attendee = get_attendee(session, attendee_id)
    replace_registrations(session, attendee.event_id, {attendee_id: registration}, now=now)
    changed = get_attendee(session, attendee_id)
    before, after = registration_of(attendee), registration_of(changed)
    if after != before:
        journal.record(
            session,
            event_id=attendee.event_id,
            attendee_id=attendee_id,
            station=station,
            at=now,
            what="edited",
            sentence=sentence,
            payload=change_to_json(before, after),
        )
    return changed


def change_some(session: Session, attendee_id: int, said: Mapping[str, Any], *, station: str, now: datetime) -> None:
    """Change only these fields of what an attendee said: topics, needs, what may be shared.

    Unlike `edit_attendee` this is for stations as well that do not see the rest.
    """
    standing.lock_attendee(session, attendee_id)
    attendee = get_attendee(session, attendee_id)
    before = registration_of(attendee)
    changed = {name: value for name, value in said.items() if getattr(before, name) != value}
    if not changed:
        return
    change_said(session, attendee.event_id, attendee_id, replace(before, **changed), changed.keys(), now=now)
    kept = change_to_json(before, replace(before, **changed))
    journal.record(
        session,
        event_id=attendee.event_id,
        attendee_id=attendee_id,
        station=station,
        at=now,
        what="edited",
        sentence=_EDITED,
        payload={side: {name: whole[name] for name in changed} for side, whole in kept.items()},
    )


def set_role(session: Session, attendee_id: int, role: Role, *, station: str, now: datetime) -> Attendee:
    """Make someone a mentor, a mentee, or both."""
    standing.lock_attendee(session, attendee_id)
    before = get_attendee(session, attendee_id)
    if before.role is role:
        return before
    standing.set_role(session, attendee_id, role, now=now)
    journal.record(
        session,
        event_id=before.event_id,
        attendee_id=attendee_id,
        station=station,
        at=now,
        what="role changed",
        sentence=f"Made {{name}} {_ROLE_WORDS[role]}",
        payload={"before": before.role.value, "after": role.value},
    )
    return get_attendee(session, attendee_id)


def cancel_attendee(session: Session, attendee_id: int, *, station: str, now: datetime) -> None:
    """Take someone out of the event; can be undone from the journal. Twice is once."""
    standing.lock_attendee(session, attendee_id)
    before = get_attendee(session, attendee_id)
    if before.status is not Status.CANCELLED:
        told = ("cancelled", "Cancelled {name}")
        _give_standing(session, before, Status.CANCELLED, told, station=station, now=now)


def register_again(session: Session, attendee_id: int, *, station: str, now: datetime) -> Attendee:
    """Take a cancelled registration up again, with all that it had. Twice is once."""
    standing.lock_attendee(session, attendee_id)
    before = get_attendee(session, attendee_id)
    if before.status is not Status.CANCELLED or before.merged_into is not None:
        return before
    told = ("registered again", "Registered {name} again")
    _give_standing(session, before, Status.REGISTERED, told, station=station, now=now)
    return get_attendee(session, attendee_id)


def may_come_again(attendee: Attendee) -> bool:
    """Whether a cancelled registration is somebody's still: not of who was merged or forgotten."""
    return attendee.merged_into is None and attendee.forgotten_at is None


def possible_doubles(session: Session, event_id: int, registration: Registration) -> list[Attendee]:
    """Who of the event may be the same person, likest first: same e-mail, or same name and employer."""
    words, address = loose_key(registration.name.full).split(), email_key(registration.email)
    near = attendees.get_attendees(session, attendees.ids_alike(session, event_id, words, address))
    return alike(registration, [one for one in near if one.status is not Status.CANCELLED])


def known_people_count(session: Session) -> int:
    """How many people the database knows, over all events."""
    return persons.count_persons(session)


_ROLE_WORDS = {Role.MENTOR: "a mentor", Role.MENTEE: "a mentee", Role.BOTH: "mentor and mentee"}


def _give_standing(
    session: Session, before: Attendee, status: Status, told: tuple[str, str], *, station: str, now: datetime
) -> None:
    """Give someone another status, and note it as `told` with what takes it back."""
    standing.set_standing(session, before.id, Standing(status=status), now=now)
    journal.record(
        session,
        event_id=before.event_id,
        attendee_id=before.id,
        station=station,
        at=now,
        what=told[0],
        sentence=told[1],
        payload={"before": standing_of(before).to_json()},
    )


def _refuse_incomplete(registration: Registration) -> None:
    _refuse_without_name(registration)
    if registration.role is None:
        raise MixerError(f"It is not said whether {registration.name.full} is a mentor or a mentee. Choose one.")


def _refuse_without_name(registration: Registration) -> None:
    if not without_unseen(registration.name.full).strip():
        raise MixerError("The name is empty. Type the name of the person.")
