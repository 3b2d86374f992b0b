"""The organizer's dates as a calendar file: the evening, and when to look after what came of it."""

from datetime import timedelta
from pathlib import Path
from typing import Final

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.exchange.ics import CalendarEntry, calendar_file
from mixer_app.exchange.writing import write_bytes
from mixer_app.services.events import find_event
from mixer_app.services.follow_up import months_later, next_working_day
from mixer_app.services.wall_clock import moment_of
from mixer_app.store import Database

_TWO_WEEKS: Final = "Ask mentors and mentees whether they have been in touch; a line from you is enough."
_THREE_MONTHS: Final = "Ask the pairs whether they still meet, and note it on the Follow-up page."


def export_calendar(database: Database, event_id: int, out: Path) -> int:
    """Write the evening and the two dates after it; how many entries there are."""
    if out.suffix.lower() != ".ics":
        raise MixerError(f"{out.name} must end in .ics. Choose another name.")
    event = database.read(find_event, str(event_id))
    entries = _entries(event)
    write_bytes(out, calendar_file(entries, made_at=event.created_at))
    return len(entries)


def _entries(event: Event) -> list[CalendarEntry]:
    rounds = event.round_times()
    begins = event.doors_at or event.starts_at
    made = f"event.{event.id}.{event.created_at:%Y%m%d%H%M%S}"
    dates = (
        ("two-weeks", event.date + timedelta(days=14), f"Two weeks after {event.name}", _TWO_WEEKS),
        ("three-months", months_later(event.date, 3), f"Three months after {event.name}", _THREE_MONTHS),
    )
    return [
        CalendarEntry(
            uid=f"{made}.evening@mentor-mixer.invalid",
            title=event.name,
            starts=moment_of(begins),
            ends=moment_of(rounds[-1].ends_at if rounds else begins),
            place=event.venue,
        ),
        *(
            CalendarEntry(
                uid=f"{made}.{name}@mentor-mixer.invalid", title=title, starts=next_working_day(day), text=text
            )
            for name, day, title, text in dates
        ),
    ]
