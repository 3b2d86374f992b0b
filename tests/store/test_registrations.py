"""Many registrations at once."""

from random import Random

import pytest

from mixer_app.domain.badge_code import new_badge_code, parse_badge_code
from mixer_app.domain.people import registration_of
from mixer_app.services.people import list_attendees
from mixer_app.store.attendees import get_attendees
from mixer_app.store.registrations import add_registrations, replace_registrations
from mixer_app.store.wishes import wishes


@pytest.fixture
def many(a_registration):
    return [
        a_registration(
            f"Person Number{number}",
            role="mentor" if number % 4 == 0 else "mentee",
            email=f"p{number}@example.org" if number % 3 else "",
            topics_wanted=(f"Topic {number % 7}", "Finance"),
            needs_wanted=("Relocation",),
            answers=(("Diet?", str(number)),),
            wishes=(f"Number{number + 1} Person",),
        )
        for number in range(600)
    ]


def test_numbers_come_back_in_the_order_given(database, event, many, now):
    ids = database.write(add_registrations, event.id, many, now=now, dice=Random(1))
    found = {one.id: one for one in database.read(list_attendees, event.id)}
    assert [registration_of(found[number]) for number in ids] == many
    assert len({one.code for one in found.values()}) == len({one.person_id for one in found.values()}) == len(many)
    assert all(parse_badge_code(one.code) == one.code for one in found.values())
    assert len(database.read(wishes, event.id)) == len(many) - 1


def test_many_are_replaced_as_one(database, event, many, now):
    ids = database.write(add_registrations, event.id, many, now=now, dice=Random(1))
    changed = dict(zip(ids, reversed(many), strict=True))
    database.write(replace_registrations, event.id, changed, now=now)
    found = database.read(get_attendees, ids[:300])
    assert {one.id: registration_of(one) for one in found} == {number: changed[number] for number in ids[:300]}


def test_a_badge_code_that_is_free_is_kept_and_one_that_is_worn_is_not(database, event, add, a_registration, now):
    worn, free = add("Ann Smith").code, new_badge_code(Random(99))
    two = [a_registration(name) for name in ("Bob Jones", "Eve Adams", "Kim Lee", "Max Berg")]
    ids = database.write(add_registrations, event.id, two, now=now, dice=Random(99), codes=[worn, free, free, None])
    codes = {one.id: one.code for one in database.read(list_attendees, event.id)}
    assert codes[ids[1]] == free
    assert len(set(codes.values())) == 5


def test_nothing_given_is_nothing_done(database, event, now):
    assert database.write(add_registrations, event.id, [], now=now, dice=Random(1)) == []
    database.write(replace_registrations, event.id, {}, now=now)
