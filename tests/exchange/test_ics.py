"""Calendars as another program reads them."""

from datetime import UTC, date, datetime, timedelta, timezone

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.exchange.ics import CalendarEntry, calendar_file

MADE = datetime(2027, 1, 2, 3, 4, tzinfo=UTC)
A_DAY = CalendarEntry(uid="7K4Q@mixer", title="Write to Ada", starts=date(2027, 12, 31), text="Two lines", private=True)
SEEN = st.text(
    st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp"), include_characters="\u200c\u200d\u200e\u200f"),
    min_size=1,
    max_size=200,
).map(lambda text: text.replace("\ufffe", "").replace("\uffff", "") + ".")


def read(*entries):
    calendar = icalendar.Calendar.from_ical(calendar_file(entries, made_at=MADE))
    assert not calendar.errors
    return calendar.walk("VEVENT")


def test_a_date_is_a_whole_free_private_day_with_a_reminder_in_the_morning():
    (found,) = read(A_DAY)
    assert found.decoded("dtstart") == date(2027, 12, 31)
    assert found.decoded("dtend") == date(2028, 1, 1)
    assert (found["transp"], found["class"]) == ("TRANSPARENT", "PRIVATE")
    (alarm,) = found.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(hours=9)
    assert not found.errors


def test_an_evening_stands_at_its_moment_wherever_it_is_read():
    start = datetime(2027, 4, 15, 18, 0, tzinfo=timezone(timedelta(hours=9)))
    (found,) = read(
        CalendarEntry(
            uid="1", title="Mixer", starts=start, ends=start + timedelta(hours=2), place="Hall; 2", remind=False
        )
    )
    assert found.decoded("dtstart") == datetime(2027, 4, 15, 9, 0, tzinfo=UTC)
    assert found.decoded("dtend") == datetime(2027, 4, 15, 11, 0, tzinfo=UTC)
    assert found["location"] == "Hall; 2"
    assert not found.walk("VALARM")


def test_taken_in_twice_it_is_the_same_entry():
    assert calendar_file([A_DAY], made_at=MADE) == calendar_file([A_DAY], made_at=MADE)
    first, second = read(A_DAY), read(A_DAY)
    assert first[0]["uid"] == second[0]["uid"] == "7K4Q@mixer"
    assert first[0].decoded("dtstamp") == MADE


@given(title=SEEN, text=SEEN)
def test_whatever_is_written_another_program_reads_it_back(title, text):
    (found,) = read(CalendarEntry(uid="1", title=title, starts=date(2027, 4, 29), text=text))
    assert str(found["summary"]) == title
    assert str(found["description"]) == text


@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_no_title_can_add_an_entry(text):
    evil = f"x\r\nEND:VEVENT\nBEGIN:VEVENT\u2028ATTACH:file{text}"
    found = read(CalendarEntry(uid="1", title=evil, starts=date(2027, 4, 29), text=evil), A_DAY)
    assert len(found) == 2
    assert "attach" not in found[0]


@pytest.mark.parametrize("day", [date(1999, 12, 31), date(2028, 2, 28)])
def test_a_day_ends_where_the_next_begins(day):
    (found,) = read(CalendarEntry(uid="1", title="x", starts=day))
    assert found.decoded("dtend") - found.decoded("dtstart") == timedelta(days=1)
