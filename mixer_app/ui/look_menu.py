"""The menu of the look: light or dark, and the size of the text."""

from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from mixer_app.ui.appearance import Appearance
from mixer_app.ui.theme import SCALES
from mixer_app.ui.widgets.menus import menu

_MODES = {"system": "As the system", "light": "Light", "dark": "Dark"}


def look_menu(appearance: Appearance, parent: QWidget) -> QMenu:
    """A menu with the present choices ticked."""
    made = menu(parent)
    modes = QActionGroup(made)
    for mode, words in _MODES.items():
        action = _choice(made, modes, words, appearance.mode == mode)
        action.triggered.connect(partial(appearance.choose_mode, mode))
    made.addSeparator()
    sizes = QActionGroup(made)
    for scale in SCALES:
        action = _choice(made, sizes, f"Text {scale:.0%}".replace("%", " %"), appearance.scale == scale)
        action.triggered.connect(partial(appearance.choose_scale, scale))
    return made


def _choice(parent: QMenu, group: QActionGroup, words: str, chosen: bool) -> QAction:
    action = parent.addAction(words)
    action.setCheckable(True)
    action.setChecked(chosen)
    group.addAction(action)
    return action
