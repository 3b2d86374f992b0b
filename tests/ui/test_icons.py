"""Icons follow the theme and are sharp."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication

from mixer_app.paths import resource
from mixer_app.ui.appearance import apply_theme
from mixer_app.ui.icons import icon, icon_pixmap
from mixer_app.ui.theme import load_theme


def darkest(image: QImage) -> int:
    opaque = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return min(color.lightness() for color in opaque if color.alpha() > 250)


def test_an_icon_follows_the_theme(qapp: QApplication, families: list[str]) -> None:
    kept = icon("users", "text")
    light = darkest(kept.pixmap(QSize(24, 24)).toImage())
    apply_theme(qapp, load_theme("dark", 1.0, families))
    dark = darkest(kept.pixmap(QSize(24, 24)).toImage())
    apply_theme(qapp, load_theme("light", 1.0, families))
    assert light < 60 < 180 < dark


def test_an_icon_is_drawn_at_the_resolution_of_the_screen() -> None:
    pixmap = icon_pixmap("users", "accent", 20, 2.0)
    assert pixmap.size() == QSize(40, 40)
    assert pixmap.devicePixelRatio() == 2.0


def test_a_disabled_icon_is_paler() -> None:
    shown = icon("check", "text", weight="bold")
    assert shown.pixmap(QSize(24, 24), QIcon.Mode.Disabled).toImage() != shown.pixmap(QSize(24, 24)).toImage()


def test_the_same_icon_is_drawn_once() -> None:
    assert icon_pixmap("x", "text", 16).cacheKey() == icon_pixmap("x", "text", 16).cacheKey()


@pytest.mark.parametrize("weight", ["regular", "bold", "fill"])
def test_every_icon_takes_a_colour(weight: str) -> None:
    files = list(resource("icons", weight).glob("*.svg"))
    assert files
    assert all("currentColor" in file.read_text("utf-8") for file in files)


def test_the_licence_stands_beside_the_icons() -> None:
    assert "MIT" in next(resource("icons").glob("LICENSE*")).read_text("utf-8")
