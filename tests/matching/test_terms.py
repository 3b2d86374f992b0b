import pytest

from mixer_app.matching.terms import folded, listed, unique_terms, within_sentence


@pytest.mark.parametrize(
    ("one", "other"), [("Éducation ", "education"), ("STRASSE", "Straße"), ("Ødegård", "odegard"), ("e-mail", "E mail")]
)
def test_case_accents_and_gaps_do_not_matter(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_signs_of_other_scripts_are_letters_and_stay() -> None:
    assert folded("कि") != folded("क")


def test_a_term_given_twice_counts_once_in_its_first_words() -> None:
    assert unique_terms(["Finance", " finance", "", "Law"]) == {"finance": "Finance", "law": "Law"}


def test_terms_stand_in_a_sentence_as_a_person_would_write_them() -> None:
    assert (
        listed([within_sentence(term) for term in ("Finance", "MBA", "New position")])
        == "finance, MBA and new position"
    )
    assert listed(["law"]) == "law"
    assert listed([]) == ""
