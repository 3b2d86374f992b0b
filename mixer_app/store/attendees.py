"""Attendees as they are read: a handful of queries, however many people there are."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    String,
    and_,
    func,
    literal,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session

from mixer_app.domain.errors import MixerError
from mixer_app.domain.folding import TWO_LETTERS, email_key, fold
from mixer_app.domain.people import Attendee, PersonName, Status
from mixer_app.store.rows import (
    AttendeeNeedRow,
    AttendeeRow,
    AttendeeTopicRow,
    ImportedAnswerRow,
    NeedRow,
    PersonRow,
    Side,
    TopicRow,
    WishKind,
    WishRow,
)
from mixer_app.store.rows.people import PLAIN_FIELDS


def list_attendees(session: Session, event_id: int, *, cancelled: bool = False) -> list[Attendee]:
    """The attendees of an event by family name; those who cancelled only on request."""
    conditions = [AttendeeRow.event_id == event_id]
    if not cancelled:
        conditions.append(AttendeeRow.status != Status.CANCELLED)
    return sorted(_load(session, *conditions), key=_by_family_name)


def get_attendees(session: Session, attendee_ids: Collection[int]) -> list[Attendee]:
    """The attendees with these numbers that exist, by family name."""
    return sorted(_load(session, AttendeeRow.id.in_(attendee_ids)), key=_by_family_name)


def get_attendee(session: Session, attendee_id: int) -> Attendee:
    """The attendee with this number; `MixerError` if there is none."""
    found = _load(session, AttendeeRow.id == attendee_id)
    if not found:
        raise MixerError(f"There is no attendee #{attendee_id}. Look at the list of people again.")
    return found[0]


def ids_with_code(session: Session, event_id: int, code: str) -> list[int]:
    """Who wears the badge with this code at this event, also if it is of one merged into them: nobody or one."""
    return _ids(session, AttendeeRow.event_id == event_id, AttendeeRow.code == code)


def ids_with_email(session: Session, event_id: int, address: str) -> list[int]:
    """Who of an event registered with this e-mail address; those who cancelled too."""
    return _ids(session, AttendeeRow.event_id == event_id, AttendeeRow.email_key == email_key(address))


def ids_with_number(session: Session, event_id: int, number: int) -> list[int]:
    """The attendee of an event with this number: nobody or one."""
    return _ids(session, AttendeeRow.event_id == event_id, AttendeeRow.id == number)


def ids_alike(session: Session, event_id: int, loose_words: Sequence[str], address: str) -> list[int]:
    """Who of an event may have this name or this e-mail address: a few too many, never one too few.

    `loose_words` are the words of a `loose_key`, `address` is an `email_key`, empty for none; those who
    cancelled are left out.
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
    return _ids(session, AttendeeRow.event_id == event_id, AttendeeRow.status != Status.CANCELLED, same)


def _by_family_name(attendee: Attendee) -> tuple[str, str, int]:
    return fold(attendee.name.family or attendee.name.full), fold(attendee.name.full), attendee.id


def _ids(session: Session, *conditions: ColumnElement[bool]) -> list[int]:
    """Numbers of attendees; in the place of one who was merged stands who has it all now."""
    known = func.coalesce(AttendeeRow.merged_into, AttendeeRow.id).label("known")
    return list(session.scalars(select(known).where(*conditions).distinct().order_by(known)))


def _load(session: Session, *conditions: ColumnElement[bool]) -> list[Attendee]:
    session.flush()
    connection = session.connection()  # plain rows: rows as objects would take a second more for ten thousand
    rows = connection.execute(_PLAIN.where(*conditions)).all()
    if not rows:
        return []
    said = _Said(connection, select(AttendeeRow.id).where(*conditions))
    return [_attendee(row, said) for row in rows]


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
    "merged_into",
)
"""Columns named as in `Attendee`."""

_NAME: Final = ("full_name", "given_name", "family_name", "native_name")
_PLAIN: Final = select(*(AttendeeRow.__table__.c[name] for name in (*_DIRECT, *_NAME, "languages", "rests")))
"""Made once: to name fifty columns takes longer than to read one attendee."""


def _attendee(row: Row[Any], said: "_Said") -> Attendee:
    full, given, family, native, languages, rests = row[len(_DIRECT) :]
    values = dict(zip(_DIRECT, row, strict=False))
    key: int = values["id"]
    values["person_id"] = said.merged_persons.get(values["person_id"], values["person_id"])
    return Attendee(
        name=PersonName(full=full, given=given, family=family, native=native),
        languages=tuple(languages),
        rests=tuple(rests),
        needs_wanted=tuple(said.needs.get((key, Side.WANTED), ())),
        needs_offered=tuple(said.needs.get((key, Side.OFFERED), ())),
        topics_wanted=tuple(said.topics.get((key, Side.WANTED), ())),
        topics_offered=tuple(said.topics.get((key, Side.OFFERED), ())),
        wishes=tuple(said.wishes.get((key, WishKind.WISH), ())),
        keep_apart=tuple(said.wishes.get((key, WishKind.KEEP_APART), ())),
        answers=tuple(said.answers.get(key, ())),
        also_codes=tuple(said.codes.get(key, ())),
        **values,
    )


class _Said:
    """The lists of attendees, each from one query."""

    def __init__(self, connection: Connection, chosen: Select[int]) -> None:
        answer = ImportedAnswerRow.__table__.c
        self.topics = _by_kind(connection, chosen, AttendeeTopicRow, "side", "topic_id", _names(connection, TopicRow))
        self.needs = _by_kind(connection, chosen, AttendeeNeedRow, "side", "need_id", _names(connection, NeedRow))
        self.wishes = _by_kind(connection, chosen, WishRow, "kind", "text", None)
        self.answers: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
        for attendee_id, question, text in connection.execute(
            select(answer.attendee_id, answer.question, answer.answer)
            .where(answer.attendee_id.in_(chosen))
            .order_by(answer.attendee_id, answer.position)
        ):
            self.answers[attendee_id].append((question, text))
        merged = AttendeeRow.__table__.c
        self.codes: defaultdict[int, list[str]] = defaultdict(list)
        for attendee_id, code in connection.execute(
            select(merged.merged_into, merged.code).where(merged.merged_into.is_not(None)).order_by(merged.id)
        ):
            self.codes[attendee_id].append(code)
        person = PersonRow.__table__.c
        merged_rows = connection.execute(
            select(person.id, person.merged_into).where(person.merged_into.is_not(None))
        )
        self.merged_persons: dict[int, int] = {row.id: row.merged_into for row in merged_rows}


def _by_kind(
    connection: Connection,
    chosen: Select[int],
    table: type[AttendeeTopicRow] | type[AttendeeNeedRow] | type[WishRow],
    kind: str,
    value: str,
    names: Mapping[int, str] | None,
) -> Mapping[tuple[int, str], list[str]]:
    """Values by attendee and kind, in their order; `names` spells those that are numbers of terms."""
    found: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    asked = _in_order(table, kind, value).where(table.__table__.c.attendee_id.in_(chosen))
    for attendee_id, word, text in connection.execute(asked):
        found[attendee_id, word].append(names[text] if names is not None else text)
    return found


@cache
def _in_order(
    table: type[AttendeeTopicRow] | type[AttendeeNeedRow] | type[WishRow], kind: str, value: str
) -> Select[Any, str, Any]:
    columns = table.__table__.c
    asked = select(columns.attendee_id, type_coerce(columns[kind], String), columns[value])
    return asked.order_by(columns.attendee_id, columns.position)


def _names(connection: Connection, kind: type[TopicRow] | type[NeedRow]) -> dict[int, str]:
    return {row.id: row.name for row in connection.execute(select(kind.id, kind.name))}
