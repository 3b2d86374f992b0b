"""A kiosk as a process has it: its PIN, its mark after a crash, its printer; and how the main window opens one."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mixer_app.domain import kiosk_happenings as happen
from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.domain.kiosk import KioskScreen
from mixer_app.domain.people import Attendee
from mixer_app.domain.printers import PrinterInfo, PrinterStatus, Sending, SpoolAnswer, SpoolState
from mixer_app.domain.progress import Progress
from mixer_app.services.badge_queue import jobs
from mixer_app.services.database_place import place_at
from mixer_app.services.desk_calls import DeskReason, open_desk_calls
from mixer_app.services.kiosk_marker import find_markers
from mixer_app.services.settings import change_event_settings, event_settings
from mixer_app.services.staff_pin import set_pin
from mixer_app.services.wall_clock import moment_of
from mixer_app.ui.camera_source import NO_CAMERA, NOT_INSTALLED
from mixer_app.ui.kiosk.opening import KioskWish, OpenKioskDialog, kiosk_command, start_kiosk
from mixer_app.ui.kiosk.place import KioskPlace, ScannerPlace
from mixer_app.ui.kiosk.running import RunningKiosk

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


class DeadPrinter:
    """One that takes a badge and is silent, or says for ever that it has it."""

    name = title = "Labels"

    def __init__(self, *, blocks: bool) -> None:
        self.alive = threading.Event()
        if not blocks:
            self.alive.set()

    def send(self, pdf: Path, sending: Sending, progress: Progress | None = None) -> str:
        self.alive.wait(60)
        return "1"

    def state(self, spool_id: str) -> SpoolAnswer:
        return SpoolAnswer(SpoolState.QUEUED)

    def status(self) -> PrinterStatus:
        return PrinterStatus()

    def cancel(self, spool_id: str) -> None:
        """Nothing to take back."""

    def printers(self) -> list[PrinterInfo]:
        return [PrinterInfo("Labels", "Labels")]

    def open(self, name: str, title: str) -> "DeadPrinter":
        return self


@pytest.mark.parametrize("blocks", [True, False])
def test_nobody_waits_for_a_dead_printer_and_the_next_guest_is_promised_no_badge(
    database: Any,
    event: Event,
    tmp_path: Path,
    qtbot: QtBot,
    appearance: Any,
    add: Callable[..., Attendee],
    blocks: bool,
) -> None:
    first, second = add("Adaeze Nnamdi"), add("Priya Venkataraman")
    now, seconds = [moment_of(event.starts_at)], [0.0]
    database.write(set_pin, "2468", old=None, station="Test", now=NOON)
    kiosk = RunningKiosk(database, event.id, PLACE, settings=None, clock=lambda: now[0], markers=tmp_path)
    printer = DeadPrinter(blocks=blocks)
    kiosk._badge_printer._shelf = printer
    kiosk._badge_printer._monotonic = lambda: seconds[0]
    kiosk.open_window(full=False)
    window, pages = kiosk.window, kiosk.window.pages
    window.resize(1280, 800)
    window.idle.run(on=False)

    def begin(person: Attendee, forward: str) -> None:
        window.visit.happen(happen.CodeScanned(person.code))
        qtbot.waitUntil(lambda: window.state.screen is KioskScreen.CONFIRM)
        while window.frame.footer.forward_button.text() == "Next":
            window.frame.footer.forward_button.click()
        assert window.frame.footer.forward_button.text() == forward
        window.frame.footer.forward_button.click()

    begin(first, "Print my badge")
    qtbot.waitUntil(lambda: window.state.screen is KioskScreen.PRINTING)
    qtbot.waitUntil(lambda: any(job.state in ("sending", "with the spooler") for job in database.read(jobs, event.id)))
    window.visit.tick(12)
    assert window.state.screen is KioskScreen.SEE_DESK
    assert pages.desk.code.text().replace("-", "") == first.code
    qtbot.waitUntil(lambda: bool(database.read(open_desk_calls, event.id)))
    assert [one.reason for one in database.read(open_desk_calls, event.id)] == [DeskReason.BADGE_FAILED]
    window.visit.happen(happen.DoneChosen())
    now[0] += timedelta(seconds=12)
    seconds[0] += 12

    def printer_is_told() -> bool:
        window.upkeep.tick(1)
        return pages.welcome.sentence_label.text().startswith("The printer does not work")

    qtbot.waitUntil(printer_is_told)
    begin(second, "Check me in")
    qtbot.waitUntil(lambda: window.state.screen is KioskScreen.DONE)
    assert pages.done.told.text() == "The printer does not work at the moment. Get your badge at the desk."
    assert [job.attendee_id for job in database.read(jobs, event.id)] == [first.id]
    printer.alive.set()
    kiosk.close()
    kiosk.deleteLater()


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


@pytest.mark.parametrize(
    ("missing", "note", "offer"),
    [
        ("", "A camera was found", "None: type, or use the camera"),
        (NO_CAMERA, "No camera was found. Connect one now or later", "None: people type their names"),
        (NOT_INSTALLED, "Scanning with the camera is not installed here.", "None: people type their names"),
    ],
)
def test_the_dialog_offers_the_camera_only_where_there_is_one(
    qtbot: QtBot, missing: str, note: str, offer: str
) -> None:
    dialog = OpenKioskDialog((), printer="", needs_pin=False, scanner="none")
    qtbot.addWidget(dialog)
    assert dialog.scanner_box.currentText() == "None: people type their names", "nobody knows yet"
    dialog.show_camera(missing)
    assert dialog.camera_note.text().startswith(note)
    assert dialog.scanner_box.accessibleDescription() == dialog.camera_note.text()
    assert dialog.scanner_box.currentText() == offer
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
