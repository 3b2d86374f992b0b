"""Whom the names that people typed stand for."""

from dataclasses import replace

import pytest

from mixer_app.domain.people import registration_of
from mixer_app.services.people import cancel_attendee, edit_attendee
from mixer_app.store.wishes import keep_aparts, unresolved_wishes, wishes


@pytest.mark.parametrize(
    "typed",
    [
        "Łukasz Żółć",
        "lukasz zolc",
        "Zolc, Lukasz",
        "Dr Łukasz Żółć (City Hospital)",
        "LUKASZ@example.org",
        "Lukasz <lukasz@example.org>",
        "zolc",
        "{code}",
    ],
)
def test_a_name_an_email_or_a_code_is_tied_to_its_person(database, event, add, typed):
    mentor = add("Łukasz Żółć", role="mentor", email="lukasz@example.org")
    add("Ann Smith", role="mentor")
    bob = add("Bob Jones", wishes=(typed.format(code=mentor.code),))
    assert database.read(wishes, event.id) == {(bob.id, mentor.id)}
    assert database.read(unresolved_wishes, event.id) == []


def test_a_name_is_tied_when_its_person_comes_later(database, event, add):
    bob = add("Bob Jones", wishes=("Ann Smith",))
    assert database.read(wishes, event.id) == set()
    ann = add("Ann Smith", role="mentor")
    assert database.read(wishes, event.id) == {(bob.id, ann.id)}


def test_a_name_that_two_people_have_is_no_wish_but_keeps_both_apart(database, event, add):
    one, other = add("Ann Smith", role="mentor"), add("Ann Smith", role="mentor", employer="Other")
    bob = add("Bob Jones", wishes=("Ann Smith",), keep_apart=("Ann Smith",))
    assert database.read(wishes, event.id) == set()
    assert database.read(keep_aparts, event.id) == {frozenset((bob.id, one.id)), frozenset((bob.id, other.id))}
    assert {(wish.keep_apart, wish.candidates) for wish in database.read(unresolved_wishes, event.id)} == {
        (False, (one.id, other.id)),
        (True, (one.id, other.id)),
    }


def test_a_namesake_who_comes_later_is_kept_apart_too(database, event, add):
    bob, ann = add("Bob Jones", keep_apart=("Ann Smith",)), add("Ann Smith", role="mentor")
    later = add("Ann Smith", role="mentor", employer="Other")
    assert database.read(keep_aparts, event.id) == {frozenset((bob.id, ann.id)), frozenset((bob.id, later.id))}


def test_a_tie_outlives_a_corrected_name(database, event, add, now):
    ann = add("Ann Smiht", role="mentor")
    bob = add("Bob Jones", wishes=("Ann Smiht",), keep_apart=("Ann Smiht",))
    said = replace(registration_of(ann), name=replace(ann.name, full="Ann Smith"))
    database.write(edit_attendee, ann.id, said, station="Desk 1", now=now)
    assert database.read(wishes, event.id) == {(bob.id, ann.id)}
    assert database.read(keep_aparts, event.id) == {frozenset((bob.id, ann.id))}


def test_nobody_wishes_to_meet_or_avoid_themselves(database, event, add):
    add("Bob Jones", wishes=("Bob Jones",), keep_apart=("Bob Jones",))
    assert database.read(wishes, event.id) == set()
    assert database.read(keep_aparts, event.id) == set()


@pytest.mark.parametrize("typed", ["Nobody Known", "...", "anyone from Acme", "nobody@example.org"])
def test_what_stands_for_nobody_is_told(database, event, add, typed):
    add("Ann Smith", role="mentor")
    bob = add("Bob Jones", wishes=(typed,))
    (open_wish,) = database.read(unresolved_wishes, event.id)
    assert (open_wish.attendee_id, open_wish.text, open_wish.candidates) == (bob.id, typed, ())


def test_someone_who_cancelled_is_not_meant(database, event, add, now):
    gone = add("Ann Smith", role="mentor")
    database.write(cancel_attendee, gone.id, station="Desk 1", now=now)
    here = add("Ann Smith", role="mentor", employer="Other")
    bob = add("Bob Jones", wishes=("Ann Smith",))
    assert database.read(wishes, event.id) == {(bob.id, here.id)}
