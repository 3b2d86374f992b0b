"""Finding oneself: three letters, five hits, no names."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.folding import words_of
from mixer_app.domain.names import name_from_text
from mixer_app.domain.people import Attendee, PersonName, Status
from mixer_app.domain.roles import Role
from mixer_app.services.kiosk_mask import DOTS
from mixer_app.services.kiosk_search import KioskHits, KioskIndex


@pytest.fixture
def index(an_attendee):
    people = [
        an_attendee("Adaeze Nnamdi", employer="Lagoon Teaching Hospital", email="adaeze@lagoon.example"),
        an_attendee("Chidi Nnamdi", employer="Harbour General"),
        an_attendee("Ifeoma Nnamdi-Obi", employer="Riverside Clinic"),
        an_attendee("Jörg Müller", employer="Spital Nord"),
        an_attendee("Grace Ng", employer="Lagoon Teaching Hospital"),
        an_attendee("Ng", name=PersonName(full="Ng")),
        an_attendee("Li Na", employer="Lagoon Teaching Hospital"),
        an_attendee("Wang Ming", name=PersonName(full="Wang Ming", native="王明")),
        an_attendee("प्रिया शर्मा"),
        an_attendee("محمد علي"),
        an_attendee("Ольга Иванова"),
        *(an_attendee(f"Sam Smith{letter}", employer="Metro Health") for letter in "abcdef"),
    ]
    return KioskIndex(people)


def _names(found):
    return sorted("".join(piece for piece, _ in hit.name_mask) for hit in found.hits)


def test_three_letters_show_masked_hits(index):
    found = index.find("nna")
    assert _names(found) == ["A••• Nna•••", "C••• Nna•••", "I••• Nna•••-O•••"]
    (ada,) = [hit for hit in found.hits if hit.spoken.startswith("A ")]
    assert (ada.employer_mask, ada.spoken) == ("L••• T••• H•••", "A Nna, L T H")


@pytest.mark.parametrize(
    "text", ["", " ", "n", "nn", "a n", "li n", "ng g", "-", "…", "@", "adaeze@", "@lagoon", "adaeze@lagoon."]
)
def test_nothing_is_looked_for_before_three_letters_of_one_word(index, text):
    assert index.find(text) == KioskHits(too_short=True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ng", "Ng•••"),
        ("NG", "Ng•••"),
        ("li na", "Li••• Na•••"),
        ("Na Li", "Li••• Na•••"),
        ("王明", "王明••• W••• M•••"),
        ("wang", "王••• Wang••• M•••"),
        ("mueller", "J••• Müller•••"),
        ("muller jor", "Jör••• Müller•••"),
        ("प्रिया", "प्रिया••• श•••"),
        ("محمد", "محمد••• ع•••"),
        ("ольга", "Ольга••• И•••"),
        ("olga", "Ольг••• И•••"),
        ("grace ng", "Grace••• Ng•••"),
        ("nnamdi riv", "I••• Nnamdi•••-O•••"),
    ],
)
def test_people_find_themselves_in_any_script_and_order(index, text, name):
    assert _names(index.find(text)) == [name]


def test_a_whole_short_name_must_be_typed_whole(index):
    assert not index.find("ng").too_short
    assert index.find("li").too_short
    assert index.find("n").too_short


def test_more_than_five_show_nobody(index):
    assert index.find("smith") == KioskHits(many=True)
    assert len(index.find("smitha").hits) == 1


@pytest.mark.parametrize(
    ("name", "native", "part", "whole"),
    [
        ("Maria Silva", "", "maria silv", "silva maria"),
        ("Dr. Jörg Müller", "", "dr muller", "joerg mueller"),
        ("Wang Ming", "王明", "wang", "王明"),
        ("王小明", "", "wang", "wang xiao ming"),
    ],
)
def test_who_has_typed_a_whole_name_shared_by_many_is_not_asked_for_more_letters(
    an_attendee, name, native, part, whole
):
    one = replace(name_from_text(name), native=native)
    index = KioskIndex([an_attendee(name, name=one, employer=f"Clinic {letter}nna") for letter in "abcdef"])
    assert index.find(part) == KioskHits(many=True)
    assert index.find(whole) == KioskHits(many=True, whole=True)
    assert len(index.find(f"{whole} bnna").hits) == 1


@pytest.mark.parametrize("text", ["lagoon", "lagoon teaching", "metro", "health", "lagoon.example", "a@lagoon.example"])
def test_an_employer_or_a_part_of_an_address_lists_nobody(index, text):
    assert index.find(text) == KioskHits()


def test_a_whole_address_or_badge_code_finds_its_owner(an_attendee):
    ada = an_attendee("Adaeze Nnamdi", email="adaeze@lagoon.example")
    index = KioskIndex([ada, an_attendee("Bo Bello", email="bo@lagoon.example")])
    for typed in ("adaeze@lagoon.example", "ADAEZE@Lagoon.example ", ada.code, ada.code.lower()):
        (hit,) = index.find(typed).hits
        assert (hit.attendee_id, _names(index.find(typed))) == (ada.id, ["A••• N•••"])


def test_a_typo_is_forgiven_only_where_nothing_else_is_found(index):
    assert _names(index.find("nnadmi")) == ["A••• N•••", "C••• N•••", "I••• N•••-O•••"]
    assert index.find("nma") == KioskHits()  # of so few letters, each counts


def test_nobody_by_this_name_is_an_answer(index):
    assert index.find("xyzzy") == KioskHits()


WORDS = ("adaeze", "nnamdi", "chidi", "obi", "smith", "sam", "lagoon", "müller", "王明", "prīya")
NAMES = ("Adaeze Nnamdi", "Chidi Obi", "Sam Smith", "Sam Smithson", "Jörg Müller", "Ann Li", "Nnamdi Sam", "Ad Ob")


@given(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=12),
    st.lists(st.tuples(st.sampled_from(WORDS), st.integers(1, 6)), max_size=3),
)
def test_whatever_is_typed_shows_five_people_at_most_and_no_letter_more_than_typed(names, typed):
    text = " ".join(word[:length] for word, length in typed)
    found = KioskIndex([_person(number, name) for number, name in enumerate(names, 1)]).find(text)
    assert len(found.hits) <= 5
    assert not (found.hits and (found.many or found.too_short))
    longest = max(map(len, words_of(text)), default=0)
    if longest < 2:
        assert not found.hits
    for hit in found.hits:
        for part in "".join(piece for piece, _ in hit.name_mask).split():
            assert part.endswith(DOTS)
            assert len(part.removesuffix(DOTS)) <= max(1, longest)


def _person(number, name):
    given_name, _, family = name.rpartition(" ")
    return Attendee(
        id=number,
        person_id=number,
        event_id=1,
        code=f"{number:08}",
        role=Role.MENTEE,
        status=Status.REGISTERED,
        updated_at=datetime(2026, 3, 5, tzinfo=UTC),
        name=PersonName(full=name, given=given_name, family=family),
    )
