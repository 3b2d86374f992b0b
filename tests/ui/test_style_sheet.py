"""The style sheet is filled from the tokens alone."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mixer_app.paths import resource
from mixer_app.ui.style_sheet import style_sheet
from mixer_app.ui.theme import load_theme


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_placeholder_is_left(qapp: QApplication, name: str, scale: float) -> None:
    assert "@" not in style_sheet(load_theme(name, scale))


def test_the_template_holds_no_colour() -> None:
    template = resource("themes", "application.qss").read_text("utf-8")
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb\(", template)


def test_lengths_grow_with_the_text(qapp: QApplication) -> None:
    assert "font-size: 28px" in style_sheet(load_theme("light", 2.0))


def test_images_are_in_the_colour_of_the_theme(qapp: QApplication) -> None:
    urls = re.findall(r'url\("([^"]+)"\)', style_sheet(load_theme("dark")))
    assert urls
    accent_text = load_theme("dark").color("accent_text").name()
    assert any(accent_text in Path(url).read_text("utf-8") for url in urls)
