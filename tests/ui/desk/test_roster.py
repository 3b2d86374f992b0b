"""What the desk knows follows the database without being read anew."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from mixer_app.domain.events import Event
from mixer_app.domain.people import PersonName, registration_of
from mixer_app.services.check_in import check_in
from mixer_app.services.people import cancel_attendee, edit_attendee
from mixer_app.ui.desk import roster
from mixer_app.ui.desk.roster import load_roster, renew_roster

Add = Callable[..., Any]


@pytest.fixture
def by(now: Any) -> dict[str, Any]:
    return {"station": "Kiosk 2", "now": now}


def test_a_renewed_desk_knows_what_one_read_anew_knows(database: Any, event: Event, add: Add, by: Any) -> None:
    late = (event.starts_at + timedelta(hours=1)).time()
    guests = [add(name, arrives=late) for name in ("Zoe Abel", "Ann Smith", "Bo Li", "Kari Ødegård")]
    before = database.read(load_roster, event.id)
    assert before.late == 4
    database.write(check_in, event.id, guests[1].code, **by)
    renamed = replace(registration_of(guests[0]), name=PersonName(full="Zoe Zimmer"))
    database.write(edit_attendee, guests[0].id, renamed, **by)
    database.write(cancel_attendee, guests[2].id, **by)
    add("Ada New")

    renewed = database.read(renew_roster, before)
    anew = database.read(load_roster, event.id)

    assert renewed.people == anew.people
    assert (renewed.counts, renewed.arrivals, renewed.change) == (anew.counts, anew.arrivals, anew.change)
    assert renewed.late == anew.late
    for typed in ("zimmer", "abel", "li", "odegard", "new ada"):
        assert renewed.search(typed, 4) == anew.search(typed, 4)


def test_without_a_change_the_desk_is_left_alone(
    database: Any, event: Event, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    add()
    before = database.read(load_roster, event.id)
    assert database.read(renew_roster, before) is before


def test_one_check_in_reads_one_person(
    database: Any, event: Event, add: Add, by: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    guest, other = add(), add("Bo Li")
    before = database.read(load_roster, event.id)

    def refused(*_: object) -> None:
        raise AssertionError("everybody was read for one check-in")

    monkeypatch.setattr(roster, "list_attendees", refused)
    database.write(check_in, event.id, guest.code, **by)
    renewed = database.read(renew_roster, before)
    assert renewed.people[guest.id].here
    assert renewed.people[other.id] is before.people[other.id]
    assert renewed.index is before.index, "the words of everybody were looked at for one check-in"
    assert renewed.search(guest.name.full, 1)[0][0].here
