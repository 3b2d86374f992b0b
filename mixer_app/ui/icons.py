"""Icons by name and colour role: one line family, sharp at every resolution, right in every theme."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from mixer_app.paths import resource
from mixer_app.ui import theme

REGULAR: Final = "regular"
BOLD: Final = "bold"
FILL: Final = "fill"


def icon(name: str, role: str = "text", *, weight: str = REGULAR) -> QIcon:
    """A Phosphor icon in the colour of `role`; it follows the theme by itself."""
    return QIcon(_ThemedIcon(name, role, weight))


def icon_pixmap(name: str, role: str, size: int, dpr: float = 1.0, *, weight: str = REGULAR) -> QPixmap:
    """The icon as a pixmap of `size` logical px, in the colour that `role` has now."""
    return _pixmap(name, weight, theme.current().color(role).name(QColor.NameFormat.HexArgb), size, dpr)


def paint_icon(painter: QPainter, rect: QRect, name: str, role: str, *, weight: str = REGULAR) -> None:
    """Paint the icon into a square `rect`."""
    device = painter.device()
    pixmap = icon_pixmap(name, role, rect.width(), device.devicePixelRatio() if device else 1.0, weight=weight)
    painter.drawPixmap(rect.topLeft(), pixmap)


def svg_source(name: str, color: str, *, weight: str = REGULAR) -> bytes:
    """The icon's SVG in one colour."""
    path = resource("icons", weight, f"{name}.svg")
    return path.read_bytes().replace(b"currentColor", color.encode())


class _ThemedIcon(QIconEngine):
    """Paints with the colours of the theme at the time of painting, so that no icon goes stale."""

    def __init__(self, name: str, role: str, weight: str) -> None:
        super().__init__()
        self._name, self._role, self._weight = name, role, weight

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        device = painter.device()
        pixmap = self._draw(rect.size(), mode, device.devicePixelRatio() if device else 1.0)
        size = pixmap.deviceIndependentSize().toSize()
        painter.drawPixmap(
            rect.topLeft() + QPoint((rect.width() - size.width()) // 2, (rect.height() - size.height()) // 2), pixmap
        )

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._draw(size, mode, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return self._draw(size / scale, mode, scale)

    def clone(self) -> QIconEngine:
        return _ThemedIcon(self._name, self._role, self._weight)

    def _draw(self, size: QSize, mode: QIcon.Mode, dpr: float) -> QPixmap:
        color = theme.current().color(self._role)
        if mode is QIcon.Mode.Disabled:
            color.setAlphaF(0.45)
        side = min(size.width(), size.height())
        return _pixmap(self._name, self._weight, color.name(QColor.NameFormat.HexArgb), side, dpr)


@lru_cache(maxsize=512)
def _pixmap(name: str, weight: str, argb: str, size: int, dpr: float) -> QPixmap:
    color = QColor(argb)
    pixels = max(1, round(size * dpr))
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(color.alphaF())
    QSvgRenderer(QByteArray(svg_source(name, color.name(), weight=weight))).render(
        painter, QRectF(0, 0, pixels, pixels)
    )
    painter.end()
    pixmap.setDevicePixelRatio(dpr)
    return pixmap
