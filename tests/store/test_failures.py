"""Failures of the surroundings become sentences; ours stay what they are."""

import sqlite3
from types import SimpleNamespace

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from mixer_app.domain.errors import ConnectionLostError, MixerError
from mixer_app.store.failures import told_in_sentences


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("database is locked", "held by another program"),
        ("attempt to write a readonly database", "Check the rights"),
        ("database or disk is full", "Make room"),
        ("disk I/O error", "check the disk"),
        ("database disk image is malformed", "Restore the latest backup"),
        ("unable to open database file", "Check that the folder exists"),
    ],
)
def test_what_a_person_can_put_right_is_told_with_the_place(said, told):
    with pytest.raises(MixerError, match=told) as refusal, told_in_sentences("mixer.db"):
        raise OperationalError("", {}, sqlite3.OperationalError(said))
    assert "mixer.db" in str(refusal.value)


@pytest.mark.parametrize(
    "said", ["disk I/O error", "unable to open database file", "attempt to write a readonly database"]
)
def test_a_full_disk_is_told_as_what_it_is_whatever_sqlite_makes_of_it(said, tmp_path, monkeypatch):
    """There is no room for the files that it keeps beside the database."""
    asked = []
    monkeypatch.setattr("shutil.disk_usage", lambda folder: asked.append(folder) or SimpleNamespace(free=0))
    where = str(tmp_path / "mixer.db")
    with pytest.raises(MixerError, match=r"The disk is full.* Make room") as refusal, told_in_sentences(where):
        raise OperationalError("", {}, sqlite3.OperationalError(said))
    assert where in str(refusal.value)
    assert asked == [tmp_path]


def test_a_full_disk_of_a_server_is_no_network_that_is_gone():
    failure = OperationalError("", {}, Exception("could not extend file: No space left on device"))
    with pytest.raises(MixerError, match="The disk is full") as refusal, told_in_sentences("postgresql://host/mixer"):
        raise failure
    assert not isinstance(refusal.value, ConnectionLostError)


def test_a_server_that_does_not_answer_is_told_with_what_it_said():
    failure = OperationalError("", {}, ConnectionError("connection\nrefused"))
    with pytest.raises(MixerError, match="does not answer: connection refused"), told_in_sentences("host"):
        raise failure


@pytest.mark.parametrize(
    "bug",
    [
        OperationalError("", {}, sqlite3.OperationalError("no such column: x")),
        IntegrityError("", {}, sqlite3.IntegrityError("UNIQUE constraint failed: the word locked")),
        ValueError("locked"),
    ],
)
def test_a_bug_stays_a_bug(bug):
    with pytest.raises(type(bug)), told_in_sentences("mixer.db"):
        raise bug
