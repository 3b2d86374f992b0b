"""Who was seen at their table in which round, and who was looked for and not found."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from mixer_app.store.batches import batches
from mixer_app.store.rows import AttendeeRow, SightingRow


def sightings_of(session: Session, event_id: int) -> dict[tuple[int, int], bool]:
    """For (attendee, round) whether they were seen; where nobody looked there is no entry."""
    rows = session.execute(
        select(SightingRow.attendee_id, SightingRow.round, SightingRow.seen)
        .join(AttendeeRow, AttendeeRow.id == SightingRow.attendee_id)
        .where(AttendeeRow.event_id == event_id)
    )
    return {(attendee_id, number): seen for attendee_id, number, seen in rows}


def set_sightings(
    session: Session, number: int, seen: Mapping[int, bool | None], *, station: str, now: datetime
) -> dict[int, bool | None]:
    """Note for attendees whether they were seen in round `number` (None: nobody looked); what was noted before."""
    before: dict[int, bool | None] = dict.fromkeys(seen)
    of_round = SightingRow.round == number
    for some in batches(sorted(seen)):
        known = select(SightingRow).where(of_round, SightingRow.attendee_id.in_(some))
        before.update({row.attendee_id: row.seen for row in session.scalars(known)})
        session.execute(delete(SightingRow).where(of_round, SightingRow.attendee_id.in_(some)))
    session.add_all(
        SightingRow(attendee_id=one, round=number, seen=value, at=now, station=station)
        for one, value in seen.items()
        if value is not None
    )
    session.flush()
    return before
