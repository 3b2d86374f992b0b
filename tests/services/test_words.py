"""Dates, spans and lists in words."""

from datetime import date, datetime, timedelta

import pytest

from mixer_app.services.words import already_in, counted, day_in_words, listed, mid_sentence, minutes_in_words


def test_days_spans_and_lists_read_as_people_write_them() -> None:
    assert day_in_words(date(2026, 5, 14)) == "Thursday 14 May"
    assert minutes_in_words(timedelta(minutes=17, seconds=1)) == "18 min"
    assert minutes_in_words(timedelta(hours=2, minutes=5)) == "2 h 5 min"
    assert listed(["Ann"]) == "Ann"
    assert listed(["Ann", "Bo", "Chi"]) == "Ann, Bo and Chi"
    assert counted(1, "mentor", "mentors") == "1 mentor"


@pytest.mark.parametrize(("name", "inside"), [("Relocation", "relocation"), ("AI", "AI"), ("DDaT", "DDaT"), ("", "")])
def test_names_inside_a_sentence_keep_their_capitals_if_they_are_acronyms(name: str, inside: str) -> None:
    assert mid_sentence(name) == inside


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=2), "already in, 2 s ago, at Kiosk 2"),
        (timedelta(seconds=0), "already in, 1 s ago, at Kiosk 2"),
        (timedelta(seconds=-5), "already in, 1 s ago, at Kiosk 2"),  # the clock of that station is ahead
        (timedelta(seconds=59), "already in, 59 s ago, at Kiosk 2"),
        (timedelta(minutes=2), "already in, today at 18:10, at Kiosk 2"),
        (timedelta(days=2), "already in, on 3 March at 18:12, at Kiosk 2"),
    ],
)
def test_a_second_check_in_is_told_when_and_where(ago: timedelta, words: str) -> None:
    now = datetime(2026, 3, 5, 18, 12).astimezone()
    assert already_in(now - ago, "Kiosk 2", now=now) == words


def test_what_is_not_known_of_a_first_check_in_is_left_out() -> None:
    assert already_in(None, "", now=datetime(2026, 3, 5, 18, 12).astimezone()) == "already in"
