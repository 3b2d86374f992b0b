"""Names that belong together, as a line of text and as a guess."""

from time import process_time

import pytest

from mixer_app.services.name_groups import alike_names, group_of, line_of, named_twice, not_grouped_yet


@pytest.mark.parametrize(
    ("line", "group"),
    [
        ("City Hospital = City  Hosp. ; CHT", ("City Hospital", "City Hosp.", "CHT")),
        ("City Hospital = city hospital", ()),
        ("City Hospital =", ()),
        ("", ()),
    ],
)
def test_a_line_is_read_as_names(line: str, group: tuple[str, ...]) -> None:
    assert group_of(line) == group
    assert group_of(line_of(group)) == group


def test_names_that_shorten_each_other_or_are_initials_look_alike() -> None:
    names = [
        "City Hospital",
        "City Hosp.",
        "Central Health Trust",
        "CHT",
        "City Hotel",
        "St Anne",
        "Clinic of the North",
    ]
    assert alike_names(names) == (("City Hospital", "City Hosp."), ("Central Health Trust", "CHT"))
    assert not_grouped_yet(alike_names(names), [("city hospital", "X", "City Hosp.")]) == (
        ("Central Health Trust", "CHT"),
    )


@pytest.mark.speed
def test_thousands_of_names_are_compared_in_a_moment() -> None:
    names = [f"{chr(97 + number % 26)}{number} Clinic of Place {number}" for number in range(3000)]
    start = process_time()
    alike_names(names)
    assert process_time() - start < 2


def test_a_name_in_two_groups_is_found() -> None:
    assert named_twice([("A", "B"), ("C", "b")]) == "b"
    assert named_twice([("A", "a"), ("C",)]) == ""
