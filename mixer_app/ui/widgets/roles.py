"""Role marks: filled diamond for a mentor, ring for a mentee, both for both; never colour alone."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mixer_app.ui import theme
from mixer_app.ui.theme import Theme

WORDS: Final = {"mentor": "Mentor", "mentee": "Mentee", "both": "Both"}
_MARKS: Final = {"mentor": ("mentor",), "mentee": ("mentee",), "both": ("mentor", "mentee")}


def paint_mark(painter: QPainter, center: QPointF, role: str, size: float, look: Theme) -> None:
    """Paint one diamond (`mentor`) or ring (`mentee`) of `size` px around `center`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = size / 2
    if role == "mentor":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("mentor"))
        corners = [QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0)]
        painter.drawPolygon(QPolygonF([center + corner for corner in corners]))
    else:
        width = max(2.0, size / 5)
        painter.setPen(QPen(look.color("mentee"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = half - width / 2
        painter.drawEllipse(center, radius, radius)
    painter.restore()


def paint_role(
    painter: QPainter, rect: QRect, role: str, look: Theme, *, word: str | None = None, size: int = 10
) -> int:
    """Paint mark and word at the left of `rect`, centred on its height; the width that they took.

    `role` is `mentor`, `mentee` or `both` (a `Role` will do); `word` replaces its word, empty: the mark alone.
    With a `size` of 0 the word stands alone.
    """
    role = str(role)
    side = look.px(size)
    left = float(rect.left())
    middle = rect.top() + rect.height() / 2
    for mark in _MARKS[role] if size else ():
        paint_mark(painter, QPointF(left + side / 2, middle), mark, side, look)
        left += side + look.px(4)
    text = WORDS[role] if word is None else word
    if not text:
        return round(left - rect.left()) - look.px(4)
    left += look.px(2)
    painter.setFont(role_font(look))
    painter.setPen(role_color(role, look))
    box = QRectF(left, rect.top(), rect.right() + 1 - left, rect.height())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    return _measured_width(role, look, word=word, size=size)


@lru_cache(maxsize=4)
def role_font(look: Theme) -> QFont:
    """The font of a role's word."""
    font = look.font("caption")
    font.setWeight(QFont.Weight.DemiBold)
    return font


def role_color(role: str, look: Theme) -> QColor:
    """The colour of a role's word."""
    return look.color("text" if str(role) == "both" else str(role))


def role_width(role: str, look: Theme, *, word: str | None = None, size: int = 10) -> int:
    """How wide `paint_role` paints."""
    marks = len(_MARKS[str(role)]) * (look.px(size) + look.px(4)) if size else 0
    text = WORDS[str(role)] if word is None else word
    if not text:
        return marks - look.px(4)
    return marks + look.px(2) + QFontMetrics(role_font(look)).horizontalAdvance(text)


@lru_cache(maxsize=64)
def _measured_width(role: str, look: Theme, *, word: str | None, size: int) -> int:
    return role_width(role, look, word=word, size=size)


class RoleMark(QWidget):
    """Mark and word of a role; `soft` sets them on the role's pale ground, a `size` of 0 leaves the word alone."""

    def __init__(
        self,
        role: str = "mentee",
        *,
        word: str | None = None,
        soft: bool = False,
        size: int = 10,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._word, self._soft, self._size = "", word, soft, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_role(role)

    def set_role(self, role: str, word: str | None = None) -> None:
        """Show another role."""
        shown = str(role), self._word if word is None else word
        if shown == (self._role, self._word):
            return
        self._role, self._word = shown
        self.setAccessibleName(WORDS[self._role] if self._word is None else self._word or WORDS[self._role])
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        width = _measured_width(self._role, look, word=self._word, size=self._size) + 1
        if self._soft:
            return QSize(width + 2 * look.px(8), look.px(24))
        return QSize(width, look.line("caption"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        rect = self.rect()
        if self._soft:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("canvas" if self._role == "both" else f"{self._role}_soft"))
            painter.drawRoundedRect(rect, 6, 6)
            rect = rect.adjusted(look.px(8), 0, -look.px(8), 0)
        paint_role(painter, rect, self._role, look, word=self._word, size=self._size)
