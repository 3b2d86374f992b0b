"""Everybody is on exactly one page, and the letters say on which."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.table_pages import (
    SeatLine,
    page_now,
    page_seconds,
    pages_of,
    range_of,
    sorted_lines,
)

LABELS = st.lists(st.text("abÅøñZ王محя .", min_size=1, max_size=5).filter(str.strip), max_size=120)


def lines_of(*labels: str) -> list[SeatLine]:
    return [SeatLine(number, label, number) for number, label in enumerate(labels)]


def labels_of(pages) -> list[str]:
    return [line.label for page in pages for line in page.lines]


@given(LABELS, st.integers(1, 30), st.integers(1, 5), st.sampled_from(("en", "ar", "sv", "es", "ja")))
def test_everybody_is_on_exactly_one_page_of_one_projector(labels, per_page, parts, language):
    lines = sorted_lines(lines_of(*labels), language)
    shown = [
        line
        for part in range(1, parts + 1)
        for page in pages_of(lines, language, per_page=per_page, part=part, parts=parts)
        for line in page.lines
    ]
    assert shown == list(lines)
    assert sorted(line.attendee_id for line in shown) == list(range(len(labels)))


@pytest.mark.parametrize("people", [0, 1, 24, 25, 6000])
def test_pages_hold_twenty_four_however_many_people_there_are(people):
    lines = sorted_lines(lines_of(*(f"Name{number:05}" for number in range(people))), "en")
    pages = pages_of(lines, "en", per_page=24)
    assert len(pages) == -(-people // 24)
    assert all(len(page.lines) == 24 for page in pages[:-1])
    assert len(labels_of(pages)) == people


def test_ranges_name_the_first_and_the_last_letter_and_more_where_a_letter_goes_on():
    lines = sorted_lines(lines_of("Ada N.", "Bo L.", "Carmen R.", "Chidi E.", "Øyvind H.", "Emre Y."), "en")
    assert [page.range for page in pages_of(lines, "en", per_page=3)] == ["A – Ca", "Ch – O"]
    assert range_of(pages_of(lines, "en", per_page=3)) == "A – O"


def test_an_alphabet_may_end_with_letters_of_its_own():
    labels = ("Åse B.", "Zoë K.", "Anna M.", "Örjan L.")
    assert labels_of(pages_of(sorted_lines(lines_of(*labels), "sv"), "sv", per_page=9)) == [
        "Anna M.",
        "Zoë K.",
        "Åse B.",
        "Örjan L.",
    ]
    assert labels_of(pages_of(sorted_lines(lines_of(*labels), "en"), "en", per_page=9))[:2] == ["Anna M.", "Åse B."]


def test_scripts_come_one_after_the_other_the_events_own_first():
    labels = ("王小明", "محمد", "Zoë K.", "Борис", "Ana S.")
    assert labels_of(pages_of(sorted_lines(lines_of(*labels), "en"), "en", per_page=9))[:2] == ["Ana S.", "Zoë K."]
    assert labels_of(pages_of(sorted_lines(lines_of(*labels), "ar"), "ar", per_page=9))[0] == "محمد"


def test_projectors_part_the_people_at_a_letter_near_the_middle():
    labels = [
        f"{letter}{number:02}" for letter, people in (("A", 27), ("K", 13), ("Z", 20)) for number in range(people)
    ]
    lines = sorted_lines(lines_of(*labels), "en")
    first, second = (pages_of(lines, "en", per_page=24, part=part, parts=2) for part in (1, 2))
    assert (range_of(first), range_of(second)) == ("A", "K – Z")


def test_a_page_stands_eight_seconds_and_never_less_than_six():
    assert page_seconds(3, timedelta(minutes=3)) == 8
    assert page_seconds(13, timedelta(minutes=3)) == pytest.approx(180 / 26)
    assert page_seconds(250, timedelta(minutes=3)) == 6


@given(st.integers(0, 250), st.floats(6, 8), st.floats(-5, 4000))
def test_the_page_follows_from_the_time_alone(pages, each, since):
    page, share = page_now(pages, each, timedelta(seconds=since))
    assert 0 <= page < max(pages, 1)
    assert 0 <= share < 1
    if pages and since > 0:
        assert page_now(pages, each, timedelta(seconds=since + pages * each))[0] in {
            (page + step) % pages for step in (-1, 0, 1)
        }
