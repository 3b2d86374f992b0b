"""Registrations as they are written: one or ten thousand at a time."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cache
from random import Random
from typing import Any, Final

from sqlalchemy import Select, bindparam, delete, select, update
from sqlalchemy.orm import Session

from mixer_app.domain.badge_code import new_badge_code
from mixer_app.domain.folding import email_key, name_key, text_key
from mixer_app.domain.people import Registration, Status
from mixer_app.store.batches import batches, insert_rows
from mixer_app.store.persons import persons_for, refresh_persons
from mixer_app.store.pipeline import LATER
from mixer_app.store.rows import (
    AttendeeNeedRow,
    AttendeeRow,
    AttendeeTopicRow,
    ImportedAnswerRow,
    Row,
    Side,
    WishKind,
    WishRow,
)
from mixer_app.store.rows.people import PLAIN_FIELDS
from mixer_app.store.terms import need_ids, topic_ids
from mixer_app.store.texts import storable
from mixer_app.store.wishes import resolve_wishes


def add_registrations(
    session: Session,
    event_id: int,
    registrations: Sequence[Registration],
    *,
    now: datetime,
    dice: Random,
    walk_in: bool = False,
    codes: Sequence[str | None] = (),
    persons: Sequence[int] | None = None,
) -> list[int]:
    """Store new attendees, each with a role; their numbers in the order given.

    `codes` are badge codes to keep where they are free, such as those of our own export; `persons` who they are,
    where that is known, of whom none is at the event.
    """
    if not registrations:
        return []
    persons = persons if persons is not None else persons_for(session, event_id, registrations, now=now)
    refresh_persons(session, zip(persons, registrations, strict=True))
    badges = _badge_codes(session, codes or [None] * len(registrations), dice)
    values = [
        {
            **_columns(registration),
            "role": registration.role,
            "event_id": event_id,
            "person_id": person_id,
            "code": code,
            "status": Status.REGISTERED,
            "checked_in_where": "",
            "walk_in": walk_in,
            "updated_at": now,
        }
        for registration, person_id, code in zip(registrations, persons, badges, strict=True)
    ]
    insert_rows(session, AttendeeRow, values)
    ids = _ids_of(session, badges)
    _add_lists(session, event_id, dict(zip(ids, registrations, strict=True)))
    resolve_wishes(session, event_id, ids)
    return ids


def replace_registrations(
    session: Session, event_id: int, registrations: Mapping[int, Registration], *, now: datetime
) -> None:
    """Replace what attendees, given by number, said; a role that is None stays as it is."""
    if not registrations:
        return
    ids = list(registrations)
    known = {row.id: row for some in batches(ids) for row in _roles_and_persons(session, some)}
    values = [
        {"id": number, **_columns(one), "role": one.role or known[number].role, "updated_at": now}
        for number, one in registrations.items()
    ]
    session.execute(update(AttendeeRow), values)
    refresh_persons(session, [(known[number].person_id, one) for number, one in registrations.items()])
    for some in batches(ids):
        for kind in (AttendeeTopicRow, AttendeeNeedRow, WishRow, ImportedAnswerRow):
            gone = delete(kind.metadata.tables[kind.__tablename__]).where(kind.attendee_id.in_(some))
            session.execute(gone, execution_options={LATER: True})
    _add_lists(session, event_id, registrations)
    session.expire_all()
    resolve_wishes(session, event_id, ids)


def change_said(
    session: Session,
    event_id: int,
    attendee_id: int,
    said: Registration,
    changed: Collection[str],
    *,
    now: datetime,
) -> None:
    """Keep of what somebody said now only the fields `changed`: columns, topics, needs. The rest is not touched."""
    columns = {name: storable(getattr(said, name)) for name in changed if name in PLAIN_FIELDS}
    session.execute(update(AttendeeRow).where(AttendeeRow.id == attendee_id).values(**columns, updated_at=now))
    kinds = {_TERMS[name] for name in changed if name in _TERMS}
    for kind in kinds:
        session.execute(delete(kind).where(kind.attendee_id == attendee_id))
    _add_lists(session, event_id, {attendee_id: said}, kinds)
    session.expire_all()


_TERMS: Final[Mapping[str, type[AttendeeTopicRow] | type[AttendeeNeedRow]]] = {
    "topics_wanted": AttendeeTopicRow,
    "topics_offered": AttendeeTopicRow,
    "needs_wanted": AttendeeNeedRow,
    "needs_offered": AttendeeNeedRow,
}


def _roles_and_persons(session: Session, ids: Sequence[int]) -> list[Any]:
    asked = select(AttendeeRow.id, AttendeeRow.role, AttendeeRow.person_id).where(AttendeeRow.id.in_(ids))
    return list(session.execute(asked))


def _columns(registration: Registration) -> dict[str, Any]:
    name = registration.name
    return {
        "full_name": storable(name.full),
        "given_name": storable(name.given),
        "family_name": storable(name.family),
        "native_name": storable(name.native),
        "name_key": name_key(storable(name.full)),
        "email_key": email_key(storable(registration.email)),
        "languages": [storable(one) for one in registration.languages],
        "rests": list(registration.rests),
        **{field: storable(getattr(registration, field)) for field in PLAIN_FIELDS},
    }


def _add_lists(
    session: Session,
    event_id: int,
    registrations: Mapping[int, Registration],
    kinds: Collection[type[Row]] | None = None,
) -> None:
    """Add what stands in lists; `kinds` are the tables, None for all."""
    everyone = registrations.values()
    topics = topic_ids(
        session, event_id, (storable(topic) for one in everyone for topic in (*one.topics_wanted, *one.topics_offered))
    )
    needs = need_ids(
        session, event_id, (storable(need) for one in everyone for need in (*one.needs_wanted, *one.needs_offered))
    )
    rows: dict[type[Row], list[dict[str, Any]]] = {
        AttendeeTopicRow: [
            {"attendee_id": number, "side": side, "topic_id": term, "position": position}
            for number, one in registrations.items()
            for side, names in ((Side.WANTED, one.topics_wanted), (Side.OFFERED, one.topics_offered))
            for position, term in enumerate(_terms(topics, names))
        ],
        AttendeeNeedRow: [
            {"attendee_id": number, "side": side, "need_id": term, "position": position}
            for number, one in registrations.items()
            for side, names in ((Side.WANTED, one.needs_wanted), (Side.OFFERED, one.needs_offered))
            for position, term in enumerate(_terms(needs, names))
        ],
        WishRow: [
            {"attendee_id": number, "kind": kind, "position": position, "text": storable(text)}
            for number, one in registrations.items()
            for kind, texts in ((WishKind.WISH, one.wishes), (WishKind.KEEP_APART, one.keep_apart))
            for position, text in enumerate(texts)
        ],
        ImportedAnswerRow: [
            {
                "attendee_id": number,
                "position": position,
                "question": storable(question),
                "answer": storable(answer),
            }
            for number, one in registrations.items()
            for position, (question, answer) in enumerate(one.answers)
        ],
    }
    for kind, values in rows.items():
        if kinds is None or kind in kinds:
            insert_rows(session, kind, values)


def _terms(ids: Mapping[str, int], names: Sequence[str]) -> list[int]:
    """The rows of `names` in their order, each once."""
    return list(dict.fromkeys(ids[text_key(storable(name))] for name in names if name.strip()))


def _badge_codes(session: Session, wanted: Sequence[str | None], dice: Random) -> list[str]:
    """A badge code for each: the one wanted if it is free, else one drawn that nobody in the database wears."""
    free = _unused(session, [code for code in wanted if code])
    kept = [code if code and free.pop(code, False) else None for code in wanted]
    given = {code for code in kept if code}
    drawn: dict[str, bool] = {}
    while len(drawn) < kept.count(None):
        some = [new_badge_code(dice) for _ in range(kept.count(None) - len(drawn))]
        drawn |= _unused(session, [code for code in some if code not in given])
    fresh = iter(drawn)
    return [code or next(fresh) for code in kept]


def _ids_of(session: Session, codes: Sequence[str]) -> list[int]:
    """The attendees who wear these badge codes; asking is quicker than having each insert return its number."""
    found = {row.code: row.id for some in batches(codes) for row in session.execute(_wearing(), {"codes": some})}
    return [found[code] for code in codes]


def _unused(session: Session, codes: Sequence[str]) -> dict[str, bool]:
    """Those of `codes` that nobody in the database wears, in order, each mapped to True."""
    taken = {code for some in batches(codes) for code in session.scalars(_wearing(), {"codes": some})}
    return dict.fromkeys((code for code in codes if code not in taken), True)


@cache
def _wearing() -> Select[*tuple[Any, ...]]:
    return select(AttendeeRow.code, AttendeeRow.id).where(AttendeeRow.code.in_(bindparam("codes", expanding=True)))
