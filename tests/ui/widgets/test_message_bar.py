"""One sentence about what happened, with its way back."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

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


def test_progress_says_its_stage(shown: Callable[..., QWidget]) -> None:
    window = QWidget()
    strip = ProgressStrip(window)
    shown(window, 600, 60)
    strip.show_progress(0.25, "Reading mentors.csv")
    assert strip.stage_label.text() == "Reading mentors.csv"
    assert strip.bar.value() == 250
    strip.show_progress(0.0, "")
    assert strip.bar.maximum() == 0
