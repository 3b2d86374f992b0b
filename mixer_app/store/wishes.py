"""Wishes and keep-aparts: whom the names that people typed stand for."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache
from typing import Final, NamedTuple

from sqlalchemy import Select, bindparam, func, or_, select, update
from sqlalchemy.orm import Session

from mixer_app.domain.badge_code import parse_badge_code
from mixer_app.domain.folding import email_key, words_of
from mixer_app.domain.people import Status
from mixer_app.store.rows import AttendeeRow, WishKind, WishRow

_FEW: Final = 100
"""So many changed people are looked at alone before everybody is."""


class UnresolvedWish(NamedTuple):
    """A name that stands for nobody, or for several, at this event."""

    attendee_id: int
    keep_apart: bool
    text: str
    candidates: tuple[int, ...]


def wishes(session: Session, event_id: int) -> set[tuple[int, int]]:
    """Who would like to meet whom, as numbers of attendees, where it is clear who is meant."""
    return {
        (row.attendee_id, row.target_id)
        for row in _rows(session, event_id, WishKind.WISH)
        if row.target_id is not None and row.target_id != row.attendee_id
    }


def keep_aparts(session: Session, event_id: int) -> set[frozenset[int]]:
    """Pairs who never meet; a name that could be several people keeps them all away."""
    rows = _rows(session, event_id, WishKind.KEEP_APART)
    if not rows:
        return set()
    people = _Names(session, event_id)
    pairs: set[frozenset[int]] = set()
    for row in rows:
        meant = set(people.meant_by(row.text))
        if row.target_id is not None:
            meant.add(row.target_id)
        pairs |= {frozenset((row.attendee_id, other)) for other in meant if other != row.attendee_id}
    return pairs


def unresolved_wishes(session: Session, event_id: int) -> list[UnresolvedWish]:
    """Names that could not be tied to one attendee."""
    rows = [row for kind in WishKind for row in _rows(session, event_id, kind) if row.target_id is None]
    if not rows:
        return []
    people = _Names(session, event_id)
    return [
        UnresolvedWish(row.attendee_id, row.kind is WishKind.KEEP_APART, row.text, tuple(people.meant_by(row.text)))
        for row in rows
    ]


def resolve_wishes(session: Session, event_id: int, changed: Collection[int]) -> None:
    """Tie names that are not tied yet to the one attendee they can mean, after these attendees were changed."""
    open_rows = [row for row in _rows(session, event_id, *WishKind) if row.target_id is None]
    if open_rows and len(changed) < _FEW:
        some = _Names(session, event_id, changed)
        open_rows = [row for row in open_rows if row.attendee_id in changed or some.meant_by(row.text)]
    if not open_rows:
        return
    people = _Names(session, event_id)
    found = [(row, people.meant_by(row.text)) for row in open_rows]
    values = [
        {"attendee_id": row.attendee_id, "kind": row.kind, "position": row.position, "target_id": meant[0]}
        for row, meant in found
        if len(meant) == 1
    ]
    if values:
        session.execute(update(WishRow), values)


def _rows(session: Session, event_id: int, *kinds: WishKind) -> list[WishRow]:
    return list(session.scalars(_asked(*kinds), {"event_id": event_id}))


@cache
def _asked(*kinds: WishKind) -> Select[WishRow]:
    chosen = select(AttendeeRow.id).where(AttendeeRow.event_id == bindparam("event_id"))
    return (
        select(WishRow)
        .where(WishRow.attendee_id.in_(chosen), WishRow.kind.in_(kinds))
        .order_by(WishRow.attendee_id, WishRow.kind, WishRow.position)
        .execution_options(populate_existing=True)
    )


class _Names:
    """The people of one event by code, e-mail and the words of their names."""

    def __init__(self, session: Session, event_id: int, only: Collection[int] | None = None) -> None:
        known = func.coalesce(AttendeeRow.merged_into, AttendeeRow.id)  # who was merged is still meant by their name
        here = or_(AttendeeRow.status != Status.CANCELLED, AttendeeRow.merged_into.is_not(None))
        chosen = [AttendeeRow.event_id == event_id, here]
        if only is not None:
            chosen.append(known.in_(only))
        rows = session.execute(
            select(
                known.label("id"),
                AttendeeRow.code,
                AttendeeRow.email_key,
                AttendeeRow.name_key,
                AttendeeRow.native_name,
            ).where(*chosen)
        ).all()
        self._codes = {row.code: row.id for row in rows}
        self._emails: defaultdict[str, list[int]] = defaultdict(list)
        self._words: defaultdict[str, set[int]] = defaultdict(set)
        self._names: defaultdict[int, list[frozenset[str]]] = defaultdict(list)  # more than one of who was merged
        for row in rows:
            if row.email_key and row.id not in self._emails[row.email_key]:
                self._emails[row.email_key].append(row.id)
            words = frozenset(row.name_key.split())
            self._names[row.id].append(words)
            for word in words | set(words_of(row.native_name)):
                self._words[word].add(row.id)

    def meant_by(self, text: str) -> list[int]:
        """Whom `text` can mean: by code, else e-mail, else the whole name, else all of its words."""
        code = parse_badge_code(text)
        if code in self._codes:
            return [self._codes[code]]
        for part in text.replace("<", " ").replace(">", " ").split():
            if "@" in part and email_key(part) in self._emails:
                return self._emails[email_key(part)]
        words = frozenset(words_of(text))
        return self._whole_names(words) or self._all_of(words)

    def _whole_names(self, words: frozenset[str]) -> list[int]:
        """People all of whose name stands in the text, which may add a title or an employer."""
        near = self._any_of(words)
        equal = sorted(number for number in near if words in self._names[number])
        return equal or sorted(n for n in near if any(len(name) > 1 and name <= words for name in self._names[n]))

    def _all_of(self, words: frozenset[str]) -> list[int]:
        """People whose name has every word of the text."""
        if not words:
            return []
        return sorted(set[int].intersection(*(self._words.get(word, set()) for word in words)))

    def _any_of(self, words: Iterable[str]) -> set[int]:
        return set[int]().union(*(self._words.get(word, set()) for word in words))
