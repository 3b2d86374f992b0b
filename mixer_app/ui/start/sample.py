"""A fresh sample event that is about to begin, so that everything can be tried on it."""

import random
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from mixer_app.domain.events import Event
from mixer_app.domain.progress import Progress

if TYPE_CHECKING:
    from mixer_app.services.database import Database

_LAST_HOUR_TODAY = 18


def make_sample(database: "Database", *, station: str, now: datetime, progress: Progress | None = None) -> Event:
    """Make the sample event for this evening, or for tomorrow's once the doors would be open."""
    from mixer_app.services.sample_event import create_sample_event

    day = sample_day(now)
    dice = random.SystemRandom()
    return create_sample_event(database, day=day, station=station, now=now, dice=dice, progress=progress)


def sample_day(now: datetime) -> date:
    """The day of a sample event made now, by the venue's clock."""
    here = now.astimezone()
    return here.date() + timedelta(days=here.hour >= _LAST_HOUR_TODAY)
