"""What a change did to rows, kept so that it can be taken back and done again exactly."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time
from enum import Enum
from typing import Any, Final, TypeAlias

from sqlalchemy import Column, ColumnElement, DateTime, Table, Time, and_, bindparam, delete, select, update
from sqlalchemy.orm import Session

from mixer_app.store.batches import batches, insert_rows
from mixer_app.store.rows import Row
from mixer_app.store.rows.base import UtcDateTime

Key: TypeAlias = tuple[Any, ...]
Rows: TypeAlias = dict[tuple[str, Key], dict[str, Any]]
"""Rows ready for JSON, by the name of their table and their key."""

_STAMPS: Final = frozenset({"updated_at"})
"""Columns that say when: another value there is no change that anybody made."""

_KINDS: Final[dict[str, type[Row]]] = {mapper.class_.__tablename__: mapper.class_ for mapper in Row.registry.mappers}


def read_rows(session: Session, wanted: Mapping[type[Row], ColumnElement[bool]]) -> Rows:
    """The rows of each table that meet its condition."""
    session.flush()
    found: Rows = {}
    for kind, condition in wanted.items():
        table = _table(kind.__tablename__)
        for row in session.connection().execute(select(table).where(condition)).mappings():
            kept = {name: _plain(value) for name, value in row.items()}
            found[table.name, tuple(kept[column.name] for column in table.primary_key)] = kept
    return found


def changes_between(before: Rows, after: Rows) -> list[dict[str, Any]]:
    """What made `after` of `before`: rows that are gone, came, or have other values (only those columns)."""
    changes: list[dict[str, Any]] = []
    for place in [*before, *(place for place in after if place not in before)]:
        old, new = before.get(place), after.get(place)
        if old is not None and new is not None:
            differ = [name for name in old if old[name] != new[name]]
            if not differ:
                continue
            old, new = ({name: row[name] for name in differ} for row in (old, new))
        changes.append({"table": place[0], "key": list(place[1]), "before": old, "after": new})
    return changes


def changed_again(session: Session, changes: Sequence[Mapping[str, Any]], *, back: bool) -> bool:
    """Whether a row is no longer as these changes left it (`back`), or found it."""
    now_there = _present(session, changes)
    expected = "after" if back else "before"
    return any(_differs(one[expected], now_there.get((one["table"], tuple(one["key"])))) for one in changes)


def write_changes(session: Session, changes: Sequence[Mapping[str, Any]], *, back: bool) -> None:
    """Take these changes back, or do them again; ask `changed_again` first."""
    source, target = ("after", "before") if back else ("before", "after")
    for one in changes:
        if one[target] is None:
            table = _table(one["table"])
            session.execute(delete(table).where(_is(table, one["key"])))
    _update(session, [one for one in changes if one[source] is not None and one[target] is not None], target)
    coming: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in changes:
        if one[source] is None:
            table = _table(one["table"])
            coming[table.name].append({name: _value(table.c[name], kept) for name, kept in one[target].items()})
    for name, values in coming.items():
        insert_rows(session, _KINDS[name], values)
    session.expire_all()


def _update(session: Session, changes: Iterable[Mapping[str, Any]], target: str) -> None:
    """Write many rows at a time: those of one table with the same columns."""
    alike: defaultdict[tuple[str, Key], list[dict[str, Any]]] = defaultdict(list)
    for one in changes:
        table = _table(one["table"])
        values = {name: _value(table.c[name], kept) for name, kept in one[target].items()}
        keys = {f"key_{column.name}": key for column, key in zip(table.primary_key, one["key"], strict=True)}
        alike[table.name, tuple(sorted(values))].append(keys | values)
    for (name, _), rows in alike.items():
        table = _table(name)
        found = and_(*(column == bindparam(f"key_{column.name}") for column in table.primary_key))
        session.connection().execute(update(table).where(found), rows)


def _present(session: Session, changes: Sequence[Mapping[str, Any]]) -> Rows:
    """The rows that the changes are about, as they are now."""
    firsts: defaultdict[str, dict[Any, None]] = defaultdict(dict)
    for one in changes:
        firsts[one["table"]][one["key"][0]] = None
    found: Rows = {}
    for name, keys in firsts.items():
        first = next(iter(_table(name).primary_key))
        for some in batches(list(keys)):
            found |= read_rows(session, {_KINDS[name]: first.in_(some)})
    return found


def _differs(expected: Mapping[str, Any] | None, row: Mapping[str, Any] | None) -> bool:
    if expected is None or row is None:
        return expected is not row
    return any(row[name] != value for name, value in expected.items() if name not in _STAMPS)


def _table(name: str) -> Table:
    return Row.metadata.tables[name]


def _is(table: Table, key: Sequence[Any]) -> ColumnElement[bool]:
    return and_(*(column == value for column, value in zip(table.primary_key, key, strict=True)))


def _plain(value: Any) -> Any:
    """A value of a row, ready for JSON."""
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, (datetime, time)) else value


def _value(column: Column[Any], kept: Any) -> Any:
    """A value of a row after a way through JSON."""
    if kept is None:
        return None
    if isinstance(column.type, (UtcDateTime, DateTime)):
        return datetime.fromisoformat(kept)
    return time.fromisoformat(kept) if isinstance(column.type, Time) else kept
