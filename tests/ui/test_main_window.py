"""The main window places the pages and can be driven by keys alone."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.events import Event
from mixer_app.services.check_in import check_in
from mixer_app.ui.appearance import Appearance
from mixer_app.ui.background import Background
from mixer_app.ui.main_window import MainWindow
from mixer_app.ui.page import Page
from mixer_app.ui.places import Place
from mixer_app.ui.rail import RailForm
from mixer_app.ui.widgets import SearchField


class PlainPage(Page):
    """A page with a search field and a button that counts how often it is asked to refresh."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.refreshed = 0
        self.targets: list[object] = []
        self.field = SearchField("Search", name="Search")
        self.button = QPushButton("Do it")
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.button)

    def refresh(self) -> None:
        self.refreshed += 1

    def search_field(self) -> QWidget:
        return self.field

    def show_target(self, target: object) -> None:
        self.targets.append(target)


PLACES = (
    Place("overview", "Overview", "squares-four", lambda: PlainPage),
    Place("people", "People", "users", lambda: PlainPage),
    Place("plan", "Plan", "grid-four", lambda: PlainPage, wants_width=True),
)


@pytest.fixture
def window(
    database: Any,
    background: Background,
    clock: Callable[[], datetime],
    appearance: Appearance,
    shown: Callable[..., QWidget],
    event: Event,
) -> Iterator[MainWindow]:
    made = MainWindow(
        database=database,
        background=background,
        station="Desk 1",
        clock=clock,
        appearance=appearance,
        places=PLACES,
    )
    shown(made, 1440, 900)
    made.open_event(event)
    yield made
    made.close()


def press(window: MainWindow, keys: str) -> None:
    """Press a shortcut of the window."""
    found = [shortcut for shortcut in window.findChildren(QShortcut) if shortcut.key().toString() == keys]
    assert len(found) == 1, keys
    found[0].activated.emit()


def test_an_event_opens_on_its_overview(window: MainWindow, event: Event) -> None:
    assert window.place == "overview"
    assert window.windowTitle() == f"{event.name} – Mentor Mixer"
    assert window.page("overview").event_shown == event


def test_pages_are_made_on_the_first_visit(window: MainWindow) -> None:
    before = len(window.stack.pages)
    press(window, "Alt+2")
    assert window.place == "people"
    assert len(window.stack.pages) == before + 1
    press(window, "Alt+1")
    press(window, "Alt+2")
    assert len(window.stack.pages) == before + 1


def test_the_plan_asks_for_the_width_of_the_rail(window: MainWindow) -> None:
    assert window.rail.form is RailForm.WIDE
    window.go_to("plan")
    assert window.rail.form is RailForm.NARROW
    window.resize(1024, 700)
    assert window.rail.form is RailForm.ICONS


def test_control_f_puts_the_cursor_into_the_search(window: MainWindow) -> None:
    page = window.page("overview")
    assert isinstance(page, PlainPage)
    page.button.setFocus()
    press(window, "Ctrl+F")
    assert page.field.hasFocus()


def test_f6_goes_from_region_to_region_and_round(window: MainWindow) -> None:
    page = window.page("overview")
    window.rail.entries["overview"].setFocus()
    press(window, "F6")
    assert page.isAncestorOf(window.focusWidget())
    press(window, "F6")
    assert window.rail.isAncestorOf(window.focusWidget())
    press(window, "Shift+F6")
    assert page.isAncestorOf(window.focusWidget())


def test_a_page_leads_to_another_with_what_to_show(window: MainWindow) -> None:
    window.page("overview").go_to.emit("people", "relocation")
    page = window.page("people")
    assert window.place == "people"
    assert isinstance(page, PlainPage)
    assert page.targets == ["relocation"]


def test_what_a_page_has_done_can_be_undone_from_the_message_bar(window: MainWindow, qtbot: QtBot) -> None:
    undone: list[bool] = []
    window.page("overview").said.emit("Kwame Mensah is checked in", lambda: undone.append(True))
    assert window.message_bar.sentence == "Kwame Mensah is checked in"
    qtbot.mouseClick(window.message_bar.action_button, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert window.message_bar.sentence == ""


def test_a_failure_stays_in_the_message_bar(window: MainWindow) -> None:
    window.page("overview").failed.emit("The file is not a table. Choose another.")
    assert window.message_bar.sentence == "The file is not a table. Choose another."
    assert window.message_bar.action_button.isHidden()


def test_a_change_of_another_station_refreshes_the_page(
    window: MainWindow, qtbot: QtBot, add: Callable[..., Any], settled: Callable[[], None]
) -> None:
    page = window.page("overview")
    assert isinstance(page, PlainPage)
    window.watch.look()
    qtbot.waitUntil(lambda: window.watch.known is not None)
    before = page.refreshed
    add("Kwame Mensah")
    window.watch.look()
    qtbot.waitUntil(lambda: page.refreshed > before, timeout=5000)


def test_control_z_takes_back_what_this_station_did(
    window: MainWindow,
    qtbot: QtBot,
    database: Any,
    add: Callable[..., Any],
    event: Event,
    clock: Callable[[], datetime],
) -> None:
    person = add("Kwame Mensah")
    database.write(check_in, event.id, person.code, station="Desk 1", now=clock())
    press(window, "Ctrl+Z")
    qtbot.waitUntil(lambda: "Kwame Mensah" in window.message_bar.sentence, timeout=5000)
    assert window.message_bar.sentence.startswith("Undone")
    press(window, "Ctrl+Shift+Z")
    qtbot.waitUntil(lambda: window.message_bar.sentence.startswith("Done again"), timeout=5000)


def test_control_z_takes_back_what_is_in_no_journal_and_was_told_last_also_after_the_sentence_went(
    window: MainWindow,
    database: Any,
    add: Callable[..., Any],
    event: Event,
    clock: Callable[[], datetime],
    qtbot: QtBot,
) -> None:
    database.write(check_in, event.id, add("Kwame Mensah").code, station="Desk 1", now=clock())
    undone: list[bool] = []
    page = window.page("overview")
    page.said.emit("A4 labels is corrected from now on.", lambda: undone.append(True))
    window.message_bar.close_button.click()
    press(window, "Ctrl+Z")
    assert undone == [True]
    assert window.message_bar.sentence == ""

    page.said.emit("A4 labels is corrected from now on.", lambda: undone.append(True))
    page.changed.emit()
    press(window, "Ctrl+Z")
    qtbot.waitUntil(lambda: window.message_bar.sentence.startswith("Undone: Checked in Kwame"), timeout=5000)
    assert undone == [True]


def test_nothing_to_undo_is_said(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "Ctrl+Z")
    qtbot.waitUntil(lambda: bool(window.message_bar.sentence), timeout=5000)
    assert window.message_bar.sentence == "There is nothing to undo at this station."


def test_the_look_can_be_changed_by_keys(window: MainWindow, appearance: Appearance) -> None:
    press(window, "Ctrl+Shift+L")
    assert appearance.mode == "dark"
    press(window, "Ctrl++")
    assert appearance.scale == 1.5
    assert window.rail.form is RailForm.ICONS
    press(window, "Ctrl+-")
    press(window, "Ctrl+Shift+L")
    assert (appearance.mode, appearance.scale) == ("light", 1.0)


def test_size_and_place_of_the_window_are_remembered(
    page_parts: dict[str, Any], appearance: Appearance, tmp_path: Any, shown: Callable[..., QWidget]
) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    first = MainWindow(**page_parts, appearance=appearance, places=PLACES, settings=settings)
    shown(first, 700, 600)
    first.close()
    second = MainWindow(**page_parts, appearance=appearance, places=PLACES, settings=settings)
    shown(second)
    assert second.size() == first.size()
    second.close()


def test_enter_presses_the_button_that_has_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page("overview")
    assert isinstance(page, PlainPage)
    page.button.setFocus()
    with qtbot.waitSignal(page.button.clicked):
        qtbot.keyClick(page.button, Qt.Key.Key_Return)


def test_the_first_window_fits_on_its_screen(
    database: Any, background: Background, clock: Callable[[], datetime], appearance: Appearance
) -> None:
    made = MainWindow(
        database=database,
        background=background,
        station="Desk 1",
        clock=clock,
        appearance=appearance,
        places=PLACES,
    )
    room = made.screen().availableSize()
    assert made.width() <= room.width()
    assert made.height() < room.height()
    made.close()
