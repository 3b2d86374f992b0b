"""Labels fit their place and keep what they say."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from mixer_app.ui.widgets import ElidedLabel, label, restyle

LONG = "Wolfeschlegelsteinhausenbergerdorff, Venkata Subrahmanyam Krishnamurthy of the Lagoon Teaching Hospital"


def test_a_long_name_is_cut_and_whole_in_the_tooltip(shown: Callable[..., QWidget]) -> None:
    made = ElidedLabel(LONG)
    shown(made, 160, 24)
    assert made.text().endswith("…")
    assert made.toolTip() == LONG
    assert made.accessibleName() == LONG
    made.resize(2000, 24)
    assert made.text() == LONG
    assert not made.toolTip()


def test_names_are_never_read_as_markup() -> None:
    assert label("<b>Ng</b>").text() == "<b>Ng</b>"
    assert label("<b>Ng</b>").textFormat().name == "PlainText"


def test_another_look_is_seen_at_once(shown: Callable[..., QWidget]) -> None:
    made = label("Saved", "body")
    shown(made)
    before = made.fontInfo().pixelSize()
    restyle(made, look="title")
    assert made.fontInfo().pixelSize() > before
