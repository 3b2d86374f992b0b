"""Damage that opening does not meet is found nevertheless, and the last good backup offered once, in the window."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from mixer_app.app import Running
from mixer_app.domain.backups import REGULAR
from mixer_app.domain.errors import DatabaseDamaged
from mixer_app.domain.events import Event
from mixer_app.services.check_in import check_in
from mixer_app.services.database import Database, check_integrity, open_database, restore
from mixer_app.services.people import list_attendees
from mixer_app.services.safekeeping import back_up_now
from mixer_app.services.soundness import damage_of
from mixer_app.ui.opening import open_or_recover

pytestmark = pytest.mark.database_file


@pytest.fixture
def backed_up(database: Database, event: Event, add: Any, introduce: Any, now: datetime) -> Path:
    """The file of an event with people and pairs, that nobody has open, and a good backup beside it."""
    introduce((add("Ann Smith", role="mentor"), add("Bob Jones")))
    back_up_now(database, why=REGULAR, now=now)
    with closing(sqlite3.connect(database.location)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return Path(database.location)


def _damage(path: Path, name: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # a page in the log beside the file would hide the damage
        (page,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
        (size,) = raw.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xaa" * size)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE events SET name = name")  # whoever has pages in memory reads them anew


@pytest.fixture
def boxes(qapp: QApplication) -> Iterator[Callable[[bool], list[str]]]:
    """Answer every box that comes: `boxes(True)` goes back to the backup; what they said."""
    said: list[str] = []
    looking = QTimer(interval=10)

    def look(accept: bool) -> None:
        for box in qapp.topLevelWidgets():
            if isinstance(box, QMessageBox) and box.isVisible():
                said.append(box.informativeText() or box.text())
                (box.defaultButton() if accept and box.defaultButton() else box.buttons()[-1]).click()

    def answer(accept: bool) -> list[str]:
        looking.timeout.connect(partial(look, accept))
        looking.start()
        return said

    yield answer
    looking.stop()


@pytest.fixture
def running(qtbot: QtBot, qapp: QApplication) -> Iterator[Running]:
    made = Running(qapp, None)
    yield made
    made.close()
    made.deleteLater()


def _is_whole(path: Path) -> bool:
    return not damage_of(path, thorough=True)


def _bar(running: Running) -> str:
    return running.window.message_bar.sentence if running.window is not None else ""


@pytest.mark.parametrize("table", ["attendees", "introductions", "imported_answers", "check_ins"])
def test_damage_anywhere_is_offered_a_backup_when_the_window_opens(
    running: Running, qtbot: QtBot, backed_up: Path, event: Event, boxes: Callable[[bool], list[str]], table: str
) -> None:
    _damage(backed_up, table)
    said = boxes(True)
    opens = partial(running.open_all, str(backed_up), str(event.id))
    assert open_or_recover(opens, running.close_window, str(backed_up))
    qtbot.waitUntil(lambda: _is_whole(backed_up) and "put back" in str(_newest(running, event)), timeout=20_000)
    qtbot.waitUntil(lambda: running.window is not None and running.window.event_shown is not None, timeout=20_000)
    assert len(said) == 1
    assert "The last backup is of" in said[0]
    assert len(list(backed_up.parent.glob("mixer.db.damaged-*"))) >= 1
    opened = open_database(str(backed_up))
    assert opened.read(check_integrity) == []
    assert len(opened.read(list_attendees, event.id)) == 2
    opened.close()


def _newest(running: Running, event: Event) -> str:
    from mixer_app.services.journal import activity

    assert running.window is not None
    return running.window._database.read(activity, event.id)[0].what


def test_damage_that_is_met_later_is_offered_a_backup_once(
    running: Running, qtbot: QtBot, backed_up: Path, event: Event, boxes: Callable[[bool], list[str]]
) -> None:
    running.open_all(str(backed_up), str(event.id))
    qtbot.waitUntil(lambda: not running._background.busy, timeout=20_000)
    said = boxes(False)
    _damage(backed_up, "attendees")
    assert running.window is not None
    for place in ("people", "desk", "people", "plan"):
        running.window.go_to(place)
        qtbot.waitUntil(lambda: not running._background.busy, timeout=20_000)
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    running.window.go_to("desk")
    qtbot.waitUntil(lambda: not running._background.busy, timeout=20_000)
    assert len(said) == 1
    assert not _is_whole(backed_up)


def test_damage_that_is_met_on_the_window_s_own_thread_is_offered_a_backup_too(
    running: Running, qtbot: QtBot, backed_up: Path, event: Event, boxes: Callable[[bool], list[str]]
) -> None:
    import sys

    running.open_all(str(backed_up), str(event.id))
    qtbot.waitUntil(lambda: not running._background.busy, timeout=20_000)
    said = boxes(True)
    _damage(backed_up, "introductions")
    sys.excepthook(DatabaseDamaged, DatabaseDamaged("The database is damaged."), None)
    qtbot.waitUntil(lambda: _is_whole(backed_up) and "Everything is as it was at" in _bar(running), timeout=20_000)
    assert len(said) == 1


def test_where_another_station_was_quicker_nothing_is_put_back_twice(
    running: Running, qtbot: QtBot, backed_up: Path, event: Event, qapp: QApplication, now: datetime
) -> None:
    """While the box stands another window restores, and somebody checks in."""
    _damage(backed_up, "check_ins")
    (backup,) = (backed_up.parent / "backups").glob("*-regular.db")

    def answer() -> None:
        box = next((one for one in qapp.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()), None)
        if box is None:
            return
        looking.stop()
        restore(str(backed_up), backup)
        other = open_database(str(backed_up))
        (first, *_) = other.read(list_attendees, event.id)
        other.write(check_in, event.id, first.code, station="Kiosk", now=now)
        other.close()
        box.defaultButton().click()

    looking = QTimer(interval=10)
    looking.timeout.connect(answer)
    looking.start()
    running.open_all(str(backed_up), str(event.id))
    qtbot.waitUntil(lambda: _bar(running) == "Another window has put a backup back already.", timeout=20_000)
    other = open_database(str(backed_up))
    assert sum(one.checked_in_at is not None for one in other.read(list_attendees, event.id)) == 1
    other.close()


def test_a_window_on_a_sound_file_asks_nothing(
    running: Running, qtbot: QtBot, backed_up: Path, event: Event, boxes: Callable[[bool], list[str]]
) -> None:
    said = boxes(True)
    running.open_all(str(backed_up), str(event.id))
    sure = running._background
    sure.damaged.emit("The database that an event was to go to is damaged.")
    qtbot.waitUntil(lambda: not sure._orders, timeout=20_000)
    assert said == []
