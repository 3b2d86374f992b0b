"""Tests of the choice between a few words, by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.ui.widgets import Segment, SegmentedControl


@pytest.fixture
def control(shown: Callable[..., QWidget]) -> SegmentedControl:
    """Three choices after a field that has the cursor; the middle one is chosen."""
    window = QWidget()
    before, made = QLineEdit(), SegmentedControl([Segment(key, key) for key in "abc"], name="Letter")
    column = QVBoxLayout(window)
    column.addWidget(before)
    column.addWidget(made)
    made.set_key("b")
    shown(window)
    before.setFocus()
    return made


def test_tab_comes_to_what_is_chosen(control: SegmentedControl, qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is control.button("b")


@pytest.mark.parametrize(("key", "expected"), [(Qt.Key.Key_Left, "a"), (Qt.Key.Key_Right, "c")])
def test_an_arrow_chooses_the_next_and_tells(
    control: SegmentedControl, qtbot: QtBot, key: Qt.Key, expected: str
) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    with qtbot.waitSignal(control.chosen) as told:
        qtbot.keyClick(QApplication.focusWidget(), key)

    assert told.args == [expected]
    assert control.key == expected


def test_choices_that_stack_stand_under_each_other_where_the_row_has_no_room(
    shown: Callable[..., QWidget], qtbot: QtBot
) -> None:
    window = QWidget()
    made = SegmentedControl([Segment(word, word) for word in ("Mentor", "Mentee", "Both")], name="Role", stacks=True)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addStretch(1)
    shown(window, 400, 300)
    buttons = [made.button(word) for word in ("Mentor", "Mentee", "Both")]
    assert len({button.y() for button in buttons}) == 1

    window.resize(150, 300)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == 3)
    assert all(button.width() >= button.sizeHint().width() for button in buttons)

    window.resize(400, 300)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == 1)
