"""Attendees as they are read: a handful of queries, however many people there are."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, literal, or_, select
from sqlalchemy.orm import Session

from mixer_app.domain.errors import MixerError
from mixer_app.domain.folding import TWO_LETTERS, email_key, fold
from mixer_app.domain.people import Attendee, PersonName, Status
from mixer_app.store.attendee_lists import LISTS, Said, said_at, said_by, said_by_one
from mixer_app.store.prepared import Prepared
from mixer_app.store.rights import HIDDEN_AT_KIOSK, sees_all_of_attendees
from mixer_app.store.rows import AttendeeRow, PersonRow
from mixer_app.store.rows.people import PLAIN_FIELDS


def list_attendees(session: Session, event_id: int, *, cancelled: bool = False) -> list[Attendee]:
    """The attendees of an event by family name; those who cancelled only on request."""
    rows = _plain_at(cancelled=cancelled, whole=sees_all_of_attendees(session)).rows(session, {"event_id": event_id})
    said = said_at(session, event_id, cancelled=cancelled) if rows else {}
    return sorted((_attendee(row, said) for row in rows), key=_by_family_name)


def get_attendees(session: Session, attendee_ids: Collection[int]) -> list[Attendee]:
    """The attendees with these numbers that exist, by family name."""
    wanted = sorted(set(attendee_ids))
    if len(wanted) > (_FEW if session.get_bind().dialect.name == "sqlite" else 1):  # a server is far away
        return sorted(_load(session, AttendeeRow.id.in_(wanted)), key=_by_family_name)
    asked = _plain_with_number(whole=sees_all_of_attendees(session))
    found = (_load_few(session, asked, {"attendee_id": number}) for number in wanted)
    return sorted(chain.from_iterable(found), key=_by_family_name)


def get_attendee(session: Session, attendee_id: int) -> Attendee:
    """The attendee with this number; `MixerError` if there is none."""
    asked = _plain_with_number(whole=sees_all_of_attendees(session))
    found = _load_few(session, asked, {"attendee_id": attendee_id})
    if not found:
        raise MixerError(f"There is no attendee #{attendee_id}. Look at the list of people again.")
    return found[0]


def with_code(session: Session, event_id: int, code: str, *, lock: bool = False) -> list[Attendee]:
    """Who wears the badge with this code at this event, also if it is of one merged into them: nobody or one.

    With `lock` nobody else changes them until the transaction ends; it must be one that writes.
    """
    return _load_meant(session, event_id, "code", code, lock=lock)


def with_email(session: Session, event_id: int, address: str, *, lock: bool = False) -> list[Attendee]:
    """Who of an event registered with this e-mail address; those who cancelled too. `lock` as in `with_code`."""
    return _load_meant(session, event_id, "email_key", email_key(address), lock=lock)


def with_number(session: Session, event_id: int, number: int, *, lock: bool = False) -> list[Attendee]:
    """The attendee of an event with this number: nobody or one. `lock` as in `with_code`."""
    return _load_meant(session, event_id, "id", number, lock=lock)


def ids_alike(session: Session, event_id: int, loose_words: Sequence[str], address: str) -> list[int]:
    """Who of an event may have this name or this e-mail address: a few too many, never one too few.

    `loose_words` are the words of a `loose_key`, `address` is an `email_key`, empty for none; of those who
    cancelled only who was merged is meant.
    """
    key: ColumnElement[str] = AttendeeRow.name_key.expression
    for pair, single in TWO_LETTERS:
        key = func.replace(key, pair, single)
    spaced = literal(" ").concat(key).concat(" ")
    same_name = and_(
        func.length(key) == len(" ".join(loose_words)),
        *(spaced.contains(f" {word} ", autoescape=True) for word in dict.fromkeys(loose_words)),
    )
    same = or_(AttendeeRow.email_key == address, same_name) if address else same_name
    there = or_(AttendeeRow.status != Status.CANCELLED, AttendeeRow.merged_into.is_not(None))
    return _ids(session, AttendeeRow.event_id == event_id, there, same)


def _by_family_name(attendee: Attendee) -> tuple[str, str, int]:
    return fold(attendee.name.family or attendee.name.full), fold(attendee.name.full), attendee.id


def _ids(session: Session, *conditions: ColumnElement[bool]) -> list[int]:
    """Numbers of attendees; in the place of one who was merged stands who has it all now."""
    known = func.coalesce(AttendeeRow.merged_into, AttendeeRow.id).label("known")
    return list(session.scalars(select(known).where(*conditions).distinct().order_by(known)))


def _load(session: Session, *conditions: ColumnElement[bool]) -> list[Attendee]:
    session.flush()
    connection = session.connection()  # plain rows: rows as objects would take a second more for ten thousand
    rows = connection.execute(_plain(whole=sees_all_of_attendees(session)).where(*conditions)).all()
    if not rows:
        return []
    said = said_by(connection, select(AttendeeRow.id).where(*conditions))
    return [_attendee(row, said) for row in rows]


def _load_few(session: Session, asked: Prepared, values: Mapping[str, Any]) -> list[Attendee]:
    """As `_load`, by two queries that were made before, whoever is meant."""
    return [_attendee(row, said_by_one(session, row[_ID])) for row in asked.rows(session, values)]


def _load_meant(session: Session, event_id: int, column: str, word: str | int, *, lock: bool) -> list[Attendee]:
    asked = _plain_meant_by(column, lock=lock, whole=sees_all_of_attendees(session))
    return _load_few(session, asked, {"event_id": event_id, "word": word})


_FEW: Final = 20
"""So many are asked for one by one: that takes less time than to put a question together for all of them."""

_DIRECT: Final = (
    *PLAIN_FIELDS,
    "id",
    "person_id",
    "event_id",
    "code",
    "role",
    "status",
    "checked_in_at",
    "checked_in_where",
    "left_at",
    "badge_printed_at",
    "walk_in",
    "updated_at",
    "forgotten_at",
    "merged_into",
)
"""Columns named as in `Attendee`."""

_ID: Final = _DIRECT.index("id")
_NAME: Final = ("full_name", "given_name", "family_name", "native_name")


@cache
def _plain(*, whole: bool) -> Select[Any]:
    """All but the lists; made once: to name fifty columns takes longer than to read one attendee.

    Not `whole`: as a kiosk of a server may read it.
    """
    attendee, person = AttendeeRow.__table__, PersonRow.__table__
    known: dict[str, ColumnElement[Any]] = {
        "person_id": func.coalesce(person.c.merged_into, person.c.id).label("person_id")
    }
    if not whole:
        known |= {name: literal(value).label(name) for name, value in HIDDEN_AT_KIOSK.items()}
    columns = (known.get(name, attendee.c[name]) for name in (*_DIRECT, *_NAME, "languages", "rests"))
    return select(*columns).select_from(attendee.join(person, person.c.id == attendee.c.person_id))


@cache
def _plain_with_number(*, whole: bool) -> Prepared:
    return Prepared(_plain(whole=whole).where(AttendeeRow.__table__.c.id == bindparam("attendee_id")))


@cache
def _plain_at(*, cancelled: bool, whole: bool) -> Prepared:
    attendee = AttendeeRow.__table__
    asked = _plain(whole=whole).where(attendee.c.event_id == bindparam("event_id"))
    return Prepared(asked if cancelled else asked.where(attendee.c.status != Status.CANCELLED))


@cache
def _plain_meant_by(column: str, *, lock: bool, whole: bool) -> Prepared:
    """Those of an event with a word in this column; in the place of one who was merged stands who has it all."""
    attendee = AttendeeRow.__table__
    known = attendee.alias("known")
    meant = select(func.coalesce(known.c.merged_into, known.c.id)).where(
        known.c.event_id == bindparam("event_id"), known.c[column] == bindparam("word")
    )
    asked = _plain(whole=whole).where(attendee.c.id.in_(meant)).order_by(attendee.c.id)
    return Prepared(asked.with_for_update(of=attendee) if lock else asked)


def _others(own: str, emails: Sequence[str]) -> tuple[str, ...]:
    """Those of `emails` that are another address, each once."""
    found = {email_key(email): email for email in reversed(emails)}
    return tuple(reversed([email for key, email in found.items() if key not in ("", email_key(own))]))


def _attendee(row: Sequence[Any], said: Said) -> Attendee:
    full, given, family, native, languages, rests = row[len(_DIRECT) :]
    values = dict(zip(_DIRECT, row, strict=False))
    key: int = values["id"]
    lists = {field: tuple(said.get((key, field), ())) for field in LISTS}
    if lists["also_emails"]:
        lists["also_emails"] = _others(values["email"], lists["also_emails"])
    return Attendee(
        name=PersonName(full=full, given=given, family=family, native=native),
        languages=tuple(languages),
        rests=tuple(rests),
        **lists,
        **values,
    )
