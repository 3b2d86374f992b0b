import pytest

from mixer_app.matching.employers import EmployerNames


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme Ltd.", "ACME"),
        ("The Lagos Hospital", "Lagos  hospital"),
        ("Müller & Söhne GmbH", "Muller and Sohne"),
        ("St. Mary's", "St Marys"),
        ("Société Générale S.A.", "Societe Generale"),
        ("LTH", "Lagoon Teaching Hospital"),
    ],
)
def test_two_spellings_of_one_employer_are_one(one: str, other: str) -> None:
    names = EmployerNames([("LTH", "Lagoon Teaching Hospital")])
    assert names.key(one) == names.key(other) != ""


@pytest.mark.parametrize("text", ["", " ", "N/A", "none", "Self-employed", "Retired", "-"])
def test_what_names_no_employer_is_nobodys_colleague(text: str) -> None:
    assert EmployerNames().key(text) == ""


def test_employers_that_only_begin_alike_are_two() -> None:
    assert EmployerNames().key("Lagos Hospital") != EmployerNames().key("Lagos Hospital North")
