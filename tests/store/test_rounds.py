"""What took place in the rounds of a plan."""

from mixer_app.store.journal import latest_records
from mixer_app.store.plans import latest_plan
from mixer_app.store.rounds import forget_what_took_place, record_took_place


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
        database.write(record_took_place, event.id, 1, {(ann.id, bob.id): True}, **said)
        database.write(record_took_place, event.id, 2, {(ann.id, eve.id): False}, **said)
    told = [entry.sentence for entry in database.read(latest_records, event.id, 2)][::-1]
    assert told == [
        "Round 1: 1 pair sat together",
        "Round 2: 0 pairs sat together, 1 did not",
    ]


def test_what_was_noted_of_a_round_that_goes_on_is_taken_back(database, event, add, introduce, now):
    ann, bob = add("Ann Smith", role="mentor"), add("Bob Jones")
    introduce((ann, bob))
    database.write(record_took_place, event.id, 1, {(ann.id, bob.id): True}, station="Control", now=now)
    database.write(forget_what_took_place, event.id, 1)
    assert [one.took_place for one in database.read(latest_plan, event.id).introductions] == [None]
