"""A key and what it does, which a click does too."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mixer_app.ui import theme

_HEIGHT: Final = 24
_GAP: Final = 8
_PAD: Final = 6


class KeyHint(QAbstractButton):
    """The key in a cap of its own, its deed muted beside it."""

    def __init__(self, key: str, deed: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setText(deed)
        self.setAccessibleName(f"{deed}, key {key}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = theme.current()
        deed = QFontMetrics(look.font("body")).horizontalAdvance(self.text())
        return QSize(self._cap_width() + look.px(_GAP) + deed + 1, look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cap = QRect(0, 0, self._cap_width(), self.height())
        painter.setBrush(look.color("canvas"))
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawRoundedRect(cap.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(look.color("text"))
        painter.setFont(look.font("caption"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
        painter.setPen(look.color("text_muted"))
        painter.setFont(look.font("body"))
        words = QRect(cap.right() + look.px(_GAP), 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _cap_width(self) -> int:
        look = theme.current()
        words = QFontMetrics(look.font("caption")).horizontalAdvance(self._key)
        return max(words + 2 * look.px(_PAD), look.px(_HEIGHT))
