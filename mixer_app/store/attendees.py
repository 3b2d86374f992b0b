"""Attendees as they are read: a handful of queries, however many people there are."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from mixer_app.domain.errors import MixerError
from mixer_app.domain.folding import email_key, fold
from mixer_app.domain.people import Attendee, PersonName, Status
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
from mixer_app.store.rows.people import PLAIN_FIELDS

_Lists = Mapping[tuple[int, object], list[Any]]


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


def with_code(session: Session, event_id: int, code: str) -> list[Attendee]:
    """Who wears the badge with this code at this event: nobody or one."""
    return _load(session, AttendeeRow.event_id == event_id, AttendeeRow.code == code)


def with_email(session: Session, event_id: int, address: str) -> list[Attendee]:
    """Who of an event registered with this e-mail address; those who cancelled too."""
    return _load(session, AttendeeRow.event_id == event_id, AttendeeRow.email_key == email_key(address))


def attendee_order(attendee: Attendee) -> tuple[str, str, int]:
    """Where an attendee stands in a list by family name."""
    return _by_family_name(attendee)


def _by_family_name(attendee: Attendee) -> tuple[str, str, int]:
    return fold(attendee.name.family or attendee.name.full), fold(attendee.name.full), attendee.id


def _load(session: Session, *conditions: ColumnElement[bool]) -> list[Attendee]:
    rows = session.execute(select(AttendeeRow.__table__).where(*conditions)).all()
    if not rows:
        return []
    chosen = select(AttendeeRow.id).where(*conditions)
    topics, needs = _topics(session, chosen), _needs(session, chosen)
    wishes, answers = _wishes(session, chosen), _answers(session, chosen)
    return [_attendee(row, topics, needs, wishes, answers) for row in rows]


def _attendee(row: Any, topics: _Lists, needs: _Lists, wishes: _Lists, answers: Mapping[int, list[Any]]) -> Attendee:
    key = row.id
    return Attendee(
        name=PersonName(full=row.full_name, given=row.given_name, family=row.family_name, native=row.native_name),
        languages=tuple(row.languages),
        rests=tuple(row.rests),
        needs_wanted=tuple(needs.get((key, Side.WANTED), ())),
        needs_offered=tuple(needs.get((key, Side.OFFERED), ())),
        topics_wanted=tuple(topics.get((key, Side.WANTED), ())),
        topics_offered=tuple(topics.get((key, Side.OFFERED), ())),
        wishes=tuple(wishes.get((key, WishKind.WISH), ())),
        keep_apart=tuple(wishes.get((key, WishKind.KEEP_APART), ())),
        answers=tuple(answers.get(key, ())),
        **{name: getattr(row, name) for name in PLAIN_FIELDS},
        **{name: getattr(row, name) for name in _STANDING},
    )


_STANDING = (
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
)
"""Columns that the evening fills, named as in `Attendee`."""


def _topics(session: Session, chosen: Select[int]) -> _Lists:
    return _lists(
        session.execute(
            select(AttendeeTopicRow.attendee_id, AttendeeTopicRow.side, TopicRow.name)
            .join(TopicRow, TopicRow.id == AttendeeTopicRow.topic_id)
            .where(AttendeeTopicRow.attendee_id.in_(chosen))
            .order_by(AttendeeTopicRow.attendee_id, AttendeeTopicRow.position)
        )
    )


def _needs(session: Session, chosen: Select[int]) -> _Lists:
    return _lists(
        session.execute(
            select(AttendeeNeedRow.attendee_id, AttendeeNeedRow.side, NeedRow.name)
            .join(NeedRow, NeedRow.id == AttendeeNeedRow.need_id)
            .where(AttendeeNeedRow.attendee_id.in_(chosen))
            .order_by(AttendeeNeedRow.attendee_id, AttendeeNeedRow.position)
        )
    )


def _wishes(session: Session, chosen: Select[int]) -> _Lists:
    return _lists(
        session.execute(
            select(WishRow.attendee_id, WishRow.kind, WishRow.text)
            .where(WishRow.attendee_id.in_(chosen))
            .order_by(WishRow.attendee_id, WishRow.position)
        )
    )


def _answers(session: Session, chosen: Select[int]) -> Mapping[int, list[tuple[str, str]]]:
    rows = session.execute(
        select(ImportedAnswerRow.attendee_id, ImportedAnswerRow.question, ImportedAnswerRow.answer)
        .where(ImportedAnswerRow.attendee_id.in_(chosen))
        .order_by(ImportedAnswerRow.attendee_id, ImportedAnswerRow.position)
    )
    found: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for attendee_id, question, answer in rows:
        found[attendee_id].append((question, answer))
    return found


def _lists(rows: Iterable[Any]) -> _Lists:
    found: defaultdict[tuple[int, object], list[Any]] = defaultdict(list)
    for attendee_id, kind, name in rows:
        found[attendee_id, kind].append(name)
    return found
