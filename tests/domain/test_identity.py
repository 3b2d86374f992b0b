"""When two registrations are one person."""

import pytest

from mixer_app.domain.identity import alike


@pytest.mark.parametrize(
    ("name", "said", "found"),
    [
        ("A. Smith", {"email": "ANN@example.org"}, ["Ann Smith"]),
        ("Max Berg", {"email": "office@example.org"}, ["Eve Adams", "Kim Lee"]),
        ("Jones, Bob", {"employer": "clinic"}, ["Bob Jones"]),
        ("Bob Jones", {"employer": "Other"}, []),
        ("Ann Smith", {"email": "new@example.org"}, []),
        ("Nobody Known", {}, []),
    ],
)
def test_address_or_name_and_employer_make_one_person(an_attendee, a_registration, name, said, found):
    known = [
        an_attendee("Ann Smith", email="ann@example.org"),
        an_attendee("Bob Jones", employer="Clinic"),
        an_attendee("Eve Adams", email="office@example.org"),
        an_attendee("Kim Lee", email="office@example.org"),
    ]
    assert [one.name.full for one in alike(a_registration(name, **said), known)] == found


def test_who_is_alike_comes_likest_first(an_attendee, a_registration):
    namesake = an_attendee("Smith Ann")
    same_address = an_attendee("Ann Smith", email="ann@example.org")
    assert alike(a_registration("Ann Smith", email="ann@example.org"), [namesake, same_address]) == [
        same_address,
        namesake,
    ]
