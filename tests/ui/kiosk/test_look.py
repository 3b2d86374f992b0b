"""How large a kiosk is on the screen that it has."""

import pytest
from PySide6.QtCore import QSize

from mixer_app.ui.kiosk.look import unit_for


@pytest.mark.parametrize(
    ("width", "height", "dots_per_inch", "unit"),
    [
        (1280, 800, 96, 1.0),
        (1024, 700, 96, 1.0),
        (1920, 1080, 96, 1.35),
        (3840, 2160, 96, 2.7),  # a large monitor is filled
        (1280, 800, 130, 1.2),  # 64 px are never under 15 mm
        (1920, 1200, 400, 1.6),  # no screen is as fine as that: its driver is wrong
        (1280, 800, 149, 1.2),  # a tablet: header, field, hits, keyboard and footer have their place before 15 mm
        (800, 1280, 149, 1.03),  # upright
        (1024, 600, 96, 0.9),  # everything is a little smaller rather than cut
    ],
)
def test_everything_grows_with_the_screen(width: int, height: int, dots_per_inch: float, unit: float) -> None:
    assert unit_for(QSize(width, height), dots_per_inch) == pytest.approx(unit)
