"""Taking back that someone came: as one act, whatever it was."""

from datetime import timedelta
from random import Random

import pytest

from mixer_app.domain.people import Registration, Status
from mixer_app.domain.roles import Role
from mixer_app.services.arrivals import undo_arrival
from mixer_app.services.check_in import check_in, undo_check_in
from mixer_app.services.journal import activity
from mixer_app.services.people import add_attendee, get_attendee
from mixer_app.ui.undoing import redo_latest


@pytest.fixture
def come(database, event, now, a_registration):
    """Someone walks in: registered and checked in by one act."""

    def act(name="Zoe Berg"):
        said: Registration = a_registration(name, role=Role.MENTEE)
        named = {"station": "Desk 2", "now": now, "dice": Random(5), "walk_in": True, "comes_in": True}
        return database.write(add_attendee, event.id, said, **named)

    return act


@pytest.fixture
def take_back(database, event, now):
    def act(person, minutes=1):
        at = now + timedelta(minutes=minutes)
        return database.write(undo_arrival, event.id, person.id, station="Desk 1", now=at)

    return act


def test_a_walk_in_is_taken_back_whole_also_from_another_station_and_brought_back_whole(
    database, event, now, come, take_back
):
    zoe = come()

    assert take_back(zoe).status is Status.CANCELLED
    assert database.read(activity, event.id)[0].sentence == (
        "Undone: Registered Zoe Berg as a walk-in and checked them in"
    )

    database.write(redo_latest, event.id, station="Desk 1", now=now + timedelta(minutes=2))
    assert database.read(get_attendee, zoe.id).here


def test_taking_a_walk_in_back_twice_is_once(database, event, come, take_back):
    zoe = come()
    take_back(zoe)
    lines = len(database.read(activity, event.id))

    assert take_back(zoe, minutes=2).status is Status.CANCELLED
    assert len(database.read(activity, event.id)) == lines


def test_of_a_walk_in_who_was_checked_in_anew_only_that_is_taken_back(database, event, now, come, take_back):
    zoe = come()
    for minutes, act in ((1, undo_check_in), (2, check_in)):
        database.write(act, event.id, zoe.code, station="Desk 1", now=now + timedelta(minutes=minutes))

    assert take_back(zoe, minutes=3).status is Status.REGISTERED


def test_who_had_registered_stays_registered(database, event, now, add, take_back):
    ann = add("Ann Smith")
    database.write(check_in, event.id, ann.code, station="Desk 1", now=now)

    assert take_back(ann).status is Status.REGISTERED
