"""A long entry in a narrow list."""

from collections.abc import Callable
from typing import Any

from mixer_app.ui.widgets.combos import ElidedCombo


def test_a_long_entry_ends_with_an_ellipsis_and_a_short_one_is_whole(shown: Callable[..., Any]) -> None:
    combo = ElidedCombo("stock_combo")
    combo.addItem("Avery L7163, address labels, test first")
    combo.addItem("A4")
    shown(combo, 160, 36)
    assert combo.shown_text.startswith("Avery")
    assert combo.shown_text.endswith("…")
    combo.setCurrentIndex(1)
    assert combo.shown_text == "A4"
