"""Tab goes as one reads, whatever was put in last."""

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.ui.widgets.tab_order import bring_into_sight, follow_layout


def order(first: QWidget, number: int) -> list[str]:
    """The names of so many controls, from the first on, as Tab goes."""
    names: list[str] = []
    widget: QWidget = first
    while len(names) < number:
        if isinstance(widget, QLineEdit):
            names.append(widget.objectName())
        widget = widget.nextInFocusChain()
    return names


def field(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    return made


def test_a_row_that_was_put_in_later_is_reached_where_it_stands(shown: Callable[..., QWidget]) -> None:
    window = QWidget()
    column, rows = QVBoxLayout(window), QVBoxLayout()
    first, last = field("first"), field("last")
    column.addWidget(first)
    column.addLayout(rows)
    column.addWidget(last)
    shown(window)
    rows.addWidget(field("between"))
    assert order(first, 3) == ["first", "last", "between"]
    follow_layout(window)
    assert order(first, 3) == ["first", "between", "last"]


def test_where_the_control_with_the_focus_goes_the_one_after_it_has_the_focus(shown: Callable[..., QWidget]) -> None:
    class Page(QWidget):
        def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  # Qt's name
            follow_layout(self)
            return super().focusNextPrevChild(forward)

    window = Page()
    column = QVBoxLayout(window)
    goes, after = field("goes"), field("after")
    for widget in (field("last"), after, goes, field("first")):  # each is put in above the one before
        column.insertWidget(0, widget)
    shown(window)
    goes.setFocus()
    goes.hide()
    assert after.hasFocus()


def test_what_is_hidden_has_its_place_again_when_it_is_shown(shown: Callable[..., QWidget]) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    first, hidden, last = field("first"), field("hidden"), field("last")
    for widget in (first, last):
        column.addWidget(widget)
    column.insertWidget(1, hidden)
    hidden.hide()
    shown(window)
    first.setFocus()
    follow_layout(window)
    assert order(first, 3) == ["first", "last", "hidden"]
    hidden.show()
    follow_layout(window)
    assert order(first, 3) == ["first", "hidden", "last"]


def test_a_grid_is_read_by_rows_and_a_line_that_is_turned_over_backwards(shown: Callable[..., QWidget]) -> None:
    window = QWidget()
    grid, line = QGridLayout(), QBoxLayout(QBoxLayout.Direction.BottomToTop)
    column = QVBoxLayout(window)
    column.addLayout(grid)
    column.addLayout(line)
    first = field("0 0")
    for row, place in ((1, 0), (0, 1)):
        grid.addWidget(field(f"{row} {place}"), row, place)
    grid.addWidget(first, 0, 0)
    line.addWidget(field("below"))
    line.addWidget(field("above"))
    shown(window)
    follow_layout(window)
    assert order(first, 5) == ["0 0", "0 1", "1 0", "above", "below"]


def test_what_is_scrolled_away_is_brought_into_sight(qtbot: QtBot, shown: Callable[..., QWidget]) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    for number in range(40):
        column.addWidget(field(str(number)))
    area = QScrollArea(widgetResizable=True)
    area.setWidget(content)
    shown(area, 200, 200)
    last = content.findChildren(QLineEdit)[-1]
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert last.visibleRegion().isEmpty()
    bring_into_sight(last)
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())
