"""Labels fit their place and keep what they say."""

from collections.abc import Callable

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from mixer_app.ui.appearance import Appearance
from mixer_app.ui.widgets import ElidedLabel, label, restyle
from mixer_app.ui.widgets.labels import cut_to_fit

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


def test_an_arabic_name_is_cut_between_words_and_ends_at_its_left() -> None:
    name = "فاطمة الزهراء الإدريسي Fatima Zahra"
    metrics = QFontMetrics(label().font())
    for room in ("فاطمة الزهراء الإد…", "فاطمة الزهراء ا…"):
        width = metrics.horizontalAdvance(room)
        cut = cut_to_fit(name, metrics, width)
        assert cut == "فاطمة الزهراء…\u200f"
        assert metrics.horizontalAdvance(cut) <= width
    wide = metrics.horizontalAdvance("فاطمة الزهراء الإدريسي Fatima…")
    assert cut_to_fit(name, metrics, wide).startswith("فاطمة الزهراء الإدريسي Fat")
    assert cut_to_fit(name, metrics, 2000) == name


def test_margins_inside_a_label_leave_its_ellipsis_whole(shown: Callable[..., QWidget]) -> None:
    made = ElidedLabel(LONG)
    made.setContentsMargins(40, 0, 0, 0)
    shown(made, 160, 24)
    assert made.fontMetrics().horizontalAdvance(made.text()) <= 120


def test_a_label_with_a_tip_shows_it_whether_cut_or_not(shown: Callable[..., QWidget]) -> None:
    made = ElidedLabel("badges", tip="/home/ada/badges")
    shown(made, 400, 24)
    assert made.toolTip() == "/home/ada/badges"


def test_a_label_wants_the_room_of_its_words_in_its_look_and_scale(
    shown: Callable[..., QWidget], appearance: Appearance
) -> None:
    made = ElidedLabel("Bo Li", "caption")
    shown(made)
    small = made.sizeHint()
    restyle(made, look="title")
    assert made.sizeHint().width() > small.width()
    restyle(made, look="caption")
    assert made.sizeHint().width() == small.width()
    made.setText("Bo Li of the Harbour Clinic")
    assert made.sizeHint().width() > 2 * small.width()
    made.setText("Bo Li")
    appearance.choose_scale(2.0)
    assert made.sizeHint().width() > 1.7 * small.width()
