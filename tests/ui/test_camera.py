"""A code before the camera does what the same code from a scanner does."""

import threading
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mixer_app.domain.errors import MixerError
from mixer_app.ui.background import Background
from mixer_app.ui.camera import CameraScanner, read_codes
from mixer_app.ui.camera_button import CameraButton
from mixer_app.ui.camera_source import NO_CAMERA, UNPLUGGED, Picture

CODE = "7KX2M9QD"
BLANK = np.full((720, 1280), 235, np.uint8)


def picture_of(code: str, *, side: int = 180, tilt: int = 0) -> Picture:
    """A room with a badge in it, a little noise, as a webcam of 1280 × 720 sees it."""
    import zxingcpp

    drawn = np.asarray(zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.QRCode).to_image(scale=4))
    rows = np.arange(side) * drawn.shape[0] // side
    small = drawn[rows][:, rows]
    picture = BLANK.copy()
    picture[200 : 200 + side, 500 : 500 + side] = np.rot90(small, tilt)
    noise = np.random.default_rng(5).integers(-20, 20, picture.shape)
    return np.clip(picture.astype(np.int16) + noise, 0, 255).astype(np.uint8)


class FakeCamera:
    """Gives its pictures one after the other, then the last one for ever; `unplug` ends it."""

    def __init__(self, *pictures: Picture) -> None:
        self.pictures, self.given, self.closed = list(pictures) or [BLANK], 0, threading.Event()
        self.unplugged = threading.Event()

    def read(self) -> Picture:
        if self.unplugged.wait(0.005):
            raise MixerError(UNPLUGGED)
        self.given += 1
        return self.pictures[min(self.given, len(self.pictures)) - 1]

    def close(self) -> None:
        self.closed.set()


class Clock:
    """Seconds, set by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def scan(background: Background) -> Any:
    """A scanner on a fake camera; closed at the end."""
    made: list[CameraScanner] = []

    def build(camera: FakeCamera, **how: Any) -> CameraScanner:
        how.setdefault("open_source", lambda: camera)
        scanner = CameraScanner(background, background, **how)  # which outlives the thread that tells of codes
        made.append(scanner)
        return scanner

    yield build
    for scanner in made:
        scanner.stop()


@pytest.mark.parametrize("tilt", [0, 1, 2, 3])
@pytest.mark.parametrize("side", [90, 180, 400])
def test_a_code_is_read_near_and_far_and_any_way_up(side: int, tilt: int) -> None:
    assert read_codes(picture_of(CODE, side=side, tilt=tilt)) == [CODE]


def test_a_picture_without_a_code_has_none() -> None:
    assert read_codes(BLANK) == []


@pytest.mark.speed
def test_a_code_is_found_in_300_ms() -> None:
    """One picture comes 33 ms after the other, so 200 ms of work for one leave room for two."""
    picture = picture_of(CODE)
    read_codes(picture)
    began = time.thread_time()
    assert read_codes(picture) == [CODE]
    assert time.thread_time() - began < 0.2


def test_the_first_picture_with_a_code_tells_it(qtbot: QtBot, scan: Callable[..., CameraScanner]) -> None:
    camera = FakeCamera(BLANK, BLANK, picture_of(CODE), BLANK)
    scanner = scan(camera)
    opened: list[bool] = []
    scanner.opened.connect(lambda: opened.append(True))
    with qtbot.waitSignal(scanner.code_seen, timeout=10_000) as seen:
        scanner.start()
    assert seen.args == [CODE]
    assert opened == [True]


def test_a_badge_that_is_held_still_counts_once_and_again_after_a_while(
    qtbot: QtBot, scan: Callable[..., CameraScanner]
) -> None:
    clock = Clock()
    camera = FakeCamera(picture_of(CODE))
    scanner = scan(camera, clock_s=clock)
    seen: list[str] = []
    scanner.code_seen.connect(seen.append)
    scanner.start()
    qtbot.waitUntil(lambda: camera.given > 5, timeout=20_000)
    assert seen == [CODE]
    camera.pictures = [BLANK]
    given = camera.given
    qtbot.waitUntil(lambda: camera.given > given + 2, timeout=20_000)
    clock.now = 3.0
    camera.pictures = [picture_of(CODE)]
    qtbot.waitUntil(lambda: seen == [CODE, CODE], timeout=20_000)


def test_a_camera_that_is_unplugged_is_told_and_can_be_started_again(
    qtbot: QtBot, scan: Callable[..., CameraScanner]
) -> None:
    camera = FakeCamera(BLANK)
    scanner = scan(camera)
    scanner.start()
    qtbot.waitUntil(lambda: camera.given > 0, timeout=10_000)
    with qtbot.waitSignal(scanner.lost, timeout=10_000) as told:
        camera.unplugged.set()
    assert told.args == [UNPLUGGED]
    assert camera.closed.is_set()
    assert not scanner.running
    camera.unplugged.clear()
    camera.pictures = [picture_of(CODE)]
    with qtbot.waitSignal(scanner.code_seen, timeout=10_000):
        scanner.start()


def test_a_camera_that_is_turned_off_is_let_go(qtbot: QtBot, scan: Callable[..., CameraScanner]) -> None:
    camera = FakeCamera(BLANK)
    scanner = scan(camera)
    scanner.start()
    qtbot.waitUntil(lambda: camera.given > 0, timeout=10_000)
    scanner.stop()
    qtbot.waitUntil(camera.closed.is_set, timeout=10_000)


def test_opened_again_at_once_it_waits_until_the_camera_is_let_go(
    qtbot: QtBot, scan: Callable[..., CameraScanner]
) -> None:
    reading, go_on = threading.Event(), threading.Event()
    first, second = FakeCamera(BLANK), FakeCamera(picture_of(CODE))
    plain_read = first.read

    def read() -> Picture:
        reading.set()
        go_on.wait(20)
        return plain_read()

    first.read = read  # type: ignore[method-assign]
    cameras, taken_too_early = [first, second], list[bool]()

    def open_next() -> FakeCamera:
        if cameras[0] is second:
            taken_too_early.append(not first.closed.is_set())
        return cameras.pop(0)

    scanner = scan(first, open_source=open_next)
    scanner.start()
    qtbot.waitUntil(reading.is_set, timeout=10_000)
    scanner.stop()
    with qtbot.waitSignal(scanner.code_seen, timeout=10_000):
        scanner.start()
        threading.Timer(0.1, go_on.set).start()
    scanner.stop()
    assert taken_too_early == [False]


def test_a_camera_that_is_gone_after_it_was_turned_off_is_nobodys_news(
    qtbot: QtBot, scan: Callable[..., CameraScanner]
) -> None:
    camera = FakeCamera(BLANK)
    scanner = scan(camera)
    lost: list[str] = []
    scanner.lost.connect(lost.append)
    scanner.start()
    qtbot.waitUntil(lambda: camera.given > 0, timeout=10_000)
    camera.unplugged.set()
    scanner.stop()
    qtbot.waitUntil(camera.closed.is_set, timeout=10_000)
    camera.unplugged.clear()
    camera.pictures = [picture_of(CODE)]
    with qtbot.waitSignal(scanner.code_seen, timeout=10_000):
        scanner.start()
    assert lost == []
    assert scanner.running


def test_the_button_is_pressed_while_the_camera_is_open_and_says_when_there_is_none(
    qtbot: QtBot, background: Background, shown: Callable[..., Any]
) -> None:
    def none() -> Any:
        raise MixerError(NO_CAMERA)

    scanner = CameraScanner(background, open_source=none)
    button = shown(CameraButton(scanner))
    told: list[str] = []
    scanner.lost.connect(told.append)
    button.click()
    assert button.isChecked()
    assert button.accessibleName() == "The camera scans"
    qtbot.waitUntil(lambda: told == [NO_CAMERA], timeout=10_000)
    assert not button.isChecked()
    assert button.accessibleName() == "Scan with the camera"
