"""What the sheet can do besides answering, and how it is reached without a mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mixer_app.domain.answers import Answer, AnswerSource

from .conftest import Entry

LEFT = Qt.MouseButton.LeftButton


def find(entry: Entry, name: str) -> None:
    """Type a name into the field for whom else they met, and take the hit."""
    field = entry.view.meeting.find_field
    assert field.hasFocus()
    for letter in name:
        entry.keys.ms += 400
        entry.qtbot.keyClicks(field, letter)
        entry.page.scanner._hand_on()
    entry.qtbot.keyClick(field, Qt.Key.Key_Return)
    entry.settle()


def test_who_else_they_met_is_noted_and_answered_at_once(entry: Entry) -> None:
    told: list[tuple[str, object]] = []
    entry.page.said.connect(lambda sentence, undo: told.append((sentence, undo)))
    entry.scan(entry.ben.code)
    entry.press(Qt.Key.Key_A)
    find(entry, "mia")
    assert told[0][0] == "Noted that Ben Ortiz and Mia Koh have met"
    assert isinstance(told[0][1], int)
    assert [row.name_label.text() for row in entry.view.rows if row.isVisible()] == ["Max Roth", "Mia Koh"]
    assert entry.view.current == 1
    assert entry.view.hasFocus()
    entry.press(Qt.Key.Key_1)
    entry.settle()
    assert entry.given(entry.ben) == {"Mia": Answer.YES}
    assert entry.view.rows[1].round_label.text() == "Besides"


def test_escape_leaves_the_question_whom_else_they_met(entry: Entry) -> None:
    entry.scan(entry.ben.code)
    entry.qtbot.mouseClick(entry.view.foot.met_hint, LEFT)
    assert entry.view.meeting.isVisible()
    entry.press(Qt.Key.Key_Escape)
    assert not entry.view.meeting.isVisible()
    assert entry.view.hasFocus()


def test_a_sheet_without_a_partner_says_what_to_do(entry: Entry, add: object) -> None:
    assert callable(add)
    stranger = add("Zoe Quill")
    entry.read_anew()
    entry.scan(stranger.code)
    assert entry.view.empty_label.isVisible()
    assert "Press A" in entry.view.empty_label.text()
    entry.press(Qt.Key.Key_1, Qt.Key.Key_N, Qt.Key.Key_Backspace)  # nothing to answer, nothing happens
    entry.press(Qt.Key.Key_A)
    find(entry, "mia")
    assert not entry.view.empty_label.isVisible()
    assert entry.view.rows[0].name_label.text() == "Mia Koh"


def test_kiosk_and_paper_are_both_shown_and_a_button_lets_the_other_count(entry: Entry) -> None:
    entry.answered(entry.ada, entry.max, Answer.NO, AnswerSource.KIOSK)
    entry.answered(entry.ada, entry.max, Answer.YES)
    entry.scan(entry.ada.code)
    row = entry.view.rows[0]
    assert row.state_label.whole_text == "Kiosk: no"
    assert not entry.view.rows[1].choose_hint.isVisible()
    entry.qtbot.mouseClick(row.choose_hint, LEFT)
    entry.settle()
    assert entry.given(entry.ada) == {"Max": Answer.NO}


def test_the_answer_buttons_are_reached_by_tab_and_pressed_by_space(entry: Entry) -> None:
    entry.scan(entry.ada.code)
    yes, no, _ = entry.view.rows[0].buttons.buttons.values()
    yes.setFocus(Qt.FocusReason.TabFocusReason)
    entry.press(Qt.Key.Key_Right)
    assert no.hasFocus()
    entry.qtbot.keyPress(no, Qt.Key.Key_Space)
    entry.page.scanner._hand_on()
    entry.qtbot.keyRelease(no, Qt.Key.Key_Space)
    entry.settle()
    assert entry.given(entry.ada) == {"Max": Answer.NO}
    assert no.hasFocus()
    assert no.isChecked()


def test_the_keys_of_the_sheet_work_on_its_buttons_too(entry: Entry) -> None:
    entry.scan(entry.ada.code)
    entry.view.rows[0].buttons.buttons[Answer.YES].setFocus(Qt.FocusReason.TabFocusReason)
    entry.press(Qt.Key.Key_2)
    entry.settle()
    assert entry.given(entry.ada) == {"Max": Answer.NO}


def test_the_row_that_the_keys_answer_is_said_aloud(entry: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("mixer_app.ui.follow_up.sheet_view.announce", lambda _widget, sentence: said.append(sentence))
    entry.scan(entry.ada.code)
    entry.press(Qt.Key.Key_Down)
    assert said == ["Round 2, Table 1, Mia Koh, mentor. Sheet not in yet"]


def test_a_mark_is_given_with_h_and_a_figure(entry: Entry) -> None:
    entry.scan(entry.ada.code)
    entry.press(Qt.Key.Key_1, Qt.Key.Key_Up, Qt.Key.Key_H, Qt.Key.Key_5, Qt.Key.Key_Return)
    entry.settle()
    line = entry.view.rows[0].line
    assert line is not None
    assert line.given is not None
    assert line.given.helped == 5


def test_a_scan_on_another_view_comes_back_to_the_entry(entry: Entry) -> None:
    entry.show("matches")
    entry.scan(entry.ada.code)
    assert entry.page.frame.view_key == "enter"
    assert entry.view.name_label.text() == "Ada Lund"


def test_a_code_can_be_typed_and_a_wrong_one_is_told(entry: Entry) -> None:
    field = entry.page.entry_card.find_field
    field.setText("")
    for letter in "QQQQ":
        entry.keys.ms += 400
        entry.qtbot.keyClicks(field, letter)
        entry.page.scanner._hand_on()
    entry.qtbot.keyClick(field, Qt.Key.Key_Return)
    entry.settle()
    problem = entry.page.entry_card.problem_label
    assert problem.isVisible()
    assert field.hasFocus()
    entry.keys.ms += 400
    entry.qtbot.keyClicks(QApplication.focusWidget(), "o")
    entry.page.scanner._hand_on()
    assert not problem.isVisible()
