"""Dates as a calendar file (iCalendar, RFC 5545) that calendars take in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from mixer_app.domain.content_lines import escaped, folded

_PRODUCT: Final = "-//Mentor Mixer//Mentor Mixer//EN"
_REMIND_AT: Final = "PT9H"  # after the day has begun
_REMIND_BEFORE: Final = "-PT1H"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """A whole day, or from a moment to a moment (aware)."""

    uid: str  # the same for the same entry, so that a file taken in twice gives it once
    title: str
    starts: date | datetime
    ends: datetime | None = None  # of an entry with times
    text: str = ""
    place: str = ""
    remind: bool = True  # at nine on the day, or an hour before
    private: bool = False  # who sees somebody's calendar sees only that there is something


def calendar_file(entries: Iterable[CalendarEntry], *, made_at: datetime) -> bytes:
    """The entries as one file; `made_at` (aware) is when they came to be known, not when the file was written."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += [line for entry in entries for line in _lines(entry, made_at)]
    return folded([*lines, "END:VCALENDAR"])


def _lines(entry: CalendarEntry, made_at: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(entry.uid)}"
    yield f"DTSTAMP:{_moment(made_at)}"
    yield from _when(entry)
    yield f"SUMMARY:{escaped(entry.title)}"
    if entry.text:
        yield f"DESCRIPTION:{escaped(entry.text)}"
    if entry.place:
        yield f"LOCATION:{escaped(entry.place)}"
    if entry.private:
        yield "CLASS:PRIVATE"
    if entry.remind:
        trigger = _REMIND_BEFORE if isinstance(entry.starts, datetime) else _REMIND_AT
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escaped(entry.title)}", f"TRIGGER:{trigger}")
        yield "END:VALARM"
    yield "END:VEVENT"


def _when(entry: CalendarEntry) -> Iterator[str]:
    if isinstance(entry.starts, datetime):
        yield f"DTSTART:{_moment(entry.starts)}"
        if entry.ends:
            yield f"DTEND:{_moment(entry.ends)}"
        return
    yield f"DTSTART;VALUE=DATE:{entry.starts:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.starts + timedelta(days=1):%Y%m%d}"
    yield "TRANSP:TRANSPARENT"  # a whole day that is not taken


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
