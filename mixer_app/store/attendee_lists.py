"""The lists of attendees (needs, topics, wishes, answers, old badges and addresses), all read by one query."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Final, TypeAlias

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    FromClause,
    Select,
    String,
    bindparam,
    literal_column,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session

from mixer_app.domain.people import Status
from mixer_app.store.prepared import Prepared
from mixer_app.store.rows import (
    AttendeeNeedRow,
    AttendeeRow,
    AttendeeTopicRow,
    ImportedAnswerRow,
    NeedRow,
    Side,
    TopicRow,
    WishKind,
    WishRow,
)

Said: TypeAlias = Mapping[tuple[int, str], list[Any]]
"""What someone said, in their order, by the number of the attendee and the field of `Attendee`."""

OfWhom: TypeAlias = Callable[[ColumnElement[int]], ColumnElement[bool]]
"""Whether the attendee of this number is meant."""

_FIELDS: Final = {
    ("topic", Side.WANTED.value): "topics_wanted",
    ("topic", Side.OFFERED.value): "topics_offered",
    ("need", Side.WANTED.value): "needs_wanted",
    ("need", Side.OFFERED.value): "needs_offered",
    ("wish", WishKind.WISH.value): "wishes",
    ("wish", WishKind.KEEP_APART.value): "keep_apart",
}
_MERGED: Final = "merged"
LISTS: Final = (*_FIELDS.values(), "answers", "also_codes", "also_emails")
"""The fields of `Attendee` that are read here."""


def said_by_one(session: Session, attendee_id: int) -> Said:
    """The lists of one attendee."""
    return _by_field(_lists_of_one().rows(session, {"attendee_id": attendee_id}))


def said_by(connection: Connection, chosen: Select[int]) -> Said:
    """The lists of the attendees whose numbers `chosen` selects."""
    return _by_field(connection.execute(_lists(lambda column: column.in_(chosen))))


def said_at(session: Session, event_id: int, *, cancelled: bool) -> Said:
    """The lists of the attendees of an event; those of who cancelled only on request."""
    return _by_field(_lists_at(cancelled=cancelled).rows(session, {"event_id": event_id}))


def _by_field(rows: Iterable[Sequence[Any]]) -> Said:
    said: defaultdict[tuple[int, str], list[Any]] = defaultdict(list)
    for attendee_id, source, word, text, _ in rows:
        field = _FIELDS.get((source, word))
        if source == _MERGED:  # the word is the badge code, the text the address
            said[attendee_id, "also_codes"].append(word)
            said[attendee_id, "also_emails"].append(text)
        elif field is None:  # the word is the question of an imported answer
            said[attendee_id, "answers"].append((word, text))
        else:
            said[attendee_id, field].append(text)
    return said


@cache
def _lists_of_one() -> Prepared:
    """Made once: to make it takes longer than to ask it."""
    return Prepared(_lists(lambda column: column == bindparam("attendee_id")))


@cache
def _lists_at(*, cancelled: bool) -> Prepared:
    here = [AttendeeRow.event_id == bindparam("event_id")]
    if not cancelled:
        here.append(AttendeeRow.status != Status.CANCELLED)
    return Prepared(_lists(lambda column: column.in_(select(AttendeeRow.id).where(*here))))


def _lists(of_whom: OfWhom) -> CompoundSelect[int, str, Any, str, int]:
    topic, need = AttendeeTopicRow.__table__, AttendeeNeedRow.__table__
    topic_name, need_name = TopicRow.__table__, NeedRow.__table__
    wish, answer = WishRow.__table__, ImportedAnswerRow.__table__
    merged = AttendeeRow.__table__.alias("merged")
    topics = topic.join(topic_name, topic_name.c.id == topic.c.topic_id)
    needs = need.join(need_name, need_name.c.id == need.c.need_id)
    return union_all(
        _list("topic", topics, of_whom, topic.c.attendee_id, topic.c.side, topic_name.c.name, topic.c.position),
        _list("need", needs, of_whom, need.c.attendee_id, need.c.side, need_name.c.name, need.c.position),
        _list("wish", wish, of_whom, wish.c.attendee_id, wish.c.kind, wish.c.text, wish.c.position),
        _list("answer", answer, of_whom, answer.c.attendee_id, answer.c.question, answer.c.answer, answer.c.position),
        _list(_MERGED, merged, of_whom, merged.c.merged_into, merged.c.code, merged.c.email, merged.c.id),
    ).order_by("position")


def _list(
    source: str,
    table: FromClause,
    of_whom: OfWhom,
    attendee_id: ColumnElement[int],
    word: ColumnElement[Any],
    text: ColumnElement[str],
    position: ColumnElement[int],
) -> Select[int, str, Any, str, int]:
    asked = select(
        attendee_id.label("attendee_id"),
        literal_column(f"'{source}'", String).label("source"),
        type_coerce(word, String).label("word"),
        text.label("text"),
        position.label("position"),
    )
    return asked.select_from(table).where(of_whom(attendee_id))
