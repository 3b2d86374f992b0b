"""What is the organizer's is behind the PIN by every way that leads there, and nothing of it stays in sight."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu, QVBoxLayout

from mixer_app.domain.answers import Answer
from mixer_app.domain.events import MatchingRules
from mixer_app.domain.people import Attendee
from mixer_app.domain.staff_roles import ACT_OF_PLACE, ALLOWED, StaffRole
from mixer_app.services.answers import record_answer
from mixer_app.services.check_in import check_in
from mixer_app.services.journal import activity
from mixer_app.services.matching_rules import apply_rules
from mixer_app.services.undo_rights import NOT_YOURS
from mixer_app.ui.places import PLACES
from mixer_app.ui.widgets import Button, Sheet

from .conftest import PIN, Staff

OPEN = {place for place, act in ACT_OF_PLACE.items() if act in ALLOWED[StaffRole.HELPER]}
CLOSED = set(ACT_OF_PLACE) - OPEN


def test_it_is_decided_of_every_place_whose_it_is() -> None:
    assert set(ACT_OF_PLACE) == {"start", *(place.key for place in PLACES)}
    assert {"plan", "follow_up", "settings", "programme"} == CLOSED


def test_every_key_of_the_rail_leads_to_a_page_or_to_the_pin(staff: Staff) -> None:
    for number, place in enumerate(PLACES, 1):
        staff.press(f"Alt+{number}")
        assert staff.window.place == (place.key if place.key in OPEN else "locked")
        assert staff.window.rail.entries[place.key].isChecked()


def test_the_pin_opens_what_was_asked_for_and_the_page_was_not_even_made(staff: Staff) -> None:
    for place in sorted(CLOSED):
        staff.qtbot.mouseClick(staff.window.rail.entries[place], Qt.MouseButton.LeftButton)
        assert place not in staff.window._pages
        assert staff.window.focusWidget() is staff.locked.gate.edit
        assert "organizer" in staff.locked.gate.sentence_label.text()
        staff.type_pin(PIN)
        assert staff.window.place == place
        staff.press("Ctrl+L")


def test_a_deep_link_shows_its_target_once_the_pin_is_typed(staff: Staff) -> None:
    staff.window.page("overview").go_to.emit("settings", "pin_card")
    assert staff.window.place == "locked"
    shown: list[object] = []
    staff.window.page("settings").show_target = shown.append  # type: ignore[method-assign]
    staff.type_pin(PIN)
    assert staff.window.place == "settings"
    assert shown == ["pin_card"]


def test_without_the_pin_one_goes_back_to_where_one_was(staff: Staff) -> None:
    staff.window.go_to("people")
    staff.window.go_to("plan")
    assert staff.locked.gate.back_button.text() == "Back to People"
    staff.qtbot.keyClick(staff.locked.gate.edit, Qt.Key.Key_Escape)
    assert staff.window.place == "people"
    staff.press("Ctrl+L")
    staff.qtbot.mouseClick(staff.locked.gate.back_button, Qt.MouseButton.LeftButton)
    assert staff.window.place == "people"


def test_unlocking_at_the_start_needs_no_event(pins: None, open_window: Callable[..., Staff]) -> None:
    staff = open_window("start")
    staff.window.event_shown = None
    staff.window.go_to("start")
    staff.press("Ctrl+L")
    staff.type_pin(PIN)
    assert staff.window.place == "start"


def test_locking_on_a_page_of_the_organizer_shows_the_pin_and_then_the_same_page(staff: Staff) -> None:
    staff.unlock()
    staff.window.go_to("settings")
    staff.press("Ctrl+L")
    assert staff.window.place == "locked"
    assert not staff.window.page("settings").isVisible()
    staff.type_pin(PIN)
    assert staff.window.place == "settings"


def test_nothing_of_the_answers_stays_in_the_window(
    staff: Staff, add: Callable[..., Attendee], introduce: Callable[..., Any]
) -> None:
    ada, max_ = add("Ada Lund"), add("Max Roth", role="mentor")
    introduce((max_, ada), took_place=True)
    for by, about in ((ada, max_), (max_, ada)):
        staff.database.write(
            record_answer, staff.event.id, by.id, about.id, Answer.YES, station="Desk 2", now=staff.time[0]
        )
    staff.unlock()
    staff.window.go_to("follow_up")
    staff.settle()
    page: Any = staff.window.page("follow_up")
    matches = page.frame.enter.matches_card.heading_label
    assert matches.text() == "1 mutual match"
    staff.press("Ctrl+L")
    assert matches.text() == "No mutual match yet"
    assert page.frame.matches.matches.model.total == 0
    page.refresh()  # another station has changed something meanwhile
    staff.settle()
    assert matches.text() == "No mutual match yet"
    staff.type_pin(PIN)
    assert matches.text() == "1 mutual match"


def test_a_scan_at_the_pin_opens_no_sheet(staff: Staff, add: Callable[..., Attendee]) -> None:
    ada = add("Ada Lund")
    staff.unlock()
    staff.window.go_to("follow_up")
    staff.settle()
    page: Any = staff.window.page("follow_up")
    staff.press("Ctrl+L")
    for letter in ada.code:
        staff.qtbot.keyClicks(staff.locked.gate.edit, letter)
    staff.qtbot.keyClick(staff.locked.gate.edit, Qt.Key.Key_Return)
    staff.settle()
    assert page.entry_card.sheet is None
    assert staff.window.place == "locked"


def test_an_answer_that_is_refused_behind_the_lock_opens_no_sheet(
    staff: Staff, add: Callable[..., Attendee], introduce: Callable[..., Any]
) -> None:
    ada, max_ = add("Ada Lund"), add("Max Roth", role="mentor")
    introduce((max_, ada), took_place=True)
    staff.unlock()
    staff.window.go_to("follow_up")
    staff.settle()
    page: Any = staff.window.page("follow_up")
    page.entry_card.scan(ada.code)
    staff.press("Ctrl+L")
    assert page.entry_card.sheet is None


def test_what_was_told_goes_with_whoever_it_was_told_to(staff: Staff) -> None:
    staff.unlock()
    staff.window.go_to("plan")
    staff.settle()
    undone: list[bool] = []
    staff.window.page("plan").said.emit("Ana Sousa is not to meet Max Roth", lambda: undone.append(True))
    staff.press("Ctrl+L")
    assert "Ana Sousa" not in staff.window.message_bar.sentence_label.text()
    assert staff.window.message_bar.action_button.isHidden()
    staff.window.page("plan").said.emit("Ana Sousa is not to meet Max Roth", None)  # it took until now
    assert "Ana Sousa" not in staff.window.message_bar.sentence_label.text()
    assert not undone


def test_a_sheet_waits_until_the_organizer_is_back(staff: Staff) -> None:
    staff.unlock()
    staff.window.go_to("people")
    staff.settle()
    sheet = Sheet(staff.window, name="Half typed")
    field = Button("Here")
    QVBoxLayout(sheet.panel).addWidget(field)
    sheet.open_sheet(field)
    staff.press("Ctrl+L")
    assert not sheet.isVisible()
    staff.unlock()
    assert sheet.isVisible()
    sheet.close_sheet()


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
def test_questions_and_menus_go_when_it_locks(staff: Staff) -> None:
    staff.unlock()
    dialog = QDialog(staff.window)
    dialog.show()
    menu = QMenu(staff.window)
    menu.addAction("Export")
    menu.popup(staff.window.pos())
    staff.window.keeper.lock.lock()
    assert not dialog.isVisible()
    assert not menu.isVisible()


def test_a_helper_does_not_undo_what_the_organizer_did_and_is_told_so_without_a_name(
    staff: Staff, add: Callable[..., Attendee]
) -> None:
    ann = add("Ann Lee")
    said: dict[str, Any] = {"station": "Desk 1", "now": staff.time[0]}
    staff.database.write(check_in, staff.event.id, ann.code, **said)
    staff.database.write(apply_rules, staff.event.id, MatchingRules(floor=0.4), **said)
    before = len(staff.database.read(activity, staff.event.id))
    staff.press("Ctrl+Z")
    assert staff.said == NOT_YOURS
    assert len(staff.database.read(activity, staff.event.id)) == before
    staff.unlock()
    staff.press("Ctrl+Z")
    assert staff.said.startswith("Undone: ")
    staff.press("Ctrl+L")
    staff.press("Ctrl+Shift+Z")
    assert staff.said == NOT_YOURS


def test_a_helper_undoes_a_check_in(staff: Staff, add: Callable[..., Attendee]) -> None:
    ann = add("Ann Lee")
    staff.database.write(check_in, staff.event.id, ann.code, station="Desk 1", now=staff.time[0])
    staff.press("Ctrl+Z")
    assert staff.said == "Undone: Checked in Ann Lee"


def test_a_refused_act_offers_the_way_to_the_pin_and_back(staff: Staff) -> None:
    staff.window.go_to("people")
    staff.settle()
    page: Any = staff.window.page("people")
    page.export_button.setEnabled(True)
    staff.qtbot.mouseClick(page.import_button, Qt.MouseButton.LeftButton)
    assert staff.said == "Importing is for the organizer. Unlock the window with the organizer’s PIN first."
    bar = staff.window.message_bar
    assert bar.action_button.text() == "Unlock"
    staff.qtbot.mouseClick(bar.action_button, Qt.MouseButton.LeftButton)
    assert staff.window.place == "locked"
    staff.type_pin(PIN)
    assert staff.window.place == "people"
