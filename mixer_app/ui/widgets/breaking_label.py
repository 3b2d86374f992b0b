"""A text that goes on below where the line ends, also within a word that is longer than the line."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QWidget

from mixer_app.ui.theme import current

_NARROWEST: Final = 80  # px at 100 %


class BreakingLabel(QLabel):
    """For names and whatever else people call themselves, plain text only.

    Qt's own label is never narrower than its longest word, and pushes what stands beside it out of sight.
    This one is Qt's wherever the longest word has room.
    """

    def __init__(self, text: str = "", look: str = "body", *, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        if tone:
            self.setProperty("tone", tone)
        self.setWordWrap(True)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(min(least.width(), current().px(_NARROWEST)), least.height())

    def heightForWidth(self, width: int) -> int:
        if self._has_room(width):
            return super().heightForWidth(width)
        around = self.contentsMargins()
        layout = QTextLayout(self.text(), self.font())
        layout.setTextOption(self._option())
        layout.beginLayout()
        height = float(around.top() + around.bottom())
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width - around.left() - around.right(), 1))
            height += line.height()
        layout.endLayout()
        return -int(-height // 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._has_room(self.width()):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.drawFrame(painter)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(QRectF(self.contentsRect()), self.text(), self._option())

    def _has_room(self, width: int) -> bool:
        """Whether the longest word fits into a line."""
        return not self.wordWrap() or super().minimumSizeHint().width() <= width

    def _option(self) -> QTextOption:
        option = QTextOption(self.alignment())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        return option
