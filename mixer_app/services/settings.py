"""The settings of an event: badges at the door, and the kiosk."""

from dataclasses import fields
from datetime import datetime
from enum import Enum
from typing import Any, Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.staff_settings import KIOSK_LANGUAGES, EventSettings
from mixer_app.services.settings_journal import record_change
from mixer_app.store import Session, events, settings

_SHORTEST_IDLE: Final = 20
_LONGEST_IDLE: Final = 600
_WORDS: Final = {
    "badge_at_check_in": "badges at check-in",
    "badge_stock": "the label stock of badges",
    "badge_design": "the badge design",
    "badge_back": "the back of badges",
    "badge_back_text": "the text on the back of badges",
    "kiosk_languages": "the number of kiosk languages",
    "kiosk_role_change": "whether people change their role at the kiosk",
    "second_fact": "what the kiosk asks for",
    "idle_seconds": "the seconds until the kiosk starts over",
    "desk_direction": "where the desk is",
    "badge_place": "where the badge comes out",
}


def event_settings(session: Session, event_id: int) -> EventSettings:
    """The settings of an event; what nobody has set has its default."""
    return _from_json(settings.read_settings(session, event_id))


def change_event_settings(
    session: Session, event_id: int, changed: EventSettings, *, station: str, now: datetime
) -> EventSettings:
    """Make these the settings of an event; `MixerError` says what cannot be. Can be undone from the journal.

    Only what differs from the present settings is written, so that two stations that change two things
    both have their way.
    """
    _refuse_nonsense(changed)
    events.get_event(session, event_id)
    stored = settings.read_settings(session, event_id)
    before, after = _to_json(_from_json(stored)), _to_json(changed)
    different = {key: value for key, value in after.items() if value != before[key]}
    if different:
        settings.write_settings(session, event_id, different)
        record_change(
            session, event_id, {key: stored.get(key) for key in different}, different, station=station, now=now,
            sentence=_told(different),
        )  # fmt: skip
    return event_settings(session, event_id)


def _told(different: dict[str, Any]) -> str:
    if len(different) > 1:
        return "Changed the settings"
    name, value = next(iter(different.items()))
    words = (
        "yes" if value is True else "no" if value is False else f"{len(value)}" if isinstance(value, list) else value
    )
    return f"Changed {_WORDS[name]} to {' '.join(str(words).split()) or 'none'}"


def _to_json(chosen: EventSettings) -> dict[str, Any]:
    return {one.name: _plain(getattr(chosen, one.name)) for one in fields(EventSettings)}


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def _from_json(stored: dict[str, Any]) -> EventSettings:
    """Settings as they were kept; what a newer version wrote and this one does not know has its default."""
    default = EventSettings()
    known = {
        one.name: _like(getattr(default, one.name), stored[one.name])
        for one in fields(EventSettings)
        if stored.get(one.name) is not None
    }
    return EventSettings(**known)


def _like(default: Any, value: Any) -> Any:
    """`value` in the form of `default`."""
    if isinstance(default, Enum):
        words = [member.value for member in type(default)]
        return type(default)(value) if value in words else default
    if isinstance(default, tuple):
        return tuple(one for one in value if one in KIOSK_LANGUAGES) or default
    return value


def _refuse_nonsense(chosen: EventSettings) -> None:
    unknown = [code for code in chosen.kiosk_languages if code not in KIOSK_LANGUAGES]
    if unknown:
        raise MixerError(f"The kiosk does not speak “{unknown[0]}”. Choose from {', '.join(KIOSK_LANGUAGES)}.")
    if not chosen.kiosk_languages or len(set(chosen.kiosk_languages)) < len(chosen.kiosk_languages):
        raise MixerError("The kiosk needs at least one language, and each only once. Choose them again.")
    if not _SHORTEST_IDLE <= chosen.idle_seconds <= _LONGEST_IDLE:
        raise MixerError(
            f"{chosen.idle_seconds} seconds without a touch are not possible. "
            f"Choose from {_SHORTEST_IDLE} to {_LONGEST_IDLE}."
        )
    if not chosen.badge_design.strip():
        raise MixerError("No badge design is chosen. Choose one.")
