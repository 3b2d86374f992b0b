"""Copies of a database in use."""

import sqlite3
from contextlib import closing

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.store import backups
from mixer_app.store.backups import back_up_before, backups_of, copy_database, fill_database

pytestmark = pytest.mark.database_file


def test_a_copy_has_what_was_written_a_moment_ago(database, event, tmp_path):
    copy_database(database.path, tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as raw:
        assert raw.execute("SELECT name FROM events").fetchall() == [(event.name,)]
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_backups_stand_in_a_folder_beside_the_file_oldest_first(database):
    first, second = back_up_before(database.path, "version-0001"), back_up_before(database.path, "before-restore")
    assert [one.path for one in backups_of(database.path)] == [first, second]
    assert first.parent == database.path.parent / "backups"


def test_a_copy_that_cannot_be_made_leaves_nothing_behind(database, tmp_path):
    (tmp_path / "taken").write_text("a file, not a folder")
    with pytest.raises(MixerError, match="could not be copied"):
        copy_database(database.path, tmp_path / "taken" / "copy.db")
    (tmp_path / "broken.db").write_bytes(b"x" * 5000)
    with pytest.raises(MixerError, match="could not be copied"):
        copy_database(tmp_path / "broken.db", tmp_path / "copy.db")
    assert not list(tmp_path.glob("copy*"))


def test_a_file_held_by_another_program_is_given_up_in_time(database, event, tmp_path, monkeypatch):
    monkeypatch.setattr(backups, "_TRIES", 1)
    copy_database(database.path, tmp_path / "copy.db")
    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(MixerError, match="held by another program"):
            fill_database(database.path, tmp_path / "copy.db")
        other.execute("ROLLBACK")
