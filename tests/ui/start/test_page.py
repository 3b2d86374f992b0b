"""The start: events are opened and made by keys alone."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.events import Event
from mixer_app.services.brand import event_brand
from mixer_app.services.events import list_events
from mixer_app.ui.background import Background
from mixer_app.ui.start import StartPage
from mixer_app.ui.start.new_event_form import NewEventSheet


@pytest.fixture
def page(page_parts: dict[str, Any], shown: Callable[..., QWidget], settled: Callable[[], None]) -> StartPage:
    window = QMainWindow()
    made = StartPage(**page_parts)
    window.setCentralWidget(made)
    shown(window, 1200, 800)
    made.refresh()
    settled()
    return made


def test_without_an_event_the_page_says_what_to_do(page: StartPage) -> None:
    assert page.nothing_label.isVisible()
    assert not page.rows


def test_a_known_event_is_opened_by_enter_or_space(
    page: StartPage, event: Event, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    page.refresh()
    settled()
    page.rows[0].setFocus()
    with qtbot.waitSignal(page.event_opened) as opened:
        qtbot.keyClick(page.rows[0], Qt.Key.Key_Space)
    assert opened.args == [event]


def test_a_row_says_name_rounds_and_day(page: StartPage, event: Event, settled: Callable[[], None]) -> None:
    page.refresh()
    settled()
    spoken = page.rows[0].accessibleName()
    assert event.name in spoken
    assert "5 rounds of 10 min, one mentee at a table" in spoken
    assert "Thursday 5 March 2026" in spoken


def test_a_new_event_is_made_from_the_sheet(page: StartPage, qtbot: QtBot, database: Any) -> None:
    qtbot.keyClick(page.new_button, Qt.Key.Key_Space)
    sheet = page.sheet
    assert sheet is not None
    qtbot.keyClicks(sheet.name_field, "Autumn mixer")
    sheet.date_field.setDate(QDate(2026, 10, 2))
    sheet.rounds_field.setValue(4)
    with qtbot.waitSignal(page.event_opened):
        qtbot.keyClick(sheet.name_field, Qt.Key.Key_Return)
    made = database.read(list_events)[0]
    assert (made.name, made.starts_at, made.rounds) == ("Autumn mixer", datetime(2026, 10, 2, 19, 0), 4)
    assert page.sheet is None


def test_a_new_event_has_its_colour_and_its_logo_from_the_start(
    page: StartPage, qtbot: QtBot, database: Any, settled: Callable[[], None], tmp_path: Path
) -> None:
    (tmp_path / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><rect width="300" height="100"/></svg>'
    )
    page.new_event()
    sheet = page.sheet
    assert sheet is not None
    qtbot.keyClicks(sheet.name_field, "Autumn mixer")
    sheet.logo_field.choose = lambda _: tmp_path / "logo.svg"
    qtbot.mouseClick(sheet.logo_field.choose_button, Qt.MouseButton.LeftButton)
    settled()
    qtbot.keyClicks(sheet.colour_field.code_field, "#F0C264")
    qtbot.keyClick(sheet.colour_field.code_field, Qt.Key.Key_Return)
    sheet.make_button.click()
    assert "too pale" in sheet.note_label.text()
    assert not database.read(list_events)
    qtbot.mouseClick(sheet.colour_field.nearest_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.event_opened):
        qtbot.mouseClick(sheet.make_button, Qt.MouseButton.LeftButton)
    brand = database.read(event_brand, database.read(list_events)[0].id)
    assert brand.accent == sheet.colour_field.colour != ""
    assert brand.logo is not None


def test_an_event_without_a_name_is_asked_for_one(page: StartPage, qtbot: QtBot, database: Any) -> None:
    page.new_event()
    assert page.sheet is not None
    qtbot.keyClick(page.sheet.name_field, Qt.Key.Key_Return)
    assert page.sheet.note_label.text() == "Give the event a name."
    assert page.sheet.name_field.hasFocus()
    assert not database.read(list_events)


def test_escape_closes_the_sheet_and_the_focus_goes_back(page: StartPage, qtbot: QtBot) -> None:
    page.new_button.setFocus()
    page.new_event()
    assert page.sheet is not None
    qtbot.keyClick(page.sheet.name_field, Qt.Key.Key_Escape)
    assert page.sheet is None
    assert page.new_button.hasFocus()


def test_tab_stays_inside_the_sheet(page: StartPage, qtbot: QtBot) -> None:
    page.new_event()
    sheet = page.sheet
    assert sheet is not None
    for _ in range(20):
        focused = page.window().focusWidget()
        assert focused is not None
        assert sheet.isAncestorOf(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    sheet.close_sheet()


def test_the_sheet_says_how_long_the_evening_is(shown: Callable[..., QWidget], background: Background) -> None:
    window = QWidget()
    shown(window, 1000, 700)
    sheet = NewEventSheet(window, date(2026, 3, 5), background)
    sheet.rounds_field.setValue(5)
    sheet.minutes_field.setValue(12)
    sheet.break_field.setValue(3)
    assert sheet.note_label.text() == "5 rounds, 19:00 to 20:12. A mentor meets 5 at most."


def test_groups_are_chosen_with_their_size(shown: Callable[..., QWidget], background: Background, qtbot: QtBot) -> None:
    window = QWidget()
    shown(window, 1000, 700)
    sheet = NewEventSheet(window, date(2026, 3, 5), background)
    assert sheet.planning().seats == 1
    qtbot.mouseClick(sheet.seating.button("groups"), Qt.MouseButton.LeftButton)
    sheet.seats_field.setValue(3)
    assert sheet.planning().seats == 3


def test_doors_after_the_first_round_are_refused(
    shown: Callable[..., QWidget], background: Background, qtbot: QtBot
) -> None:
    window = QWidget()
    shown(window, 1000, 700)
    sheet = NewEventSheet(window, date(2026, 3, 5), background)
    sheet.name_field.setText("Mixer")
    sheet.doors_field.setTime(QTime(20, 0))
    with qtbot.assertNotEmitted(sheet.event_wanted):
        sheet.make_button.click()
    assert sheet.note_label.text() == "The doors open after the first round begins. Make them earlier."


def test_the_sample_event_is_opened_by_one_button(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.event_opened, timeout=30_000) as opened:
        page.sample_button.click()
        assert not page.sample_button.isEnabled()
    assert isinstance(opened.args[0], Event)


def test_the_keyboard_is_on_the_latest_event_once_it_is_read(
    page: StartPage, event: Event, settled: Callable[[], None], qtbot: QtBot
) -> None:
    page.new_button.setFocus()
    page.refresh()
    settled()
    qtbot.waitUntil(page.rows[0].hasFocus)


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this laptop remembers connections."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "Mentor Mixer"


def test_an_address_that_is_pasted_connects_and_is_remembered_without_being_shown(
    page: StartPage, server_database: str, own_folder: Path, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    qtbot.keyClick(page.connect_button, Qt.Key.Key_Space)
    sheet = page.connect_sheet
    assert sheet is not None
    sheet.server_field.setText(f"'{server_database}'")
    assert (sheet.server_field.text(), sheet.database_field.text()) == ("127.0.0.1", "tests")
    assert sheet.password_field.echoMode() is sheet.password_field.EchoMode.Password
    with qtbot.waitSignal(page.database_wanted) as wanted:
        qtbot.keyClick(sheet.server_field, Qt.Key.Key_Return)
    assert "app-password" not in wanted.args[0]
    page.refresh()
    settled()
    (row,) = page.shared_rows
    assert row.accessibleName() == "tests at 127.0.0.1. As app"
    with qtbot.waitSignal(page.database_wanted) as again:
        qtbot.keyClick(row, Qt.Key.Key_Space)
    assert again.args == wanted.args


def test_what_is_wrong_with_a_connection_is_said_in_the_sheet(
    page: StartPage, server_database: str, own_folder: Path, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    page.connect_to_shared()
    sheet = page.connect_sheet
    assert sheet is not None
    sheet.server_field.setText(server_database)
    sheet.password_field.setText("wrong")
    qtbot.mouseClick(sheet.connect_button, Qt.MouseButton.LeftButton)
    settled()
    assert "password" in sheet.note_label.text()
    assert sheet.connect_button.isEnabled()
    assert not list(own_folder.glob("shared*"))
    qtbot.keyClick(sheet.server_field, Qt.Key.Key_Escape)
    assert page.connect_sheet is None


def test_the_last_connection_is_offered_and_its_password_need_not_be_typed_again(
    page: StartPage, server_database: str, own_folder: Path, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    from mixer_app.services.connections import read_connection, remember_connection

    known = read_connection(server_database)
    assert known is not None
    remember_connection(known)
    page.refresh()
    settled()
    page.connect_to_shared()
    sheet = page.connect_sheet
    assert sheet is not None
    assert (sheet.user_field.text(), sheet.password_field.text()) == ("app", "")
    with qtbot.waitSignal(page.database_wanted):
        qtbot.mouseClick(sheet.connect_button, Qt.MouseButton.LeftButton)
