"""A small picture of a sheet with its labels, as it is being described."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mixer_app.domain.stock import Stock, label_boxes
from mixer_app.ui import theme

_SIDE: Final = 280
_MARGIN: Final = 16
_MOST_DRAWN: Final = 400


class StockPicture(QWidget):
    """The page in white, its labels outlined; what reaches over the edge is drawn there, too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stock: Stock | None = None
        self._wrong = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("The sheet")

    def show_stock(self, stock: Stock, *, wrong: bool) -> None:
        """Draw this stock; in the colour of mistakes if it is impossible."""
        self._stock, self._wrong = stock, wrong
        grid = f"{stock.columns} by {stock.rows} labels of {stock.label_width:g} by {stock.label_height:g} mm"
        self.setAccessibleDescription(f"{grid} on {stock.page_width:g} by {stock.page_height:g} mm")
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = theme.current().px(_SIDE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Small pictures still tell."""
        return QSize(theme.current().px(160), theme.current().px(160))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page as large as fits."""
        stock = self._stock
        if stock is None or min(stock.page_width, stock.page_height) <= 0:
            return
        look, paper = theme.current(), theme.load_theme("light")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        scale = min(room.width() / stock.page_width, room.height() / stock.page_height)
        left = room.center().x() - stock.page_width * scale / 2
        top = room.center().y() - stock.page_height * scale / 2
        painter.setPen(QPen(look.color("line"), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(QRectF(left, top, stock.page_width * scale, stock.page_height * scale))
        painter.setPen(QPen(paper.color("bad" if self._wrong else "accent"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in label_boxes(stock)[:_MOST_DRAWN]:
            rect = QRectF(left + box.x * scale, top + box.y * scale, box.width * scale, box.height * scale)
            radius = stock.radius * scale
            painter.drawRoundedRect(rect, radius, radius)
