"""The room in a round: who sits where, who is missing, who waits, and how it is noted."""

from datetime import time, timedelta

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.evening import ActKind
from mixer_app.domain.people import Status
from mixer_app.domain.roles import Role
from mixer_app.domain.room import Presence, TableState
from mixer_app.services.check_in import check_in, mark_left, undo_check_in
from mixer_app.services.evening import act_on_evening
from mixer_app.services.journal import activity, undo
from mixer_app.services.people import get_attendee
from mixer_app.services.planning import plan_event
from mixer_app.services.presence import close_table, note_presence, open_table, scan_at_table
from mixer_app.services.reseat import apply_reseat, propose_reseat
from mixer_app.services.room import read_room


@pytest.fixture
def arrive(database, event, now):
    def come(*people, minutes=-30):
        for person in people:
            at = now + timedelta(minutes=minutes)
            database.write(check_in, event.id, person.code, station="Desk 1", now=at)

    return come


@pytest.fixture
def mentors(add):
    return [add(name, role="mentor", employer=name) for name in ("Mo One", "Mi Two", "Mu Three", "Ma Four", "Me Five")]


@pytest.fixture
def mentees(add):
    return [add(name, employer=name) for name in ("Ann A", "Bob B", "Eve E", "Ian I", "Una U")]


@pytest.fixture
def started(database, event, mentors, mentees, arrive, now):
    """Five tables of one mentee each, and the first round has begun."""
    arrive(*mentors, *mentees)
    plan_event(database, event.id, station="Control", clock=lambda: now)
    database.write(act_on_evening, event.id, ActKind.START, round_number=1, station="Control", now=now)


@pytest.fixture
def room(database, event, now):
    return lambda minutes=1: database.read(read_room, event.id, now=now + timedelta(minutes=minutes))


@pytest.fixture
def note(database, event, now):
    def noted(person, presence, *, minutes=1, number=1):
        return database.write(
            note_presence, event.id, person.id, presence, round_number=number, station="Control",
            now=now + timedelta(minutes=minutes),
        )  # fmt: skip

    return noted


def table_of(room, person):
    return next(
        table
        for table in room.tables
        if person.id in {seat.attendee.id for seat in (table.mentor, *table.mentees) if seat}
    )


def test_before_there_is_a_plan_the_room_is_empty(room):
    assert (room().tables, room().missing, room().waiting, room().plan_id) == ((), (), (), None)


def test_everyone_is_expected_until_somebody_looks(started, room, mentors):
    seen = room()
    assert [table.state for table in seen.tables] == [TableState.FULL] * 5
    assert {table.mentor.presence for table in seen.tables} == {Presence.EXPECTED}
    assert (seen.round, seen.seated, seen.missing, seen.waiting) == (1, 10, (), ())


def test_a_mentee_who_is_missing_is_named_with_the_table(started, room, note, mentees):
    note(mentees[0], Presence.MISSING)
    (one,) = room().missing
    assert (one.seat.attendee.id, one.urgent) == (mentees[0].id, False)
    assert one.why == f"Table {one.table}, not seen yet"
    assert table_of(room(), mentees[0]).state is TableState.LACKING


def test_a_mentor_who_is_missing_comes_first(started, room, note, mentors, mentees):
    note(mentees[0], Presence.MISSING)
    other = next(t for t in room().tables if mentees[0].id not in {s.attendee.id for s in t.mentees})
    note(other.mentor.attendee, Presence.MISSING)
    first, second = room().missing
    assert first.seat.attendee.id == other.mentor.attendee.id
    assert first.why == f"Table {other.number}: a mentee sits without a mentor"
    assert first.urgent
    assert not second.urgent
    assert table_of(room(), other.mentor.attendee).state is TableState.NO_MENTOR


def test_where_someone_was_last_seen_is_told_in_a_later_round(started, room, note, mentees):
    note(mentees[0], Presence.SEEN)
    note(mentees[0], Presence.MISSING, minutes=13, number=2)
    (one,) = room(13).missing
    assert one.why.endswith("last seen in round 1")


def test_gone_is_left_for_the_whole_event_and_here_takes_it_back(database, started, room, note, mentees):
    entry = note(mentees[0], Presence.GONE)
    assert database.read(get_attendee, mentees[0].id).status is Status.LEFT
    assert room().missing[0].seat.presence is Presence.GONE
    assert note(mentees[0], Presence.GONE) is None
    note(mentees[0], Presence.SEEN)
    assert database.read(get_attendee, mentees[0].id).status is Status.CHECKED_IN
    assert room().missing == ()
    assert entry is not None


def test_a_note_is_undone_whole(database, event, started, room, note, mentees, now):
    note(mentees[0], Presence.SEEN)
    entry = note(mentees[0], Presence.GONE)
    said = database.write(undo, entry, station="Control", now=now)
    assert said == "Undone: Ann A has left, and is missing in round 1"
    assert database.read(get_attendee, mentees[0].id).status is Status.CHECKED_IN
    assert table_of(room(), mentees[0]).mentees[0].presence is Presence.SEEN
    (newest, *_) = database.read(activity, event.id, 1)
    database.write(undo, newest.id, station="Control", now=now)
    assert database.read(get_attendee, mentees[0].id).status is Status.LEFT


def test_an_undo_does_not_reach_under_a_later_note(database, started, note, mentees, now):
    entry = note(mentees[0], Presence.MISSING)
    note(mentees[0], Presence.SEEN)
    with pytest.raises(MixerError, match="Undo that first"):
        database.write(undo, entry, station="Control", now=now)


def test_a_scan_at_the_table_notes_who_is_there(database, event, started, room, mentees, now):
    found = database.write(scan_at_table, event.id, mentees[1].code, station="Control", now=now)
    assert found.table == table_of(room(), mentees[1]).number
    assert table_of(room(), mentees[1]).mentees[0].presence is Presence.SEEN


def test_a_mentor_without_guests_is_found_at_their_own_table(database, event, started, room, mentors, mentees, now):
    host = next(one for one in mentors if table_of(room(), one).mentees[0].attendee.id == mentees[0].id)
    number = table_of(room(), host).number
    database.write(close_table, event.id, number, from_round=2, station="Control", now=now)
    reseated = propose_reseat(database, event.id, from_round=2, station="Control", clock=lambda: now)
    database.write(apply_reseat, reseated, station="Control", now=now)
    later = now + timedelta(minutes=13)
    found = database.write(scan_at_table, event.id, host.code, station="Control", now=later)
    assert (found.table, found.seat.role, found.seat.presence) == (number, Role.MENTOR, Presence.SEEN)


def test_a_scan_checks_in_who_had_not_been(database, event, started, room, mentees, now):
    database.write(undo_check_in, event.id, mentees[1].code, station="Desk 1", now=now)
    assert table_of(room(), mentees[1]).mentees[0].presence is Presence.MISSING
    found = database.write(scan_at_table, event.id, mentees[1].code, station="Control", now=now)
    assert found.seat.role is Role.MENTEE
    assert database.read(get_attendee, mentees[1].id).here


def test_a_scan_of_someone_without_a_seat_says_so(database, event, started, add, arrive, now):
    late = add("Lea Late")
    arrive(late, minutes=1)
    with pytest.raises(MixerError, match="Lea Late has no seat in round 1"):
        database.write(scan_at_table, event.id, late.code, station="Control", now=now)
    with pytest.raises(MixerError, match="no badge of this event"):
        database.write(scan_at_table, event.id, "WRONG", station="Control", now=now)


def test_who_comes_late_waits_mentors_first_then_the_longest(started, room, add, arrive):
    first, second, mentor = add("Lea Late"), add("Lou Later"), add("Mat Mentor", role="mentor")
    arrive(first, minutes=1)
    arrive(second, minutes=2)
    arrive(mentor, minutes=3)
    assert [one.attendee.id for one in room(5).waiting] == [mentor.id, first.id, second.id]


def test_who_is_only_free_in_this_round_does_not_wait(started, room):
    assert room(13).waiting == ()


def test_a_table_is_closed_from_a_round_on_and_opened_again(database, event, started, room, now):
    said = {"station": "Control", "now": now + timedelta(minutes=2)}
    number = room().tables[0].number
    assert database.write(close_table, event.id, number, from_round=2, **said) is not None
    assert database.write(close_table, event.id, number, from_round=2, **said) is None
    host = room().tables[0].mentor.attendee
    assert host.rests == (2, 3, 4, 5)
    database.write(open_table, event.id, number, from_round=4, **said)
    assert database.read(get_attendee, host.id).rests == (2, 3)
    told = [entry.sentence for entry in database.read(activity, event.id, 2)]
    name = host.name.full
    assert told == [
        f"Opened table {number} from round 4 on, the table of {name}",
        f"Closed table {number} from round 2 on, the table of {name}",
    ]
    with pytest.raises(MixerError, match="Nobody keeps table 99"):
        database.write(close_table, event.id, 99, from_round=2, **said)


def test_who_said_when_they_would_leave_is_known_to_have(database, event, started, room, note, add, arrive, now):
    early = add("Ela Early", leaves=time(18, 55))
    arrive(early, minutes=1)
    plan_event(database, event.id, station="Control", clock=lambda: now + timedelta(minutes=1))
    seen = room(2)
    assert early.id in {one.attendee.id for one in seen.waiting}, "the new plan is not out"


def test_a_mentor_who_left_at_the_door_is_missing_at_the_table(database, event, started, room, mentors, now):
    database.write(mark_left, event.id, mentors[0].code, station="Desk 1", now=now + timedelta(minutes=1))
    urgent = [one for one in room(2).missing if one.urgent]
    assert [one.seat.attendee.id for one in urgent] == [mentors[0].id]
