"""What is left of an event whose people were erased: its figures, kept once and never counted again."""

from dataclasses import asdict, fields, is_dataclass
from datetime import date, datetime
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from mixer_app.domain.paper import EventReport
from mixer_app.domain.programme import ContactFigures
from mixer_app.services.safe_figures import safe_count, safe_part, safe_report
from mixer_app.store import Session, settings
from mixer_app.store.forgotten import forgotten_events

_REPORT: Final = "figures of the forgotten"
_CONTACTS: Final = "contacts of the forgotten"


def keep_figures(session: Session, event_id: int, report: EventReport, contacts: ContactFigures) -> None:
    """Keep what may be told of an event for good, before its people go; a second time changes nothing."""
    if report_of_forgotten(session, event_id) is not None:
        return
    safe = ContactFigures(
        name=contacts.name,
        matches=safe_count(contacts.matches),
        asked=safe_part(contacts.asked, contacts.matches),
        in_touch=safe_part(contacts.in_touch, contacts.asked),
        go_on=safe_part(contacts.go_on, contacts.asked),
    )
    settings.write_settings(
        session, event_id, {_REPORT: _plain(asdict(safe_report(report))), _CONTACTS: _plain(asdict(safe))}
    )


def report_of_forgotten(session: Session, event_id: int) -> EventReport | None:
    """The report of an event whose people were erased; None: they are still known."""
    kept = settings.read_settings(session, event_id).get(_REPORT)
    return _made(EventReport, kept) if kept is not None else None


def contacts_of_forgotten(session: Session) -> dict[int, ContactFigures]:
    """How many pairs of each forgotten event were in touch, as far as it was known."""
    kept = {one: settings.read_settings(session, one).get(_CONTACTS) for one in forgotten_events(session)}
    return {one: _made(ContactFigures, figures) for one, figures in kept.items() if figures is not None}


def _plain(value: Any) -> Any:
    """A value ready for JSON."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, (date, datetime)) else value


def _made(kind: Any, kept: Any) -> Any:
    """A value of a type after a way through JSON; what an older version did not know takes its default."""
    if kept is None or kind is Any:
        return kept
    if is_dataclass(kind):
        types = get_type_hints(kind)
        known = {one.name for one in fields(kind)} & kept.keys()
        return kind(**{name: _made(types[name], kept[name]) for name in known})  # type: ignore[operator]  # it is a class
    if get_origin(kind) is tuple:
        parts = get_args(kind)
        inner = [parts[0]] * len(kept) if parts[-1] is Ellipsis else parts
        return tuple(_made(part, one) for part, one in zip(inner, kept, strict=True))
    if get_origin(kind) in (Union, UnionType):
        return _made(next(part for part in get_args(kind) if part is not type(None)), kept)
    if kind in (date, datetime):
        return kind.fromisoformat(kept)
    return kind(kept)
