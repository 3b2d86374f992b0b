"""The table itself: painted cells, one current line, everything reachable from the keyboard."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mixer_app.ui import theme
from mixer_app.ui.follow_up.lines import LineCell, TableLine
from mixer_app.ui.follow_up.lines_model import LineTableModel
from mixer_app.ui.icons import BOLD, paint_icon
from mixer_app.ui.widgets.labels import cut_to_fit
from mixer_app.ui.widgets.roles import paint_role

_HEIGHT: Final = 48
_HEAD: Final = 40
_FEWEST: Final = 2  # lines in sight
_PAD: Final = 12
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class LineTable(QTableView):
    """`line_changed` tells the current line (or None), `entered` that Enter was pressed on it."""

    line_changed = Signal(object)
    entered = Signal()
    typing_began = Signal(str)

    def __init__(self, model: LineTableModel, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(_LineDelegate(self))
        self.setHorizontalHeader(_LineHeader(model, self))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentRowChanged.connect(self._tell)
        model.layoutChanged.connect(self._keep_current)

    @property
    def line(self) -> TableLine | None:
        """The current line."""
        return self._lines.line_at(self.currentIndex().row())

    def go_to(self, position: int) -> None:
        """Make a line the current one."""
        if 0 <= position < self._lines.rowCount():
            self.setCurrentIndex(self._lines.index(position, 0))

    # behaviour

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Home:
            self.go_to(0)
        elif event.key() == Qt.Key.Key_End:
            self.go_to(self._lines.rowCount() - 1)
        elif event.text().isprintable() and event.text().strip() and not event.modifiers() & _COMMANDS:
            self.typing_began.emit(event.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to(0)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.entered.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        current = self.currentIndex()
        if current.isValid() and self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme.current().color("accent"), 2))
            top = self.rowViewportPosition(current.row())
            painter.drawRect(QRect(1, top + 1, self.viewport().width() - 2, self.rowHeight(current.row()) - 3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            QTimer.singleShot(0, self, self._arrange_columns)

    def _arrange_columns(self) -> None:
        """Give each column its width; in a narrow table some leave, and what they say is told below it."""
        look, width = theme.current(), self.viewport().width()
        self.verticalHeader().setDefaultSectionSize(look.px(_HEIGHT))
        self.setMinimumHeight(look.px(_HEAD + _FEWEST * _HEIGHT))
        for place, column in enumerate(self._lines.columns):
            self.setColumnHidden(place, width < look.px(column.leaves_below))
        kept = {place: one.share for place, one in enumerate(self._lines.columns) if not self.isColumnHidden(place)}
        for place, share in kept.items():
            self.setColumnWidth(place, int(width * share / sum(kept.values())))

    def _tell(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        self.line_changed.emit(self.line)

    def _keep_current(self) -> None:
        """There is a current line whenever there is one at all."""
        if not self.currentIndex().isValid():
            self.go_to(0)
        self.viewport().update()
        self.horizontalHeader().viewport().update()
        self.line_changed.emit(self.line)


_COMMANDS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class _LineHeader(QHeaderView):
    """Paints the titles; a click orders by a column, another turns the order round."""

    def __init__(self, model: LineTableModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._lines = model
        self.setAccessibleName("Column titles")
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.current().px(_HEAD))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        section = self.logicalIndexAt(event.position().toPoint())
        if section >= 0:
            up = self._lines.order != (section, Qt.SortOrder.AscendingOrder)
            self._lines.sort(section, Qt.SortOrder.AscendingOrder if up else Qt.SortOrder.DescendingOrder)
        super().mouseReleaseEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look = theme.current()
        painter.save()
        painter.fillRect(rect, look.color("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.color("line"))
        ordered = self._lines.order if self._lines.order is not None and self._lines.order[0] == section else None
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("text" if ordered else "text_muted"))
        pad = look.px(_PAD)
        inside = rect.adjusted(pad, 0, -pad, -1)
        words = cut_to_fit(self._lines.columns[section].title, painter.fontMetrics(), inside.width() - look.px(18))
        painter.drawText(inside, _LEFT, words)
        if ordered:
            side = look.px(12)
            left = inside.left() + painter.fontMetrics().horizontalAdvance(words) + look.px(6)
            arrow = "arrow-up" if ordered[1] is Qt.SortOrder.AscendingOrder else "arrow-down"
            at = QPoint(left, rect.top() + (rect.height() - side) // 2)
            paint_icon(painter, QRect(at, QSize(side, side)), arrow, "text", weight=BOLD)
        painter.restore()


class _LineDelegate(QStyledItemDelegate):
    """Ground and line of a row, then mark or icon and words of the cell."""

    def __init__(self, table: LineTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = self._table.model()
        line = model.line_at(index.row()) if isinstance(model, LineTableModel) else None
        if line is None:
            return
        look, rect = theme.current(), QRect(option.rect)
        if index.row() == self._table.currentIndex().row():
            painter.fillRect(rect, look.color("accent_soft"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line"))
        pad = look.px(_PAD)
        _paint_cell(painter, rect.adjusted(pad, 0, -pad, -1), line.cells[index.column()])


def _paint_cell(painter: QPainter, rect: QRect, cell: LineCell) -> None:
    look = theme.current()
    if cell.role and cell.words:
        rect.setLeft(rect.left() + paint_role(painter, rect, cell.role, look, word="", size=12) + look.px(8))
    elif cell.icon:
        side = look.px(18)
        at = QPoint(rect.left(), rect.top() + (rect.height() - side) // 2)
        paint_icon(painter, QRect(at, QSize(side, side)), cell.icon, cell.tone)
        rect.setLeft(rect.left() + side + look.px(6))
    painter.setFont(look.font("body_strong" if cell.strong else "body"))
    painter.setPen(look.color(cell.tone))
    painter.drawText(rect, _LEFT, cut_to_fit(cell.words, painter.fontMetrics(), rect.width()))
