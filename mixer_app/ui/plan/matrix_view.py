"""The grid of a plan: scrolls a thousand tables, moves by chip, keeps its head and first column."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QTableView, QWidget

from mixer_app.ui import theme
from mixer_app.ui.plan.board import Order, PlanBoard
from mixer_app.ui.plan.chip_delegate import ChipDelegate
from mixer_app.ui.plan.chip_geometry import CHIP_SIDE, HEAD_HEIGHT, LONE_WIDTH, ROUND_WIDTH, ROW_HEAD_WIDTH, line_height
from mixer_app.ui.plan.matrix_heads import CornerHead, RoundHeader, RowHeader
from mixer_app.ui.plan.matrix_model import Index, PlanMatrixModel
from mixer_app.ui.widgets.tab_order import bring_into_sight

_CORNER_WORDS = {
    Order.BY_TABLE: ("Table", "Mentors stay seated"),
    Order.BY_MENTEE: ("Mentee", "Mentees move"),
}
_ONE_EVENING = {
    Order.BY_TABLE: ("Round", "One table’s evening"),
    Order.BY_MENTEE: ("Round", "One mentee’s evening"),
}


class PlanMatrixView(QTableView):
    """Chips in a table; emits `seat_opened` for a click or Enter and `seat_reached` when the keys move."""

    seat_opened = Signal(QModelIndex)
    seat_reached = Signal(QModelIndex)

    def __init__(self, model: PlanMatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._chips = ChipDelegate(self)
        self._build()
        self.setModel(model)
        self._connect()
        self._fit_lines()

    def _build(self) -> None:
        self.setObjectName("plan_matrix")
        self.setAccessibleName("Plan, tables down, rounds across")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self._name_corner_button()
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalHeader(RoundHeader(self))
        self._row_header = RowHeader(self)
        self.setVerticalHeader(self._row_header)
        self.setItemDelegate(self._chips)
        self.setCornerWidget(QWidget())
        self._corner = CornerHead(self)

    def _name_corner_button(self) -> None:
        """Qt's own button in the corner does nothing here; `CornerHead` lies over it."""
        self.setCornerButtonEnabled(False)
        for button in self.findChildren(QAbstractButton):
            button.setAccessibleName("Plan")

    def _connect(self) -> None:
        self._model.order_changed.connect(self._fit_lines)
        self.activated.connect(self.seat_opened)
        self.clicked.connect(self.seat_opened)

    def choose(self, index: QModelIndex) -> None:
        """Move to a seat and show it."""
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keep_place(self, board: PlanBoard | None) -> None:
        """Show another plan in the same way, at the same place."""
        place, scrolled = self.currentIndex(), self.verticalScrollBar().value()
        at = place.row(), place.column()
        self._model.show(board, self._model.order, self._model.alone)
        self.verticalScrollBar().setValue(scrolled)
        if self._model.index(*at).isValid():
            self.setCurrentIndex(self._model.index(*at))

    def aim_at(self, index: QModelIndex) -> None:
        """Mark where a chip on its way would land; invalid: nowhere."""
        self._chips.aimed = QPersistentModelIndex(index)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where the page scrolls too, it follows the keys to the chip."""
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            bring_into_sight(self)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the page, nobody is found by them here."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Draw the ring at the new seat and tell where the keys are."""
        super().currentChanged(current, previous)
        reached = self._model.index(current.row(), current.column())
        self._chips.chosen = QPersistentModelIndex(reached)
        self.viewport().update()
        self.seat_reached.emit(reached)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the rounds."""
        super().resizeEvent(event)
        self._fit_rounds()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text scale changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_corner"):
            self._fit_lines()

    def updateGeometries(self) -> None:
        """Keep the corner where the two heads meet."""
        super().updateGeometries()
        if hasattr(self, "_corner"):
            look = theme.current()
            self._corner.setGeometry(0, 0, look.px(ROW_HEAD_WIDTH) + look.px(CHIP_SIDE), look.px(HEAD_HEIGHT))
            self._corner.raise_()

    def _fit_lines(self) -> None:
        seats = self._model.seats
        self._chips.seats = self._row_header.seats = seats
        self.verticalHeader().setDefaultSectionSize(theme.current().px(line_height(seats)))
        self.verticalScrollBar().setSingleStep(theme.current().px(line_height(seats)))
        layout = self._model.layout_shown
        words = _CORNER_WORDS if layout is None or layout.rows_down else _ONE_EVENING
        self._corner.say(*words[self._model.order])
        self._fit_rounds()
        self.updateGeometries()

    def _fit_rounds(self) -> None:
        rounds = self._model.columnCount()
        if rounds:
            share, rest = divmod(self.viewport().width(), rounds)
            least = theme.current().px(ROUND_WIDTH)
            if rounds == 1:
                share, rest = min(share, theme.current().px(LONE_WIDTH)), 0
            for section in range(rounds):
                self.horizontalHeader().resizeSection(section, max(least, share + (section < rest)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first chip."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))
