"""Paints one seat of the grid: a pair, a free seat, or why there is none."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from mixer_app.ui import theme
from mixer_app.ui.plan.chip_art import ChipArt, outline
from mixer_app.ui.plan.chip_geometry import CHIP_HEIGHT, CHIP_SIDE, chip_top, line_height
from mixer_app.ui.plan.chips import Chip, ChipKind
from mixer_app.ui.plan.matrix_model import CHIP_ROLE
from mixer_app.ui.theme import Theme

_ARTS: Final = 8  # a window being dragged wider makes a new one for each width


class ChipDelegate(QStyledItemDelegate):
    """Paints seats; told by its view how many of them make up a cell and which one is chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.seats = 1
        self.chosen: QPersistentModelIndex = QPersistentModelIndex()
        self.aimed: QPersistentModelIndex = QPersistentModelIndex()  # where a chip on its way would land
        self._look: Theme | None = None
        self._arts: dict[tuple[int, float], ChipArt] = {}  # by width and screen

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The height of a seat's line."""
        return QSize(0, theme.current().px(line_height(self.seats)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the seat at `index`."""
        chip = index.data(CHIP_ROLE)
        if not isinstance(chip, Chip):
            return
        line: QRect = option.rect
        art = self._art_for(painter, line)
        if self.aimed.isValid() and self.aimed == index:
            chip = replace(chip, pointed=True)
        chosen = self.chosen.isValid() and self.chosen == index and not chip.leaving
        if chip.kind in (ChipKind.RESTS, ChipKind.AWAY, ChipKind.ELSEWHERE):
            self._paint_rest(painter, art.look, line, chip, chosen=chosen)
        else:
            top = line.top() + art.look.px(chip_top(chip.seat, self.seats))
            art.paint(painter, QPoint(line.left() + art.look.px(CHIP_SIDE), top), chip, chosen=chosen)
        if chip.seat == self.seats - 1:
            painter.fillRect(QRect(line.left(), line.bottom(), line.width(), 1), art.look.color("line"))

    def _art_for(self, painter: QPainter, line: QRect) -> ChipArt:
        look = theme.current()
        if look is not self._look:
            self._look, self._arts = look, {}
        key = (line.width(), painter.device().devicePixelRatio())
        if key not in self._arts:
            if len(self._arts) > _ARTS:
                self._arts.clear()
            size = QSize(line.width() - 2 * look.px(CHIP_SIDE), look.px(CHIP_HEIGHT))
            self._arts[key] = ChipArt(look, size, key[1])
        return self._arts[key]

    def _paint_rest(self, painter: QPainter, look: Theme, line: QRect, chip: Chip, *, chosen: bool) -> None:
        """One quiet block over all seats of the cell, drawn by each line as far as it reaches."""
        gap, side = look.px(6), look.px(CHIP_SIDE)
        block = QRect(line.left(), line.top() - chip.seat * line.height(), line.width(), self.seats * line.height())
        block.adjust(side, gap, -side, -gap)
        radius = look.px(look.shape.radius_control)
        painter.save()
        painter.setClipRect(line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("canvas"))
        painter.drawRoundedRect(block, radius, radius)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("text_muted"))
        painter.drawText(block, Qt.AlignmentFlag.AlignCenter, chip.text)
        if chosen:
            ring = QRectF(line).adjusted(side, 2, -side, -2)
            outline(painter, ring, look.color("accent"), look.shape.focus_ring, radius)
        painter.restore()
