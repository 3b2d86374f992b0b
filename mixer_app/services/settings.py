"""The settings of an event: badges at the door, and the kiosk."""

from dataclasses import fields, replace
from datetime import datetime
from enum import Enum
from typing import Any, Final

from mixer_app.domain.badge_design import BadgeBlock, BadgePart, SizeStep
from mixer_app.domain.errors import MixerError
from mixer_app.domain.staff_settings import KIOSK_LANGUAGES, EventSettings
from mixer_app.services.brand import check_colour
from mixer_app.services.settings_journal import record_change
from mixer_app.store import Session, events, pictures, settings

_SHORTEST_IDLE: Final = 20
_LONGEST_IDLE: Final = 600
_WORDS: Final = {
    "badge_at_check_in": "badges at check-in",
    "badge_stock": "the label stock of badges",
    "badge_design": "the badge design",
    "badge_back": "the back of badges",
    "badge_back_text": "the text on the back of badges",
    "badge_parts": "what stands on badges",
    "badge_sizes": "the sizes on badges",
    "accent": "the colour of the event",
    "logo": "the logo",
    "kiosk_languages": "the number of kiosk languages",
    "kiosk_role_change": "whether people change their role at the kiosk",
    "second_fact": "what the kiosk asks for",
    "idle_seconds": "the seconds until the kiosk starts over",
    "desk_direction": "where the desk is",
    "badge_place": "where the badge comes out",
}
_LOOK: Final = frozenset({"badge_design", "badge_parts", "badge_sizes", "accent", "logo"})
_UNTOLD: Final = frozenset({"badge_parts", "badge_sizes", "logo"})  # their values say nothing to people


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
    changed = replace(changed, accent=check_colour(changed.accent))
    _refuse_nonsense(changed)
    _refuse_lost_logo(session, event_id, changed)
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
        return "Changed how badges and papers look" if different.keys() <= _LOOK else "Changed the settings"
    name, value = next(iter(different.items()))
    if name in _UNTOLD:
        return f"Removed {_WORDS[name]}" if not value and name == "logo" else f"Changed {_WORDS[name]}"
    words = (
        "yes" if value is True else "no" if value is False else f"{len(value)}" if isinstance(value, list) else value
    )
    return f"Changed {_WORDS[name]} to {' '.join(str(words).split()) or 'none'}"


def _to_json(chosen: EventSettings) -> dict[str, Any]:
    return {one.name: _plain(getattr(chosen, one.name)) for one in fields(EventSettings)}


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _from_json(stored: dict[str, Any]) -> EventSettings:
    """Settings as they were kept; what a newer version wrote and this one does not know has its default."""
    default = EventSettings()
    known: dict[str, Any] = {
        one.name: _READERS.get(one.name, _like)(getattr(default, one.name), stored[one.name])
        for one in fields(EventSettings)
        if stored.get(one.name) is not None
    }
    return EventSettings(**known)


def _like(default: Any, value: Any) -> Any:
    """`value` in the form of `default`."""
    if isinstance(default, Enum):
        words = [member.value for member in type(default)]
        return type(default)(value) if value in words else default
    return value


def _languages(default: tuple[str, ...], value: Any) -> tuple[str, ...]:
    return tuple(one for one in value if one in KIOSK_LANGUAGES) or default


def _parts(default: object, value: Any) -> tuple[BadgePart, ...]:
    return tuple(BadgePart(one) for one in value if one in list(BadgePart))


def _sizes(default: object, value: Any) -> tuple[tuple[BadgeBlock, SizeStep], ...]:
    blocks, steps = list(BadgeBlock), list(SizeStep)
    return tuple((BadgeBlock(block), SizeStep(step)) for block, step in value if block in blocks and step in steps)


_READERS: Final = {"kiosk_languages": _languages, "badge_parts": _parts, "badge_sizes": _sizes}
"""Of settings that are lists: each takes the default and what was kept."""


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
    if len(set(chosen.badge_parts)) < len(chosen.badge_parts):
        raise MixerError("Something would stand on the badge twice. Choose again what stands on it.")


def _refuse_lost_logo(session: Session, event_id: int, chosen: EventSettings) -> None:
    if chosen.logo and pictures.find_picture(session, event_id, chosen.logo) is None:
        raise MixerError("The logo is not there any more. Choose it again.")
