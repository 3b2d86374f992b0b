"""A list of painted rows about people: as quick with a thousand rows as with three."""

from collections.abc import Sequence
from typing import Any, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from mixer_app.ui import theme
from mixer_app.ui.live.row_art import row_height

Index = QModelIndex | QPersistentModelIndex
_MOVES: Final = {
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
}  # fmt: skip


class AboutSomeone(Protocol):
    """A row: whom it is about, and how it is read out."""

    @property
    def attendee_id(self) -> int:
        """Whom it is about."""
        ...

    @property
    def spoken(self) -> str:
        """The row in one breath."""
        ...


Line = TypeVar("Line", bound=AboutSomeone)


class LineModel(QAbstractListModel, Generic[Line]):
    """Rows in their order; `line(row)` is what the delegate paints."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.lines[index.row()].spoken if index.row() < len(self.lines) else None
        return None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these rows."""
        if [line.attendee_id for line in lines] == [line.attendee_id for line in self.lines]:
            self._change(lines)
            return
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def _change(self, lines: Sequence[Line]) -> None:
        """The same people: rows that say something else are painted anew, and nobody loses their place."""
        changed = [row for row, (old, new) in enumerate(zip(self.lines, lines, strict=True)) if old != new]
        self.lines = tuple(lines)
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))


class LineList(QListView, Generic[Line]):
    """Arrow keys go from row to row; every other key is left to the page. Enter and a double click open a person."""

    person_opened = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: LineModel[Line] = LineModel(self)
        self.setModel(self.lines)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(self._open)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these rows; whoever was current stays it, or the row in their place."""
        before, row = self.current_line(), self.currentIndex().row()
        self.lines.show_lines(lines)
        if self.currentIndex().isValid() or not lines:
            return
        kept = next((at for at, line in enumerate(lines) if before and line.attendee_id == before.attendee_id), None)
        if kept is None and before is not None:
            kept = min(row, len(lines) - 1)
        if kept is not None or self.hasFocus():
            self.setCurrentIndex(self.lines.index(kept or 0))

    def current_line(self) -> Line | None:
        """The row that the keys are about."""
        row = self.currentIndex().row()
        return self.lines.lines[row] if 0 <= row < len(self.lines.lines) else None

    def wanted_height(self) -> int:
        """In which nothing has to be scrolled."""
        return len(self.lines.lines) * row_height(theme.current())

    def sizeHint(self) -> QSize:
        return QSize(240, 2 * row_height(theme.current()))  # the page gives what it has

    def minimumSizeHint(self) -> QSize:
        return QSize(120, row_height(theme.current()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines.lines:
            self.setCurrentIndex(self.lines.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in _MOVES:
            super().keyPressEvent(event)
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_line() is not None:
            self._open(self.currentIndex())
        else:
            event.ignore()

    def _open(self, index: Index) -> None:
        self.person_opened.emit(self.lines.lines[index.row()].attendee_id)
