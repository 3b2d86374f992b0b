"""Where the tables refer to attendees: found in the schema, so that a new table is never forgotten to be emptied."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sqlalchemy import Column, Table, delete, select, update
from sqlalchemy.orm import Session

from mixer_app.store.batches import batches
from mixer_app.store.rows import AttendeeRow, Row


class Reference(NamedTuple):
    """A column that names an attendee, and whether its row is nothing without them."""

    table: Table
    column: "Column[int]"
    owned: bool


@cache
def references() -> tuple[Reference, ...]:
    """Every column that names an attendee; tables that others refer to come last."""
    return tuple(
        Reference(table, key.parent, key.ondelete == "CASCADE")
        for table in reversed(Row.metadata.sorted_tables)
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name)
        if key.column.table is AttendeeRow.__table__
    )


def is_referred_to(session: Session, attendee_ids: Sequence[int], *, but: frozenset[str]) -> bool:
    """Whether a row of another table than those in `but` is about one of these attendees."""
    return any(
        session.execute(select(column).where(column.in_(some)).limit(1)).first()
        for table, column, owned in references()
        if owned and table.name not in but
        for some in batches(attendee_ids)
    )


def part_from(session: Session, attendee_ids: Sequence[int], *, keep: frozenset[str] = frozenset()) -> None:
    """Delete the rows that are nothing without these attendees, and let the others name nobody.

    The attendees themselves stay; so do the rows of the tables in `keep`.
    """
    session.flush()
    for table, column, owned in references():
        if table.name in keep:
            continue
        for some in batches(attendee_ids):
            named = column.in_(some)
            session.execute(delete(table).where(named) if owned else update(table).where(named).values({column: None}))
    session.expire_all()
