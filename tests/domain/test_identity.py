"""When two registrations are one person."""

import pytest

from mixer_app.domain.identity import IdentityIndex, SameBy, alike


@pytest.fixture
def known(an_attendee):
    return [
        an_attendee("Ann Smith", external_id="1", email="ann@example.org", employer="City Hospital"),
        an_attendee("Bob Jones", external_id="2", employer="Clinic"),
        an_attendee("Eve Adams", external_id="3", email="office@example.org"),
        an_attendee("Kim Lee", external_id="4", email="office@example.org"),
    ]


def _found(known, registration):
    match = IdentityIndex(known).find(registration)
    return match and (match.by, [one.name.full for one in match.attendees])


@pytest.mark.parametrize(
    ("name", "said", "match"),
    [
        ("Ann Miller", {"external_id": "1", "email": "ann@example.org"}, (SameBy.EXTERNAL_ID, ["Ann Smith"])),
        ("Ann Smith", {"external_id": "1", "email": "new@example.org"}, (SameBy.EXTERNAL_ID, ["Ann Smith"])),
        ("Robert Jones", {"external_id": "2"}, (SameBy.EXTERNAL_ID, ["Bob Jones"])),
        ("A. Smith", {"external_id": "9", "email": "ANN@example.org"}, (SameBy.EMAIL, ["Ann Smith"])),
        ("Kim Lee", {"email": "office@example.org"}, (SameBy.EMAIL, ["Kim Lee"])),
        ("Max Berg", {"email": "office@example.org"}, (SameBy.EMAIL, ["Eve Adams", "Kim Lee"])),
        ("Jones, Bob", {"employer": "clinic"}, (SameBy.NAME_AND_EMPLOYER, ["Bob Jones"])),
        ("Bob Jones", {"employer": "Other"}, None),
        ("Bob Jones", {}, None),
        ("Max Berg", {"external_id": "1", "email": "max@example.org"}, None),  # another system's number 1
    ],
)
def test_the_strongest_match_is_found(known, a_registration, name, said, match):
    assert _found(known, a_registration(name, **said)) == match


def test_one_who_is_added_is_found(known, a_registration, an_attendee):
    index = IdentityIndex(known)
    index.add(an_attendee("Max Berg", email="max@example.org"))
    assert index.find(a_registration("Max Berg", email="max@example.org")).by is SameBy.EMAIL


def test_who_is_alike_comes_likest_first(known, a_registration, an_attendee):
    namesake = an_attendee("Smith Ann")
    found = alike(a_registration("Ann Smith", email="ann@example.org"), [namesake, *known])
    assert found == [known[0], namesake]
