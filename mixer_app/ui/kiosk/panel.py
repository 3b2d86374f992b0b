"""A white card with a line around it."""

from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mixer_app.ui.kiosk.look import KioskLook


class Panel(QWidget):
    """A ground for what belongs together."""

    def __init__(self, look: KioskLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._look.color("surface"))
        painter.setPen(QPen(self._look.color("line"), 1))
        radius = self._look.px(12)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
