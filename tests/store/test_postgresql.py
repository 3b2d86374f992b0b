"""The same evening on PostgreSQL, on a private server that is made for this test where PostgreSQL is installed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from threading import Thread

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.roles import Role
from mixer_app.domain.staff_settings import EventSettings
from mixer_app.services.check_in import CheckInStatus, check_in, head_counts, last_arrivals
from mixer_app.services.database import back_up, check_integrity, open_database
from mixer_app.services.events import create_event
from mixer_app.services.forgetting import forget_event
from mixer_app.services.journal import activity, latest_change, undo
from mixer_app.services.kiosk import KioskAnswers, check_fact, confirm_at_kiosk, kiosk_person, open_desk_calls
from mixer_app.services.overview import overview
from mixer_app.services.people import add_attendee, list_attendees
from mixer_app.services.settings import change_event_settings
from mixer_app.services.staff_pin import check_pin, set_pin
from mixer_app.services.steady_clock import SteadyClock, keep_time
from mixer_app.store.database import Database


@pytest.fixture
def shared(server_database: str) -> Iterator[Database]:
    opened = open_database(server_database)
    yield opened
    opened.close()


@pytest.fixture
def evening(shared, event, a_registration, now):
    held = shared.write(create_event, replace(event, name="Shared"), station="Control", now=now)
    people = [
        shared.write(add_attendee, held.id, a_registration(name, **said), station="Desk", now=now, dice=Random())
        for name, said in (
            ("Ann Smith", {"role": "mentor", "topics_offered": ("Finance",), "wishes": ("Bob Jones",), "rests": (2,)}),
            ("Bob Jones", {"topics_wanted": ("Finance", "Relief"), "answers": (("Diet?", "vegan"),)}),
        )
    ]
    return held, people


def test_people_come_back_as_they_registered(shared, evening):
    held, people = evening
    assert {one.id: one for one in shared.read(list_attendees, held.id)}.keys() == {one.id for one in people}
    assert shared.read(check_integrity) == []


def test_the_server_adds_up_what_the_overview_shows(shared, evening, a_registration, now):
    held, (ann, bob) = evening
    for station, said in (("Desk", "ANN SMITH"), ("Control", "Carl Silent")):
        registration = a_registration(said, role="mentee")
        shared.write(add_attendee, held.id, registration, station=station, now=now, dice=Random())
    shared.write(check_in, held.id, ann.code, station="Desk", now=now)
    seen = shared.read(overview, held.id, now=now)
    assert [(row.name, row.wanted, row.offered, row.offered_here) for row in seen.topics] == [
        ("Finance", 1, 1, 1),
        ("Relief", 1, 0, 0),
    ]
    assert [(bar.mentors, bar.mentees) for bar in seen.arrivals] == [(1, 0)]
    rows = {row.title: row for row in seen.to_look_at}
    assert rows["1 name is registered twice"].target == "ann smith"
    assert rows["2 people have said no need or topic"].detail == "Ask at the desk: Carl Silent, ANN SMITH"
    assert bob.id not in {one.id for one in shared.read(last_arrivals, held.id)}


def test_two_desks_that_scan_one_badge_at_once_check_in_once(server_database, shared, evening, now):
    held, (ann, _) = evening
    found = []

    def scan(station):
        desk = open_database(server_database)
        found.append(desk.write(check_in, held.id, ann.code, station=station, now=now).status)
        desk.close()

    desks = [Thread(target=scan, args=(f"Desk {number}",)) for number in range(4)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    assert sorted(found) == [CheckInStatus.ALREADY] * 3 + [CheckInStatus.CHECKED_IN]
    assert shared.read(head_counts, held.id).here == 1


def test_two_kiosks_that_confirm_one_person_at_once_check_in_once(server_database, shared, evening, now):
    held, (_, bob) = evening
    found = []

    def confirm(station):
        kiosk = open_database(server_database)
        answers = KioskAnswers(role=Role.BOTH, needs_wanted=("Relocation",))
        result = kiosk.write(
            confirm_at_kiosk, held.id, bob.id, answers, station=station, now=now, request_id=f"{held.id} {station}"
        )
        found.append((result.check_in.status, result.check_in.where))
        kiosk.close()

    kiosks = [Thread(target=confirm, args=(f"Kiosk {number}",)) for number in range(4)]
    for kiosk in kiosks:
        kiosk.start()
    for kiosk in kiosks:
        kiosk.join()
    statuses, places = zip(*found, strict=True)
    assert sorted(statuses) == [CheckInStatus.ALREADY] * 3 + [CheckInStatus.CHECKED_IN]
    assert len(set(places)) == 1
    assert shared.read(kiosk_person, bob.id).already_where == places[0]
    assert len(shared.read(open_desk_calls, held.id)) == 1


def test_settings_a_pin_and_a_second_fact_are_kept_and_tried(shared, evening, now):
    held, (ann, _) = evening
    chosen = EventSettings(kiosk_languages=("ar", "en"), idle_seconds=30)
    assert shared.write(change_event_settings, held.id, chosen, station="Control", now=now) == chosen
    shared.write(set_pin, "4711", old=None, station="Control", now=now)
    waits = [shared.write(check_pin, "0", station="Kiosk 1", now=now).wait_seconds for _ in range(3)]
    assert waits == [0, 0, 30]
    assert shared.write(check_pin, "4711", station="Kiosk 2", now=now).ok
    assert not shared.write(check_fact, ann.id, "ann", station="Kiosk 1", now=now)


def test_a_change_is_taken_back(shared, evening, now):
    held, (ann, _) = evening
    shared.write(check_in, held.id, ann.code, station="Desk", now=now)
    before = shared.read(latest_change)
    shared.write(undo, shared.read(activity, held.id)[0].id, station="Desk", now=now)
    assert shared.read(latest_change) > before
    assert shared.read(head_counts, held.id).here == 0


def test_a_backup_is_a_file_of_its_own(shared, evening, tmp_path):
    held, _ = evening
    back_up(shared, tmp_path / "copy.db")
    copy = open_database(str(tmp_path / "copy.db"))
    assert copy.read(list_attendees, held.id) == shared.read(list_attendees, held.id)
    assert copy.read(check_integrity) == []
    copy.close()


def test_an_event_is_forgotten(shared, evening, now):
    held, _ = evening
    assert "of 2 people" in forget_event(shared, held.id, station="Control", now=now)
    assert {one.name.full[:9] for one in shared.read(list_attendees, held.id)} == {"Attendee "}


def test_a_database_that_is_not_there_is_told_without_the_password(server):
    with pytest.raises(MixerError, match="no database of this name") as refusal:
        open_database(server.replace("/postgres", "/nowhere"))
    assert "app-password" not in str(refusal.value)


def test_two_laptops_whose_clocks_differ_go_by_the_servers(shared):
    true = datetime.now(UTC)
    fast, slow = (SteadyClock(lambda off=off: datetime.now(UTC) + timedelta(minutes=off)) for off in (3, -4))
    for clock in (fast, slow):
        keep_time(shared, clock)
    assert abs(fast.now() - slow.now()) < timedelta(seconds=0.5)
    assert abs(fast.now() - true) < timedelta(minutes=1)
