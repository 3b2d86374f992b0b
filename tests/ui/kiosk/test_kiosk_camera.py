"""At the kiosk a code before the camera is a code under the scanner."""

import threading
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mixer_app.domain import kiosk_happenings as happen
from mixer_app.domain.errors import MixerError
from mixer_app.domain.kiosk import Hint, KioskScreen
from mixer_app.ui.camera_source import open_camera
from mixer_app.ui.kiosk.window import KioskWindow

from ..test_camera import BLANK, FakeCamera, picture_of
from .conftest import PIN, Person
from .test_window import person_named, touch, type_letters

LONG = 20_000


@pytest.fixture
def camera() -> Iterator[FakeCamera]:
    """A camera before which nobody holds anything yet."""
    made = FakeCamera()
    yield made
    made.unplugged.set()


def looking(kiosk: Person, camera: FakeCamera) -> KioskWindow:
    """A kiosk whose scan card was touched, and whose camera is open by now."""
    window = kiosk.open(camera=lambda: camera)
    touch(kiosk.qtbot, window.pages.welcome.scan_card)
    kiosk.qtbot.waitUntil(lambda: "before the camera" in said(window), timeout=LONG)
    return window


def said(window: KioskWindow) -> str:
    return window.pages.welcome.scan_card.accessibleName()


def closes(kiosk: Person, window: KioskWindow, camera: FakeCamera) -> None:
    assert not window.camera.scanner.running
    kiosk.qtbot.waitUntil(camera.closed.is_set, timeout=LONG)
    assert "camera" not in said(window)
    finder = window.pages.welcome.viewfinder
    assert not finder.isVisible()
    assert not finder.shows_picture
    assert finder.mirror.take(QSize(40, 30)) is None, "a picture of somebody is kept"


def pictured(kiosk: Person, camera: FakeCamera) -> KioskWindow:
    """A kiosk that shows the picture of its camera."""
    window = looking(kiosk, camera)
    kiosk.qtbot.waitUntil(window.pages.welcome.viewfinder.isVisible, timeout=LONG)
    return window


def test_people_see_themselves_in_the_scan_card_as_in_a_mirror(kiosk: Person, camera: FakeCamera) -> None:
    camera.pictures = [np.hstack([np.full((720, 640), 10, np.uint8), np.full((720, 640), 240, np.uint8)])]
    window = kiosk.open(camera=lambda: camera)
    card = window.pages.welcome.scan_card
    closed = card.grab().toImage()
    touch(kiosk.qtbot, card)
    kiosk.qtbot.waitUntil(window.pages.welcome.viewfinder.isVisible, timeout=LONG)
    shown = card.grab().toImage()
    left, right = (QColor(shown.pixel(shown.width() * share // 10, 30)).lightness() for share in (1, 7))
    assert left > 200
    assert right < 40
    window.leave()
    closes(kiosk, window, camera)
    assert card.grab().toImage() == closed


def test_another_touch_closes_the_picture_and_the_next_opens_it_again(kiosk: Person, camera: FakeCamera) -> None:
    window = pictured(kiosk, camera)
    assert said(window) == "Close the camera. Hold your code before the camera"
    touch(kiosk.qtbot, window.pages.welcome.scan_card)
    closes(kiosk, window, camera)
    assert window.state.screen is KioskScreen.WELCOME
    assert window.state.hint is Hint.NONE
    touch(kiosk.qtbot, window.pages.welcome.scan_card)
    kiosk.qtbot.waitUntil(window.pages.welcome.viewfinder.isVisible, timeout=LONG)


def test_who_touches_twice_while_it_opens_sees_the_picture(kiosk: Person, camera: FakeCamera) -> None:
    ready = threading.Event()

    def slowly() -> Any:
        ready.wait(20)
        return camera

    window = kiosk.open(camera=slowly)
    touch(kiosk.qtbot, window.pages.welcome.scan_card)
    touch(kiosk.qtbot, window.pages.welcome.scan_card)
    ready.set()
    kiosk.qtbot.waitUntil(window.pages.welcome.viewfinder.isVisible, timeout=LONG)


def test_the_picture_stays_while_a_code_is_not_known(kiosk: Person, camera: FakeCamera) -> None:
    window = pictured(kiosk, camera)
    camera.pictures = [picture_of("ZZZZZZZZ")]
    finder = window.pages.welcome.viewfinder
    kiosk.qtbot.waitUntil(lambda: "do not know this code" in finder.sentence_label.text(), timeout=LONG)
    assert finder.isVisible()
    assert finder.sentence_label.isVisible()
    window.visit.tick(8.1)
    assert finder.sentence_label.text() == "Hold your code before the camera"


@pytest.mark.parametrize(("larger", "says"), [(False, True), (True, False)])
def test_in_a_low_card_the_picture_has_all_the_room(
    kiosk: Person, camera: FakeCamera, larger: bool, says: bool
) -> None:
    window = kiosk.open(camera=lambda: camera, size=(1024, 700))
    if larger:
        window.visit.happen(happen.LargerText())
    touch(kiosk.qtbot, window.pages.welcome.scan_card)
    finder = window.pages.welcome.viewfinder
    kiosk.qtbot.waitUntil(finder.isVisible, timeout=LONG)
    assert finder.sentence_label.isVisible() is says
    assert finder.geometry() == window.pages.welcome.scan_card.rect()


def test_a_touch_on_the_scan_card_opens_the_camera_and_a_code_before_it_is_known(
    kiosk: Person, camera: FakeCamera
) -> None:
    window = pictured(kiosk, camera)
    camera.pictures = [picture_of(person_named(kiosk, "Adaeze").code)]
    kiosk.qtbot.waitUntil(lambda: window.state.screen is KioskScreen.CONFIRM, timeout=LONG)
    assert window.pages.confirm.who.given.text() == "Adaeze"
    closes(kiosk, window, camera)


def test_a_screen_reader_says_where_to_hold_the_code_once_the_camera_is_open(
    kiosk: Person, camera: FakeCamera, heard: list[str]
) -> None:
    looking(kiosk, camera)
    assert heard == ["Hold your code before the camera"]


def test_the_camera_is_closed_until_somebody_asks_for_it(kiosk: Person, camera: FakeCamera) -> None:
    window = kiosk.open(camera=lambda: camera)
    kiosk.settle(window)
    assert not window.camera.scanner.running
    assert camera.given == 0


def test_scan_instead_of_typing_opens_it_as_well(kiosk: Person, camera: FakeCamera) -> None:
    window = kiosk.open(camera=lambda: camera)
    window.visit.happen(happen.TypeChosen())
    window.pages.search.scan_wanted.emit()
    kiosk.qtbot.waitUntil(lambda: "before the camera" in said(window), timeout=LONG)
    assert window.state.screen is KioskScreen.WELCOME


def test_an_unknown_code_is_told_and_the_next_is_read(kiosk: Person, camera: FakeCamera) -> None:
    window = looking(kiosk, camera)
    camera.pictures = [picture_of("ZZZZZZZZ")]
    kiosk.qtbot.waitUntil(lambda: "do not know this code" in said(window), timeout=LONG)
    camera.pictures = [picture_of(person_named(kiosk, "Chidi").code)]
    kiosk.qtbot.waitUntil(lambda: window.state.screen is KioskScreen.CONFIRM, timeout=LONG)
    assert window.pages.confirm.who.given.text() == "Chidi"


def test_the_camera_closes_when_nobody_is_there(kiosk: Person, camera: FakeCamera) -> None:
    window = pictured(kiosk, camera)
    window.visit.tick(30)
    assert window.camera.scanner.running
    window.visit.tick(31)
    closes(kiosk, window, camera)


def test_the_camera_closes_when_one_types_instead(kiosk: Person, camera: FakeCamera) -> None:
    window = pictured(kiosk, camera)
    touch(kiosk.qtbot, window.pages.welcome.type_card)
    closes(kiosk, window, camera)


def test_the_camera_closes_when_staff_leave(kiosk: Person, camera: FakeCamera) -> None:
    window = pictured(kiosk, camera)
    kiosk.qtbot.keyClick(
        QApplication.focusWidget() or window,
        Qt.Key.Key_L,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    )
    closes(kiosk, window, camera)
    type_letters(kiosk, window, PIN)


def test_the_camera_closes_with_the_window(kiosk: Person, camera: FakeCamera) -> None:
    window = pictured(kiosk, camera)
    window.leave()
    closes(kiosk, window, camera)


def test_a_code_read_before_the_camera_closed_is_nobodys(kiosk: Person, camera: FakeCamera) -> None:
    window = looking(kiosk, camera)
    touch(kiosk.qtbot, window.pages.welcome.type_card)
    window.camera.scanner.code_seen.emit(person_named(kiosk, "Adaeze").code)
    kiosk.settle(window)
    assert window.state.screen is KioskScreen.SEARCH


@pytest.mark.parametrize(
    ("code", "sentence"), [("en", "below the screen"), ("de", "unter dem Bildschirm"), ("fr", "sous l’écran")]
)
def test_without_the_extra_the_card_says_for_six_seconds_where_the_scanner_is(
    kiosk: Person, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, code: str, sentence: str
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "av", None)
    asked: list[bool] = []

    def source() -> Any:
        asked.append(True)
        return open_camera()

    window = kiosk.open(camera=source)
    window.visit.happen(happen.LanguageChosen(code))
    for _ in range(2):
        touch(qtbot, window.pages.welcome.scan_card)
        qtbot.waitUntil(lambda: sentence in said(window), timeout=LONG)
        qtbot.waitUntil(lambda: not window.camera.scanner.running, timeout=LONG)
        assert sentence in said(window)
        window.visit.tick(6.1)
        assert sentence not in said(window)
    assert asked == [True]


def test_a_camera_that_is_plugged_in_later_is_found(kiosk: Person, qtbot: QtBot, camera: FakeCamera) -> None:
    window = kiosk.open()
    touch(qtbot, window.pages.welcome.scan_card)
    qtbot.waitUntil(lambda: "below the screen" in said(window), timeout=LONG)
    window.camera.scanner._open_source = lambda: camera
    touch(qtbot, window.pages.welcome.scan_card)
    qtbot.waitUntil(lambda: "before the camera" in said(window), timeout=LONG)


def test_a_camera_that_fails_is_told_for_six_seconds_in_the_language_in_use(
    kiosk: Person, qtbot: QtBot, camera: FakeCamera
) -> None:
    window = looking(kiosk, camera)
    window.visit.tick(20)
    camera.unplugged.set()
    qtbot.waitUntil(lambda: "camera cannot be used" in said(window), timeout=LONG)
    window.visit.tick(5)
    window.visit.happen(happen.LanguageChosen("de"))
    assert "Kamera ist nicht verfügbar" in said(window)
    window.visit.tick(6.1)
    assert "Kamera" not in said(window)


def test_a_camera_that_another_program_has_is_told(kiosk: Person, qtbot: QtBot) -> None:
    def taken() -> Any:
        raise MixerError("The camera “Webcam” cannot be used: another program has it.")

    window = kiosk.open(camera=taken)
    touch(qtbot, window.pages.welcome.scan_card)
    qtbot.waitUntil(lambda: "camera cannot be used" in said(window), timeout=LONG)


def test_the_picture_of_a_camera_without_a_code_changes_nothing(kiosk: Person, camera: FakeCamera) -> None:
    window = looking(kiosk, camera)
    camera.pictures = [BLANK]
    given = camera.given
    kiosk.qtbot.waitUntil(lambda: camera.given > given + 3, timeout=LONG)
    assert window.state.screen is KioskScreen.WELCOME
    assert window.camera.scanner.running
