"""The rows of the people table as they are painted."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QHoverEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mixer_app.domain.people import Attendee
from mixer_app.services.search import PeopleIndex
from mixer_app.ui import theme
from mixer_app.ui.people.rows import PersonRow
from mixer_app.ui.people.table_model import AttendeeTableModel
from mixer_app.ui.people.table_view import PeopleTableView


def test_the_whole_row_under_the_mouse_stands_out_and_a_chosen_one_more(
    an_attendee: Callable[..., Attendee], event: Any, shown: Callable[..., Any], qtbot: QtBot
) -> None:
    people = [an_attendee(f"Ann Smith{number}") for number in range(3)]
    model = AttendeeTableModel()
    view = shown(PeopleTableView(model), 1200, 400)
    model.setParent(view)
    model.show_rows(event, [PersonRow(person) for person in people], PeopleIndex(people))

    def grounds(row: int) -> set[str]:
        picture = view.viewport().grab().toImage()
        y = view.rowViewportPosition(row) + 3
        return {picture.pixelColor(x, y).name() for x in (4, picture.width() // 2, picture.width() - 4)}

    def color(role: str) -> set[str]:
        return {QColor(theme.current().color(role)).name()}

    plain = grounds(1)
    at = QPointF(300, view.rowViewportPosition(1) + 10)
    QApplication.sendEvent(view.viewport(), QHoverEvent(QEvent.Type.HoverMove, at, at, QPointF(-1, -1)))
    assert (grounds(0), grounds(1)) == (plain, color("canvas"))
    model.setData(model.index(1, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert grounds(1) == color("accent_soft")
    model.setData(model.index(1, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    QApplication.sendEvent(view.viewport(), QHoverEvent(QEvent.Type.HoverLeave, QPointF(-1, -1), QPointF(-1, -1), at))
    assert grounds(1) == plain
