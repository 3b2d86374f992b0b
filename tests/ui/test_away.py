"""A station whose server goes away says so, goes on with check-in, and hands over what it did."""

import time
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mixer_app.app import Running, prepare
from mixer_app.domain.errors import ConnectionLostError
from mixer_app.domain.events import EventPlanning
from mixer_app.domain.kiosk_person import KioskAnswers
from mixer_app.services.check_in import check_in, head_counts
from mixer_app.services.database import open_database
from mixer_app.services.desk_calls import open_desk_calls
from mixer_app.services.events import create_event
from mixer_app.services.staff_pin import set_pin
from mixer_app.services.stand_in import drop_copies, leave_database, open_database_or_copy, stand_in_of
from mixer_app.ui.appearance import Appearance
from mixer_app.ui.kiosk.place import KioskPlace
from mixer_app.ui.kiosk.running import RunningKiosk
from mixer_app.ui.main_window import MainWindow
from tests.network import Line

NOW = datetime(2026, 3, 5, 18, 12, tzinfo=UTC)


def _desk(window: MainWindow) -> Any:
    return window.page("desk")


def _check_in(qtbot: QtBot, window: MainWindow, name: str) -> None:
    search = _desk(window).finder.search
    search.setFocus()
    qtbot.keyClicks(search, name)
    qtbot.keyClick(search, Qt.Key.Key_Return)


def _here(evening: SimpleNamespace) -> int:
    return evening.elsewhere.read(head_counts, evening.event.id).here


@pytest.mark.parametrize("how", ["hang", "cut"])
def test_a_station_without_its_server_says_so_goes_on_with_check_in_and_hands_over(
    window: MainWindow, evening: SimpleNamespace, line: Line, qtbot: QtBot, how: str
) -> None:
    desk = _desk(window)
    getattr(line, how)()
    qtbot.waitUntil(lambda: window.away.is_away, timeout=10_000)
    assert desk.finder.lost_line.text().startswith("No connection since ")
    assert "Check-in goes on here; plans and edits wait." in desk.finder.lost_line.text()
    assert window.rail.saved_mark.accessibleName().startswith("Offline. No connection since ")
    _check_in(qtbot, window, "Ann")
    qtbot.waitUntil(lambda: desk._roster.counts.here == 1, timeout=5_000)
    _check_in(qtbot, window, "Bob")
    qtbot.waitUntil(lambda: desk._roster.counts.here == 2, timeout=5_000)
    window.undo()
    qtbot.waitUntil(lambda: desk._roster.counts.here == 1, timeout=5_000)
    assert _here(evening) == 0
    line.mend()
    qtbot.waitUntil(lambda: not window.away.is_away, timeout=10_000)
    assert _here(evening) == 1
    assert desk.finder.lost_line.isHidden()
    assert window.message_bar.sentence.startswith("The connection is back.")
    _check_in(qtbot, window, "Cleo")
    qtbot.waitUntil(lambda: _here(evening) == 2, timeout=5_000)


@pytest.mark.speed
@pytest.mark.parametrize("how", ["hang", "cut"])
def test_a_station_without_its_server_says_so_within_three_seconds(
    window: MainWindow, line: Line, qtbot: QtBot, how: str
) -> None:
    began = time.monotonic()
    getattr(line, how)()
    qtbot.waitUntil(lambda: _desk(window).finder.lost_line.isVisible(), timeout=10_000)
    assert time.monotonic() - began < 3.0


def test_what_is_no_check_in_waits_and_says_so(
    window: MainWindow, line: Line, qtbot: QtBot, evening: SimpleNamespace
) -> None:
    desk = _desk(window)
    line.cut()
    qtbot.waitUntil(lambda: window.away.is_away, timeout=10_000)
    card = desk.finder.place.person_card
    qtbot.keyClicks(desk.finder.search, "Ann")
    qtbot.waitUntil(card.check_in_button.isEnabled)
    for button in (card.role_button, card.edit_button, card.note_button):
        assert not button.isEnabled()
        assert "plans and edits wait" in button.toolTip()
    qtbot.keyClicks(desk.walk_in_form.name_edit, "Walter Walk-in")
    assert not desk.walk_in_form.add_button.isEnabled()
    assert "on paper" in desk.walk_in_form.hint_label.text()
    line.mend()
    qtbot.waitUntil(lambda: not window.away.is_away, timeout=10_000)
    assert card.role_button.isEnabled()
    assert desk.walk_in_form.add_button.isEnabled()
    assert desk.walk_in_form.name_edit.text() == "Walter Walk-in"


def test_an_edit_fails_at_once_with_the_sentence_and_nothing_waits_for_the_network(
    window: MainWindow, line: Line, qtbot: QtBot, evening: SimpleNamespace
) -> None:
    from mixer_app.services.people import get_attendee

    line.hang()
    qtbot.waitUntil(lambda: window.away.is_away, timeout=10_000)
    told: list[str] = []
    window._background.run(
        lambda _progress: window._database.read(get_attendee, evening.people[0].id), on_failed=told.append
    )
    qtbot.waitUntil(lambda: bool(told), timeout=1_000)
    assert "plans and edits wait" in told[0]


def test_a_station_that_is_opened_without_its_server_begins_at_the_desk_and_hands_over(
    evening: SimpleNamespace, line: Line, server_database: str, qapp: QApplication, qtbot: QtBot
) -> None:
    address = line.address(server_database)
    database = open_database(address)
    place = stand_in_of(database, evening.event.id)
    assert place is not None
    assert place.renew(NOW)
    place.copy.close()
    database.close()
    line.cut()
    prepare([])
    running = Running(qapp, None)
    try:
        window = running.open_database(address)
        running.open_event(None)
        qtbot.waitUntil(lambda: window.place == "desk" and _desk(window)._roster is not None, timeout=10_000)
        assert "Check-in goes on here" in _desk(window).finder.lost_line.text()
        _check_in(qtbot, window, "Dora")
        qtbot.waitUntil(lambda: _desk(window)._roster.counts.here == 1, timeout=5_000)
        line.mend()
        qtbot.waitUntil(lambda: _here(evening) == 1 and not window.away.is_away, timeout=15_000)
    finally:
        running.close()
        running.deleteLater()


def _copies(tmp_path: Path) -> list[str]:
    return [one.name for one in tmp_path.rglob("check-in without the server/*.db")]


def test_a_laptop_that_opens_another_database_keeps_nothing_of_the_one_it_leaves(
    evening: SimpleNamespace, server_database: str, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    prepare([])
    running = Running(qapp, None)
    try:
        window = running.open_database(server_database)
        window.open_event(evening.event, "desk")
        qtbot.waitUntil(lambda: window._database.has_stand_in, timeout=15_000)
        assert len(_copies(tmp_path)) == 1
        window.database_wanted.emit(str(tmp_path / "own.db"), "")
        qtbot.waitUntil(lambda: _copies(tmp_path) == [], timeout=10_000)
    finally:
        running.close()
        running.deleteLater()


def test_what_waits_for_a_server_that_is_left_stays_and_is_told(
    evening: SimpleNamespace, line: Line, server_database: str, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    prepare([])
    running = Running(qapp, None)
    try:
        window = running.open_database(line.address(server_database))
        window.open_event(evening.event, "desk")
        qtbot.waitUntil(lambda: _desk(window)._roster is not None and window._database.has_stand_in, timeout=15_000)
        line.cut()
        qtbot.waitUntil(lambda: window.away.is_away, timeout=10_000)
        _check_in(qtbot, window, "Ann")
        qtbot.waitUntil(lambda: _desk(window)._roster.counts.here == 1, timeout=5_000)
        window.database_wanted.emit(str(tmp_path / "own.db"), "")
        own = running.window
        assert own is not None
        qtbot.waitUntil(lambda: "is not handed over yet" in own.message_bar.sentence, timeout=10_000)
        assert len(_copies(tmp_path)) == 1
        line.mend()
        assert leave_database(line.address(server_database), lambda: NOW, plain_allowed=True) == ""
        assert (_here(evening), _copies(tmp_path)) == (1, [])
    finally:
        running.close()
        running.deleteLater()


def test_the_copy_of_an_event_goes_when_another_is_shown_unless_a_station_works_with_it(
    window: MainWindow, evening: SimpleNamespace, tmp_path: Path, qtbot: QtBot
) -> None:
    other = evening.elsewhere.write(
        create_event, EventPlanning(name="Next", starts_at=datetime(2026, 4, 5, 18, 30)), station="Control", now=NOW
    )
    kiosk = stand_in_of(window._database, evening.event.id)
    assert kiosk is not None
    assert kiosk.event().name == "Shared"
    window.open_event(other, "desk")
    first, second = evening.event.id, other.id
    qtbot.waitUntil(lambda: window.away.stand_in is not None and window.away.stand_in.event_id == second)
    drop_copies(window._database, lambda: NOW, but=second)
    assert {name.rpartition("-")[2] for name in _copies(tmp_path)} == {f"{first}.db", f"{second}.db"}
    kiosk.copy.close()
    window.open_event(evening.event, "desk")
    only = [f"{first}.db"]
    qtbot.waitUntil(lambda: [name.rpartition("-")[2] for name in _copies(tmp_path)] == only, timeout=10_000)


def test_without_a_copy_a_server_that_does_not_answer_is_refused_with_a_sentence(
    evening: SimpleNamespace, line: Line, server_database: str
) -> None:
    line.cut()
    with pytest.raises(ConnectionLostError, match="Nothing answers"):
        open_database_or_copy(line.address(server_database), None)


def test_a_desk_shows_who_was_checked_in_at_two_of_them_until_somebody_ticks_it_off(
    window: MainWindow, evening: SimpleNamespace, line: Line, qtbot: QtBot
) -> None:
    line.cut()
    qtbot.waitUntil(lambda: window.away.is_away, timeout=10_000)
    _check_in(qtbot, window, "Ann")
    qtbot.waitUntil(lambda: _desk(window)._roster.counts.here == 1, timeout=5_000)
    ann = evening.people[0]
    evening.elsewhere.write(check_in, evening.event.id, ann.code, station="Desk 2", now=NOW)
    line.mend()
    qtbot.waitUntil(lambda: bool(_desk(window).waiting.rows), timeout=15_000)
    row = _desk(window).waiting.rows[0]
    assert "Two stations checked them in: Desk 2," in row.accessibleName()
    assert "A badge may be out twice." in row.accessibleName()
    qtbot.mouseClick(row.done_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not evening.elsewhere.read(open_desk_calls, evening.event.id), timeout=5_000)


def test_a_kiosk_without_its_server_goes_on_and_says_nothing_of_a_lost_connection(
    evening: SimpleNamespace, line: Line, server_database: str, tmp_path: Path, appearance: Appearance, qtbot: QtBot
) -> None:
    evening.elsewhere.write(set_pin, "2468", old=None, station="Control", now=NOW)
    database = open_database(line.address(server_database))
    place = KioskPlace(station="Kiosk 1", screen=1, printer="")
    kiosk = RunningKiosk(database, evening.event.id, place, settings=None, clock=lambda: NOW, markers=tmp_path)
    try:
        kiosk.open_window(full=False)
        qtbot.waitUntil(lambda: database.has_stand_in and kiosk.window.visit.index is not None, timeout=15_000)
        known = kiosk.window.visit.index
        line.hang()
        qtbot.waitUntil(lambda: bool(database.away) and kiosk.window.visit.index is not known, timeout=10_000)
        assert kiosk.window.visit.connected
        with qtbot.waitSignal(kiosk.window.work.admitted, timeout=5_000):
            kiosk.window.work.admit(evening.people[2].id, KioskAnswers(), "", kiosk.window.state.visit)
        assert _here(evening) == 0
        line.mend()
        qtbot.waitUntil(lambda: not database.away and _here(evening) == 1, timeout=15_000)
    finally:
        line.mend()
        kiosk.close()
        kiosk.deleteLater()
        database.close()
