"""Make, find and change events."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from mixer_app.domain.brand import Brand
from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event, EventPlanning
from mixer_app.domain.folding import text_key
from mixer_app.domain.unseen import without_unseen
from mixer_app.services.brand import check_colour, with_kept_logo
from mixer_app.services.evening import follow_event
from mixer_app.services.event_journal import differing, record_change
from mixer_app.store import Session, events, journal, settings


def create_event(
    session: Session, planning: EventPlanning, *, station: str, now: datetime, brand: Brand | None = None
) -> Event:
    """Make an event from what the organizer chose; `MixerError` says what cannot be."""
    planning = replace(planning, **_seen(planning))
    _refuse_nonsense(planning)
    accent = check_colour(brand.accent) if brand is not None else ""
    event = events.add_event(session, planning, now=now)
    if brand is not None:
        look = with_kept_logo(session, event.id, {"accent": accent, "logo": brand.logo})
        settings.write_settings(session, event.id, {key: value or None for key, value in look.items()})
    journal.record(
        session,
        event_id=event.id,
        station=station,
        at=now,
        what="event created",
        sentence=f"Made the event {event.name}",
    )
    return event


def list_events(session: Session) -> list[Event]:
    """Every event, latest first."""
    return events.all_events(session)


def find_event(session: Session, name_or_id: str | None) -> Event:
    """The event with this number or name (any case, a clear beginning is enough); None: the latest."""
    known = list_events(session)
    if not known:
        raise MixerError("There is no event yet. Make one with: mixer-app new NAME --date DATE.")
    if name_or_id is None:
        return known[0]
    wanted = " ".join(name_or_id.split()).casefold()
    by_id = [event for event in known if str(event.id) == wanted.removeprefix("#")]
    equal = [event for event in known if event.name.casefold() == wanted]
    begins = [event for event in known if wanted and event.name.casefold().startswith(wanted)]
    for found in (equal, by_id, begins):
        if len(found) == 1:
            return found[0]
        if found:
            raise MixerError(f"“{name_or_id}” can be several events: {_named(found)}. Give its number.")
    raise MixerError(f"There is no event “{name_or_id}”. Known events: {_named(known)}.")


def update_event(session: Session, event: Event, *, station: str, now: datetime, before: Event | None = None) -> Event:
    """Store what was changed in `event`; can be undone from the journal.

    `before` is the event as someone saw it before the change: only what differs from it is written, so
    that two stations that change two things both have their way. A need or topic with another name at
    the same place is renamed, also for everyone who has chosen it.
    """
    stored = events.get_event(session, event.id)
    changes = differing(before or stored, replace(event, **_seen(event)))
    _refuse_nonsense(replace(stored, **changes))
    _refuse_wrong_lists(changes)
    if not differing(stored, replace(stored, **changes)):
        return stored
    events.change_fields(session, event.id, changes)
    changed = events.get_event(session, event.id)
    if differing(stored, changed):
        record_change(session, stored, changed, station=station, now=now)
        follow_event(session, changed.id, station=station, now=now)
    return changed


def _seen(planning: EventPlanning) -> dict[str, Any]:
    """What was typed, without what nobody sees in it and would do harm on paper, in a table or at a terminal."""
    return {
        **{name: without_unseen(getattr(planning, name)) for name in ("name", "venue", "contact_email")},
        "needs": tuple(replace(need, name=without_unseen(need.name)) for need in planning.needs),
        "topics": tuple(without_unseen(topic) for topic in planning.topics),
    }


def _refuse_wrong_lists(changes: Mapping[str, Any]) -> None:
    for kind, names in (
        ("need", [need.name for need in changes.get("needs", ())]),
        ("topic", list(changes.get("topics", ()))),
    ):
        keys = [text_key(name) for name in names]
        if not all(keys):
            raise MixerError(f"A {kind} has no name. Give it one, or remove it.")
        twice = [name for name, key in zip(names, keys, strict=True) if keys.count(key) > 1]
        if twice:
            raise MixerError(f"“{twice[-1]}” is among the {kind}s twice. Change one of them.")
    address = changes.get("contact_email", "")
    if address and not re.fullmatch(r"[^@\s]+@[^@\s]+", address):
        raise MixerError(f"“{address}” is no e-mail address. It looks like name@example.org.")


def _named(known: list[Event]) -> str:
    return ", ".join(f"{event.name} (#{event.id}, {event.date.isoformat()})" for event in known[:10])


def _refuse_nonsense(planning: EventPlanning) -> None:
    if not planning.name.strip():
        raise MixerError("The event has no name. Give it one.")
    if planning.starts_at.tzinfo is not None or (planning.doors_at and planning.doors_at.tzinfo is not None):
        raise MixerError("The times of an event are the venue's wall clock. Leave the time zone out.")
    if planning.doors_at and planning.doors_at > planning.starts_at:
        raise MixerError("The doors open after the first round begins. Make the doors earlier.")
    for words, value, least, most in (
        ("rounds", planning.rounds, 1, 100),
        ("minutes of a round", planning.minutes, 1, 600),
        ("minutes of the break", planning.break_minutes, 0, 600),
        ("mentees at a table", planning.seats, 1, 100),
    ):
        if not least <= value <= most:
            raise MixerError(f"{value} is not possible for the {words}. Choose from {least} to {most}.")
