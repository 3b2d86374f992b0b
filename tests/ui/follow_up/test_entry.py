"""A pile of paper on the left hand, one finger on 1, 2, 3."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from mixer_app.domain.answers import Answer, AnswerSource
from mixer_app.domain.errors import MixerError
from mixer_app.services.referrals import list_referrals

from .conftest import Entry

LEFT = Qt.MouseButton.LeftButton


def test_a_scan_opens_the_sheet_and_three_keys_answer_it(entry: Entry) -> None:
    entry.scan(entry.ada.code)
    assert entry.view.name_label.text() == "Ada Lund"
    assert [row.name_label.text() for row in entry.view.rows if row.isVisible()] == ["Max Roth", "Mia Koh"]
    entry.press(Qt.Key.Key_1, Qt.Key.Key_2)
    entry.settle()
    assert entry.given(entry.ada) == {"Max": Answer.YES, "Mia": Answer.NO}
    assert entry.page.entry_card.progress_label.text() == "1 of 4"
    assert entry.page.frame.enter.entered_card.rows[0].detail_label.text() == "1 yes, 1 no"


def test_what_is_typed_faster_than_it_is_kept_is_kept_in_order(entry: Entry) -> None:
    entry.scan(entry.ada.code)
    entry.press(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_Up, Qt.Key.Key_2, Qt.Key.Key_1)
    entry.settle()
    assert entry.given(entry.ada) == {"Max": Answer.NO, "Mia": Answer.YES}


def test_backspace_goes_back_and_the_last_answer_counts(entry: Entry) -> None:
    entry.scan(entry.ada.code)
    entry.press(Qt.Key.Key_1)
    assert entry.view.current == 1
    entry.press(Qt.Key.Key_Backspace, Qt.Key.Key_3)
    entry.settle()
    assert entry.given(entry.ada) == {"Max": Answer.NOT_MET}


def test_the_others_answer_shows_only_after_ones_own(entry: Entry) -> None:
    entry.answered(entry.max, entry.ada, Answer.YES)
    entry.scan(entry.ada.code)
    first, second = entry.view.rows[:2]
    assert first.state_label.text() == "Sheet is in"
    assert second.state_label.text() == "Sheet not in yet"
    entry.press(Qt.Key.Key_1)
    entry.settle()
    assert first.state_label.text() == "Mutual match"


def test_a_no_on_either_side_reads_the_same(entry: Entry) -> None:
    entry.answered(entry.max, entry.ada, Answer.NO)
    entry.answered(entry.mia, entry.ada, Answer.YES)
    entry.scan(entry.ada.code)
    entry.press(Qt.Key.Key_1, Qt.Key.Key_2)
    entry.settle()
    assert [row.state_label.text() for row in entry.view.rows[:2]] == ["Not mutual", "Not mutual"]


def test_a_scan_in_the_middle_opens_the_other_and_what_was_typed_is_kept(entry: Entry) -> None:
    entry.scan(entry.ada.code)
    entry.press(Qt.Key.Key_1)
    entry.scan(entry.ben.code)
    assert entry.view.name_label.text() == "Ben Ortiz"
    assert entry.given(entry.ada) == {"Max": Answer.YES}


def test_enter_asks_for_the_next_sheet_and_leaves_open_lines_open(entry: Entry) -> None:
    entry.scan(entry.ada.code)
    entry.press(Qt.Key.Key_1, Qt.Key.Key_Return)
    entry.settle()
    assert entry.page.entry_card.find_field.hasFocus()
    assert entry.page.entry_card.progress_label.text() == "0 of 4, 1 partly"


def test_a_sheet_that_was_entered_opens_filled_and_says_when_and_where(entry: Entry) -> None:
    entry.answered(entry.ada, entry.max, Answer.YES)
    entry.answered(entry.ada, entry.mia, Answer.NO)
    entry.scan(entry.ada.code)
    assert entry.view.entered_label.text().startswith("Entered")
    assert "Desk 2" in entry.view.entered_label.text()
    assert entry.view.rows[0].buttons.buttons[Answer.YES].isChecked()


def test_a_code_that_is_nobodys_is_told_below_the_field(entry: Entry) -> None:
    entry.scan("ZZZZZZZZ")
    assert entry.page.entry_card.problem_label.isVisible()
    assert entry.page.entry_card.sheet is None


def test_a_person_is_chosen_by_name(entry: Entry) -> None:
    field = entry.page.entry_card.find_field
    field.setFocus()
    for letter in "ortiz":
        entry.keys.ms += 400
        entry.qtbot.keyClicks(field, letter)
        entry.page.scanner._hand_on()
    entry.qtbot.keyClick(field, Qt.Key.Key_Return)
    entry.settle()
    assert entry.view.name_label.text() == "Ben Ortiz"
    assert entry.view.hasFocus()


def test_a_note_and_a_mark_go_with_an_answer(entry: Entry) -> None:
    entry.scan(entry.ada.code)
    entry.press(Qt.Key.Key_1, Qt.Key.Key_Up, Qt.Key.Key_N)
    editor = entry.view.note
    assert editor.isVisible()
    editor.note_edit.setText("Ask about the budget course")
    editor.mark_control.set_key("4")
    entry.qtbot.mouseClick(editor.keep_button, LEFT)
    entry.settle()
    row = entry.view.rows[0]
    assert row.line is not None
    assert row.line.given is not None
    assert (row.line.given.note, row.line.given.helped) == ("Ask about the budget course", 4)
    assert entry.view.hasFocus()


def test_escape_leaves_a_note_as_it_was(entry: Entry) -> None:
    entry.scan(entry.ada.code)
    entry.press(Qt.Key.Key_1, Qt.Key.Key_Up, Qt.Key.Key_N)
    entry.view.note.note_edit.setText("never mind")
    entry.press(Qt.Key.Key_Escape)
    entry.settle()
    assert not entry.view.note.isVisible()
    assert entry.view.rows[0].line.given.note == ""  # type: ignore[union-attr]


def test_a_mentor_refers_a_mentee_to_somebody_by_name(entry: Entry) -> None:
    entry.scan(entry.max.code)
    entry.press(Qt.Key.Key_Down, Qt.Key.Key_R)
    entry.view.referral.edit.setText("mia")
    entry.qtbot.mouseClick(entry.view.referral.keep_button, LEFT)
    entry.settle()
    (referral,) = entry.database.read(list_referrals, entry.event.id)
    assert (referral.mentee.given, referral.from_id, referral.mentor_id) == ("Ben", entry.max.id, entry.mia.id)


def test_who_and_what_nobody_knows_is_asked_again(entry: Entry) -> None:
    entry.scan(entry.max.code)
    entry.press(Qt.Key.Key_R)
    entry.view.referral.edit.setText("astronauts")
    entry.qtbot.mouseClick(entry.view.referral.keep_button, LEFT)
    assert entry.view.referral.problem_label.text() == "Nobody and nothing by this name"


def test_on_a_mentees_sheet_there_is_no_referral(entry: Entry) -> None:
    entry.scan(entry.ada.code)
    assert not entry.view.foot.referral_hint.isVisible()
    entry.press(Qt.Key.Key_R)
    assert not entry.view.referral.isVisible()


def test_where_kiosk_and_paper_differ_one_key_lets_the_other_count(entry: Entry) -> None:
    entry.answered(entry.ada, entry.max, Answer.NO, AnswerSource.KIOSK)
    entry.scan(entry.ada.code)
    entry.view.go_to(0)
    entry.press(Qt.Key.Key_1)
    entry.settle()
    assert entry.view.rows[0].state_label.text() == "Kiosk: no"
    entry.view.go_to(0)
    entry.press(Qt.Key.Key_C)
    entry.settle()
    assert entry.given(entry.ada) == {"Max": Answer.NO}


def test_an_answer_that_is_refused_is_told_and_taken_back(entry: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    entry.scan(entry.ada.code)
    told: list[str] = []
    entry.page.failed.connect(told.append)
    write = entry.database.write

    def refuse(*_arguments: Any, **_named: Any) -> None:
        raise MixerError("The disk is full, so nothing was changed. Make room, then try again.")

    monkeypatch.setattr(entry.database, "write", refuse)
    entry.press(Qt.Key.Key_1)
    assert entry.view.rows[0].buttons.buttons[Answer.YES].isChecked()
    entry.settle()
    assert told == ["The disk is full, so nothing was changed. Make room, then try again."]
    assert not entry.view.rows[0].buttons.buttons[Answer.YES].isChecked()
    monkeypatch.setattr(entry.database, "write", write)
    entry.press(Qt.Key.Key_1)
    entry.settle()
    assert entry.given(entry.ada) == {"Max": Answer.YES}


def test_a_click_answers_as_a_key_does(entry: Entry) -> None:
    entry.scan(entry.ada.code)
    entry.qtbot.mouseClick(entry.view.rows[1].buttons.buttons[Answer.NOT_MET], LEFT)
    entry.settle()
    assert entry.given(entry.ada) == {"Mia": Answer.NOT_MET}


def test_the_sheets_entered_last_can_be_taken_back(entry: Entry) -> None:
    entry.scan(entry.ada.code)
    entry.press(Qt.Key.Key_1, Qt.Key.Key_1)
    entry.settle()
    entry.qtbot.mouseClick(entry.page.frame.enter.entered_card.rows[0].button, LEFT)
    entry.settle()
    assert entry.given(entry.ada) == {}
    assert not entry.page.frame.enter.entered_card.rows[0].isVisible()


def test_matches_and_people_without_one_stand_beside_it(entry: Entry) -> None:
    entry.answered(entry.max, entry.ada, Answer.YES)
    entry.scan(entry.ada.code)
    entry.press(Qt.Key.Key_1, Qt.Key.Key_2)
    entry.settle()
    entry.page.refresh()
    entry.settle()
    assert entry.page.frame.enter.matches_card.heading_label.text() == "1 mutual match"
    assert entry.page.frame.enter.matches_card.rows[0].detail_label.text() == "Round 1, both share e-mail"
    assert "wait" in entry.page.frame.enter.without_card.foot_label.text()
