"""The watchdog notes when the window stands still, and says where it was."""

import logging
import threading
import time
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from mixer_app.ui import watchdog as diagnostic
from mixer_app.ui.watchdog import Stall, Watchdog, slowest, watch_window, words_of


@pytest.fixture
def watchdog(qtbot: QtBot) -> Iterator[Watchdog]:
    """A watchdog that lets a busy machine be: only a long stall counts."""
    parent = QObject()
    made = Watchdog(parent, longest_ms=150)
    made.start()
    qtbot.waitUntil(lambda: made.beats > 2)
    yield made
    if made._timer.isActive():
        made.stop()


def stand_still() -> None:
    time.sleep(0.5)


def test_a_stall_is_noted_with_its_length_and_its_place(
    watchdog: Watchdog, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    QTimer.singleShot(0, stand_still)
    qtbot.waitUntil(lambda: any(stall.lasted_ms > 400 for stall in watchdog.stalls))
    watchdog.stop()
    stall = slowest(watchdog.stalls)
    assert stall is not None
    assert stall.worked_ms < stall.lasted_ms / 2, "it slept"
    assert any("stand_still" in frame for frame in stall.frames)
    told = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert any("stand_still" in line for line in told)
    caplog.clear()


def test_work_is_told_from_waiting(watchdog: Watchdog, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    def work() -> None:
        end = time.thread_time() + 0.4
        while time.thread_time() < end:
            pass

    QTimer.singleShot(0, work)
    qtbot.waitUntil(lambda: any(stall.worked_ms > 350 for stall in watchdog.stalls))
    watchdog.stop()
    caplog.clear()


@pytest.fixture
def of_hangs(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watchdog]:
    """What watches every window, unasked, until it is told to stop."""
    monkeypatch.delenv("MIXER_WATCH", raising=False)
    parent = QObject()
    made = watch_window(parent)
    qtbot.waitUntil(lambda: made.beats > 0)
    yield made
    if made._timer.isActive():
        made.stop()


def hang() -> None:
    time.sleep(1.2)


def test_a_window_that_hung_leaves_a_line_without_being_asked(
    of_hangs: Watchdog, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    QTimer.singleShot(0, hang)
    qtbot.waitUntil(lambda: any(stall.lasted_ms > 700 for stall in of_hangs.stalls))
    qtbot.waitUntil(lambda: any("hang" in line for line in _lines(caplog)))
    QTimer.singleShot(0, hang)
    qtbot.waitUntil(lambda: sum(stall.lasted_ms > 700 for stall in of_hangs.stalls) > 1)
    of_hangs.stop()
    assert len(_lines(caplog)) == 1, "one line a minute is enough"
    caplog.clear()


def test_a_hang_is_told_while_it_lasts(
    of_hangs: Watchdog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(diagnostic, "_HANGS_S", 0.6)
    told: list[str] = []

    def hang_until_told() -> None:
        end = time.monotonic() + 10
        while not told and time.monotonic() < end:
            told.extend(line for line in _lines(caplog) if "still does" in line)
            time.sleep(0.02)

    QTimer.singleShot(0, hang_until_told)
    qtbot.waitUntil(lambda: bool(told), timeout=15_000)
    of_hangs.stop()
    assert "hang_until_told" in told[0]
    assert str(Path.home()) not in told[0]
    caplog.clear()


def test_what_comes_before_the_first_beat_is_no_hang(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    parent = QObject()
    made = watch_window(parent)
    hang()
    qtbot.waitUntil(lambda: made.beats > 0)
    made.stop()
    assert not _lines(caplog)


def test_asked_for_it_watches_more_finely(monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QObject()
    for asked, variable, longest_ms in ((20.0, "", 20.0), (None, "30", 30.0), (None, "1 frame", 16), (None, "", 500)):
        monkeypatch.setenv("MIXER_WATCH", variable)
        made = watch_window(parent, asked)
        made.stop()
        assert made.longest_ms == longest_ms


def _lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == diagnostic.__name__]


class Painter:
    """Stands for what must go on the thread that made it, and at once."""


def test_whoever_is_looked_at_lets_go_of_what_it_holds_itself(
    watchdog: Watchdog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    freed_on: list[int] = []
    freed_in_time: list[bool] = []
    looks, ended = threading.Event(), threading.Event()

    def look_slowly(file: str) -> str:
        looks.set()
        ended.wait(10)
        return file

    def paint() -> None:
        painter = Painter()
        weakref.finalize(painter, lambda: freed_on.append(threading.get_ident()))
        looks.wait(10)

    def paint_all() -> None:
        paint()
        freed_in_time.append(freed_on == [threading.get_ident()])
        ended.set()

    monkeypatch.setattr(diagnostic, "short_path", look_slowly)
    QTimer.singleShot(0, paint_all)
    qtbot.waitUntil(lambda: bool(freed_in_time), timeout=15_000)
    watchdog.stop()
    assert freed_in_time == [True], "a painter that the watchdog holds goes on painting, and dies on its thread"
    caplog.clear()


def test_the_log_names_places_and_no_folders_of_the_user() -> None:
    stall = Stall(lasted_ms=41.6, worked_ms=40.2, frames=("mixer_app/ui/rail.py:12 show", "mixer_app/app.py:3 main"))
    assert words_of(stall) == (
        "The window stood still for 42 ms (at work 40 ms): mixer_app/ui/rail.py:12 show < mixer_app/app.py:3 main"
    )
    assert str(Path.home()) not in words_of(stall)
    assert words_of(Stall(lasted_ms=20, worked_ms=1, frames=())).endswith("not seen where")
