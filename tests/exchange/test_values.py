from datetime import time

import pytest

from mixer_app.exchange import values
from mixer_app.exchange.values import YearRange


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("12", 12),
        ("12 years", 12),
        ("5+", 5),
        ("about 10", 10),
        (">20", 20),
        ("1,5", 1.5),
        ("12 yrs.", 12),
        ("1 (Incoming first year)", 1),
        ("2 years 6 months", 2.5),
        ("6 months", 0.5),
        ("<1", 0),
        ("١٢ سنة", 12),
        ("１２年", 12),
        ("12-15", YearRange(12, 15)),
        ("10 to 15 years", YearRange(10, 15)),
        ("10–15", YearRange(10, 15)),
        ("10 bis 15 Jahre", YearRange(10, 15)),
        ("less than 5", YearRange(0, 5)),
        ("many", None),
        ("2005", None),
        ("3, then 4", None),
        ("", None),
    ],
)
def test_years_of_experience(text, years):
    assert values.parse_years(text) == years


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("18:30", time(18, 30)),
        ("6.30 pm", time(18, 30)),
        ("7 pm", time(19, 0)),
        ("12 am", time(0, 0)),
        ("18h30", time(18, 30)),
        ("19 Uhr", time(19, 0)),
        ("0.75", time(18, 0)),
        ("46156.770833", time(18, 30)),
        ("2026-05-14 18:45:00", time(18, 45)),
        ("around 18:15, by train", time(18, 15)),
        ("late", None),
        ("25:00", None),
    ],
)
def test_times_of_day(text, at):
    assert values.parse_clock(text) == at


@pytest.mark.parametrize(
    "text", ["yes", "Y", "TRUE", "1", "x", "✓", "Oui", "sí", "はい", "是", "نعم", "हाँ", "Yes, please do"]
)
def test_yes_in_many_words(text):
    assert values.parse_yes_no(text) is True


@pytest.mark.parametrize("text", ["no", "N", "FALSE", "0", "non", "nein", "いいえ", "否", "لا", "नहीं", "No, thanks"])
def test_no_in_many_words(text):
    assert values.parse_yes_no(text) is False


@pytest.mark.parametrize("text", ["maybe", "", "nobody", "yesterday"])
def test_neither_yes_nor_no(text):
    assert values.parse_yes_no(text) is None


@pytest.mark.parametrize(
    ("text", "most"), [("3", 3), ("2-3", 3), ("up to 4 people", 4), ("5.0", 5), ("no limit", None), ("some", None)]
)
def test_a_highest_number(text, most):
    assert values.parse_limit(text) == most


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Attending", "fine"),
        ("Cancelled", "cancelled"),
        ("canceled by organizer", "cancelled"),
        ("storniert", "cancelled"),
        ("已取消", "cancelled"),
        ("キャンセル待ち", "pending"),
        ("declined", "declined"),
        ("pending_approval", "pending"),
        ("Waitlist", "pending"),
        ("blue", None),
    ],
)
def test_the_status_of_a_registration(text, status):
    assert values.parse_status(text) == status


def test_an_address_is_taken_out_of_its_dress():
    assert values.parse_email("Ann Lee <ann@x.org>") == "ann@x.org"
    assert values.parse_email(" mailto:ann@x.org;") == "ann@x.org"


@pytest.mark.parametrize("text", ["ann@", "ann", "@x.org", "ann@x", "ann lee@x.org", "ann@x..org"])
def test_what_is_no_address(text):
    assert not values.is_email(text)


@pytest.mark.parametrize(
    ("text", "fine"), [("virtual", True), ("either", True), ("In person only", False), ("?", None)]
)
def test_whether_remote_is_fine(text, fine):
    assert values.parse_remote(text) is fine
