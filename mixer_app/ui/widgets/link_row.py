"""A row that leads somewhere: icon, two lines, and an arrow."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mixer_app.ui import theme
from mixer_app.ui.icons import paint_icon

_MARGIN = 24


class LinkRow(QAbstractButton):
    """60 high with a line above it; `note` stands at the right before the arrow."""

    def __init__(
        self,
        icon_name: str,
        title: str,
        detail: str = "",
        *,
        role: str = "text_muted",
        note: str = "",
        leads_to: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name, self._role, self._detail, self._note = icon_name, role, detail, note
        self.setText(title)
        self.setAccessibleName(". ".join(part for part in (title, detail, note) if part))
        self.setAccessibleDescription(leads_to)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(320, theme.current().px(61))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, theme.current().px(61))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), look.mix("surface", "text", 0.03))
        painter.setPen(look.color("line"))
        painter.drawLine(0, 0, self.width(), 0)
        side = look.px(20)
        paint_icon(painter, QRect(_MARGIN, (self.height() - side) // 2, side, side), self._icon_name, self._role)
        right = self._paint_end(painter, look)
        left = _MARGIN + side + look.px(12)
        box = QRect(left, (self.height() - look.px(36)) // 2, right - look.px(8) - left, look.line("body"))
        title = look.font("body")
        title.setWeight(QFont.Weight.Medium)
        if not self._detail:
            box.moveTop((self.height() - box.height()) // 2)
        fits = self._write(painter, box, self.text(), title, "text")
        box.translate(0, look.line("body"))
        box.setHeight(look.line("caption"))
        fits = self._write(painter, box, self._detail, look.font("caption"), "text_muted") and fits
        self.setToolTip("" if fits else f"{self.text()}\n{self._detail}")

    def _paint_end(self, painter: QPainter, look: theme.Theme) -> int:
        """Paint arrow and note; the left edge of what they take."""
        arrow = look.px(16)
        right = self.width() - _MARGIN - arrow
        paint_icon(painter, QRect(right, (self.height() - arrow) // 2, arrow, arrow), "caret-right", "text_muted")
        if not self._note:
            return right
        font = look.font("caption")
        width = QFontMetrics(font).horizontalAdvance(self._note)
        box = QRect(right - look.px(12) - width, 0, width + 1, self.height())
        painter.setFont(font)
        painter.setPen(look.color("text_muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._note)
        return box.left()

    @staticmethod
    def _write(painter: QPainter, box: QRect, text: str, font: QFont, role: str) -> bool:
        painter.setFont(font)
        painter.setPen(theme.current().color(role))
        fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, fitting)
        return fitting == text
