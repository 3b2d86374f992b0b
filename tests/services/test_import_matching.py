from dataclasses import replace

import pytest

from mixer_app.domain.people import Status
from mixer_app.exchange.reading import RowReading, TableReading
from mixer_app.services.import_matching import match_rows


@pytest.fixture
def reading():
    def build(*registrations, name="a.csv"):
        rows = tuple(RowReading(row=number, registration=one) for number, one in enumerate(registrations, start=2))
        return TableReading(name=name, sheet="", rows=rows, warnings=())

    return build


def test_the_badge_code_of_our_own_export_tells_who_it_is(an_attendee, a_registration, reading):
    ann = an_attendee("Ann Smith", email="ann@x.org")
    table = reading(a_registration("Ann Brown", email="other@x.org"))
    row = replace(table.rows[0], code=ann.code)
    result = match_rows([ann], [replace(table, rows=(row,))])
    assert (result.added, result.updated) == (0, 1)


def test_an_address_of_a_wholly_different_name_is_asked_about(an_attendee, a_registration, reading):
    result = match_rows(
        [an_attendee("Ann Smith", email="home@x.org")], [reading(a_registration("Bo Li", email="home@x.org"))]
    )
    assert result.rejected[0].reason == (
        "Ann Smith is registered with the same address. One person, or two who share it?"
    )


def test_namesakes_with_addresses_of_their_own_are_two_people(an_attendee, a_registration, reading):
    ann = an_attendee("Ann Smith", email="a@x.org")
    assert match_rows([ann], [reading(a_registration("Ann Smith", email="b@x.org"))]).added == 1


def test_a_file_of_the_other_side_makes_someone_both(an_attendee, a_registration, reading):
    table = reading(a_registration("Ann Smith", role="mentor", email="a@x.org"))
    rows = tuple(replace(row, role_of_file=True) for row in table.rows)
    result = match_rows([an_attendee("Ann Smith", email="a@x.org")], [replace(table, rows=rows)])
    assert result.targets[0].after.role == "both"
    assert "taken as both" in result.warnings[0]


def test_a_row_that_says_another_role_itself_is_believed(an_attendee, a_registration, reading):
    result = match_rows(
        [an_attendee("Ann Smith", email="a@x.org")],
        [reading(a_registration("Ann Smith", role="mentor", email="a@x.org"))],
    )
    assert result.targets[0].after.role == "mentor"


def test_who_was_cancelled_here_stays_cancelled(an_attendee, a_registration, reading):
    gone = an_attendee("Ann Smith", email="a@x.org", status=Status.CANCELLED)
    assert len(match_rows([gone], [reading(a_registration("Ann Smith", email="a@x.org"))]).skipped) == 1


def test_the_word_address_in_an_employer_makes_no_question_about_addresses(an_attendee, a_registration, reading):
    known = an_attendee("Ann Smith", employer="Better address Bureau")
    row = a_registration("Ann Smith", employer="Better address Bureau", goal="Move")
    (asked,) = match_rows([known], [reading(row)]).rejected
    assert (asked.field, asked.value) == ("name", "Ann Smith")
    assert [way.label for way in asked.suggestions] == ["Same person", "Someone new"]
