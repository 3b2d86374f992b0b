"""Text that fits its place: on as many lines as there are, then smaller, and only then cut."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from mixer_app.ui.kiosk.ink import reach
from mixer_app.ui.kiosk.line_breaks import Way, ways
from mixer_app.ui.kiosk.thick import outlines, pen_width, thick_pieces

_STEP = 0.05
_ENDLESS = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The place of a text: px, lines, and how far it may shrink."""

    width: int
    lines: int = 1
    line_height: int = 32
    height: int | None = None  # None: as high as the lines are
    least: float = 0.7  # of its size, before it is cut
    strong: Sequence[tuple[int, int]] = ()  # start and length of what is set in 600


@dataclass(slots=True)
class FittedText:
    """A text laid out in its place, ready to be painted."""

    layout: QTextLayout
    line_height: float
    width: float  # of the widest line
    clipped: bool = False
    thick: Sequence[tuple[int, int]] = ()  # start and length of the letters whose outline makes them bold
    _reaches: list[tuple[float, float]] = field(default_factory=list[tuple[float, float]])

    @property
    def height(self) -> int:
        """The height of all lines, in px: never less than that of their letters."""
        return max(round(self.layout.lineCount() * self._pitch()), self.ink_height)

    @property
    def ink_height(self) -> int:
        """The height from the top of the highest letter to the foot of the lowest one, in px."""
        reaches = self._all_reaches()
        return ceil(reaches[0][0] + (len(reaches) - 1) * self._pitch() + reaches[-1][1]) if reaches else 0

    def paint(self, painter: QPainter, box: QRect, align: Qt.AlignmentFlag, color: QColor) -> None:
        """Paint it into `box`: at its left, right or middle, centred on its height."""
        painter.setPen(color)
        pitch, base = self._pitch(), self._first_baseline(box)
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            spare = box.width() - line.naturalTextWidth()
            left = {Qt.AlignmentFlag.AlignRight: spare, Qt.AlignmentFlag.AlignHCenter: spare / 2}.get(align, 0.0)
            spot = QPointF(box.left() + left - line.x() - _text_left(line), base - line.ascent() - line.y())
            line.draw(painter, spot)
            if self.thick:
                self._thicken(painter, line, spot)
            base += pitch

    def _thicken(self, painter: QPainter, line: QTextLine, spot: QPointF) -> None:
        pen = QPen(painter.pen().color(), pen_width(self.layout.font()))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.strokePath(outlines(line, self.thick).translated(spot), pen)
        painter.restore()

    def _first_baseline(self, box: QRect) -> float:
        """One baseline for every script; moved only as far as letters would leave the box."""
        metrics, count, pitch = QFontMetricsF(self.layout.font()), self.layout.lineCount(), self._pitch()
        base = box.top() + (box.height() - count * pitch) / 2
        base += (pitch - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        reaches = self._all_reaches()
        if not reaches:
            return base
        lowest = base + (count - 1) * pitch + reaches[-1][1]
        base -= max(0.0, lowest - box.top() - box.height())
        return max(base, box.top() + reaches[0][0])

    def _pitch(self) -> float:
        """From one baseline to the next: a line's height, or more where letters would touch."""
        return max([self.line_height, *(upper[1] + lower[0] for upper, lower in pairwise(self._all_reaches()))])

    def _all_reaches(self) -> list[tuple[float, float]]:
        if not self._reaches:
            lines = [self.layout.lineAt(number) for number in range(self.layout.lineCount())]
            self._reaches = [self._reach(line) for line in lines]
        return self._reaches

    def _reach(self, line: QTextLine) -> tuple[float, float]:
        """What the fonts claim where a line has room for it, which is quickly told; else the letters themselves."""
        if line.ascent() + line.descent() <= self.line_height:
            return line.ascent(), line.descent()
        above, below = reach(line)
        more = pen_width(self.layout.font()) / 2 if self.thick else 0.0
        return above + more, below + more


def fit_text(text: str, font: QFont, room: Room, direction: Qt.LayoutDirection) -> FittedText:
    """`text` in its room, at the size of `font` or smaller; cut with an ellipsis where even that is not enough."""
    for way in ways(text, room.lines, room.least):
        share = way.most
        while share > way.least - 1e-6:
            fitted = _laid_out(way, _smaller(font, share), room, share, direction)
            if not fitted.clipped:
                return fitted
            share -= _STEP
    return _cut(text, font, room, direction)


def _laid_out(way: Way, font: QFont, room: Room, share: float, direction: Qt.LayoutDirection) -> FittedText:
    fitted = _in_width(way, font, room, share, direction, room.width)
    if not way.even or fitted.clipped or fitted.layout.lineCount() == 1:
        return fitted
    count = fitted.layout.lineCount()
    whole = QFontMetricsF(font).horizontalAdvance(way.text)
    width = whole / count
    while width < room.width:
        evened = _in_width(way, font, room, share, direction, round(width))
        if not evened.clipped and evened.layout.lineCount() == count:
            return evened
        width += font.pixelSize() / 2
    return fitted


def _in_width(way: Way, font: QFont, room: Room, share: float, direction: Qt.LayoutDirection, width: int) -> FittedText:
    layout = QTextLayout(way.text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(direction)
    option.setWrapMode(way.wrap)
    layout.setTextOption(option)
    thick = thick_pieces(way.text, font, room.strong)
    strong = [_weighted(*piece, QFont.Weight.DemiBold) for piece in room.strong]
    layout.setFormats(strong + [_weighted(*piece, QFont.Weight.Normal) for piece in thick])
    layout.setCacheEnabled(True)
    layout.beginLayout()
    widest, count = 0.0, 0
    while count <= room.lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(_ENDLESS if way.wrap is QTextOption.WrapMode.NoWrap else width)
        widest = max(widest, line.naturalTextWidth())
        count += 1
    layout.endLayout()
    fitted = FittedText(layout, room.line_height * (share if room.lines > 1 else 1.0), widest, thick=thick)
    fitted.clipped = count > room.lines or widest > width + 0.5
    if room.height is not None and not fitted.clipped:
        fitted.clipped = fitted.height > room.height
    return fitted


def _cut(text: str, font: QFont, room: Room, direction: Qt.LayoutDirection) -> FittedText:
    """The beginning of the text in its smallest size, with an ellipsis that is itself in the room."""
    smallest, length = _smaller(font, room.least), float(room.width * room.lines)
    *_, way = ways(text, room.lines, room.least)
    while True:
        words = QFontMetricsF(smallest).elidedText(text, Qt.TextElideMode.ElideRight, length)
        beginning = Way(text=words, wrap=way.wrap, least=room.least)
        fitted = _in_width(beginning, smallest, room, room.least, direction, room.width)
        if not fitted.clipped or length < smallest.pixelSize():
            fitted.clipped = True
            return fitted
        length *= 1 - _STEP


def _weighted(start: int, length: int, heavy: QFont.Weight) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length  # type: ignore[attr-defined]  # the stub leaves the fields out
    weight = QTextCharFormat()
    weight.setFontWeight(heavy)
    made.format = weight  # type: ignore[attr-defined]  # likewise
    return made


def _smaller(font: QFont, share: float) -> QFont:
    made = QFont(font)
    made.setPixelSize(max(8, round(font.pixelSize() * share)))
    return made


def _text_left(line: object) -> float:
    """Where the letters of a laid out line begin within its width."""
    return line.naturalTextRect().left() - line.x()  # type: ignore[attr-defined]  # a QTextLine
