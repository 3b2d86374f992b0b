"""The screens of this computer by their numbers, and where on them the main window opens."""

from typing import Final

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

_KEY: Final = "window/geometry"


def find_screen(number: int | None) -> QScreen | None:
    """The screen of this number, from 1; the last one where there are fewer, and Qt's choice for None."""
    screens = QGuiApplication.screens()
    return screens[min(number, len(screens)) - 1] if number and screens else None


def keep_geometry(window: QWidget, settings: QSettings | None) -> None:
    """Remember where this window is."""
    if settings is not None:
        settings.setValue(_KEY, window.saveGeometry())


def take_up_geometry(window: QWidget, settings: QSettings | None) -> bool:
    """Put this window where it was; whether that is known."""
    kept = settings.value(_KEY) if settings is not None else None
    return isinstance(kept, QByteArray) and window.restoreGeometry(kept)


def screen_of_window(settings: QSettings | None) -> QScreen:
    """The screen on which the main window opens."""
    stand_in = QWidget()  # never shown
    known = take_up_geometry(stand_in, settings)
    found = QGuiApplication.screenAt(stand_in.geometry().center()) if known else None
    return found or QGuiApplication.primaryScreen()
