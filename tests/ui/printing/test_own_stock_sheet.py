"""Staff describe a label stock of their own, by keys and clicks."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QLineEdit

from mixer_app.services import journal
from mixer_app.services.stocks import own_stocks


def open_form(desk: Any) -> Any:
    """Press the button under the stock."""
    button = desk.page.view.options.labels.own_button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    return desk.page.own_stock.sheet


def type_into(field: Any, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def keep(desk: Any, form: Any, title: str) -> None:
    """Give it a name and keep it."""
    type_into(form.title_field, title)
    QTest.keyClick(form.title_field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()


def test_a_stock_is_made_and_printed_on_at_once(desk: Any) -> None:
    form = open_form(desk)
    assert QApplication.focusWidget() is form.title_field
    assert not form.foot.act_button.isEnabled()
    assert form.foot.effect_label.text() == "Give the stock a name."
    type_into(form.lengths["label_width"], "95")
    type_into(form.counts["rows"], "3")
    for box in (form.crop_box, form.black_box):
        QTest.keyClick(box, Qt.Key.Key_Space)
    keep(desk, form, "Badges of the house")
    labels = desk.page.view.options.labels
    assert labels.stock.title == "Badges of the house"
    assert (labels.stock.label_width, labels.stock.rows, labels.stock.page_name) == (95, 3, "A4")
    assert labels.stock.crop_marks
    assert labels.stock.black
    assert desk.said == ["The stock Badges of the house is kept for every station."]
    assert desk.page.view.bar.count_label.whole_text == "9 badges on 2 pages"
    assert [stock.name for stock in desk.database.read(own_stocks)] == ["badges-of-the-house"]


def test_what_is_impossible_is_said_while_it_is_typed(desk: Any) -> None:
    form = open_form(desk)
    type_into(form.title_field, "Odd")
    type_into(form.lengths["left"], "30")
    assert form.foot.effect_label.text() == "The labels reach 6 mm beyond the right edge of the page."
    assert not form.foot.act_button.isEnabled()
    QTest.keyClick(form.title_field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.page.own_stock.sheet is form
    type_into(form.lengths["left"], "12")
    type_into(form.lengths["pitch_x"], "80")
    assert form.foot.effect_label.text().startswith("Labels overlap side by side")
    type_into(form.lengths["pitch_x"], "96")
    assert form.foot.effect_label.text() == "8 labels on A4"
    assert form.margins_label.text() == "Leaves 12 mm at the right and 19.5 mm at the foot."


def test_a_page_is_chosen_by_name_or_typed(desk: Any) -> None:
    form = open_form(desk)
    form.page_combo.setCurrentText("Letter")
    form.page_combo.activated.emit(form.page_combo.currentIndex())
    assert (form.stock().page_width, form.stock().page_name) == (215.9, "Letter")
    type_into(form.lengths["page_height"], "300")
    assert form.page_combo.currentText() == "Another size"
    assert form.stock().page_name == "215.9 × 300 mm"


def test_it_is_changed_removed_and_taken_back(desk: Any) -> None:
    keep(desk, open_form(desk), "House")
    labels = desk.page.view.options.labels
    QTest.mouseClick(labels.change_button, Qt.MouseButton.LeftButton)
    form = desk.page.own_stock.sheet
    assert form.title_field.text() == "House"
    type_into(form.counts["rows"], "2")
    keep(desk, form, "House")
    assert labels.stock.rows == 2
    QTest.mouseClick(labels.change_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(desk.page.own_stock.sheet.remove_button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.database.read(own_stocks) == []
    assert labels.stock.name == "plain-a4-90x60"
    entry = desk.database.read(journal.latest_change)
    desk.database.write(journal.undo, entry, station="Desk 1", now=desk.page.clock())
    desk.page.refresh()
    desk.settle()
    assert labels.stock_combo.findData("house") >= 0


def test_a_name_that_is_taken_is_refused_and_nothing_typed_is_lost(desk: Any) -> None:
    keep(desk, open_form(desk), "House")
    form = open_form(desk)
    keep(desk, form, "house")
    assert desk.page.own_stock.sheet is form
    assert "already" in form.foot.effect_label.text()
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert desk.page.own_stock.sheet is None
    assert desk.page.view.options.labels.stock.title == "House"


def test_every_control_of_the_form_has_a_name(desk: Any) -> None:
    form = open_form(desk)
    controls = [
        widget
        for kind in (QLineEdit, QComboBox, QAbstractSpinBox)
        for widget in form.findChildren(kind)
        if widget.isVisible() and widget.objectName() != "qt_spinbox_lineedit"
    ]
    buttons = [button for button in form.findChildren(QAbstractButton) if button.isVisible()]
    assert len(controls) > 12
    assert [widget.objectName() for widget in controls if not widget.accessibleName()] == []
    assert all(button.text() or button.accessibleName() for button in buttons)
