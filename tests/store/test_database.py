"""One transaction for each call, and failures of the surroundings told in sentences."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from mixer_app.domain.errors import MixerError
from mixer_app.services.events import list_events
from mixer_app.store import engine as engine_module
from mixer_app.store import open_database


def _rename(session, name, *, then=None):
    session.execute(text("UPDATE events SET name = :name"), {"name": name})
    if then is not None:
        raise then
    return name


def _name(session):
    return session.scalar(text("SELECT name FROM events"))


def test_a_write_is_kept_whole_when_it_returns(database, event):
    assert database.write(_rename, "New") == "New"
    assert database.read(_name) == "New"


@pytest.mark.parametrize("failure", [ValueError("a bug"), MixerError("a sentence"), KeyboardInterrupt()])
def test_a_write_is_dropped_whole_when_it_raises(database, event, failure):
    with pytest.raises(type(failure)):
        database.write(_rename, "New", then=failure)
    assert database.read(_name) == event.name


@pytest.mark.database_file
def test_a_read_cannot_change_anything_and_that_is_a_bug_not_a_sentence(database, event):
    with pytest.raises(OperationalError, match="readonly"):
        database.read(_rename, "New")
    assert database.write(_name) == event.name


@pytest.mark.database_file
def test_an_acknowledged_write_is_on_the_disk(database):
    settings = database.read(
        lambda session: [
            session.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    )
    assert settings == ["wal", 2, 1]


def test_a_row_that_refers_to_nothing_is_refused_as_a_bug(database):
    with pytest.raises(IntegrityError):
        database.write(lambda session: session.execute(text("INSERT INTO tables VALUES (7, 1, NULL)")))


def test_a_read_sees_one_moment_while_another_station_writes(database, event):
    other = open_database(database.address)

    def look_twice(session):
        first = _name(session)
        other.write(_rename, "New")
        return first, _name(session)

    assert database.read(look_twice) == (event.name, event.name)
    assert database.read(_name) == "New"
    other.close()


@pytest.mark.database_file
def test_a_file_that_another_program_holds_is_told_in_a_sentence(database, event, monkeypatch):
    monkeypatch.setattr(engine_module, "BUSY_TIMEOUT_S", 0.05)
    impatient = open_database(database.address)
    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(MixerError, match="held by another program"):
            impatient.write(_rename, "New")
        other.execute("ROLLBACK")
    assert impatient.write(_rename, "New") == "New"
    impatient.close()


def test_a_new_file_is_for_its_owner_alone(tmp_path):
    path = tmp_path / "new.db"
    database = open_database(str(path))
    assert database.read(list_events) == []
    assert {file.stat().st_mode & 0o777 for file in tmp_path.glob("new.db*")} == {0o600}
    database.close()


@pytest.mark.database_file
def test_a_damaged_file_is_told_in_a_sentence(database, event, add):
    for number in range(12):
        add(f"Person {number}")
    with closing(sqlite3.connect(database.path)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    content = bytearray(database.path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    database.path.write_bytes(content)
    with pytest.raises(MixerError, match=r"damaged|not a database"):
        _open_and_read(database.location)


def _open_and_read(location):
    opened = open_database(location)
    try:
        return opened.read(list_events)
    finally:
        opened.close()


@pytest.mark.parametrize(
    ("location", "told"),
    [
        ("{here}", "is a folder"),
        ("{here}/nowhere/mixer.db", "folder .*nowhere does not exist"),
        ("mysql://host/name", "not a kind of database"),
        ("postgresql://user:hidden@[half", "address of a database|no computer of the name|needs one more package"),
        ("not a url://x", "address of a database|kind of database"),
    ],
)
def test_a_wrong_location_is_told_in_a_sentence(tmp_path, location, told):
    with pytest.raises(MixerError, match=told) as refusal:
        open_database(location.format(here=tmp_path))
    assert "hidden" not in str(refusal.value)


def test_a_sqlite_url_is_a_file(tmp_path):
    database = open_database(f"sqlite:///{tmp_path}/by-url.db")
    assert database.path == tmp_path / "by-url.db"
    database.close()


def test_a_shared_database_without_its_driver_says_what_to_install(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MixerError, match="mentor-mixer\\[postgres\\]"):
        open_database("postgresql://user@host/name")
