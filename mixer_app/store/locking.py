"""Attendees kept from others while several of them are changed as one step."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from mixer_app.domain.errors import MixerError
from mixer_app.store.batches import batches
from mixer_app.store.rows import AttendeeRow


def lock_attendees(session: Session, attendee_ids: Collection[int]) -> None:
    """Let nobody else change these attendees until the transaction ends (SQLite: the file is locked already).

    Always in one order, so that two stations never wait for each other. `MixerError` if one is not there.
    """
    wanted = sorted(set(attendee_ids))
    for some in batches(wanted):
        locked = select(AttendeeRow.id).where(AttendeeRow.id.in_(some)).order_by(AttendeeRow.id).with_for_update()
        if missing := set(some) - set(session.scalars(locked)):
            raise MixerError(f"There is no attendee #{min(missing)}. Look at the list of people again.")
