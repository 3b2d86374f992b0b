"""A kiosk as a process has it: its PIN, its mark after a crash, its printer; and how the main window opens one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mixer_app.domain import kiosk_happenings as happen
from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.domain.printers import PrinterInfo
from mixer_app.services.database_place import place_at
from mixer_app.services.kiosk_marker import find_markers
from mixer_app.services.settings import change_event_settings, event_settings
from mixer_app.services.staff_pin import set_pin
from mixer_app.ui.kiosk.opening import KioskWish, OpenKioskDialog, kiosk_command, start_kiosk
from mixer_app.ui.kiosk.place import KioskPlace, ScannerPlace
from mixer_app.ui.kiosk.running import RunningKiosk, find_screen

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
PLACE = KioskPlace(station="Kiosk 3", screen=1, printer="Labels")


def a_kiosk(database: Any, event: Event, folder: Path) -> RunningKiosk:
    database.write(set_pin, "2468", old=None, station="Test", now=NOON)
    return RunningKiosk(database, event.id, PLACE, settings=None, clock=lambda: NOON, markers=folder)


def test_without_a_pin_no_kiosk_opens(database: Any, event: Event, tmp_path: Path, qtbot: QtBot) -> None:
    with pytest.raises(MixerError, match="no staff PIN"):
        RunningKiosk(database, event.id, PLACE, settings=None, clock=lambda: NOON, markers=tmp_path)


def test_the_mark_stays_after_a_crash_and_goes_when_staff_leave(
    database: Any, event: Event, tmp_path: Path, qtbot: QtBot, appearance: Any
) -> None:
    kiosk = a_kiosk(database, event, tmp_path)
    kiosk.open_window(full=False)
    kiosk.close()
    (marker,) = find_markers(tmp_path)
    assert (marker.event_id, marker.station, marker.screen) == (event.id, "Kiosk 3", 1)
    assert Path(marker.database).is_absolute()
    again = RunningKiosk(database, event.id, PLACE, settings=None, clock=lambda: NOON, markers=tmp_path)
    again.open_window(full=False)
    with qtbot.waitSignal(again.ended):
        again.window.left.emit()
    assert not again.window.isVisible()
    assert again.window.close()
    again.close()
    assert find_markers(tmp_path) == []
    for one in (kiosk, again):
        one.deleteLater()


def test_what_staff_change_for_kiosks_is_so_at_the_one_that_is_open(
    database: Any, event: Event, tmp_path: Path, qtbot: QtBot, appearance: Any
) -> None:
    kiosk = a_kiosk(database, event, tmp_path)
    kiosk.open_window(full=False)
    first = kiosk.window
    settings = replace(database.read(event_settings, event.id), kiosk_languages=("en", "fr"))
    qtbot.waitUntil(lambda: first.watch.known is not None)
    with qtbot.waitSignal(first.watch.changed):
        database.write(change_event_settings, event.id, settings, station="Desk", now=NOON)
    first.visit.happen(happen.LanguageChosen("ar"))
    first.upkeep.tick(3.0)
    assert kiosk.window is first  # somebody is about to begin
    first.visit.tick(600.0)
    first.visit.tick(3.0)
    first.upkeep.tick(3.0)
    qtbot.waitUntil(lambda: kiosk.window is not first)
    assert [one.text() for one in kiosk.window.pages.welcome.grid.buttons] == ["English", "Français"]
    assert kiosk.window.isVisible()
    qtbot.waitUntil(lambda: not isValid(first))
    kiosk.close()
    kiosk.deleteLater()


def test_where_the_scanner_is_is_remembered_for_each_kiosk(
    database: Any, event: Event, tmp_path: Path, qtbot: QtBot, appearance: Any
) -> None:
    database.write(set_pin, "2468", old=None, station="Test", now=NOON)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    found = []
    for station, told in (("Kiosk 1", ScannerPlace.LEFT), ("Kiosk 1", None), ("Kiosk 2", None)):
        place = KioskPlace(station=station, printer="", scanner=told)
        kiosk = RunningKiosk(database, event.id, place, settings=settings, clock=lambda: NOON, markers=tmp_path)
        kiosk.window.visit.happen(happen.ScanChosen())
        found.append(kiosk.window.pages.welcome.scan_card.accessibleName().split(". ")[1])
        kiosk.close()
        kiosk.deleteLater()
    left, below = "The scanner is to the left of the screen", "The scanner is below the screen"
    assert found == [left, left, below]


def test_a_screen_that_is_not_there_is_the_last_one(qapp: Any) -> None:
    assert find_screen(None) is None
    assert find_screen(7) is qapp.screens()[-1]


def test_the_dialog_asks_for_a_pin_only_where_there_is_none(qtbot: QtBot) -> None:
    dialog = OpenKioskDialog((), printer="", needs_pin=True)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.pin_edit.isVisible()
    dialog.pin_edit.setText("12a4")
    dialog.open_button.click()
    assert "at least 4 digits" in dialog.problem.text()
    dialog.pin_edit.setText("1357")
    dialog.again_edit.setText("1358")
    dialog.open_button.click()
    assert "not the same" in dialog.problem.text()
    dialog.again_edit.setText("1357")
    with qtbot.waitSignal(dialog.accepted):
        dialog.open_button.click()
    assert dialog.wish().pin == "1357"
    other = OpenKioskDialog((), printer="", needs_pin=False)
    qtbot.addWidget(other)
    assert other.pin_edit.isHidden()


def test_the_scanner_of_the_last_kiosk_is_offered_first(qtbot: QtBot) -> None:
    dialog = OpenKioskDialog((), printer="", needs_pin=False, scanner="none")
    qtbot.addWidget(dialog)
    assert dialog.wish().scanner is ScannerPlace.NONE


def test_printers_that_are_found_later_can_be_chosen(qtbot: QtBot) -> None:
    dialog = OpenKioskDialog((), printer="labels", needs_pin=False)
    qtbot.addWidget(dialog)
    dialog.show_printers([PrinterInfo("office", "Office"), PrinterInfo("labels", "Label printer")])
    assert dialog.wish().printer == "labels"


def test_a_kiosk_is_started_with_its_database_event_screen_and_printer() -> None:
    started: list[tuple[str, list[str], Mapping[str, str]]] = []
    wish = KioskWish(screen=2, printer="labels", pin="")

    def start(program: str, arguments: list[str], environment: Mapping[str, str]) -> bool:
        started.append((program, arguments, environment))
        return True

    assert start_kiosk(place_at("evening.db"), 4, wish, start)
    program, arguments, environment = started[0]
    assert (program, arguments) == kiosk_command(place_at("evening.db"), 4, wish)
    assert not environment
    tail = ["kiosk", "--database", "evening.db", "--event", "4", "--screen", "2", "--printer", "labels"]
    tail += ["--scanner", "below"]
    assert arguments[-len(tail) :] == tail
