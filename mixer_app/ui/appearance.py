"""Light or dark, and how large the text is: follows the system until a person chooses."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from mixer_app.ui.style_sheet import style_sheet
from mixer_app.ui.theme import NAMES, SCALES, Theme, load_theme, make_current

SYSTEM: Final = "system"


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Show the whole application in `theme`: palette first, then the one style sheet."""
    make_current(app, theme)
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(theme.palette())
    app.setFont(theme.font())
    app.setStyleSheet(style_sheet(theme))


class Appearance(QObject):
    """Shows the application in the chosen look and remembers the choice in `settings`, if there are any."""

    changed = Signal()

    def __init__(self, app: QApplication, families: Sequence[str], settings: QSettings | None = None) -> None:
        super().__init__(app)
        self._app, self._families, self._settings = app, families, settings
        self.mode = str(settings.value("look/mode", SYSTEM)) if settings else SYSTEM
        self.scale = _known_scale(settings.value("look/scale", 1.0)) if settings else 1.0
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def apply(self) -> None:
        """Show the look now."""
        apply_theme(self._app, load_theme(self._name(), self.scale, self._families))
        self.changed.emit()

    def choose_mode(self, mode: str) -> None:
        """`system`, `light` or `dark`."""
        self.mode = mode
        self._keep("look/mode", mode)
        self.apply()

    def choose_scale(self, scale: float) -> None:
        """1, 1.5 or 2 times the text."""
        self.scale = _known_scale(scale)
        self._keep("look/scale", self.scale)
        self.apply()

    def turn_over(self) -> None:
        """From light to dark and back."""
        self.choose_mode("light" if self._name() == "dark" else "dark")

    def step_scale(self, step: int) -> None:
        """One text size larger (+1) or smaller (-1)."""
        position = SCALES.index(self.scale) + step
        self.choose_scale(SCALES[min(max(position, 0), len(SCALES) - 1)])

    def _name(self) -> str:
        if self.mode in NAMES:
            return self.mode
        return "dark" if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"

    def _keep(self, key: str, value: object) -> None:
        if self._settings is not None:
            self._settings.setValue(key, value)

    @Slot()
    def _follow_system(self) -> None:
        if self.mode == SYSTEM:
            self.apply()


def _known_scale(value: object) -> float:
    try:
        scale = float(str(value))
    except ValueError:
        return SCALES[0]
    return scale if scale in SCALES else SCALES[0]
