"""A screen is found by its number, and that of the main window by where it was."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, QSettings
from PySide6.QtWidgets import QWidget

from mixer_app.ui.screens import find_screen, keep_geometry, screen_of_window, take_up_geometry

LEFT, RIGHT = QRect(0, 0, 800, 600), QRect(800, 0, 800, 600)


def test_a_screen_that_is_not_there_is_the_last_one(put_screens: Callable[..., list[Any]]) -> None:
    first, second = put_screens(LEFT, RIGHT)
    assert find_screen(None) is None
    assert [find_screen(number) for number in (1, 2, 7)] == [first, second, second]


def test_a_window_opens_where_it_was_closed_and_at_first_on_the_main_screen(
    put_screens: Callable[..., list[Any]], shown: Callable[..., QWidget], tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    again = QWidget()
    assert not take_up_geometry(again, None)
    assert not take_up_geometry(again, settings)
    window = shown(QWidget(), 300, 200)
    window.move(120, 90)
    keep_geometry(window, settings)
    assert take_up_geometry(again, settings)
    assert again.geometry() == window.geometry()
    main, other = put_screens(QRect(2000, 0, 800, 600), LEFT)
    assert screen_of_window(None) is main
    assert screen_of_window(settings) is other
    put_screens(QRect(2000, 0, 800, 600))
    assert screen_of_window(settings).geometry().x() == 2000, "the other screen is not connected any more"
    again.deleteLater()
