"""A printer is measured and corrected, by keys and clicks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox

from mixer_app.domain.correction import NO_CORRECTION, Correction
from mixer_app.domain.errors import MixerError
from mixer_app.domain.print_jobs import JobState
from mixer_app.domain.printers import Sending
from mixer_app.ui.printers.badge_printer import BadgePrinter


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "station.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def station(desk: Any, shelf: Any, settings: QSettings) -> Iterator[Any]:
    """The page with a label printer and a laser."""
    page = desk.page
    desk.station.stop()
    printer = BadgePrinter(
        database=page.database, background=page.background, station="Desk 1", clock=page.clock,
        shelf=shelf, settings=settings, parent=page,
    )  # fmt: skip
    printer.known = shelf.printers()
    page.use_settings(settings)
    page.use_printer(printer)
    printer.use_event(page.event_shown.id)
    printer.start()
    desk.printing = printer
    yield desk
    printer.stop()


def open_sheet(station: Any) -> Any:
    button = station.page.view.options.labels.test_button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    station.settle()
    return station.page.calibrating.sheet


def type_into(field: Any, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def keep(station: Any, sheet: Any) -> None:
    QTest.keyClick(sheet.printer_combo, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    station.settle()


def test_what_is_measured_becomes_a_correction_that_is_kept_for_the_printer(station: Any, settings: QSettings) -> None:
    sheet = open_sheet(station)
    assert QApplication.focusWidget() is sheet.printer_combo
    assert not sheet.foot.act_button.isEnabled()
    assert sheet.titled["across"].note_label.text() == "Should be 170.0 mm"
    type_into(sheet.measured["left"], "20.7")
    type_into(sheet.measured["top"], "19.6")
    assert sheet.told_label.text() == "Moved 0.7 mm left and 0.4 mm down."
    keep(station, sheet)
    assert station.page.calibrating.sheet is None
    kept = BadgePrinter(
        database=station.page.database, background=station.page.background, station="Desk 1",
        clock=station.page.clock, shelf=None, settings=settings,
    ).corrections  # fmt: skip
    assert kept.of("label") == Correction(right_mm=-0.7, down_mm=0.4)
    assert kept.of("laser") == NO_CORRECTION
    assert station.said == ["The label is corrected from now on."]


def test_a_page_that_comes_out_too_small_is_made_larger(station: Any) -> None:
    sheet = open_sheet(station)
    type_into(sheet.measured["across"], "168.3")
    assert sheet.done["across"].value() == 101.0
    assert "1.0% wider" in sheet.told_label.text()


def test_the_correction_can_be_typed_and_taken_away(station: Any) -> None:
    sheet = open_sheet(station)
    type_into(sheet.done["down_mm"], "-1.3")
    assert sheet.told_label.text() == "Moved 1.3 mm up."
    keep(station, sheet)
    assert station.page.calibrating.corrections.of("label") == Correction(down_mm=-1.3)
    sheet = open_sheet(station)
    assert sheet.done["down_mm"].value() == -1.3
    QTest.mouseClick(sheet.none_button, Qt.MouseButton.LeftButton)
    keep(station, sheet)
    assert station.page.calibrating.corrections.names() == []


def test_nonsense_is_refused_while_it_is_typed(station: Any) -> None:
    sheet = open_sheet(station)
    type_into(sheet.measured["left"], "90")
    assert "measure again" in sheet.told_label.text()
    assert not sheet.foot.act_button.isEnabled()


def test_each_printer_has_its_own(station: Any) -> None:
    sheet = open_sheet(station)
    type_into(sheet.done["right_mm"], "0.4")
    keep(station, sheet)
    sheet = open_sheet(station)
    sheet.printer_combo.setCurrentIndex(sheet.printer_combo.findData("laser"))
    sheet.printer_combo.activated.emit(sheet.printer_combo.currentIndex())
    assert sheet.done["right_mm"].value() == 0.0


def test_the_test_page_is_printed_plain_or_corrected_or_saved(station: Any, shelf: Any, qtbot: Any) -> None:
    lefts = []

    def take(pdf: Path, sending: Sending, progress: object = None) -> str:
        with pypdfium2.PdfDocument(pdf) as document:
            lefts.append(document[0].get_textpage().get_charbox(0)[0] * 25.4 / 72)
        return sending.title

    shelf.label.send = take
    station.page.calibrating.corrections.keep("label", Correction(right_mm=9.0))  # of an earlier day
    sheet = open_sheet(station)
    type_into(sheet.done["right_mm"], "3")
    for number, button in enumerate((sheet.print_button, sheet.check_button), 1):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda number=number: len(lefts) == number, timeout=10_000)
        qtbot.waitUntil(lambda: "came out" in sheet.foot.note_label.text(), timeout=10_000)
    assert lefts[1] - lefts[0] == pytest.approx(3.0, abs=0.05)
    assert sheet.foot.note_label.text() == "The test page came out of The label."
    assert station.page.calibrating.corrections.of("label") == Correction(right_mm=9.0)  # checking keeps nothing
    assert [job.title for job in station.printing.queue.jobs] == ["Test page", "Test page"]
    assert station.printing.chosen_for_papers is None
    QTest.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    station.settle()
    assert lefts[0] == left_of(station.saved)  # as it is, whatever the printer is corrected by


def test_a_printer_that_refuses_is_told_on_the_sheet_and_the_page_waits_in_the_queue(
    station: Any, shelf: Any, qtbot: Any
) -> None:
    shelf.label.refuses = MixerError("The printer is on fire.")
    sheet = open_sheet(station)
    QTest.mouseClick(sheet.print_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: sheet.foot.note_label.text() == "The test page for The label: Failed. The printer is on fire.",
        timeout=10_000,
    )
    assert [job.state for job in station.printing.queue.jobs] == [JobState.FAILED]


def test_without_a_printer_the_page_can_still_be_saved(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.shelf, "printers", list)
    desk.station.known = []
    sheet = open_sheet(desk)
    assert not sheet.print_button.isEnabled()
    assert sheet.foot.effect_label.text() == "This computer has no printer."
    QTest.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.saved.exists()


def left_of(path: Path) -> float:
    with pypdfium2.PdfDocument(path) as document:
        return document[0].get_textpage().get_charbox(0)[0] * 25.4 / 72


def test_a_saved_pdf_is_corrected_only_for_a_printer_that_is_chosen(station: Any, qtbot: Any) -> None:
    options = station.page.view.options
    assert not options.saved_for_combo.isVisible()
    station.page.calibrating.corrections.keep("label", Correction(right_mm=5.0))
    station.page.use_printer(station.printing)
    QTest.mouseClick(station.page.view.save_button, Qt.MouseButton.LeftButton)
    station.settle()
    plain = left_of(station.saved)
    assert [options.saved_for_combo.itemText(row) for row in range(2)] == ["Any printer", "The label"]
    options.saved_for_combo.setFocus()
    QTest.keyClick(options.saved_for_combo, Qt.Key.Key_Down)
    QTest.mouseClick(station.page.view.save_button, Qt.MouseButton.LeftButton)
    station.settle()
    assert left_of(station.saved) == pytest.approx(plain + 5.0, abs=0.05)


def test_every_control_has_a_name(station: Any) -> None:
    sheet = open_sheet(station)
    fields = [widget for kind in (QComboBox, QAbstractSpinBox) for widget in sheet.findChildren(kind)]
    assert len(fields) == 10
    assert all(widget.accessibleName() for widget in fields)
    assert all(button.text() or button.accessibleName() for button in sheet.findChildren(QAbstractButton))
