"""The PIN of staff: right ones open, wrong ones cost time, through restarts and clocks set back."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.services import staff_pin
from mixer_app.services.database import open_database
from mixer_app.services.journal import activity
from mixer_app.services.staff_pin import PinAnswer, check_pin, has_pin, pin_wait, set_pin


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
    def act(typed, *, at=0, station="Kiosk 1", on=database):
        return on.write(check_pin, typed, station=station, now=now + timedelta(seconds=at))

    return act


def test_there_is_none_until_staff_set_one(database, attempt, now):
    assert not database.read(has_pin)
    with pytest.raises(MixerError, match="no staff PIN yet"):
        attempt("4711")
    database.write(set_pin, "4711", old=None, station="Control", now=now)
    assert database.read(has_pin)


def test_a_right_pin_opens_and_a_wrong_one_does_not(pin, attempt):
    assert attempt("4711") == PinAnswer(ok=True)
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
    assert attempt("4711", at=30) == PinAnswer(ok=True)


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
