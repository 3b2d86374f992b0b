"""The list of people follows the database without being read anew."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from mixer_app.domain.events import Event
from mixer_app.domain.people import PersonName, registration_of
from mixer_app.services.check_in import check_in
from mixer_app.services.forgetting import forget_person
from mixer_app.services.merging import merge_people
from mixer_app.services.people import cancel_attendee, edit_attendee
from mixer_app.ui.people.roster import Roster, load_roster, renew_roster

Add = Callable[..., Any]


@pytest.fixture
def by(now: Any) -> dict[str, Any]:
    return {"station": "Kiosk 2", "now": now}


def shown(roster: Roster) -> list[tuple[str, str]]:
    return [(row.attendee.name.full, row.standing) for row in roster.rows]


def test_a_renewed_list_is_the_same_as_one_read_anew(database: Any, event: Event, add: Add, by: Any) -> None:
    guests = [add(name) for name in ("Zoe Abel", "Ann Smith", "Bo Li", "Kari Ødegård", "Ng Minh")]
    before = database.read(load_roster, event.id, everyone=False)
    database.write(check_in, event.id, guests[1].code, **by)
    renamed = replace(registration_of(guests[0]), name=PersonName(full="Zoe Zimmer", given="Zoe", family="Zimmer"))
    database.write(edit_attendee, guests[0].id, renamed, **by)
    database.write(cancel_attendee, guests[2].id, **by)
    add("Ada New")

    renewed = database.read(renew_roster, before)
    anew = database.read(load_roster, event.id, everyone=False)

    assert shown(renewed) == shown(anew)
    assert ("Bo Li", "Cancelled") in shown(anew)
    assert (anew.registered, anew.cancelled) == (5, 1)
    assert replace(renewed, index=anew.index, counts=anew.counts) == anew
    for typed in ("zimmer", "abel", "li", "odegard", "new ada", ""):
        assert renewed.index.search(typed) == anew.index.search(typed)


def test_rows_of_those_who_have_not_changed_stay_the_same_objects(
    database: Any, event: Event, add: Add, by: Any
) -> None:
    guests = [add(f"Guest Number{number}") for number in range(4)]
    before = database.read(load_roster, event.id, everyone=False)
    database.write(check_in, event.id, guests[2].code, **by)
    renewed = database.read(renew_roster, before)
    changed = [new for old, new in zip(before.rows, renewed.rows, strict=True) if old is not new]
    assert [row.attendee.id for row in changed] == [guests[2].id]
    assert database.read(renew_roster, renewed).rows is renewed.rows


def test_who_was_merged_or_forgotten_does_not_stay_as_one_who_cancelled(
    database: Any, event: Event, add: Add, by: Any
) -> None:
    from random import Random

    guests = [add(name) for name in ("Zoe Abel", "Zoe Able", "Bo Li")]
    before = database.read(load_roster, event.id, everyone=False)
    database.write(merge_people, event.id, [guests[0].id, guests[1].id], **by)
    forget_person(database, guests[2].id, dice=Random(1), **by)

    renewed = database.read(renew_roster, before)

    assert (
        shown(renewed) == shown(database.read(load_roster, event.id, everyone=False)) == [("Zoe Abel", "Not here yet")]
    )


def test_a_new_registration_beside_a_cancelled_one_is_no_double(database: Any, event: Event, add: Add, by: Any) -> None:
    guests = [add("Zoe Abel"), add("Zoe Abel")]
    doubles = database.read(load_roster, event.id, everyone=False)
    assert doubles.doubles.keys() == {one.id for one in guests}

    database.write(cancel_attendee, guests[0].id, **by)

    assert database.read(renew_roster, doubles).doubles == {}
    assert database.read(load_roster, event.id, everyone=False).doubles == {}


def test_everyone_over_all_events_is_renewed_too(
    database: Any, event: Event, add: Add, by: Any, a_registration: Any, now: Any
) -> None:
    from random import Random

    from mixer_app.domain.events import EventPlanning
    from mixer_app.services.events import create_event
    from mixer_app.services.people import add_attendee

    planned = EventPlanning(name="Last year", starts_at=event.starts_at.replace(year=2025))
    other = database.write(create_event, planned, **by)
    known = a_registration("Old Friend", email="old@example.org")
    database.write(add_attendee, other.id, known, dice=Random(1), **by)
    guest = add()
    before = database.read(load_roster, event.id, everyone=True)
    database.write(check_in, event.id, guest.code, **by)
    in_place = database.read(renew_roster, before)
    assert [old is new for old, new in zip(before.rows, in_place.rows, strict=True)].count(False) == 1
    database.write(add_attendee, event.id, known, dice=Random(2), **by)
    renewed = database.read(renew_roster, in_place)
    assert shown(renewed) == shown(database.read(load_roster, event.id, everyone=True))
    assert [row.at_event for row in renewed.rows] == [True, True]
