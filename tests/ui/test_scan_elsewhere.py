"""A badge that is scanned on a page that makes nothing of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.badge_code import new_badge_code
from mixer_app.domain.events import Event, MatchingRules
from mixer_app.domain.people import Attendee
from mixer_app.services.check_in import check_in
from mixer_app.services.matching_rules import apply_rules
from mixer_app.services.people import get_attendee, list_attendees
from mixer_app.services.planning import current_plan, plan_event
from mixer_app.services.staff_pin import set_pin
from mixer_app.ui.appearance import Appearance
from mixer_app.ui.main_window import MainWindow

NOBODYS = new_badge_code(Random(99))
Add = Callable[..., Attendee]


@dataclass
class Door:
    """A window, and somebody with a scanner."""

    window: MainWindow
    database: Any
    settle: Callable[[], None]

    def scan(self, code: str) -> None:
        """Every key goes to whatever has the cursor by then, as the system does it."""
        for key in (*(Qt.Key(ord(letter)) for letter in code), Qt.Key.Key_Return):
            self.press(key)
        self.settle()

    def press(self, key: Qt.Key) -> None:
        """One key."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key)

    def is_here(self, attendee: Attendee) -> bool:
        """Whether they are checked in."""
        return self.database.read(get_attendee, attendee.id).here

    @property
    def said(self) -> str:
        """What the message bar says."""
        return self.window.message_bar.sentence


@pytest.fixture
def door(
    page_parts: dict[str, Any],
    appearance: Appearance,
    shown: Callable[..., QWidget],
    settled: Callable[[], None],
) -> Iterator[Door]:
    window = MainWindow(**page_parts, appearance=appearance)
    shown(window, 1440, 900)
    yield Door(window, page_parts["database"], settled)
    window.close()


@pytest.mark.parametrize("place", ["overview", "people", "plan", "print", "settings", "programme"])
def test_a_scan_on_a_page_without_a_use_for_it_checks_in_and_leaves_the_page(
    door: Door, event: Event, add: Add, place: str
) -> None:
    nadya = add("Nadya Petrova", staff_note="needs the ramp")
    door.window.open_event(event, place)
    door.settle()
    field = door.window.page(place).search_field()

    door.scan(nadya.code)

    assert door.is_here(nadya)
    assert door.said == "Nadya Petrova, mentee, is checked in. Note for staff: needs the ramp"
    assert door.window.place == place
    assert getattr(field, "text", str)() == ""

    door.window.message_bar.action_button.click()
    door.settle()
    assert not door.is_here(nadya)
    assert door.said == "The check-in of Nadya Petrova was taken back."


def test_undo_by_key_on_the_plan_means_the_scan_that_was_told_last(
    door: Door, event: Event, add: Add, clock: Callable[[], datetime]
) -> None:
    nadya = add("Nadya Petrova")
    door.database.write(apply_rules, event.id, MatchingRules(floor=0.4), station="Desk 1", now=clock())
    door.window.open_event(event, "plan")
    door.settle()
    door.scan(nadya.code)
    assert door.is_here(nadya)

    door.window.undo()
    door.settle()
    assert not door.is_here(nadya)
    assert door.said == "The check-in of Nadya Petrova was taken back."
    door.window.undo()
    door.settle()
    assert door.said.startswith("Undone: ")


def test_a_second_scan_elsewhere_says_when_and_where_and_has_no_undo(
    door: Door, event: Event, add: Add, clock: Callable[[], datetime]
) -> None:
    nadya = add("Nadya Petrova")
    door.database.write(check_in, event.id, nadya.code, station="Kiosk 2", now=clock())
    door.window.open_event(event, "people")
    door.settle()
    door.scan(nadya.code)
    assert door.said.startswith("Nadya Petrova is in already.")
    assert "at Kiosk 2" in door.said
    assert not door.window.message_bar.action_button.isVisible()


def test_a_code_of_nobody_here_is_told(door: Door, event: Event) -> None:
    door.window.open_event(event, "people")
    door.settle()
    door.scan(NOBODYS)
    assert "is no badge of this event. Nobody was checked in." in door.said


def test_without_an_event_a_scan_says_to_open_one(door: Door) -> None:
    door.window.go_to("start")
    door.settle()
    door.scan(NOBODYS)
    assert door.said == "A badge was scanned. Open the event first, then scan it again."


def test_no_letter_of_a_scan_is_a_shortcut_of_the_plan_but_a_letter_alone_is(
    door: Door, event: Event, add: Add, qtbot: QtBot, clock: Callable[[], datetime]
) -> None:
    add("Yusuf Celik", role="mentor")
    people = [add(f"Mentee {letter}") for letter in "ABCDEFGH"]
    assert set("LMNBRTP123") & set("".join(one.code for one in people))
    for one in door.database.read(list_attendees, event.id):
        door.database.write(check_in, event.id, one.code, station="Desk 1", now=clock())
    plan_event(door.database, event.id, station="Control", clock=clock)
    before: Any = door.database.read(current_plan, event.id)
    door.window.open_event(event, "plan")
    door.settle()
    page: Any = door.window.page("plan")
    body = page.body
    place = next(
        index
        for row in range(body.model.rowCount())
        for column in range(body.model.columnCount())
        if body.model.place_at(index := body.model.index(row, column)) is not None
    )
    body.matrix.setFocus()
    body.matrix.setCurrentIndex(place)
    whole = body.model.alone

    for one in people:
        door.scan(one.code)
        assert door.said.startswith(f"{one.name.shown} is in already.")
    assert body.model.alone == whole
    after: Any = door.database.read(current_plan, event.id)
    assert (before.id, before.introductions) == (after.id, after.introductions)

    door.press(Qt.Key.Key_R)
    qtbot.waitUntil(lambda: body.model.alone != whole)


def test_a_scan_while_the_pin_is_asked_for_checks_in_and_is_no_pin(
    door: Door, event: Event, add: Add, clock: Callable[[], datetime], qtbot: QtBot
) -> None:
    nadya = add("Nadya Petrova")
    door.database.write(set_pin, "2468", old=None, station="Control", now=clock())
    door.window.keeper.lock.look()
    door.settle()
    door.window.open_event(event, "plan")
    door.settle()
    assert door.window.place == "locked"
    gate: Any = door.window.page("locked")
    scanner: Any = door.window.scans._scanner  # pyright: ignore[reportPrivateUsage]  # it knows when a blink is over
    for typed in ("2", "24"):
        door.press(Qt.Key(ord(typed[-1])))
        assert gate.gate.edit.text() == typed  # at once
        qtbot.waitUntil(lambda: not scanner._burst.strokes)

    door.scan(nadya.code)

    assert door.is_here(nadya)
    assert door.said == "Nadya Petrova, mentee, is checked in."
    assert gate.gate.edit.text() == "24"
    assert not gate.gate.problem_label.isVisible()
