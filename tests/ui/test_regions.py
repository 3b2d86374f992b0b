"""Tests of F6, from one part of the window to the next."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from mixer_app.ui.regions import go_to_next_region


def test_a_region_inside_another_is_left_for_the_one_after_it(shown: Callable[..., QWidget]) -> None:
    window, outer, inner, last = QWidget(), QWidget(), QWidget(), QWidget()
    fields = [QLineEdit() for _ in range(3)]
    around = QVBoxLayout(window)
    for place, field in zip((outer, inner, last), fields, strict=True):
        QVBoxLayout(place).addWidget(field)
    outer.layout().addWidget(inner)  # type: ignore[union-attr]  # it was just given one
    around.addWidget(outer)
    around.addWidget(last)
    shown(window)
    fields[0].setFocus()
    seen = []
    for _ in range(3):
        go_to_next_region([outer, inner, last])
        seen.append(QApplication.focusWidget())
    assert seen == [fields[1], fields[2], fields[0]]
