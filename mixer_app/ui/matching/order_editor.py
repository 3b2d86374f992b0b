"""Answers in an order that only the organizer knows, such as grades: the lowest first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from mixer_app.ui.theme import current
from mixer_app.ui.widgets import IconButton, label

_MOST_ROWS = 6


class OrderEditor(QWidget):
    """A list that is put in order with two buttons or Alt and the arrow keys; Delete leaves an answer out."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list_widget = _OrderList()
        self.list_widget.setProperty("look", "order")
        self.list_widget.setAccessibleName(f"{name}, lowest first")
        self.list_widget.setAccessibleDescription("Alt and an arrow key move an answer, Delete leaves it out")
        self.list_widget.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.up_button = IconButton("arrow-up", "Lower", key="Alt Up")
        self.down_button = IconButton("arrow-down", "Higher", key="Alt Down")
        self.out_button = IconButton("x", "Leave out", key="Del")
        self._build()
        self._connect()

    def _build(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(4)
        for button in (self.up_button, self.down_button, self.out_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.list_widget, 1)
        row.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label("Lowest first. Put them in order once; the event keeps it.", "muted_caption", wrap=True))
        column.addLayout(row)

    def _connect(self) -> None:
        self.up_button.clicked.connect(lambda: self._move(-1))
        self.down_button.clicked.connect(lambda: self._move(1))
        self.out_button.clicked.connect(self._leave_out)
        self.list_widget.moved.connect(self._move)
        self.list_widget.left_out.connect(self._leave_out)

    def show_order(self, answers: Sequence[str]) -> None:
        """Show these answers in this order."""
        self.list_widget.clear()
        self.list_widget.addItems(list(answers))
        if answers:
            self.list_widget.setCurrentRow(0)
        self._fit()

    def order(self) -> tuple[str, ...]:
        """The answers, lowest first."""
        return tuple(self.list_widget.item(row).text() for row in range(self.list_widget.count()))

    def _move(self, by: int) -> None:
        row = self.list_widget.currentRow()
        if row >= 0 and 0 <= row + by < self.list_widget.count():
            item = self.list_widget.takeItem(row)
            self.list_widget.insertItem(row + by, item)
            self.list_widget.setCurrentRow(row + by)
            self.changed.emit()

    def _leave_out(self) -> None:
        if self.list_widget.currentRow() >= 0:
            self.list_widget.takeItem(self.list_widget.currentRow())
            self._fit()
            self.changed.emit()

    def _fit(self) -> None:
        rows = min(max(self.list_widget.count(), 2), _MOST_ROWS)
        self.list_widget.setFixedHeight(current().px(30) * rows + 12)


class _OrderList(QListWidget):
    moved = Signal(int)
    left_out = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(by)
        elif event.key() == Qt.Key.Key_Delete:
            self.left_out.emit()
        else:
            super().keyPressEvent(event)
