"""The evening that is under way, so that a station that is opened anew goes on with it."""

from datetime import datetime, timedelta
from typing import Final

from mixer_app.domain.events import Event
from mixer_app.services.evening import evening_now
from mixer_app.store import Session, events, live_acts

_SAME_EVENING: Final = timedelta(hours=12)
"""A clock that was paused and never resumed is no evening any more the day after."""


def running_event(session: Session, *, now: datetime) -> Event | None:
    """The event whose rounds are being held; None: nobody waits for this station."""
    newest = live_acts.newest_act(session)
    if newest is None or not timedelta(0) <= now - newest.at < _SAME_EVENING:
        return None
    if not evening_now(session, newest.event_id, now=now).under_way:
        return None
    return events.get_event(session, newest.event_id)
