"""A colour is written or picked; one that could not be read is refused with the nearest that can."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mixer_app.services.brand import colour_advice
from mixer_app.ui.badges.colour_field import ColourField


@pytest.fixture
def field(shown: Callable[..., QWidget]) -> ColourField:
    made = ColourField()
    shown(made, 420, 140)
    return made


@pytest.fixture
def write(qtbot: QtBot, field: ColourField) -> Callable[[str], None]:
    def act(text: str) -> None:
        field.code_field.setFocus()
        field.code_field.selectAll()
        qtbot.keyClicks(field.code_field, text)
        qtbot.keyClick(field.code_field, Qt.Key.Key_Return)

    return act


def test_a_colour_is_written(qtbot: QtBot, field: ColourField, write: Callable[[str], None]) -> None:
    with qtbot.waitSignal(field.changed) as told:
        write("8e24aa")
    assert told.args == ["#8E24AA"]
    assert field.code_field.text() == "#8E24AA"
    assert field.note_label.text().startswith("Contrast ")
    assert field.nearest_button.isHidden()


def test_a_pale_colour_is_refused_and_the_nearest_is_one_press_away(
    qtbot: QtBot, field: ColourField, write: Callable[[str], None]
) -> None:
    with qtbot.assertNotEmitted(field.changed):
        write("#F0C264")
    nearest = colour_advice("#F0C264").nearest
    assert "too pale" in field.note_label.text()
    assert field.code_field.accessibleDescription() == field.note_label.text()
    assert field.nearest_button.text() == f"Take {nearest}"
    with qtbot.waitSignal(field.changed) as told:
        qtbot.keyClick(field.nearest_button, Qt.Key.Key_Space)
    assert told.args == [nearest]
    assert field.nearest_button.isHidden()


def test_what_is_no_colour_is_said(qtbot: QtBot, field: ColourField, write: Callable[[str], None]) -> None:
    with qtbot.assertNotEmitted(field.changed):
        write("teal")
    assert field.note_label.text() == "“teal” is no colour. It looks like #0B6E69."


def test_a_colour_is_picked_and_taken_away(qtbot: QtBot, field: ColourField) -> None:
    field.choose = lambda window, colour: "#0055aa"
    with qtbot.waitSignal(field.changed) as told:
        qtbot.mouseClick(field.pick_button, Qt.MouseButton.LeftButton)
    assert told.args == ["#0055AA"]
    with qtbot.waitSignal(field.changed) as told:
        qtbot.mouseClick(field.clear_button, Qt.MouseButton.LeftButton)
    assert told.args == [""]
    assert field.code_field.text() == ""
    assert field.clear_button.isHidden()
