"""Tests of what staff need beside the door: notes, people sent by a kiosk, roles, walk-ins, a lost database."""

import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.desk_calls import DeskReason
from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.roles import Role
from mixer_app.services.check_in import check_in, head_counts
from mixer_app.services.desk_calls import call_desk, open_desk_calls
from mixer_app.services.journal import undo
from mixer_app.services.paper_facts import mark_badges_printed
from mixer_app.services.people import get_attendee, list_attendees
from mixer_app.services.planning import plan_event
from mixer_app.services.staff_notes import note_seen
from mixer_app.ui.desk import DeskPage
from mixer_app.ui.undoing import redo_latest, undo_latest

from .conftest import typed

Open = Callable[[], DeskPage]
Add = Callable[..., Attendee]
Settled = Callable[[], None]


def pressed(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the cursor is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifier)


def undone(page: DeskPage, qtbot: QtBot, act: Callable[[], None]) -> Any:
    """The line of the journal that Undo in the message bar takes back after `act`."""
    with qtbot.waitSignal(page.said) as told:
        act()
    return (told.args or [])[1]


# Notes


def test_a_note_stands_out_on_the_card_until_it_is_seen(
    open_desk: Open, add: Add, database: Any, qtbot: QtBot, settled: Settled
) -> None:
    add("Adaeze Nnamdi", staff_note="needs the ramp")
    page = open_desk()
    typed(qtbot, page, "adaeze")
    band = page.finder.place.person_card.note_band
    assert band.isVisible()
    assert band.note_label.text() == "needs the ramp"
    assert band.seen_button.isVisible()

    entry = undone(page, qtbot, lambda: pressed(qtbot, Qt.Key.Key_F4))
    settled()
    assert band.isVisible()
    assert not band.seen_button.isVisible()

    database.write(undo, entry, station="Desk 1", now=page.clock())
    page.refresh()
    settled()
    assert band.seen_button.isVisible()


def test_a_note_is_told_at_check_in_and_marked_in_the_last_arrivals(
    open_desk: Open, add: Add, qtbot: QtBot, settled: Settled
) -> None:
    add("Adaeze Nnamdi", staff_note="VIP")
    page = open_desk()
    heard: list[str] = []
    page.announcer.announced.connect(heard.append)
    typed(qtbot, page, "adaeze")
    pressed(qtbot, Qt.Key.Key_Return)
    settled()

    band = page.finder.place.idle_card.note_band
    assert band.isVisible()
    assert band.note_label.text() == "VIP"
    assert heard == ["Adaeze Nnamdi, mentee, checked in. Note for staff: VIP"]
    (row,) = page.arrivals.rows
    assert row.note_mark.isVisible()

    pressed(qtbot, Qt.Key.Key_F4)
    settled()
    assert not row.note_mark.isVisible()


def test_a_note_is_written_by_key(open_desk: Open, add: Add, database: Any, qtbot: QtBot, settled: Settled) -> None:
    ada = add("Adaeze Nnamdi")
    page = open_desk()
    typed(qtbot, page, "adaeze")

    pressed(qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    band = page.finder.place.person_card.note_band
    assert QApplication.focusWidget() is band.note_edit
    qtbot.keyClicks(band.note_edit, "sits in front")
    qtbot.waitUntil(lambda: band.note_edit.text() == "sits in front")
    pressed(qtbot, Qt.Key.Key_Return)
    settled()

    assert database.read(get_attendee, ada.id).staff_note == "sits in front"
    assert band.note_label.text() == "sits in front"
    assert QApplication.focusWidget() is page.finder.search


def test_escape_leaves_a_note_as_it_was(
    open_desk: Open, add: Add, database: Any, qtbot: QtBot, settled: Settled
) -> None:
    ada = add("Adaeze Nnamdi", staff_note="VIP")
    page = open_desk()
    typed(qtbot, page, "adaeze")
    pressed(qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    band = page.finder.place.person_card.note_band
    qtbot.keyClicks(band.note_edit, "xyz")
    qtbot.waitUntil(lambda: band.note_edit.text() == "xyz")
    pressed(qtbot, Qt.Key.Key_Escape)
    settled()

    assert database.read(get_attendee, ada.id).staff_note == "VIP"
    assert band.note_label.isVisible()
    assert page.finder.search.text() == "adaeze"


def test_a_half_written_note_is_kept_when_the_next_badge_is_scanned(
    open_desk: Open, add: Add, database: Any, qtbot: QtBot, settled: Settled
) -> None:
    ada, bo = add("Adaeze Nnamdi"), add("Bo Li")
    page = open_desk()
    typed(qtbot, page, "adaeze")
    pressed(qtbot, Qt.Key.Key_Return)
    settled()
    pressed(qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    page.finder.place.note_band.note_edit.setText("Needs the ramp")
    page.scanner.scanned.emit(bo.code)
    settled()

    assert database.read(get_attendee, bo.id).here
    assert database.read(get_attendee, ada.id).staff_note == "Needs the ramp"


def test_a_note_that_another_station_has_seen_is_quiet_here_too(
    open_desk: Open, add: Add, database: Any, now: datetime, qtbot: QtBot, settled: Settled
) -> None:
    ada = add("Adaeze Nnamdi", staff_note="VIP")
    page = open_desk()
    typed(qtbot, page, "adaeze")

    database.write(note_seen, ada.id, station="Desk 2", now=now)
    page.refresh()
    settled()

    assert not page.finder.place.person_card.note_band.seen_button.isVisible()


def test_keep_aparts_are_nowhere_at_the_desk(
    open_desk: Open, add: Add, event: Event, database: Any, now: datetime, qtbot: QtBot, settled: Settled
) -> None:
    add("Bo Li")
    ada = add("Adaeze Nnamdi", keep_apart=("Bo Li",))
    database.write(check_in, event.id, ada.code, station="Kiosk 2", now=now)
    page = open_desk()
    typed(qtbot, page, "adaeze")
    pressed(qtbot, Qt.Key.Key_Return)
    settled()

    words = [child.text() for child in page.findChildren(QLabel)] + [
        child.accessibleName() for child in page.findChildren(QWidget)
    ]
    assert not any("Bo Li" in word for word in words)


# People who wait


@pytest.fixture
def send(database: Any, event: Event, now: datetime) -> Callable[..., None]:
    """A kiosk sends someone to the desk: `send(ada, DeskReason.NO_BADGE, minutes=2)`."""

    def act(person: Attendee | None, reason: DeskReason, *, minutes: int = 0) -> None:
        at = now + timedelta(minutes=minutes)
        number = person.id if person else None
        database.write(call_desk, event.id, number, reason, station="Kiosk 2", now=at)

    return act


def test_who_was_sent_by_a_kiosk_waits_at_the_right_and_f3_brings_them_up(
    open_desk: Open, add: Add, send: Callable[..., None], qtbot: QtBot, settled: Settled
) -> None:
    ada, bo = add("Adaeze Nnamdi"), add("Bo Li")
    page = open_desk()
    assert not page.waiting.isVisible()

    send(ada, DeskReason.NO_BADGE)
    send(bo, DeskReason.WRONG_NAME, minutes=1)
    page.refresh()
    settled()
    assert page.waiting.isVisible()
    assert [row.accessibleName() for row in page.waiting.rows] == [
        "Adaeze Nnamdi. No badge came out.",
        "Bo Li. Says that the name is wrong.",
    ]

    for expected in (ada, bo, ada):
        pressed(qtbot, Qt.Key.Key_F3)
        settled()
        shown = page.finder.place.person_card.attendee
        assert shown is not None
        assert shown.id == expected.id


def test_who_waits_is_counted_once_also_where_few_are_shown(
    open_desk: Open, add: Add, send: Callable[..., None], qtbot: QtBot, settled: Settled
) -> None:
    reasons = (DeskReason.NO_BADGE, DeskReason.ROLE_CHANGED, DeskReason.WRONG_NAME)
    for minutes, reason in enumerate(reasons):
        send(add(f"Guest Number{minutes}"), reason, minutes=minutes)
    page = open_desk()
    assert (page.waiting.title_label.text(), page.waiting.more_label.text()) == ("Waiting at the desk: 2", "")

    page.resize(960, 628)
    qtbot.waitUntil(lambda: len(page.waiting.rows) == 1)
    assert (page.waiting.title_label.text(), page.waiting.more_label.text()) == (
        "Waiting at the desk: 2",
        "1 not shown, 1 to look at",
    )


def test_done_ends_a_call_and_undo_takes_that_back(
    open_desk: Open, add: Add, event: Event, database: Any, send: Callable[..., None], qtbot: QtBot, settled: Settled
) -> None:
    send(add("Adaeze Nnamdi"), DeskReason.NO_BADGE)
    page = open_desk()
    button = page.waiting.rows[0].done_button

    entry = undone(page, qtbot, lambda: qtbot.mouseClick(button, Qt.MouseButton.LeftButton))
    settled()
    assert database.read(open_desk_calls, event.id) == []
    assert not page.waiting.isVisible()
    assert QApplication.focusWidget() is page.finder.search

    database.write(undo, entry, station="Desk 1", now=page.clock())
    page.refresh()
    settled()
    assert len(page.waiting.rows) == 1


def test_after_wrong_details_the_desk_is_told_that_it_may_be_somebody_else(
    open_desk: Open, add: Add, send: Callable[..., None]
) -> None:
    send(add("Adaeze Nnamdi"), DeskReason.WRONG_FACTS)
    page = open_desk()

    assert page.waiting.rows[0].accessibleName().startswith("Someone, as Adaeze Nnamdi. Could not show who they are.")


def test_a_check_in_at_the_desk_ends_the_waiting_and_is_what_undo_takes_back(
    open_desk: Open, add: Add, event: Event, database: Any, send: Callable[..., None], qtbot: QtBot, settled: Settled
) -> None:
    send(add("Adaeze Nnamdi"), DeskReason.WRONG_FACTS)
    page = open_desk()

    pressed(qtbot, Qt.Key.Key_F3)
    pressed(qtbot, Qt.Key.Key_Return)
    settled()

    assert not page.waiting.isVisible()
    assert page.counters.here.number_label.text() == "1"

    told = database.write(undo_latest, event.id, station="Desk 1", now=page.clock())
    assert told == "Undone: Checked in Adaeze Nnamdi"


def test_a_role_changed_at_a_kiosk_is_told_and_nobody_waits(
    open_desk: Open, add: Add, send: Callable[..., None]
) -> None:
    send(add("Adaeze Nnamdi", role="mentor"), DeskReason.ROLE_CHANGED)
    page = open_desk()

    assert page.waiting.waiting == 0
    assert page.waiting.rows[0].accessibleName() == "Adaeze Nnamdi. Changed their role, now mentor."


def test_someone_whom_nobody_knows_can_be_seen_to_but_not_shown(
    open_desk: Open, send: Callable[..., None], qtbot: QtBot
) -> None:
    send(None, DeskReason.CONNECTION)
    page = open_desk()
    with qtbot.waitSignal(page.announcer.announced) as heard:
        pressed(qtbot, Qt.Key.Key_F3)

    assert heard.args == ["Nobody waits whom a kiosk could name"]
    assert not page.waiting.rows[0].show_button.isVisible()


@pytest.mark.parametrize("width", [960, 1240])
def test_no_reason_is_cut_however_narrow_the_window(
    open_desk: Open, add: Add, send: Callable[..., None], qtbot: QtBot, width: int
) -> None:
    for number, reason in enumerate((DeskReason.WRONG_FACTS, DeskReason.CONFLICT, DeskReason.NO_FACT)):
        send(add(f"Adaeze Nnamdi{number * 'x'}"), reason, minutes=number)
    page = open_desk()
    page.resize(width, 900)

    def whole() -> bool:
        labels = [child for row in page.waiting.rows for child in row.findChildren(QLabel) if child.wordWrap()]
        return bool(labels) and all(one.height() >= one.heightForWidth(one.width()) for one in labels)

    qtbot.waitUntil(whole)


# Roles


def test_a_changed_role_says_what_it_means_for_the_plan(
    open_desk: Open, add: Add, event: Event, database: Any, now: datetime, qtbot: QtBot, settled: Settled
) -> None:
    mentors = [add(f"Ann Mentor{'abcd'[n]}", role="mentor", employer=f"Hospital {n}") for n in range(2)]
    mentees = [add(f"Bo Mentee{'abcd'[n]}", role="mentee", employer=f"Clinic {n}") for n in range(2)]
    for person in (*mentors, *mentees):
        database.write(check_in, event.id, person.code, station="Desk 1", now=now)
    plan_event(database, event.id, station="Control", clock=lambda: now)
    page = open_desk()
    typed(qtbot, page, "menteea")

    with qtbot.waitSignal(page.said) as told:
        page.finder.place.person_card.role_asked.emit(Role.MENTOR)
    settled()

    sentence, entry = told.args or ("", None)
    assert sentence.startswith("Bo Menteea is now mentor. Mentee in round")
    assert "mentors lose a guest. Plan again to seat them as a mentor." in sentence
    assert isinstance(entry, int)


def test_a_changed_role_without_a_printer_says_that_the_badge_is_wrong(
    open_desk: Open, add: Add, database: Any, now: datetime, qtbot: QtBot, settled: Settled
) -> None:
    pieter = add("Pieter Botha", role="mentee")
    database.write(mark_badges_printed, pieter.event_id, [pieter.id], station="Control", now=now)
    page = open_desk()
    typed(qtbot, page, "pieter")

    with qtbot.waitSignal(page.said) as told:
        page.finder.place.person_card.role_asked.emit(Role.MENTOR)

    assert (told.args or [""])[0] == (
        "Pieter Botha is now mentor. The badge that was printed says mentee. Print it again."
    )


def test_a_changed_role_has_the_badge_printed_again_and_undo_takes_the_role_back(
    open_desk: Open, add: Add, badge_printer: Any, shelf: Any, database: Any, qtbot: QtBot, settled: Settled
) -> None:
    ada = add("Adaeze Nnamdi", role="mentee")
    page = open_desk()
    page.use_printer(badge_printer)
    typed(qtbot, page, "adaeze")
    pressed(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: database.read(get_attendee, ada.id).badge_printed_at is not None, timeout=10_000)
    page.refresh()
    settled()
    typed(qtbot, page, "adaeze")

    with qtbot.waitSignal(page.said) as told:
        page.finder.place.person_card.role_asked.emit(Role.MENTOR)
    sentence, entry = told.args or ("", None)
    assert sentence == "Adaeze Nnamdi is now mentor. The badge is printed again."
    qtbot.waitUntil(lambda: len(shelf.label.came_out) == 2, timeout=10_000)

    database.write(undo, entry, station="Desk 1", now=page.clock())
    assert database.read(get_attendee, ada.id).role is Role.MENTEE


# Walk-ins


def test_a_walk_in_takes_five_keys_beside_the_name(
    open_desk: Open, database: Any, event: Event, qtbot: QtBot, settled: Settled
) -> None:
    """F2, the name, two times Tab, one arrow, Enter: under 15 seconds at two keys a second."""
    page = open_desk()
    name = "Zoe van der Berg"
    keys = 0

    def press(key: Qt.Key) -> None:
        nonlocal keys
        pressed(qtbot, key)
        keys += 1

    press(Qt.Key.Key_F2)
    qtbot.keyClicks(page.walk_in_form.name_edit, name)
    qtbot.waitUntil(lambda: page.walk_in_form.name_edit.text() == name)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Return)
    settled()

    (zoe,) = database.read(list_attendees, event.id)
    assert (zoe.name.full, zoe.role, zoe.here) == (name, Role.MENTOR, True)
    assert keys == 5
    assert (keys + len(name)) / 2 < 15


# A database that does not answer


class Broken:
    """A database whose reads and writes fail while `down`."""

    def __init__(self, whole: Any) -> None:
        self._whole, self.down = whole, False
        self.location = whole.location

    def read(self, *given: Any, **named: Any) -> Any:
        """As the whole one, unless it is down."""
        self._refuse()
        return self._whole.read(*given, **named)

    def write(self, *given: Any, **named: Any) -> Any:
        """As the whole one, unless it is down."""
        self._refuse()
        return self._whole.write(*given, **named)

    @property
    def door(self) -> "Broken":
        """Nothing stands in for a file."""
        return self

    def write_at_the_door(self, *given: Any, **named: Any) -> Any:
        """Likewise."""
        return self.write(*given, **named)

    def _refuse(self) -> None:
        if self.down:
            raise MixerError("The shared database mixer does not answer. Check address and network.") from (
                sqlite3.OperationalError("gone")
            )


@pytest.fixture
def broken(page_parts: dict[str, Any]) -> Broken:
    """The database of the page, which can be made to fail."""
    page_parts["database"] = Broken(page_parts["database"])
    return page_parts["database"]


def test_a_lost_database_is_told_what_was_typed_comes_back_and_it_recovers_by_itself(
    broken: Broken, open_desk: Open, add: Add, database: Any, qtbot: QtBot, settled: Settled
) -> None:
    ada = add("Adaeze Nnamdi")
    page = open_desk()
    typed(qtbot, page, "adaeze")
    broken.down = True
    pressed(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(page.finder.lost_line.isVisible)

    assert "does not answer" in page.finder.lost_line.text()
    assert "nothing is saved" in page.finder.lost_line.text()
    assert page.head_note.station_label.accessibleName() == "Desk 1, no connection"
    assert (page.head_note.well_mark.isVisible(), page.head_note.lost_mark.isVisible()) == (False, True)
    assert page.finder.place.idle_card.title_label.text() == "This was not saved"
    assert not database.read(get_attendee, ada.id).here

    broken.down = False
    qtbot.waitUntil(lambda: not page.finder.lost_line.isVisible(), timeout=10_000)
    assert page.finder.search.text() == "adaeze"
    assert page.head_note.station_label.accessibleName() == "Desk 1"
    assert (page.head_note.well_mark.isVisible(), page.head_note.lost_mark.isVisible()) == (True, False)


def test_a_walk_in_that_could_not_be_saved_stands_in_the_form_again(
    broken: Broken, open_desk: Open, qtbot: QtBot, settled: Settled
) -> None:
    page = open_desk()
    form = page.walk_in_form
    form.begin("Zoe van der Berg")
    form.employer_edit.setText("Mayo Clinic")
    form.role_control.set_key(Role.MENTOR)
    broken.down = True
    pressed(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(page.finder.lost_line.isVisible)

    assert (form.name_edit.text(), form.employer_edit.text()) == ("Zoe van der Berg", "Mayo Clinic")
    assert form.role_control.key == Role.MENTOR
    assert page.finder.place.idle_card.title_label.text() == "This was not saved"


# Walk-ins


def test_one_undo_takes_a_walk_in_back_whole_and_one_redo_brings_them_back(
    open_desk: Open, database: Any, event: Event, clock: Callable[[], datetime], qtbot: QtBot, settled: Settled
) -> None:
    page = open_desk()
    page.walk_in_form.begin("Zoe Berg")
    qtbot.keyClick(page.walk_in_form.employer_edit, Qt.Key.Key_Return)
    settled()
    (zoe,) = database.read(list_attendees, event.id)
    assert zoe.here
    assert zoe.checked_in_where == "Desk 1"
    by = {"station": "Desk 1", "now": clock()}

    assert database.write(undo_latest, event.id, **by) == (
        "Undone: Registered Zoe Berg as a walk-in and checked them in"
    )
    assert database.read(list_attendees, event.id) == []
    assert database.read(head_counts, event.id).registered == 0

    database.write(redo_latest, event.id, **by)
    (again,) = database.read(list_attendees, event.id)
    assert (again.here, again.checked_in_at, again.walk_in) == (True, zoe.checked_in_at, True)


def test_undo_in_the_last_arrivals_takes_a_walk_in_back_whole_and_says_so(
    open_desk: Open, database: Any, event: Event, clock: Callable[[], datetime], qtbot: QtBot, settled: Settled
) -> None:
    page = open_desk()
    page.walk_in_form.begin("Zoe Berg")
    qtbot.keyClick(page.walk_in_form.employer_edit, Qt.Key.Key_Return)
    settled()
    qtbot.mouseClick(page.arrivals.rows[0].undo_button, Qt.MouseButton.LeftButton)
    settled()

    told = page.finder.place.idle_card
    assert told.title_label.text() == "Zoe Berg is no longer registered"
    assert "the registration and the check-in" in told.sentence_label.text()
    assert database.read(head_counts, event.id).registered == 0
    assert page.arrivals.rows == []

    database.write(redo_latest, event.id, station="Desk 1", now=clock())
    assert [one.here for one in database.read(list_attendees, event.id)] == [True]


def test_ctrl_z_after_a_changed_role_is_the_windows_though_the_search_is_not_empty(
    open_desk: Open, add: Add, qtbot: QtBot, settled: Settled
) -> None:
    add("Adaeze Nnamdi")
    page = open_desk()
    typed(qtbot, page, "adaeze")
    undone: list[bool] = []
    QShortcut(QKeySequence("Ctrl+Z"), page).activated.connect(lambda: undone.append(True))
    page.finder.place.person_card.role_asked.emit(Role.MENTOR)
    settled()

    pressed(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
    assert page.finder.search.text() == "adaeze"
