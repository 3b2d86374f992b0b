"""Menus with round corners."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget


def menu(parent: QWidget) -> QMenu:
    """An empty menu in the look of the application; it goes when it closes only if its owner says so."""
    made = QMenu(parent)
    made.setWindowFlags(made.windowFlags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint)
    made.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    return made


def pop_up(shown: QMenu, beside: QWidget) -> None:
    """Show a menu below a button; it goes when it is closed."""
    shown.aboutToHide.connect(shown.deleteLater)
    shown.popup(beside.mapToGlobal(beside.rect().bottomLeft()))
    if (first := next((action for action in shown.actions() if action.isEnabled()), None)) is not None:
        shown.setActiveAction(first)
