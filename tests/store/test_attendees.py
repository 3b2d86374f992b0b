"""Attendees are read by two queries, however many there are."""

from random import Random

import pytest
from sqlalchemy import event as happens

from mixer_app.domain.folding import email_key, loose_key
from mixer_app.domain.identity import alike
from mixer_app.store.attendees import (
    get_attendees,
    ids_alike,
    list_attendees,
    with_code,
    with_email,
    with_number,
)
from mixer_app.store.registrations import add_registrations


@pytest.mark.parametrize("people", [2, 60])
def test_the_number_of_queries_does_not_grow_with_the_people(database, event, a_registration, now, people):
    said = [a_registration(f"P {n}", topics_wanted=("Finance",), answers=(("Q", "A"),)) for n in range(people)]
    database.write(add_registrations, event.id, said, now=now, dice=Random(1))
    asked = []

    def look(session):
        connection = session.connection()
        if connection.dialect.name == "sqlite":  # which is asked past SQLAlchemy
            connection.connection.driver_connection.set_trace_callback(asked.append)
        else:
            happens.listen(connection, "before_cursor_execute", lambda *about: asked.append(about[2]))
        return list_attendees(session, event.id)

    assert len(database.read(look)) == people
    assert len([one for one in asked if one.startswith("SELECT")]) == 2


def test_only_those_asked_for_come_and_those_who_are_not_there_are_left_out(database, add):
    ann, bob = add("Ann Smith"), add("Bob Jones", topics_wanted=("Finance",))
    assert database.read(get_attendees, [bob.id, 99]) == [bob]
    assert database.read(get_attendees, []) == []
    assert database.read(get_attendees, [ann.id, bob.id]) == [bob, ann]


def test_people_are_found_by_what_is_theirs_alone(database, event, add):
    ann = add("Ann Smith", email="Ann@example.org")
    assert database.read(with_code, event.id, ann.code) == [ann]
    assert database.read(with_email, event.id, "ANN@example.org ") == [ann]
    assert database.read(with_number, event.id, ann.id) == [ann]
    assert database.read(with_number, event.id + 1, ann.id) == []


def test_whom_one_changes_can_be_kept_from_others_while_one_reads_them(database, event, add):
    ann = add("Ann Smith", topics_wanted=("Finance",), email="ann@example.org")
    for find, word in ((with_code, ann.code), (with_email, "ann@example.org"), (with_number, ann.id)):
        assert database.write(find, event.id, word, lock=True) == [ann]


NAMES = (
    "Jürgen Müller",
    "Juergen Mueller",
    "Muller Jurgen",
    "Jurgen Moll",
    "Ann Smith",
    "Smith Ann",
    "Anne Smith",
    "Ae Ab",
    "A Ab",
    "Åse Aagaard",
    "Aase Agard",
    "100% Real",
    "王小明",
    "...",
    "Ng",
    "Minh Ng",
)


@pytest.mark.parametrize("typed", NAMES)
def test_looking_for_alike_names_by_query_misses_nobody(database, event, add, a_registration, typed):
    for name in NAMES:
        add(name, email=f"{NAMES.index(name)}@example.org")
    for said in (a_registration(typed), a_registration("Nobody Else", email="7@EXAMPLE.org")):
        everyone = database.read(list_attendees, event.id)
        expected = alike(said, everyone)
        words, address = loose_key(said.name.full).split(), email_key(said.email)
        near = database.read(ids_alike, event.id, words, address)
        assert {one.id for one in expected} <= set(near)
        assert len(near) <= len(expected) + 2
