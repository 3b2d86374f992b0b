"""Who may be in the list twice."""

import time
from collections.abc import Callable

import pytest

from mixer_app.domain.people import Attendee
from mixer_app.services.doubles import find_doubles

Make = Callable[..., Attendee]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"name": "Ann Smith", "email": "ann@x.org"}, {"name": "Anna Jones", "email": "ANN@x.org"}),
        ({"name": "Jörg Müller", "employer": "City"}, {"name": "Mueller Joerg", "employer": "city"}),
        (
            {"name": "Adaeze Nnamdi", "employer": "Lagoon Teaching Hospital"},
            {"name": "A. Nnamdi", "employer": "Lagoon Teaching Hosp."},
        ),
        ({"name": "Kristina Nordström", "employer": "Mälaren"}, {"name": "Kristin Nordström", "employer": "Mälaren"}),
        ({"name": "Ann Smith", "email": "ann@x.org"}, {"name": "Ann Smith"}),
    ],
)
def test_they_may_be_one_person(an_attendee: Make, one: dict[str, str], other: dict[str, str]) -> None:
    a, b = (an_attendee(said["name"], **{k: v for k, v in said.items() if k != "name"}) for said in (one, other))

    assert find_doubles([a, b]) == {a.id: (b.id,), b.id: (a.id,)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"name": "Ann Smith", "employer": "City"}, {"name": "Ann Smith", "employer": "County"}),
        ({"name": "Ann Smith", "email": "a@x.org"}, {"name": "Ann Smith", "email": "b@x.org"}),
        ({"name": "Ann Smith", "employer": "City"}, {"name": "Bob Smith", "employer": "City"}),
        ({"name": "Seo-yeon Kim", "employer": "Han River"}, {"name": "Soo-ah Kim", "employer": "Han River"}),
    ],
)
def test_they_are_two_people(an_attendee: Make, one: dict[str, str], other: dict[str, str]) -> None:
    a, b = (an_attendee(said["name"], **{k: v for k, v in said.items() if k != "name"}) for said in (one, other))

    assert find_doubles([a, b]) == {}


@pytest.mark.speed
def test_ten_thousand_people_take_a_moment(an_attendee: Make) -> None:
    people = [
        an_attendee(f"Given{n % 97} Family{n}", email=f"p{n}@x.org", employer=f"House {n % 40}") for n in range(10_000)
    ]
    began = time.process_time()

    find_doubles(people)

    assert time.process_time() - began < 3
