"""The kiosk before all other windows: on the only screen, beside people at work, and against a window manager."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.ui.kiosk.front import KioskFront

Make = Callable[[bool], QWidget]
PROGRAMS = ("Xvfb", "openbox", "xdotool")


@pytest.fixture
def kiosk(qtbot: QtBot) -> Iterator[Make]:
    """A window held in front on the only screen, or on one of several."""
    window = QWidget()
    fronts: list[KioskFront] = []

    def make(only_screen: bool) -> QWidget:
        fronts.append(KioskFront(window, has_only_screen=lambda: only_screen))
        window.showFullScreen()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        fronts[0].hold(on=True)
        return window

    yield make
    fronts[0].hold(on=False)
    window.close()


@pytest.fixture
def other(qtbot: QtBot) -> Iterator[QWidget]:
    """The window of another program, not yet shown."""
    window = QWidget()
    yield window
    window.close()


def show(window: QWidget) -> None:
    window.show()
    window.activateWindow()


def test_on_the_only_screen_no_window_stays_before_the_kiosk(kiosk: Make, other: QWidget, qtbot: QtBot) -> None:
    window = kiosk(True)
    seen: list[QWindow | None] = []
    QApplication.instance().focusWindowChanged.connect(seen.append)
    show(other)
    qtbot.waitUntil(lambda: other.windowHandle() in seen)
    qtbot.waitUntil(window.isActiveWindow)


def test_with_several_screens_people_at_work_keep_the_keyboard(kiosk: Make, other: QWidget, qtbot: QtBot) -> None:
    window = kiosk(False)
    show(other)
    qtbot.waitUntil(other.isActiveWindow)
    window.findChildren(KioskFront)[0].look()
    QApplication.processEvents()
    assert other.isActiveWindow()


@pytest.mark.parametrize("only_screen", [True, False])
def test_a_kiosk_that_was_put_away_comes_back(kiosk: Make, qtbot: QtBot, only_screen: bool) -> None:
    window = kiosk(only_screen)
    window.showMinimized()
    qtbot.waitUntil(lambda: window.isFullScreen() and not window.isMinimized())
    window.hide()
    qtbot.waitUntil(window.isVisible)


def test_a_kiosk_that_staff_have_left_stays_away(kiosk: Make, other: QWidget, qtbot: QtBot) -> None:
    window = kiosk(True)
    window.findChildren(KioskFront)[0].hold(on=False)
    show(other)
    qtbot.waitUntil(other.isActiveWindow)
    window.hide()
    QApplication.processEvents()
    assert not window.isVisible()


@contextmanager
def x_server(folder: Path) -> Generator[dict[str, str]]:
    """A screen with a window manager; the environment for programs on it."""
    reading, writing = os.pipe()
    with ExitStack() as ends:

        def start(*words: str, **more: object) -> subprocess.Popen[str]:
            program = subprocess.Popen(words, text=True, stderr=subprocess.DEVNULL, **more)
            ends.callback(program.wait)
            ends.callback(program.terminate)
            return program

        start("Xvfb", "-displayfd", str(writing), "-screen", "0", "800x600x24", pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as told:
            display = f":{told.readline().strip()}"
        names = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        environment = {**os.environ, **names}
        start("openbox", env=environment)
        yield environment


@pytest.mark.skipif(not all(map(shutil.which, PROGRAMS)), reason="needs " + ", ".join(PROGRAMS))
def test_no_key_of_a_window_manager_leads_out(tmp_path: Path) -> None:
    """Alt+Tab gave the keyboard to the next window, which Alt+F4 then closed, and Super+D showed the desktop."""
    with x_server(tmp_path) as environment:

        def xdotool(*words: str) -> str:
            return subprocess.run(
                [shutil.which("xdotool") or "", *words], env=environment, capture_output=True, text=True
            ).stdout.strip()

        def in_front() -> str:
            return xdotool("getactivewindow", "getwindowname")

        script = str(Path(__file__).with_name("window_on_x.py"))
        with subprocess.Popen([sys.executable, script], env=environment, stdout=subprocess.PIPE, text=True) as program:
            try:
                wait_for(lambda: in_front() == "Kiosk")
                time.sleep(0.6)  # until it has looked once; X tells nobody who holds the keyboard
                for keys in ("alt+Tab", "alt+F4", "super+d", "super+e", "alt+space", "alt+Escape", "ctrl+alt+Right"):
                    xdotool("key", keys)
                xdotool("type", "x")
                assert program.stdout is not None
                assert any(line.endswith("x\n") for line in program.stdout)
                assert in_front() == "Kiosk"
                other = xdotool("search", "--name", "^Other$").splitlines()[0]
                xdotool("windowactivate", other)
                wait_for(lambda: in_front() == "Kiosk")
            finally:
                program.kill()


def wait_for(true: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)
