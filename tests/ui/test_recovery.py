"""A damaged database is told, and the last good backup offered."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox

from mixer_app.domain.backups import REGULAR
from mixer_app.domain.errors import DatabaseDamaged
from mixer_app.services.people import list_attendees
from mixer_app.services.safekeeping import back_up_now
from mixer_app.store import open_database
from mixer_app.ui.recovery import offer_backup


def answer(qapp, *, accept, seen):
    """Press the first button of the message that is about to be shown, or close it."""
    box = next(one for one in qapp.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible())
    seen.append(f"{box.text()} {box.informativeText()}")
    (box.defaultButton() if accept and box.defaultButton() else box.buttons()[-1]).click()


@pytest.fixture
def damaged(database, event, add, now):
    """The place of a database whose first page was overwritten, and a good backup beside it."""
    add("Ann Smith")
    back_up_now(database, why=REGULAR, now=now)
    with closing(sqlite3.connect(database.path)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    with database.path.open("r+b") as file:
        file.write(b"\xff" * 4096)
    return database.location


def test_the_last_good_backup_is_put_back(qapp, damaged, event, now):
    with pytest.raises(DatabaseDamaged):
        open_database(damaged)
    seen = []
    QTimer.singleShot(0, partial(answer, qapp, accept=True, seen=seen))
    assert offer_backup(damaged, "The database is damaged.", now=now + timedelta(minutes=4))
    assert "The last backup is of" in seen[0]
    again = open_database(damaged)
    assert [one.name.full for one in again.read(list_attendees, event.id)] == ["Ann Smith"]
    again.close()


def test_who_declines_has_everything_as_it_was(qapp, damaged, database, now):
    before = database.path.read_bytes()
    seen = []
    QTimer.singleShot(0, partial(answer, qapp, accept=False, seen=seen))
    assert not offer_backup(damaged, "The database is damaged.", now=now)
    assert database.path.read_bytes() == before


def test_a_backup_that_is_unsound_itself_is_passed_over(qapp, damaged, database, event, now):
    newest = back_up_copy(database, now + timedelta(minutes=10))
    newest.write_bytes(b"\xff" * 8192)
    QTimer.singleShot(0, partial(answer, qapp, accept=True, seen=[]))
    assert offer_backup(damaged, "The database is damaged.", now=now + timedelta(minutes=12))
    again = open_database(damaged)
    assert [one.name.full for one in again.read(list_attendees, event.id)] == ["Ann Smith"]
    again.close()


def test_without_a_backup_that_is_said(qapp, tmp_path, now):
    seen = []
    QTimer.singleShot(0, partial(answer, qapp, accept=False, seen=seen))
    assert not offer_backup(str(tmp_path / "other.db"), "The database is damaged.", now=now)
    assert "There is no backup beside it" in seen[0]


def back_up_copy(database, at):
    """A file with the name of a backup made `at`."""
    stamp = at.strftime("%Y%m%d-%H%M%S-%f")
    return database.path.parent / "backups" / f"{database.path.stem}-{stamp}-regular.db"
