"""Fonts, measures and colours of the theme, made once for each look: ten thousand rows ask for them often."""

from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QFontMetrics

from mixer_app.ui import theme
from mixer_app.ui.theme import Theme
from mixer_app.ui.widgets.labels import cut_to_fit


class Ink:
    """What the delegates paint with under one theme at one text scale."""

    def __init__(self, look: Theme) -> None:
        self.look = look
        self._fonts: dict[str, tuple[QFont, QFontMetrics]] = {}
        self._colors: dict[str, QColor] = {}
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

    def _font(self, name: str) -> tuple[QFont, QFontMetrics]:
        if name not in self._fonts:
            font = self.look.font(name)
            self._fonts[name] = (font, QFontMetrics(font))
        return self._fonts[name]

    def _elide(self, words: str, name: str, width: int) -> str:
        return cut_to_fit(words, self.metrics(name), width)


def ink() -> Ink:
    """The ink of the theme that is shown now."""
    return _ink_of(theme.current())


@lru_cache(maxsize=4)
def _ink_of(look: Theme) -> Ink:
    return Ink(look)
