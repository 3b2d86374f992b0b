"""One page of a document, as large as fits or larger; on a sheet of labels the used ones can be marked."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from mixer_app.domain.stock import Box, Stock, label_boxes
from mixer_app.ui import theme
from mixer_app.ui.printers.paper_file import MM_PER_INCH

_MARGIN: Final = 24
_ZOOMS: Final = (1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_COARSEST_DPI: Final = 18
_SHARPEST_DPI: Final = 400
_A4_MM: Final = (210.0, 297.0)


class PagePreview(QAbstractScrollArea):
    """Shows a page and asks for it in the sharpness it needs; Left, Right, Home, End turn pages."""

    page_asked = Signal(int, int)
    """A page (from 0) is wanted at a resolution in dpi."""
    page_turned = Signal(int)
    zoomed = Signal(float)
    """How large the page is compared with paper."""
    label_marked = Signal(int)
    """A label (from 1) is used, or is not after all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_preview")
        self.setAccessibleName("Preview")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.pages = 0
        self.page = 0
        self._size_mm = _A4_MM
        self._zoom = 0
        self._image: QImage | None = None
        self._boxes: list[Box] = []
        self._radius = 0.0
        self._start_at = 1
        self._used: frozenset[int] = frozenset()
        self._cursor = 1
        self._hovered: int | None = None

    def show_outline(self, size_mm: tuple[float, float] | None = None) -> None:
        """The white page while nothing is drawn yet."""
        self.pages, self._image = 0, None
        self._size_mm = size_mm or self._size_mm
        self._fit()

    def show_paper(self, pages: int, width_mm: float, height_mm: float) -> None:
        """Show a document; the page number stays where it can."""
        self.pages, self._size_mm = pages, (width_mm, height_mm)
        self._image = None
        self._fit()
        self._turn_to(min(self.page, max(0, pages - 1)), again=True)

    def show_page(self, page: int, image: QImage) -> None:
        """Take the picture of a page."""
        if page == self.page:
            self._image = image
            self.viewport().update()

    def show_labels(self, stock: Stock | None, start_at: int = 1, used: frozenset[int] = frozenset()) -> None:
        """Mark the labels that stay empty on the first sheet; None on documents without labels."""
        self._boxes = label_boxes(stock) if stock is not None and stock.labels > 1 else []
        self._radius = stock.radius if stock is not None else 0.0
        self._start_at, self._used = start_at, used
        self._cursor = min(self._cursor, max(1, len(self._boxes)))
        self._hovered = None
        self.viewport().update()

    def turn(self, by: int) -> None:
        """Go on or back by pages."""
        self._turn_to(self.page + by)

    def zoom(self, by: int) -> None:
        """Larger or smaller by steps; the smallest is the whole page."""
        step = min(max(self._zoom + by, 0), len(_ZOOMS) - 1)
        if step != self._zoom:
            self._zoom = step
            self._fit()
            self._ask()

    @property
    def has_picture(self) -> bool:
        """Whether the page itself is shown, not only its outline."""
        return self._image is not None

    def label_center(self, number: int) -> QPoint:
        """Where a label is in the viewport."""
        return self._label_rect(self._page_rect(), self._boxes[number - 1]).center().toPoint()

    @property
    def scale(self) -> float:
        """Pixels of the screen for a millimetre of paper."""
        return self._dpi / MM_PER_INCH / self.devicePixelRatioF()

    @property
    def _dpi(self) -> int:
        """Resolution of the page as it is shown; whole, so that no pixel is drawn between two.

        Measured on the whole frame: the viewport changes with its scroll bars, and they with the page.
        """
        room = self.size() - QSize(2 * _MARGIN, 2 * _MARGIN)
        fitted = min(room.width() / self._size_mm[0], room.height() / self._size_mm[1])
        dpi = int(fitted * _ZOOMS[self._zoom] * MM_PER_INCH * self.devicePixelRatioF())
        return min(max(dpi, _COARSEST_DPI), _SHARPEST_DPI)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn, zoom, go from label to label, and mark one."""
        key = event.key()
        turned: dict[int, int] = {Qt.Key.Key_Left: self.page - 1, Qt.Key.Key_Right: self.page + 1, Qt.Key.Key_Home: 0}
        if key in turned:
            self._turn_to(turned[key])
        elif key == Qt.Key.Key_End:
            self._turn_to(self.pages - 1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom(-1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._boxes and self.page == 0:
            self._go_to_label(self._cursor + (1 if key == Qt.Key.Key_Down else -1))
        elif key == Qt.Key.Key_Space and self._boxes and self.page == 0:
            self._mark_label(self._cursor)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which label a click would mark."""
        hovered = self._label_at(event.position().toPoint())
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark the label that was clicked."""
        number = self._label_at(event.position().toPoint())
        if number is not None:
            self._go_to_label(number)
            self._mark_label(number)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom; the wheel alone scrolls a large page and turns a fitted one."""
        step = 1 if event.angleDelta().y() > 0 else -1
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(step)
        elif self._zoom == 0 and event.angleDelta().y():
            self.turn(-step)
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page anew and ask for it in the new size."""
        super().resizeEvent(event)
        self._fit()
        self._ask()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page, then what is marked on its labels."""
        look = theme.current()
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), look.color("canvas"))
        sheet = self._page_rect()
        painter.setPen(QPen(look.color("line"), 1))
        painter.setBrush(_paper_white())
        painter.drawRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self._image is not None:
            painter.drawImage(sheet, self._image)
        if self.page == 0:
            self._paint_labels(painter, sheet)

    def _paint_labels(self, painter: QPainter, page: QRectF) -> None:
        paper = theme.load_theme("light")  # paper is white, also on a dark screen
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = max(self._radius, 2.0) * self.scale
        for number, box in enumerate(self._boxes, 1):
            rect = self._label_rect(page, box)
            if self._stays_empty(number):
                painter.setPen(QPen(paper.color("text_muted"), 1, Qt.PenStyle.DashLine))
                painter.drawRoundedRect(rect, radius, radius)
            if number in self._used:
                painter.drawLine(rect.topLeft(), rect.bottomRight())
                painter.drawLine(rect.topRight(), rect.bottomLeft())
            if number == self._cursor and self.hasFocus():
                painter.setPen(QPen(paper.color("accent"), 2))
                painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
            if number == self._hovered:
                painter.setPen(QPen(paper.color("accent"), 1))
                painter.drawRoundedRect(rect, radius, radius)

    def _stays_empty(self, number: int) -> bool:
        return number < self._start_at or number in self._used

    def _label_rect(self, page: QRectF, box: Box) -> QRectF:
        scale = self.scale
        return QRectF(page.left() + box.x * scale, page.top() + box.y * scale, box.width * scale, box.height * scale)

    def _label_at(self, point: QPoint) -> int | None:
        if self.page != 0:
            return None
        page = self._page_rect()
        boxes = enumerate(self._boxes, 1)
        return next((number for number, box in boxes if self._label_rect(page, box).contains(point)), None)

    def _go_to_label(self, number: int) -> None:
        self._cursor = min(max(number, 1), len(self._boxes))
        state = ", stays empty" if self._stays_empty(self._cursor) else ""
        self.setAccessibleDescription(f"Label {self._cursor} of {len(self._boxes)}{state}")
        self.viewport().update()

    def _mark_label(self, number: int) -> None:
        """Used if it was free; free if it was used."""
        self.label_marked.emit(number)

    def _page_rect(self) -> QRectF:
        """The page in the viewport, in its middle while it fits."""
        width, height = self._size_mm[0] * self.scale, self._size_mm[1] * self.scale
        room = self.viewport().size()
        left = max(_MARGIN, (room.width() - width) / 2) - self.horizontalScrollBar().value()
        top = max(_MARGIN, (room.height() - height) / 2) - self.verticalScrollBar().value()
        return QRectF(round(left), round(top), round(width), round(height))

    def _turn_to(self, page: int, *, again: bool = False) -> None:
        if not 0 <= page < self.pages or (page == self.page and not again):
            return
        self.page = page
        self._image = None if not again else self._image
        self.setAccessibleDescription(f"Page {page + 1} of {self.pages}")
        self.page_turned.emit(page)
        self._ask()
        self.viewport().update()

    def _ask(self) -> None:
        if self.pages:
            self.page_asked.emit(self.page, self._dpi)

    def _fit(self) -> None:
        """Scroll bars for the part of the page that is out of sight."""
        room = self.viewport().size()
        for bar, length, visible in (
            (self.horizontalScrollBar(), self._size_mm[0], room.width()),
            (self.verticalScrollBar(), self._size_mm[1], room.height()),
        ):
            bar.setRange(0, max(0, round(length * self.scale) + 2 * _MARGIN - visible) if self._zoom else 0)
            bar.setPageStep(visible)
            bar.setSingleStep(24)
        self.zoomed.emit(self.scale * MM_PER_INCH / self.logicalDpiX())
        self.viewport().update()


def _paper_white() -> Qt.GlobalColor:
    return Qt.GlobalColor.white
