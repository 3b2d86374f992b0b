"""One sentence about what happened, with its way back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.ui.appearance import Appearance
from mixer_app.ui.widgets import MessageBar
from mixer_app.ui.widgets.progress_strip import ProgressStrip


def test_what_was_done_goes_by_itself_and_what_failed_stays(shown: Callable[..., QWidget]) -> None:
    window = QWidget()
    bar = MessageBar(window)
    shown(window, 600, 60)
    bar.say("66 people are in", act=lambda: None)
    assert bar.timer.isActive()
    bar.complain("The disk is full. Make room and try again.")
    assert not bar.timer.isActive()
    assert bar.sentence == "The disk is full. Make room and try again."


def test_undo_is_done_once(shown: Callable[..., QWidget]) -> None:
    window = QWidget()
    bar = MessageBar(window)
    shown(window, 600, 60)
    undone: list[bool] = []
    bar.say("66 people are in", act=lambda: undone.append(True))
    bar.action_button.click()
    bar.action_button.click()
    assert undone == [True]


@pytest.mark.parametrize("leave", ["close", "undo", "time"])
def test_the_cursor_goes_back_where_it_was_when_the_bar_goes(
    shown: Callable[..., QWidget], qtbot: QtBot, leave: str
) -> None:
    window = QWidget()
    column, bar = QVBoxLayout(window), MessageBar()
    first, field, last = QLineEdit(), QLineEdit(), QLineEdit()
    for widget in (first, field, bar, last):
        column.addWidget(widget)
    shown(window, 600, 200)
    field.setFocus()
    bar.say("66 people are in", act=lambda: None)

    if leave == "time":
        bar.close_button.setFocus(Qt.FocusReason.TabFocusReason)
        bar.timer.timeout.emit()
    else:
        qtbot.mouseClick(bar.close_button if leave == "close" else bar.action_button, Qt.MouseButton.LeftButton)

    assert bar.isHidden()
    assert field.hasFocus()


def test_a_bar_that_goes_leaves_the_cursor_where_it_is_by_now(shown: Callable[..., QWidget]) -> None:
    window = QWidget()
    column, bar = QVBoxLayout(window), MessageBar()
    before, now = QLineEdit(), QLineEdit()
    for widget in (before, bar, now):
        column.addWidget(widget)
    shown(window, 600, 200)
    before.setFocus()
    bar.say("66 people are in")
    bar.close_button.setFocus()
    now.setFocus()

    bar.timer.timeout.emit()

    assert now.hasFocus()


def test_progress_says_its_stage(shown: Callable[..., QWidget]) -> None:
    window = QWidget()
    strip = ProgressStrip(window)
    shown(window, 600, 60)
    strip.show_progress(0.25, "Reading mentors.csv")
    assert strip.stage_label.text() == "Reading mentors.csv"
    assert strip.bar.value() == 250
    strip.show_progress(0.0, "")
    assert strip.bar.maximum() == 0


LONG = (
    "Wolfgang Wolfeschlegelsteinhausenbergerdorff is now mentor. Mentee in rounds 2 to 5 of the plan: four mentors "
    "lose a guest. Plan again to seat them as a mentor. The badge is printed again."
)


def test_a_long_sentence_is_whole_on_as_many_lines_as_it_needs_and_widens_nothing(
    shown: Callable[..., QWidget], appearance: Appearance, qtbot: QtBot
) -> None:
    window = QWidget()
    bar = MessageBar()
    column = QVBoxLayout(window)
    column.addStretch(1)
    column.addWidget(bar)
    shown(window, 700, 500)
    said = bar.sentence_label
    bar.say("Kept.", act=lambda: None)
    qtbot.waitUntil(bar.isVisible)
    line = said.heightForWidth(said.width())
    for scale in (1.0, 1.5, 2.0):
        appearance.choose_scale(scale)
        for sentence in (LONG, f"{'x' * 90} is now mentor."):
            bar.say(sentence, act=lambda: None)
            qtbot.waitUntil(lambda: said.height() >= said.heightForWidth(said.width()) > 1.5 * line)
            assert window.width() == 700
            assert bar.action_button.visibleRegion().boundingRect() == bar.action_button.rect()
            assert bar.sentence == said.text() == sentence


def test_a_long_sentence_stays_longer(shown: Callable[..., QWidget]) -> None:
    window = QWidget()
    bar = MessageBar(window)
    shown(window, 600, 60)
    bar.say("The note counts as seen.")
    short = bar.timer.interval()
    bar.say(LONG)
    assert bar.timer.interval() >= short + 10_000
    bar.say("The note counts as seen.")
    assert bar.timer.interval() == short
