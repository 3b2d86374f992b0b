"""Several children that are shown together cost one layout."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.ui.widgets.laid_out_once import laid_out_once


class Counting(QLabel):
    """Notes each size that it is given."""

    def __init__(self) -> None:
        super().__init__("stays")
        self.sizes = 0

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # the name is Qt's
        super().resizeEvent(event)
        self.sizes += 1


def place_with(*children: QWidget) -> QWidget:
    place = QWidget()
    column = QVBoxLayout(place)
    for child in children:
        column.addWidget(child)
    return place


def test_children_that_are_shown_together_are_laid_out_once(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    stays, others = Counting(), [QLabel(f"comes {number}") for number in range(3)]
    place = place_with(stays, *others)
    for other in others:
        other.hide()
    shown(place, 200, 300)
    before = stays.sizes
    with laid_out_once(place):
        for other in others:
            other.show()
        assert stays.sizes == before
    qtbot.waitUntil(lambda: stays.sizes > before)
    assert stays.sizes == before + 1
    assert [other.y() for other in others] == sorted({other.y() for other in others})


def test_a_place_that_was_paused_already_stays_so_until_the_outer_is_done(qtbot: QtBot) -> None:
    place = place_with(QLabel("one"))
    qtbot.addWidget(place)
    layout = place.layout()
    with laid_out_once(place):
        with laid_out_once(place, None):
            pass
        assert not layout.isEnabled()
    assert layout.isEnabled()
