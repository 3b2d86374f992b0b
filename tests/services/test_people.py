"""Registering people, changing what they said, and noticing doubles."""

from dataclasses import replace
from datetime import time
from random import Random

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import PersonName, Registration, registration_of
from mixer_app.domain.roles import Role
from mixer_app.services.events import create_event
from mixer_app.services.people import (
    add_attendee,
    cancel_attendee,
    edit_attendee,
    get_attendee,
    known_people_count,
    list_attendees,
    possible_doubles,
    set_role,
)

EVERYTHING = Registration(
    name=PersonName(full="Xiaoming Wang", given="Xiaoming", family="Wang", native="王小明"),
    role=Role.BOTH,
    external_id="A-17",
    email="Wang@Example.org",
    phone="+358 40 123",
    pronouns="he/him",
    employer="City Hospital",
    title="Dr",
    field="Surgery",
    region="Uusimaa",
    languages=("zh", "en"),
    experience_years=7.5,
    experience_grade="HEO",
    needs_wanted=("Relocation", "Something of my own"),
    needs_offered=("New position",),
    topics_wanted=("Leadership", "Finance"),
    topics_offered=("Finance",),
    goal="A plan for a year\nand friends",
    remote_ok=False,
    contact_frequency="monthly",
    contact_means="phone",
    contact_consent=True,
    introductions_limit=4,
    continuing_limit=2,
    arrives=time(18, 45),
    leaves=time(20, 0),
    rests=(2,),
    wishes=("Ann Smith",),
    keep_apart=("Bob Jones", "eve@example.org"),
    staff_note="wheelchair",
    colleagues_ok=True,
    answers=(("Diet?", "vegan"), ("Diet?", ""), ("T-shirt", "M")),
)


def _names(attendees):
    return [attendee.name.full for attendee in attendees]


def test_all_that_someone_said_comes_back_as_it_was(database, event, now):
    added = database.write(add_attendee, event.id, EVERYTHING, station="Desk 1", now=now, dice=Random(1))
    assert registration_of(added) == EVERYTHING
    assert database.read(get_attendee, added.id) == added
    assert database.read(list_attendees, event.id) == [added]


def test_the_list_goes_by_family_name_without_accents_and_leaves_out_who_cancelled(database, event, add, now):
    gone = add("Zoe Abel")
    add("Ann Zimmer"), add("Bo Öst"), add("Cy Olsen")
    database.write(cancel_attendee, gone.id, station="Desk 1", now=now)
    assert _names(database.read(list_attendees, event.id)) == ["Cy Olsen", "Bo Öst", "Ann Zimmer"]


def test_a_registration_needs_a_name_and_a_role(database, event, a_registration, now):
    for registration, told in (
        (a_registration("Ann Smith", role=None), "mentor or a mentee"),
        (a_registration(" "), "name is empty"),
    ):
        with pytest.raises(MixerError, match=told):
            database.write(add_attendee, event.id, registration, station="Desk 1", now=now, dice=Random(1))
    assert database.read(list_attendees, event.id) == []


def test_nobody_is_added_to_an_event_that_is_not_there(database, a_registration, now):
    with pytest.raises(MixerError, match="no event 9"):
        database.write(add_attendee, 9, a_registration(), station="Desk 1", now=now, dice=Random(1))


def test_text_that_no_database_takes_is_stored_without_it(add):
    assert add("Ann\0 Smith", goal="a\ud800b").name.full == "Ann Smith"


def test_two_people_never_share_a_code_even_with_the_same_dice(database, event, a_registration, now):
    codes = {
        database.write(add_attendee, event.id, a_registration(f"P {n}"), station="D", now=now, dice=Random(5)).code
        for n in range(4)
    }
    assert len(codes) == 4


def test_a_topic_is_one_topic_however_it_is_spelled(add):
    add("Ann Smith", topics_wanted=("Board work",))
    assert add("Bob Jones", topics_wanted=("board  WORK", "Board work", "Finance")).topics_wanted == (
        "Board work",
        "Finance",
    )


def test_an_edit_without_a_role_keeps_it(database, add, now):
    ann = add("Ann Smith", role="mentor")
    said = replace(registration_of(ann), role=None, title="Professor")
    edited = database.write(edit_attendee, ann.id, said, station="Desk 1", now=now)
    assert (edited.role, edited.title, edited.code) == (Role.MENTOR, "Professor", ann.code)


def test_an_edit_with_an_empty_name_changes_nothing(database, add, now):
    ann = add("Ann Smith")
    said = replace(registration_of(ann), name=PersonName(full=" "))
    with pytest.raises(MixerError, match="name is empty"):
        database.write(edit_attendee, ann.id, said, station="Desk 1", now=now)
    assert database.read(get_attendee, ann.id) == ann


def test_an_unknown_attendee_is_refused_in_words(database, now):
    with pytest.raises(MixerError, match="no attendee #7"):
        database.read(get_attendee, 7)
    with pytest.raises(MixerError, match="no attendee #7"):
        database.write(set_role, 7, Role.BOTH, station="Desk 1", now=now)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Someone Else", {"email": "JURGEN@example.org"}),
        ("Müller Jürgen", {"employer": "city  hospital"}),
        ("Juergen Mueller", {"employer": "City Hospital"}),
        ("Jurgen Muller", {}),
    ],
)
def test_a_possible_double_is_noticed(database, event, add, a_registration, typed, said):
    known = add("Jürgen Müller", employer="City Hospital", email="jurgen@example.org")
    add("Ann Smith", employer="City Hospital")
    assert database.read(possible_doubles, event.id, a_registration(typed, **said)) == [known]


@pytest.mark.parametrize(
    "said", [{"employer": "Other Clinic"}, {"email": "other@example.org"}, {"name": PersonName(full="Jürgen Moll")}]
)
def test_a_namesake_is_not_taken_for_a_double(database, event, add, a_registration, said):
    add("Jürgen Müller", employer="City Hospital", email="jurgen@example.org")
    registration = replace(a_registration("Jürgen Müller"), **said)
    assert database.read(possible_doubles, event.id, registration) == []


def test_the_likest_double_comes_first(database, event, add, a_registration):
    add("Ann Smith")
    by_email = add("A. Smith", email="ann@example.org")
    found = database.read(possible_doubles, event.id, a_registration("Ann Smith", email="ann@example.org"))
    assert found[0] == by_email
    assert len(found) == 2


@pytest.fixture
def next_event(database, event, now):
    return database.write(create_event, replace(event, name="Next year"), station="Control", now=now)


def test_the_same_email_is_the_same_person_at_the_next_event(database, add, next_event):
    ann = add("Ann Smith", email="ann@example.org")
    again = add("Ann Miller", email="Ann@Example.org", to=next_event)
    assert (again.person_id, again.code != ann.code) == (ann.person_id, True)
    assert database.read(known_people_count) == 1


def test_one_mailbox_of_two_people_keeps_them_apart_by_name(add, next_event):
    ann, bob = (add(name, email="office@example.org") for name in ("Ann Smith", "Bob Jones"))
    assert ann.person_id != bob.person_id
    assert add("Bob Jones", email="office@example.org", to=next_event).person_id == bob.person_id
    assert add("Eve Adams", email="office@example.org", to=next_event).person_id not in (ann.person_id, bob.person_id)


def test_a_number_alone_is_not_a_person_because_every_system_counts_from_one(add, next_event):
    ann = add("Ann Smith", external_id="1")
    assert add("Bob Jones", external_id="1", to=next_event).person_id != ann.person_id
    assert add("Smith, Ann", external_id="1", to=next_event).person_id == ann.person_id


def test_nothing_that_nobody_sees_comes_into_what_is_said_of_a_person(database, event, add):
    person = add("A\u202enn \x9bSmith\u2069", employer="Ho\u2028use", staff_note="n\x1bote")
    assert (person.name.full, person.employer, person.staff_note) == ("Ann Smith", "Ho\nuse", "note")
    assert add("علی‌رضا رضایی").name.full == "علی‌رضا رضایی"
