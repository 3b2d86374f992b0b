"""Small things in a row: chips, and marks of a state by icon and word."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from mixer_app.ui import theme
from mixer_app.ui.icons import icon_pixmap
from mixer_app.ui.widgets.cards import IconLabel
from mixer_app.ui.widgets.labels import cut_to_fit, label, restyle

_NARROWEST: Final = 80  # px at 100 %


class Chip(QAbstractButton):
    """A chip such as a need or a filter (`label`: `value` ×).

    `tone` `accent` is a filter that is on, `plain` a value. A removable chip emits `removed` for a click
    on its ×, Delete and Backspace; any other click is `clicked`. A chip that does nothing takes no focus.
    Words that have no room end in an ellipsis; the whole is in the tooltip then.
    """

    removed = Signal()

    def __init__(
        self,
        text: str,
        *,
        label: str = "",
        icon_name: str = "",
        tone: str = "plain",
        removable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label, self._icon_name, self._tone, self._removable = label, icon_name, tone, removable
        self._hint: tuple[theme.Theme, str, QSize] | None = None  # layouts ask many times for each key
        self.set_text(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if removable else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Say something else."""
        if text == self.text() and self.accessibleName():
            return
        self.setText(text)
        name = f"{self._label}: {text}" if self._label else text
        self.setAccessibleName(f"{name}, Delete removes it" if self._removable else name)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        look = theme.current()
        if self._hint is None or self._hint[:2] != (look, self.text()):
            self._hint = (look, self.text(), self._measured())
        return self._hint[2]

    def _measured(self) -> QSize:
        look = theme.current()
        _, value_font = self._fonts()
        width = QFontMetrics(value_font).horizontalAdvance(self.text()) + 2 * look.px(9)
        width += self._label_width() + (look.px(20) if self._icon_name else 0) + (look.px(18) if self._removable else 0)
        return QSize(width, look.px(28 if self._tone == "accent" else 24))

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return whole if self._removable else QSize(min(whole.width(), theme.current().px(_NARROWEST)), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.width() < self.sizeHint().width() else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._removable and self._cross().adjusted(-4, -4, 4, 4).contains(event.position().toPoint()):
            self.removed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self._tone == "accent"
        painter.setBrush(look.color("accent_soft" if accent else "canvas"))
        painter.setPen(Qt.PenStyle.NoPen if accent else QPen(look.color("line"), 1))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        left = look.px(9)
        if self._icon_name:
            side = look.px(14)
            pixmap = icon_pixmap(self._icon_name, "text_muted", side, self.devicePixelRatioF())
            painter.drawPixmap(left, (self.height() - side) // 2, pixmap)
            left += look.px(20)
        label_font, value_font = self._fonts()
        painter.setPen(look.color("accent" if accent else "text"))
        box = QRect(left, 0, self.width() - left, self.height())
        if self._label:
            painter.setFont(label_font)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, f"{self._label}:")
            box.setLeft(left + self._label_width())
        painter.setFont(value_font)
        text = self.text()
        if self.width() < self.sizeHint().width():
            text = cut_to_fit(text, QFontMetrics(value_font), box.width() - look.px(9))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        if self._removable:
            cross = self._cross()
            painter.drawPixmap(
                cross.topLeft(), icon_pixmap("x", "accent", cross.width(), self.devicePixelRatioF(), weight="bold")
            )

    def _fonts(self) -> tuple[QFont, QFont]:
        look = theme.current()
        if self._tone != "accent":
            return look.font("caption"), look.font("caption")
        return look.font("body"), look.font("body_strong")

    def _label_width(self) -> int:
        return QFontMetrics(self._fonts()[0]).horizontalAdvance(f"{self._label}: ") if self._label else 0

    def _cross(self) -> QRect:
        side = theme.current().px(12)
        return QRect(self.width() - theme.current().px(8) - side, (self.height() - side) // 2, side, side)


class StatusMark(QWidget):
    """A state by icon and word: `role` is its colour (`good`, `warn`, `bad`, `text_muted`)."""

    def __init__(
        self,
        icon_name: str = "circle-dashed",
        text: str = "",
        role: str = "text_muted",
        *,
        weight: str = "regular",
        look: str = "body",
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._icon = IconLabel(icon_name, role, size=size, weight=weight)
        self.text_label = label(text, look)
        row.addWidget(self._icon)
        row.addWidget(self.text_label)
        self._state: tuple[str, str, str, str] | None = None
        self.set_state(icon_name, text, role, weight=weight)

    def set_state(self, icon_name: str, text: str, role: str, *, weight: str = "regular") -> None:
        """Show another state."""
        if self._state == (icon_name, text, role, weight):
            return
        self._state = (icon_name, text, role, weight)
        self._icon.set_icon(icon_name, role, weight=weight)
        self.text_label.setText(text)
        restyle(self.text_label, tone=role)
        self.setAccessibleName(text)
