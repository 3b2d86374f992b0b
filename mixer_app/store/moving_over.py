"""The copy of an event that is in a database already, and how another takes its place."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session, aliased

from mixer_app.store.batches import batches
from mixer_app.store.moving_rows import EventContent, belongs_to
from mixer_app.store.rows import AttendeeRow, EventRow, PersonRow, Row


def find_copy(session: Session, made_at: datetime) -> int | None:
    """The number of an event; it is known again by the microsecond in which it was made, which no edit changes."""
    return session.scalar(select(EventRow.id).where(EventRow.created_at == made_at))


def same_persons(session: Session, content: EventContent, copy: int) -> dict[int, int]:
    """Who each person of `content` is here: whoever has their badge code in the copy; by their numbers there."""
    rows = session.execute(select(AttendeeRow.code, AttendeeRow.person_id).where(AttendeeRow.event_id == copy))
    here = {code: person for code, person in rows}  # noqa: C416  # rows are no pairs to the type checker
    found: dict[int, int] = {}
    for row in content.rows["attendees"]:
        person = here.get(row["code"])
        if person is not None and person not in found.values():
            found.setdefault(row["person_id"], person)
    return found


def drop_event(session: Session, event_id: int) -> set[int]:
    """Delete an event with all that belongs to it, but for its persons, whose numbers are given."""
    persons = set(session.scalars(select(AttendeeRow.person_id).where(AttendeeRow.event_id == event_id)))
    for table in reversed(Row.metadata.sorted_tables):
        condition = belongs_to(table, event_id)
        if condition is not None and table.name != PersonRow.__tablename__:
            session.execute(delete(table).where(condition))
    return persons


def drop_persons_left(session: Session, persons: Collection[int]) -> None:
    """Delete those of these persons who were at no event after all, and whom nobody was merged with."""
    other = aliased(PersonRow)
    came = exists().where(AttendeeRow.person_id == PersonRow.id)
    stands = exists().where(other.merged_into == PersonRow.id)
    for _merged_first in range(2):
        for some in batches(sorted(persons)):
            session.execute(
                delete(PersonRow).where(PersonRow.id.in_(some), ~came, ~stands),
                execution_options={"synchronize_session": False},
            )
