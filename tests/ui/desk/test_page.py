"""Tests of the desk as the person behind it uses it: keys, clicks and scans against a real database."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.badge_code import new_badge_code, spaced
from mixer_app.domain.desk_calls import DeskReason
from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event, EventPlanning
from mixer_app.domain.people import Attendee
from mixer_app.domain.roles import Role
from mixer_app.services.check_in import check_in, undo_check_in
from mixer_app.services.desk_calls import call_desk
from mixer_app.services.events import create_event
from mixer_app.services.people import cancel_attendee, get_attendee, list_attendees
from mixer_app.ui.appearance import Appearance
from mixer_app.ui.desk import DeskPage
from mixer_app.ui.live_clock import LiveClock
from mixer_app.ui.widgets import Chip

from .conftest import typed

Open = Callable[[], DeskPage]
Add = Callable[..., Attendee]


def scanned(qtbot: QtBot, page: DeskPage, code: str) -> None:
    """Send a scanner's burst to whatever has the cursor."""
    target = QApplication.focusWidget() or page
    qtbot.keyClicks(target, code)
    qtbot.keyClick(target, Qt.Key.Key_Return)


def in_sight(widget: QWidget) -> bool:
    """Whether nothing of a widget is scrolled away."""
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def is_here(database: Any, person: Attendee) -> bool:
    return database.read(get_attendee, person.id).here


def test_the_search_has_the_cursor_from_the_start(open_desk: Open) -> None:
    page = open_desk()

    assert QApplication.focusWidget() is page.finder.search


def test_typing_a_name_and_enter_checks_the_best_hit_in(
    open_desk: Open, add: Add, database: Any, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    ada = add("Adaeze Nnamdi", employer="Lagoon Teaching Hospital")
    add("Bo Li")
    page = open_desk()

    typed(qtbot, page, "nnamdi ada")
    assert page.finder.place.person_card.head_row.name_label.text() == "Adaeze Nnamdi"
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Return)
    settled()

    assert is_here(database, ada)
    assert page.finder.search.text() == ""
    assert QApplication.focusWidget() is page.finder.search
    assert page.finder.place.idle_card.title_label.text() == "Adaeze Nnamdi is checked in"
    assert page.counters.here.number_label.text() == "1"
    assert [row.attendee.id for row in page.arrivals.rows] == [ada.id]


def test_the_down_key_chooses_the_next_hit(
    open_desk: Open, add: Add, database: Any, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    add("Ann Smith")
    add("Ann Smithson")
    page = open_desk()

    typed(qtbot, page, "ann smith")
    first = page.finder.place.person_card.attendee
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Down)
    second = page.finder.place.person_card.attendee
    assert first is not None
    assert second is not None
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Return)
    settled()

    assert second.id != first.id
    assert is_here(database, second)
    assert not is_here(database, first)


def test_ctrl_2_chooses_the_second_hit(open_desk: Open, add: Add, qtbot: QtBot) -> None:
    add("Ann Smith")
    add("Ann Smithson")
    page = open_desk()
    typed(qtbot, page, "ann smith")
    second = page.finder.place.hit_list.rows[0].attendee

    qtbot.keyClick(page.finder.search, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)

    shown = page.finder.place.person_card.attendee
    assert shown is not None
    assert shown.id == second.id


def test_of_two_namesakes_nobody_is_checked_in_until_one_is_chosen(
    open_desk: Open, add: Add, database: Any, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    people = [add("Ann Smith", employer="City Hospital"), add("Ann Smith", employer="Harbour Health")]
    page = open_desk()

    typed(qtbot, page, "ann smith")
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Return)
    settled()
    assert not any(is_here(database, person) for person in people)

    qtbot.keyClick(page.finder.search, Qt.Key.Key_Down)
    chosen = page.finder.place.person_card.attendee
    assert chosen is not None
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Return)
    settled()
    assert is_here(database, chosen)


def test_a_scan_checks_in_wherever_the_cursor_is(
    open_desk: Open, add: Add, database: Any, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    ada = add("Adaeze Nnamdi")
    page = open_desk()
    page.walk_in_form.name_edit.setFocus()

    scanned(qtbot, page, ada.code)
    settled()

    assert is_here(database, ada)
    assert page.walk_in_form.name_edit.text() == ""


def test_a_scan_in_the_search_leaves_nothing_in_it(
    open_desk: Open, add: Add, database: Any, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    ada = add("Adaeze Nnamdi")
    page = open_desk()

    scanned(qtbot, page, ada.code)
    settled()

    assert is_here(database, ada)
    assert page.finder.search.text() == ""


def test_a_scanner_that_sends_no_enter_is_understood_too(
    open_desk: Open, add: Add, database: Any, qtbot: QtBot
) -> None:
    ada = add("Adaeze Nnamdi")
    page = open_desk()

    qtbot.keyClicks(page.finder.search, ada.code)
    qtbot.waitUntil(lambda: is_here(database, ada))

    assert page.finder.search.text() == ""


def test_a_second_scan_says_who_when_and_where(
    open_desk: Open, add: Add, event: Event, database: Any, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    ada = add("Adaeze Nnamdi")
    at = datetime(2026, 3, 5, 17, 41, tzinfo=UTC)
    database.write(check_in, event.id, ada.code, station="Kiosk 2", now=at)
    page = open_desk()

    scanned(qtbot, page, ada.code)
    settled()

    card = page.finder.place.already_card
    assert card.isVisible()
    assert card.head_row.name_label.text() == "Adaeze Nnamdi"
    assert f"{at.astimezone():%H:%M}" in card.when_label.text()
    assert "Kiosk 2" in card.when_label.text()
    assert QApplication.focusWidget() is card.close_button


def test_the_second_enter_of_a_scanner_does_not_close_the_interruption(
    open_desk: Open, add: Add, event: Event, database: Any, now: datetime, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    ada = add("Adaeze Nnamdi")
    database.write(check_in, event.id, ada.code, station="Kiosk 2", now=now)
    page = open_desk()

    scanned(qtbot, page, ada.code)
    settled()
    qtbot.keyClick(page.finder.place.already_card.close_button, Qt.Key.Key_Return)

    assert page.finder.place.already_card.isVisible()


def test_enter_closes_the_interruption_and_changes_nothing(
    open_desk: Open, add: Add, event: Event, database: Any, now: datetime, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    ada = add("Adaeze Nnamdi")
    database.write(check_in, event.id, ada.code, station="Kiosk 2", now=now)
    page = open_desk()
    typed(qtbot, page, "nnamdi")
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Return)
    settled()

    qtbot.keyClick(page.finder.place.already_card.close_button, Qt.Key.Key_Return)

    assert not page.finder.place.already_card.isVisible()
    assert QApplication.focusWidget() is page.finder.search
    assert is_here(database, ada)


def test_a_code_of_nobody_is_told_and_stays_out_of_the_search(
    open_desk: Open, add: Add, an_attendee: Add, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    add("Adaeze Nnamdi")
    stranger = an_attendee("Somebody Else")
    page = open_desk()

    scanned(qtbot, page, stranger.code)
    settled()

    assert page.finder.place.idle_card.title_label.text() == "This badge is not of this event"
    assert page.finder.search.text() == ""


@pytest.mark.parametrize(
    ("text", "title", "whose"),
    [
        ("nobody@example.org", "No one with this address", "“nobody@example.org” is nobody’s email address here."),
        (spaced(new_badge_code(Random(77))), "No one with this code", "is nobody’s badge code here."),
    ],
)
def test_what_was_typed_and_is_nobodys_is_no_badge_and_stays_to_be_corrected(
    open_desk: Open,
    add: Add,
    database: Any,
    qtbot: QtBot,
    settled: Callable[[], None],
    text: str,
    title: str,
    whose: str,
) -> None:
    ada = add("Adaeze Nnamdi")
    page = open_desk()
    heard: list[str] = []
    page.announcer.announced.connect(heard.append)
    search, card = page.finder.search, page.finder.place.idle_card

    search.insert(text)
    settled()
    assert "with this name" not in card.sentence_label.text()
    qtbot.keyClick(search, Qt.Key.Key_Return)
    settled()
    assert card.title_label.text() == title
    assert whose in card.sentence_label.text()
    assert search.text() == search.selectedText() == text
    assert heard[-1] == title

    scanned(qtbot, page, ada.code)
    settled()
    assert is_here(database, ada)
    assert card.title_label.text() == "Adaeze Nnamdi is checked in"
    assert search.text() == ""


def test_an_answer_about_what_was_typed_before_leaves_what_is_typed_now(
    open_desk: Open, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    page = open_desk()
    page.finder.search.insert("nobody@example.org")
    with qtbot.waitSignal(page.said) as said:
        qtbot.keyClick(page.finder.search, Qt.Key.Key_Return)
        page.finder.search.setText("Bo")
        settled()

    assert "“nobody@example.org” is nobody’s email address here." in (said.args or [""])[0]
    assert page.finder.search.text() == "Bo"


def test_undo_in_the_last_arrivals_takes_a_check_in_back(
    open_desk: Open, add: Add, event: Event, database: Any, now: datetime, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    ada = add("Adaeze Nnamdi")
    database.write(check_in, event.id, ada.code, station="Kiosk 2", now=now)
    page = open_desk()

    qtbot.mouseClick(page.arrivals.rows[0].undo_button, Qt.MouseButton.LeftButton)
    settled()

    assert not is_here(database, ada)
    assert page.arrivals.rows == []
    assert page.counters.here.number_label.text() == "0"


def test_f2_takes_the_typed_words_as_the_name_of_a_walk_in(
    open_desk: Open, database: Any, event: Event, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    page = open_desk()
    typed(qtbot, page, "Zoe van der Berg")

    qtbot.keyClick(page.finder.search, Qt.Key.Key_F2)
    assert page.walk_in_form.name_edit.text() == "Zoe van der Berg"
    qtbot.mouseClick(page.walk_in_form.role_control.button(Role.MENTOR), Qt.MouseButton.LeftButton)
    page.walk_in_form.employer_edit.setFocus()
    qtbot.keyClick(page.walk_in_form.employer_edit, Qt.Key.Key_Return)
    settled()

    (zoe,) = database.read(list_attendees, event.id)
    assert (zoe.name.family, zoe.role, zoe.walk_in, zoe.here) == ("van der Berg", Role.MENTOR, True, True)
    assert page.walk_in_form.name_edit.text() == ""
    assert QApplication.focusWidget() is page.finder.search


def test_a_walk_in_who_may_be_registered_is_shown_while_typing(open_desk: Open, add: Add, qtbot: QtBot) -> None:
    add("Nadia Rahman", employer="Padma Hospital")
    page = open_desk()
    form = page.walk_in_form
    form.name_edit.setFocus()

    qtbot.keyClicks(form.name_edit, "Nadya Rahmann")
    qtbot.waitUntil(form.double_note.isVisible)

    assert "Nadia Rahman" in form.double_note.told_label.text()
    assert form.add_button.text() == "Add as someone new"
    qtbot.mouseClick(form.double_note.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.finder.place.person_card.isVisible)
    shown = page.finder.place.person_card.attendee
    assert shown is not None
    assert shown.name.full == "Nadia Rahman"


@pytest.mark.parametrize("name", ["Ng", "O"])
def test_a_walk_in_with_the_shortest_of_names_is_looked_for_while_typing(
    open_desk: Open, add: Add, qtbot: QtBot, name: str
) -> None:
    add(name)
    add("Olga Ngata")
    page = open_desk()
    form = page.walk_in_form
    qtbot.keyClick(page.finder.search, Qt.Key.Key_F2)

    qtbot.keyClicks(form.name_edit, name)
    qtbot.waitUntil(form.double_note.isVisible)
    assert f"Looks like {name}, " in form.double_note.told_label.text()

    qtbot.keyClicks(form.name_edit, "uyen")
    qtbot.waitUntil(lambda: not form.double_note.isVisible())
    assert form.hint_label.isVisible()


def test_a_scan_leaves_a_half_typed_walk_in_as_it_is(
    open_desk: Open, add: Add, database: Any, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    ada = add("Adaeze Nnamdi")
    page = open_desk()
    page.walk_in_form.name_edit.setFocus()
    qtbot.keyClicks(page.walk_in_form.name_edit, "Nadya")
    qtbot.waitUntil(lambda: page.walk_in_form.name_edit.text() == "Nadya")

    scanned(qtbot, page, ada.code)
    settled()

    assert is_here(database, ada)
    assert page.walk_in_form.name_edit.text() == "Nadya"


def test_a_sensitive_need_is_counted_and_never_named(open_desk: Open, add: Add, qtbot: QtBot) -> None:
    add("Adaeze Nnamdi", needs_wanted=("Relocation", "Interpersonal issue"))
    page = open_desk()

    typed(qtbot, page, "adaeze")
    card = page.finder.place.person_card

    def visible() -> list[str]:
        return [chip.text() for chip in card.findChildren(Chip) if chip.isVisible()]

    qtbot.waitUntil(lambda: len(visible()) > 1)
    words = visible()
    assert "Relocation" in words
    assert "1 private" in words
    assert not any("Interpersonal" in word for word in words)


def test_changing_the_role_is_one_choice(
    open_desk: Open, add: Add, database: Any, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    ada = add("Adaeze Nnamdi", role="mentee")
    page = open_desk()
    typed(qtbot, page, "adaeze")

    page.finder.place.person_card.role_asked.emit(Role.MENTOR)
    settled()

    assert database.read(get_attendee, ada.id).role is Role.MENTOR
    assert page.finder.place.person_card.head_row.role_mark.accessibleName() == "Mentor"


def test_a_screen_reader_hears_what_happened(
    open_desk: Open, add: Add, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    ada = add("Adaeze Nnamdi")
    page = open_desk()

    with qtbot.waitSignal(page.announcer.announced) as heard:
        scanned(qtbot, page, ada.code)
    settled()

    assert heard.args == ["Adaeze Nnamdi, mentee, checked in"]


def test_escape_empties_the_search(open_desk: Open, add: Add, qtbot: QtBot) -> None:
    add("Adaeze Nnamdi")
    page = open_desk()
    typed(qtbot, page, "adaeze")

    qtbot.keyClick(page.finder.search, Qt.Key.Key_Escape)

    assert page.finder.search.text() == ""
    assert page.finder.place.idle_card.title_label.text() == "Scan a badge or type a name"


def test_letters_typed_on_a_button_go_to_the_search(open_desk: Open, add: Add, qtbot: QtBot) -> None:
    add("Adaeze Nnamdi")
    page = open_desk()
    page.arrivals.all_button.setFocus()

    qtbot.keyClicks(page.arrivals.all_button, "ada")

    qtbot.waitUntil(lambda: page.finder.search.text() == "ada")


def test_the_search_has_the_cursor_when_the_control_that_had_it_goes(
    open_desk: Open, add: Add, event: Event, database: Any, now: datetime, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    ada = add("Adaeze Nnamdi")
    database.write(check_in, event.id, ada.code, station="Kiosk 2", now=now)
    page = open_desk()
    page.arrivals.rows[0].undo_button.setFocus(Qt.FocusReason.TabFocusReason)

    database.write(undo_check_in, event.id, ada.code, station="Kiosk 2", now=now)
    page.refresh()
    settled()

    assert page.arrivals.rows == []
    assert QApplication.focusWidget() is page.finder.search


def test_what_another_station_did_appears_after_a_refresh(
    open_desk: Open, add: Add, event: Event, database: Any, now: datetime, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    ada = add("Adaeze Nnamdi")
    page = open_desk()
    typed(qtbot, page, "adaeze")
    database.write(check_in, event.id, ada.code, station="Kiosk 2", now=now + timedelta(minutes=1))

    page.refresh()
    settled()

    assert page.finder.search.text() == "adaeze"
    shown = page.finder.place.person_card.attendee
    assert shown is not None
    assert shown.here
    assert page.arrivals.rows[0].attendee.checked_in_where == "Kiosk 2"


@pytest.mark.parametrize("width", [1000, 1440])
def test_every_control_of_the_desk_has_a_name(open_desk: Open, add: Add, qtbot: QtBot, width: int) -> None:
    add("Adaeze Nnamdi")
    add("Adaora Nnamdi")
    page = open_desk()
    page.resize(width, 900)
    typed(qtbot, page, "nnamdi")

    controls = [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit)]
    nameless = [widget for widget in controls if widget.isVisible() and not widget.accessibleName()]
    assert not nameless


def test_a_check_in_that_was_taken_back_elsewhere_is_no_longer_told(
    open_desk: Open, add: Add, event: Event, database: Any, now: datetime, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    ada = add("Adaeze Nnamdi")
    page = open_desk()
    typed(qtbot, page, "adaeze")
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Return)
    settled()
    title = page.finder.place.idle_card.title_label
    assert title.text() == "Adaeze Nnamdi is checked in"

    database.write(undo_check_in, event.id, ada.code, station="Desk 1", now=now)
    page.refresh()
    settled()

    assert title.text() == "Scan a badge or type a name"


def test_double_text_leaves_the_card_and_the_counters_whole(
    open_desk: Open, add: Add, appearance: Appearance, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    add("Adaeze Nnamdi", title="Senior registrar", employer="Lagoon Teaching Hospital")
    page = open_desk()
    page.resize(1376, 900)
    appearance.choose_scale(2.0)
    try:
        typed(qtbot, page, "adaeze")
        card, counters = page.finder.place.person_card, page.counters
        qtbot.waitUntil(lambda: card.isVisible() and card.width() <= page.finder.width())
        qtbot.waitUntil(lambda: counters.minimumSizeHint().width() <= counters.width())
    finally:
        appearance.choose_scale(1.0)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raising and grabbing, as menus ask
def test_a_scan_while_a_menu_is_open_checks_in_and_chooses_nothing(
    open_desk: Open, add: Add, database: Any, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    ada, bo = add("Adaeze Nnamdi", role="mentee"), add("Bo Li")
    page = open_desk()
    typed(qtbot, page, "adaeze")
    page.finder.place.person_card.role_button.click()
    chooser = QApplication.activePopupWidget()
    qtbot.keyClick(chooser, Qt.Key.Key_Down)  # Mentor
    qtbot.keyClicks(chooser, bo.code)
    qtbot.keyClick(chooser, Qt.Key.Key_Return)
    settled()

    assert is_here(database, bo)
    assert database.read(get_attendee, ada.id).role is Role.MENTEE
    assert QApplication.activePopupWidget() is None


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raising and grabbing, as menus ask
@pytest.mark.parametrize("opened_by", ["mouse", "key"])
def test_a_scan_is_recognised_while_a_menu_has_just_opened_and_after_it_was_left(
    open_desk: Open, add: Add, database: Any, qtbot: QtBot, settled: Callable[[], None], opened_by: str
) -> None:
    ada, bo, cleo = add("Adaeze Nnamdi", role="mentee"), add("Bo Li"), add("Cleo Cruz")
    page = open_desk()
    window = page.window().windowHandle()

    def open_menu() -> None:
        typed(qtbot, page, "adaeze")
        button = page.finder.place.person_card.role_button
        qtbot.waitUntil(button.isVisible)
        if opened_by == "mouse":
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        else:
            button.setFocus(Qt.FocusReason.TabFocusReason)
            qtbot.keyClick(button, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)

    open_menu()
    for letter in bo.code:
        QTest.keyClick(window, letter)
    QTest.keyClick(window, Qt.Key.Key_Return)
    settled()
    assert is_here(database, bo)
    assert QApplication.activePopupWidget() is None

    page.activateWindow()
    page.finder.start_over()
    open_menu()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    for letter in cleo.code:
        QTest.keyClick(window, letter)
    QTest.keyClick(window, Qt.Key.Key_Return)
    settled()
    assert is_here(database, cleo)
    assert database.read(get_attendee, ada.id).role is Role.MENTEE


def test_of_two_quick_scans_each_is_told_by_its_own_code(
    open_desk: Open, add: Add, database: Any, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    ada = add("Adaeze Nnamdi")
    page = open_desk()
    stranger = new_badge_code(Random(77))
    assert stranger != ada.code
    told: list[str] = []
    show_unknown = page.finder.show_unknown

    def note(text: str) -> None:
        told.append(text)
        show_unknown(text)

    page.finder.show_unknown = note  # type: ignore[method-assign]  # to hear what is told before the next answer
    scanned(qtbot, page, stranger)
    scanned(qtbot, page, ada.code)
    settled()

    assert told == [spaced(stranger)]
    assert is_here(database, ada)


def test_an_enter_quicker_than_the_look_for_doubles_adds_nobody_twice(
    open_desk: Open, add: Add, database: Any, event: Event, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    add("Adaeze Nnamdi", employer="Lagoon Teaching Hospital")
    page = open_desk()
    typed(qtbot, page, "Adaeze Nnamdi")
    qtbot.keyClick(page.finder.search, Qt.Key.Key_F2)
    qtbot.keyClick(page.walk_in_form.employer_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(page.walk_in_form.double_note.isVisible)

    assert len(database.read(list_attendees, event.id)) == 1
    assert page.walk_in_form.add_button.text() == "Add as someone new"

    qtbot.keyClick(page.walk_in_form.employer_edit, Qt.Key.Key_Return)
    settled()
    assert [one.walk_in for one in database.read(list_attendees, event.id)] == [False, True]


def test_the_next_walk_in_is_a_mentee_again(
    open_desk: Open, database: Any, event: Event, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    page = open_desk()
    page.walk_in_form.begin("Zoe Berg")
    page.walk_in_form.role_control.set_key(Role.MENTOR)
    qtbot.keyClick(page.walk_in_form.employer_edit, Qt.Key.Key_Return)
    settled()

    assert [one.role for one in database.read(list_attendees, event.id)] == [Role.MENTOR]
    assert page.walk_in_form.role_control.key == Role.MENTEE


def test_a_key_for_the_note_means_whom_the_last_letter_found(open_desk: Open, add: Add, qtbot: QtBot) -> None:
    add("Adaeze Nnamdi")
    bo = add("Bo Li")
    page = open_desk()
    typed(qtbot, page, "adaeze")
    qtbot.waitUntil(page.finder.place.person_card.isVisible)

    page.finder.search.setText("bo li")
    qtbot.keyClick(page.finder.search, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    band = page.finder.place.person_card.note_band
    assert QApplication.focusWidget() is band.note_edit
    assert band.attendee is not None
    assert band.attendee.id == bo.id


def test_who_was_begun_at_one_event_is_not_added_at_the_next(
    open_desk: Open, database: Any, now: datetime, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    page = open_desk()
    for name in ("Nadya Petrova", "Zoe Bergqvist"):
        typed(qtbot, page, name)
        qtbot.keyClick(page.finder.search, Qt.Key.Key_F2)
    assert page.walk_in_form.kept_button.isVisible()
    page.finder.search.setText("ann")

    other = EventPlanning(name="Another evening", starts_at=datetime(2026, 4, 5, 18, 30))
    page.show_event(database.write(create_event, other, station="Desk 1", now=now))
    settled()

    assert not page.finder.search.text()
    assert not page.walk_in_form.name_edit.text()
    assert page.walk_in_form.kept_button.isHidden()


def test_several_letters_in_one_turn_are_shown_once_and_last(
    open_desk: Open, add: Add, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    ada = add("Adaeze Nnamdi")
    add("Anders Li")
    page = open_desk()
    shown: list[int] = []
    page.finder.place.turned.connect(lambda: shown.append(1))

    for text in ("a", "ad", "ada"):
        page.finder.search.setText(text)
    settled()

    person = page.finder.place.person_card.attendee
    assert len(shown) == 1
    assert person is not None
    assert person.id == ada.id


def test_a_refusal_stays_in_sight_beside_what_was_typed(
    open_desk: Open,
    add: Add,
    database: Any,
    qtbot: QtBot,
    settled: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add("Adaeze Nnamdi")
    page = open_desk()
    typed(qtbot, page, "adaeze")

    def refuse(*_: Any, **__: Any) -> None:
        raise MixerError("The disk is full.")

    monkeypatch.setattr(database, "write", refuse)
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Return)
    settled()

    assert page.finder.search.text() == "adaeze"
    assert page.finder.place.idle_card.isVisible()
    assert "The disk is full." in page.finder.place.idle_card.sentence_label.text()


def test_who_comes_in_elsewhere_does_not_change_whom_enter_means(
    open_desk: Open, add: Add, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    add("Anna Smithers")
    page = open_desk()
    typed(qtbot, page, "anna smith")
    add("Anna Smith")
    page.refresh()
    settled()

    assert page.finder.place.person_card.head_row.name_label.text() == "Anna Smithers"
    assert [row.attendee.name.full for row in page.finder.place.hit_list.rows if row.attendee] == ["Anna Smith"]


def test_the_last_ten_arrivals_can_be_undone_also_in_a_low_window(
    open_desk: Open, add: Add, database: Any, event: Event, now: datetime, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    people = [add(f"Guest Number{number}") for number in range(12)]
    for number, person in enumerate(people):
        database.write(check_in, event.id, person.code, station="Desk 1", now=now + timedelta(seconds=number))
    page = open_desk()
    page.resize(960, 560)

    assert [row.attendee.id for row in page.arrivals.rows] == [person.id for person in people[:1:-1]]
    qtbot.mouseClick(page.arrivals.rows[-1].undo_button, Qt.MouseButton.LeftButton)
    settled()
    assert not is_here(database, people[2])


def test_without_a_printer_no_key_for_another_badge_is_promised(
    open_desk: Open, add: Add, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    ada = add("Adaeze Nnamdi")
    page = open_desk()
    scanned(qtbot, page, ada.code)
    settled()
    scanned(qtbot, page, ada.code)
    settled()

    assert page.finder.place.already_card.isVisible()
    assert not [one for one in page.finder.place.findChildren(QLabel) if one.isVisible() and one.text() == "Ctrl P"]
    with qtbot.waitSignal(page.said) as said:
        qtbot.keyClick(page.finder.place.already_card.close_button, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert said.args == ["This station has no printer. Choose one under Badge printers.", None]


@pytest.mark.parametrize(("scale", "width", "height"), [(1.0, 960, 700), (1.5, 1376, 900), (2.0, 1376, 900)])
def test_the_walk_in_form_with_its_warning_is_whole_and_in_sight(
    open_desk: Open,
    add: Add,
    appearance: Appearance,
    qtbot: QtBot,
    scale: float,
    width: int,
    height: int,
) -> None:
    add("Zoë van der Berg", employer="Lagoon Teaching Hospital")
    page = open_desk()
    page.resize(width, height)
    appearance.choose_scale(scale)
    form = page.walk_in_form
    try:
        qtbot.keyClick(page.finder.search, Qt.Key.Key_F2)
        qtbot.keyClicks(form.name_edit, "Zoe van der Berg")
        qtbot.waitUntil(form.double_note.isVisible)
        parts = (
            *(form.name_edit, form.employer_edit, form.clear_button, form.add_button),
            *(form.double_note.told_label, form.double_note.open_button),
            *(form.role_control.button(role) for role in Role),
        )
        qtbot.waitUntil(lambda: all(in_sight(part) for part in parts))
        assert all(part.width() >= part.minimumSizeHint().width() for part in parts)
    finally:
        appearance.choose_scale(1.0)


def test_whatever_has_the_cursor_is_in_sight_however_large_the_text(
    open_desk: Open, add: Add, appearance: Appearance, qtbot: QtBot
) -> None:
    for number in range(4):
        add(f"Guest Number{number}")
    page = open_desk()
    page.resize(960, 628)
    appearance.choose_scale(2.0)
    try:
        typed(qtbot, page, "guest")
        qtbot.waitUntil(lambda: len(page.finder.place.hit_list.rows) == 3)
        last = page.finder.place.hit_list.rows[-1]
        last.setFocus(Qt.FocusReason.OtherFocusReason)
        qtbot.waitUntil(lambda: in_sight(last))

        qtbot.keyClick(last, Qt.Key.Key_F2)
        form = page.walk_in_form
        form.name_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        qtbot.waitUntil(lambda: in_sight(form.name_edit))
        form.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        qtbot.waitUntil(lambda: in_sight(form.add_button))

        qtbot.keyClick(form.add_button, Qt.Key.Key_Escape)
        typed(qtbot, page, "guest")
        qtbot.waitUntil(lambda: in_sight(page.finder.place.person_card.head_row))
    finally:
        appearance.choose_scale(1.0)


def test_a_long_name_is_whole_in_the_last_arrivals_of_a_narrow_window(
    open_desk: Open, add: Add, database: Any, event: Event, now: datetime, qtbot: QtBot
) -> None:
    name = "María de los Ángeles Fernández-Villavicencio y Ruiz de la Prada"
    database.write(check_in, event.id, add(name).code, station="Desk 1", now=now)
    page = open_desk()
    page.resize(960, 628)
    shown = page.arrivals.rows[0].name_label

    qtbot.waitUntil(lambda: shown.height() >= shown.heightForWidth(shown.width()) > 30)
    assert shown.text() == name


def test_undo_of_an_arrival_is_in_sight_in_the_largest_text_of_the_narrowest_window(
    open_desk: Open, add: Add, database: Any, event: Event, now: datetime, appearance: Appearance, qtbot: QtBot
) -> None:
    database.write(check_in, event.id, add("María Fernández-Villavicencio").code, station="Desk 1", now=now)
    page = open_desk()
    page.resize(960, 900)
    appearance.choose_scale(2.0)
    try:
        qtbot.waitUntil(lambda: in_sight(page.arrivals.rows[0].undo_button))
        qtbot.waitUntil(lambda: in_sight(page.arrivals.rows[0].name_label))
    finally:
        appearance.choose_scale(1.0)


LONG_WORD = "Supercalifragilisticexpialidociousnamewithoutanyblankinitatallwhichislong"


def whole(shown: QLabel) -> bool:
    """Whether a text that is wider than its place has as many lines as it needs there."""
    lines = shown.height() // shown.fontMetrics().height()
    return lines * shown.width() >= shown.fontMetrics().horizontalAdvance(shown.text())


@pytest.mark.parametrize(("scale", "width", "height"), [(1.0, 960, 700), (1.5, 1240, 900), (1.5, 960, 700)])
def test_no_name_however_long_pushes_undo_out_of_sight(
    open_desk: Open,
    add: Add,
    database: Any,
    event: Event,
    now: datetime,
    appearance: Appearance,
    qtbot: QtBot,
    scale: float,
    width: int,
    height: int,
) -> None:
    name = f"Ann {LONG_WORD}"
    for who in ("Bo Li", name):
        database.write(check_in, event.id, add(who).code, station="Desk 1", now=now)
    page = open_desk()
    page.resize(width, height)
    appearance.choose_scale(scale)
    try:
        rows = page.arrivals.rows
        seen = page.arrivals.findChild(QScrollArea).viewport()

        def in_the_card(button: QWidget) -> bool:
            return button.mapTo(seen, button.rect().topRight()).x() < seen.width()

        qtbot.waitUntil(lambda: all(in_the_card(row.undo_button) for row in rows))
        qtbot.waitUntil(lambda: in_sight(rows[0].undo_button))
        shown = next(row.name_label for row in rows if row.attendee.name.full == name)
        qtbot.waitUntil(lambda: whole(shown))
    finally:
        appearance.choose_scale(1.0)


def test_one_long_word_leaves_the_card_and_the_walk_in_form_whole(
    open_desk: Open, add: Add, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    topic = "How to lead a department of more than two hundred people through a merger without losing anybody at all"
    add(LONG_WORD, role="mentee", topics_wanted=(topic,), staff_note=f"https://example.org/{LONG_WORD}")
    page = open_desk()
    place, form = page.finder.place, page.walk_in_form
    typed(qtbot, page, LONG_WORD[:12])
    qtbot.waitUntil(place.person_card.isVisible)
    card = place.person_card
    qtbot.waitUntil(lambda: in_sight(card.edit_button) and in_sight(card.head_row.status_mark))
    assert whole(card.head_row.name_label)
    assert whole(card.note_band.note_label)
    assert in_sight(card.note_band.seen_button)
    assert in_sight(form.add_button)

    qtbot.keyClick(page.finder.search, Qt.Key.Key_Return)
    settled()
    assert place.idle_card.title_label.text() == f"{LONG_WORD} is checked in"
    qtbot.waitUntil(lambda: in_sight(place.idle_card.title_label) and in_sight(form.add_button))
    assert whole(place.idle_card.title_label)
    assert all(in_sight(form.role_control.button(role)) for role in Role)

    page.finder.search.setText(f"{LONG_WORD}x")
    qtbot.keyClick(page.finder.search, Qt.Key.Key_F2)
    form.name_edit.setText(f"Bo {LONG_WORD}")
    qtbot.waitUntil(form.double_note.isVisible)
    qtbot.waitUntil(lambda: in_sight(form.add_button) and in_sight(form.double_note.open_button))
    qtbot.waitUntil(lambda: whole(form.double_note.told_label))


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_large_text_cuts_no_hint_and_no_reason(
    open_desk: Open,
    add: Add,
    database: Any,
    event: Event,
    now: datetime,
    appearance: Appearance,
    badge_printer: Any,
    qtbot: QtBot,
    scale: float,
) -> None:
    people = [add(name) for name in ("Siti Aminah binti Yusof", "Bo Li", "Ngozi Adeyemi-Okafor")]
    for person in people:
        database.write(call_desk, event.id, person.id, DeskReason.WRONG_FACTS, station="Kiosk 2", now=now)
        database.write(check_in, event.id, person.code, station="Desk 1", now=now)
    badge_printer.choose_printer(None)
    page = open_desk()
    page.use_printer(badge_printer)
    page.resize(1376, 900)

    def whole(words: str) -> bool:
        (one,) = (
            one
            for one in page.findChildren(QLabel)
            if one.isVisible() and words in (one.text() or one.accessibleName())
        )
        needed = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
        wide = one.wordWrap() or one.fontMetrics().horizontalAdvance(one.text()) <= one.width()
        return words in one.text() and wide and one.height() >= needed

    try:
        appearance.choose_scale(scale)
        for words in ("Scanning works wherever", "No badge is printed at this station", "Kiosk 2,"):
            qtbot.waitUntil(lambda words=words: whole(words))
    finally:
        appearance.choose_scale(1.0)
    qtbot.waitUntil(lambda: max(row.height() for row in page.arrivals.rows) < 64)


@pytest.mark.parametrize("way", ["typed", "scanned"])
def test_who_had_cancelled_and_comes_is_found_and_registered_again_with_all_they_had(
    open_desk: Open,
    add: Add,
    database: Any,
    event: Event,
    now: datetime,
    qtbot: QtBot,
    settled: Callable[[], None],
    way: str,
) -> None:
    ada = add("Adaeze Nnamdi", topics_wanted=("Finance",))
    database.write(cancel_attendee, ada.id, station="Control", now=now)
    page = open_desk()
    if way == "typed":
        typed(qtbot, page, "adaeze")
    else:
        scanned(qtbot, page, ada.code)
        qtbot.waitUntil(page.finder.place.person_card.isVisible)
    card = page.finder.place.person_card
    assert card.check_in_button.text() == "Register again, check in"
    assert [one.text() for one in card.head_row.status_mark.findChildren(QLabel) if one.text()] == ["Cancelled"]
    assert not database.read(list_attendees, event.id), "nothing is changed by looking"

    qtbot.mouseClick(card.check_in_button, Qt.MouseButton.LeftButton)
    settled()
    (came,) = database.read(list_attendees, event.id)
    assert (came.id, came.here, came.topics_wanted) == (ada.id, True, ("Finance",))


def test_a_cancelled_registration_does_not_stand_in_the_way_of_a_new_one(
    open_desk: Open, add: Add, database: Any, now: datetime, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    database.write(cancel_attendee, add("Adaeze Nnamdi").id, station="Control", now=now)
    new = add("Adaeze Nnamdi", employer="Lagoon Teaching Hospital")
    page = open_desk()
    typed(qtbot, page, "adaeze nnamdi")
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Return)
    settled()

    assert is_here(database, new)


def test_the_head_follows_the_evening_once_it_has_been_started(
    open_desk: Open, page_parts: dict[str, Any], database: Any, event: Event, come_to_round: Callable[..., None],
    qtbot: QtBot,
) -> None:  # fmt: skip
    page = open_desk()
    live = LiveClock(**page_parts, parent=page)
    page.use_live_clock(live)
    live.use_event(event.id)
    come_to_round(3)
    live.look()
    qtbot.waitUntil(lambda: "round 3" in page.head_note.round_label.whole_text)
    assert page.head_note.round_label.whole_text == "round 3, 10 min left, paused"


def test_what_is_shown_for_practice_before_the_first_guest_is_taken_away_and_names_nobody(
    open_desk: Open, add: Add, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    for name in ("Adaeze Nnamdi", "Bo Li", "Karlo Berg"):
        add(name)
    page = open_desk()
    settled()
    place = page.finder.place
    qtbot.waitUntil(lambda: place.person_card.attendee is not None)
    assert place.person_card.attendee.name.full == "Somebody Else"
    assert (place.idle_card.isVisible(), place.person_card.isVisible(), place.hit_list.isVisible()) == (
        True,
        False,
        False,
    )
    typed(qtbot, page, "adaeze")
    assert place.person_card.isVisible()
    assert place.person_card.head_row.name_label.text() == "Adaeze Nnamdi"


def test_whoever_is_looked_for_at_once_is_not_disturbed_by_practice(
    open_desk: Open, add: Add, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    add("Adaeze Nnamdi")
    page = open_desk()
    typed(qtbot, page, "adaeze")
    card = page.finder.place.person_card
    practice = page.finder._first_show
    qtbot.waitUntil(lambda: not practice._timer.isActive())
    assert card.isVisible()
    assert card.head_row.name_label.text() == "Adaeze Nnamdi"


def test_after_practice_every_further_hit_has_a_place_of_its_own(open_desk: Open, add: Add, qtbot: QtBot) -> None:
    for family in ("Nnamdi", "Okafor", "Eze", "Balogun"):
        add(f"Adaeze {family}")
    page = open_desk()
    practice, hits = page.finder._first_show, page.finder.place.hit_list
    qtbot.waitUntil(lambda: not practice._steps)
    typed(qtbot, page, "adaeze")

    qtbot.waitUntil(lambda: len({row.y() for row in hits.rows}) == 3, timeout=1000)
    qtbot.waitUntil(lambda: hits.height() > hits.rows[-1].geometry().bottom(), timeout=1000)
