"""The event's logo as the room sees it."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from mixer_app.domain.brand import Picture
from mixer_app.ui.theme import Theme

_AIR: Final = 0.12  # of the height, around a logo on a tile
_ROUND: Final = 0.08


def logo_image(logo: Picture | None, paper: Theme, *, light: bool) -> QImage | None:
    """The logo; where the ground is dark it stands on a tile of paper, for which it was made. None: there is none."""
    image = QImage.fromData(logo.data) if logo is not None else QImage()
    if image.isNull() or light:
        return None if image.isNull() else image
    air = round(image.height() * _AIR) + 1
    tile = QImage(image.size() + QSize(2 * air, 2 * air), QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paper.color("surface"))
    radius = tile.height() * _ROUND
    painter.drawRoundedRect(QRectF(tile.rect()), radius, radius)
    painter.drawImage(QPoint(air, air), image)
    painter.end()
    return tile
