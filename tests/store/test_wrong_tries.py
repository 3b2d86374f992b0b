"""Wrong tries: of an attendee at any station, of a PIN at one."""

from datetime import timedelta

from mixer_app.store.wrong_tries import (
    add_wrong_try,
    forget_wrong_facts,
    forget_wrong_pins,
    wrong_facts,
    wrong_pins,
)


def test_facts_count_by_attendee_and_pins_by_station(database, add, now):
    ann, bob = add("Ann Smith"), add("Bob Jones")
    for person, station in ((ann.id, "Kiosk 1"), (ann.id, "Kiosk 2"), (None, "Kiosk 1")):
        database.write(add_wrong_try, person, station=station, at=now)
    assert len(database.write(wrong_facts, ann.id, now=now)) == 2
    assert database.write(wrong_facts, bob.id, now=now) == []
    assert database.write(wrong_pins, "Kiosk 1", now=now) == [now]
    database.write(forget_wrong_pins, "Kiosk 1")
    assert len(database.write(wrong_facts, ann.id, now=now)) == 2
    database.write(forget_wrong_facts, ann.id)
    assert database.write(wrong_facts, ann.id, now=now) == []


def test_a_try_from_the_future_was_now(database, now):
    database.write(add_wrong_try, None, station="Kiosk 1", at=now + timedelta(hours=1))
    assert database.write(wrong_pins, "Kiosk 1", now=now) == [now]
    assert database.write(wrong_pins, "Kiosk 1", now=now + timedelta(hours=2)) == [now]
