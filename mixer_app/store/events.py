"""Events in the database."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event, EventPlanning, MatchingRules, Need
from mixer_app.store.codec import rules_from_json, rules_to_json
from mixer_app.store.prepared import Prepared
from mixer_app.store.rows import AttendeeRow, EventRow, NeedRow, TopicRow
from mixer_app.store.terms import rename_in_place, set_listed_needs, set_listed_topics

_NO_EVENT = "There is no event {}. Open another one."
_PLAIN = (
    "name",
    "starts_at",
    "doors_at",
    "rounds",
    "minutes",
    "break_minutes",
    "seats",
    "venue",
    "language",
    "contact_email",
)
"""Fields that are columns of the same name."""


def add_event(session: Session, planning: EventPlanning, *, now: datetime) -> Event:
    """Store a new event."""
    row = EventRow(rules=rules_to_json(planning.rules), created_at=now, **_columns(planning))
    session.add(row)
    session.flush()
    set_listed_topics(session, row.id, planning.topics)
    set_listed_needs(session, row.id, planning.needs)
    return get_event(session, row.id)


def change_event(session: Session, event_id: int, planning: EventPlanning) -> Event:
    """Replace what the organizer chose for an event."""
    row = _row(session, event_id)
    for name, value in _columns(planning).items():
        setattr(row, name, value)
    row.rules = rules_to_json(planning.rules)
    set_listed_topics(session, event_id, planning.topics)
    set_listed_needs(session, event_id, planning.needs)
    return get_event(session, event_id)


def change_fields(session: Session, event_id: int, values: Mapping[str, Any]) -> None:
    """Replace these fields of an event, and nothing else; a term with another name at its place is renamed."""
    row = _row(session, event_id)
    for name, value in values.items():
        if name == "rules":
            row.rules = rules_to_json(value)
        elif name == "needs":
            rename_in_place(session, event_id, [need.name for need in _needs(session, event_id)],
                            [need.name for need in value], NeedRow)  # fmt: skip
            set_listed_needs(session, event_id, value)
        elif name == "topics":
            rename_in_place(session, event_id, _topics(session, event_id), value, TopicRow)
            set_listed_topics(session, event_id, value)
        else:
            setattr(row, name, value)
    session.flush()


def change_rules(session: Session, event_id: int, rules: MatchingRules) -> None:
    """Replace the rules of matching, and nothing else."""
    _row(session, event_id).rules = rules_to_json(rules)
    session.flush()


def get_event(session: Session, event_id: int) -> Event:
    """The event with this number; `MixerError` if there is none."""
    found = _of_number().rows(session, {"event_id": event_id})
    if not found:
        raise MixerError(_NO_EVENT.format(event_id))
    return _event(session, found[0])


def event_of_code(session: Session, code: str) -> str | None:
    """The name of the event for which a badge code was given out; None: for none."""
    found = select(EventRow.name).join(AttendeeRow, AttendeeRow.event_id == EventRow.id).where(AttendeeRow.code == code)
    return session.scalar(found)


def all_events(session: Session) -> list[Event]:
    """Every event, the one that begins last first."""
    rows = session.execute(select(*_read()).order_by(EventRow.starts_at.desc(), EventRow.id.desc())).all()
    return [_event(session, row) for row in rows]


def _row(session: Session, event_id: int) -> EventRow:
    row = session.get(EventRow, event_id)
    if row is None:
        raise MixerError(_NO_EVENT.format(event_id))
    return row


def _columns(planning: EventPlanning) -> dict[str, object]:
    return {name: getattr(planning, name) for name in _PLAIN}


def _read() -> list[Any]:
    return [EventRow.id, EventRow.created_at, EventRow.rules, *(getattr(EventRow, name) for name in _PLAIN)]


def _event(session: Session, values: Sequence[Any]) -> Event:
    number, created_at, rules, *plain = values
    return Event(
        id=number,
        created_at=created_at,
        topics=_topics(session, number),
        needs=_needs(session, number),
        rules=rules_from_json(rules),
        **dict(zip(_PLAIN, plain, strict=True)),
    )


def _topics(session: Session, event_id: int) -> tuple[str, ...]:
    return tuple(name for (name,) in _listed_topics().rows(session, {"event_id": event_id}))


def _needs(session: Session, event_id: int) -> tuple[Need, ...]:
    """The listed needs, then those no longer listed that are sensitive: they must stay hidden."""
    rows = _listed_needs().rows(session, {"event_id": event_id})
    return tuple(Need(name=name, sensitive=sensitive) for name, sensitive in rows)


# An event is read with almost everything that is done in it.


@cache
def _of_number() -> Prepared:
    return Prepared(select(*_read()).where(EventRow.id == bindparam("event_id")))


@cache
def _listed_topics() -> Prepared:
    asked = select(TopicRow.name).where(TopicRow.event_id == bindparam("event_id"), TopicRow.listed)
    return Prepared(asked.order_by(TopicRow.position))


@cache
def _listed_needs() -> Prepared:
    asked = select(NeedRow.name, NeedRow.sensitive)
    here = NeedRow.event_id == bindparam("event_id"), NeedRow.listed | NeedRow.sensitive
    return Prepared(asked.where(*here).order_by(NeedRow.listed.desc(), NeedRow.position))
