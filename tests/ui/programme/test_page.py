"""The Programme page: a whole list of pairs is asked about from the keyboard, and nothing typed is lost."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.programme import ContactCheck, GoalState, HowOften, PairState
from mixer_app.services.answers import Answer, record_answer
from mixer_app.services.journal import undo
from mixer_app.services.programme import programme
from mixer_app.ui.programme import ProgrammePage

LATER = datetime(2026, 6, 20, 12, 0, tzinfo=UTC)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pairs(database: Any, event: Any, add: Callable[..., Any], introduce: Callable[..., Any], now: Any) -> list[Any]:
    """Three mutual matches."""
    made = [
        (add(f"Mentor Number{one}", role="mentor"), add(f"Mentee Number{one}", goal=f"Goal {one}")) for one in range(3)
    ]
    introduce(*made, took_place=True)
    for mentor, mentee in made:
        for one, other in ((mentor, mentee), (mentee, mentor)):
            database.write(record_answer, event.id, one.id, other.id, Answer.YES, station="Desk 1", now=now)
    return made


@pytest.fixture
def open_page(
    page_parts: dict[str, Any], event: Any, shown: Callable[..., QWidget], settled: Callable[[], None]
) -> Callable[[], ProgrammePage]:
    """Open the page in June."""

    def build() -> ProgrammePage:
        page = ProgrammePage(**page_parts | {"clock": lambda: LATER})
        shown(page, 1240, 900)
        page.show_event(event)
        settled()
        return page

    return build


def _checks(database: Any) -> list[ContactCheck | None]:
    known = database.read(programme, today=LATER.date()).pairs
    return [one.check for one in sorted(known, key=lambda one: one.mentee)]


def test_without_a_match_the_page_says_what_will_stand_there(open_page: Callable[[], ProgrammePage]) -> None:
    page = open_page()
    assert page.empty_state.isVisible()
    assert not page.list.isVisible()


def test_who_is_due_stands_first_with_their_goal(pairs: list[Any], open_page: Callable[[], ProgrammePage]) -> None:
    page = open_page()
    assert page.head.caption_label.whole_text == "3 pairs are to be asked now"
    assert page.form.names_label.text() == "Mentee Number0 with Mentor Number0"
    assert page.form.goal_label.text() == "Goal: Goal 0"
    assert page.figures_label.text().startswith("Too few pairs have been asked")


def test_a_list_is_worked_through_from_the_keyboard(
    pairs: list[Any], open_page: Callable[[], ProgrammePage], database: Any, settled: Callable[[], None], qtbot: QtBot
) -> None:
    page = open_page()
    page.list.setFocus()
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)  # to the form; on the way back it is there
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        assert page.form.touch_control.key == "yes"
        page.form.often_combo.setFocus()
        QTest.keyClick(page.form.often_combo, Qt.Key.Key_Down)
        page.form.note_edit.setFocus()
        QTest.keyClicks(page.form.note_edit, "By mail")
        with qtbot.waitSignal(page.said, timeout=10_000):
            QTest.keyClick(page.form.note_edit, Qt.Key.Key_Return, CTRL)
        settled()
    wanted = ContactCheck(in_touch=True, how_often=HowOften.ONCE, note="By mail")
    assert _checks(database) == [wanted, wanted, None]
    assert page.form.names_label.text() == "Mentee Number2 with Mentor Number2"


def test_going_on_without_saving_saves_what_was_typed(
    pairs: list[Any], open_page: Callable[[], ProgrammePage], database: Any, settled: Callable[[], None], qtbot: QtBot
) -> None:
    page = open_page()
    QTest.mouseClick(page.form.goal_control.button("partly"), Qt.MouseButton.LeftButton)
    page.list.setFocus()
    with qtbot.waitSignal(page.said, timeout=10_000):
        QTest.keyClick(page.list, Qt.Key.Key_Down)
    settled()
    assert _checks(database) == [ContactCheck(goal=GoalState.PARTLY), None, None]
    assert page.form.names_label.text() == "Mentee Number1 with Mentor Number1"


def test_what_was_saved_can_be_undone_from_the_message(
    pairs: list[Any], open_page: Callable[[], ProgrammePage], database: Any, settled: Callable[[], None], qtbot: QtBot
) -> None:
    page = open_page()
    QTest.mouseClick(page.form.goes_on_control.button("no"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.said, timeout=10_000) as told:
        page.form.save_button.click()
    settled()
    sentence, entry = told.args
    assert sentence == "Noted how Mentee Number0 with Mentor Number0 fares."
    database.write(undo, entry, station="Desk 1", now=LATER)
    assert _checks(database) == [None, None, None]


def test_the_filter_shows_who_is_done_and_take_back_makes_them_due_again(
    pairs: list[Any], open_page: Callable[[], ProgrammePage], database: Any, settled: Callable[[], None], qtbot: QtBot
) -> None:
    page = open_page()
    QTest.mouseClick(page.form.touch_control.button("no"), Qt.MouseButton.LeftButton)
    assert not page.form.often_combo.isEnabled()
    page.form.save_button.click()
    settled()
    QTest.mouseClick(page.filter_control.button(PairState.DONE.value), Qt.MouseButton.LeftButton)
    assert [one.mentee for one in page.list.pairs.pairs] == ["Mentee Number0"]
    assert page.form.touch_control.key == "no"
    page.form.clear_button.click()
    settled()
    assert _checks(database) == [None, None, None]
    assert not page.form.isVisible()


def test_before_three_months_are_over_nobody_is_due(
    pairs: list[Any], page_parts: dict[str, Any], event: Any, shown: Callable[..., QWidget], settled: Callable[[], None]
) -> None:
    page = ProgrammePage(**page_parts | {"clock": lambda: LATER - timedelta(days=60)})
    shown(page, 1240, 900)
    page.show_event(event)
    settled()
    assert page.head.caption_label.whole_text == "Nobody is to be asked now"
    assert {one.state for one in page.list.pairs.pairs} == {PairState.LATER}
