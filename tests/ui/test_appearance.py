"""Light or dark as the system says, until a person chooses; the choice is remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.ui import theme
from mixer_app.ui.appearance import Appearance, apply_theme
from mixer_app.ui.look_menu import look_menu
from mixer_app.ui.theme import load_theme


def test_the_choice_is_remembered(qapp: QApplication, families: list[str], tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    first = Appearance(qapp, families, settings)
    first.choose_mode("dark")
    first.choose_scale(1.5)
    settings.sync()
    again = Appearance(qapp, families, QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    assert (again.mode, again.scale) == ("dark", 1.5)
    first.deleteLater()
    again.deleteLater()


def test_nonsense_in_the_settings_is_forgiven(qapp: QApplication, families: list[str], tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("look/scale", "huge")
    made = Appearance(qapp, families, settings)
    assert made.scale == 1.0
    made.deleteLater()


def test_the_application_takes_palette_font_and_look(qapp: QApplication, families: list[str]) -> None:
    dark = load_theme("dark", 1.5, families)
    apply_theme(qapp, dark)
    assert theme.current() is dark
    assert qapp.palette().color(QPalette.ColorRole.Window) == dark.color("canvas")
    assert qapp.font().pixelSize() == 21
    apply_theme(qapp, load_theme("light", 1.0, families))


@pytest.mark.parametrize(("step", "scale"), [(1, 1.5), (-1, 1.0)])
def test_the_text_grows_and_shrinks_in_steps(appearance: Appearance, step: int, scale: float) -> None:
    appearance.step_scale(step)
    assert appearance.scale == scale


def test_turning_over_goes_from_light_to_dark(appearance: Appearance) -> None:
    appearance.turn_over()
    assert theme.current().dark
    appearance.turn_over()
    assert not theme.current().dark


def test_the_menu_ticks_the_present_look_and_changes_it(appearance: Appearance, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    menu: QMenu = look_menu(appearance, window)
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Light", "Text 100 %"]
    next(action for action in menu.actions() if action.text() == "Dark").trigger()
    assert appearance.mode == "dark"
