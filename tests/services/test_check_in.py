"""The door: twice is once, on one desk and on two."""

from datetime import timedelta
from multiprocessing import get_context

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import Status
from mixer_app.services.check_in import (
    CheckInStatus,
    check_in,
    head_counts,
    last_arrivals,
    mark_left,
    undo_check_in,
)
from mixer_app.services.database import open_database
from mixer_app.services.people import cancel_attendee, get_attendee


@pytest.fixture
def scan(database, event, now):
    def act(key, *, station="Desk 1", minutes=0, request_id=None, what=check_in):
        at = now + timedelta(minutes=minutes)
        return database.write(what, event.id, key, station=station, now=at, request_id=request_id)

    return act


def test_a_scan_checks_in_and_says_when_and_where(scan, add, now):
    ann = add("Ann Smith")
    result = scan(ann.code)
    assert (result.status, result.at, result.where) == (CheckInStatus.CHECKED_IN, now, "Desk 1")
    assert result.attendee.name.full == "Ann Smith"
    assert result.attendee.here


def test_a_second_scan_says_who_when_and_where(scan, add, now):
    ann = add("Ann Smith")
    scan(ann.code)
    again = scan(ann.code, station="Desk 2", minutes=5)
    assert (again.status, again.at, again.where) == (CheckInStatus.ALREADY, now, "Desk 1")
    assert again.attendee.id == ann.id


@pytest.mark.parametrize("key", ["{code}", " {lower} ", "{spaced}", "ANN@example.org", "#{id}"])
def test_a_code_an_email_or_a_number_finds_the_person(scan, add, key):
    ann = add("Ann Smith", email="ann@Example.org")
    typed = key.format(code=ann.code, lower=ann.code.lower(), spaced=f"{ann.code[:4]}-{ann.code[4:]}", id=ann.id)
    assert scan(typed).attendee.id == ann.id


@pytest.mark.parametrize("key", ["", "nobody@example.org", "#99", "#" + "9" * 30, "#x", "ABCDEFGH", "Ann"])
def test_what_belongs_to_nobody_is_unknown(scan, add, key):
    add("Ann Smith", email="ann@example.org")
    result = scan(key)
    assert (result.status, result.attendee, result.key) == (CheckInStatus.UNKNOWN, None, key)


def test_two_people_with_one_email_are_told_apart_by_their_badge(scan, add):
    add("Ann Smith", email="office@example.org")
    bob = add("Bob Jones", email="office@example.org")
    with pytest.raises(MixerError, match=r"Ann Smith, Bob Jones.*badge code"):
        scan("office@example.org")
    assert scan(bob.code).status is CheckInStatus.CHECKED_IN


def test_the_same_request_sent_again_gets_the_same_answer(scan, add, now):
    ann = add("Ann Smith")
    scan(ann.code, request_id="a")
    again = scan(ann.code, minutes=1, request_id="a")
    assert (again.status, again.at) == (CheckInStatus.CHECKED_IN, now)
    assert scan(ann.code, minutes=1, request_id="b").status is CheckInStatus.ALREADY


@pytest.mark.database_file
def test_a_check_in_reads_twice_and_writes_three_rows(database, event, add, now):
    ann = add("Ann Smith", topics_wanted=("Finance",))
    asked = []

    def look(session):
        sqlite = session.connection().connection.driver_connection
        sqlite.set_trace_callback(lambda statement: asked.append(statement.split()[0]))
        result = check_in(session, event.id, ann.code, station="Desk 1", now=now, request_id="a")
        sqlite.set_trace_callback(None)
        return result

    assert database.write(look).attendee == database.read(get_attendee, ann.id)
    assert asked == ["SELECT", "SELECT", "SELECT", "UPDATE", "INSERT", "INSERT"]  # the first: is it sent again


def test_undo_makes_it_as_if_the_person_had_not_come(scan, add, database, event):
    ann = add("Ann Smith")
    scan(ann.code)
    undone = scan(ann.code, what=undo_check_in)
    assert undone.status is CheckInStatus.UNDONE
    assert undone.attendee.status is Status.REGISTERED
    assert undone.attendee.checked_in_at is None
    assert database.read(last_arrivals, event.id) == []


def test_undo_twice_is_undo_once(scan, add, database, event):
    ann = add("Ann Smith")
    scan(ann.code)
    scan(ann.code, what=undo_check_in, request_id="u")
    assert scan(ann.code, what=undo_check_in).status is CheckInStatus.UNDONE
    scan(ann.code)
    assert scan(ann.code, what=undo_check_in, request_id="u").status is CheckInStatus.UNDONE
    assert database.read(head_counts, event.id).here == 1


def test_someone_who_left_may_come_back(scan, add, database, event, now):
    ann = add("Ann Smith")
    scan(ann.code)
    gone = database.write(mark_left, event.id, ann.code, station="Desk 1", now=now + timedelta(hours=1))
    assert (gone.status, gone.left_at) == (Status.LEFT, now + timedelta(hours=1))
    back = scan(ann.code, minutes=90)
    assert back.status is CheckInStatus.CHECKED_IN
    assert back.attendee.left_at is None


def test_nobody_leaves_who_has_not_come(add, database, event, now):
    ann = add("Ann Smith")
    with pytest.raises(MixerError, match="not here"):
        database.write(mark_left, event.id, ann.code, station="Desk 1", now=now)
    with pytest.raises(MixerError, match="Nobody"):
        database.write(mark_left, event.id, "#77", station="Desk 1", now=now)


def test_a_cancelled_registration_is_refused_with_the_way_out(scan, add, database, now):
    ann = add("Ann Smith")
    database.write(cancel_attendee, ann.id, station="Desk 1", now=now)
    with pytest.raises(MixerError, match=r"cancelled.*walk-in"):
        scan(ann.code)


def test_the_badge_of_another_event_is_unknown(scan, add, database, event, now):
    from dataclasses import replace

    from mixer_app.services.events import create_event

    other = database.write(create_event, replace(event, name="Other"), station="Test", now=now)
    eve = add("Eve Adams", to=other)
    assert scan(eve.code).status is CheckInStatus.UNKNOWN


def test_last_arrivals_come_newest_first(scan, add, database, event):
    codes = [add(name).code for name in ("Ann Smith", "Bob Jones", "Eve Adams")]
    for minute, code in enumerate(codes):
        scan(code, minutes=minute)
    names = [one.name.full for one in database.read(last_arrivals, event.id, limit=2)]
    assert names == ["Eve Adams", "Bob Jones"]


def test_head_counts_count_both_with_the_mentors(scan, add, database, event, now):
    mentor, both = add("Ann Smith", role="mentor"), add("Bob Jones", role="both")
    add("Eve Adams"), add("Kim Lee", walk_in=True)
    gone = add("Max Berg")
    database.write(cancel_attendee, gone.id, station="Desk 1", now=now)
    scan(mentor.code), scan(both.code)
    counts = database.read(head_counts, event.id)
    assert (counts.registered, counts.here, counts.mentors, counts.mentors_here) == (4, 2, 2, 2)
    assert (counts.mentees, counts.mentees_here, counts.walk_ins) == (2, 0, 1)


def _scan_elsewhere(location, event_id, code, station, now, start, answers):
    database = open_database(location)
    start.wait()
    result = database.write(check_in, event_id, code, station=station, now=now)
    answers.put((str(result.status), result.where))
    database.close()


def test_two_desks_that_scan_one_badge_at_once_check_in_once(database, event, add, now):
    ann = add("Ann Smith")
    context = get_context("spawn")
    start, answers = context.Barrier(2), context.Queue()
    desks = [
        context.Process(
            target=_scan_elsewhere, args=(database.address, event.id, ann.code, station, now, start, answers)
        )
        for station in ("Desk 1", "Desk 2")
    ]
    for desk in desks:
        desk.start()
    found = sorted(answers.get(timeout=60) for _ in desks)
    for desk in desks:
        desk.join()
    assert [status for status, _ in found] == ["already", "checked-in"]
    assert found[0][1] == found[1][1] == database.read(get_attendee, ann.id).checked_in_where
