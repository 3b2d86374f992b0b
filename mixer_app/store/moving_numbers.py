"""Numbers that rows have in another database, wherever an old number stands: in columns and in the journal's JSON."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from functools import cache
from typing import Any, Final, TypeAlias

from mixer_app.store.journal import ATTENDEE_IDS, SOURCE_IDS
from mixer_app.store.moving_rows import Rows, named_by
from mixer_app.store.rows import JournalPrivateRow, JournalRow, Row

NumberOf: TypeAlias = Callable[[str, int], int]
"""The new number of a row, by its table and its old number."""

_IN_PAYLOADS: Final = {
    ATTENDEE_IDS: "attendees",
    SOURCE_IDS: "attendees",
    "act_id": "live_acts",
    "call_id": "desk_calls",
    "of": "journal",
    **dict.fromkeys(("before", "after", "as"), "plans"),  # where they are numbers: of a plan they are its version
}
"""Names under which the journal holds numbers of rows, beside those of columns."""

_LISTS: Final = {("print_jobs", "badges"): "attendees"}
"""Columns that hold a list of numbers."""

_WITH_PAYLOAD: Final = (JournalRow.__tablename__, JournalPrivateRow.__tablename__)


class Numbers:
    """What each old number has become."""

    def __init__(self) -> None:
        self._new: defaultdict[str, dict[int, int]] = defaultdict(dict)

    def settle(self, table: str, old: int, new: int) -> None:
        """A row that is there already, or was given its number elsewhere."""
        self._new[table][old] = new

    def give(self, table: str, old: Collection[int], *, after: int) -> None:
        """Number these rows, in their order, after the last number of the table."""
        fresh = sorted(number for number in old if number not in self._new[table])
        self._new[table] |= {number: after + rank for rank, number in enumerate(fresh, start=1)}

    def last(self, table: str) -> int:
        """The largest number that a row of the table has now; 0: none has one."""
        return max(self._new[table].values(), default=0)

    def of(self, table: str, old: int) -> int:
        """What a number has become."""
        return self._new[table][old]


def mentioned(rows: Rows) -> dict[str, set[int]]:
    """Every number that stands anywhere in these rows, by table: also of rows that are gone, or of other events."""
    found: defaultdict[str, set[int]] = defaultdict(set)

    def note(table: str, number: int) -> int:
        found[table].add(number)
        return number

    for table, some in rows.items():
        for row in some:
            renumbered(table, row, note)
    return dict(found)


def renumbered(table: str, row: Mapping[str, Any], number_of: NumberOf) -> dict[str, Any]:
    """A row with new numbers."""
    named = named_by(table)
    made = {name: _number(named.get(name), value, number_of) for name, value in row.items()}
    for (of, column), to in _LISTS.items():
        if of == table and made.get(column):
            made[column] = [number_of(to, one) for one in made[column]]
    if table in _WITH_PAYLOAD and made["payload"]:
        made["payload"] = {name: _told(name, value, number_of) for name, value in made["payload"].items()}
    return made


def _told(name: str, value: Any, number_of: NumberOf) -> Any:
    """What a payload holds under a name; most of it are no numbers of rows."""
    if name == "changes":
        return [_change(one, number_of) for one in value]
    if name == "decided" and value:
        return [number_of("attendees", one) for one in value[:2]] + value[2:]
    if name in (ATTENDEE_IDS, SOURCE_IDS):
        return [number_of("attendees", one) for one in value]
    return _number(_names().get(name), value, number_of)


def _change(change: Mapping[str, Any], number_of: NumberOf) -> dict[str, Any]:
    """What was done to one row (see `row_changes`)."""
    table = Row.metadata.tables[change["table"]]
    named = named_by(table.name)
    keys = zip(table.primary_key, change["key"], strict=True)
    return {
        "table": table.name,
        "key": [_number(named.get(column.name), key, number_of) for column, key in keys],
        **{side: change[side] and renumbered(table.name, change[side], number_of) for side in ("before", "after")},
    }


def _number(table: str | None, value: Any, number_of: NumberOf) -> Any:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return number_of(table, value) if table is not None and is_number else value


@cache
def _names() -> Mapping[str, str]:
    columns = {
        key.parent.name: key.column.table.name for table in Row.metadata.sorted_tables for key in table.foreign_keys
    }
    return columns | _IN_PAYLOADS
