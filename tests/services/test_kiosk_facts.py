"""The second fact: asked of what is known, forgiving in form, and tried a few times only."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mixer_app.domain.staff_settings import EventSettings, SecondFact
from mixer_app.services.kiosk_facts import SecondFactQuestion, check_fact, second_fact_of
from mixer_app.services.settings import change_event_settings

EMAIL, PHONE, EMPLOYER = SecondFact.EMAIL_START, SecondFact.PHONE_DIGITS, SecondFact.EMPLOYER_START


@pytest.fixture
def ask_for(database, event, now):
    def act(kind):
        chosen = replace(EventSettings(), second_fact=kind)
        database.write(change_event_settings, event.id, chosen, station="Control", now=now)

    return act


@pytest.fixture
def try_fact(database, now):
    def act(person, typed, *, minutes=0, station="Kiosk 1"):
        at = now + timedelta(minutes=minutes)
        return database.write(check_fact, person.id, typed, station=station, now=at)

    return act


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        ({"email": "ada@lagoon.example", "phone": "+44 20 7946 0018", "employer": "Lagoon"}, EMAIL),
        ({"phone": "+44 20 7946 0018", "employer": "Lagoon"}, PHONE),
        ({"employer": "Lagoon"}, EMPLOYER),
        ({"email": "no address", "phone": "12", "employer": "Lagoon"}, EMPLOYER),
        ({"employer": "X"}, None),
        ({}, None),
    ],
)
def test_what_is_asked_is_what_is_known(add, database, known, asked):
    ada = add("Adaeze Nnamdi", **known)
    assert database.read(second_fact_of, ada.id).kind is asked


def test_the_event_chooses_what_is_asked_first(add, database, ask_for):
    ask_for(PHONE)
    both = add("Adaeze Nnamdi", email="ada@lagoon.example", phone="+44 20 7946 0018")
    assert database.read(second_fact_of, both.id) == SecondFactQuestion(PHONE, 4)
    only = add("Bo Li", email="bo.li@lagoon.example")
    assert database.read(second_fact_of, only.id) == SecondFactQuestion(EMAIL, 3)


@pytest.mark.parametrize("typed", ["ada", "ADA", " a d a ", "áda", "adaeze", "Adaeze.N@lagoon.example"])
def test_the_beginning_of_the_address_is_right_however_it_is_typed(add, try_fact, typed):
    assert try_fact(add("Adaeze Nnamdi", email="adaeze.n@Lagoon.example"), typed)


@pytest.mark.parametrize(
    ("typed", "right"), [("s.a", True), ("S.A", True), ("saa", True), ("s.", False), ("s.x", False)]
)
def test_a_dot_in_the_address_may_be_counted_or_left_out(add, try_fact, typed, right):
    assert try_fact(add("Sanna Aaltonen", email="s.aaltonen@lagoon.example"), typed) is right


@pytest.mark.parametrize("typed", ["", "a", "ad", "adx", "adaezo", "nna", "lagoon"])
def test_less_or_other_than_the_beginning_is_wrong(add, try_fact, typed):
    assert not try_fact(add("Adaeze Nnamdi", email="adaeze.n@lagoon.example"), typed)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("0018", True),
        ("00 18", True),
        ("٠٠١٨", True),  # as an Arabic keyboard has them
        ("+44 20 7946 0018", True),
        ("018", False),
        ("0019", False),
        ("90018", False),
        ("", False),
    ],
)
def test_the_last_digits_of_the_phone(add, try_fact, ask_for, typed, right):
    ask_for(PHONE)
    assert try_fact(add("Adaeze Nnamdi", phone="+44 20 7946 0018"), typed) is right


@pytest.mark.parametrize(("typed", "right"), [("lag", True), ("Lagoon Teaching", True), ("tea", False)])
def test_the_beginning_of_the_employer(add, try_fact, typed, right):
    assert try_fact(add("Adaeze Nnamdi", employer="Lagoon Teaching Hospital"), typed) is right


def test_who_gave_nothing_cannot_be_right(add, try_fact):
    ada = add("Adaeze Nnamdi")
    assert not try_fact(ada, "ada")
    assert not try_fact(ada, "")


def test_after_five_wrong_ones_the_right_one_is_wrong_for_ten_minutes(add, try_fact):
    ada = add("Adaeze Nnamdi", email="ada@lagoon.example")
    bo = add("Bo Bello", email="bob@lagoon.example")
    for minute in range(5):
        assert not try_fact(ada, "xyz", minutes=minute, station=f"Kiosk {minute % 2}")
    assert not try_fact(ada, "ada", minutes=5)
    assert try_fact(bo, "bob", minutes=5)
    assert not try_fact(ada, "ada", minutes=9.9)
    assert try_fact(ada, "ada", minutes=10)


def test_tries_while_it_waits_make_it_no_longer(add, try_fact):
    ada = add("Adaeze Nnamdi", email="ada@lagoon.example")
    for minute in range(5):
        try_fact(ada, "xyz", minutes=minute)
    for _ in range(20):
        try_fact(ada, "xyz", minutes=9)
    assert try_fact(ada, "ada", minutes=10)


def test_a_right_one_counts_from_zero_and_nothing_typed_does_not_count(add, try_fact):
    ada = add("Adaeze Nnamdi", email="ada@lagoon.example")
    for _ in range(3):
        for _ in range(4):
            try_fact(ada, "xyz")
        try_fact(ada, "  ")
        assert try_fact(ada, "ada")


def test_a_clock_set_back_does_not_open_the_lock_and_does_not_close_it_for_good(add, try_fact):
    ada = add("Adaeze Nnamdi", email="ada@lagoon.example")
    for _ in range(5):
        try_fact(ada, "xyz")
    assert not try_fact(ada, "ada", minutes=-600)
    assert try_fact(ada, "ada", minutes=-590)
