"""What earlier answers say, beside the weights: told in plain words, taken into the form, saved only by a person."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mixer_app.domain.events import MatchingRules
from mixer_app.domain.learning import Finding, Learned
from mixer_app.ui.matching import MatchingSheet

LEARNED = Learned(
    answers=120,
    events=2,
    findings=(
        Finding(criterion="topics", weight=0.25, without=0.3, with_it=0.7, low=0.2, high=0.6, suggested=0.4),
        Finding(criterion="field", weight=0.1, without=0.5, with_it=0.5, low=-0.1, high=0.1),
    ),
    weights={"topics": 0.4},
)


def _words(sheet: MatchingSheet) -> str:
    return "\n".join(one.text() for one in sheet.editor.learned.findChildren(QLabel) if one.isVisible())


def test_before_anybody_has_answered_nothing_is_said(sheet: MatchingSheet) -> None:
    assert not sheet.editor.learned.isVisible()


def test_under_fifty_answers_there_is_nothing_to_take(sheet: MatchingSheet) -> None:
    sheet.editor.learned.show_learned(Learned(answers=12, events=1, silent="Not yet."))
    assert "Not yet." in _words(sheet)
    assert not sheet.editor.learned.take_button.isVisible()
    assert not sheet.editor.learned.more_button.isVisible()


def test_a_suggestion_goes_into_the_form_and_is_applied_by_nobody_but_a_person(
    sheet: MatchingSheet, stored_rules: Callable[[], MatchingRules], qtbot: QtBot
) -> None:
    sheet.editor.learned.show_learned(LEARNED)
    assert "topics predicted staying in touch better than their weight" in _words(sheet)
    with qtbot.waitSignal(sheet.settled, timeout=10_000):
        QTest.mouseClick(sheet.editor.learned.take_button, Qt.MouseButton.LeftButton)
    assert sheet.editor.weights.fields["topics"].field.value() == 40
    assert sheet.foot.changes_label.whole_text == "1 change: weight of topics 25 to 40"
    assert stored_rules() == MatchingRules()
    QTest.mouseClick(sheet.foot.reset_button, Qt.MouseButton.LeftButton)
    assert sheet.editor.rules() == MatchingRules()
    sheet.close_sheet()


def test_what_is_typed_elsewhere_in_the_form_stays(sheet: MatchingSheet, qtbot: QtBot) -> None:
    sheet.editor.learned.show_learned(LEARNED)
    sheet.editor.strong_field.setValue(0.7)
    sheet.editor.weights.fields["reach"].field.setValue(9)
    with qtbot.waitSignal(sheet.settled, timeout=10_000):
        sheet.editor.learned.take_button.click()
    rules = sheet.editor.rules()
    assert (rules.strong, rules.weights["reach"], rules.weights["topics"]) == (0.7, 0.09, 0.4)


def test_each_criterion_is_told_when_asked_for(sheet: MatchingSheet) -> None:
    sheet.editor.learned.show_learned(LEARNED)
    assert "Weight 25 to 40 of 100" not in _words(sheet)
    sheet.editor.learned.more_button.setFocus()
    QTest.keyClick(sheet.editor.learned.more_button, Qt.Key.Key_Space)
    words = _words(sheet)
    assert "Weight 25 to 40 of 100" in words
    assert "That can be chance" in words


def test_the_sheet_reads_what_was_learned_by_itself(
    database: Any, event: Any, room: None, now: Any, open_sheet: Callable[..., MatchingSheet], introduce: Any
) -> None:
    from mixer_app.services.answers import Answer, record_answer
    from mixer_app.services.people import list_attendees

    people = database.read(list_attendees, event.id)
    mentor = next(one for one in people if one.role.hosts)
    mentee = next(one for one in people if not one.role.hosts)
    introduce((mentor, mentee))
    database.write(record_answer, event.id, mentee.id, mentor.id, Answer.YES, station="Desk 1", now=now)
    assert "So far there are hardly any." in _words(open_sheet())
