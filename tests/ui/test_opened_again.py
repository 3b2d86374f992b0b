"""A laptop that is opened again goes on where it was: also without its server, and what it did is handed over."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QRect, QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mixer_app import app
from mixer_app.app import Running, prepare
from mixer_app.domain.events import EventPlanning
from mixer_app.services.check_in import check_in, head_counts
from mixer_app.services.connections import read_connection, remember_connection, remembered_connections
from mixer_app.services.database import open_database
from mixer_app.services.events import create_event
from mixer_app.services.kiosk_marker import KioskMarker, write_marker
from mixer_app.services.staff_pin import set_pin
from mixer_app.services.stand_in import StandIn, count_waiting, stand_in_of
from mixer_app.ui import left_queues
from mixer_app.ui.kiosk.resuming import resume_kiosks
from mixer_app.ui.last_database import open_last
from mixer_app.ui.main_window import MainWindow
from tests.network import Line
from tests.postgres import on_server
from tests.ui.conftest import EVENING

PLANNING = EventPlanning(name="Spring", starts_at=datetime(2026, 3, 5, 18, 30))


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """What this laptop keeps."""
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def opened(qapp: QApplication, settings: QSettings) -> Iterator[Callable[..., Running]]:
    """Open the application as by a double click, `opened()`, or on a database, `opened(location)`."""
    prepare([])
    made: list[Running] = []

    def build(location: str | None = None) -> Running:
        running = Running(qapp, settings)
        made.append(running)
        if location is not None:
            assert running.open_or_recover(location)
            told = ""
        else:
            done, told = open_last(settings, running.open_or_recover)
            assert done
        running.remember()
        running.open_event(None)
        running.complain(told)
        return running

    yield build
    for running in made:
        running.close()
        running.deleteLater()


def _window(running: Running) -> MainWindow:
    assert running.window is not None
    return running.window


def _roster(window: MainWindow) -> Any:
    return window.page("desk")._roster  # type: ignore[attr-defined]


def _check_in(qtbot: QtBot, window: MainWindow, name: str, here: int) -> None:
    desk: Any = window.page("desk")
    qtbot.waitUntil(lambda: _roster(window) is not None, timeout=15_000)
    desk.finder.search.setFocus()
    qtbot.keyClicks(desk.finder.search, name)
    qtbot.keyClick(desk.finder.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _roster(window).counts.here == here, timeout=5_000)


def _here(evening: SimpleNamespace) -> int:
    return evening.elsewhere.read(head_counts, evening.event.id).here


def _copy_with_an_act(address: str, evening: SimpleNamespace) -> None:
    """Leave on this laptop's disk what a desk leaves that was switched off while its server was away."""
    database = open_database(address)
    place = stand_in_of(database, evening.event.id)
    assert isinstance(place, StandIn)
    assert place.renew(EVENING)
    key = f"#{evening.people[0].id}"
    place.copy.write(check_in, evening.event.id, key, station="Desk 1", now=EVENING, request_id="act 1")
    place.copy.close()
    database.close()


def test_a_laptop_that_was_switched_off_goes_on_without_its_server_and_hands_over_by_itself(
    evening: SimpleNamespace, line: Line, server_database: str, opened: Callable[..., Running], qtbot: QtBot
) -> None:
    first = opened(line.address(server_database))
    _window(first).open_event(evening.event, "desk")
    qtbot.waitUntil(lambda: first._database.has_stand_in, timeout=15_000)
    line.cut()
    qtbot.waitUntil(lambda: _window(first).away.is_away, timeout=10_000)
    _check_in(qtbot, _window(first), "Ann", 1)
    first.close()
    again = opened()
    window = _window(again)
    assert (window.place, window.event_shown and window.event_shown.id) == ("desk", evening.event.id)
    _check_in(qtbot, window, "Bob", 2)
    assert _here(evening) == 0
    line.mend()
    qtbot.waitUntil(lambda: _here(evening) == 2 and not window.away.is_away, timeout=15_000)


def test_opened_without_its_server_it_says_of_which_moment_its_list_is(
    evening: SimpleNamespace, line: Line, server_database: str, opened: Callable[..., Running], qtbot: QtBot
) -> None:
    _copy_with_an_act(line.address(server_database), evening)
    line.cut()
    window = _window(opened(line.address(server_database)))
    seen = EVENING.astimezone()
    told = f"No connection. The list is of {seen.day} {seen:%B} {seen:%H:%M}. Check-in goes on here"
    assert window.away.sentence.startswith(told)
    desk: Any = window.page("desk")
    assert desk.finder.lost_line.text().startswith(told)


def test_the_last_database_is_opened_again_with_the_password_of_the_connections_alone(
    evening: SimpleNamespace, server_database: str, opened: Callable[..., Running], settings: QSettings, tmp_path: Path
) -> None:
    opened(server_database).close()
    assert "app-password" not in (tmp_path / "window.ini").read_text()
    assert opened()._database.location == server_database.replace(":app-password", "")
    assert [one.password for one in remembered_connections()] == ["app-password"]


def test_a_file_that_was_open_last_is_opened_again_and_one_that_is_gone_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: Callable[..., Running]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    spring, away = tmp_path / "spring.db", tmp_path / "away.db"
    opened(str(spring)).close()
    running = opened()
    assert running._database.path == spring
    running.close()
    spring.rename(away)
    running = opened()
    assert running._database.path != spring
    assert not spring.exists()
    assert "spring.db, which was open last, is not there any more." in _window(running).message_bar.sentence


def test_a_server_without_an_answer_or_a_copy_leaves_the_own_file_and_a_sentence(
    evening: SimpleNamespace, line: Line, server_database: str, opened: Callable[..., Running]
) -> None:
    opened(line.address(server_database)).close()
    line.cut()
    running = opened()
    assert running._database.path is not None
    told = _window(running).message_bar.sentence
    assert told.startswith("Nothing answers at ")
    assert told.endswith("This is the database in your own folder.")


def test_the_application_itself_opens_what_was_open_last_but_the_sample_event_nowhere_else_than_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(app, "set_up_logging", lambda folder: None)
    monkeypatch.setattr(app, "resume_kiosks", lambda folder, settings: True)
    monkeypatch.setattr(QApplication, "exec", lambda *_: 0)
    places: list[str | None] = []
    plain_open = Running.open_database
    monkeypatch.setattr(
        Running, "open_database", lambda running, at, **named: (places.append(at), plain_open(running, at, **named))[1]
    )
    spring = str(tmp_path / "spring.db")
    assert app.run_application(spring) == 0
    assert app.run_application(demo=True) == 0
    assert app.run_application() == 0
    assert places == [spring, None, spring]


def test_after_a_power_cut_the_window_opens_locked_beside_the_kiosk_on_the_second_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, put_screens: Callable[..., Any], qtbot: QtBot
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(app, "set_up_logging", lambda folder: None)
    spring = str(tmp_path / "spring.db")
    database = open_database(spring)
    event = database.write(create_event, PLANNING, station="Test", now=EVENING)
    database.write(set_pin, "2468", old=None, station="Test", now=EVENING)
    database.close()
    write_marker(KioskMarker(database=spring, event_id=event.id, station="Kiosk 1", screen=2), tmp_path)
    started: list[list[str]] = []

    def start(_program: str, words: list[str], _environment: object) -> bool:
        started.append(words)
        return True

    put_screens(QRect(0, 0, 800, 600), QRect(800, 0, 800, 600))
    monkeypatch.setattr(
        app, "resume_kiosks", partial(resume_kiosks, markers=tmp_path, run=_wait_for_kiosk, start=start)
    )
    locked: list[bool] = []

    def stay(*_: object) -> int:
        windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]
        locked.extend(window.keeper.lock.is_locked for window in windows)
        return 0

    monkeypatch.setattr(QApplication, "exec", stay)
    assert app.run_application(spring) == 0
    assert [words[words.index("--screen") + 1] for words in started] == ["2"]
    assert locked == [True]


def _wait_for_kiosk(*_: object) -> int:
    raise AssertionError("The desk waits for the kiosk on the other screen")


def test_a_remembered_database_opens_on_its_copy_by_a_click_while_its_server_is_away(
    evening: SimpleNamespace,
    line: Line,
    server_database: str,
    tmp_path: Path,
    opened: Callable[..., Running],
    qtbot: QtBot,
) -> None:
    address = line.address(server_database)
    known = read_connection(address)
    assert known is not None
    remember_connection(known)
    _copy_with_an_act(address, evening)
    line.cut()
    running = opened(str(tmp_path / "own.db"))
    start: Any = _window(running).page("start")
    qtbot.waitUntil(lambda: bool(start.shared_rows), timeout=5_000)
    (row,) = start.shared_rows
    assert row.accessibleName().endswith("1 act at the door waits here: open it to hand it over.")
    qtbot.keyClick(row, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: running._database.path is None, timeout=10_000)
    window = _window(running)
    assert window.place == "desk"
    _check_in(qtbot, window, "Bob", 2)
    window.go_to("start")
    start = window.page("start")
    qtbot.waitUntil(lambda: [row.text() for row in start.rows] == [evening.event.name], timeout=5_000)
    qtbot.keyClick(start.rows[0], Qt.Key.Key_Space)
    assert window.place == "desk", "where something can be done"
    line.mend()
    qtbot.waitUntil(lambda: _here(evening) == 2, timeout=15_000)


def test_what_waits_for_a_database_that_is_not_open_is_handed_over_once_it_answers(
    evening: SimpleNamespace,
    line: Line,
    server_database: str,
    tmp_path: Path,
    opened: Callable[..., Running],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(left_queues, "LOOK_MS", 50)
    address = line.address(server_database)
    known = read_connection(address)
    assert known is not None
    remember_connection(known)
    _copy_with_an_act(address, evening)
    line.cut()
    window = _window(opened(str(tmp_path / "own.db")))
    start: Any = window.page("start")
    qtbot.waitUntil(lambda: bool(start.shared_rows), timeout=5_000)
    assert "waits here" in start.shared_rows[0].accessibleName()
    line.mend()
    qtbot.waitUntil(lambda: _here(evening) == 1, timeout=10_000)
    told = "1 act at the door was handed over to tests at 127.0.0.1."
    qtbot.waitUntil(lambda: window.message_bar.sentence == told, timeout=5_000)
    qtbot.waitUntil(lambda: "waits here" not in start.shared_rows[0].accessibleName(), timeout=5_000)
    assert count_waiting(address) == 0


def test_a_station_whose_password_was_changed_is_told_so_and_goes_on_once_it_has_the_new_one(
    evening: SimpleNamespace, server: str, server_database: str, opened: Callable[..., Running], qtbot: QtBot
) -> None:
    on_server(server, "DROP ROLE IF EXISTS door")
    on_server(server, "CREATE ROLE door LOGIN SUPERUSER PASSWORD 'first'")
    address = server_database.replace("app:app-password@", "door:first@")
    running = opened(address)
    window = _window(running)
    window.open_event(evening.event, "desk")
    qtbot.waitUntil(lambda: running._database.has_stand_in, timeout=15_000)
    on_server(server, "ALTER ROLE door PASSWORD 'second'")
    on_server(server, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'door'")
    told = "The password for door is no longer right. Connect again. Check-in goes on here; plans and edits wait."
    qtbot.waitUntil(lambda: window.message_bar.sentence == told, timeout=10_000)
    assert window.away.sentence == told
    _check_in(qtbot, window, "Ann", 1)
    window.message_bar.action_button.click()
    assert window.place == "start"
    start: Any = window.page("start")
    sheet = start.connect_sheet
    assert sheet.user_field.text() == "door"
    qtbot.keyClicks(sheet.password_field, "second")
    qtbot.keyClick(sheet.password_field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _here(evening) == 1, timeout=15_000)
    assert not _window(running).away.is_away
    assert _window(running).event_shown == evening.event
    running.close()
    on_server(server, "DROP ROLE door")


def test_a_window_does_not_stand_still_while_a_server_that_hangs_is_asked(
    evening: SimpleNamespace,
    line: Line,
    server_database: str,
    tmp_path: Path,
    opened: Callable[..., Running],
    qtbot: QtBot,
) -> None:
    address = line.address(server_database)
    known = read_connection(address)
    assert known is not None
    remember_connection(known)
    _copy_with_an_act(address, evening)
    line.hang()
    running = opened(str(tmp_path / "own.db"))
    window = _window(running)
    with qtbot.waitSignal(window.destroyed, timeout=15_000):
        window.database_wanted.emit(known.location, "")
        assert running.window is window, "it would have waited for the answer"
    assert running._database.path is None
    assert _window(running).place == "desk"
