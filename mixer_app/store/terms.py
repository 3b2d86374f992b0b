"""Topics and needs of an event: one row for each, however it is spelled."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Select, bindparam, delete, select
from sqlalchemy.orm import Session

from mixer_app.domain.events import Need
from mixer_app.domain.folding import text_key
from mixer_app.store.rows import AttendeeNeedRow, AttendeeTopicRow, NeedRow, TopicRow

_Term = TypeVar("_Term", TopicRow, NeedRow)


def topic_ids(session: Session, event_id: int, names: Iterable[str]) -> dict[str, int]:
    """The row of each topic by `text_key`; topics that nobody named before are added, unlisted."""
    return _ids(session, event_id, names, TopicRow)


def need_ids(session: Session, event_id: int, names: Iterable[str]) -> dict[str, int]:
    """The row of each need by `text_key`; needs that nobody named before are added, unlisted."""
    return _ids(session, event_id, names, NeedRow)


def set_listed_topics(session: Session, event_id: int, topics: Iterable[str]) -> None:
    """Make `topics` the organizer's list, in this order."""
    _list_terms(session, event_id, list(topics), TopicRow)


def set_listed_needs(session: Session, event_id: int, needs: Iterable[Need]) -> None:
    """Make `needs` the organizer's list, in this order; what is no longer listed stays as sensitive as it was."""
    needs = list(needs)
    rows = _list_terms(session, event_id, [need.name for need in needs], NeedRow)
    for need in needs:
        rows[text_key(need.name)].sensitive = need.sensitive
    session.flush()


def rename_in_place(
    session: Session, event_id: int, before: Sequence[str], after: Sequence[str], kind: type[_Term]
) -> None:
    """Where exactly one name of a list was replaced by a new one, rename its row: people keep what they chose."""
    if len(before) != len(after):
        return
    pairs = [(old, new) for old, new in zip(before, after, strict=True) if text_key(old) != text_key(new)]
    known = _rows(session, event_id, kind)
    if len(pairs) == 1 and text_key(pairs[0][1]) not in known and text_key(pairs[0][0]) in known:
        old, new = pairs[0]
        known[text_key(old)].name, known[text_key(old)].key = new, text_key(new)
        session.flush()


def _ids(session: Session, event_id: int, names: Iterable[str], kind: type[_Term]) -> dict[str, int]:
    spelled = {text_key(name): " ".join(name.split()) for name in names if name.strip()}
    if not spelled:
        return {}
    known = _rows(session, event_id, kind)
    for key, name in spelled.items():
        if key not in known:
            known[key] = _add(session, event_id, name, len(known), kind, listed=False)
    session.flush()
    return {key: known[key].id for key in spelled}


def _list_terms(session: Session, event_id: int, names: list[str], kind: type[_Term]) -> dict[str, _Term]:
    known = _rows(session, event_id, kind)
    for row in known.values():
        row.listed = False
    for position, name in enumerate(names):
        key = text_key(name)
        if key not in known:
            known[key] = _add(session, event_id, name, position, kind, listed=True)
        known[key].name, known[key].position, known[key].listed = name, position, True
    session.flush()
    _forget_unused(session, event_id, kind)
    return known


def _forget_unused(session: Session, event_id: int, kind: type[_Term]) -> None:
    """Drop what is neither listed nor named by anybody."""
    used = select(AttendeeTopicRow.topic_id) if kind is TopicRow else select(AttendeeNeedRow.need_id)
    session.execute(delete(kind).where(kind.event_id == event_id, ~kind.listed, kind.id.not_in(used)))


def _rows(session: Session, event_id: int, kind: type[_Term]) -> dict[str, _Term]:
    return {row.key: row for row in session.scalars(_asked(kind), {"event_id": event_id})}


@cache
def _asked(kind: type[_Term]) -> Select[Any]:
    return select(kind).where(kind.event_id == bindparam("event_id"))


def _add(session: Session, event_id: int, name: str, position: int, kind: type[_Term], *, listed: bool) -> _Term:
    row = kind(event_id=event_id, name=name, key=text_key(name), position=position, listed=listed)
    if isinstance(row, NeedRow):
        row.sensitive = False
    session.add(row)
    return row
