"""The list of changes, and taking them back."""

from dataclasses import replace

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import PersonName, Status, registration_of
from mixer_app.domain.roles import Role
from mixer_app.services.check_in import check_in, mark_left, undo_check_in
from mixer_app.services.journal import activity, latest_change, undo
from mixer_app.services.people import (
    cancel_attendee,
    edit_attendee,
    get_attendee,
    list_attendees,
    register_again,
    set_role,
)
from mixer_app.store.plans import latest_plan, publish_plan


@pytest.fixture
def do(database, now):
    return lambda what, *args, **more: database.write(what, *args, station="Desk 2", now=now, **more)


@pytest.fixture
def newest(database, event):
    return lambda: database.read(activity, event.id)[0]


def test_the_list_says_what_was_done_where_and_when(database, event, add, do, now):
    ann = add("Ann Smith")
    do(check_in, event.id, ann.code)
    entries = database.read(activity, event.id)
    assert [entry.sentence for entry in entries] == [
        "Checked in Ann Smith",
        "Registered Ann Smith",
        "Made the event Physician mixer",
    ]
    assert (entries[0].station, entries[0].at, entries[0].undone) == ("Desk 2", now, False)
    assert [entry.can_undo for entry in entries] == [True, True, False]


def test_the_newest_number_grows_with_every_change(database, event, add, do):
    before = database.read(latest_change)
    ann = add("Ann Smith")
    added = database.read(latest_change)
    do(check_in, event.id, ann.code)
    assert before < added < database.read(latest_change)


def test_a_scan_that_changes_nothing_leaves_no_entry(database, event, add, do):
    ann = add("Ann Smith")
    do(check_in, event.id, ann.code)
    before = database.read(latest_change)
    do(check_in, event.id, ann.code)
    do(check_in, event.id, "nobody@example.org")
    assert database.read(latest_change) == before


def test_a_check_in_is_taken_back_and_done_again(database, event, add, do, newest):
    ann = add("Ann Smith")
    do(check_in, event.id, ann.code)
    arrived = database.read(get_attendee, ann.id)
    assert do(undo, newest().id) == "Undone: Checked in Ann Smith"
    assert database.read(get_attendee, ann.id).status is Status.REGISTERED
    assert [entry.undone for entry in database.read(activity, event.id)][:2] == [False, True]
    assert do(undo, newest().id) == "Done again: Checked in Ann Smith"
    assert database.read(get_attendee, ann.id) == arrived
    assert database.read(activity, event.id)[2].undone is False


def test_undo_twice_is_undo_once(database, event, add, do, newest):
    ann = add("Ann Smith")
    do(check_in, event.id, ann.code)
    entry = newest().id
    first = do(undo, entry)
    count = len(database.read(activity, event.id))
    assert do(undo, entry) == first
    assert len(database.read(activity, event.id)) == count


def test_what_was_done_again_can_be_taken_back_again(database, event, add, do, newest):
    ann = add("Ann Smith")
    do(check_in, event.id, ann.code)
    entry = newest().id
    do(undo, entry)
    do(undo, newest().id)
    do(undo, entry)
    assert database.read(get_attendee, ann.id).status is Status.REGISTERED


def test_an_undone_check_in_can_be_brought_back_with_its_time(database, event, add, do, newest):
    ann = add("Ann Smith")
    do(check_in, event.id, ann.code)
    arrived = database.read(get_attendee, ann.id)
    do(undo_check_in, event.id, ann.code)
    do(undo, newest().id)
    assert database.read(get_attendee, ann.id) == arrived


def test_a_later_change_goes_first(database, event, add, do, newest):
    ann = add("Ann Smith")
    do(check_in, event.id, ann.code)
    came = newest().id
    do(mark_left, event.id, ann.code)
    left = newest().id
    with pytest.raises(MixerError, match=r"Ann Smith has left.*Undo that first"):
        do(undo, came)
    do(undo, left)
    do(undo, came)
    assert database.read(get_attendee, ann.id).status is Status.REGISTERED


def test_an_edit_is_taken_back_whole(database, event, add, do, newest):
    ann = add("Ann Smith", topics_wanted=("Finance",), wishes=("Bob Jones",), answers=(("Diet?", "none"),))
    said = replace(
        registration_of(ann),
        name=PersonName(full="Anna Smith", given="Anna", family="Smith"),
        topics_wanted=("Leadership", "Law"),
        wishes=(),
        rests=(2, 3),
    )
    assert do(edit_attendee, ann.id, said).topics_wanted == ("Leadership", "Law")
    assert do(undo, newest().id) == "Undone: Changed what Anna Smith said"
    assert registration_of(database.read(get_attendee, ann.id)) == registration_of(ann)
    do(undo, newest().id)
    assert registration_of(database.read(get_attendee, ann.id)) == said


def test_a_check_in_does_not_stand_in_the_way_of_an_edit(database, event, add, do, newest):
    ann = add("Ann Smith")
    do(edit_attendee, ann.id, replace(registration_of(ann), title="Dr"))
    edited = newest().id
    do(check_in, event.id, ann.code)
    do(undo, edited)
    found = database.read(get_attendee, ann.id)
    assert (found.title, found.here) == ("", True)


def test_a_role_change_is_taken_back(database, event, add, do, newest):
    ann = add("Ann Smith", role="mentee")
    do(set_role, ann.id, Role.BOTH)
    assert newest().sentence == "Made Ann Smith mentor and mentee"
    do(undo, newest().id)
    assert database.read(get_attendee, ann.id).role is Role.MENTEE


def test_a_cancellation_and_a_registration_are_taken_back(database, event, add, do, newest):
    ann = add("Ann Smith")
    added = newest().id
    do(check_in, event.id, ann.code)
    do(cancel_attendee, ann.id)
    do(undo, newest().id)
    assert database.read(get_attendee, ann.id).here
    with pytest.raises(MixerError, match="Checked in Ann Smith"):
        do(undo, added)
    bob = add("Bob Jones")
    do(undo, newest().id)
    assert database.read(get_attendee, bob.id).status is Status.CANCELLED


def test_who_cancelled_is_registered_again_with_all_they_had_and_that_is_taken_back(database, event, add, do, newest):
    ann = add("Ann Smith", topics_wanted=("Finance",), needs_wanted=("Relocation",))
    do(cancel_attendee, ann.id)
    again = do(register_again, ann.id)
    assert (again.status, registration_of(again), again.code) == (Status.REGISTERED, registration_of(ann), ann.code)
    entry = newest()
    assert entry.sentence == "Registered Ann Smith again"
    do(register_again, ann.id)
    assert newest() == entry, "twice is once"

    do(undo, entry.id)
    assert database.read(get_attendee, ann.id).status is Status.CANCELLED
    assert database.read(list_attendees, event.id) == []
    assert [one.id for one in database.read(list_attendees, event.id, cancelled=True)] == [ann.id]
    do(undo, newest().id)
    assert database.read(get_attendee, ann.id).status is Status.REGISTERED


def test_what_cannot_be_taken_back_is_refused(database, event, do, newest):
    with pytest.raises(MixerError, match="cannot be undone"):
        do(undo, newest().id)
    with pytest.raises(MixerError, match="no longer in the list"):
        do(undo, 999)


def test_a_publication_is_taken_back(database, event, add, introduce, do, newest):
    plan = introduce((add("Ann Smith", role="mentor"), add("Bob Jones")))
    assert do(publish_plan, plan.id).published_at is not None
    assert do(undo, newest().id) == "Undone: Published plan 1"
    assert database.read(latest_plan, event.id).published_at is None
