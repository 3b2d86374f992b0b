"""Tests of the sentences of the import."""

from mixer_app.domain.imports import ColumnChoice, Decided, Field, ImportAccount, RejectedRow
from mixer_app.ui.people.import_words import (
    columns_words,
    columns_worth_showing,
    left_out_words,
    ready_words,
    samples_words,
)

OUT = tuple(RejectedRow(file="a.csv", row=row, field="email", value="", reason="") for row in range(6))


def test_the_foot_says_what_is_ready_and_what_waits() -> None:
    account = ImportAccount(rows=100, added=89, updated=4, unchanged=1, rejected=OUT)

    assert "".join(ready_words(account)) == "94 rows are ready: 89 new, 4 updated, 1 unchanged. 6 wait."


def test_the_page_says_what_was_left_out() -> None:
    account = ImportAccount(rows=72, added=66, rejected=OUT)

    assert left_out_words(account, "mentees.csv") == (
        "6 of 72 rows were left out.",
        "mentees.csv: 66 people are in.",
    )


def test_of_many_columns_those_that_need_a_look_are_shown() -> None:
    plain = [ColumnChoice(header=f"Question {number}", field=Field.QUESTION) for number in range(20)]
    unsure = ColumnChoice(header="Diet", field=Field.QUESTION, how=Decided.PLEASE_CHECK)
    name = ColumnChoice(header="Name", field=Field.FULL_NAME)

    assert columns_worth_showing([name, *plain, unsure]) == [name, unsure]


def test_samples_stand_in_one_line() -> None:
    assert samples_words(("Clínica\ndel Norte", "Harbour", "x", "y")) == "Clínica del Norte; Harbour; x"


def test_one_column_that_is_not_shown_is_spoken_of_as_one() -> None:
    plain = [ColumnChoice(header=f"Question {number}") for number in range(3)]

    assert columns_words(2, plain) == "2 of 3 shown, the other one is remembered or kept as a question"
    assert columns_words(1, plain) == "1 of 3 shown, the other 2 are remembered or kept as questions"
