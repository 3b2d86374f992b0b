"""Painted bars: a share in parts, and want against offer."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mixer_app.ui import theme
from mixer_app.ui.icons import paint_icon


class ShareBar(QWidget):
    """One bar in parts: `set_parts([(colour role, value), …], total)`; the rest is `line`."""

    def __init__(self, *, height: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: Sequence[tuple[str, float]] = ()
        self._total = 0.0
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_parts(self, parts: Sequence[tuple[str, float]], total: float) -> None:
        """Show these parts of `total`."""
        self._parts, self._total = tuple(parts), total
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        painter.setClipPath(clip)
        painter.fillRect(self.rect(), look.color("line"))
        left = 0.0
        for role, value in self._parts:
            width = self.width() * value / self._total if self._total else 0.0
            if width:
                painter.fillRect(QRectF(left, 0, width, self.height()), look.color(role))
                painter.fillRect(QRectF(left + width, 0, 2, self.height()), look.color("surface"))
                left += width + 2


class BarRow(QAbstractButton):
    """A name, two bars with their numbers, and a word at the right: what is wanted against what is offered.

    The spoken name says it in one sentence. `icon_name` stands behind the name (the crossed eye of a private need).
    """

    def __init__(
        self,
        name: str,
        wanted: int,
        offered: int,
        *,
        most: int,
        note: str = "",
        spoken: str = "",
        icon_name: str = "",
        name_width: int = 192,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._wanted, self._offered, self._most = name, wanted, offered, max(most, 1)
        self._note, self._icon_name, self._name_width = note, icon_name, name_width
        self.setAccessibleName(spoken or f"{name}, {wanted} want, {offered} offer{f', {note}' if note else ''}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(360, theme.current().px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, theme.current().px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name_width = min(look.px(self._name_width), self.width() // 2)
        self._paint_name(painter, look, name_width)
        note_width = self._paint_note(painter, look)
        number_width = look.px(36)
        room = max(8, self.width() - name_width - max(note_width, look.px(80)) - number_width)
        middle = self.height() / 2
        bar = look.px(8)
        for value, role, top in (
            (self._wanted, "mentee", middle - bar - look.px(3)),
            (self._offered, "mentor", middle + look.px(3)),
        ):
            width = room * value / self._most
            _paint_bar(painter, QRectF(name_width, top, width, bar), look.color(role))
            painter.setPen(look.color("text"))
            painter.setFont(look.font("caption"))
            box = QRectF(name_width + width + look.px(8), top - look.px(6), number_width, bar + look.px(12))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, str(value))

    def _paint_name(self, painter: QPainter, look: theme.Theme, width: int) -> None:
        font = look.font("body")
        icon = look.px(22) if self._icon_name else 0
        text = QFontMetrics(font).elidedText(self._name, Qt.TextElideMode.ElideRight, width - look.px(12) - icon)
        painter.setFont(font)
        painter.setPen(look.color("text"))
        painter.drawText(QRect(0, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
        if self._icon_name:
            side = look.px(16)
            left = QFontMetrics(font).horizontalAdvance(text) + look.px(8)
            paint_icon(painter, QRect(left, (self.height() - side) // 2, side, side), self._icon_name, "text_muted")

    def _paint_note(self, painter: QPainter, look: theme.Theme) -> int:
        if not self._note:
            return 0
        font = look.font("caption")
        font.setWeight(font.Weight.DemiBold)
        width = QFontMetrics(font).horizontalAdvance(self._note)
        painter.setFont(font)
        painter.setPen(look.color("warn"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._note)
        side = look.px(14)
        left = self.width() - width - side - look.px(5)
        paint_icon(painter, QRect(left, (self.height() - side) // 2, side, side), "warning", "warn", weight="bold")
        return width + side + look.px(16)


def _paint_bar(painter: QPainter, rect: QRectF, color: QColor) -> None:
    """A bar that is square at its root and round at its end."""
    if rect.width() <= 0:
        return
    radius = min(rect.height() / 2, rect.width())
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, radius, rect.height() / 2)
    path.addRect(QRectF(rect.left(), rect.top(), max(0.0, rect.width() - radius), rect.height()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPath(path)
