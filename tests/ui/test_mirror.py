"""People see themselves as in a mirror, and nothing of them is kept."""

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from mixer_app.ui.camera_source import Picture
from mixer_app.ui.mirror import Mirror, mirrored

ROOM = QSize(320, 180)


def half_dark() -> Picture:
    """Dark at the left of the camera, which is the right hand of whoever is before it."""
    picture = np.full((360, 640), 220, np.uint8)
    picture[:, :320] = 20
    return picture


def test_what_is_at_the_right_of_the_camera_is_at_the_left_of_the_screen() -> None:
    image = mirrored(half_dark(), ROOM)
    left, right = (QColor(image.pixel(x, 90)).lightness() for x in (20, 300))
    assert left > 200
    assert right < 40


@pytest.mark.parametrize("room", [ROOM, QSize(596, 256), QSize(400, 900), QSize(1920, 1080), QSize(640, 360)])
def test_it_fills_its_room_and_is_no_larger_than_that_needs(room: QSize) -> None:
    size = mirrored(half_dark(), room).size()
    assert size.width() >= room.width()
    assert size.height() >= room.height()
    assert size.width() == room.width() or size.height() == room.height()


def test_the_newest_picture_is_given_once() -> None:
    mirror = Mirror()
    assert mirror.take(ROOM) is None
    mirror.show(half_dark())
    mirror.show(np.full((360, 640), 128, np.uint8))
    taken = mirror.take(ROOM)
    assert taken is not None
    assert QColor(taken.pixel(20, 90)).lightness() == QColor(taken.pixel(300, 90)).lightness()
    assert mirror.take(ROOM) is None


def test_covered_it_keeps_nothing_and_takes_nothing() -> None:
    mirror = Mirror()
    mirror.show(half_dark())
    assert mirror.take(ROOM) is None, "nobody had asked for a picture"
    mirror.show(half_dark())
    mirror.cover()
    mirror.show(half_dark())
    assert mirror.take(ROOM) is None
