"""Text that fits its place: on as many lines as there are, then smaller, and only then cut."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

_STEP = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The place of a text: px, lines, and how far it may shrink."""

    width: int
    lines: int = 1
    line_height: int = 32
    least: float = 0.7  # of its size, before it is cut
    strong: Sequence[tuple[int, int]] = ()  # start and length of what is set in 600


@dataclass(slots=True)
class FittedText:
    """A text laid out in its place, ready to be painted."""

    layout: QTextLayout
    line_height: float
    width: float  # of the widest line
    clipped: bool

    @property
    def height(self) -> int:
        """The height of all lines, in px."""
        return round(self.layout.lineCount() * self.line_height)

    def paint(self, painter: QPainter, box: QRect, align: Qt.AlignmentFlag, color: QColor) -> None:
        """Paint it into `box`: at its left, right or middle, centred on its height."""
        painter.setPen(color)
        metrics = QFontMetricsF(self.layout.font())  # one baseline for every script
        top = box.top() + (box.height() - self.layout.lineCount() * self.line_height) / 2
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            spare = box.width() - line.naturalTextWidth()
            left = {Qt.AlignmentFlag.AlignRight: spare, Qt.AlignmentFlag.AlignHCenter: spare / 2}.get(align, 0.0)
            above = (self.line_height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent() - line.ascent()
            line.draw(painter, QPointF(box.left() + left - line.x() - _text_left(line), top + above - line.y()))
            top += self.line_height


def fit_text(text: str, font: QFont, room: Room, direction: Qt.LayoutDirection) -> FittedText:
    """`text` in its room, at the size of `font` or smaller; cut with an ellipsis where even that is not enough."""
    share = 1.0
    while True:
        fitted = _laid_out(text, _smaller(font, share), room, share, direction)
        if not fitted.clipped or share - _STEP < room.least - 1e-6:
            return fitted if not fitted.clipped else _cut(text, _smaller(font, share), room, share, direction)
        share -= _STEP


def _laid_out(text: str, font: QFont, room: Room, share: float, direction: Qt.LayoutDirection) -> FittedText:
    layout = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.WordWrap if room.lines > 1 else QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([_strong(start, length) for start, length in room.strong])
    layout.setCacheEnabled(True)
    layout.beginLayout()
    widest, count = 0.0, 0
    while count <= room.lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room.width if room.lines > 1 else 100_000)
        widest = max(widest, line.naturalTextWidth())
        count += 1
    layout.endLayout()
    line_height = room.line_height * (share if room.lines > 1 else 1.0)
    return FittedText(layout, line_height, widest, clipped=count > room.lines or widest > room.width + 0.5)


def _cut(text: str, font: QFont, room: Room, share: float, direction: Qt.LayoutDirection) -> FittedText:
    metrics = QFontMetricsF(font)
    words = metrics.elidedText(
        text, Qt.TextElideMode.ElideRight, room.width * room.lines * (1 if room.lines == 1 else 0.9)
    )
    fitted = _laid_out(words, font, room, share, direction)
    fitted.clipped = True
    return fitted


def _strong(start: int, length: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length  # type: ignore[attr-defined]  # the stub leaves the fields out
    weight = QTextCharFormat()
    weight.setFontWeight(QFont.Weight.DemiBold)
    made.format = weight  # type: ignore[attr-defined]  # likewise
    return made


def _smaller(font: QFont, share: float) -> QFont:
    made = QFont(font)
    made.setPixelSize(max(8, round(font.pixelSize() * share)))
    return made


def _text_left(line: object) -> float:
    """Where the letters of a laid out line begin within its width."""
    return line.naturalTextRect().left() - line.x()  # type: ignore[attr-defined]  # a QTextLine
