"""A window opens for helpers, for the organizer with the PIN, and only as long as somebody is there."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from mixer_app.domain.errors import MixerError
from mixer_app.domain.staff_roles import StaffRole
from mixer_app.services.staff_pin import remove_pin, reset_pins
from mixer_app.ui.lock.window_lock import IDLE

from .conftest import HELPERS_PIN, PIN, Staff

HELPER, ORGANIZER = StaffRole.HELPER, StaffRole.ORGANIZER


def role_of(staff: Staff) -> StaffRole:
    """Who is at the window."""
    return staff.window.keeper.access.role


def test_without_a_pin_everything_is_open_and_nothing_speaks_of_a_lock(open_window: Callable[..., Staff]) -> None:
    staff = open_window()
    assert role_of(staff) is ORGANIZER
    assert staff.window.rail.lock_entry.isHidden()
    staff.press("Ctrl+L")
    assert staff.said == "There is no PIN, so nothing can be locked. Set one in Settings, Staff PINs."
    for place in staff.window.places:
        if place != "locked":
            staff.window.go_to(place)
            assert staff.window.place == place


def test_with_a_pin_a_window_opens_for_helpers(staff: Staff) -> None:
    assert role_of(staff) is HELPER
    assert staff.window.place == "desk"


def test_the_organizers_pin_opens_the_rest_and_the_helpers_does_not(staff: Staff) -> None:
    staff.window.go_to("plan")
    staff.type_pin(HELPERS_PIN)
    assert staff.locked.gate.problem_label.text() == "That is the helpers’ PIN. This needs the organizer’s."
    assert role_of(staff) is HELPER
    staff.type_pin(PIN)
    assert role_of(staff) is ORGANIZER
    assert staff.window.place == "plan"
    assert staff.locked.gate.edit.text() == ""


def test_a_wrong_pin_is_told_and_wrong_ones_cost_time(staff: Staff) -> None:
    staff.press("Ctrl+L")
    gate = staff.locked.gate
    staff.type_pin("1111")
    assert gate.problem_label.text() == "That is not the PIN. Type it again."
    for _ in range(2):
        staff.type_pin("1111")
    assert "Try again in 30 s" in gate.problem_label.text()
    assert not gate.edit.isEnabled()
    staff.qtbot.mouseClick(gate.back_button, Qt.MouseButton.LeftButton)
    staff.press("Ctrl+L")
    assert "Try again in 30 s" in gate.problem_label.text()  # going away and coming back is no way round it
    assert role_of(staff) is HELPER


def test_four_digits_are_the_least(staff: Staff) -> None:
    staff.press("Ctrl+L")
    staff.type_pin("24")
    assert "at least 4 digits" in staff.locked.gate.problem_label.text()


def test_a_pin_that_cannot_be_looked_at_is_told_and_can_be_typed_again(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise MixerError("The disk is full, so nothing was changed.")

    staff.press("Ctrl+L")
    with monkeypatch.context() as broken:
        broken.setattr(staff.database, "write_at_the_door", refuse)
        staff.type_pin(PIN)
    assert staff.locked.gate.problem_label.text() == "The disk is full, so nothing was changed."
    staff.locked.gate.edit.clear()
    staff.type_pin(PIN)
    assert role_of(staff) is ORGANIZER


def test_a_key_locks_and_the_rail_says_who_is_there(staff: Staff) -> None:
    entry = staff.window.rail.lock_entry
    assert (entry.text(), entry.note) == ("Unlock", "Helper")
    assert entry.toolTip() == "Unlock (Ctrl+L), open to helpers"
    staff.unlock()
    assert (entry.text(), entry.note) == ("Lock", "Organizer")
    assert entry.toolTip() == "Lock (Ctrl+L), unlocked for the organizer"
    assert staff.said.startswith("Unlocked for the organizer. It locks after 15 minutes")
    staff.press("Ctrl+L")
    assert role_of(staff) is HELPER
    assert entry.note == "Helper"
    assert staff.said == "The window is locked: helpers go on, the rest needs the organizer’s PIN."


def test_the_entry_of_the_rail_does_what_the_key_does(staff: Staff) -> None:
    staff.qtbot.mouseClick(staff.window.rail.lock_entry, Qt.MouseButton.LeftButton)
    assert staff.window.place == "locked"
    staff.type_pin(PIN)
    staff.qtbot.mouseClick(staff.window.rail.lock_entry, Qt.MouseButton.LeftButton)
    assert role_of(staff) is HELPER


def test_after_a_quarter_of_an_hour_without_a_key_it_locks(staff: Staff) -> None:
    staff.unlock()
    staff.time[0] += IDLE - timedelta(seconds=1)
    staff.qtbot.keyClick(staff.window.focusWidget(), Qt.Key.Key_Shift)  # somebody is there
    staff.time[0] += timedelta(seconds=2)
    staff.window.keeper.lock._idle.timeout.emit()
    assert role_of(staff) is ORGANIZER
    staff.time[0] += IDLE
    staff.window.keeper.lock._idle.timeout.emit()
    assert role_of(staff) is HELPER


def test_a_key_after_the_computer_slept_locks_and_does_nothing_else(staff: Staff) -> None:
    staff.window.go_to("people")
    staff.unlock()
    staff.time[0] += IDLE + IDLE
    field: Any = staff.window.focusWidget()
    staff.qtbot.keyClicks(field, "a")
    staff.qtbot.waitUntil(lambda: role_of(staff) is HELPER)
    assert field.text() == ""


def test_helpers_are_not_locked_out_by_time(staff: Staff) -> None:
    staff.window.go_to("people")
    staff.time[0] += IDLE + IDLE
    field: Any = staff.window.focusWidget()
    staff.qtbot.keyClicks(field, "a")
    staff.qtbot.waitUntil(lambda: field.text() == "a")


def test_a_pin_that_another_station_sets_or_changes_locks_this_window(open_window: Callable[..., Staff]) -> None:
    staff = open_window("settings")
    staff.set_pin()
    staff.look()
    assert role_of(staff) is HELPER
    assert staff.window.place == "locked"
    staff.type_pin(PIN)
    staff.look()
    assert staff.window.place == "settings"
    staff.set_pin("8642", old=PIN)
    staff.look()
    assert role_of(staff) is HELPER


@pytest.mark.parametrize("way", [reset_pins, remove_pin])
def test_when_the_pin_is_taken_away_every_window_opens(staff: Staff, way: Callable[..., Any]) -> None:
    staff.window.go_to("plan")
    old = {"old": PIN} if way is remove_pin else {}
    staff.database.write(way, station="Command line", now=staff.time[0], **old)
    staff.look()
    assert role_of(staff) is ORGANIZER
    assert staff.window.place == "plan"
    assert staff.window.rail.lock_entry.isHidden()


def test_a_window_that_cannot_read_whether_there_is_a_pin_opens_for_helpers_until_it_can(
    open_window: Callable[..., Staff], database: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mixer_app.ui.lock import window_lock

    def refuse(_session: object) -> str:
        raise MixerError("The database is locked by another program.")

    with monkeypatch.context() as broken:
        broken.setattr(window_lock, "pin_mark", refuse)
        staff = open_window("overview")
        assert role_of(staff) is HELPER
    staff.look()
    assert role_of(staff) is ORGANIZER


def test_another_event_asks_for_no_second_pin(staff: Staff) -> None:
    staff.unlock()
    staff.window.open_event(staff.event, "follow_up")
    assert staff.window.place == "follow_up"
