"""Bars say in words what they show."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from mixer_app.ui import theme
from mixer_app.ui.widgets import BarRow, ShareBar


def test_a_row_of_bars_is_one_sentence() -> None:
    assert BarRow("Relocation", 9, 2, most=27, note="Very short").accessibleName() == (
        "Relocation, 9 want, 2 offer, Very short"
    )


def test_a_longer_bar_for_a_larger_number(shown: Callable[..., QWidget]) -> None:
    row = BarRow("Finance", 20, 5, most=20)
    shown(row, 480, 36)
    image = row.grab().toImage()
    look = theme.current()
    lengths = [
        sum(image.pixelColor(x, y) == look.color(role) for x in range(image.width()))
        for role, y in (("mentee", 11), ("mentor", 25))
    ]
    assert lengths[0] > 3 * lengths[1] > 0


def test_a_share_of_nothing_is_empty(shown: Callable[..., QWidget]) -> None:
    bar = ShareBar()
    shown(bar, 100, 8)
    bar.set_parts([("mentor", 0), ("mentee", 0)], 0)
    assert bar.grab().toImage().pixelColor(50, 4) == theme.current().color("line")
