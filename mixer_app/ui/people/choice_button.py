"""A value that opens a menu of others: the words at the left, a caret at the right."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from mixer_app.domain.roles import Role
from mixer_app.ui import theme
from mixer_app.ui.icons import BOLD, paint_icon
from mixer_app.ui.widgets import paint_role


class ChoiceButton(QPushButton):
    """Quiet until it is pointed at; a role is shown with its mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role: Role | None = None
        self.setProperty("kind", "quiet")
        self.setProperty("small", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # the words may be cut

    def set_role(self, role: Role | None) -> None:
        """Show this role in place of the words; None shows the words."""
        self._role = role
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        words = QFontMetrics(look.font("body")).horizontalAdvance(self.text())
        return QSize(words + look.px(40), look.px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(80), theme.current().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        caret = look.px(12)
        room = self.rect().adjusted(look.px(8), 0, -look.px(16) - caret, 0)
        if self._role is not None:
            paint_role(painter, room, self._role, look)
        else:
            font = look.font("body")
            painter.setFont(font)
            painter.setPen(look.color("text"))
            words = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if self.isEnabled():
            at = QRect(self.width() - look.px(8) - caret, (self.height() - caret) // 2, caret, caret)
            paint_icon(painter, at, "caret-down", "text_muted", weight=BOLD)
