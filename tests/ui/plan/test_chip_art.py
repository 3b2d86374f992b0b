"""The tints of chips, measured on what is painted."""

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from mixer_app.ui.plan.chip_art import ChipArt
from mixer_app.ui.plan.chips import Chip, ChipKind
from mixer_app.ui.theme import Theme, load_theme


def painted(look: Theme, chip: Chip, *, chosen: bool = False) -> QImage:
    image = QImage(160, 40, QImage.Format.Format_RGB32)
    image.fill(look.color("surface"))
    painter = QPainter(image)
    ChipArt(look, QSize(140, 24), 1.0).paint(painter, QPoint(10, 8), chip, chosen=chosen)
    painter.end()
    return image


def pair(step: int, **said: object) -> Chip:
    return Chip(kind=ChipKind.PAIR, seat=0, text="", step=step, **said)  # type: ignore[arg-type]


def contrast(first: QColor, second: QColor) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: QColor) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("step", range(5))
def test_the_edge_has_the_step_and_the_ground_is_two_steps_paler(qapp: object, name: str, step: int) -> None:
    look = load_theme(name)
    image = painted(look, pair(step))
    edge, ground = image.pixelColor(12, 20), image.pixelColor(80, 20)
    assert ground == (look.fit(step - 2) if step > 1 else look.color("surface"))
    assert edge == (look.fit(step) if step else look.color("surface"))
    assert contrast(look.color("text"), ground) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_weak_pair_has_a_border_that_warns_and_a_free_seat_a_dashed_one(qapp: object, name: str) -> None:
    look = load_theme(name)
    assert painted(look, pair(0)).pixelColor(80, 8) == look.color("warn")
    free = painted(look, Chip(kind=ChipKind.FREE, seat=0, text="", step=None))
    line = [free.pixelColor(x, 8) for x in range(20, 140)]
    assert look.color("text_muted") in line
    assert look.color("surface") in line


def test_the_chosen_chip_has_a_ring_around_it_and_a_followed_one_a_border(qapp: object) -> None:
    look = load_theme("light")
    assert painted(look, pair(4), chosen=True).pixelColor(80, 6) == look.color("accent")
    assert painted(look, pair(4, followed=True)).pixelColor(80, 8) == look.color("accent")
    assert painted(look, pair(4)).pixelColor(80, 8) == look.fit(2)
