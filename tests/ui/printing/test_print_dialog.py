"""Printer, pages and copies, chosen by keys."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mixer_app.domain.printers import PrinterInfo
from mixer_app.ui.printing.print_dialog import PaperToPrint, PrintDialog, ask_how_to_print

LABEL, LASER = PrinterInfo("label", "Brother QL-820"), PrinterInfo("laser", "HP LaserJet by the wall")


@pytest.fixture
def dialog(shown: Callable[..., Any]) -> PrintDialog:
    paper = PaperToPrint(title="97 match sheets", pages=97, badges=frozenset({1, 2}))
    made = PrintDialog(paper, [LABEL, LASER], LASER)
    shown(made)
    return made


def test_enter_prints_everything_once_at_the_printer_of_last_time(dialog: PrintDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == PrintDialog.DialogCode.Accepted
    answer = dialog.answer()
    assert answer is not None
    assert (answer.order.printer, answer.order.pages, answer.order.copies, answer.pages) == ("laser", 97, 1, None)
    assert answer.order.badges == {1, 2}


def test_a_part_is_named_and_counts_no_badge_as_printed(dialog: PrintDialog) -> None:
    dialog.first_spin.setValue(3)
    dialog.last_spin.setValue(5)
    dialog.copies_spin.setValue(2)
    answer = dialog.answer()
    assert answer is not None
    assert (answer.order.title, answer.pages, answer.order.pages) == ("97 match sheets, pages 3 to 5", range(2, 5), 3)
    assert answer.order.badges == frozenset()
    assert dialog.note_label.text() == "6 pages in their true size."


def test_the_last_page_never_comes_before_the_first(dialog: PrintDialog) -> None:
    dialog.last_spin.setValue(10)
    dialog.first_spin.setValue(20)
    assert dialog.last_spin.value() == 20


def test_one_page_has_no_other_side(dialog: PrintDialog) -> None:
    dialog.both_sides_box.setChecked(True)
    dialog.last_spin.setValue(1)
    answer = dialog.answer()
    assert answer is not None
    assert not answer.order.two_sided
    assert not dialog.both_sides_box.isEnabled()


def test_without_a_printer_nothing_can_be_pressed_until_one_is_found(shown: Callable[..., Any]) -> None:
    dialog = PrintDialog(PaperToPrint(title="1 report", pages=2), [], None)
    shown(dialog)
    assert not dialog.print_button.isEnabled()
    assert dialog.answer() is None
    dialog.show_printers([LASER])
    assert dialog.print_button.isEnabled()


def test_every_field_is_reached_by_tab_and_has_a_name(dialog: PrintDialog) -> None:
    fields = [dialog.printer_box, dialog.first_spin, dialog.last_spin, dialog.copies_spin, dialog.both_sides_box]
    dialog.printer_box.setFocus()
    for before, after in pairwise(fields):
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert after.hasFocus()
    assert [field.accessibleName() for field in fields[:4]] == ["Printer", "From page", "To page", "Copies"]


def test_a_test_badge_goes_to_the_printer_that_is_chosen_now(dialog: PrintDialog, qtbot: Any) -> None:
    dialog.printer_box.setFocus()
    QTest.keyClick(dialog.printer_box, Qt.Key.Key_Up)
    with qtbot.waitSignal(dialog.test_asked) as asked:
        QTest.mouseClick(dialog.test_button, Qt.MouseButton.LeftButton)
    assert asked.args == ["label"]
    assert dialog.isVisible()


def test_the_dialogue_over_the_window_looks_for_printers_and_answers_what_was_chosen(
    badge_printer: Any, shown: Callable[..., Any], shelf: Any
) -> None:
    window = QWidget()
    shown(window, 900, 600)
    badge_printer.known = []

    def choose() -> None:
        dialog = window.findChild(PrintDialog)
        if dialog is None or not dialog.print_button.isEnabled():
            QTimer.singleShot(20, window, choose)
            return
        dialog.printer_box.setCurrentIndex(dialog.printer_box.findData("laser"))
        QTest.mouseClick(dialog.print_button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, window, choose)
    answer = ask_how_to_print(window, PaperToPrint(title="3 sheets", pages=3), badge_printer)
    assert answer is not None
    assert answer.order.printer == "laser"


def test_what_is_printed_on_both_sides_says_how_much_paper_it_takes(dialog: PrintDialog) -> None:
    dialog.both_sides_box.setChecked(True)
    dialog.copies_spin.setValue(2)
    pages = dialog.last_spin.value()
    assert f"on {(pages + 1) // 2 * 2:,} sheets of paper." in dialog.note_label.text()
    dialog.both_sides_box.setChecked(False)
    assert "sheets" not in dialog.note_label.text()


def test_a_printer_that_was_removed_is_missed_in_words(shown: Callable[..., Any]) -> None:
    gone = PrinterInfo("zebra", "Zebra ZD421")
    dialog = PrintDialog(PaperToPrint(title="1 report", pages=2), [LASER, gone], gone)
    shown(dialog)
    assert dialog.printer_box.currentText() == "Zebra ZD421"
    dialog.show_printers([LASER])
    assert dialog.note_label.text().startswith("Zebra ZD421 is not there any more.")


def test_a_test_badge_is_offered_with_badges_only(shown: Callable[..., Any]) -> None:
    dialog = PrintDialog(PaperToPrint(title="1 report", pages=2), [LASER], None)
    shown(dialog)
    assert not dialog.test_button.isVisible()
