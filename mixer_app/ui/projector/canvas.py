"""A painter in the sizes of the design: 1080 high whatever the screen, so that every screen looks alike."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from mixer_app.ui.theme import Theme

HEIGHT: Final = 1080.0
MARGIN: Final = 96.0
_NARROWEST: Final = 1440.0  # 4:3; a screen that is narrower still makes everything smaller
NARROWED: Final = 0.9
"""To what share of their width letters are made narrower before a text is cut."""

_READABLE: Final = 4.5  # contrast of WCAG
_TIGHTER: Final = {"projector_digits": 0.03, "projector_title": 0.02}
"""By how much of their size large letters stand closer."""

_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"


Inked: TypeAlias = tuple[str, QFont, QColor]


class Canvas:
    """What the pictures are painted with. Lengths are units of the design; x is mirrored where the event is."""

    def __init__(
        self, painter: QPainter, size: QSizeF, look: Theme, *, accent: str = "", mirrored: bool = False
    ) -> None:
        unit = min(size.height() / HEIGHT, size.width() / _NARROWEST)
        self.painter, self.look, self.mirrored = painter, look, mirrored
        self.width, self.height = size.width() / unit, size.height() / unit
        self._accent = readable(QColor(accent), look) if accent else None
        painter.scale(unit, unit)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)

    @staticmethod
    def inner_of(size: QSizeF) -> float:
        """The width between the margins on a screen of this form."""
        unit = min(size.height() / HEIGHT, size.width() / _NARROWEST)
        return size.width() / unit - 2 * MARGIN if unit else 0.0

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * MARGIN

    def color(self, role: str) -> QColor:
        """The colour of a role; the event's own accent if it has one."""
        if self._accent is not None and role == "accent":
            return self._accent
        if self._accent is not None and role in ("fit1", "fit2"):
            return blend(self.look.color("canvas"), self._accent, 0.25 if role == "fit1" else 0.45)
        return self.look.color(role)

    def font(self, style: str, *, weight: int | None = None, tabular: bool = False) -> QFont:
        """The font of a style of the tokens; its advances do not depend on the size of the screen."""
        font = self.look.font(style, tabular=tabular)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if weight is not None:
            font.setWeight(QFont.Weight(weight))
        tighter = _TIGHTER.get(style, 0.0) * font.pixelSize()
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -tighter)
        return font

    def write(
        self,
        text: str,
        x: float,
        baseline: float,
        font: QFont,
        color: QColor,
        *,
        width: float,
        end: bool = False,
        keep_end: bool = False,
    ) -> None:
        """Write at the beginning (or at the end) of a field; what is too long is narrower, then cut."""
        text, font = fitted(text, font, width, keep_end=keep_end)
        self._draw([(text, font, color)], x, baseline, width, end=end)

    def write_run(self, parts: Sequence[Inked], x: float, baseline: float, *, width: float, end: bool = False) -> float:
        """Write words of one sentence in several inks, which stay in their order; the width they took."""
        shown: list[Inked] = []
        left = width
        for text, font, color in parts:
            text, font = fitted(text, font, left)
            left -= breadth(text, font)
            shown.append((text, font, color))
        return self._draw(shown, x, baseline, width, end=end)

    def _draw(self, parts: Sequence[Inked], x: float, baseline: float, width: float, *, end: bool) -> float:
        took = sum(breadth(text, font) for text, font, _ in parts)
        place = self.from_left(x + width - took if end else x, took)
        for text, font, color in parts:
            self.painter.setFont(font)
            self.painter.setPen(color)
            self.painter.drawText(QPointF(place, baseline), text)
            place += breadth(text, font)
        return took

    def bar(self, x: float, y: float, width: float, height: float, color: QColor, radius: float) -> None:
        """A filled rectangle with round corners."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(color)
        self.painter.drawRoundedRect(QRectF(self.from_left(x, width), y, width, height), radius, radius)

    def from_left(self, x: float, width: float) -> float:
        """Where something of this width begins on the screen."""
        return self.width - x - width if self.mirrored else x


def fitted(text: str, font: QFont, width: float, *, keep_end: bool = False) -> tuple[str, QFont]:
    """`text` as it stands in `width`: whole, in narrower letters, or cut with an ellipsis.

    With `keep_end` the last word, which tells people apart, is not cut.
    """
    isolated = f"{_ISOLATE}{text}{_END_OF_ISOLATE}"  # its own direction, its full stop at its own end
    if breadth(isolated, font) <= width:
        return isolated, font
    narrow = QFont(font)
    narrow.setStretch(round(100 * NARROWED))
    metrics = QFontMetricsF(narrow)
    if metrics.horizontalAdvance(isolated) <= width:
        return isolated, narrow
    head, blank, tail = text.rpartition(" ") if keep_end else (text, "", "")
    room = width - metrics.horizontalAdvance(blank + tail)
    if not head or room < metrics.horizontalAdvance("…"):
        head, blank, tail, room = text, "", "", width
    cut = metrics.elidedText(head, Qt.TextElideMode.ElideRight, max(room, 0.0))
    return f"{_ISOLATE}{cut}{blank}{tail}{_END_OF_ISOLATE}", narrow


def breadth(text: str, font: QFont) -> float:
    """How wide a text is."""
    return QFontMetricsF(font).horizontalAdvance(text)


def blend(first: QColor, second: QColor, share: float) -> QColor:
    """`first` with `share` of `second` in it."""
    parts = [(a, b) for a, b in zip(_channels(first), _channels(second), strict=True)]
    return QColor.fromRgbF(*(a + (b - a) * share for a, b in parts))


def readable(accent: QColor, look: Theme) -> QColor:
    """A colour of an event, nearer to the colour of text until it can be read on this look's ground."""
    ground, text = look.color("canvas"), look.color("text")
    for step in range(11):
        mixed = blend(accent, text, step / 10)
        if _contrast(mixed, ground) >= _READABLE:
            return mixed
    return text


def _contrast(first: QColor, second: QColor) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in _channels(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(color: QColor) -> tuple[float, float, float]:
    return color.redF(), color.greenF(), color.blueF()
