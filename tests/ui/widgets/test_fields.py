"""Fields for numbers and times."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mixer_app.ui.widgets import DecimalField, NumberField, TimeField


def test_a_number_stays_between_its_limits(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    field = NumberField(5, least=1, most=6, suffix=" rounds", name="Rounds")
    shown(field)
    for _ in range(3):
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == 6
    assert field.text() == "6 rounds"


def test_a_time_is_written_as_on_a_clock() -> None:
    assert TimeField(19, 5, name="First round").text() == "19:05"


def test_a_score_is_written_with_a_point_in_every_country(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    field = DecimalField(0.6, name="Strong from")
    shown(field)
    assert field.text() == "0.60"
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "0.65"
    field.setValue(3.0)
    assert field.value() == 1.0


def test_the_text_stands_off_the_edge() -> None:
    assert NumberField(5, least=1, most=6).lineEdit().textMargins().left() == 10
