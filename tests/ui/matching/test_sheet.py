"""Changing how people are matched, with keys and clicks: nothing is applied until the button."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.errors import Cancelled
from mixer_app.domain.events import EmployerRule, Event, MatchingRules, QuestionCriterion, QuestionKind
from mixer_app.services.journal import latest_change, undo
from mixer_app.ui.matching import MatchingSheet
from mixer_app.ui.matching import sheet as sheet_module

Rules = Callable[[], MatchingRules]


def click(button: QAbstractButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_number(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)


def tried(qtbot: QtBot, sheet: MatchingSheet, change: Callable[[], object]) -> None:
    """Do something and wait for what it would do."""
    with qtbot.waitSignal(sheet.settled, timeout=10_000):
        change()


def said(within: QWidget) -> str:
    return "\n".join(label.text() for label in within.findChildren(QLabel) if label.isVisible())


def test_the_sheet_opens_with_the_rules_of_the_event_and_the_cursor_in_the_first_weight(sheet: MatchingSheet) -> None:
    shares = {name: field.share_label.text() for name, field in sheet.editor.weights.fields.items()}
    assert shares == {
        "needs": "30 %", "topics": "25 %", "experience": "15 %", "field": "10 %",
        "wishes": "10 %", "reach": "5 %", "mentor_gain": "5 %",
    }  # fmt: skip
    assert QApplication.focusWidget() is sheet.editor.weights.fields["needs"].field
    assert sheet.editor.rules() == MatchingRules()
    assert sheet.foot.changes_label.whole_text == "Nothing is changed."
    assert not sheet.foot.use_button.isEnabled()
    assert not sheet.foot.reset_button.isEnabled()


def test_a_weight_typed_in_shows_its_effect_and_changes_nothing_yet(
    qtbot: QtBot, sheet: MatchingSheet, database: Any, stored_rules: Rules
) -> None:
    before = database.read(latest_change)
    tried(qtbot, sheet, lambda: type_number(sheet.editor.weights.fields["topics"].field, "90"))
    assert sheet.editor.weights.fields["topics"].share_label.text() == "55 %"
    assert sheet.foot.changes_label.whole_text == "1 change: weight of topics 25 to 90"
    words = said(sheet.effect)
    assert "Two plans from the start, for 3 mentors and 6 mentees." in words
    assert "Average fit" in words
    assert "Measured by the new rules" in words
    assert database.read(latest_change) == before
    assert stored_rules() == MatchingRules()


def test_mentors_from_another_field_are_asked_for_with_the_space_bar(qtbot: QtBot, sheet: MatchingSheet) -> None:
    box = sheet.editor.discovery_box
    box.setFocus()
    tried(qtbot, sheet, lambda: QTest.keyClick(box, Qt.Key.Key_Space))
    assert sheet.editor.rules() == MatchingRules(discovery=True)
    assert sheet.foot.changes_label.whole_text == "1 change: mentors from another field: wanted"


def test_who_loses_meetings_is_named(qtbot: QtBot, sheet: MatchingSheet) -> None:
    tried(qtbot, sheet, lambda: type_number(sheet.editor.floor_field, "0.75"))
    words = said(sheet.effect)
    assert "instead of" in words
    assert "introduction" in sheet.effect.headline_label.text()


def test_the_button_applies_and_one_undo_takes_it_back(
    qtbot: QtBot, sheet: MatchingSheet, database: Any, stored_rules: Rules, clock: Any
) -> None:
    type_number(sheet.editor.weights.fields["topics"].field, "40")
    click(sheet.editor.employer_control.button(EmployerRule.PREFER_OUTSIDE))
    with qtbot.waitSignal(sheet.applied) as told:
        click(sheet.foot.use_button)
    assert stored_rules().weights["topics"] == 0.4
    assert stored_rules().employer is EmployerRule.PREFER_OUTSIDE
    database.write(undo, told.args[0], station="Desk 1", now=clock())
    assert stored_rules() == MatchingRules()


def test_escape_leaves_everything_as_it_was(qtbot: QtBot, sheet: MatchingSheet, stored_rules: Rules) -> None:
    type_number(sheet.editor.weights.fields["needs"].field, "1")
    with qtbot.waitSignal(sheet.closed):
        QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert stored_rules() == MatchingRules()


def test_as_it_was_takes_the_changes_back(sheet: MatchingSheet) -> None:
    type_number(sheet.editor.weights.fields["needs"].field, "1")
    click(sheet.editor.employer_control.button(EmployerRule.IGNORE))
    click(sheet.foot.reset_button)
    assert sheet.editor.rules() == MatchingRules()
    assert sheet.foot.changes_label.whole_text == "Nothing is changed."


def test_rules_that_cannot_be_say_why_and_are_not_offered(sheet: MatchingSheet) -> None:
    type_number(sheet.editor.gap_fields["minimum_gap_years"], "12")
    assert "more than those wanted" in sheet.foot.changes_label.whole_text
    assert "more than those wanted" in said(sheet.effect)
    assert not sheet.foot.use_button.isEnabled()


def test_a_question_is_added_made_a_must_and_removed(qtbot: QtBot, sheet: MatchingSheet, stored_rules: Rules) -> None:
    menu = sheet.editor.questions.add_button.menu()
    next(entry for entry in menu.actions() if entry.text() == "Adviser").trigger()
    (row,) = sheet.editor.questions.rows
    assert "Answered by 6 mentees and 3 mentors" in said(row)
    QTest.keyClick(row.kind_box, Qt.Key.Key_Down)
    assert row.must_box.text() == "Never meet with the same answer"
    QTest.keyClick(row.must_box, Qt.Key.Key_Space)
    type_number(row.share.field, "0")
    asked = QuestionCriterion(question="Adviser", kind=QuestionKind.DIFFERENT, weight=0.0, hard=True)
    assert sheet.editor.rules().questions == (asked,)
    assert "Adviser" not in [entry.text() for entry in sheet.editor.questions.add_button.menu().actions()]
    tried(qtbot, sheet, lambda: row.changed.emit())
    assert "instead of 3" in said(sheet.effect)
    click(row.remove_button)
    assert sheet.editor.rules() == MatchingRules()
    assert QApplication.focusWidget() is sheet.editor.questions.add_button


def test_grades_become_a_scale_in_the_order_that_the_organizer_gives(sheet: MatchingSheet) -> None:
    order = sheet.editor.grades_order
    assert not order.isVisible()
    QTest.keyClick(sheet.editor.grades_box, Qt.Key.Key_Space)
    assert sheet.editor.rules().experience_scale == ("Grade 7", "HEO", "SEO")
    order.list_widget.setFocus()
    for _ in range(2):
        QTest.keyClick(order.list_widget, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert sheet.editor.rules().experience_scale == ("HEO", "SEO", "Grade 7")
    click(order.up_button)
    assert sheet.editor.rules().experience_scale == ("HEO", "Grade 7", "SEO")
    QTest.keyClick(order.list_widget, Qt.Key.Key_Delete)
    assert sheet.editor.rules().experience_scale == ("HEO", "SEO")
    assert sheet.editor.gap_fields["target_gap_grades"].isVisible()


def test_answers_that_are_words_are_put_in_order_for_a_gap(sheet: MatchingSheet) -> None:
    sheet.editor.questions.add_question("Band")
    (row,) = sheet.editor.questions.rows
    assert not row.order.isVisible()
    for _ in range(2):
        QTest.keyClick(row.kind_box, Qt.Key.Key_Down)
    assert row.order.isVisible()
    (asked,) = sheet.editor.rules().questions
    assert (asked.kind, set(asked.scale)) == (QuestionKind.GAP, {"Grade 7", "HEO", "SEO"})
    assert not row.must_box.isVisible()


def test_a_try_under_way_can_be_stopped_and_taken_up_again(
    qtbot: QtBot, sheet: MatchingSheet, settled: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, real = threading.Event(), sheet_module.preview_rules

    def never_ends(*args: Any, progress: Any, **said: Any) -> Any:
        begun.set()
        while progress(0.4, "Planning with the new rules"):
            threading.Event().wait(0.005)
        raise Cancelled

    monkeypatch.setattr(sheet_module, "preview_rules", never_ends)
    type_number(sheet.editor.weights.fields["needs"].field, "1")
    qtbot.waitUntil(begun.is_set)
    qtbot.waitUntil(sheet.effect.cancel_button.isVisible)
    qtbot.waitUntil(lambda: sheet.effect.stage_label.text() == "Planning with the new rules")
    click(sheet.effect.cancel_button)
    settled()
    assert "Not tried. Nothing has changed." in said(sheet.effect)
    monkeypatch.setattr(sheet_module, "preview_rules", real)
    tried(qtbot, sheet, lambda: QTest.keyClick(sheet.effect.again_button, Qt.Key.Key_Space))
    assert "Two plans from the start" in said(sheet.effect)


def test_everyone_who_is_registered_can_be_tried_instead_of_who_is_here(
    qtbot: QtBot, add: Callable[..., Any], open_sheet: Callable[..., MatchingSheet]
) -> None:
    add("Late Mentor", role="mentor", employer="Far away")
    sheet = open_sheet()
    tried(qtbot, sheet, lambda: type_number(sheet.editor.weights.fields["topics"].field, "90"))
    assert "3 mentors" in said(sheet.effect)
    tried(qtbot, sheet, lambda: click(sheet.effect.room_control.button("everyone")))
    assert "4 mentors" in said(sheet.effect)


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 700), (900, 640)])
def test_every_control_has_a_name_and_tab_reaches_it(
    qtbot: QtBot, open_sheet: Callable[..., MatchingSheet], width: int, height: int
) -> None:
    sheet = open_sheet(width, height)
    sheet.editor.questions.add_question("Adviser")
    sheet.editor.grades_box.setChecked(True)
    seen: list[QWidget] = []
    now = QApplication.focusWidget()
    while now is not None and now not in seen:
        seen.append(now)
        interface = QAccessible.queryAccessibleInterface(now)
        assert interface.text(QAccessible.Text.Name).strip(), now
        QTest.keyClick(now, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
    fields = [field.field for field in sheet.editor.weights.fields.values()]
    wanted = [*fields, sheet.editor.floor_field, sheet.editor.grades_order.list_widget, sheet.editor.grades_box]
    wanted += [sheet.foot.use_button, sheet.foot.cancel_button, sheet.head.close_button]
    assert [one.accessibleName() for one in wanted if one not in seen] == []


def test_tab_brings_what_it_reaches_into_sight(sheet: MatchingSheet) -> None:
    sheet.editor.strong_field.setFocus()
    QTest.keyClick(sheet.editor.strong_field, Qt.Key.Key_Tab)
    field = sheet.editor.floor_field
    assert QApplication.focusWidget() is field
    assert sheet.form_area.viewport().rect().contains(field.mapTo(sheet.form_area.viewport(), field.rect().center()))


def test_in_a_narrow_window_the_effect_stands_below_the_form(open_sheet: Callable[..., MatchingSheet]) -> None:
    wide, narrow = open_sheet(), open_sheet(900, 640)
    assert not wide.form_area.isAncestorOf(wide.effect)
    assert narrow.form_area.isAncestorOf(narrow.effect)


def test_the_wheel_scrolls_the_form_and_changes_no_number(sheet: MatchingSheet, event: Event) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    field = sheet.editor.weights.fields["topics"].field
    centre = QPointF(field.rect().center())
    down = QWheelEvent(
        centre, field.mapToGlobal(centre), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, down)
    assert field.value() == 25


def test_two_names_of_one_employer_are_offered_tried_and_applied(
    qtbot: QtBot, sheet: MatchingSheet, stored_rules: Rules
) -> None:
    names = sheet.editor.employer_names
    assert names.alike_button.text() == "1 pair looks alike"
    tried(qtbot, sheet, lambda: names.alike_button.menu().actions()[0].trigger())
    assert sheet.editor.rules().employer_aliases == (("City Hospital", "City Hosp."),)
    assert not names.alike_button.isVisible()
    assert QApplication.focusWidget() is names.rows[0].line_edit
    assert sheet.foot.changes_label.whole_text == "1 change: names of employers"
    click(sheet.foot.use_button)
    qtbot.waitUntil(lambda: stored_rules().employer_aliases == (("City Hospital", "City Hosp."),))


def test_related_fields_are_typed_in_and_half_a_line_changes_nothing(qtbot: QtBot, sheet: MatchingSheet) -> None:
    fields = sheet.editor.related_fields
    fields.add_button.setFocus()
    QTest.keyClick(fields.add_button, Qt.Key.Key_Space)
    line = fields.rows[0].line_edit
    assert QApplication.focusWidget() is line
    QTest.keyClicks(line, "Cardiology")
    assert sheet.editor.rules() == MatchingRules()
    tried(qtbot, sheet, lambda: QTest.keyClicks(line, "; Vascular surgery"))
    assert sheet.editor.rules().related_fields == (("Cardiology", "Vascular surgery"),)
    click(fields.rows[0].remove_button)
    assert sheet.editor.rules() == MatchingRules()
    assert QApplication.focusWidget() is fields.add_button


def test_a_name_of_two_employers_is_told_and_cannot_be_used(sheet: MatchingSheet) -> None:
    names = sheet.editor.employer_names
    for line in ("A = B", "B = C"):
        click_or_space(names.add_button)
        QTest.keyClicks(names.rows[-1].line_edit, line)
    assert "“B” stands for two employers" in sheet.foot.changes_label.whole_text
    assert not sheet.foot.use_button.isEnabled()


def click_or_space(button: QAbstractButton) -> None:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
