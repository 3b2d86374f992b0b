"""Buttons: known by their words, with an icon before and a key behind where there is one."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QToolButton, QWidget

from mixer_app.ui import theme
from mixer_app.ui.icons import icon, icon_pixmap

PRIMARY: Final = "primary"
PLAIN: Final = "plain"
QUIET: Final = "quiet"
LINK: Final = "link"
DANGER: Final = "danger"
_INK: Final = {PRIMARY: "accent_text", LINK: "accent", DANGER: "bad"}
_GAP: Final = 8
_EMPTY: Final = "XXXX"  # what Qt makes room for where a button has no words


class Button(QPushButton):
    """A push button; `key` is the shortcut shown beside the words, `icon_after` a mark behind them."""

    def __init__(
        self,
        text: str,
        *,
        kind: str = PLAIN,
        icon_name: str = "",
        icon_after: str = "",
        icon_weight: str = "",
        key: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name, self._icon_after, self._key = icon_name, icon_after, key
        self._own_weight = icon_weight
        self.setProperty("kind", kind)
        if small:
            self.setProperty("small", True)
        self.setAccessibleName(text)
        if key:
            self.setAccessibleDescription(key)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_icon(self, name: str) -> None:
        """Show another icon before the words."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Show another key behind the words."""
        self._key = key
        self.setAccessibleDescription(key)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        measured = self.text() or _EMPTY
        base = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, measured).width()
        return QSize(size.width() - base + self._content_width(), size.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        inside = self.rect()
        left = inside.left() + max(0, (inside.width() - self._content_width()) // 2)
        painter.setFont(self.font())
        for kind, content, width in self._pieces():
            box = QRect(left, inside.top(), width, inside.height())
            self._paint_piece(painter, kind, content, box)
            left += width + self._gap()

    def _paint_piece(self, painter: QPainter, kind: str, content: str, box: QRect) -> None:
        if kind == "icon":
            side = box.width()
            top = box.top() + (box.height() - side) // 2
            pixmap = icon_pixmap(
                content,
                self._ink_role(),
                side,
                self.devicePixelRatioF(),
                weight=self._own_weight or self._icon_weight(side),
            )
            painter.setOpacity(1.0 if self.isEnabled() else 0.5)
            painter.drawPixmap(box.left(), top, pixmap)
            painter.setOpacity(1.0)
            return
        painter.setPen(self._ink())
        painter.setFont(self.font() if kind == "text" else theme.current().font("caption"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic, content)

    def _pieces(self) -> list[tuple[str, str, int]]:
        look = theme.current()
        pieces = [("text", self.text(), self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text()).width() + 1)]
        if not self.text():
            pieces = []
        if self._icon_name:
            pieces.insert(0, ("icon", self._icon_name, look.px(18)))
        if self._icon_after:
            pieces.append(("icon", self._icon_after, look.px(12)))
        if self._key:
            from PySide6.QtGui import QFontMetrics

            pieces.append(("key", self._key, QFontMetrics(look.font("caption")).horizontalAdvance(self._key) + 1))
        return pieces

    def _content_width(self) -> int:
        pieces = self._pieces()
        return sum(width for _, _, width in pieces) + self._gap() * max(0, len(pieces) - 1)

    @staticmethod
    def _gap() -> int:
        return theme.current().px(_GAP)

    @staticmethod
    def _icon_weight(side: int) -> str:
        return "bold" if side <= theme.current().px(14) else "regular"

    def _ink_role(self) -> str:
        if self.isChecked():
            return "accent"
        return _INK.get(str(self.property("kind")), "text")

    def _ink(self) -> QColor:
        look = theme.current()
        if self.isEnabled():
            return look.color(self._ink_role())
        return look.color("text_muted") if self.property("kind") == PRIMARY else look.mix("text_muted", "surface", 0.3)


class IconButton(QToolButton):
    """A button that is only an icon: `name` is what a screen reader and the tooltip say."""

    def __init__(
        self,
        icon_name: str,
        name: str,
        *,
        role: str = "text",
        size: int = 20,
        key: str = "",
        weight: str = "regular",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._size = size
        self.setIcon(icon(icon_name, role, weight=weight))
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({key})" if key else name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if small:
            self.setProperty("small", True)
        self._fit()

    def set_icon(self, icon_name: str, role: str = "text", *, weight: str = "regular") -> None:
        """Show another icon."""
        self.setIcon(icon(icon_name, role, weight=weight))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        side = theme.current().px(self._size)
        self.setIconSize(QSize(side, side))
