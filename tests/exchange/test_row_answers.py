import pytest

from mixer_app.exchange import row_answers
from mixer_app.exchange.notes import Notes


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("ann@", "stops after the @"),
        ("ann.x.org", "has no @"),
        ("ann lee@x.org", "a blank in the address"),
        ("ann@x", "not a whole"),
    ],
)
def test_what_is_wrong_with_an_address_is_said(address, says):
    assert row_answers.is_broken_email(address)
    assert says in row_answers.email_problem(address)


def test_an_answer_that_cannot_be_used_is_left_open_with_a_remark():
    notes = Notes("a.csv")
    assert row_answers.read_years("many", "Years", 4, notes) is None
    assert row_answers.read_years("plenty", "Years", 9, notes) is None
    assert notes.sentences() == (
        "a.csv: 2 answers to “Years” hold no number of years and were left open: “many” in row 4 and others.",
    )


def test_who_would_rather_not_say_is_left_open_without_a_word():
    notes = Notes("a.csv")
    assert row_answers.read_years("Prefer not to say", "Years", 4, notes) is None
    assert not notes.sentences()


def test_rounds_are_numbers_from_one():
    assert row_answers.read_rounds("3; 1, x, 0, 3") == (1, 3)
