"""The PINs of staff: right ones open, wrong ones cost time, through restarts and clocks set back."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.staff_roles import StaffRole
from mixer_app.services import staff_pin
from mixer_app.services.database import open_database
from mixer_app.services.journal import activity
from mixer_app.services.staff_pin import (
    HELPERS_FORGET,
    PinAnswer,
    check_pin,
    has_pin,
    pin_mark,
    pin_wait,
    remove_pin,
    reset_pins,
    set_pin,
)
from mixer_app.store.journal import get_record, latest_number

ORGANIZER, HELPER = StaffRole.ORGANIZER, StaffRole.HELPER


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch):
    """The true cost of a hash is the same many times over."""
    from argon2 import PasswordHasher

    monkeypatch.setattr(staff_pin, "_hasher", lambda: PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def pin(database, now):
    database.write(set_pin, "4711", old=None, station="Control", now=now)


@pytest.fixture
def attempt(database, now):
    def act(typed, *, at=0, station="Kiosk 1", on=database, need=HELPER):
        return on.write(check_pin, typed, station=station, now=now + timedelta(seconds=at), need=need)

    return act


def test_there_is_none_until_staff_set_one(database, attempt, now):
    assert not database.read(has_pin)
    with pytest.raises(MixerError, match="no staff PIN yet"):
        attempt("4711")
    database.write(set_pin, "4711", old=None, station="Control", now=now)
    assert database.read(has_pin)


def test_a_right_pin_opens_and_a_wrong_one_does_not(pin, attempt):
    assert attempt("4711") == PinAnswer(ok=True, role=ORGANIZER)
    for wrong in ("4712", "", "47110", " 4711", "４７１１"):
        assert not attempt(wrong).ok


@pytest.mark.parametrize("bad", ["", "123", "12a4", "１２３４"])
def test_a_pin_needs_four_digits(database, now, bad):
    with pytest.raises(MixerError, match="at least 4 digits"):
        database.write(set_pin, bad, old=None, station="Control", now=now)


def test_another_pin_needs_the_old_one(pin, database, attempt, now):
    for old in (None, "0000"):
        with pytest.raises(MixerError, match="old PIN is wrong"):
            database.write(set_pin, "1234", old=old, station="Control", now=now)
    database.write(set_pin, "1234", old="4711", station="Control", now=now)
    assert not attempt("4711").ok
    assert attempt("1234").ok


def test_each_wrong_pin_from_the_third_costs_twice_the_time(pin, attempt):
    at, waits = 0, []
    for _ in range(10):
        answer = attempt("0000", at=at)
        waits.append(answer.wait_seconds)
        at += answer.wait_seconds
    assert waits == [0, 0, 30, 60, 120, 240, 480, 900, 900, 900]


def test_while_it_waits_even_the_right_pin_is_not_looked_at(pin, attempt):
    for _ in range(3):
        attempt("0000")
    assert attempt("4711", at=29) == PinAnswer(ok=False, wait_seconds=1)
    assert attempt("4711", at=30).ok


def test_a_right_pin_counts_from_zero_again(pin, attempt):
    for _ in range(2):
        attempt("0000")
    attempt("4711")
    assert [attempt("0000").wait_seconds for _ in range(3)] == [0, 0, 30]


def test_stations_count_for_themselves(pin, attempt):
    for _ in range(3):
        attempt("0000")
    assert attempt("4711", station="Kiosk 2").ok
    assert not attempt("4711").ok


def test_a_restart_forgets_nothing(pin, database, attempt):
    for _ in range(3):
        attempt("0000")
    database.close()
    again = open_database(database.address)
    assert attempt("4711", on=again) == PinAnswer(ok=False, wait_seconds=30)
    again.close()


def test_a_clock_set_back_makes_no_wait_shorter_and_none_endless(pin, attempt):
    for _ in range(3):
        attempt("0000")
    assert attempt("4711", at=-86400) == PinAnswer(ok=False, wait_seconds=30)
    assert attempt("4711", at=-86400 + 29).wait_seconds == 1
    assert attempt("4711", at=-86400 + 30).ok


def test_a_screen_can_ask_how_long_to_wait(pin, database, attempt, now):
    for _ in range(3):
        attempt("0000")
    assert database.write(pin_wait, station="Kiosk 1", now=now + timedelta(seconds=10)) == 20
    assert database.write(pin_wait, station="Kiosk 2", now=now) == 0


@pytest.mark.database_file
def test_the_pin_is_written_down_nowhere(pin, database, event, attempt, now, caplog):
    attempt("81726354")
    database.write(set_pin, "93847561", old="4711", station="Control", now=now)
    assert not [entry for entry in database.read(activity, event.id) if "PIN" in entry.sentence]
    database.close()
    with closing(sqlite3.connect(database.path)) as raw:
        everything = "\n".join(raw.iterdump())
    for secret in ("4711'", "81726354", "93847561"):
        assert secret not in everything
        assert secret not in caplog.text
    assert "$argon2id$" in everything


def test_a_hash_that_is_damaged_is_no_open_door(pin, database, attempt):
    from mixer_app.store.settings import write_settings

    database.write(write_settings, None, {"staff pin": {"hash": "nonsense"}})
    assert not attempt("4711").ok
    database.write(write_settings, None, {"staff pin": {"hash": ""}})
    assert not attempt("").ok


@pytest.fixture
def both(pin, database, now):
    """Helpers have a PIN of their own."""
    database.write(set_pin, "2468", old="4711", role=HELPER, station="Control", now=now)


def test_helpers_have_no_pin_without_the_organizer(database, now):
    with pytest.raises(MixerError, match="organizer’s PIN first"):
        database.write(set_pin, "2468", old=None, role=HELPER, station="Control", now=now)
    assert not database.read(has_pin, HELPER)


def test_the_helpers_pin_is_set_and_changed_with_the_organizers(both, database, attempt, now):
    for old in (None, "2468", "0000"):
        with pytest.raises(MixerError, match="old PIN is wrong"):
            database.write(set_pin, "1357", old=old, role=HELPER, station="Control", now=now)
    database.write(set_pin, "1357", old="4711", role=HELPER, station="Control", now=now)
    assert not attempt("2468").ok
    assert attempt("1357") == PinAnswer(ok=True, role=HELPER)


def test_two_roles_cannot_have_one_pin(both, database, now):
    for role, taken in ((HELPER, "4711"), (ORGANIZER, "2468")):
        with pytest.raises(MixerError, match="cannot have the same PIN"):
            database.write(set_pin, taken, old="4711", role=role, station="Control", now=now)


def test_either_pin_opens_what_is_the_helpers_and_one_what_is_the_organizers(both, attempt):
    assert attempt("2468").ok
    assert attempt("4711").ok
    assert attempt("2468", need=ORGANIZER) == PinAnswer(ok=False, role=HELPER)
    assert attempt("4711", need=ORGANIZER) == PinAnswer(ok=True, role=ORGANIZER)


def test_the_helpers_pin_buys_no_guesses_at_the_organizers(both, attempt):
    at = 0
    for guess in ("0000", "0001"):
        attempt(guess, at=at, need=ORGANIZER)
        assert attempt("2468", at=at).ok
    assert attempt("0002", at=at, need=ORGANIZER).wait_seconds == 30


def test_after_an_hour_the_helpers_pin_forgives_what_was_mistyped(both, attempt):
    later = HELPERS_FORGET.total_seconds() + 1
    for _ in range(2):
        attempt("0000")
    assert attempt("2468", at=later).ok
    assert [attempt("0000", at=later).wait_seconds for _ in range(3)] == [0, 0, 30]


def test_removing_a_pin_needs_the_organizers(both, database, attempt, now):
    with pytest.raises(MixerError, match="old PIN is wrong"):
        database.write(remove_pin, old="2468", role=HELPER, station="Control", now=now)
    database.write(remove_pin, old="4711", role=HELPER, station="Control", now=now)
    assert not attempt("2468").ok
    assert database.read(has_pin)
    assert not database.read(has_pin, HELPER)


def test_the_organizers_pin_goes_together_with_the_helpers(both, database, now):
    database.write(remove_pin, old="4711", station="Control", now=now)
    assert not database.read(has_pin)
    assert not database.read(has_pin, HELPER)
    database.write(remove_pin, old="whatever", station="Control", now=now)  # twice is once


def test_whoever_has_the_database_in_hand_takes_forgotten_pins_away_and_all_waiting_with_them(
    both, database, attempt, now
):
    for _ in range(3):
        attempt("0000")
    assert database.write(reset_pins, station="Command line", now=now)
    assert not database.read(has_pin)
    assert not database.write(reset_pins, station="Command line", now=now)
    database.write(set_pin, "1357", old=None, station="Control", now=now)
    assert attempt("1357").ok


def test_each_change_of_a_pin_stands_in_the_journal_without_the_pin(both, database, now):
    database.write(remove_pin, old="4711", role=HELPER, station="Control", now=now)
    database.write(reset_pins, station="Command line", now=now)
    records = [database.read(get_record, number) for number in range(1, database.read(latest_number) + 1)]
    told = [(one.station, one.sentence) for one in records if one is not None and one.what.startswith("PIN")]
    assert told == [
        ("Control", "Set the organizer’s PIN"),
        ("Control", "Set the helpers’ PIN"),
        ("Control", "Removed the helpers’ PIN"),
        ("Command line", "Removed the PINs, which were forgotten"),
    ]


def test_another_pin_has_another_mark_that_says_nothing_of_it(database, now):
    assert database.read(pin_mark) == ""
    marks = []
    for old, new in ((None, "4711"), ("4711", "1234"), ("1234", "4711")):
        database.write(set_pin, new, old=old, station="Control", now=now)
        marks.append(database.read(pin_mark))
    assert len(set(marks)) == 3
    assert not any(pin in mark for pin in ("4711", "1234") for mark in marks)
