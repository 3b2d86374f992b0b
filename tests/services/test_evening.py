"""What staff do to the evening: once, in the journal, and taken back."""

from datetime import timedelta

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.evening import ActKind, Phase
from mixer_app.domain.room import Presence
from mixer_app.services.evening import act_on_evening, catch_up, evening_now
from mixer_app.services.events import update_event
from mixer_app.services.journal import activity, undo
from mixer_app.services.planning import current_plan
from mixer_app.services.presence import note_presence


@pytest.fixture
def pair(add, introduce):
    ann, bob, eve = add("Ann Smith", role="mentor"), add("Bob Jones"), add("Eve Adams")
    introduce((ann, bob), (ann, eve))
    return ann, bob, eve


@pytest.fixture
def do(database, event, now, pair):
    def act(kind, minutes=0, number=1, seconds=0, station="Control"):
        return database.write(
            act_on_evening, event.id, kind, round_number=number, seconds=seconds, station=station,
            now=now + timedelta(minutes=minutes),
        )  # fmt: skip

    return act


@pytest.fixture
def at(database, event, now):
    return lambda minutes: database.read(evening_now, event.id, now=now + timedelta(minutes=minutes))


def sentences(database, event, count=30):
    return [entry.sentence for entry in database.read(activity, event.id, count)]


def test_without_a_plan_there_is_nothing_to_start(database, event, now):
    with pytest.raises(MixerError, match="no plan yet"):
        database.write(act_on_evening, event.id, ActKind.START, round_number=1, station="Control", now=now)


def test_the_start_publishes_the_plan_and_rounds_go_on_without_anybody(database, event, do, at):
    do(ActKind.START)
    assert database.read(current_plan, event.id).published_at is not None
    assert (at(11).phase, at(13).round, at(13).phase) == (Phase.BREAK, 2, Phase.ROUND)


def test_a_second_press_and_a_second_station_change_nothing(database, event, do):
    assert do(ActKind.START).entry_id is not None
    assert do(ActKind.START, station="Control 2").entry_id is None
    assert do(ActKind.PAUSE, 1).entry_id is not None
    assert do(ActKind.PAUSE, 1, station="Control 2").entry_id is None
    assert do(ActKind.SKIP, 2).entry_id is not None
    assert do(ActKind.SKIP, 2, station="Control 2").entry_id is None


def test_who_looks_at_an_older_round_is_told_where_the_evening_is(do):
    do(ActKind.START)
    with pytest.raises(MixerError, match="Round 2 is under way by now"):
        do(ActKind.EXTEND, 13, number=1, seconds=60)


def test_every_round_that_began_and_ended_is_in_the_journal_once_at_its_own_time(database, event, do, now):
    do(ActKind.START)
    for _ in range(2):
        database.write(catch_up, event.id, station="Desk 1", now=now + timedelta(minutes=13))
    entries = database.read(activity, event.id, 30)[::-1]
    turns = [(entry.sentence, entry.at) for entry in entries if entry.what.startswith("round ")]
    assert turns == [
        ("Round 1 began", now),
        ("Round 1 ended", now + timedelta(minutes=10)),
        ("Round 1: 1 pair sat together", now + timedelta(minutes=10)),
        ("Round 2 began", now + timedelta(minutes=12)),
    ]


def test_only_talks_that_nobody_missed_took_place(database, event, do, now, pair):
    _, bob, eve = pair
    do(ActKind.START)
    said = {"station": "Control", "now": now + timedelta(minutes=1)}
    database.write(note_presence, event.id, bob.id, Presence.MISSING, round_number=1, **said)
    database.write(catch_up, event.id, station="Control", now=now + timedelta(minutes=11))
    took_place = {m.mentee_id: m.took_place for m in database.read(current_plan, event.id).introductions}
    assert (took_place[bob.id], took_place[eve.id]) == (False, None)
    database.write(
        note_presence, event.id, bob.id, Presence.SEEN, round_number=1, station="Control",
        now=now + timedelta(minutes=11),
    )  # fmt: skip  # typed in from the marshal's sheet afterwards
    assert database.read(current_plan, event.id).introductions[0].took_place


def test_in_a_round_that_is_skipped_nobody_has_met(database, event, do):
    do(ActKind.START)
    done = do(ActKind.SKIP, 3)
    assert [m.took_place for m in database.read(current_plan, event.id).introductions] == [False, None]
    assert database.write(undo, done.entry_id, station="Control", now=done.evening.at) == "Undone: Skipped round 1"
    assert [m.took_place for m in database.read(current_plan, event.id).introductions] == [None, None]


def test_an_act_is_undone_and_done_again_as_if_it_had_not_been(database, event, do, at, now):
    do(ActKind.START)
    done = do(ActKind.END, 4)
    assert at(5).phase is Phase.BREAK
    assert database.write(undo, done.entry_id, station="Control", now=now + timedelta(minutes=5)).startswith("Undone")
    assert (at(5).phase, at(5).remaining) == (Phase.ROUND, timedelta(minutes=5))
    (taken_back, *_) = database.read(activity, event.id, 1)
    database.write(undo, taken_back.id, station="Control", now=now + timedelta(minutes=5))
    assert at(5).phase is Phase.BREAK


def test_an_undo_stops_where_the_evening_has_gone_on(database, event, do, now):
    do(ActKind.START)
    first = do(ActKind.EXTEND, 4, seconds=60)
    later = do(ActKind.PAUSE, 5)
    with pytest.raises(MixerError, match="Undo that first"):
        database.write(undo, first.entry_id, station="Control", now=now + timedelta(minutes=6))
    database.write(undo, later.entry_id, station="Control", now=now + timedelta(minutes=6))
    with pytest.raises(MixerError, match="Round 1 has ended since"):
        database.write(undo, first.entry_id, station="Control", now=now + timedelta(minutes=12))


def test_longer_rounds_in_the_settings_hold_from_the_next_one_on(database, event, do, at, now):
    do(ActKind.START)
    changed = {"station": "Control", "now": now + timedelta(minutes=5)}
    from dataclasses import replace

    database.write(update_event, replace(event, minutes=20), **changed)
    assert at(9).remaining == timedelta(minutes=1)
    assert at(13).remaining == timedelta(minutes=19)
    (changed_entry,) = [e for e in database.read(activity, event.id, 9) if e.what == "event changed"]
    database.write(undo, changed_entry.id, station="Control", now=now + timedelta(minutes=6))
    assert at(13).remaining == timedelta(minutes=9)
