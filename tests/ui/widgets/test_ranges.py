"""Charts of what is not certain: as high as their figures, and heard as well as seen."""

from collections.abc import Callable

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from mixer_app.ui import theme
from mixer_app.ui.widgets.ranges import RangeBar, RangeColumns, Ranged


def count(image: QImage, role: str, *, left: float = 0.0, right: float = 1.0) -> int:
    """Pixels in the colour of a role, between two shares of the width."""
    color = theme.current().color(role)
    columns = range(int(left * image.width()), int(right * image.width()))
    return sum(image.pixelColor(x, y) == color for x in columns for y in range(image.height()))


def test_a_higher_column_for_a_larger_figure(shown: Callable[..., QWidget]) -> None:
    chart = RangeColumns("mentee", unit=" %")
    shown(chart, 400, 176)
    chart.show_columns([Ranged("1", 20, 20, 20), Ranged("2", 80, 80, 80)], "Of the mentees, 20 % have 1 meeting")
    image = chart.grab().toImage()
    assert count(image, "mentee", right=0.5) * 3 < count(image, "mentee", left=0.5)
    assert chart.accessibleName() == chart.toolTip() == "Of the mentees, 20 % have 1 meeting"


def test_a_range_is_drawn_over_its_column(shown: Callable[..., QWidget]) -> None:
    chart = RangeColumns("mentor")
    shown(chart, 400, 176)
    chart.show_columns([Ranged("1", 10, 10, 10)], "")
    sure = count(chart.grab().toImage(), "text")
    chart.show_columns([Ranged("1", 2, 10, 18)], "")
    assert count(chart.grab().toImage(), "text") > sure + 40


def test_a_chart_of_nothing_is_empty(shown: Callable[..., QWidget]) -> None:
    chart = RangeColumns("mentor")
    shown(chart, 400, 176)
    assert count(chart.grab().toImage(), "mentor") == 0
    chart.show_columns([Ranged("1", 0, 0, 0)], "Nobody")
    assert count(chart.grab().toImage(), "mentor") == 0


def test_a_bar_is_solid_up_to_the_low_end_and_faint_beyond(shown: Callable[..., QWidget]) -> None:
    bar = RangeBar("mentee")
    shown(bar, 200, 16)
    bar.show_range(5, 10, 10, "Between 5 and 10")
    image = bar.grab().toImage()
    look = theme.current()
    assert image.pixelColor(40, 8) == look.color("mentee")
    assert image.pixelColor(150, 8).name() == look.mix("mentee", "surface", 0.6).name()
    bar.show_range(-3, 0, 10, "Nothing")
    assert bar.grab().toImage().pixelColor(40, 8) == look.color("line")
    assert bar.accessibleName() == "Nothing"
