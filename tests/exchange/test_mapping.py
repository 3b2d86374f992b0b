import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.imports import Decided, Field
from mixer_app.exchange.files import read_tables
from mixer_app.exchange.mapping import guess_columns, header_key, suggested_rules


def test_the_attendees_address_is_preferred_to_the_buyers(understand_text):
    read = understand_text("Email,Name,Attendee email,Role\nbuyer@x.org,Ann,ann@x.org,mentor\n")
    assert read.people[0].email == "ann@x.org"
    assert read.field("Email") is Field.QUESTION


@pytest.mark.parametrize(
    "title",
    ["Order Email", "Buyer Email", "Invoice Email", "Emergency contact email", "Manager’s email", "Email des Käufers"],
)
def test_the_address_of_someone_else_is_never_taken(understand_text, title):
    read = understand_text(f"Name,Role,{title}\nAnn,mentor,other@x.org\n")
    assert read.people[0].email == ""


@pytest.mark.parametrize(
    "title", ["Event name", "Seat name", "Emergency contact name", "Name of your research advisor?", "Company name"]
)
def test_the_name_of_something_else_is_no_name(understand_text, title):
    read = understand_text(f"Full name,Role,{title}\nAnn,mentor,Other\n")
    assert read.names == ["Ann"]


def test_a_column_of_addresses_needs_no_title(understand_text):
    read = understand_text("Name,Role,How do we reach you\nAnn,mentor,ann@x.org\nBo,mentee,bo@x.org\n")
    assert read.field("How do we reach you") is Field.EMAIL


def test_answers_tell_needs_and_topics_where_the_title_does_not(understand_text):
    read = understand_text(
        'Name,Role,Pick some,And these\nAnn,mentee,Relocation,Finance\nBo,mentor,"Exploring, Relocation",Law\n',
        needs=("Relocation", "Exploring"),
        topics=("Finance", "Law"),
    )
    assert (read.field("Pick some"), read.field("And these")) == (Field.NEEDS, Field.TOPICS)


def test_free_text_is_no_list_of_topics(understand_text):
    story = (
        "I would like to learn how people in my field move from the clinic to the board and what they gave up for it"
    )
    read = understand_text(f"Name,Role,Topics\nAnn,mentee,{story}\nBo,mentor,{story} indeed\n")
    assert read.field("Topics") is Field.QUESTION


def test_capacity_is_the_limit_of_introductions(understand_text):
    read = understand_text("Name,Role,How many students would you like to mentor?\nAnn,mentor,2\nBo,mentor,2-3\n")
    assert [one.introductions_limit for one in read.people] == [2, 3]


def test_grades_are_grades_and_not_years(understand_text):
    read = understand_text("Name,Role,Grade\nAnn,mentor,SEO\nBo,mentee,Grade 7\n")
    assert [one.experience_grade for one in read.people] == ["SEO", "Grade 7"]


def test_numbers_where_the_address_was_tell_people_apart(understand_text):
    read = understand_text("Email Address,Name,Role\n1,Ann,mentor\n2,Bo,mentee\n")
    assert [one.external_id for one in read.people] == ["1", "2"]
    assert any("holds no e-mail addresses" in warning for warning in read.warnings)


def test_a_title_alone_can_be_a_whole_name_or_a_part_of_it(understand_text):
    assert understand_text("Nom,Rôle\nZoë Été,mentor\n").people[0].name.full == "Zoë Été"
    read = understand_text("Nome,Cognome,Ruolo\nAda,Rossi,mentore\n")
    assert (read.people[0].name.given, read.people[0].name.family) == ("Ada", "Rossi")


def test_what_a_person_said_goes_before_what_was_remembered_or_guessed(write):
    (table,) = read_tables(write("a.csv", "Name,Company,Diet\nAnn,City,none\n"))
    columns = guess_columns(table, given={"company": "region"}, remembered={"Company": "title", "Diet": "goal"})
    assert [(one.field, one.how) for one in columns] == [
        (Field.FULL_NAME, Decided.GUESSED),
        (Field.REGION, Decided.GIVEN),
        (Field.GOAL, Decided.REMEMBERED),
    ]


def test_a_field_that_does_not_exist_is_refused_and_the_others_are_named(write):
    (table,) = read_tables(write("a.csv", "Name\nAnn\n"))
    with pytest.raises(MixerError, match=r"“shoe size” is not a field for the column “Name”\. Fields are: .*email"):
        guess_columns(table, given={"Name": "shoe size"})


def test_a_column_that_fits_no_field_is_kept_as_a_question_to_check(understand_text):
    read = understand_text("Name,Role,Favourite colour,Order Date\nAnn,mentor,blue,2026\n")
    how = {column.header: column.how for column in read.columns}
    assert how["Favourite colour"] is Decided.PLEASE_CHECK
    assert how["Order Date"] is Decided.GUESSED
    assert dict(read.people[0].answers)["Favourite colour"] == "blue"


def test_an_advisers_group_stays_apart(write):
    (table,) = read_tables(write("a.csv", "Name,PhD supervisor,Are you an advisor?\nAnn,Prof A,yes\nBo,Prof B,no\n"))
    (rule,) = suggested_rules(table, guess_columns(table))
    assert (rule.question, rule.kind, rule.hard) == ("PhD supervisor", "different", True)


def test_the_order_of_titles_does_not_matter_for_what_is_remembered():
    assert header_key(["Name", "E-mail*"]) == header_key(["E-mail", "name"])
