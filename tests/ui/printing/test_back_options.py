"""The backs of badges are chosen on the Print page."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mixer_app.domain.staff_settings import BackOfBadge
from mixer_app.domain.stock import Flip
from mixer_app.services.paper import Document
from mixer_app.services.planning import current_plan, publish
from mixer_app.services.settings import event_settings


def press(combo: Any, key: Qt.Key) -> None:
    combo.setFocus()
    QTest.keyClick(combo, key)


def choose_stock(desk: Any, name: str) -> None:
    combo = desk.page.view.options.labels.stock_combo
    combo.setCurrentIndex(combo.findData(name))
    combo.activated.emit(combo.currentIndex())
    desk.settle()


def test_both_sides_make_twice_the_pages_and_the_printer_turns_them(desk: Any, qtbot: Any) -> None:
    options = desk.page.view.options.labels.backs
    assert not options.back_combo.isVisible()
    press(options.sides_combo, Qt.Key.Key_Down)
    desk.settle()
    assert desk.page.view.options.choice().labels.flip is Flip.LONG_EDGE
    assert desk.page.maker.paper.pages == 4
    assert options.back_combo.isVisible()
    QTest.mouseClick(desk.page.view.print_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(desk.shelf.laser.sendings), timeout=20_000)
    assert desk.shelf.laser.sendings[-1].two_sided is Flip.LONG_EDGE


def test_the_text_is_kept_with_the_event_and_can_be_taken_back(desk: Any, qtbot: Any) -> None:
    options = desk.page.view.options.labels.backs
    press(options.sides_combo, Qt.Key.Key_Down)
    desk.settle()
    assert options.back_note.text() == "The plan is not out yet: until then the text is printed."
    options.text_field.setFocus()
    QTest.keyClicks(options.text_field, "Wi-Fi: guests")
    qtbot.waitUntil(lambda: bool(desk.said), timeout=20_000)
    desk.settle()
    assert desk.database.read(event_settings, 1).badge_back_text == "Wi-Fi: guests"
    assert desk.said == ["Changed the text on the back of badges to Wi-Fi: guests."]
    QTest.keyClick(options.text_field, Qt.Key.Key_Tab)
    assert not options.text_field.hasFocus()


def test_once_the_plan_is_out_the_text_is_for_those_without_a_seat_unless_it_is_chosen(desk: Any) -> None:
    plan = desk.database.read(current_plan, 1)
    desk.database.write(publish, plan.id, station="Control", now=desk.page.clock())
    desk.page.refresh()
    desk.settle()
    options = desk.page.view.options.labels.backs
    press(options.sides_combo, Qt.Key.Key_End)
    desk.settle()
    assert options.flip is Flip.SHORT_EDGE
    assert options.back_note.text() == "Who has no seat in the plan gets the text."
    press(options.back_combo, Qt.Key.Key_Down)
    desk.settle()
    assert not options.back_note.isVisible()
    assert desk.database.read(event_settings, 1).badge_back is BackOfBadge.TEXT


def test_folded_stock_has_a_back_and_no_sides_and_a_roll_has_neither(desk: Any) -> None:
    options = desk.page.view.options.labels.backs
    choose_stock(desk, "butterfly-82x203")
    assert not options.sides_combo.isVisible()
    assert options.back_combo.isVisible()
    choose_stock(desk, "brother-dk-11202")
    assert not options.sides_combo.isVisible()
    assert not options.back_combo.isVisible()
    choose_stock(desk, "plain-a4-90x60")
    QTest.mouseClick(desk.page.view.documents.rows[Document.CHANGE_SLIPS], Qt.MouseButton.LeftButton)
    desk.settle()
    assert not options.sides_combo.isVisible()
