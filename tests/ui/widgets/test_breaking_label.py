"""A long word breaks instead of pushing what stands beside it out of sight."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mixer_app.ui.widgets import label
from mixer_app.ui.widgets.breaking_label import BreakingLabel

LONG = "Wolfeschlegelsteinhausenbergerdorff"


def beside_a_button(words: QWidget) -> tuple[QWidget, QPushButton]:
    """A row of words and a button, as high as it needs to be."""
    window, button = QWidget(), QPushButton("Undo")
    column, row = QVBoxLayout(window), QHBoxLayout()
    row.addWidget(words, 1)
    row.addWidget(button)
    column.addLayout(row)
    column.addStretch(1)
    return window, button


@pytest.mark.parametrize("name", [LONG, f"Wolfgang {LONG} of the Lagoon Teaching Hospital", f"\u200eليلى {LONG}"])
def test_a_long_word_leaves_the_button_beside_it_in_sight_and_is_whole(
    shown: Callable[..., QWidget], name: str
) -> None:
    words = BreakingLabel(name, "title")
    window, button = beside_a_button(words)
    shown(window, 260, 300)

    assert window.width() == 260
    assert button.geometry().right() < 260
    assert words.text() == name
    assert words.height() == words.heightForWidth(words.width()) >= 2 * words.fontMetrics().height()
    picture = words.grab().toImage()
    ground = picture.pixelColor(0, 0)
    last = range(picture.height() - words.fontMetrics().height(), picture.height())
    assert any(picture.pixelColor(x, y) != ground for y in last for x in range(picture.width()))


def test_words_that_have_room_look_as_in_any_other_label(shown: Callable[..., QWidget]) -> None:
    name = "María Fernández-Villavicencio y Ruiz"
    ours, window = BreakingLabel(name, "muted"), QWidget()
    theirs = label(name, "muted", wrap=True)
    column = QVBoxLayout(window)
    column.addWidget(ours)
    column.addWidget(theirs)
    shown(window, 200, 200)

    assert ours.height() == theirs.height()
    assert ours.grab().toImage() == theirs.grab().toImage()
    window.resize(400, 200)
    assert ours.grab().toImage() == theirs.grab().toImage()


def test_broken_words_have_the_colour_of_their_tone(shown: Callable[..., QWidget]) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    quiet, loud = BreakingLabel(LONG * 2), BreakingLabel(LONG * 2, tone="bad")
    column.addWidget(quiet)
    column.addWidget(loud)
    shown(window, 200, 200)

    assert quiet.grab().toImage() != loud.grab().toImage()
