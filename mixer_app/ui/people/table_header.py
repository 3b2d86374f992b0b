"""The head of the people table: titles, the order, and the box that chooses everyone shown."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from mixer_app.ui import theme
from mixer_app.ui.icons import BOLD, paint_icon
from mixer_app.ui.people.cells import PAD, draw_box, draw_text
from mixer_app.ui.people.ink import ink
from mixer_app.ui.people.table_model import TITLES, AttendeeTableModel, Column


class PeopleHeader(QHeaderView):
    """Paints the titles; a click orders by a column or chooses everyone shown."""

    tick_clicked = Signal()
    order_clicked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("people_header")
        self.setAccessibleName("Column titles")
        self.setMouseTracking(True)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.current().px(40))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        if not isinstance(model, AttendeeTableModel):
            return
        look = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, look.color("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.color("line"))
        inside = rect.adjusted(PAD, 0, -PAD, -1)
        if section == Column.TICK:
            draw_box(painter, inside, model.tick_state())
        else:
            self._paint_title(painter, inside, Column(section), model)
        painter.restore()

    def _paint_title(self, painter: QPainter, rect: QRect, column: Column, model: AttendeeTableModel) -> None:
        look = theme.current()
        ordered = model.order is not None and model.order[0] is column
        draw_text(ink(), painter, rect, TITLES[column], "caption", "text" if ordered else "text_muted")
        if model.order is not None and ordered:
            side = look.px(12)
            left = rect.left() + painter.fontMetrics().horizontalAdvance(TITLES[column]) + look.px(6)
            arrow = "arrow-up" if model.order[1] is Qt.SortOrder.AscendingOrder else "arrow-down"
            at = QPoint(left, rect.top() + (rect.height() - side) // 2)
            paint_icon(painter, QRect(at, QSize(side, side)), arrow, "text", weight=BOLD)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        section = self.logicalIndexAt(event.position().toPoint())
        if section == Column.TICK:
            self.tick_clicked.emit()
        elif section >= 0:
            self.order_clicked.emit(section)
        super().mouseReleaseEvent(event)
