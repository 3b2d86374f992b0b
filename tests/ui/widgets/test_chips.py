"""Chips are taken away by key and by mouse."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mixer_app.ui.widgets import Chip, StatusMark


def test_delete_takes_a_filter_away(qtbot: QtBot, shown: Callable[..., QWidget]) -> None:
    chip = Chip("English", label="Speaks", tone="accent", removable=True)
    shown(chip)
    with qtbot.waitSignal(chip.removed):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)


def test_a_click_on_the_cross_takes_a_filter_away(qtbot: QtBot, shown: Callable[..., QWidget]) -> None:
    chip = Chip("English", label="Speaks", tone="accent", removable=True)
    shown(chip)
    with qtbot.waitSignal(chip.removed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 14, chip.height() // 2))


def test_a_chip_that_does_nothing_takes_no_focus() -> None:
    assert Chip("Finance").focusPolicy() is Qt.FocusPolicy.NoFocus
    assert Chip("English", label="Speaks", removable=True).accessibleName() == "Speaks: English, Delete removes it"


def test_a_state_is_told_by_words() -> None:
    mark = StatusMark("check-circle", "Here", "good", weight="fill")
    mark.set_state("circle-dashed", "Not here yet", "text_muted")
    assert mark.accessibleName() == "Not here yet"
