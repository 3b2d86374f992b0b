"""Buttons: known by their words, with an icon before and a key behind where there is one."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
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

_Pieces = list[tuple[str, str, int]]
"""Kind (`icon`, `text`, `key`), content and width in px."""


def _width(pieces: _Pieces, look: theme.Theme) -> int:
    return sum(width for _, _, width in pieces) + look.px(_GAP) * max(0, len(pieces) - 1)


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
        self._measured: tuple[theme.Theme, _Pieces, QSize] | None = None  # layouts ask many times
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
        self.setAccessibleName(text)
        if text != self.text():
            super().setText(text)
            self._change()

    def set_icon(self, name: str) -> None:
        """Show another icon before the words."""
        self._icon_name = name
        self._change()

    def set_key(self, key: str) -> None:
        """Show another key behind the words."""
        self._key = key
        self.setAccessibleDescription(key)
        self._change()

    def updateGeometry(self) -> None:
        """Measure anew: borders or words are others."""
        self._measured = None
        super().updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        self._measured = None  # the font may be another
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return self._measure()[1]

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _change(self) -> None:
        self.updateGeometry()
        self.update()

    def _measure(self) -> tuple[_Pieces, QSize]:
        """The pieces with their widths, and the size of the whole."""
        look = theme.current()
        if self._measured is None or self._measured[0] is not look:
            self.ensurePolished()
            pieces = self._pieces(look)
            size = super().sizeHint()
            base = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text() or _EMPTY).width()
            self._measured = look, pieces, QSize(size.width() - base + _width(pieces, look), size.height())
        return self._measured[1:]

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        inside, look = self.rect(), theme.current()
        left = inside.left() + max(0, (inside.width() - self._content_width()) // 2)
        painter.setFont(self.font())
        for kind, content, width in self._measure()[0]:
            box = QRect(left, inside.top(), width, inside.height())
            self._paint_piece(painter, kind, content, box)
            left += width + look.px(_GAP)

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

    def _pieces(self, look: theme.Theme) -> _Pieces:
        pieces: _Pieces = []
        if self.text():
            width = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text()).width() + 1
            pieces.append(("text", self.text(), width))
        if self._icon_name:
            pieces.insert(0, ("icon", self._icon_name, look.px(18)))
        if self._icon_after:
            pieces.append(("icon", self._icon_after, look.px(12)))
        if self._key:
            pieces.append(("key", self._key, QFontMetrics(look.font("caption")).horizontalAdvance(self._key) + 1))
        return pieces

    def _content_width(self) -> int:
        return _width(self._measure()[0], theme.current())

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
