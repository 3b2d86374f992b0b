"""Keys that belong to one part of a window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def add_shortcut(widget: QWidget, keys: str, act: Callable[[], object]) -> QShortcut:
    """Do `act` for `keys` while the focus is in `widget`, and not for a sheet that lies over it.

    The context is set afterwards: the constructor that takes a callable leaves it at the whole window.
    """
    made = QShortcut(QKeySequence(keys), widget)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.activated.connect(act)
    return made
