"""The badge printers at the desk: printing on check-in, and every trouble with its way out."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from mixer_app.domain.errors import MixerError
from mixer_app.domain.print_jobs import JobState
from mixer_app.domain.printers import PrinterStatus, SpoolAnswer, SpoolState
from mixer_app.services import badge_queue
from mixer_app.services.check_in import check_in
from mixer_app.services.journal import activity
from mixer_app.services.people import get_attendee
from mixer_app.ui.desk import DeskPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the offscreen platform, of menus


@pytest.fixture
def open_printing_desk(open_desk: Callable[[], DeskPage], badge_printer: Any, qtbot: QtBot) -> Callable[[], DeskPage]:
    """The desk with a label printer."""

    def build() -> DeskPage:
        page = open_desk()
        page.use_printer(badge_printer)
        qtbot.waitUntil(lambda: bool(page.printers.rows) and page.printers.rows[0].shown.sentence == "Ready")
        return page

    return build


def look_up(qtbot: QtBot, page: DeskPage, text: str) -> None:
    page.finder.search.setFocus()
    qtbot.keyClicks(page.finder.search, text)
    qtbot.waitUntil(lambda: page.finder.place.person_card.isVisible(), timeout=10_000)


def choose(qtbot: QtBot, words: str) -> None:
    """Choose an entry of the menu that is open."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=10_000)
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    action = next(action for action in shown.actions() if action.text() == words)
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=shown.actionGeometry(action).center())


def cursor(page: DeskPage) -> Any:
    """What has the cursor, or will have it: without a window system the window is not active after a menu."""
    return page.window().focusWidget()


def lines(page: DeskPage) -> list[tuple[str, str, str]]:
    shown = [row.shown for row in page.printers.rows]
    return [(line.title, line.sentence, line.way_out.value) for line in shown]


def test_enter_checks_in_and_prints(open_printing_desk: Any, add: Any, qtbot: QtBot, shelf: Any, database: Any) -> None:
    ada = add("Adaeze Nnamdi")
    page = open_printing_desk()
    look_up(qtbot, page, "adaeze")
    assert page.finder.place.person_card.check_in_button.text() == "Check in and print badge"

    qtbot.keyClick(page.finder.search, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: len(shelf.label.came_out) == 1, timeout=10_000)
    assert database.read(get_attendee, ada.id).here


def test_shift_enter_checks_in_only(open_printing_desk: Any, add: Any, qtbot: QtBot, database: Any, event: Any) -> None:
    ada = add("Adaeze Nnamdi")
    page = open_printing_desk()
    look_up(qtbot, page, "adaeze")

    qtbot.keyClick(page.finder.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)

    qtbot.waitUntil(lambda: database.read(get_attendee, ada.id).here, timeout=10_000)
    assert database.read(badge_queue.jobs, event.id) == []


def test_a_check_in_does_not_wait_for_a_printer_that_stands_still(
    open_printing_desk: Any, add: Any, qtbot: QtBot, database: Any, shelf: Any
) -> None:
    ada = add("Adaeze Nnamdi")
    page = open_printing_desk()
    shelf.label.how = PrinterStatus(ready=False, takes_jobs=False, sentence="Out of labels")
    look_up(qtbot, page, "adaeze")

    qtbot.keyClick(page.finder.search, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: database.read(get_attendee, ada.id).here, timeout=10_000)
    expected = ("Desk 1, The label", "Out of labels, 1 badge waits", "Other printer")
    qtbot.waitUntil(lambda: lines(page)[0] == expected, timeout=10_000)
    qtbot.mouseClick(page.printers.rows[0].button, Qt.MouseButton.LeftButton)
    choose(qtbot, "Print on The laser")
    qtbot.waitUntil(lambda: len(shelf.laser.came_out) == 1, timeout=10_000)
    assert shelf.label.came_out == []


def test_a_job_that_failed_is_shown_at_once_and_goes_to_the_other_printer(
    open_printing_desk: Any, add: Any, qtbot: QtBot, shelf: Any
) -> None:
    add("Adaeze Nnamdi")
    page = open_printing_desk()
    shelf.label.refuses = MixerError("The cable is out.")
    look_up(qtbot, page, "adaeze")
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Return)

    line = ("Adaeze Nnamdi: did not come out", "The cable is out.", "Decide")
    qtbot.waitUntil(lambda: line in lines(page), timeout=5_000)
    button = next(row.button for row in page.printers.rows if row.shown.job is not None)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    choose(qtbot, "Print on The laser")

    qtbot.waitUntil(lambda: len(shelf.laser.came_out) == 1, timeout=10_000)
    qtbot.waitUntil(lambda: line not in lines(page), timeout=10_000)


def test_what_becomes_of_a_badge_is_told_at_the_person(
    open_printing_desk: Any, add: Any, qtbot: QtBot, shelf: Any, database: Any
) -> None:
    ada = add("Adaeze Nnamdi")
    page = open_printing_desk()
    heard: list[str] = []
    page.announcer.announced.connect(heard.append)
    shelf.label.refuses = MixerError("The cable is out.")
    look_up(qtbot, page, "adaeze")
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Return)

    greeted = page.finder.place.idle_card
    qtbot.waitUntil(lambda: greeted.badge_label.text() == "Badge failed. The cable is out.", timeout=10_000)
    (row,) = page.arrivals.rows
    assert greeted.badge_label.isVisible()
    assert row.badge_mark.isVisible()
    assert row.badge_mark.text_label.text() == "badge failed"
    qtbot.waitUntil(lambda: "The badge of Adaeze Nnamdi did not print. The cable is out." in heard)

    job = next(row.shown.job for row in page.printers.rows if row.shown.job is not None)
    page.printers._printer.move(job.id, "laser")
    qtbot.waitUntil(lambda: row.badge_mark.text_label.text() == "badge printed", timeout=10_000)
    assert greeted.badge_label.text() == "Badge printed"
    qtbot.waitUntil(lambda: database.read(get_attendee, ada.id).badge_printed_at is not None, timeout=10_000)


def test_whose_badge_failed_is_told_so_when_they_come_back(
    open_printing_desk: Any, add: Any, qtbot: QtBot, shelf: Any
) -> None:
    add("Adaeze Nnamdi")
    page = open_printing_desk()
    shelf.label.refuses = MixerError("The cable is out.")
    look_up(qtbot, page, "adaeze")
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.badges.states) and next(iter(page.badges.states.values())).tone == "bad")

    look_up(qtbot, page, "adaeze")
    shown = [one.text() for one in page.finder.place.person_card.facts.findChildren(QLabel) if one.isVisible()]
    assert "failed" in shown


def test_a_badge_that_may_have_come_out_is_decided_by_who_looks(
    open_printing_desk: Any, add: Any, qtbot: QtBot, shelf: Any, database: Any
) -> None:
    ada = add("Adaeze Nnamdi")
    page = open_printing_desk()
    shelf.label.answer = SpoolAnswer(SpoolState.GONE)
    look_up(qtbot, page, "adaeze")
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(row.shown.job for row in page.printers.rows), timeout=10_000)

    row = next(row for row in page.printers.rows if row.shown.job)
    assert row.shown.title == "Adaeze Nnamdi: may have come out"
    qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    choose(qtbot, "It came out")

    qtbot.waitUntil(lambda: database.read(get_attendee, ada.id).badge_printed_at is not None, timeout=10_000)


def test_print_here_takes_over_what_another_station_cannot_print(
    open_printing_desk: Any, add: Any, qtbot: QtBot, shelf: Any, database: Any, event: Any, now: Any, clock: Any
) -> None:
    from mixer_app.services.badge_dispatch import Dispatcher

    ada = add("Adaeze Nnamdi")
    kiosk = Dispatcher(database, "Kiosk 2", clock, lambda job, path: None)
    kiosk.tell_printer(shelf.laser, PrinterStatus(ready=False, takes_jobs=False, sentence="Out of labels"), None)
    job = database.write(badge_queue.queue_badge, event.id, ada.id, printer="laser", station="Kiosk 2", now=now)
    page = open_printing_desk()
    line = ("Kiosk 2, The laser", "Out of labels, 1 badge waits", "Print here")
    qtbot.waitUntil(lambda: line in lines(page), timeout=10_000)

    button = next(row.button for row in page.printers.rows if row.shown.station == "Kiosk 2")
    assert button.accessibleName() == "Print here: Kiosk 2, The laser"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: len(shelf.label.came_out) == 1, timeout=10_000)
    qtbot.waitUntil(
        lambda: [each.state for each in database.read(badge_queue.jobs, event.id)] == [JobState.DONE], timeout=10_000
    )
    assert job is not None


def test_the_badge_of_someone_who_is_here_is_printed_again_for_a_reason(
    open_printing_desk: Any, add: Any, qtbot: QtBot, shelf: Any, database: Any, event: Any, now: Any
) -> None:
    ada = add("Adaeze Nnamdi")
    database.write(check_in, event.id, ada.code, station="Kiosk 2", now=now)
    page = open_printing_desk()
    look_up(qtbot, page, "adaeze")
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Return)
    already = page.finder.place.already_card
    qtbot.waitUntil(lambda: already.isVisible(), timeout=10_000)
    assert already.badge_button.text() == "Print the badge again"

    qtbot.mouseClick(already.badge_button, Qt.MouseButton.LeftButton)
    choose(qtbot, "It was lost")

    qtbot.waitUntil(lambda: len(shelf.label.came_out) == 1, timeout=10_000)
    sentences = [entry.sentence for entry in database.read(activity, event.id)]
    assert "Badge of Adaeze Nnamdi to be printed again: lost" in sentences


def test_a_station_without_a_printer_says_so_and_lets_one_choose(
    open_desk: Any, badge_printer: Any, qtbot: QtBot, add: Any
) -> None:
    add("Adaeze Nnamdi")
    badge_printer.choose_printer(None)
    page = open_desk()
    page.use_printer(badge_printer)
    assert lines(page)[0] == ("No printer chosen", "No badge is printed at this station", "Choose")

    qtbot.mouseClick(page.printers.rows[0].button, Qt.MouseButton.LeftButton)
    choose(qtbot, "The laser")

    qtbot.waitUntil(lambda: lines(page)[0] == ("Desk 1, The laser", "Ready", ""), timeout=10_000)
    assert cursor(page) is page.finder.search


@pytest.mark.parametrize("way_out", ["Print on The laser", "Do not print it"])
def test_the_search_has_the_cursor_again_once_a_badge_is_decided(
    open_printing_desk: Any, add: Any, qtbot: QtBot, shelf: Any, way_out: str
) -> None:
    add("Adaeze Nnamdi")
    page = open_printing_desk()
    shelf.label.refuses = MixerError("The cable is out.")
    look_up(qtbot, page, "adaeze")
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Return)

    def decide() -> list[Any]:
        return [row.button for row in page.printers.rows if row.shown.job is not None]

    qtbot.waitUntil(lambda: bool(decide()), timeout=5_000)

    qtbot.mouseClick(decide()[0], Qt.MouseButton.LeftButton)
    choose(qtbot, way_out)
    assert cursor(page) is page.finder.search

    qtbot.waitUntil(lambda: not decide(), timeout=10_000)
    assert cursor(page) is page.finder.search


def test_a_row_with_the_cursor_stays_while_other_printers_change_and_leaves_it_to_the_search(
    open_printing_desk: Any, add: Any, qtbot: QtBot, shelf: Any
) -> None:
    add("Adaeze Nnamdi")
    page = open_printing_desk()
    shelf.label.refuses = MixerError("The cable is out.")
    look_up(qtbot, page, "adaeze")
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Return)

    def jobs() -> list[Any]:
        return [row for row in page.printers.rows if row.shown.job is not None]

    qtbot.waitUntil(lambda: bool(jobs()), timeout=5_000)
    (row,) = jobs()
    row.button.setFocus(Qt.FocusReason.TabFocusReason)

    shelf.label.how = PrinterStatus(ready=False, takes_jobs=False, sentence="Out of labels")
    qtbot.waitUntil(lambda: any("Out of labels" in sentence for _, sentence, _ in lines(page)), timeout=10_000)
    assert row.button.hasFocus()

    page.printers._printer.cancel(row.shown.job.id)
    qtbot.waitUntil(lambda: not jobs(), timeout=10_000)
    assert cursor(page) is page.finder.search
