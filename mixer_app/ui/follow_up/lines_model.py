"""The lines of a table: order, search and filters; the view only draws them."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mixer_app.domain.folding import fold, words_of
from mixer_app.ui.follow_up.lines import LineColumn, Mark, TableLine

Index = QModelIndex | QPersistentModelIndex


class LineTableModel(QAbstractTableModel):
    """`find` gives the people that a search means, as the search of People does."""

    def __init__(self, columns: Sequence[LineColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.find: Callable[[str], Collection[int]] = lambda _text: ()
        self.order: tuple[int, Qt.SortOrder] | None = None
        self._lines: tuple[TableLine, ...] = ()
        self._shown: list[TableLine] = []
        self._text = ""
        self._asked: frozenset[Mark] = frozenset()

    # what is shown

    def show_lines(self, lines: Sequence[TableLine]) -> None:
        """Put in other lines; search, filters and order stay, and the current line follows its subject."""
        self._lines = tuple(lines)
        self._rearrange()

    def search(self, text: str) -> None:
        """Show only lines about the people that `text` means, or in which its words stand."""
        if text.strip() != self._text:
            self._text = text.strip()
            self._rearrange()

    def filter(self, asked: Collection[Mark]) -> None:
        """Show only lines that have one mark of each kind that is asked for."""
        self._asked = frozenset(asked)
        self._rearrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.order = (column, order)
        self._rearrange()

    @property
    def total(self) -> int:
        """How many lines there are before search and filters."""
        return len(self._lines)

    def counts(self) -> Counter[Mark]:
        """How many lines have each mark."""
        return Counter(mark for line in self._lines for mark in line.marks)

    def line_at(self, position: int) -> TableLine | None:
        """The line in a row of the table."""
        return self._shown[position] if 0 <= position < len(self._shown) else None

    def position_of(self, key: object) -> int:
        """The row that shows this line, or -1."""
        return next((place for place, line in enumerate(self._shown) if line.key == key), -1)

    # what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line_at(index.row())
        if line is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.cells[index.column()].words
        return line.detail if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        across = orientation is Qt.Orientation.Horizontal and 0 <= section < len(self.columns)
        return self.columns[section].title if across and role == Qt.ItemDataRole.DisplayRole else None

    # arrangement

    def _rearrange(self) -> None:
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self.line_at(index.row())) for index in self.persistentIndexList()]
        self._arrange()
        for index, line in kept:
            position = self.position_of(line.key) if line is not None else -1
            moved = self.index(position, index.column()) if position >= 0 else QModelIndex()
            self.changePersistentIndex(index, moved)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        shown = [line for line in self._lines if self._has_marks(line)]
        if self._text:
            people, words = frozenset(self.find(self._text)), words_of(self._text)
            shown = [line for line in shown if line.people & people or _says(line, words)]
        if self.order is not None:
            column, order = self.order
            shown.sort(key=lambda line: _order(line, column), reverse=order is Qt.SortOrder.DescendingOrder)
        self._shown = shown

    def _has_marks(self, line: TableLine) -> bool:
        has = self._asked & line.marks
        return {kind for kind, _ in has} == {kind for kind, _ in self._asked}


def _says(line: TableLine, words: Sequence[str]) -> bool:
    said = fold(line.detail)
    return bool(words) and all(word in said for word in words)


def _order(line: TableLine, column: int) -> tuple[float, str]:
    cell = line.cells[column]
    return (0.0 if cell.order is None else cell.order, fold(cell.words))
