"""Dates, spans and lists in words."""

from datetime import date, timedelta

import pytest

from mixer_app.services.words import counted, day_in_words, listed, mid_sentence, minutes_in_words


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
