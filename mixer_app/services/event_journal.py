"""Changes of an event in the journal: kept field by field, told in words, and taken back."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event, EventPlanning, Need
from mixer_app.services.words import listed
from mixer_app.store import Session, events, journal
from mixer_app.store.codec import rules_from_json, rules_to_json

EVENT_CHANGED: Final = "event changed"

_WORDS: Final = {
    "name": "name of the event",
    "rounds": "rounds",
    "minutes": "minutes of a round",
    "break_minutes": "minutes between rounds",
    "seats": "mentees at a table",
    "venue": "venue",
    "language": "language",
    "contact_email": "contact address",
}
_TIMES: Final = {"starts_at": "first round", "doors_at": "doors"}
_TO_JSON: Final[dict[str, Callable[[Any], Any]]] = {
    "starts_at": datetime.isoformat,
    "doors_at": lambda at: at.isoformat() if at else None,
    "needs": lambda needs: [[need.name, need.sensitive] for need in needs],
    "topics": list,
    "rules": rules_to_json,
}
_FROM_JSON: Final[dict[str, Callable[[Any], Any]]] = {
    "starts_at": datetime.fromisoformat,
    "doors_at": lambda kept: datetime.fromisoformat(kept) if kept else None,
    "needs": lambda kept: tuple(Need(name=name, sensitive=sensitive) for name, sensitive in kept),
    "topics": tuple,
    "rules": rules_from_json,
}
_FIELDS: Final = (*_WORDS, *_TIMES, "needs", "topics", "rules")


def differing(before: EventPlanning, after: EventPlanning) -> dict[str, Any]:
    """The fields of `after` that differ from `before`, by name."""
    return {name: getattr(after, name) for name in _FIELDS if getattr(before, name) != getattr(after, name)}


def put_event_back(session: Session, event_id: int, payload: dict[str, Any]) -> None:
    """Give the event the values from before a change again."""
    event = events.get_event(session, event_id)
    if any(getattr(event, name) != value for name, value in _values(payload["after"]).items()):
        raise MixerError("This was changed again after it. Undo that first.")
    events.change_fields(session, event_id, _values(payload["before"]))


def record_change(
    session: Session,
    before: Event,
    after: Event,
    *,
    station: str,
    now: datetime,
) -> None:
    """Note a change with all that is needed to take it back."""
    names = differing(before, after)
    payload: dict[str, Any] = {"kind": EVENT_CHANGED}
    for key, event in (("before", before), ("after", after)):
        payload[key] = {name: _TO_JSON.get(name, _same)(getattr(event, name)) for name in names}
    journal.record(
        session,
        event_id=after.id,
        station=station,
        at=now,
        what=EVENT_CHANGED,
        sentence=f"Changed {listed(_told(before, after))}",
        payload=payload,
    )


def _values(kept: dict[str, Any]) -> dict[str, Any]:
    return {name: _FROM_JSON.get(name, _same)(value) for name, value in kept.items()}


def _same(value: Any) -> Any:
    return value


def _told(before: Event, after: Event) -> list[str]:
    """What has changed, each in a few words: `the rounds from 5 to 6`."""
    told = [
        _from_to(words, getattr(before, name), getattr(after, name))
        for name, words in _WORDS.items()
        if getattr(before, name) != getattr(after, name)
    ]
    told += [
        f"the {words} to {_moment(at, with_day=after.date != before.date)}"
        if (at := getattr(after, name))
        else f"the {words} to none"
        for name, words in _TIMES.items()
        if getattr(before, name) != getattr(after, name)
    ]
    if before.needs != after.needs:
        told.append(_list_change("needs", [need.name for need in before.needs], [need.name for need in after.needs]))
    if before.topics != after.topics:
        told.append(_list_change("topics", before.topics, after.topics))
    if before.rules != after.rules:
        told.append("how people are matched")
    return told or ["the event"]


def _from_to(words: str, before: object, after: object) -> str:
    if before == "":
        return f"the {words} to {after}"
    return f"the {words} from {before} to {after if after != '' else 'none'}"


def _moment(at: datetime, *, with_day: bool) -> str:
    return f"{at.day} {at:%B}, {at:%H:%M}" if with_day else f"{at:%H:%M}"


def _list_change(kind: str, before: Sequence[str], after: Sequence[str]) -> str:
    came = [name for name in after if name not in before]
    went = [name for name in before if name not in after]
    if len(came) == len(went) == 1:
        return f"the {kind}: {went[0]} is now {came[0]}"
    parts = [f"{words} {listed(names)}" for words, names in (("added", came), ("removed", went)) if names]
    if parts:
        return f"the {kind}: {listed(parts)}"
    return (
        f"the order of {kind}"
        if sorted(before) == sorted(after) and list(before) != list(after)
        else f"which {kind} are private"
    )
