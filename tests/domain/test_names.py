"""Tests of taking typed names apart."""

import pytest

from mixer_app.domain.names import name_from_text, shorter_forms
from mixer_app.domain.people import PersonName


@pytest.mark.parametrize(
    ("typed", "given", "family"),
    [
        ("Adaeze Nnamdi", "Adaeze", "Nnamdi"),
        ("  Zoë   van der Berg ", "Zoë", "van der Berg"),
        ("Nnamdi, Adaeze", "Adaeze", "Nnamdi"),
        ("Dr. Yusuf Çelik", "Yusuf", "Çelik"),
        ("María Fernanda Rodríguez", "María Fernanda", "Rodríguez"),
        ("van Dyke", "van", "Dyke"),
    ],
)
def test_a_typed_name_is_taken_apart_where_that_is_plain(typed: str, given: str, family: str) -> None:
    name = name_from_text(typed)

    assert (name.given, name.family) == (given, family)


def test_a_name_with_a_title_keeps_it_in_full() -> None:
    assert name_from_text("Dr. Yusuf Çelik").full == "Dr. Yusuf Çelik"


@pytest.mark.parametrize("typed", ["Ng", "王小明", "Dr. Ng"])
def test_a_name_of_one_word_stays_whole(typed: str) -> None:
    name = name_from_text(typed)

    assert (name.full, name.given, name.family) == (typed, "", "")


def test_a_name_with_its_family_first_is_turned_round() -> None:
    assert name_from_text("Nnamdi, Adaeze").full == "Adaeze Nnamdi"


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        (PersonName(full="Ana Maria Sá-Lima", given="Ana", family="Sá-Lima"), ["Ana Sá-Lima", "Ana Sá-L.", "Ana S."]),
        (PersonName(full="Haruka Tanaka", given="Haruka"), ["Haruka T."]),
        (PersonName(full="Tanaka Haruka", given="Haruka", family="Tanaka"), ["Haruka T."]),
        (PersonName(full="Bo Li", given="Bo", family="Li"), []),
        (PersonName(full="Zoë de\u0301 A\u0301valos", given="Zoë"), ["Zoë A\u0301valos", "Zoë A\u0301."]),
        (PersonName(full="Wolfeschlegelsteinhausenbergerdorff"), []),
        (PersonName(full="Maria Magdalena Theodora Apostolopoulou"), []),
    ],
)
def test_short_forms_are_made_only_of_parts_that_are_known(name: PersonName, forms: list[str]) -> None:
    assert list(shorter_forms(name)) == forms
