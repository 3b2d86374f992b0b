"""What is touched on a kiosk: filled for the way forward, white for the rest, flat in the header."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from mixer_app.ui.icons import paint_icon
from mixer_app.ui.kiosk.fitting import FittedText, Room, fit_text
from mixer_app.ui.kiosk.look import KioskLook

FILLED: Final = "filled"
PLAIN: Final = "plain"
FLAT: Final = "flat"
_PADDING: Final = {FILLED: 32, PLAIN: 32, FLAT: 16}
_ICON: Final = 28
_GAP: Final = 16
STRONG: Final = 600
_ARROWS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class TouchButton(QAbstractButton):
    """A control of the kiosk: at least 64 px to touch, no hover, Enter presses it as Space does."""

    def __init__(self, look: KioskLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relook)

    arrows_are_the_parents = False
    """Whether the part around the control walks by arrows; Qt would go to the next control of any kind."""

    @property
    def clipped(self) -> bool:
        """Whether letters of the control are hidden."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat() and not event.modifiers():
            self.click()
        elif event.key() in _ARROWS and self.arrows_are_the_parents:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def ground(self, painter: QPainter, kind: str = PLAIN, *, border: str = "line", radius: int = 0) -> None:
        """Paint ground and border, as they are pressed or not."""
        look = self.look
        width = look.px(2) if border != "line" else max(1, look.px(1))
        fill = {FILLED: "accent", PLAIN: "surface"}.get(kind, kind)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown() and fill == "surface":
            fill = "accent_soft"
        painter.setBrush(look.color(fill))
        painter.setPen(Qt.PenStyle.NoPen if fill == "accent" else QPen(look.color(border), width))
        half = 0.0 if fill == "accent" else width / 2
        corner = radius or look.px(8)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(half, half, -half, -half), corner, corner)
        if self.isDown() and fill == "accent":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("accent_text"), look.px(2)))
            inner = look.px(4)
            painter.drawRoundedRect(self.rect().toRectF().adjusted(inner, inner, -inner, -inner), corner, corner)

    def place(self, box: QRect) -> QRect:
        """`box`, given from the leading edge, where it stands in the page's direction."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), box)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.StyleChange):
            self._relook()

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()


class KioskButton(TouchButton):
    """Icon and words in the middle."""

    def __init__(
        self, look: KioskLook, *, kind: str = PLAIN, icon: str = "", weight: int = STRONG, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._kind, self._icon, self._weight = kind, icon, weight
        self.isolated = False

    @property
    def clipped(self) -> bool:
        return bool(self.text()) and self._fit().clipped

    def set_words(self, text: str, *, spoken: str = "") -> None:
        """Another text; `spoken` is what a screen reader says in its place."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(spoken or text)
        self._relook()

    def set_icon(self, name: str) -> None:
        """Another icon."""
        self._icon = name
        self._relook()

    def set_kind(self, kind: str) -> None:
        """Filled, plain or flat."""
        self._kind = kind
        self._relook()

    def sizeHint(self) -> QSize:
        look = self.look
        words = look.width_of(self._words(), weight=self._weight)
        icon = look.px(_ICON) + (look.px(self._gap()) if words > 2 else 0) if self._icon else 0
        return QSize(max(words + icon + 2 * self._pad(), look.touch), look.touch)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self.look.px(200)), self.look.touch)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._kind != FLAT:
            self.ground(painter, self._kind)
        elif self.isDown():
            self.ground(painter, "accent_soft", border="accent_soft")
        role = "accent_text" if self._kind == FILLED else "text"
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        side = self.look.px(_ICON) if self._icon else 0
        fitted = self._fit()
        gap = self.look.px(self._gap()) if side and self._words() else 0
        wide = round(fitted.width) + side + gap
        left = (self.width() - wide) // 2
        if side:
            spot = self.place(QRect(left, (self.height() - side) // 2, side, side))
            paint_icon(painter, QRect(QPoint(spot.left(), spot.top()), spot.size()), self._icon, role)
        box = self.place(QRect(left + side + gap, 0, round(fitted.width) + 2, self.height()))
        fitted.paint(painter, box, Qt.AlignmentFlag.AlignHCenter, self.look.color(role))

    def _fit(self) -> FittedText:
        look = self.look
        icon = look.px(_ICON) + look.px(self._gap()) if self._icon else 0
        room = Room(width=max(1, self.width() - 2 * min(self._pad(), look.px(16)) - icon), line_height=look.line())
        direction = Qt.LayoutDirection.LayoutDirectionAuto if self.isolated else self.layoutDirection()
        return fit_text(self._words(), look.font(weight=self._weight), room, direction)

    def _words(self) -> str:
        return self.text().replace("&&", "&")

    def _pad(self) -> int:
        return self.look.px(_PADDING[self._kind])

    def _gap(self) -> int:
        return 12 if self._kind == FLAT else _GAP
