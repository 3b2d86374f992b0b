"""Tests of the line that goes on below where it is full."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

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
