"""The sentences of the page."""

import pytest

from mixer_app.domain.people import PersonName
from mixer_app.ui.plan.words import counted, given_name, pair_sentence, short_name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        (PersonName(full="Dr. Yusuf Çelik"), "Yusuf Çelik"),
        (PersonName(full="Prof. Dr. Ingrid Bjørnstad"), "Ingrid Bjørnstad"),
        (PersonName(full="Drew Professor-Smith"), "Drew Professor-Smith"),
        (PersonName(full="Dr"), "Dr"),
        (PersonName(full="Li Wenhua", native="李文华"), "李文华 Li Wenhua"),
    ],
)
def test_the_grid_leaves_titles_out_of_names(name: PersonName, short: str) -> None:
    assert short_name(name) == short


def test_a_sentence_calls_people_by_their_given_name() -> None:
    assert given_name(PersonName(full="Adaeze Nnamdi", given="Adaeze")) == "Adaeze"
    assert given_name(PersonName(full="Dr. Nnamdi")) == "Nnamdi"


def test_a_chip_is_said_in_one_breath() -> None:
    sentence = pair_sentence("Adaeze Nnamdi", "Yusuf Çelik", "Table 7, round 3", 4, 0.844)
    assert sentence == "Adaeze Nnamdi meets Yusuf Çelik, table 7, round 3, very strong, 0.84"


def test_counts_are_said_in_the_right_number() -> None:
    assert [counted(1, "person", "people"), counted(1200, "mentor")] == ["1 person", "1,200 mentors"]
