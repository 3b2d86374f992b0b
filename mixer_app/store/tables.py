"""Tables of the room: each mentor keeps one all evening, over all versions of the plan."""

from collections.abc import Mapping

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from mixer_app.store.batches import insert_rows
from mixer_app.store.rows import TableRow


def table_numbers(session: Session, event_id: int) -> dict[int, int]:
    """The table of each mentor, by number of attendee."""
    rows = session.execute(
        select(TableRow.host_id, TableRow.number).where(TableRow.event_id == event_id).order_by(TableRow.number)
    )
    return {host_id: number for host_id, number in rows if host_id is not None}


def assign_tables(session: Session, event_id: int, numbers: Mapping[int, int]) -> None:
    """Give mentors (numbers of attendees) these tables; whoever is not named keeps theirs unless it is given away."""
    kept = {
        host: number
        for host, number in table_numbers(session, event_id).items()
        if host not in numbers and number not in set(numbers.values())
    }
    session.execute(delete(TableRow).where(TableRow.event_id == event_id))
    values = [
        {"event_id": event_id, "number": number, "host_id": host}
        for host, number in sorted((kept | dict(numbers)).items(), key=lambda pair: pair[1])
    ]
    insert_rows(session, TableRow, values)


def seat_mentors(session: Session, event_id: int, mentor_ids: list[int]) -> dict[int, int]:
    """The table of each of these mentors: the one they have, else the first that is free."""
    known = table_numbers(session, event_id)
    taken = set(known.values())
    free = (number for number in range(1, len(taken) + len(mentor_ids) + 1) if number not in taken)
    new = {mentor: next(free) for mentor in mentor_ids if mentor not in known}
    if new:
        assign_tables(session, event_id, new)
    return {mentor: (known | new)[mentor] for mentor in mentor_ids}
