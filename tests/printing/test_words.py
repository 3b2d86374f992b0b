from datetime import date

import pytest

from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.printing import words
from mixer_app.printing.follow_up_words import FollowUpWords


def test_dates_are_written_out():
    assert words.day_and_year(date(2027, 4, 15)) == "Thursday 15 April 2027"
    assert words.short_day(date(2027, 7, 15)) == "Thu 15 July"


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "no mentors"), (1, "one mentor"), (12, "twelve mentors"), (90, "ninety mentors"), (104, "104 mentors")],
)
def test_numbers_are_words_while_they_are_short(count: int, text: str):
    assert words.count(count, "mentor") == text


def test_names_are_listed_as_one_says_them():
    assert words.listed(["Ana"]) == "Ana"
    assert words.listed(["Ana", "Bo", "Cleo"]) == "Ana, Bo and Cleo"


@pytest.mark.parametrize(
    ("met", "mutual", "sentence"),
    [
        (0, 0, "Thank you for coming."),
        (4, 0, "Thank you for coming. You met four mentors."),
        (
            1,
            1,
            "Thank you for coming. You met one mentor, who would like to stay in touch with you, "
            "as you would in return.",
        ),
        (
            4,
            1,
            "Thank you for coming. You met four mentors; one of them would like to stay in touch with you, "
            "as you would with that person.",
        ),
        (
            4,
            4,
            "Thank you for coming. You met four mentors; all of them would like to stay in touch with you, "
            "as you would with them.",
        ),
    ],
)
def test_the_letter_begins_with_one_warm_sentence(met: int, mutual: int, sentence: str):
    assert FollowUpWords.lead(Role.MENTEE, met, mutual) == sentence


def test_a_missing_character_is_named_with_its_number():
    assert "U+1331C" in words.missing_characters("\U0001331c", ["\U0001331c"])


def test_a_name_in_a_list_reads_from_left_to_right():
    assert words.name_in_a_list(PersonName(full="Ana")) == "Ana"
    assert words.name_in_a_list(PersonName(full="Nour", native="نور")) == "\u200eنور Nour"


def test_many_names_are_not_listed_in_one_sentence():
    assert FollowUpWords.in_two_weeks(["Ada", "Bo"]).startswith("Write to Ada and Bo. ")
    many = FollowUpWords.in_two_weeks([f"Name {number}" for number in range(9)])
    assert many.startswith("Write to each of those who would like to stay in touch. Two lines are enough: thank them")
