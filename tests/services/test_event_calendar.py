"""The organizer's dates as a calendar program reads them."""

from datetime import date, datetime

import icalendar
import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.services.event_calendar import export_calendar
from mixer_app.services.wall_clock import moment_of


def test_the_evening_and_two_dates_after_it_can_be_taken_in(database, event, tmp_path):
    out = tmp_path / "dates.ics"
    assert export_calendar(database, event.id, out) == 3
    found = icalendar.Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    assert [str(entry["summary"]) for entry in found] == [
        "Physician mixer",
        "Two weeks after Physician mixer",
        "Three months after Physician mixer",
    ]
    assert found[0].decoded("dtstart") == moment_of(datetime(2026, 3, 5, 18, 30))
    assert found[0].decoded("dtend") == moment_of(event.round_times()[-1].ends_at)
    assert [entry.decoded("dtstart") for entry in found[1:]] == [date(2026, 3, 19), date(2026, 6, 5)]


def test_the_same_dates_are_the_same_file(database, event, tmp_path):
    for name in ("a.ics", "b.ics"):
        export_calendar(database, event.id, tmp_path / name)
    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()


def test_another_ending_is_refused(database, event, tmp_path):
    with pytest.raises(MixerError, match=r"must end in \.ics"):
        export_calendar(database, event.id, tmp_path / "dates.csv")
