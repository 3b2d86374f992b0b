"""Short names are nobody else's, and the same whoever reads them."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.names import name_from_text
from mixer_app.domain.people import PersonName
from mixer_app.domain.short_names import short_codes, short_names

LETTERS = st.sampled_from("aAbéÅøñ .-'’王小محस्त्रीयไ")
WORDS = st.text(LETTERS, min_size=1, max_size=4).filter(lambda word: any(letter.isalnum() for letter in word))
NAMES = st.one_of(
    st.builds(lambda given, family: PersonName(full=f"{given} {family}", given=given, family=family), WORDS, WORDS),
    st.builds(lambda full: PersonName(full=full), WORDS),
)
CODES = st.lists(st.text("0AB", min_size=8, max_size=8), unique=True, max_size=30)


def named(*names: str) -> list[str]:
    people = {number: (name_from_text(name), f"CODE{number:04}") for number, name in enumerate(names)}
    return list(short_names(people).values())


@given(st.lists(NAMES, max_size=30), st.data())
def test_no_two_short_names_are_alike_and_the_order_does_not_count(names, data):
    codes = data.draw(st.lists(st.text("0AB", min_size=8, max_size=8), unique=True, min_size=len(names), max_size=30))
    people = {number: (name, codes[number]) for number, name in enumerate(names)}
    found = short_names(people)
    assert len({label.casefold() for label in found.values()}) == len(names)
    shuffled = list(people.items())
    Random(len(names)).shuffle(shuffled)
    assert short_names(dict(shuffled)) == found


@given(CODES)
def test_no_two_short_codes_are_alike(codes):
    found = short_codes(dict(enumerate(codes)))
    assert len(set(found.values())) == len(codes)
    assert all(code.startswith(found[number][:4]) for number, code in enumerate(codes))


def test_a_short_name_is_the_given_name_and_a_letter():
    assert named("Adaeze Nnamdi", "Zoë van der Berg", "Bùi") == ["Adaeze N.", "Zoë v.", "Bùi"]


def test_two_alike_get_more_letters_and_nobody_else_does():
    assert named("Ann Smith", "Ann Smythe", "Ann Jones") == ["Ann Smi.", "Ann Smy.", "Ann J."]


def test_a_family_name_that_is_the_beginning_of_another_stays_whole():
    assert named("Ann Lee", "Ann Leeds") == ["Ann Lee", "Ann Leed."]


def test_a_letter_keeps_its_marks():
    people = {1: (PersonName(full="आरव क्षीरसागर", given="आरव", family="क्षीरसागर"), "CODE0001")}
    assert short_names(people)[1] == "आरव क्षी."


def test_a_name_that_two_share_has_four_of_the_code_and_all_where_those_are_shared_too():
    lee = name_from_text("Ann Lee")
    assert short_names({1: (lee, "K7M2QX4B"), 2: (lee, "9RD0AA11")}) == {1: "Ann L. K7M2", 2: "Ann L. 9RD0"}
    assert short_names({1: (lee, "K7M2QX4B"), 2: (lee, "K7M2AA11")})[2] == "Ann L. K7M2-AA11"
