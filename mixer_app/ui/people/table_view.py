"""The table of people: fast, painted cells, everything reachable from the keyboard."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHoverEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from mixer_app.ui import theme
from mixer_app.ui.people.cells import PAD, Cell, cells_of, paint_ground
from mixer_app.ui.people.ink import Ink, ink
from mixer_app.ui.people.scroll_bubble import ScrollBubble
from mixer_app.ui.people.table_header import PeopleHeader
from mixer_app.ui.people.table_model import AttendeeTableModel, Column, Index

_FIXED: Final = {Column.TICK: 48, Column.ROLE: 96, Column.LAST_EVENT: 136, Column.STATUS: 148}
_SHARES: Final = {Column.NAME: 0.29, Column.WORK: 0.39, Column.NEEDS: 0.32}
_LEAVE: Final = ((Column.LAST_EVENT, 1080), (Column.NEEDS, 880), (Column.WORK, 720))
"""Columns that leave a narrow table, with the width (px at 100 %) under which they do."""

_OPENS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class PeopleTableView(QTableView):
    """Shows an `AttendeeTableModel`; says what a person asked for, does nothing by itself."""

    person_opened = Signal(int)  # attendee
    typing_began = Signal(str)
    menu_asked = Signal(QPoint)
    escaped = Signal()

    def __init__(self, model: AttendeeTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = model
        self._anchor = -1
        self._hovered = -1
        self._cells = cells_of(model)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setObjectName("people_table")
        self.setAccessibleName("People")
        self.setModel(self._people)
        self._header = PeopleHeader(self)
        self.setHorizontalHeader(self._header)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bubble = ScrollBubble(self)

    def _connect(self) -> None:
        self._people.ticks_changed.connect(self._header.viewport().update)
        self._people.modelReset.connect(self.arrange_columns)
        self._people.modelReset.connect(self._header.viewport().update)
        self._people.layoutChanged.connect(self._header.viewport().update)
        self._header.tick_clicked.connect(self._all_clicked)
        self._header.order_clicked.connect(self._order_clicked)
        self.verticalScrollBar().sliderMoved.connect(self._scrolled_by_hand)
        self.verticalScrollBar().sliderReleased.connect(self._bubble.leave_soon)

    def current_person(self) -> int | None:
        """The attendee of the current row."""
        row = self._people.person_at(self.currentIndex().row())
        return row.attendee.id if row else None

    def go_to_person(self, attendee_id: int) -> None:
        """Make someone's row current and visible."""
        position = self._people.position_of(attendee_id)
        if position >= 0:
            self.setCurrentIndex(self._people.index(position, Column.NAME))

    def stands_at(self) -> tuple[int | None, int]:
        """The attendee of the current row, and how far the list is scrolled."""
        return self.current_person(), self.verticalScrollBar().value()

    def stand_at(self, attendee_id: int | None, scrolled: int) -> None:
        """Stand there again, unless another row was made current since."""
        if self.current_person() is None and attendee_id is not None:
            self.go_to_person(attendee_id)
        if self.current_person() == attendee_id:
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setValue(scrolled)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        position = self.currentIndex().row()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Space:
            self._anchor = position
            self._people.toggle(position)
        elif event.key() in _OPENS:
            self._open(position)
        elif event.key() in _STEPS and shift:
            self._extend(position + (1 if event.key() == Qt.Key.Key_Down else -1))
        elif event.key() == Qt.Key.Key_Home:
            self._go_to(0)
        elif event.key() == Qt.Key.Key_End:
            self._go_to(self._people.rowCount() - 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif (
            event.text().isprintable() and event.text() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.typing_began.emit(event.text())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_asked.emit(at)

    def _extend(self, position: int) -> None:
        if not 0 <= position < self._people.rowCount():
            return
        if self._anchor < 0:
            self._anchor = self.currentIndex().row()
        self._people.tick(range(min(self._anchor, position), max(self._anchor, position) + 1), on=True)
        self._go_to(position)

    def _go_to(self, position: int) -> None:
        index = self._people.index(position, Column.NAME)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if index.column() != Column.TICK:
            self.setCurrentIndex(index.siblingAtColumn(Column.NAME))
            self._open(index.row())
        elif shift and self._anchor >= 0:
            self._extend(index.row())
        else:
            self._anchor = index.row()
            self.setCurrentIndex(index.siblingAtColumn(Column.NAME))
            self._people.toggle(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def _open(self, position: int) -> None:
        if row := self._people.person_at(position):
            self.person_opened.emit(row.attendee.id)

    def _all_clicked(self) -> None:
        everyone = range(self._people.rowCount())
        self._people.tick(everyone, on=self._people.tick_state() is not Qt.CheckState.Checked)

    def _order_clicked(self, column: int) -> None:
        ascending = self._people.order == (Column(column), Qt.SortOrder.AscendingOrder)
        self._people.sort(column, Qt.SortOrder.DescendingOrder if ascending else Qt.SortOrder.AscendingOrder)

    def _scrolled_by_hand(self) -> None:
        top = self.rowAt(0)
        bottom = self.rowAt(self.viewport().height() - 1)
        last = bottom if bottom >= 0 else self._people.rowCount() - 1
        self._bubble.show_rows(self._people.person_at(top), self._people.person_at(last), top, self._people.rowCount())

    # Looks

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHoverEvent):
            gone = event.type() is QEvent.Type.HoverLeave
            self._hover(-1 if gone else self.rowAt(event.position().toPoint().y()))
        return super().viewportEvent(event)

    def _hover(self, position: int) -> None:
        if position != self._hovered:
            before, self._hovered = self._hovered, position
            for changed in (before, position):
                if changed >= 0:
                    self.viewport().update(self._row_rect(changed))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        used, area = ink(), event.rect()
        columns = [
            (cell, self.columnViewportPosition(column) + PAD, self.columnWidth(column) - 2 * PAD)
            for column, cell in self._cells.items()
            if not self.isColumnHidden(column)
        ]
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        if first >= 0:
            for position in range(first, (last if last >= 0 else self._people.rowCount() - 1) + 1):
                self._paint_row(used, painter, position, columns)
        current = self.currentIndex()
        if current.isValid() and self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(used.color("accent"), 2))
            painter.drawRect(self._row_rect(current.row()).adjusted(1, 1, -1, -2))
        painter.end()

    def _paint_row(self, used: Ink, painter: QPainter, position: int, columns: Sequence[tuple[Cell, int, int]]) -> None:
        row = self._people.person_at(position)
        if row is None:
            return
        rect = self._row_rect(position)
        hovered = position == self._hovered
        paint_ground(used, painter, rect, ticked=self._people.is_ticked(row), hovered=hovered)
        for cell, left, width in columns:
            cell.draw(used, painter, QRect(left, rect.top(), width, rect.height() - 1), row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            QTimer.singleShot(0, self, self.arrange_columns)

    def arrange_columns(self) -> None:
        """Give each column its width; in a narrow table some leave and the rows grow a second line."""
        look, width = theme.current(), self.viewport().width()
        for column, least in _LEAVE:
            self.setColumnHidden(column, width < look.px(least))
        if not self._people.has_other_events:
            self.setColumnHidden(Column.LAST_EVENT, True)
        two_lines = self._cells[Column.NAME].two_lines = self.isColumnHidden(Column.WORK)
        self.verticalHeader().setDefaultSectionSize(look.px(56 if two_lines else 40))
        for column, fixed in _FIXED.items():
            self.setColumnWidth(column, look.px(fixed))
        rest = width - sum(look.px(fixed) for column, fixed in _FIXED.items() if not self.isColumnHidden(column))
        shares = {column: share for column, share in _SHARES.items() if not self.isColumnHidden(column)}
        for column, share in shares.items():
            self.setColumnWidth(column, int(rest * share / sum(shares.values())))

    def _row_rect(self, position: int) -> QRect:
        top = self.rowViewportPosition(position)
        return QRect(0, top, self.viewport().width(), self.rowHeight(position))
