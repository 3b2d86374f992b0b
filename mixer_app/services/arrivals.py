"""Taking back that someone came, as one act: of a walk-in the registration goes with the check-in."""

from datetime import datetime
from typing import Final

from mixer_app.domain.people import Attendee
from mixer_app.services.check_in import undo_check_in
from mixer_app.services.journal import undo
from mixer_app.services.stand_in import is_stand_in, take_back_kept
from mixer_app.store import Session, attendees, journal, standing

_CAME_BY: Final = frozenset({"added", "checked in", "registered again"})


def undo_arrival(
    session: Session, event_id: int, attendee_id: int, *, station: str, now: datetime, request_id: str | None = None
) -> Attendee | None:
    """Take back the act by which someone came, wherever it was made; twice is once. Who it was, as they are now.

    A walk-in was registered and checked in by one act, and is no longer registered after it; anyone else is
    registered and not here. Without the server only what was done without it can be taken back.
    """
    if is_stand_in(session):
        return take_back_kept(
            session, event_id, f"#{attendee_id}", station=station, now=now, request_id=request_id
        ).attendee
    walked_in = _walk_in_entry(session, attendee_id)
    if walked_in is None:
        result = undo_check_in(session, event_id, f"#{attendee_id}", station=station, now=now, request_id=request_id)
        return result.attendee
    undo(session, walked_in, station=station, now=now)
    return attendees.get_attendee(session, attendee_id)


def _walk_in_entry(session: Session, attendee_id: int) -> int | None:
    """The line of the journal by which someone who is here was registered and came; None: they came otherwise."""
    standing.lock_attendee(session, attendee_id)
    attendee = attendees.get_attendee(session, attendee_id)
    if not attendee.walk_in or not attendee.here:
        return None
    came = next(
        (one for one in journal.records_about(session, attendee_id) if one.what in _CAME_BY and not one.undone), None
    )
    whole = came is not None and came.what == "added" and came.at == attendee.checked_in_at
    return came.id if whole and came is not None else None
