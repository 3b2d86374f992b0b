"""The look in use: colours and fonts by role, sizes at the chosen text scale.

The application object keeps the theme as it keeps its palette and its font; `current()` asks it.
A widget that paints by hand asks in its `paintEvent`, and is painted anew when the look changes.
"""

from collections.abc import Sequence
from functools import cache
from typing import Final

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from mixer_app.ui.tokens import Shape, Space, Tokens, load_tokens

NAMES: Final = ("light", "dark")
SCALES: Final = (1.0, 1.5, 2.0)
_PROPERTY: Final = "mixerTheme"


class Theme:
    """One of the two colour themes at one text scale."""

    def __init__(self, tokens: Tokens, name: str, families: Sequence[str], scale: float = 1.0) -> None:
        self.name = name
        self.scale = scale
        self.space: Space = tokens.space
        self.shape: Shape = tokens.shape
        self._tokens = tokens
        self._families = [tokens.family, *(family for family in families if family != tokens.family)]
        self._colors = {role: QColor(value) for role, value in tokens.colors[name].items()}
        self._fonts: dict[tuple[str, bool], QFont] = {}  # a font that is made anew looks its families up anew

    @property
    def dark(self) -> bool:
        """Whether this is the dark theme."""
        return self.name == "dark"

    def turned(self, name: str) -> "Theme":
        """The theme of this name in the same faces, at 100 %: for a window with a look of its own."""
        return Theme(self._tokens, name, self._families)

    def color(self, role: str) -> QColor:
        """The colour of a role of `tokens.toml`, such as `accent` or `fit3`."""
        return QColor(self._colors[role])

    def fit(self, step: int) -> QColor:
        """The tint of a score step, 0 (weak) to 4 (very strong)."""
        return self.color(f"fit{step}")

    def mix(self, role: str, other: str, share: float) -> QColor:
        """`role` with `share` of `other` in it, for hover and pressed grounds."""
        first, second = self._colors[role], self._colors[other]
        return QColor.fromRgbF(
            *(
                a + (b - a) * share
                for a, b in zip(first.getRgbF()[:3], second.getRgbF()[:3], strict=True)  # type: ignore[index]  # the stub says object
            )
        )

    def font(self, look: str = "body", *, tabular: bool = False) -> QFont:
        """The font of a look; `tabular` for numbers that stand under each other."""
        if (look, tabular) not in self._fonts:
            self._fonts[look, tabular] = self._made_font(look, tabular=tabular)
        return QFont(self._fonts[look, tabular])

    def _made_font(self, look: str, *, tabular: bool) -> QFont:
        chosen = self._tokens.looks[look]
        font = QFont()
        font.setFamilies(self._families)
        font.setPixelSize(self.px(chosen.size))
        font.setWeight(QFont.Weight(chosen.weight))
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def line(self, look: str = "body") -> int:
        """The height of one line of a look, in px."""
        return self.px(self._tokens.looks[look].line)

    def px(self, length: float) -> int:
        """A length that grows with the text, in px."""
        return round(length * self.scale)

    def palette(self) -> QPalette:
        """The palette of the theme, the ground under the style sheet."""
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.color(name))
        palette.setColor(QPalette.ColorRole.PlaceholderText, self.color("text_muted"))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.mix("text_muted", "surface", 0.3))
        return palette


_PALETTE: Final = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "canvas",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface_raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "accent_text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "surface_raised",
    QPalette.ColorRole.Midlight: "canvas",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "text_muted",
    QPalette.ColorRole.Shadow: "text",
}


def load_theme(name: str = "light", scale: float = 1.0, families: Sequence[str] = ()) -> Theme:
    """The light or the dark theme; `families` are tried where the first face lacks a letter."""
    return Theme(_tokens(), name, families, scale)


def make_current(app: QGuiApplication, theme: Theme) -> None:
    """Let the application keep `theme`; showing it is `appearance.apply_theme`."""
    app.setProperty(_PROPERTY, theme)
    current.cache_clear()


@cache
def current() -> Theme:
    """The theme that the application shows; the light one before any was applied."""
    app = QGuiApplication.instance()
    theme = app.property(_PROPERTY) if app is not None else None
    return theme if isinstance(theme, Theme) else load_theme()


@cache
def _tokens() -> Tokens:
    return load_tokens()
