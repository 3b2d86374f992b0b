"""Fonts, measures and colours of the theme, made once for each look: ten thousand rows ask for them often."""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap, QTextLayout

from mixer_app.domain.people import PersonName
from mixer_app.ui import theme
from mixer_app.ui.theme import Theme
from mixer_app.ui.widgets.labels import cut_to_fit


class Ink:
    """What the delegates paint with under one theme at one text scale."""

    def __init__(self, look: Theme) -> None:
        self.look = look
        self._fonts: dict[str, tuple[QFont, QFontMetrics]] = {}
        self._colors: dict[str, QColor] = {}
        self._names: dict[tuple[PersonName, int], QTextLayout] = {}
        self._stamps: dict[tuple[Hashable, int, int, float], QPixmap] = {}
        self.elided = lru_cache(maxsize=4096)(self._elide)

    def font(self, name: str) -> QFont:
        """The font of a text look."""
        return self._font(name)[0]

    def metrics(self, name: str) -> QFontMetrics:
        """The measures of a text look."""
        return self._font(name)[1]

    def color(self, role: str) -> QColor:
        """The colour of a role."""
        if role not in self._colors:
            self._colors[role] = self.look.color(role)
        return self._colors[role]

    def stamp(self, painter: QPainter, rect: QRect, key: Hashable, draw: Callable[[QPainter, QRect], object]) -> None:
        """Paint into `rect` what `draw` paints, which is the same for every row with this `key`."""
        scale = painter.device().devicePixelRatio()
        known = (key, rect.width(), rect.height(), scale)
        if known not in self._stamps:
            if len(self._stamps) >= _MOST_STAMPS:
                self._stamps.clear()
            self._stamps[known] = _painted(rect.size(), scale, draw)
        painter.drawPixmap(rect.topLeft(), self._stamps[known])

    def laid_out(self, name: PersonName, width: int, lay_out: Callable[[PersonName, int], QTextLayout]) -> QTextLayout:
        """A name as `lay_out` sets it in one line of `width`; the names in sight are asked for again and again."""
        known = (name, width)
        if known not in self._names:
            if len(self._names) >= _MOST_NAMES:
                self._names.clear()
            self._names[known] = lay_out(name, width)
        return self._names[known]

    def _font(self, name: str) -> tuple[QFont, QFontMetrics]:
        if name not in self._fonts:
            font = self.look.font(name)
            self._fonts[name] = (font, QFontMetrics(font))
        return self._fonts[name]

    def _elide(self, words: str, name: str, width: int) -> str:
        return cut_to_fit(words, self.metrics(name), width)


_MOST_NAMES: Final = 500
_MOST_STAMPS: Final = 200  # a handful of marks in each width that the columns have had


def _painted(size: QSize, scale: float, draw: Callable[[QPainter, QRect], object]) -> QPixmap:
    pixmap = QPixmap(size * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, QRect(0, 0, size.width(), size.height()))
    painter.end()
    return pixmap


def ink() -> Ink:
    """The ink of the theme that is shown now."""
    return _ink_of(theme.current())


@lru_cache(maxsize=4)
def _ink_of(look: Theme) -> Ink:
    return Ink(look)
