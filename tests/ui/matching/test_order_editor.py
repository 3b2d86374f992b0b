from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mixer_app.ui.matching.order_editor import OrderEditor


@pytest.fixture
def order(qtbot: Any) -> OrderEditor:
    """Three grades."""
    made = OrderEditor("Grades")
    qtbot.addWidget(made)
    made.show_order(("HEO", "SEO", "Grade 7"))
    return made


def test_an_answer_moves_with_alt_and_stops_at_the_ends(qtbot: Any, order: OrderEditor) -> None:
    moved = []
    order.changed.connect(lambda: moved.append(order.order()))
    for _ in range(4):
        QTest.keyClick(order.list_widget, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert moved == [("SEO", "HEO", "Grade 7"), ("SEO", "Grade 7", "HEO")]
    QTest.keyClick(order.list_widget, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order.order() == ("SEO", "HEO", "Grade 7")


def test_an_arrow_alone_only_goes_through_the_answers(order: OrderEditor) -> None:
    QTest.keyClick(order.list_widget, Qt.Key.Key_Down)
    assert order.list_widget.currentRow() == 1
    assert order.order() == ("HEO", "SEO", "Grade 7")


def test_what_is_no_grade_is_left_out(order: OrderEditor) -> None:
    QTest.mouseClick(order.out_button, Qt.MouseButton.LeftButton)
    assert order.order() == ("SEO", "Grade 7")
