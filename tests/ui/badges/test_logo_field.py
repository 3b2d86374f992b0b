"""A logo is chosen from a file, shown and removed; what cannot be used is said."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.errors import MixerError
from mixer_app.ui.badges.logo_field import LogoField
from mixer_app.ui.badges.logo_file import read_logo

BAR = '<rect width="{width}" height="100" fill="#0C4"/>'
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100">{BAR}</svg>'


@pytest.fixture
def field(background: Any, shown: Callable[..., QWidget]) -> LogoField:
    made = LogoField(background)
    shown(made, 420, 160)
    return made


@pytest.fixture
def choose(qtbot: QtBot, field: LogoField, settled: Callable[[], None], tmp_path: Path) -> Callable[..., None]:
    """Choose a file with this content: `choose(b"…", "logo.svg")`."""

    def act(content: bytes | None, name: str = "logo.svg") -> None:
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        field.choose = lambda _: path
        qtbot.keyClick(field.choose_button, Qt.Key.Key_Space)
        settled()

    return act


def drawing(width: int = 300) -> bytes:
    return SVG.format(width=width).encode()


def test_a_drawing_becomes_a_sharp_picture_with_its_proportions(
    field: LogoField, choose: Callable[..., None], qtbot: QtBot
):
    with qtbot.waitSignal(field.changed) as told:
        choose(drawing())
    logo = told.args[0]
    assert (logo.width, logo.height) == (1200, 400)
    assert field.logo is logo
    assert "1200 by 400" in field.picture.accessibleName()
    assert field.choose_button.text() == "Choose another"


def test_a_logo_is_removed(field: LogoField, choose: Callable[..., None], qtbot: QtBot):
    choose(drawing())
    with qtbot.waitSignal(field.changed) as told:
        qtbot.mouseClick(field.remove_button, Qt.MouseButton.LeftButton)
    assert told.args == [None]
    assert field.logo is None
    assert field.remove_button.isHidden()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"no picture at all", "no PNG, JPEG or SVG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><rect", "damaged"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>", "other files"),
        (b"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "other files"),
        (None, "cannot be read"),
    ],
    ids=["text", "cut off", "reaches out", "entities", "gone"],
)
def test_what_cannot_be_used_is_said_and_the_old_logo_stays(
    field: LogoField, choose: Callable[..., None], qtbot: QtBot, content: bytes | None, sentence: str
):
    choose(drawing())
    before = field.logo
    with qtbot.assertNotEmitted(field.changed):
        choose(content, "other.svg")
    assert sentence in field.problem_label.text()
    assert field.problem_label.isVisible()
    assert field.logo is before
    choose(drawing(200))
    assert field.problem_label.isHidden()


def test_changing_ones_mind_in_the_dialogue_changes_nothing(field: LogoField, qtbot: QtBot):
    field.choose = lambda _: None
    with qtbot.assertNotEmitted(field.changed):
        qtbot.mouseClick(field.choose_button, Qt.MouseButton.LeftButton)


def test_a_photograph_is_taken_too(tmp_path: Path):
    written = io.BytesIO()
    Image.new("RGB", (400, 300), "#0055AA").save(written, "JPEG")
    (tmp_path / "photo.jpg").write_bytes(written.getvalue())
    assert read_logo(tmp_path / "photo.jpg").width == 400


def test_a_file_that_is_too_heavy_is_not_read(tmp_path: Path):
    with (tmp_path / "heavy.png").open("wb") as heavy:
        heavy.truncate(11_000_000)
    with pytest.raises(MixerError, match="11 MB"):
        read_logo(tmp_path / "heavy.png")
