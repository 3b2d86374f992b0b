"""Chips are taken away by key and by mouse."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
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


def test_a_chip_ends_in_an_ellipsis_where_it_has_no_room_and_pushes_nothing_away(
    shown: Callable[..., QWidget],
) -> None:
    words = "How to lead a department of two hundred people through a merger without losing anybody"
    chip, button = Chip(words), QPushButton("Undo")
    window = QWidget()
    row = QHBoxLayout(window)
    row.addWidget(chip)
    row.addWidget(button)
    shown(window, 240, 60)
    whole = chip.grab().toImage()

    assert window.width() == 240
    assert button.geometry().right() < 240
    assert chip.toolTip() == words
    chip.set_text(words[:-10])
    assert chip.grab().toImage() == whole  # the same beginning, and the ellipsis
    window.resize(1200, 60)
    assert not chip.toolTip()


def test_a_state_is_told_by_words() -> None:
    mark = StatusMark("check-circle", "Here", "good", weight="fill")
    mark.set_state("circle-dashed", "Not here yet", "text_muted")
    assert mark.accessibleName() == "Not here yet"
