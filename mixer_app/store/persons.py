"""Persons across events: who registers now and was there before."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import NamedTuple, TypeAlias

from sqlalchemy import ColumnElement, bindparam, func, insert, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from mixer_app.domain.folding import email_key, name_key
from mixer_app.domain.people import Registration
from mixer_app.store.batches import batches
from mixer_app.store.prepared import Prepared
from mixer_app.store.rows import AttendeeRow, PersonRow
from mixer_app.store.texts import storable


class Identity(NamedTuple):
    """What recognises a person again; each may be empty."""

    name_key: str
    email_key: str
    external_id: str


_Known: TypeAlias = Mapping[tuple[str, str], Sequence[PersonRow]]
"""Persons by an e-mail address or a number of theirs."""


def count_persons(session: Session) -> int:
    """How many people the database knows, over all events; those who were forgotten are not known."""
    return session.scalar(select(func.count()).where(PersonRow.name != "", PersonRow.merged_into.is_(None))) or 0


def not_forgotten(session: Session, person_ids: Collection[int]) -> set[int]:
    """Those of these persons whom the database knows still."""
    return {
        person
        for some in batches(list(person_ids))
        for person in session.scalars(select(PersonRow.id).where(PersonRow.id.in_(some), PersonRow.name != ""))
    }


def merged_persons(session: Session) -> dict[int, int]:
    """Persons that were merged, each with the one who stands for them now."""
    rows = session.execute(select(PersonRow.id, PersonRow.merged_into).where(PersonRow.merged_into.is_not(None)))
    return {merged: stands for merged, stands in rows if stands is not None}


def persons_for(session: Session, event_id: int, registrations: Sequence[Registration], *, now: datetime) -> list[int]:
    """The person behind each registration, known ones first; nobody is twice at one event.

    The same e-mail address is the same person (the one with the likest name where several share
    it); the same number in the organizer's system only if the name is the same too, because
    every system counts from one.
    """
    identities = [Identity(**_recognised_by(one)) for one in registrations]
    known = known_persons(session, identities)
    rows = _there().rows(session, {"event_id": event_id})
    taken = {person for some in rows for person in some if person is not None}
    chosen: list[int | None] = []
    for identity in identities:
        person_id = best_of(known, identity, taken)
        chosen.append(person_id)
        if person_id is not None:
            taken.add(person_id)
    added = iter(_add(session, [one for one, person in zip(registrations, chosen, strict=True) if person is None], now))
    return [next(added) if person is None else person for person in chosen]


@cache
def _there() -> Prepared:
    """Who is at an event already."""
    asked = select(AttendeeRow.person_id, PersonRow.merged_into).join(PersonRow, PersonRow.id == AttendeeRow.person_id)
    return Prepared(asked.where(AttendeeRow.event_id == bindparam("event_id")))


def at_event(session: Session, event_id: int) -> dict[int, int]:
    """Which attendee of an event each person is, also those who cancelled; by who they are now."""
    rows = session.execute(
        select(AttendeeRow.person_id, PersonRow.merged_into, AttendeeRow.id)
        .join(PersonRow, PersonRow.id == AttendeeRow.person_id)
        .where(AttendeeRow.event_id == event_id, AttendeeRow.merged_into.is_(None))
    )
    return {stands or person: attendee for person, stands, attendee in rows}


def refresh_persons(session: Session, registrations: Iterable[tuple[int, Registration]]) -> None:
    """Keep what recognises these persons as fresh as what they said last."""
    values = [{"id": person_id, **_identity(registration)} for person_id, registration in registrations]
    if values:
        session.execute(update(PersonRow), values)


def known_persons(session: Session, identities: Iterable[Identity]) -> _Known:
    """Everybody who shares an e-mail address or a number with one of these, to ask `best_of`."""
    wanted = list(identities)
    found: defaultdict[tuple[str, str], list[PersonRow]] = defaultdict(list)
    for row in _rows(session, PersonRow.email_key, {one.email_key for one in wanted} - {""}):
        found["email", row.email_key].append(row)
    for row in _rows(session, PersonRow.external_id, {one.external_id for one in wanted} - {""}):
        found["number", row.external_id].append(row)
    return found


def best_of(known: _Known, identity: Identity, taken: Collection[int]) -> int | None:
    """Which of the known persons this is; nobody who is taken, because nobody is twice at one event."""
    words = set(identity.name_key.split())
    by_email = known.get(("email", identity.email_key), []) if identity.email_key else []
    free = [row for row in by_email if _stands(row) not in taken]
    alike = [row for row in free if words & set(row.name_key.split())]
    if alike:
        return _stands(max(alike, key=lambda row: (len(words & set(row.name_key.split())), -row.id)))
    if len({_stands(row) for row in by_email}) == 1 and free:
        return _stands(free[0])
    numbered = known.get(("number", identity.external_id), []) if identity.external_id else []
    same = (row for row in numbered if _stands(row) not in taken and row.name_key == identity.name_key)
    return next(map(_stands, same), None)


def _rows(session: Session, column: InstrumentedAttribute[str], keys: set[str]) -> Iterable[PersonRow]:
    for some in batches(sorted(keys)):
        condition: ColumnElement[bool] = column.in_(some)
        yield from session.scalars(select(PersonRow).where(condition).order_by(PersonRow.id))


def _stands(row: PersonRow) -> int:
    """The person whom this row is of: another one's once it was merged."""
    return row.merged_into or row.id


def _add(session: Session, registrations: list[Registration], now: datetime) -> list[int]:
    if not registrations:
        return []
    values = [{**_identity(one), "created_at": now} for one in registrations]
    return list(session.scalars(insert(PersonRow).returning(PersonRow.id, sort_by_parameter_order=True), values))


def _identity(registration: Registration) -> dict[str, str]:
    return {"name": storable(registration.name.full), **_recognised_by(registration)}


def _recognised_by(registration: Registration) -> dict[str, str]:
    return {
        "name_key": name_key(storable(registration.name.full)),
        "email_key": email_key(storable(registration.email)),
        "external_id": storable(registration.external_id),
    }
