"""Buttons say what they do, also to those who do not see them."""

from PySide6.QtGui import QAccessible

from mixer_app.ui.widgets import Button, IconButton


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
