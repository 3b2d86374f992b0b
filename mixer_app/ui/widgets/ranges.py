"""Painted figures that are not certain: columns and a bar with the range in which they lie."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QLineF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mixer_app.ui import theme

_WHISKER: Final = 8  # width of its ends
_STEPS: Final = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Ranged:
    """A figure: the middle, and from where to where it goes."""

    title: str
    low: float
    middle: float
    high: float


class RangeColumns(QWidget):
    """A column for the middle of each figure and a line over its range; the words say every column."""

    def __init__(self, role: str, *, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._unit = role, unit
        self._columns: tuple[Ranged, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_columns(self, columns: Sequence[Ranged], words: str) -> None:
        """Show these, from the left."""
        self._columns = tuple(columns)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(320), theme.current().px(176))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(200), theme.current().px(176))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._columns:
            return
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font("caption", tabular=True))
        top = _round_top(max(column.high for column in self._columns))
        left = painter.fontMetrics().horizontalAdvance(self._words(top)) + look.px(8)
        plot = QRectF(left, look.px(22), self.width() - left, self.height() - look.px(22 + 24))
        self._paint_scale(painter, look, plot, top)
        width = plot.width() / len(self._columns)
        values_fit = all(
            painter.fontMetrics().horizontalAdvance(_range_words(column)) + look.px(4) <= width
            for column in self._columns
        )
        for place, column in enumerate(self._columns):
            box = QRectF(plot.left() + place * width, plot.top(), width, plot.height())
            self._paint_column(painter, look, box, column, top, value=values_fit)

    def _paint_scale(self, painter: QPainter, look: theme.Theme, plot: QRectF, top: float) -> None:
        for value in (0, top / 2, top):
            if value != int(value):
                continue  # half of one table
            height = round(plot.bottom() - plot.height() * value / top) + 0.5
            painter.setPen(QPen(look.color("line"), 1))
            painter.drawLine(QLineF(plot.left(), height, plot.right(), height))
            painter.setPen(look.color("text_muted"))
            box = QRectF(0, height - look.px(10), plot.left() - look.px(8), look.px(20))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._words(value))

    def _paint_column(
        self, painter: QPainter, look: theme.Theme, box: QRectF, column: Ranged, top: float, *, value: bool
    ) -> None:
        low, middle, high = (
            box.bottom() - box.height() * figure / top for figure in (column.low, column.middle, column.high)
        )
        inset = box.width() * 0.22
        painter.fillRect(
            QRectF(box.left() + inset, middle, box.width() - 2 * inset, box.bottom() - middle), look.color(self._role)
        )
        if column.high > column.low:
            _paint_whisker(painter, look, box.center().x(), low, high)
        painter.setPen(look.color("text"))
        title = QRectF(box.left(), box.bottom() + look.px(4), box.width(), look.px(20))
        painter.drawText(title, Qt.AlignmentFlag.AlignCenter, _short(column.title, painter.fontMetrics(), box.width()))
        if value and column.high > 0:
            above = QRectF(box.left(), high - look.px(20), box.width(), look.px(18))
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, _range_words(column))

    def _words(self, value: float) -> str:
        return f"{value:,.0f}{self._unit}"


class RangeBar(QWidget):
    """One bar, solid up to the low end of a figure and faint up to its high end, on a scale shared with others."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._low = self._high = 0.0
        self._most = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_range(self, low: float, high: float, most: float, words: str) -> None:
        """Show from `low` to `high`, with room for `most`."""
        self._low, self._high, self._most = max(low, 0.0), max(high, 0.0), max(most, 1.0)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(160), theme.current().px(16))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(80), theme.current().px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        height = look.px(8)
        top = (self.height() - height) // 2
        low, high = (round(self.width() * figure / self._most) for figure in (self._low, self._high))
        for width, color in (
            (self.width(), look.color("line")),
            (high, look.mix(self._role, "surface", 0.6)),
            (low, look.color(self._role)),
        ):
            painter.fillRect(QRect(0, top, width, height), color)
        if high > low:  # an edge, as faint on faint is seen by few
            painter.fillRect(QRect(max(high - look.px(2), low), top, look.px(2), height), look.color(self._role))


def _paint_whisker(painter: QPainter, look: theme.Theme, middle: float, low: float, high: float) -> None:
    """An upright line with ends across it, on a rim of the ground, so that it is seen on every colour."""
    thick, wide = look.px(2), look.px(_WHISKER)
    left, top, bottom = round(middle) - thick // 2, round(high), round(low)
    ends = [QRect(left - wide // 2 + thick // 2, at, wide, thick) for at in (top, bottom - thick)]
    rects = [QRect(left, top, thick, bottom - top), *ends]
    for rect in rects:
        painter.fillRect(rect.adjusted(-1, -1, 1, 1), look.color("surface"))
    for rect in rects:
        painter.fillRect(rect, look.color("text"))


def _range_words(column: Ranged) -> str:
    """`4`, or `3–5`."""
    low, high = f"{column.low:,.0f}", f"{column.high:,.0f}"
    return low if low == high else f"{low}–{high}"


def _round_top(most: float) -> float:
    """A round number that holds `most`."""
    return next((2 * step for step in _STEPS if 2 * step >= most), ceil(most))


def _short(title: str, metrics: QFontMetrics, width: float) -> str:
    """`title` where it fits; else nothing, as half a number would be another one."""
    return title if metrics.horizontalAdvance(title) <= width else ""
