"""The parts are joined: a window on a database, another database, a mistake that does not end it."""

import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mixer_app.app import Running, prepare, run_application, run_projector, stay_in_kiosk
from mixer_app.domain.errors import MixerError
from mixer_app.domain.evening import ActKind, LiveAct
from mixer_app.domain.evening_clock import schedule_of
from mixer_app.domain.kiosk_happenings import PinWanted
from mixer_app.services import kiosk_marker
from mixer_app.services.staff_pin import set_pin
from mixer_app.store.live_acts import add_act
from mixer_app.ui.kiosk.place import KioskPlace
from mixer_app.ui.kiosk.window import KioskWindow
from mixer_app.ui.report_dialog import ReportDialog


@pytest.fixture
def running(qtbot: QtBot, qapp: QApplication, tmp_path: Path, empty_database_file: Path) -> Iterator[Running]:
    location = tmp_path / "one.db"
    location.write_bytes(empty_database_file.read_bytes())
    prepare([])
    made = Running(qapp, None)
    made.open_database(str(location))
    yield made
    made.close()
    made.deleteLater()


def test_the_application_opens_on_the_start(running: Running) -> None:
    assert running.window is not None
    assert running.window.isVisible()
    assert running.window.place == "start"


def test_a_named_event_is_opened(running: Running, qtbot: QtBot) -> None:
    event = running.open_sample()
    running.open_event(event.name)
    assert running.window is not None
    assert running.window.place == "overview"
    assert running.window.event_shown == event


def test_a_station_that_is_opened_anew_goes_on_with_the_evening_that_is_under_way(
    running: Running, tmp_path: Path
) -> None:
    running.open_event(None)
    assert running.window is not None
    assert running.window.place == "start"
    event = running.open_sample()
    began = LiveAct(kind=ActKind.START, at=datetime.now(UTC), round=1, schedule=schedule_of(event))
    running._database.write(add_act, event.id, began, station="Control")
    running.open_database(str(tmp_path / "one.db"))
    running.open_event(None)
    window = running.window
    assert (window.place, window.event_shown) == ("live", event)


def test_an_unknown_event_is_refused_with_a_sentence(running: Running) -> None:
    with pytest.raises(MixerError, match="There is no event"):
        running.open_event("Nobody's evening")


def test_another_database_takes_the_place_of_the_first(running: Running, tmp_path: Path) -> None:
    first = running.window
    assert first is not None
    first.database_wanted.emit(str(tmp_path / "two.db"), "")
    assert running.window is not None
    assert running.window is not first
    assert (tmp_path / "two.db").exists()


def test_staff_leave_a_kiosk_by_pin_and_its_program_ends(
    qapp: QApplication, database: Any, event: Any, now: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database.write(set_pin, "2468", old=None, station="Test", now=now)
    prepare([])
    monkeypatch.setattr(kiosk_marker, "user_data", lambda: tmp_path)
    shown: list[KioskWindow] = []

    def leave() -> None:
        if not shown:
            shown[:] = [one for one in qapp.topLevelWidgets() if isinstance(one, KioskWindow) and one.isVisible()]
            shown[0].visit.happen(PinWanted())
            shown[0].visit.check_pin("2468")

    QTimer.singleShot(100, qapp, leave)
    late = QTimer(interval=20_000, singleShot=True)
    late.timeout.connect(partial(qapp.exit, 3))
    late.start()
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    place = KioskPlace(station="Kiosk 9", printer="")
    assert stay_in_kiosk(qapp, settings, str(tmp_path / "mixer.db"), None, place) == 0
    assert late.isActive()
    late.stop()
    waits, rang = QEventLoop(), list[bool]()
    QTimer.singleShot(20, waits, partial(rang.append, True))
    QTimer.singleShot(40, waits, waits.quit)
    waits.exec()
    assert rang, "the application was ended with the kiosk, so that no window after it can wait for anything"


def test_a_file_that_is_no_database_is_refused_and_the_window_stays(running: Running, tmp_path: Path) -> None:
    wrong = tmp_path / "letter.db"
    wrong.write_text("Dear colleagues, this is not a database. " * 40, "utf-8")
    first = running.window
    assert first is not None
    first.database_wanted.emit(str(wrong), "")
    assert running.window is first
    assert first.message_bar.sentence


def test_a_mistake_shows_a_report_and_the_application_goes_on(
    running: Running, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    try:
        raise ZeroDivisionError("for Adaeze")
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert running.window is not None
    dialogs = running.window.findChildren(ReportDialog)
    assert len(dialogs) == 1
    assert "ZeroDivisionError" in dialogs[0].report_field.toPlainText()
    dialogs[0].copy_button.click()
    assert "ZeroDivisionError" in QApplication.clipboard().text()
    dialogs[0].close_button.click()
    assert running.window.isVisible()
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    caplog.clear()


def test_a_refusal_in_a_slot_becomes_a_sentence(running: Running) -> None:
    refusal = MixerError("The table is full. Choose another.")
    sys.excepthook(MixerError, refusal, None)
    assert running.window is not None
    assert running.window.message_bar.sentence == "The table is full. Choose another."


def test_the_first_window_loads_neither_solver_nor_printer(tmp_path: Path) -> None:
    script = (
        "import sys; from mixer_app.app import Running, prepare; app = prepare([]); running = Running(app, None);"
        f"running.open_database({str(tmp_path / 'first.db')!r}); running.close();"
        "print([name for name in ('ortools', 'reportlab', 'openpyxl', 'numpy', 'rapidfuzz') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def test_closing_gives_back_what_was_taken(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    hook: Callable[..., Any] = sys.excepthook
    running.close()
    assert sys.excepthook != hook
    assert running.window is None


def test_a_mistake_before_the_window_is_there_is_shown_and_ends_the_start(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    reports: list[str] = []

    def broken(running: Running, location: str | None, *, event: str | None, plain_allowed: bool) -> None:
        raise KeyError("a mistake of ours")

    monkeypatch.setattr("mixer_app.app.user_data", lambda: tmp_path)
    monkeypatch.setattr("mixer_app.app.set_up_logging", lambda folder: None)
    monkeypatch.setattr(Running, "open_database", broken)
    monkeypatch.setattr(ReportDialog, "exec", lambda dialog: reports.append(dialog.report_field.toPlainText()))
    assert run_application(None) == 1
    caplog.clear()
    assert "KeyError" in reports[0]


CLOSES_IT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from mixer_app.app import prepare, run_projector

def close_it():
    for window in QApplication.topLevelWidgets():
        if window.objectName() == "projector" and window.isVisible():
            print(window.accessibleName(), window.view.accessibleDescription())
            window.close()

looking = QTimer(prepare([]), interval=20)
looking.timeout.connect(close_it)
looking.start()
sys.exit(run_projector(sys.argv[1], sys.argv[2], full=False))
"""


def test_a_projector_opens_on_the_event_and_ends_with_its_window(tmp_path: Path, database: Any, event: Any) -> None:
    """In a process of its own, as staff open it."""
    home = {name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "LOCALAPPDATA")}
    done = subprocess.run(
        [sys.executable, "-c", CLOSES_IT, str(database.path), event.name],
        env=os.environ | home, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"Projector of {event.name}")


def test_a_projector_of_an_event_that_there_is_not_is_refused(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: Any, event: Any
) -> None:
    monkeypatch.setattr("mixer_app.app.user_data", lambda: tmp_path)
    monkeypatch.setattr("mixer_app.app.user_logs", lambda: tmp_path)
    monkeypatch.setattr("mixer_app.app.set_up_logging", lambda folder: None)
    with pytest.raises(MixerError, match="There is no event"):
        run_projector(str(database.path), "Nobody's evening")
