"""Undo and redo of the plan, by button and by key, also after the application was closed and opened again."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.services.check_in import undo_check_in
from mixer_app.services.planning import current_plan
from mixer_app.ui.appearance import Appearance
from mixer_app.ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def click(button: QAbstractButton) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def locks(evening: Any) -> int:
    return sum(one.locked for one in evening.plan().introductions)


def test_the_buttons_say_what_they_take_back_and_do_again(roomy: Any) -> None:
    head = roomy.page.head
    assert not head.undo_button.isEnabled()
    roomy.choose(roomy.chip_of("Bo", 2))
    roomy.press(Qt.Key.Key_L)
    assert head.undo_button.accessibleName() == "Undo: Locked the seat of Bo Li in round 2"
    assert not head.redo_button.isEnabled()
    click(head.undo_button)
    roomy.settle()
    assert locks(roomy) == 0
    assert roomy.said[-1] == "Undone: Locked the seat of Bo Li in round 2"
    assert not head.undo_button.isEnabled()
    assert head.redo_button.accessibleName() == "Redo: Locked the seat of Bo Li in round 2"
    click(head.redo_button)
    roomy.settle()
    assert locks(roomy) == 1
    assert not head.redo_button.isEnabled()


def test_changes_are_taken_back_one_after_the_other(roomy: Any) -> None:
    first = {(one.round, one.mentor_id, one.mentee_id, one.locked) for one in roomy.plan().introductions}
    roomy.choose(roomy.chip_of("Bo", 2))
    roomy.press(Qt.Key.Key_L)
    roomy.choose(roomy.chip_of("Ana", 1))
    roomy.press(Qt.Key.Key_Delete)
    roomy.choose(roomy.chip_of("Zoë", 3))
    roomy.press(Qt.Key.Key_N)
    for _ in range(3):
        click(roomy.page.head.undo_button)
        roomy.settle()
    assert {(one.round, one.mentor_id, one.mentee_id, one.locked) for one in roomy.plan().introductions} == first
    assert not roomy.page.body.toolbar.decided_button.isVisible()
    for _ in range(3):
        click(roomy.page.head.redo_button)
        roomy.settle()
    assert locks(roomy) == 1
    assert len(roomy.plan().introductions) == len(first) - 2
    assert roomy.complaints == []


def test_publishing_is_taken_back_by_the_button_of_its_message(roomy: Any) -> None:
    undone: list[Any] = []
    roomy.page.said.connect(lambda sentence, entry: undone.append(entry))
    click(roomy.page.head.publish_button)
    roomy.settle()
    assert isinstance(undone[-1], int)
    click(roomy.page.head.undo_button)
    roomy.settle()
    assert roomy.plan().published_at is None


def test_planning_again_is_taken_back_too_and_then_the_change_before_it(roomy: Any) -> None:
    def seated() -> set[tuple[int, int, int]]:
        return {(one.round, one.mentor_id, one.mentee_id) for one in roomy.plan().introductions}

    first = seated()
    roomy.choose(roomy.chip_of("Bo", 2))
    roomy.press(Qt.Key.Key_Delete)
    by_hand = seated()
    roomy.add("Pooja Kulkarni", experience_years=4.0)
    roomy.refresh()
    click(roomy.page.head.plan_again_button)
    roomy.settle()
    again = seated()
    assert len(again) == 18
    for expected in (by_hand, first):
        click(roomy.page.head.undo_button)
        roomy.settle()
        assert seated() == expected
        assert roomy.page.note_strip.sentence_label.text().startswith("1 arrived since.")
    for expected in (by_hand, again):
        click(roomy.page.head.redo_button)
        roomy.settle()
        assert seated() == expected
    assert roomy.complaints == []


def test_the_first_plan_cannot_be_taken_back(roomy: Any) -> None:
    assert not roomy.page.head.undo_button.isEnabled()


@pytest.fixture
def start(
    roomy: Any, appearance: Appearance, shown: Callable[..., QWidget], settled: Callable[[], None]
) -> Iterator[Callable[[], MainWindow]]:
    """Open the application's window at the plan of `roomy`; opened again, the first is closed."""
    opened: list[MainWindow] = []

    def open_window() -> MainWindow:
        for window in opened:
            window.close()
        roomy.page.close()
        window = MainWindow(
            database=roomy.database,
            background=roomy.background,
            station="Control",
            clock=lambda: roomy.now,
            appearance=appearance,
        )
        opened.append(window)
        shown(window, 1440, 900)
        window.open_event(roomy.event, "plan")
        settled()
        roomy.page = window.page("plan")
        return window

    yield open_window
    for window in opened:
        window.close()


def test_ctrl_z_takes_back_the_last_change_of_the_plan_after_a_restart(
    roomy: Any, start: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    start()
    roomy.choose(roomy.chip_of("Bo", 2))
    roomy.press(Qt.Key.Key_L)
    qtbot.waitUntil(lambda: locks(roomy) == 1)  # a letter is held until it is no scanner's
    start()
    roomy.choose(roomy.chip_of("Bo", 2))
    roomy.press(Qt.Key.Key_Z, modifier=CTRL)
    assert locks(roomy) == 0
    start()
    roomy.choose(roomy.chip_of("Bo", 2))
    roomy.press(Qt.Key.Key_Z, modifier=CTRL | SHIFT)
    assert locks(roomy) == 1


def test_ctrl_z_on_the_plan_leaves_alone_what_the_same_station_did_at_the_door(
    roomy: Any, start: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    window = start()
    roomy.choose(roomy.chip_of("Bo", 2))
    roomy.press(Qt.Key.Key_L)
    qtbot.waitUntil(lambda: locks(roomy) == 1)
    ana = roomy.attendee("Ana")
    roomy.database.write(undo_check_in, roomy.event.id, ana.code, station="Control", now=roomy.now)
    roomy.press(Qt.Key.Key_Z, modifier=CTRL)
    assert locks(roomy) == 0
    assert window.message_bar.sentence == "Undone: Locked the seat of Bo Li in round 2"
    assert roomy.database.read(current_plan, roomy.event.id).version == 3
