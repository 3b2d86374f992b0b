"""Tables of answers: columns by their titles, cells by what they say."""

import pytest

from mixer_app.domain.answers import Answer
from mixer_app.exchange.answer_rows import read_answer_rows
from mixer_app.exchange.tables import Row, Table


def table(headers, *rows):
    return Table(
        file="a.csv", headers=tuple(headers), rows=tuple(Row(number, cells) for number, cells in enumerate(rows, 2))
    )


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("yes", Answer.YES),
        ("1", Answer.YES),
        ("1.0", Answer.YES),
        ("Oui", Answer.YES),
        ("0", Answer.NO),
        ("Not now", Answer.NO),
        ("2", Answer.NO),
        ("not met", Answer.NOT_MET),
        ("Did not meet", Answer.NOT_MET),
        ("3", Answer.NOT_MET),
        ("", None),
        ("n/a", None),
    ],
)
def test_an_answer_is_read_however_it_is_written(text, answer):
    (row,) = read_answer_rows(table(("code", "partner_code", "answer"), ("A", "B", text))).rows
    assert (row.answer, row.problem) == (answer, "")


def test_columns_are_known_by_their_titles_and_the_rest_is_named():
    read = read_answer_rows(
        table(
            ("E-mail", "Partner e-mail", "Stay in touch?", "dec_o", "Shoe size"), ("a@x.org", "b@x.org", "x", "0", "9")
        )
    )
    assert read.left_out == ("Shoe size",)
    assert set(read.columns.values()) == {"email", "partner_email", "answer", "partner_answer"}
    (row,) = read.rows
    assert (row.who, row.partner, row.answer, row.partner_answer) == (
        ("a@x.org",),
        ("b@x.org",),
        Answer.YES,
        Answer.NO,
    )


def test_a_guarded_note_is_read_as_it_was_written():
    (row,) = read_answer_rows(table(("code", "partner", "answer", "note"), ("A", "B", "no", "'=1+1"))).rows
    assert row.note == "=1+1"


def test_a_table_of_meetings_names_a_mentor_and_a_mentee_in_each_row():
    titles = ("round", "mentor_code", "mentor", "mentee_code", "mentee", "mentor_answer", "mentee_answer")
    read = read_answer_rows(table(titles, ("1", "A", "Ann", "B", "Bo", "yes", "no")))
    (row,) = read.rows
    assert (row.who, row.partner) == (("A", "Ann"), ("B", "Bo"))
    assert (row.answer, row.partner_answer) == (Answer.YES, Answer.NO)
    assert read.left_out == ("round",)


def test_beside_numbers_that_are_unique_those_of_seats_do_not_count():
    titles = ("id", "iid", "partner", "pid", "dec", "dec_o")
    read = read_answer_rows(table(titles, ("1", "41", "3", "57", "1", "0")))
    (row,) = read.rows
    assert (row.who, row.partner, row.answer, row.partner_answer) == (("41",), ("57",), Answer.YES, Answer.NO)
    assert read.left_out == ("id", "partner")
