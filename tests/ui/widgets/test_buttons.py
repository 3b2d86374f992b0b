"""Buttons say what they do, also to those who do not see them."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from mixer_app.ui.appearance import Appearance
from mixer_app.ui.widgets import Button, IconButton, restyle


def test_a_button_is_wide_enough_for_words_icon_and_key() -> None:
    plain = Button("Check in and print badge")
    full = Button("Check in and print badge", icon_name="printer", key="Enter")
    assert full.sizeHint().width() > plain.sizeHint().width() + 40


def test_a_button_says_its_words_and_its_key() -> None:
    button = Button("Check in", key="Enter")
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "Check in"
    assert interface.text(QAccessible.Text.Description) == "Enter"


def test_new_words_are_spoken_too() -> None:
    button = Button("Copy")
    button.setText("Copied")
    assert button.accessibleName() == "Copied"


def test_an_icon_button_says_what_it_is_and_its_key() -> None:
    button = IconButton("x", "Close", key="Esc")
    assert button.accessibleName() == "Close"
    assert button.toolTip() == "Close (Esc)"


def test_a_button_that_is_shown_grows_with_its_words_and_with_the_text(
    shown: Callable[..., QWidget], appearance: Appearance
) -> None:
    button = Button("Check in", icon_name="printer", key="Enter")
    shown(button)
    short = button.sizeHint()
    button.setText("Check in and print badge")
    long = button.sizeHint()
    assert long.width() > short.width()
    button.set_key("Shift Enter")
    assert button.sizeHint().width() > long.width()
    button.set_key("Enter")
    appearance.choose_scale(2.0)
    assert button.sizeHint().width() > 1.5 * long.width()
    assert button.sizeHint().height() > long.height()


def test_a_button_of_another_kind_is_measured_anew(shown: Callable[..., QWidget]) -> None:
    button, small = Button("Undo"), Button("Undo", small=True)
    shown(button)
    shown(small)
    assert small.sizeHint() != button.sizeHint()
    restyle(button, small=True)
    assert button.sizeHint() == small.sizeHint()
