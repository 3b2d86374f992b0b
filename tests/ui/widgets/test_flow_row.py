"""Tests of the line that goes on below where it is full."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.ui.widgets.flow_row import FlowRow


def buttons(count: int) -> list[QPushButton]:
    made = [QPushButton(f"Button {number}") for number in range(count)]
    for button in made:
        button.setFixedSize(100, 40)
    return made


def test_what_does_not_fit_goes_below(shown: Callable[..., QWidget]) -> None:
    made = buttons(3)

    shown(FlowRow(made), 220, 100)

    assert [button.x() for button in made] == [0, 108, 0]
    assert made[0].y() == made[1].y() < made[2].y()


def test_some_stand_at_the_right_end(shown: Callable[..., QWidget]) -> None:
    first, last = buttons(2)

    shown(FlowRow([first], at_end=[last]), 400, 40)

    assert (first.x(), last.x()) == (0, 300)


def test_others_take_the_place_of_those_that_were_there(shown: Callable[..., QWidget]) -> None:
    row = FlowRow(buttons(2))
    shown(row, 400, 40)
    new = buttons(1)

    row.show_widgets(new)

    assert [child for child in row.findChildren(QPushButton) if child.isVisible()] == new


class Measured(QPushButton):
    """Counts how often it is asked for its size."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.asked = 0

    def sizeHint(self) -> QSize:  # noqa: N802  # the name is Qt's
        self.asked += 1
        return super().sizeHint()


def test_a_width_that_is_asked_for_again_measures_nothing(shown: Callable[..., QWidget]) -> None:
    button = Measured("Button")
    row = FlowRow([button])
    shown(row, 220, 100)
    height, asked = row.heightForWidth(200), button.asked
    assert [row.heightForWidth(200) for _ in range(3)] == [height] * 3
    assert button.asked == asked


def test_a_widget_that_grows_is_measured_anew(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    first, second = buttons(2)
    row = FlowRow([first, second])
    shown(row, 220, 100)
    first.setFixedSize(200, 40)
    qtbot.waitUntil(lambda: second.y() > first.y())
    assert row.heightForWidth(220) > 48


def test_a_widget_that_is_hidden_leaves_its_place(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    first, second = buttons(2)
    shown(FlowRow([first, second]), 220, 100)
    first.hide()
    qtbot.waitUntil(lambda: second.x() == 0)


def test_those_at_the_end_go_below_together(shown: Callable[..., QWidget]) -> None:
    first, *last = buttons(3)

    shown(FlowRow([first], at_end=last), 250, 100)

    assert first.y() < last[0].y() == last[1].y()
    assert last[1].x() + 100 == 250
