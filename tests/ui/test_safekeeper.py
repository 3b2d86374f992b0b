"""Backups are made while a window is open, and trouble is told once."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from mixer_app.services.safekeeping import list_backups, place_of
from mixer_app.services.staff_pin import set_pin
from mixer_app.services.wall_clock import moment_of
from mixer_app.ui import safekeeper
from mixer_app.ui.kiosk.place import KioskPlace
from mixer_app.ui.kiosk.running import RunningKiosk
from mixer_app.ui.safekeeper import Safekeeper


@pytest.fixture
def parent(qapp):
    made = QObject()
    yield made
    made.deleteLater()


def test_a_window_without_an_event_keeps_nothing(parent, database, background, clock, settled):
    Safekeeper(database, background, clock, lambda: None, parent).look()
    settled()
    assert list_backups(place_of(database)) == []


def test_what_is_due_is_made_and_told(qtbot, parent, database, event, background, clock):
    keeper = Safekeeper(database, background, clock, lambda: event.id, parent)
    with qtbot.waitSignal(keeper.kept):
        keeper.look()
    assert len(list_backups(place_of(database))) == 1


def test_trouble_is_told_once_until_it_is_over(qtbot, parent, database, event, background, clock):
    (database.path.parent / "backups").write_text("a file, not a folder")
    keeper = Safekeeper(database, background, clock, lambda: event.id, parent)
    told = []
    keeper.failed.connect(told.append)
    with qtbot.waitSignal(keeper.failed):
        keeper.look()
    keeper.look()
    qtbot.waitUntil(lambda: not keeper._busy)
    (database.path.parent / "backups").unlink()
    with qtbot.waitSignal(keeper.kept):
        keeper.look()
    assert len(told) == 1


def test_a_kiosk_alone_makes_backups_and_the_list_for_an_emergency(
    qtbot, appearance, database, event, add, now, tmp_path, monkeypatch
):
    add("Ann Smith")
    monkeypatch.setattr(safekeeper, "LOOK_MS", 10)
    kiosk = _kiosk(database, event, tmp_path, now)
    folder = database.path.parent / "backups"
    qtbot.waitUntil(lambda: len(list(folder.glob("*-regular.db"))) == 1 and len(list(folder.glob("*list*.pdf"))) == 1)
    kiosk.close()
    kiosk.deleteLater()


def test_a_kiosk_that_cannot_make_them_goes_on_and_notes_it_without_a_folder(
    qtbot, appearance, database, event, now, tmp_path, monkeypatch, caplog
):
    monkeypatch.setattr(safekeeper, "LOOK_MS", 10)
    (database.path.parent / "backups").write_text("a file, not a folder")
    kiosk = _kiosk(database, event, tmp_path, now)
    qtbot.waitUntil(lambda: bool(caplog.records))
    assert [one.getMessage() for one in caplog.records] == [
        "The kiosk could not make its backup, or the emergency list"
    ]
    assert kiosk.window.isVisible()
    kiosk.close()
    kiosk.deleteLater()
    caplog.clear()


def _kiosk(database, event, folder: Path, now) -> RunningKiosk:
    database.write(set_pin, "2468", old=None, station="Test", now=now)
    place = KioskPlace(station="Kiosk 3", screen=1, printer="Labels")
    kiosk = RunningKiosk(
        database, event.id, place, settings=None, clock=lambda: moment_of(event.starts_at), markers=folder
    )
    kiosk.open_window(full=False)
    return kiosk
