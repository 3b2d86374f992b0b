"""Draws chips quickly: fonts, grounds and cut names are made once for a look and a width."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap, QStaticText

from mixer_app.ui.icons import paint_icon
from mixer_app.ui.plan.chip_geometry import CHIP_EDGE
from mixer_app.ui.plan.chips import Chip
from mixer_app.ui.theme import Theme
from mixer_app.ui.widgets.labels import cut_to_fit

_FOLLOWED_BORDER: Final = 1.5
_FADED: Final = 0.32
_LOCK: Final = 12
_SPILL: Final = 4  # the ring of the chosen chip lies outside it
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


_GroundKey = tuple[int | None, bool, bool, bool]
"""Step of fit, followed, pointed at, chosen."""


class ChipArt:
    """Chips of one look and one size."""

    def __init__(self, look: Theme, size: QSize, dpr: float) -> None:
        self.look, self.size, self._dpr = look, size, dpr
        self.font = look.font("caption")
        self.chosen_font = look.font("caption")
        self.chosen_font.setWeight(QFont.Weight.DemiBold)
        self.text, self.muted = look.color("text"), look.color("text_muted")
        self._metrics = QFontMetrics(self.font), QFontMetrics(self.chosen_font)
        self._grounds: dict[_GroundKey, QPixmap] = {}
        self._cut = lru_cache(maxsize=20_000)(self._cut_text)

    def paint(self, painter: QPainter, corner: QPoint, chip: Chip, *, chosen: bool) -> None:
        """Draw `chip` with its left upper corner at `corner`."""
        look = self.look
        painter.setOpacity(_FADED if chip.faded else 1.0)
        ground = self._ground((chip.step, chip.followed, chip.pointed, chosen))
        painter.drawPixmap(corner - QPoint(_SPILL, _SPILL), ground)
        taken = chip.step is not None
        words = QRect(corner, self.size).adjusted(look.px(14 if taken else 8), 0, -look.px(8), 0)
        if chip.locked:
            side = look.px(_LOCK)
            lock = QRect(words.right() - side, words.center().y() - side // 2, side, side)
            paint_icon(painter, lock, "lock-simple", "text_muted")
            words.setRight(words.right() - side - look.px(6))
        if chip.tag:
            painter.setFont(self.font)
            painter.setPen(self.text)
            painter.drawText(words, _RIGHT, chip.tag)
            words.setRight(words.right() - self._metrics[0].horizontalAdvance(chip.tag) - look.px(6))
        bold = chosen and taken
        painter.setFont(self.chosen_font if bold else self.font)
        painter.setPen(self.text if taken else self.muted)
        self._draw_name(painter, words, self._cut(chip.text, words.width(), bold), bold=bold)
        painter.setOpacity(1.0)

    def _draw_name(self, painter: QPainter, words: QRect, text: QStaticText, *, bold: bool) -> None:
        """On the line of all other names, also where another script makes the line higher."""
        metrics = self._metrics[bold]
        top = words.top() + (words.height() - metrics.height()) / 2
        if text.size().height() <= metrics.height() + 1:
            painter.drawStaticText(QPointF(words.left(), top), text)
        else:
            painter.drawText(QPointF(words.left(), top + metrics.ascent()), text.text())

    def _cut_text(self, text: str, width: int, bold: bool) -> QStaticText:
        """The name as far as it fits, laid out once: names return with every scroll."""
        cut = QStaticText(cut_to_fit(text, self._metrics[bold], width))
        cut.setTextFormat(Qt.TextFormat.PlainText)
        cut.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        cut.prepare(font=self.chosen_font if bold else self.font)
        return cut

    def _ground(self, key: _GroundKey) -> QPixmap:
        if key not in self._grounds:
            self._grounds[key] = self._draw_ground(*key)
        return self._grounds[key]

    def _draw_ground(self, step: int | None, followed: bool, pointed: bool, chosen: bool) -> QPixmap:
        pixmap = QPixmap((self.size + QSize(2 * _SPILL, 2 * _SPILL)) * self._dpr)
        pixmap.setDevicePixelRatio(self._dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        rect = QRectF(_SPILL, _SPILL, self.size.width(), self.size.height())
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_step(painter, self.look, rect, step)
        _draw_border(painter, self.look, rect, followed=followed, pointed=pointed, chosen=chosen)
        painter.end()
        return pixmap


def _draw_step(painter: QPainter, look: Theme, rect: QRectF, step: int | None) -> None:
    """No words on their own tint: the left edge has the step, the ground is two steps paler."""
    radius = look.px(look.shape.radius_control)
    if step is None:
        outline(painter, rect, look.color("text_muted"), 1, radius, Qt.PenStyle.DashLine)
        return
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    painter.save()
    painter.setClipPath(path)
    painter.fillRect(rect, look.fit(step - 2) if step > 1 else look.color("surface"))
    if step:
        painter.fillRect(QRectF(rect.left(), rect.top(), look.px(CHIP_EDGE), rect.height()), look.fit(step))
    painter.restore()
    if step < 2:
        outline(painter, rect, look.color("line" if step else "warn"), 1, radius)


def _draw_border(painter: QPainter, look: Theme, rect: QRectF, *, followed: bool, pointed: bool, chosen: bool) -> None:
    radius = look.px(look.shape.radius_control)
    if pointed:
        outline(painter, rect, look.color("surface"), look.shape.focus_ring, radius)
        outline(painter, rect, look.color("accent"), look.shape.focus_ring, radius, Qt.PenStyle.DashLine)
    elif chosen:
        ring = look.shape.focus_ring
        outline(painter, rect.adjusted(-1, -1, 1, 1), look.color("surface"), 2, radius + 1)
        outline(painter, rect.adjusted(-3, -3, 3, 3), look.color("accent"), ring, radius + 3)
    elif followed:
        outline(painter, rect, look.color("accent"), _FOLLOWED_BORDER, radius)


def outline(
    painter: QPainter,
    rect: QRectF,
    color: QColor,
    width: float,
    radius: float,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """A border that lies inside `rect`."""
    half = width / 2
    painter.setPen(QPen(color, width, style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)
