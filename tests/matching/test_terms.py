import numpy as np
import pytest

from mixer_app.matching.terms import Equality, folded, listed, unique_terms, within_sentence


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


def test_equality_is_told_for_some_rows_at_a_time_and_an_empty_value_is_unknown() -> None:
    same = Equality(["a", "", "b"], ["b", "a", ""])
    np.testing.assert_array_equal(same.parts(np.array([0, 2])), [[0, 1, np.nan], [1, 0, np.nan]])
    assert np.isnan(same.parts(np.array([1]))).all()
    assert same.flags().tolist() == [[False, True, False], [False, False, False], [True, False, False]]


def test_one_pair_is_told_as_in_its_row() -> None:
    same = Equality(["a", "", "b"], ["b", "a", ""])
    alone = [[same.part(row, column) for column in range(3)] for row in range(3)]
    assert np.array_equal(alone, same.parts(np.arange(3)), equal_nan=True)
