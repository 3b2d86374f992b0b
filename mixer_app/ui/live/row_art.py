"""How a row of the Live page's lists is painted: mark, name and role, a second line, and what stands at its end."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen

from mixer_app.ui.theme import Theme
from mixer_app.ui.widgets.labels import cut_to_fit, from_the_left
from mixer_app.ui.widgets.roles import WORDS, paint_role, role_color, role_width

EDGE = 20
_MARK = 12


def row_height(look: Theme) -> int:
    """Of every row, with the line under it."""
    return look.px(56) + 1


def paint_ground(painter: QPainter, rect: QRect, look: Theme, *, current: bool, last: bool) -> None:
    """The line under a row, and the ring of the row that has the keyboard."""
    if not last:
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.color("line"))
    if current:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color("accent"), 2))
        painter.drawRoundedRect(rect.toRectF().adjusted(5, 4, -5, -5), 8, 8)


def paint_person(
    painter: QPainter, rect: QRect, look: Theme, *, name: str, role: str, detail: str, urgent: bool = False
) -> None:
    """Who it is, at the left of `rect`."""
    marks = role_width(role, look, word="", size=_MARK)
    box = QRect(rect.left() + look.px(EDGE), rect.top(), marks, rect.height())
    paint_role(painter, box, role, look, word="", size=_MARK)
    left = box.left() + max(marks, look.px(14)) + look.px(12)
    line = look.line("body")
    top = rect.top() + (rect.height() - 2 * line) // 2
    width = rect.right() - left
    word, word_font, name_font = WORDS[role], look.font("body"), look.font("body_strong")
    word_width = QFontMetrics(word_font).horizontalAdvance(word) + look.px(8)
    metrics = QFontMetrics(name_font)
    shown = cut_to_fit(name, metrics, max(width - word_width, look.px(24)))
    painter.setFont(name_font)
    painter.setPen(look.color("text"))
    painter.drawText(QRect(left, top, width, line), _LEFT, from_the_left(shown))
    painter.setFont(word_font)
    painter.setPen(role_color(role, look))
    after = left + metrics.horizontalAdvance(shown) + look.px(8)
    painter.drawText(QRect(after, top, max(rect.right() - after, 0), line), _LEFT, word)
    painter.setPen(look.color("bad" if urgent else "text_muted"))
    cut = cut_to_fit(detail, QFontMetrics(word_font), width)
    painter.drawText(QRect(left, top + line, width, line), _LEFT, from_the_left(cut))


def paint_toggles(painter: QPainter, rects: list[QRect], words: list[str], look: Theme, *, pressed: int | None) -> None:
    """Buttons joined into one, of which one may be pressed."""
    if not rects:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    around = QRectF(rects[0].united(rects[-1])).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(look.color("line"), 1))
    painter.setBrush(look.color("surface_raised"))
    painter.drawRoundedRect(around, 8, 8)
    for rect in rects[1:]:
        painter.drawLine(QPointF(rect.left() + 0.5, around.top()), QPointF(rect.left() + 0.5, around.bottom()))
    for number, (rect, word) in enumerate(zip(rects, words, strict=True)):
        if number == pressed:
            painter.setPen(QPen(look.color("accent"), 2))
            painter.setBrush(look.color("accent_soft"))
            painter.drawPath(_joined(QRectF(rect).adjusted(1, 1, -1, -1), number == 0, number == len(rects) - 1))
        painter.setFont(look.font("body_strong"))
        painter.setPen(look.color("accent" if number == pressed else "text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, word)


def paint_chip(painter: QPainter, rect: QRect, text: str, look: Theme, *, fresh: bool) -> None:
    """A table as a chip; `fresh`: it is the new place."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen if fresh else QPen(look.color("line"), 1))
    painter.setBrush(look.color("accent_soft" if fresh else "canvas"))
    painter.drawRoundedRect(rect.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    painter.setFont(look.font("body_strong", tabular=True))
    ink: QColor = look.color("accent" if fresh else "text")
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def _joined(rect: QRectF, first: bool, last: bool) -> QPainterPath:
    """A rectangle that is round only where the joined buttons end."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, 7, 7)
    if not first:
        path.addRect(QRectF(rect.left(), rect.top(), rect.width() / 2, rect.height()))
    if not last:
        path.addRect(QRectF(rect.center().x(), rect.top(), rect.width() / 2, rect.height()))
    return path.simplified()


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
