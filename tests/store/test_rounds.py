"""How far the evening has come."""

from datetime import timedelta

from mixer_app.store.journal import latest_records
from mixer_app.store.plans import latest_plan
from mixer_app.store.rounds import (
    RoundState,
    held_rounds,
    mark_round_held,
    mark_round_started,
    record_took_place,
    round_progress,
)


def test_a_round_begins_and_ends_once(database, event, now):
    for minute in (0, 1):
        database.write(mark_round_started, event.id, 1, station="Control", now=now + timedelta(minutes=minute))
    for minute in (10, 11):
        database.write(mark_round_held, event.id, 1, station="Control", now=now + timedelta(minutes=minute))
    database.write(mark_round_started, event.id, 1, station="Control", now=now + timedelta(minutes=20))
    (found,) = database.read(round_progress, event.id)
    assert (found.number, found.state) == (1, RoundState.HELD)
    assert (found.started_at, found.ended_at) == (now, now + timedelta(minutes=10))


def test_the_rounds_held_are_counted_by_the_last_of_them(database, event, now):
    assert database.read(held_rounds, event.id) == 0
    database.write(mark_round_held, event.id, 2, station="Control", now=now)
    database.write(mark_round_started, event.id, 3, station="Control", now=now)
    assert database.read(held_rounds, event.id) == 2


def test_what_took_place_is_noted_pair_by_pair(database, event, add, introduce, now):
    ann, bob, eve = add("Ann Smith", role="mentor"), add("Bob Jones"), add("Eve Adams")
    introduce((ann, bob), (ann, eve))
    database.write(
        record_took_place, event.id, 1, {(ann.id, bob.id): True, (ann.id, eve.id): True}, station="Control", now=now
    )
    database.write(record_took_place, event.id, 2, {(ann.id, eve.id): False}, station="Control", now=now)
    found = database.read(latest_plan, event.id).introductions
    assert [(one.mentee_id, one.took_place) for one in found] == [(bob.id, True), (eve.id, False)]


def test_what_is_noted_of_a_round_is_in_the_journal_once(database, event, add, introduce, now):
    ann, bob, eve = add("Ann Smith", role="mentor"), add("Bob Jones"), add("Eve Adams")
    introduce((ann, bob), (ann, eve))
    said = {"station": "Control", "now": now}
    for _ in range(2):
        database.write(mark_round_started, event.id, 1, **said)
        database.write(record_took_place, event.id, 1, {(ann.id, bob.id): True}, **said)
        database.write(record_took_place, event.id, 2, {(ann.id, eve.id): False}, **said)
        database.write(mark_round_held, event.id, 1, **said)
    told = [entry.sentence for entry in database.read(latest_records, event.id, 4)][::-1]
    assert told == [
        "Round 1 began",
        "Round 1: 1 pair sat together",
        "Round 2: 0 pairs sat together, 1 did not",
        "Round 1 ended",
    ]
