"""The journal: every change, who made it, when, and what is needed to take it back."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, exists, func, insert, select
from sqlalchemy.orm import Session, aliased

from mixer_app.store.batches import batches
from mixer_app.store.prepared import Prepared
from mixer_app.store.private_payloads import MARK, SENTENCE, hidden_part, is_decision
from mixer_app.store.rows import AttendeeRow, EventRow, JournalPrivateRow, JournalRow

ATTENDEE_IDS: Final = "attendee_ids"
"""In the payload of a change of several people: who they are."""

SOURCE_IDS: Final = "source_ids"
"""In the payload of people who were registered because they were at other events: who they were there."""

PUT_BACK: Final = "put back"
"""All is as it was once: a backup has taken the place of what was there."""

_BACKUPS: Final = "Backups"  # where it was done is not known: a damaged database is opened by no station
_BEYOND: Final = 100_000  # more changes than stations make while a backup is put back


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """What one change was about; `what` of an undo is what it took back."""

    attendee_id: int | None
    what: str
    listed: list[int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalRecord:
    """One change as it was recorded; `sentence` has the attendee's present name in it."""

    id: int
    event_id: int | None
    attendee_id: int | None
    at: datetime
    station: str
    what: str
    sentence: str
    payload: dict[str, Any] | None
    undone: bool
    hidden: bool = False  # it holds more, which is for control alone


def record(
    session: Session,
    *,
    event_id: int | None,
    station: str,
    at: datetime,
    what: str,
    sentence: str,
    attendee_id: int | None = None,
    payload: dict[str, Any] | None = None,
    undoes_id: int | None = None,
) -> None:
    """Add a change; `sentence` says it to a person, with `{name}` for the attendee it is about."""
    values = _values(event_id, station, at, what, sentence, attendee_id, payload, undoes_id)
    if payload and (hidden := hidden_part(payload)):
        _add_private(session, values, hidden)
    else:
        _addition().note(session, values)


def record_numbered(
    session: Session,
    *,
    event_id: int | None,
    station: str,
    at: datetime,
    what: str,
    sentence: str,
    attendee_id: int | None = None,
    payload: dict[str, Any] | None = None,
    undoes_id: int | None = None,
) -> int:
    """Add a change as `record` does, and wait for its number."""
    values = _values(event_id, station, at, what, sentence, attendee_id, payload, undoes_id)
    if payload and (hidden := hidden_part(payload)):
        return _add_private(session, values, hidden)
    return _addition().run(session, values)


def _add_private(session: Session, values: dict[str, Any], hidden: dict[str, Any]) -> int:
    """Add a change of which only control may read everything."""
    sentence = values["sentence"] if is_decision(hidden) else ""
    left = {name: value for name, value in values["payload"].items() if name not in hidden} | {MARK: True}
    number = _addition().run(
        session, values | {"payload": left, "sentence": SENTENCE if sentence else values["sentence"]}
    )
    session.execute(insert(JournalPrivateRow), {"id": number, "sentence": sentence, "payload": hidden})
    return number


def _values(
    event_id: int | None,
    station: str,
    at: datetime,
    what: str,
    sentence: str,
    attendee_id: int | None,
    payload: dict[str, Any] | None,
    undoes_id: int | None,
) -> dict[str, Any]:
    return {
        "event_id": event_id,
        "attendee_id": attendee_id,
        "at": at,
        "station": station,
        "what": what,
        "sentence": sentence,
        "payload": payload,
        "undoes_id": undoes_id,
    }


def record_put_back(session: Session, sentence: str, *, seen: int, at: datetime) -> None:
    """Note at every event that all is as it was once, under numbers beyond any that a station has `seen`."""
    number = max(seen, latest_number(session)) + _BEYOND
    events: list[int | None] = list(session.scalars(select(EventRow.id).order_by(EventRow.id)))
    for event_id in events or [None]:
        number += 1
        values = _values(event_id, _BACKUPS, at, PUT_BACK, sentence, None, None, None)
        session.execute(insert(JournalRow), values | {"id": number})


def latest_records(session: Session, event_id: int, limit: int) -> list[JournalRecord]:
    """The newest changes of an event, newest first."""
    return _load(session, JournalRow.event_id == event_id, limit=limit)


def get_record(session: Session, entry_id: int) -> JournalRecord | None:
    """One change; None if there is no such number."""
    found = _load(session, JournalRow.id == entry_id, limit=1)
    return found[0] if found else None


def raw_sentence(session: Session, entry_id: int) -> str:
    """The sentence of a change as it was recorded, with `{name}` still in it."""
    told = session.execute(
        select(JournalRow.sentence, JournalPrivateRow.sentence)
        .outerjoin(JournalPrivateRow, JournalPrivateRow.id == JournalRow.id)
        .where(JournalRow.id == entry_id)
    ).first()
    return (told[1] or told[0]) if told else ""


def records_about(session: Session, attendee_id: int) -> list[JournalRecord]:
    """What happened to an attendee, newest first."""
    return _load(session, JournalRow.attendee_id == attendee_id, limit=None)


def later_records(session: Session, entry: JournalRecord) -> list[JournalRecord]:
    """What happened to the same attendee since `entry`, newest first."""
    return _load(session, JournalRow.attendee_id == entry.attendee_id, JournalRow.id > entry.id, limit=None)


def standing_about(session: Session, attendee_ids: Collection[int], *, after: int) -> list[JournalRecord]:
    """What was done with any of these attendees after the entry `after` and stands, newest first."""
    found: list[JournalRecord] = []
    for some in batches(list(attendee_ids)):
        about = (JournalRow.attendee_id.in_(some), JournalRow.id > after, JournalRow.what.not_in(("undo", "redo")))
        found += _load(session, *about, ~_undone(), limit=None)
    return sorted(found, key=lambda record: record.id, reverse=True)


def event_records_since(session: Session, event_id: int, moment: datetime) -> list[JournalRecord]:
    """What was changed of an event itself, not of one of its people, after `moment`, oldest first."""
    about_nobody = (JournalRow.event_id == event_id, JournalRow.attendee_id.is_(None), JournalRow.at > moment)
    return _load(session, *about_nobody, limit=None)[::-1]


def records_of(session: Session, event_id: int, kinds: Collection[str]) -> list[JournalRecord]:
    """Changes of these kinds of an event itself, not of one of its people, newest first."""
    about_nobody = (JournalRow.event_id == event_id, JournalRow.attendee_id.is_(None), JournalRow.what.in_(kinds))
    return _load(session, *about_nobody, limit=None)


def records_about_people(
    session: Session, event_id: int, kinds: Collection[str]
) -> list[tuple[int, str, dict[str, Any] | None]]:
    """Changes of these kinds to people of an event, oldest first: who, what, and the payload."""
    rows = session.execute(
        select(JournalRow.attendee_id, JournalRow.what, JournalRow.payload)
        .where(JournalRow.event_id == event_id, JournalRow.what.in_(kinds), JournalRow.attendee_id.is_not(None))
        .order_by(JournalRow.id)
    )
    return [(attendee_id, what, payload) for attendee_id, what, payload in rows if attendee_id is not None]


def records_of_station(
    session: Session,
    event_id: int | None,
    station: str,
    *,
    kinds: Collection[str] | None = None,
    but: Collection[str] = (),
    standing: bool = False,
    after: int = 0,
    limit: int | None = None,
) -> list[JournalRecord]:
    """What one station noted of an event (None: of none) after the entry `after`, newest first.

    Only changes of `kinds` where they are given, none of the kinds in `but`; `standing` leaves out what is undone.
    """
    of_event = JournalRow.event_id.is_(None) if event_id is None else JournalRow.event_id == event_id
    conditions = [of_event, JournalRow.station == station, JournalRow.id > after, JournalRow.what.not_in(but)]
    if kinds is not None:
        conditions.append(JournalRow.what.in_(kinds))
    if standing:
        conditions.append(~_undone())
    return _load(session, *conditions, limit=limit)


def latest_number(session: Session) -> int:
    """The number of the newest change in the whole database; 0 before the first.

    Numbers become visible in their order: there is one writer at a time, in a file as on a server.
    """
    return session.scalar(select(func.max(JournalRow.id))) or 0


def latest_time(session: Session) -> datetime | None:
    """When the newest change of the whole database was made; None before the first."""
    return session.scalar(select(JournalRow.at).order_by(JournalRow.id.desc()).limit(1))


def last_changed(session: Session, event_id: int, but: Collection[str]) -> datetime | None:
    """When an event, or one of its people, was changed last, but for changes of these kinds; None: never."""
    changes = select(JournalRow.at).where(JournalRow.event_id == event_id, JournalRow.what.not_in(but))
    return session.scalar(changes.order_by(JournalRow.id.desc()).limit(1))


def touched_since(session: Session, event_id: int | None, entry_id: int, limit: int) -> list[Touched]:
    """What the changes after `entry_id` were about (of one event, or of all), oldest first, at most `limit`."""
    undone = aliased(JournalRow)
    of_event = JournalRow.event_id.is_not(None) if event_id is None else JournalRow.event_id == event_id
    rows = session.execute(
        select(JournalRow.attendee_id, JournalRow.what, undone.what, JournalRow.payload)
        .outerjoin(undone, undone.id == JournalRow.undoes_id)
        .where(of_event, JournalRow.id > entry_id)
        .order_by(JournalRow.id)
        .limit(limit)
    )
    return [
        Touched(attendee_id=attendee_id, what=undid or what, listed=(payload or {}).get(ATTENDEE_IDS))
        for attendee_id, what, undid, payload in rows
    ]


@cache
def _addition() -> Prepared:
    columns = ("event_id", "attendee_id", "at", "station", "what", "sentence", "payload", "undoes_id")
    return Prepared(insert(JournalRow), *columns)


def _load(session: Session, *conditions: ColumnElement[bool], limit: int | None) -> list[JournalRecord]:
    rows = session.execute(_with_names().where(*conditions).limit(limit)).all()
    return [_record(row, name, bool(undone), private) for row, name, undone, private in rows]


@cache
def _with_names() -> Select[*tuple[Any, ...]]:
    return (
        select(JournalRow, AttendeeRow.full_name, _undone(), JournalPrivateRow)
        .outerjoin(AttendeeRow, AttendeeRow.id == JournalRow.attendee_id)
        .outerjoin(JournalPrivateRow, JournalPrivateRow.id == JournalRow.id)
        .order_by(JournalRow.id.desc())
    )


@cache
def _undone() -> ColumnElement[bool]:
    """A change is undone if an undo of it stands; an undo that was itself taken back does not."""
    undoing, redoing = aliased(JournalRow), aliased(JournalRow)
    taken_back = exists(select(redoing.id).where(redoing.undoes_id == undoing.id))
    return exists(select(undoing.id).where(undoing.undoes_id == JournalRow.id, ~taken_back))


def _record(row: JournalRow, name: str | None, undone: bool, private: JournalPrivateRow | None) -> JournalRecord:
    sentence = (private.sentence if private else "") or row.sentence
    payload = row.payload
    if payload and private:
        payload = {key: value for key, value in payload.items() if key != MARK} | private.payload
    return JournalRecord(
        id=row.id,
        event_id=row.event_id,
        attendee_id=row.attendee_id,
        at=row.at,
        station=row.station,
        what=row.what,
        sentence=sentence.replace("{name}", name or "someone"),
        payload=payload,
        undone=undone,
        hidden=bool(payload and MARK in payload),
    )
