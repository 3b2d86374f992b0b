"""Tests of notes to staff: written, seen, seen again, and nowhere but at staff."""

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.services.journal import activity, undo
from mixer_app.services.staff_notes import mark_of, note_seen, seen_notes, write_note
from mixer_app.store import journal

DESK = "Desk 1"


def is_seen(database, person) -> bool:
    return mark_of(person) in database.read(seen_notes, person.event_id)


def test_a_note_is_open_until_staff_have_seen_it(database, add, now):
    ann = database.write(write_note, add("Ann Smith").id, "  needs   the ramp ", station=DESK, now=now)
    assert ann.staff_note == "needs the ramp"
    assert not is_seen(database, ann)

    database.write(note_seen, ann.id, station=DESK, now=now)
    assert is_seen(database, ann)


def test_another_wording_is_a_new_note(database, add, now):
    ann = add("Ann Smith", staff_note="VIP")
    database.write(note_seen, ann.id, station=DESK, now=now)

    ann = database.write(write_note, ann.id, "VIP, sits in front", station=DESK, now=now)
    assert not is_seen(database, ann)


def test_seeing_a_note_can_be_taken_back_and_twice_is_once(database, event, add, now):
    ann = add("Ann Smith", staff_note="VIP")
    for _ in range(2):
        database.write(note_seen, ann.id, station=DESK, now=now)
    (seen,) = [entry for entry in database.read(activity, event.id) if entry.what == "note seen"]
    assert seen.can_undo

    for _ in range(2):
        assert database.write(undo, seen.id, station=DESK, now=now) == "Undone: Saw the note about Ann Smith"
        assert not is_seen(database, ann)
    taken_back = database.read(activity, event.id)[0]
    assert [entry.what for entry in database.read(activity, event.id)].count("undo") == 1

    assert database.write(undo, taken_back.id, station=DESK, now=now) == "Done again: Saw the note about Ann Smith"
    assert is_seen(database, ann)


def test_that_an_earlier_wording_was_seen_is_not_taken_back_under_a_later_one(database, event, add, now):
    ann = add("Ann Smith", staff_note="VIP")
    database.write(note_seen, ann.id, station=DESK, now=now)
    earlier = database.read(activity, event.id, limit=1)[0]
    ann = database.write(write_note, ann.id, "VIP, sits in front", station=DESK, now=now)
    database.write(note_seen, ann.id, station=DESK, now=now)

    with pytest.raises(MixerError, match="came after it"):
        database.write(undo, earlier.id, station=DESK, now=now)
    assert is_seen(database, ann)


def test_a_note_that_was_opened_again_before_undo_did_so_is_still_to_be_seen(database, event, add, now):
    ann = add("Ann Smith", staff_note="VIP")
    database.write(note_seen, ann.id, station=DESK, now=now)
    told = {"attendee_id": ann.id, "sentence": "The note about {name} is to be seen again"}
    what = {"what": "note to be seen again", "payload": {"mark": mark_of(ann)[1]}}
    database.write(journal.record, event_id=event.id, station=DESK, at=now, **told, **what)

    assert not is_seen(database, ann)


def test_who_has_no_note_has_nothing_to_be_seen(database, event, add, now):
    ann = add("Ann Smith")
    database.write(note_seen, ann.id, station=DESK, now=now)

    assert database.read(seen_notes, event.id) == frozenset()


def test_a_note_can_be_undone_and_leaves_the_role_alone(database, event, add, now):
    ann = add("Ann Smith", role="mentor", staff_note="VIP")
    database.write(write_note, ann.id, "", station=DESK, now=now)
    entry = database.read(activity, event.id, limit=1)[0]

    database.write(undo, entry.id, station=DESK, now=now)
    from mixer_app.services.people import get_attendee

    assert database.read(get_attendee, ann.id).staff_note == "VIP"
    assert database.read(get_attendee, ann.id).role.value == "mentor"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "VIP", "Wrote a note about"),
        ("VIP", "Ramp", "Changed the note about"),
        ("VIP", "", "Took away the note about"),
    ],
)
def test_the_journal_tells_a_note_as_one_and_not_as_something_the_person_said(
    database, event, add, now, before, after, told
):
    ann = add("Ann Smith", staff_note=before)
    database.write(write_note, ann.id, after, station=DESK, now=now)
    entry = database.read(activity, event.id, limit=1)[0]

    assert entry.sentence == f"{told} Ann Smith"
    assert database.write(undo, entry.id, station=DESK, now=now) == f"Undone: {told} Ann Smith"


def test_the_journal_says_of_a_seen_note_who_it_is_about_and_not_what_it_says(database, event, add, now):
    ann = add("Ann Smith", staff_note="VIP")
    database.write(note_seen, ann.id, station=DESK, now=now)

    assert database.read(activity, event.id, limit=1)[0].sentence == "Saw the note about Ann Smith"
