"""An hour at the desk among ten thousand people, in fast motion, under the eye of the watchdog.

Run with: `pytest tests/benchmarks/test_hour_at_the_desk.py --benchmark-enable -s`
"""

import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mixer_app.domain.roles import Role
from mixer_app.services.check_in import check_in
from mixer_app.services.database import Database, open_database
from mixer_app.services.people import list_attendees
from mixer_app.ui.watchdog import Watchdog, words_of

from .conftest import BETWEEN_KEYS_MS, TYPED, frame_ms, times_of_keys

GUESTS = int(os.environ.get("MIXER_DESK_GUESTS", "120"))
LETTERS = 5
SCANNER_MS = 4
"""Between the letters of a scanner: each comes to the window as an event of its own."""
WALK_IN, NOTE, ROLE, UNDO, TAKE_BACK = 4, 6, 9, 12, 3
"""Each so many guests: someone who did not register, a note for staff, another role, Ctrl Z, a click on Undo."""
GIVEN = ("Xenia", "Bohdan", "Wilhelmina", "Ikram", "Thorvald", "Philippa", "Jocasta", "Umberto", "Nadezhda", "Rashid")
FAMILY = ("Quartermaine", "Zhyvotko", "Oyelaran", "Uggerhøj", "Cavalcanti", "Mulvaney", "Fitzhardinge")
"""Names that are like nobody's, nor like one another: the form asks before it adds somebody twice."""


@pytest.fixture
def elsewhere(crowd: Database) -> Iterator[Database]:
    """The same evening, from another station."""
    opened = open_database(str(crowd.path))
    yield opened
    opened.close()


@pytest.mark.timeout(1800)  # it takes as long as the guests do
def test_nothing_holds_the_window_up_for_longer_than_a_frame(
    benchmark: Any,
    crowded_window: Callable[[str], Any],
    crowd: Database,
    elsewhere: Database,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
    bare_table: QLineEdit,
) -> None:
    names = TYPED if benchmark.enabled else TYPED[:1]
    floor = times_of_keys(bare_table, names)
    window = crowded_window("desk")
    page: Any = window.page("desk")
    qtbot.waitUntil(lambda: not page.background.busy, timeout=60_000)
    qtbot.wait(2000)  # the garbage of the start
    event = window.event_shown
    people = crowd.read(list_attendees, event.id)
    mine, theirs = people[: len(people) // 2], people[len(people) // 2 :]
    desk = _Staff(window, qtbot)
    dog = Watchdog(window)
    guests = GUESTS if benchmark.enabled else 3

    def an_hour() -> None:
        dog.start()  # not before: the preparations of the benchmark itself take a frame
        for number in range(guests):
            by: Any = {"station": "Kiosk 2", "now": page.clock()}
            arrival = partial(elsewhere.write, check_in, event.id, theirs[number * 7].code, **by)
            page.background.run(lambda _progress, arrival=arrival: arrival(), counts=False)
            desk.come_in(mine[number * 11])
            desk.whatever_else(number, mine[number * 11 + 5])

    benchmark.pedantic(an_hour, rounds=1)
    dog.stop()
    caplog.clear()
    longest = frame_ms(floor + times_of_keys(bare_table, names))  # a machine may be another after an hour
    worked = [stall for stall in dog.stalls if stall.worked_ms > longest]
    lines = [words_of(stall) for stall in sorted(dog.stalls, key=lambda stall: -stall.worked_ms)]
    sys.stdout.write(
        f"{dog.beats:,} beats, {len(dog.stalls)} stalls, {len(worked)} of them at work for over {longest:.0f} ms\n"
    )
    sys.stdout.write("\n".join(lines[:20]) + "\n")
    benchmark.extra_info |= {"beats": dog.beats, "stalls": len(dog.stalls), "at work": len(worked)}
    if benchmark.enabled:
        assert not worked, lines[:5]


class _Staff:
    """Someone at the desk with a queue before them."""

    def __init__(self, window: Any, qtbot: QtBot) -> None:
        self.window, self.page, self.qtbot = window, window.page("desk"), qtbot

    def come_in(self, guest: Any) -> None:
        """A guest says their name, and is found by it; then their badge is scanned."""
        field = self.page.finder.search
        self.type_into(field, f"{guest.name.given[:LETTERS]} {guest.name.family}")
        field.clear()
        for letter in guest.code:
            self.qtbot.keyClick(field, letter)
            self.qtbot.wait(SCANNER_MS)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)
        self.wait_for(lambda: self.knows(guest.id).here)
        assert not field.text()
        self.qtbot.wait(400)  # the next guest steps up; the watch looks

    def whatever_else(self, number: int, other: Any) -> None:
        """What comes between: each now and then."""
        acts = ((TAKE_BACK, self.take_back), (UNDO, self.undo), (WALK_IN, partial(self.walk_in, number)))
        acts += ((NOTE, partial(self.write_note, other, number)), (ROLE, partial(self.change_role, other)))
        for every, act in acts:
            if number % every == every - 1:
                act()

    def walk_in(self, number: int) -> None:
        form, before = self.page.walk_in_form, self.page._roster.counts.walk_ins
        self.qtbot.keyClick(self.page.finder.search, Qt.Key.Key_F2)
        self.type_into(
            form.name_edit, f"{GIVEN[number // WALK_IN % len(GIVEN)]} {FAMILY[number // WALK_IN % len(FAMILY)]}"
        )
        self.type_into(form.employer_edit, "Harbour Clinic")
        self.qtbot.keyClick(form.employer_edit, Qt.Key.Key_Return)
        self.wait_for(lambda: self.page._roster.counts.walk_ins == before + 1)

    def write_note(self, person: Any, number: int) -> None:
        field = self.page.finder.search
        self.type_into(field, person.code)
        self.qtbot.keyClick(field, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        band = self.page.finder.place.person_card.note_band
        self.type_into(band.note_edit, f"Needs the ramp {number}")
        self.qtbot.keyClick(band.note_edit, Qt.Key.Key_Return)
        self.wait_for(lambda: self.knows(person.id).staff_note.endswith(str(number)))
        self.qtbot.keyClick(field, Qt.Key.Key_F4)
        self.qtbot.wait(400)
        field.clear()

    def change_role(self, person: Any) -> None:
        field, card = self.page.finder.search, self.page.finder.place.person_card
        self.type_into(field, person.code)
        wanted = Role.MENTEE if person.role is not Role.MENTEE else Role.BOTH
        card.role_asked.emit(wanted)
        self.wait_for(lambda: self.knows(person.id).role is wanted)
        self.qtbot.wait(400)
        field.clear()

    def undo(self) -> None:
        field, before = self.page.finder.search, self.page._roster.change
        self.qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        self.wait_for(lambda: self.page._roster.change > before)

    def take_back(self) -> None:
        newest = self.page.arrivals.rows[0]
        person = newest.attendee.id
        newest.undo_button.click()
        self.wait_for(lambda: not self.knows(person).here)

    def knows(self, number: int) -> Any:
        return self.page._roster.people[number]

    def type_into(self, field: QLineEdit, words: str) -> None:
        for letter in words:
            self.qtbot.keyClick(field, letter)
            self.qtbot.wait(BETWEEN_KEYS_MS)

    def wait_for(self, done: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(done, timeout=10_000)
