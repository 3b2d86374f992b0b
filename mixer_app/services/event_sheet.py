"""All that can be set for an event, read at once, and what a change of the rounds means for a plan."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from mixer_app.domain.brand import Brand
from mixer_app.domain.events import Event
from mixer_app.domain.projector import ProjectorState
from mixer_app.domain.staff_roles import StaffRole
from mixer_app.domain.staff_settings import EventSettings
from mixer_app.services import brand, events, projector, settings, staff_pin
from mixer_app.services.journal import activity
from mixer_app.services.words import counted, listed
from mixer_app.store import Session, journal, plans


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSheet:
    """The event and its settings as they are now."""

    event: Event
    settings: EventSettings
    brand: Brand
    planned_rounds: int | None  # of the latest plan; None: there is none
    pins: frozenset[StaffRole]  # who has one
    projector: ProjectorState


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A change that was written; without an entry it was no change."""

    event: Event
    entry_id: int | None = None
    sentence: str = ""


def read_event_sheet(session: Session, event_id: int) -> EventSheet:
    """Everything in one reading."""
    return EventSheet(
        event=events.find_event(session, str(event_id)),
        settings=settings.event_settings(session, event_id),
        brand=brand.event_brand(session, event_id),
        planned_rounds=plans.latest_rounds(session, event_id),
        pins=frozenset(role for role in StaffRole if staff_pin.has_pin(session, role)),
        projector=projector.projector_state(session, event_id),
    )


def save_event(session: Session, before: Event, changes: Mapping[str, Any], *, station: str, now: datetime) -> Saved:
    """Change these fields of an event that someone saw as `before`."""
    after = replace(before, **changes)
    return _saved(
        session, before.id, lambda: events.update_event(session, after, before=before, station=station, now=now)
    )


def save_settings(session: Session, event_id: int, changes: Mapping[str, Any], *, station: str, now: datetime) -> Saved:
    """Change these settings, and leave what another station has set meanwhile; `logo` is a checked picture or None."""
    changes = brand.with_kept_logo(session, event_id, changes)
    chosen = replace(settings.event_settings(session, event_id), **changes)
    return _saved(
        session,
        event_id,
        lambda: settings.change_event_settings(session, event_id, chosen, station=station, now=now),
    )


def save_projector(
    session: Session, event_id: int, changes: Mapping[str, Any], *, station: str, now: datetime
) -> Saved:
    """Change how the projectors look, by the names in `ProjectorState`."""
    return _saved(
        session, event_id, lambda: projector.change_projector(session, event_id, station=station, now=now, **changes)
    )


def schedule_words(event: Event) -> str:
    """The evening in two short sentences, such as `5 rounds, 19:00 to 19:58. A mentor meets 5 at most`."""
    step = timedelta(minutes=event.minutes + event.break_minutes)
    ends_at = event.starts_at + event.rounds * step - timedelta(minutes=event.break_minutes)
    most = event.rounds * event.seats
    rounds = counted(event.rounds, "round", "rounds")
    return f"{rounds}, {event.starts_at:%H:%M} to {ends_at:%H:%M}. A mentor meets {most} at most."


def plan_words(event: Event, planned_rounds: int | None) -> tuple[str, bool]:
    """What the rounds of the event mean for its plan, and whether somebody has to act."""
    if planned_rounds is None:
        return "", False
    if planned_rounds < event.rounds:
        new = [str(number) for number in range(planned_rounds + 1, event.rounds + 1)]
        one = len(new) == 1
        return (
            f"The plan has {counted(planned_rounds, 'round', 'rounds')}. {'Round' if one else 'Rounds'} {listed(new)} "
            f"{'stays' if one else 'stay'} empty until you plan again.",
            True,
        )
    if planned_rounds > event.rounds:
        gone = [str(number) for number in range(event.rounds + 1, planned_rounds + 1)]
        one = len(gone) == 1
        return (
            f"The plan has {counted(planned_rounds, 'round', 'rounds')}. {'Round' if one else 'Rounds'} {listed(gone)} "
            f"{'has' if one else 'have'} no time any more, and who meets only then meets nobody. Plan again.",
            True,
        )
    return (
        f"There is a plan of {counted(planned_rounds, 'round', 'rounds')}. Other times move it at once; sheets printed "
        "before show the old times. Another number of rounds or seats asks for a new plan.",
        False,
    )


def _saved(session: Session, event_id: int, write: Callable[[], object]) -> Saved:
    newest = journal.latest_number(session)
    write()
    event = events.find_event(session, str(event_id))
    entry = next((one for one in activity(session, event_id, limit=1) if one.id > newest), None)
    return Saved(event=event, entry_id=entry.id, sentence=entry.sentence) if entry else Saved(event=event)
