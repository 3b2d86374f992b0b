"""At the desk a badge before the camera is a badge under the scanner."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mixer_app.services.people import get_attendee
from mixer_app.ui.camera import CameraScanner
from mixer_app.ui.camera_source import NOT_INSTALLED
from mixer_app.ui.desk import DeskPage


def test_a_code_before_the_camera_checks_in(
    open_desk: Callable[[], DeskPage], add: Callable[..., Any], database: Any, settled: Callable[[], None]
) -> None:
    ann = add("Ann Smith")
    page = open_desk()
    page.camera.code_seen.emit(ann.code)
    settled()
    assert database.read(get_attendee, ann.id).here
    page.camera.code_seen.emit(ann.code)
    settled()
    assert page.finder.place.interrupts


def test_without_the_extra_the_desk_says_so_and_goes_on(
    qtbot: QtBot, open_desk: Callable[[], DeskPage], settled: Callable[[], None], monkeypatch: Any
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "av", None)
    page = open_desk()
    with qtbot.waitSignal(page.failed, timeout=10_000) as told:
        qtbot.keyClick(page.camera_button, Qt.Key.Key_Space)
        assert page.finder.search.hasFocus()
    assert told.args == [NOT_INSTALLED]
    assert not page.camera_button.isChecked()


def test_going_elsewhere_closes_the_camera(open_desk: Callable[[], DeskPage], monkeypatch: Any) -> None:
    stopped: list[bool] = []
    page = open_desk()
    monkeypatch.setattr(CameraScanner, "stop", lambda scanner: stopped.append(True))
    page.hide()
    assert stopped
