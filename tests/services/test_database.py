"""Opening, copying, putting back and checking."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from mixer_app.domain.answers import Answer
from mixer_app.domain.errors import MixerError
from mixer_app.services import database as service
from mixer_app.services.answers import record_answer
from mixer_app.services.database import back_up, check_integrity, open_database, restore
from mixer_app.services.events import create_event, list_events
from mixer_app.services.people import list_attendees


def _names(database, event):
    return [one.name.full for one in database.read(list_attendees, event.id)]


def test_without_a_location_the_users_own_folder_is_used(tmp_path, monkeypatch):
    monkeypatch.setattr(service, "user_data", lambda: tmp_path)
    opened = open_database(None)
    assert opened.path == tmp_path / "mentor-mixer.db"
    opened.close()


@pytest.mark.database_file
def test_a_backup_is_a_whole_database_of_its_own_for_its_owner_alone(database, event, add, tmp_path):
    add("Ann Smith")
    target = tmp_path / "away" / "copy.db"
    back_up(database, target)
    assert target.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in target.parent.iterdir()) == ["copy.db"]
    copy = open_database(str(target))
    assert _names(copy, event) == ["Ann Smith"]
    copy.close()


@pytest.mark.database_file
def test_a_backup_over_the_database_itself_is_refused(database):
    with pytest.raises(MixerError, match="is the database itself"):
        back_up(database, database.path)


@pytest.mark.database_file
def test_a_backup_brings_everything_back_and_the_present_state_is_kept(database, event, add, tmp_path):
    add("Ann Smith")
    target = tmp_path / "copy.db"
    back_up(database, target)
    add("Bob Jones")
    kept = restore(database.location, target)
    assert _names(database, event) == ["Ann Smith"]  # while it is still open here
    before = open_database(str(kept))
    assert _names(before, event) == ["Bob Jones", "Ann Smith"]
    before.close()
    add("Eve Adams")
    assert database.read(check_integrity) == []


def test_a_backup_can_be_put_where_there_is_nothing(database, event, add, tmp_path):
    add("Ann Smith")
    back_up(database, tmp_path / "copy.db")
    place = tmp_path / "new.db"
    assert restore(str(place), tmp_path / "copy.db") is None
    assert place.stat().st_mode & 0o777 == 0o600
    opened = open_database(str(place))
    assert _names(opened, event) == ["Ann Smith"]
    opened.close()


def test_a_damaged_database_is_replaced_and_kept_aside(database, event, add, tmp_path):
    add("Ann Smith")
    back_up(database, tmp_path / "copy.db")
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this was a database once " * 100)
    with pytest.raises(MixerError, match="is not a database"):
        open_database(str(broken))
    kept = restore(str(broken), tmp_path / "copy.db")
    assert kept.read_bytes().startswith(b"this was")
    opened = open_database(str(broken))
    assert _names(opened, event) == ["Ann Smith"]
    opened.close()


@pytest.mark.parametrize("content", [b"no database " * 100, None])
def test_what_is_no_backup_changes_nothing(database, event, add, tmp_path, content):
    add("Ann Smith")
    source = tmp_path / "wrong.db"
    if content is not None:
        source.write_bytes(content)
    with pytest.raises(MixerError):
        restore(database.location, source)
    assert _names(database, event) == ["Ann Smith"]
    assert not list(tmp_path.glob(".restore-*"))


def test_a_sound_database_has_no_faults(database, event, add, introduce):
    introduce((add("Ann Smith", role="mentor"), add("Bob Jones")))
    assert database.read(check_integrity) == []


@pytest.mark.database_file
def test_each_fault_is_told_in_a_sentence(database, event, add, introduce):
    ann, bob, eve = add("Ann Smith", role="both"), add("Bob Jones"), add("Eve Adams", role="mentor")
    introduce((ann, bob), (ann, bob), (eve, ann))
    with closing(sqlite3.connect(database.path)) as raw:
        raw.execute("UPDATE introductions SET round = 2 WHERE id = 3")
        raw.execute("UPDATE attendees SET code = 'HELLO', status = 'checked in' WHERE id = ?", (bob.id,))
        raw.execute("INSERT INTO check_ins VALUES (9, 99, 'checked in', '2026-03-05 17:00:00', 'Desk 1', NULL)")
        raw.execute("INSERT INTO introductions SELECT 9, 1, 2, 7, 1, 3, 0.5, '[]', 0, NULL")
        raw.commit()
    faults = " ".join(database.read(check_integrity))
    for told in (
        "Plan 1 of Physician mixer puts Ann Smith at two tables in round 2",
        "makes Ann Smith mentor and mentee at once in round 2",
        "introduces Bob Jones to Ann Smith twice",
        "Bob Jones is checked in, but nobody noted when",
        "badge code HELLO of Bob Jones",
        "A row of check_ins refers to a row of attendees that is not there",
    ):
        assert told in faults


def test_a_database_of_another_program_is_refused_untouched(tmp_path):
    path = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE bookmarks (id INTEGER)")
        raw.commit()
    with pytest.raises(MixerError, match="belongs to another program"):
        open_database(str(path))
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmarks",)]


def test_events_survive_closing_and_opening(database, event):
    database.close()
    again = open_database(database.address)
    assert again.read(list_events) == [event]
    again.close()


@pytest.mark.database_file
def test_an_answer_kept_with_another_event_is_a_fault(database, event, add, introduce, now):
    ann, bob = add("Ann Smith", role="mentor"), add("Bob Jones")
    introduce((ann, bob))
    database.write(record_answer, event.id, bob.id, ann.id, Answer.YES, station="Desk 1", now=now)
    assert database.read(check_integrity) == []
    other = replace(event, name="Another", starts_at=event.starts_at + timedelta(days=9))
    other = database.write(create_event, other, station="Control", now=now)
    with closing(sqlite3.connect(database.path)) as raw:
        raw.execute("UPDATE answers SET event_id = ?", (other.id,))
        raw.commit()
    (fault,) = database.read(check_integrity)
    assert fault.startswith("An answer of Bob Jones about Ann Smith is kept with another event.")
