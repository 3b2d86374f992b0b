"""A slip of the hand puts nobody before the person whose whole name it nearly is."""

import pytest

from mixer_app.services.search import PeopleIndex

LONGER = ("Smith Kathryn Hansen", "Michael Nancy Smith", "Stephen Miller", "Stephen Larry Mueller", "Anna Maria Smith")
MEANT = ("Kathryn Smith", "Michael Smith", "Stephen Mueller", "Anna Smith", "Fatima Al-Sayed", "Jan van der Berg")
FOUND_BY_EMPLOYER = tuple((f"Anand Person{number}", "Smith Clinic") for number in range(6))


@pytest.fixture
def find(an_attendee):
    everybody = [an_attendee(name) for name in (*LONGER, *MEANT)]
    others = [an_attendee(name, employer=employer) for name, employer in FOUND_BY_EMPLOYER]
    index = PeopleIndex([*others, *everybody])
    return lambda text: [found.name.full for found in index.search(text)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kathryn smyth", "Kathryn Smith"),
        ("smyth kathryn", "Kathryn Smith"),
        ("kathryn smyt", "Kathryn Smith"),
        ("micheal smith", "Michael Smith"),
        ("smith, micheal", "Michael Smith"),
        ("stephen mueler", "Stephen Mueller"),
        ("stehpen mueller", "Stephen Mueller"),
        ("anna smiht", "Anna Smith"),
        ("fatima alsayd", "Fatima Al-Sayed"),
        ("alsayd fatima", "Fatima Al-Sayed"),
        ("jan vanderbreg", "Jan van der Berg"),
    ],
)
def test_the_whole_name_but_for_a_slip_comes_before_longer_names(find, typed, meant):
    assert find(typed)[0] == meant


def test_those_found_by_their_employer_do_not_end_the_forgiving(find):
    assert find("anan smith")[0] == "Anna Smith"
    assert set(find("anan smith")) >= {name for name, _ in FOUND_BY_EMPLOYER}


def test_a_longer_name_without_a_slip_comes_before_a_whole_name_with_one(an_attendee):
    index = PeopleIndex([an_attendee("John Allan"), an_attendee("John Allen Smith")])
    assert [found.name.full for found in index.search("john allen")] == ["John Allen Smith", "John Allan"]


@pytest.mark.parametrize(
    ("typed", "registered"),
    [
        ("abdul rahman", "Abdurrahman Khan"),
        ("abdul rahman khan", "Abdurrahman Khan"),
        ("abdel rahman", "Abdelrahman Fathy"),
        ("saint john", "St. John Rivers"),
        ("st john", "Saint John Evans"),
    ],
)
def test_names_that_are_written_in_one_word_or_two_are_found(an_attendee, typed, registered):
    names = ("Abdurrahman Khan", "Abdelrahman Fathy", "St. John Rivers", "Saint John Evans", "Stella Johns")
    index = PeopleIndex([an_attendee(name) for name in names])
    assert registered in [found.name.full for found in index.search(typed)]


@pytest.mark.parametrize(
    ("typed", "registered"), [("Jörg", "Joerg Bauer"), ("jorg b", "Joerg Bauer"), ("aas", "Ås Lie")]
)
def test_a_whole_word_in_another_spelling_comes_before_a_mere_beginning(an_attendee, typed, registered):
    longer = [an_attendee(f"{given} Berg{letter}") for given in ("Jorge", "Jorgina", "Aase") for letter in "abc"]
    meant = an_attendee(registered)
    assert PeopleIndex([*longer, meant]).search(typed)[0] is meant
