"""Whatever the script, the letters of a field stand on one line."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from mixer_app.ui.appearance import Appearance
from mixer_app.ui.theme import current
from mixer_app.ui.widgets import SearchField
from mixer_app.ui.widgets.line_field import LineField

ALEFS = "\u0627\u0627\u0627"  # they end at the line, as capitals do


def ink(field: QLineEdit, text: str, *, left: int = 0) -> tuple[int, int]:
    """The first and the last row in which the text is dark; an icon at the left is `left` wide."""
    field.setText(text)
    field.end(False)
    picture = field.grab().toImage()
    inside = range(4, picture.height() - 4)
    columns = range(current().px(left) + 4, picture.width() - 4)
    ground = picture.pixelColor(picture.width() // 2, picture.height() // 2).lightness()
    rows = [y for y in inside if sum(abs(picture.pixelColor(x, y).lightness() - ground) > 90 for x in columns) > 1]
    return rows[0], rows[-1]


@pytest.mark.parametrize("large", [True, False], ids=["desk", "people"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_arabic_stands_on_the_line_of_latin_letters(
    shown: Callable[..., QWidget], appearance: Appearance, large: bool, scale: float
) -> None:
    field = SearchField(name="Search", large=large)
    window, other = QWidget(), QLineEdit()
    other.setParent(window)
    field.setParent(window)
    appearance.choose_scale(scale)
    try:
        shown(window, 800, 200)
        field.setGeometry(20, 20, 600, field.sizeHint().height())
        other.setFocus()
        height = field.sizeHint().height()
        latin, arabic = ink(field, "HHH", left=40), ink(field, ALEFS, left=40)

        assert abs(arabic[1] - latin[1]) <= scale
        assert field.sizeHint().height() == height
        assert ink(field, "HHH", left=40) == latin
    finally:
        appearance.choose_scale(1.0)


def test_arabic_that_is_there_from_the_start_stands_on_the_line_too(shown: Callable[..., QWidget]) -> None:
    window = QWidget()
    field, other = LineField(ALEFS, window), QLineEdit(window)
    shown(window, 400, 100)
    field.setGeometry(20, 20, 300, 40)
    other.setFocus()

    assert abs(ink(field, ALEFS)[1] - ink(field, "HHH")[1]) <= 1
