"""A person at the kiosk: by name, by code, with mistakes, and staff on their way out."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QDragEnterEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain import kiosk_happenings as happen
from mixer_app.domain.errors import MixerError
from mixer_app.domain.kiosk import DeskReason, KioskScreen
from mixer_app.domain.people import Attendee, Status
from mixer_app.domain.roles import Role
from mixer_app.domain.staff_settings import BadgeRule, SecondFact
from mixer_app.services.badge_queue import cancel_job, jobs
from mixer_app.services.check_in import check_in
from mixer_app.services.desk_calls import open_desk_calls
from mixer_app.services.paper_facts import mark_badges_printed
from mixer_app.services.people import cancel_attendee, list_attendees
from mixer_app.services.staff_pin import check_pin
from mixer_app.ui.kiosk.header import HOLD_MS
from mixer_app.ui.kiosk.window import KioskWindow

from .conftest import PIN, Person

LEFT = Qt.MouseButton.LeftButton


def lost(*_args: object, **_named: object) -> None:
    """A database that is out of reach."""
    raise MixerError("The shared database does not answer.")


def touch(qtbot: QtBot, widget: QWidget) -> None:
    assert widget.isVisible(), widget.objectName()
    qtbot.mouseClick(widget, LEFT)


def type_letters(kiosk: Person, window: KioskWindow, letters: str) -> None:
    """Slowly, as a person does."""
    for letter in letters:
        window.scanner._burst.now_ms.ms += 400  # type: ignore[attr-defined]
        kiosk.qtbot.keyClicks(QApplication.focusWidget() or window, letter)
        window.scanner._hand_on()
    kiosk.settle(window)


def scan(kiosk: Person, window: KioskWindow, code: str) -> None:
    """A scanner's burst, with the Enter at its end."""
    target = QApplication.focusWidget() or window
    window.scanner._burst.now_ms.ms += 5000  # type: ignore[attr-defined]
    for letter in code:
        window.scanner._burst.now_ms.ms += 5  # type: ignore[attr-defined]
        kiosk.qtbot.keyClicks(target, letter)
    kiosk.qtbot.keyClick(target, Qt.Key.Key_Return)
    window.scanner._burst.now_ms.ms += 400  # type: ignore[attr-defined]
    kiosk.settle(window)


def person_named(kiosk: Person, name: str) -> Attendee:
    return next(one for one in kiosk.database.read(list_attendees, kiosk.event.id) if name in one.name.full)


def print_beforehand(kiosk: Person, name: str) -> None:
    person = person_named(kiosk, name)
    kiosk.database.write(mark_badges_printed, kiosk.event.id, [person.id], station="Desk 1", now=kiosk.now)


def go_to_confirm(kiosk: Person, window: KioskWindow, name: str = "Adaeze") -> Attendee:
    person = person_named(kiosk, name)
    scan(kiosk, window, person.code)
    assert window.state.screen is KioskScreen.CONFIRM
    return person


def test_someone_finds_themselves_proves_it_confirms_and_is_checked_in(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    touch(qtbot, window.pages.welcome.type_card)
    assert window.state.screen is KioskScreen.SEARCH
    type_letters(kiosk, window, "adaez")
    rows = window.pages.search.hits.rows
    assert len(rows) == 1
    touch(qtbot, rows[0])
    kiosk.settle(window)
    assert window.state.screen is KioskScreen.SECOND_FACT
    assert "e-mail" in window.pages.fact.question.text()
    type_letters(kiosk, window, "ada")
    touch(qtbot, window.frame.footer.forward_button)
    kiosk.settle(window)
    assert window.state.screen is KioskScreen.CONFIRM
    assert window.pages.confirm.who.given.text() == "Adaeze"
    finance = next(chip for chip in window.pages.confirm.topics.board.chips if chip.name == "Leadership")
    touch(qtbot, finance)
    touch(qtbot, window.frame.footer.forward_button)
    kiosk.settle(window)
    assert window.state.screen is KioskScreen.DONE
    assert window.pages.done.heading.text() == "You are checked in"
    person = person_named(kiosk, "Adaeze")
    assert person.status is Status.CHECKED_IN
    assert person.checked_in_where == "Kiosk 1"
    assert person.topics_wanted == ("Finance", "Leadership")
    touch(qtbot, window.frame.footer.forward_button)
    assert window.state.screen is KioskScreen.WELCOME


def test_a_scan_is_recognised_on_every_screen(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    person = go_to_confirm(kiosk, window)
    window.visit.happen(happen.NotMe())
    window.visit.happen(happen.TypeChosen())
    scan(kiosk, window, person.code)
    assert window.state.screen is KioskScreen.CONFIRM
    assert window.pages.search.field.text() == ""
    window.visit.happen(happen.NotMe())
    window.visit.happen(happen.TypeChosen())
    window.visit.happen(happen.HitChosen(person.id))
    kiosk.settle(window)
    scan(kiosk, window, person.code)
    assert window.state.screen is KioskScreen.CONFIRM
    other = person_named(kiosk, "Chidi")
    scan(kiosk, window, other.code)
    assert window.pages.confirm.who.given.text() == "Chidi"


def test_an_unknown_code_is_told_in_the_scan_card_for_eight_seconds(kiosk: Person) -> None:
    window = kiosk.open()
    scan(kiosk, window, "ZZZZ-ZZZZ-1")
    assert window.state.screen is KioskScreen.WELCOME
    assert "do not know this code" in window.pages.welcome.scan_card.accessibleName()
    window.visit.tick(8.1)
    assert "do not know this code" not in window.pages.welcome.scan_card.accessibleName()


def test_any_letter_on_the_first_screen_starts_typing(kiosk: Person) -> None:
    window = kiosk.open()
    type_letters(kiosk, window, "nn")
    assert window.state.screen is KioskScreen.SEARCH
    assert window.pages.search.field.text() == "nn"


def test_a_detail_that_is_too_short_is_refused_in_words_and_counts_as_no_try(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    window.visit.happen(happen.TypeChosen())
    type_letters(kiosk, window, "adaeze")
    touch(qtbot, window.pages.search.hits.rows[0])
    kiosk.settle(window)
    type_letters(kiosk, window, "ad")
    qtbot.keyClick(window.pages.fact.field.edit, Qt.Key.Key_Return)
    assert window.pages.fact.reason.text() == "Please type at least 3 characters."
    assert (window.state.failures, window.pages.fact.field.text()) == (0, "ad")
    type_letters(kiosk, window, "a")
    assert window.pages.fact.reason.text() == "So that nobody else checks in under your name"


def test_three_wrong_details_lead_to_the_desk_with_the_words_for_anyone(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    window.visit.happen(happen.TypeChosen())
    type_letters(kiosk, window, "adaeze")
    touch(qtbot, window.pages.search.hits.rows[0])
    kiosk.settle(window)
    for attempt in range(3):
        type_letters(kiosk, window, "xyz")
        qtbot.keyClick(window.pages.fact.field.edit, Qt.Key.Key_Return)
        kiosk.settle(window)
        if attempt < 2:
            assert window.pages.fact.reason.text() == "That does not match. Please try again."
            assert window.pages.fact.field.text() == ""
    assert window.state.screen is KioskScreen.SEE_DESK
    assert window.pages.desk.told.text() == "We could not check you in."
    assert window.pages.desk.code.text() == ""
    calls = kiosk.database.read(open_desk_calls, kiosk.event.id)
    assert [call.reason for call in calls] == [DeskReason.WRONG_FACTS]


def test_a_wrong_detail_of_one_name_accuses_nobody_who_takes_another(
    kiosk: Person, qtbot: QtBot, add: Callable[..., Attendee]
) -> None:
    add("Adaeze Nnamdi", role="mentee", email="nnamdi@harbour.example", employer="Harbour General")
    window = kiosk.open()
    window.visit.happen(happen.TypeChosen())
    type_letters(kiosk, window, "adaeze")
    for place in (0, 1):
        touch(qtbot, window.pages.search.hits.rows[place])
        kiosk.settle(window)
        assert window.pages.fact.reason.text() == "So that nobody else checks in under your name"
        type_letters(kiosk, window, "xyz")
        qtbot.keyClick(window.pages.fact.field.edit, Qt.Key.Key_Return)
        kiosk.settle(window)
        assert window.pages.fact.reason.text() == "That does not match. Please try again."
        touch(qtbot, window.frame.footer.back_button)
    assert window.state.failures == 2


def test_who_gave_nothing_to_ask_for_is_sent_to_the_desk(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    window.visit.happen(happen.TypeChosen())
    type_letters(kiosk, window, "nothing")
    touch(qtbot, window.pages.search.hits.rows[0])
    kiosk.settle(window)
    assert window.state.screen is KioskScreen.SEE_DESK


def test_the_phone_is_asked_for_with_digits_where_the_event_wants_it(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open(second_fact=SecondFact.PHONE_DIGITS)
    window.visit.happen(happen.TypeChosen())
    type_letters(kiosk, window, "adaeze")
    touch(qtbot, window.pages.search.hits.rows[0])
    kiosk.settle(window)
    assert window.pages.fact.keyboard.layout_name == "digits"
    for digit in "0958":
        touch(qtbot, window.pages.fact.keyboard.button(digit))
    touch(qtbot, window.frame.footer.forward_button)
    kiosk.settle(window)
    assert window.state.screen is KioskScreen.CONFIRM


def test_this_is_not_me_wipes(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    go_to_confirm(kiosk, window)
    touch(qtbot, window.frame.footer.back_button)
    assert window.state.screen is KioskScreen.WELCOME
    assert window.visit.person is None
    assert window.pages.confirm.who.given.text() == ""


def test_a_second_touch_while_it_is_written_does_nothing(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    person = go_to_confirm(kiosk, window)
    window.frame.footer.forward_button.click()
    assert window.frame.footer.forward_button.text() == "One moment"
    window.frame.footer.forward_button.click()
    window.frame.footer.back_button.click()
    kiosk.settle(window)
    assert window.state.screen is KioskScreen.DONE
    assert person_named(kiosk, "Adaeze").id == person.id


def test_someone_who_is_in_already_is_told_since_when(kiosk: Person) -> None:
    window = kiosk.open()
    person = person_named(kiosk, "Adaeze")
    kiosk.database.write(check_in, kiosk.event.id, person.code, station="Desk 1", now=kiosk.now)
    scan(kiosk, window, person.code)
    assert window.state.screen is KioskScreen.DONE
    assert window.pages.done.heading.text().startswith("You have been checked in since ")


def test_whom_another_station_checked_in_meanwhile_is_told_when_and_where(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open(printer="Front")
    person = go_to_confirm(kiosk, window)
    kiosk.database.write(check_in, kiosk.event.id, person.code, station="Kiosk 2", now=kiosk.now)
    kiosk.now += timedelta(seconds=2)
    touch(qtbot, window.frame.footer.forward_button)
    kiosk.settle(window)
    assert window.state.screen is KioskScreen.DONE
    assert window.pages.done.heading.text() == "Already checked in, 2 s ago, at Kiosk 2"
    touch(qtbot, window.frame.footer.forward_button)
    go_to_confirm(kiosk, window, "Chidi")
    touch(qtbot, window.frame.footer.forward_button)
    kiosk.settle(window)
    assert window.pages.done.heading.text() == "You are checked in"


def test_who_had_cancelled_is_told_so_at_once_and_the_desk_knows(kiosk: Person) -> None:
    window = kiosk.open()
    person = person_named(kiosk, "Adaeze")
    kiosk.database.write(cancel_attendee, person.id, station="Desk 1", now=kiosk.now)
    scan(kiosk, window, person.code)
    assert window.state.screen is KioskScreen.SEE_DESK
    assert window.pages.desk.told.text() == "Your registration was cancelled."
    assert window.pages.desk.known.text() == "They know that you are coming."
    (call,) = kiosk.database.read(open_desk_calls, kiosk.event.id)
    assert (call.attendee_id, call.reason) == (person.id, DeskReason.HAD_CANCELLED)


def test_a_fourth_topic_says_what_to_do_first(kiosk: Person, qtbot: QtBot) -> None:
    from dataclasses import replace

    from mixer_app.services.events import find_event, update_event

    event = kiosk.database.read(find_event, str(kiosk.event.id))
    more = replace(event, topics=("A1", "B2", "C3", "D4"))
    kiosk.database.write(update_event, more, station="Test", now=kiosk.now)
    window = kiosk.open()
    go_to_confirm(kiosk, window, "Chidi")
    group = window.pages.confirm.topics
    for chip in group.board.chips:
        touch(qtbot, chip)
    assert group.board.chosen == ["A1", "B2", "C3"]
    assert group.hint.text() == "Three already. Take one away first."
    touch(qtbot, group.board.chips[0])
    assert [chip.order for chip in group.board.chips] == [0, 1, 2, 0]
    assert group.board.chips[1].accessibleName() == "B2, topic, choice 1, chosen"


def test_someone_who_is_both_answers_for_both_on_two_pages(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    go_to_confirm(kiosk, window, "Sam")
    assert window.frame.footer.forward_button.text() == "Next"
    assert window.pages.confirm.needs.isVisible()
    touch(qtbot, window.frame.footer.forward_button)
    assert window.pages.confirm.needs_offered.isVisible()
    assert window.pages.confirm.needs_offered.heading.text() == "What have you been through?"


def test_a_changed_role_is_kept_and_told_to_the_desk(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    go_to_confirm(kiosk, window)
    touch(qtbot, window.pages.confirm.who.roles.rows[1])
    window.frame.footer.forward_button.click()
    kiosk.settle(window)
    assert person_named(kiosk, "Adaeze").role is Role.MENTOR
    assert any(call.reason is DeskReason.ROLE_CHANGED for call in kiosk.database.read(open_desk_calls, kiosk.event.id))


def test_where_roles_may_not_change_the_other_rows_are_absent(kiosk: Person) -> None:
    window = kiosk.open(kiosk_role_change=False)
    go_to_confirm(kiosk, window)
    assert len(window.pages.confirm.who.roles.shown()) == 1
    assert window.pages.confirm.who.wrong_role.isVisible()


def test_ctrl_enter_prints(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    go_to_confirm(kiosk, window)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    kiosk.settle(window)
    assert window.state.screen is KioskScreen.DONE


def test_arrows_walk_in_a_group_in_the_direction_of_reading(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    go_to_confirm(kiosk, window)
    rows = window.pages.confirm.who.roles.rows
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is rows[1]
    window.visit.happen(happen.LanguageChosen("ar"))
    qtbot.keyClick(rows[1], Qt.Key.Key_Left)
    assert QApplication.focusWidget() is rows[2]


def test_a_badge_is_queued_with_the_check_in_and_told_when_it_is_out(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open(printer="Labels", badge_at_check_in=BadgeRule.ONCE)
    go_to_confirm(kiosk, window)
    assert window.frame.footer.forward_button.text() == "Print my badge"
    window.frame.footer.forward_button.click()
    kiosk.settle(window)
    assert window.state.screen is KioskScreen.PRINTING
    assert window.pages.done.badge.told.text() == "Your badge is printing"
    queued = kiosk.database.read(jobs, kiosk.event.id)
    assert [job.printer for job in queued] == ["Labels"]
    window.visit.wait.came_out.emit(window.state.visit, 3.0)
    assert window.state.screen is KioskScreen.DONE
    assert window.pages.done.badge.told.text() == "Take your badge"
    window.visit.tick(12.1)
    assert window.state.screen is KioskScreen.WELCOME


def test_a_printer_that_fails_leads_to_the_desk_with_the_code_and_what_is_true(kiosk: Person) -> None:
    window = kiosk.open(printer="Labels")
    person = go_to_confirm(kiosk, window)
    window.frame.footer.forward_button.click()
    kiosk.settle(window)
    window.visit.wait.gave_up.emit(window.state.visit)
    kiosk.settle(window)
    assert window.state.screen is KioskScreen.SEE_DESK
    assert window.pages.desk.told.text() == "You are checked in. Your badge could not be printed."
    assert window.pages.desk.code.text().replace("-", "") == person.code
    assert [one.reason for one in kiosk.database.read(open_desk_calls, kiosk.event.id)] == [DeskReason.BADGE_FAILED]


def test_a_badge_that_will_not_come_is_noticed_in_the_queue(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open(printer="Labels")
    go_to_confirm(kiosk, window)
    window.frame.footer.forward_button.click()
    kiosk.settle(window)
    (job,) = kiosk.database.read(jobs, kiosk.event.id)
    kiosk.database.write(cancel_job, job.id, station="Desk 1", now=kiosk.now)
    qtbot.waitUntil(lambda: window.state.screen is KioskScreen.SEE_DESK, timeout=20_000)
    kiosk.settle(window)


def test_without_a_printer_the_badge_is_promised_at_the_desk(kiosk: Person) -> None:
    window = kiosk.open()
    go_to_confirm(kiosk, window)
    assert window.frame.footer.forward_button.text() == "Check me in"
    window.frame.footer.forward_button.click()
    kiosk.settle(window)
    assert window.pages.done.told.text() == "Get your badge at the desk."


@pytest.mark.parametrize(
    ("rule", "printed", "told"),
    [
        (BadgeRule.ONCE, True, "Get your badge at the desk."),
        (BadgeRule.NEVER, True, "Get your badge at the desk."),
        (BadgeRule.NEVER, False, "Have a good evening."),
    ],
)
def test_a_badge_that_was_printed_beforehand_is_at_the_desk(
    kiosk: Person, rule: BadgeRule, printed: bool, told: str
) -> None:
    window = kiosk.open(printer="Labels", badge_at_check_in=rule)
    window.visit.printer_away = lambda: True  # which is no matter of a badge that is there
    if printed:
        print_beforehand(kiosk, "Adaeze")
    go_to_confirm(kiosk, window)
    assert window.frame.footer.forward_button.text() == "Check me in"
    window.frame.footer.forward_button.click()
    kiosk.settle(window)
    assert window.state.screen is KioskScreen.DONE
    assert window.pages.done.told.text() == told


@pytest.mark.parametrize(
    ("rule", "told", "steps", "wrong"),
    [
        (BadgeRule.ONCE, "For another badge, please ask at the desk.", "3/3 Badge", 3),
        (BadgeRule.NEVER, "Have a good evening.", "3/3 Done", 2),
    ],
)
def test_where_a_check_in_brings_no_badge_nothing_is_said_of_one(
    kiosk: Person, qtbot: QtBot, rule: BadgeRule, told: str, steps: str, wrong: int
) -> None:
    window = kiosk.open(badge_at_check_in=rule)
    person = person_named(kiosk, "Adaeze")
    kiosk.database.write(check_in, kiosk.event.id, person.code, station="Desk 1", now=kiosk.now)
    scan(kiosk, window, person.code)
    assert window.state.screen is KioskScreen.DONE
    assert window.pages.done.told.text() == told
    assert window.frame.header.steps.accessibleName() == steps
    touch(qtbot, window.frame.footer.back_button)
    assert len(window.pages.wrong.buttons) == wrong
    assert (DeskReason.NO_BADGE in window.pages.wrong.buttons) is (rule is BadgeRule.ONCE)


def test_a_lost_connection_is_told_plainly(kiosk: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    window = kiosk.open()
    person = person_named(kiosk, "Adaeze")
    monkeypatch.setattr(kiosk.database, "read", lost)
    monkeypatch.setattr(kiosk.database, "write", lost)
    window.watch.lost.emit("")
    scan(kiosk, window, person.code)
    assert window.state.screen is KioskScreen.SEE_DESK
    assert window.state.why is DeskReason.CONNECTION
    assert window.pages.desk.told.text() == "We could not check you in."
    assert window.pages.desk.known.text() == ""  # nobody at the desk knows
    monkeypatch.undo()


def test_the_desk_is_said_to_know_once_it_was_told(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    go_to_confirm(kiosk, window, "Zoë")
    window.visit.happen(happen.Failed(DeskReason.CONFLICT, window.state.visit))
    assert window.pages.desk.known.text() == ""
    kiosk.settle(window)
    assert window.pages.desk.known.text() == "They know that you are coming."
    touch(qtbot, window.frame.footer.forward_button)
    go_to_confirm(kiosk, window)
    window.visit.happen(happen.Failed(DeskReason.CONFLICT, window.state.visit))
    assert window.pages.desk.known.text() == ""


def test_the_first_screen_says_while_there_is_no_connection(kiosk: Person) -> None:
    window = kiosk.open()
    usual = window.pages.welcome.sentence_label.text()
    window.watch.lost.emit("")
    assert "No connection" in window.pages.welcome.sentence_label.text()
    window.watch.found.emit()
    assert window.pages.welcome.sentence_label.text() == usual


def test_someone_who_was_registered_a_moment_ago_is_found(
    kiosk: Person, qtbot: QtBot, add: Callable[..., Attendee]
) -> None:
    window = kiosk.open()
    qtbot.waitUntil(lambda: window.watch.known is not None)
    with qtbot.waitSignal(window.watch.changed):
        add("Wanjiru Kamau", role="mentee", email="wanjiru@lagoon.example")
    window.visit.happen(happen.TypeChosen())
    type_letters(kiosk, window, "wan")
    qtbot.waitUntil(lambda: len(window.pages.search.hits.rows) == 1)


def test_the_picture_of_the_badge_is_of_the_design_that_the_event_has_chosen(kiosk: Person, qtbot: QtBot) -> None:
    pictures: dict[str, QImage] = {}
    for design in ("classic", "bold", "minimal"):
        window = kiosk.open(badge_at_check_in=BadgeRule.ALWAYS, badge_design=design, printer="Labels")
        go_to_confirm(kiosk, window)
        qtbot.waitUntil(lambda opened=window: not opened.visit.picture.isNull())
        pictures[design] = window.visit.picture.copy()
        window.leave()
    assert pictures["classic"] != pictures["bold"] != pictures["minimal"] != pictures["classic"]


def test_the_picture_of_the_badge_shows_what_the_person_has_changed(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open(badge_at_check_in=BadgeRule.ALWAYS, printer="Labels")
    go_to_confirm(kiosk, window)
    qtbot.waitUntil(lambda: not window.visit.picture.isNull())
    before = window.visit.picture.copy()
    touch(qtbot, next(row for row in window.pages.confirm.who.roles.rows if row.role is Role.MENTOR))
    touch(qtbot, window.frame.footer.forward_button)
    kiosk.settle(window)
    assert window.state.screen is KioskScreen.PRINTING
    qtbot.waitUntil(lambda: window.visit.picture != before)


def test_something_is_wrong_tells_the_desk(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    go_to_confirm(kiosk, window)
    window.frame.footer.forward_button.click()
    kiosk.settle(window)
    touch(qtbot, window.frame.footer.back_button)
    assert window.state.screen is KioskScreen.WRONG
    touch(qtbot, window.pages.wrong.buttons[DeskReason.WRONG_NAME])
    kiosk.settle(window)
    assert window.state.screen is KioskScreen.SEE_DESK
    assert [one.reason for one in kiosk.database.read(open_desk_calls, kiosk.event.id)] == [DeskReason.WRONG_NAME]


def test_before_the_doors_open_the_time_stands_in_place_of_both_cards(kiosk: Person) -> None:
    from dataclasses import replace
    from datetime import timedelta

    from mixer_app.services.events import find_event, update_event

    event = kiosk.database.read(find_event, str(kiosk.event.id))
    doors = replace(event, doors_at=event.starts_at - timedelta(minutes=10))
    kiosk.database.write(update_event, doors, station="Test", now=kiosk.now)
    window = kiosk.open()
    assert window.state.screen is KioskScreen.CLOSED
    assert window.pages.welcome.opening.text() == "Doors open at 18:20"
    assert not window.pages.welcome.type_card.isVisible()
    kiosk.now += timedelta(minutes=11)
    window.visit.tick(0.5)
    assert window.pages.welcome.type_card.isVisible()


# idle


def test_someone_who_stands_still_is_asked_and_then_everything_is_wiped(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    window.visit.happen(happen.LanguageChosen("de"))
    go_to_confirm(kiosk, window)
    window.visit.tick(44.0)
    assert not window.frame.footer.warns
    window.visit.tick(1.0)
    assert window.frame.footer.warns
    assert window.frame.footer.sentence.text() == "Noch da? Setzt sich in 15\u00a0s zurück"
    touch(qtbot, window.frame.footer.stay_button)
    assert not window.frame.footer.warns
    window.visit.tick(60.0)
    assert window.state.screen is KioskScreen.WELCOME
    assert window.pages.welcome.heading.text() == "Welcome"


def test_any_touch_counts_as_being_there(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    go_to_confirm(kiosk, window)
    window.visit.tick(50.0)
    qtbot.mouseClick(window.frame.header.steps, LEFT)
    assert window.state.idle == 0.0


# nobody leaves but staff


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_N, Qt.KeyboardModifier.MetaModifier),
    ],
)
def test_no_key_leads_out(
    kiosk: Person, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = kiosk.open()
    reached: list[Qt.Key] = []
    monkeypatch.setattr(window, "keyPressEvent", lambda event: reached.append(Qt.Key(event.key())))
    qtbot.keyClick(QApplication.focusWidget() or window, key, held)
    assert window.isVisible()
    assert window.state.screen is KioskScreen.WELCOME
    modifiers = {Qt.Key.Key_Alt, Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Meta}
    assert set(reached) - modifiers in (set(), {Qt.Key.Key_Escape})


def test_the_window_refuses_to_be_closed(kiosk: Person) -> None:
    window = kiosk.open()
    assert not window.close()
    assert window.isVisible()


def test_no_menu_opens_and_nothing_can_be_dropped(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    window.visit.happen(happen.TypeChosen())
    edit = window.pages.search.field.edit
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), edit.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(edit, asked)
    assert QApplication.activePopupWidget() is None
    assert not any(one.acceptDrops() for one in (window, edit))
    data = QMimeData()
    data.setText("file")
    drop = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    drop.ignore()
    QApplication.sendEvent(edit, drop)
    assert edit.text() == ""


def test_a_kiosk_that_is_shrunk_fills_the_screen_again(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    window.open_on()
    qtbot.waitUntil(window.isFullScreen)
    window.setWindowState(Qt.WindowState.WindowNoState)
    qtbot.waitUntil(window.isFullScreen)
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint


def test_staff_leave_by_holding_the_name_and_typing_the_pin(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    name = window.frame.header.event_name
    name._timer.setInterval(10)
    assert HOLD_MS == 3000
    qtbot.mousePress(name, LEFT)
    qtbot.waitUntil(lambda: window.state.screen is KioskScreen.PIN)
    qtbot.mouseRelease(name, LEFT)
    for digit in PIN:
        touch(qtbot, next(key for key in window.pages.pin.keys if key.key.text == digit))
    with qtbot.waitSignal(window.left, timeout=20_000):
        touch(qtbot, window.frame.footer.forward_button)
    kiosk.settle(window)
    window.leave()
    assert not window.isVisible()


def test_a_short_touch_of_the_name_asks_nobody_for_a_pin(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    qtbot.mouseClick(window.frame.header.event_name, LEFT)
    assert not window.frame.header.event_name._timer.isActive()
    assert window.state.screen is KioskScreen.WELCOME


def test_a_wrong_pin_wipes_the_field_and_too_many_cost_time(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_L, both)
    assert window.state.screen is KioskScreen.PIN
    for _attempt in range(3):
        window.pages.pin.edit.setText("1357")
        window.pages.pin.go_forward()
        qtbot.waitUntil(lambda: window.pages.pin.edit.text() == "", timeout=20_000)
        kiosk.settle(window)
    assert window.state.screen is KioskScreen.PIN
    assert "Please wait" in window.pages.pin.told.text()
    assert not window.pages.pin.edit.isEnabled()


def test_the_wait_after_wrong_pins_goes_down_until_one_can_type_again(kiosk: Person) -> None:
    window = kiosk.open()
    window.visit.happen(happen.PinWanted())
    page = window.pages.pin
    for _attempt in range(3):
        page.edit.setText("1357")
        page.go_forward()
        kiosk.settle(window)
    assert "Please wait 30 s" in page.told.text()
    window.visit.tick(12.0)
    assert "Please wait 18 s" in page.told.text()
    window.visit.tick(18.0)
    assert page.told.text() == "This is not the PIN."
    assert page.edit.hasFocus()


def test_a_kiosk_that_was_started_again_says_at_once_how_long_no_pin_is_looked_at(kiosk: Person) -> None:
    for _attempt in range(3):
        kiosk.database.write(check_pin, "1357", station="Kiosk 1", now=kiosk.now)
    window = kiosk.open()
    kiosk.now += timedelta(seconds=10)
    window.visit.happen(happen.PinWanted())
    kiosk.settle(window)
    assert window.pages.pin.told.text() == "Please wait 20 s"
    assert not window.pages.pin.edit.isEnabled()


def test_a_pin_that_could_not_be_looked_at_is_not_called_wrong(kiosk: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    window = kiosk.open()
    window.visit.happen(happen.PinWanted())
    kiosk.settle(window)
    monkeypatch.setattr(kiosk.database, "write", lost)
    window.pages.pin.edit.setText(PIN)
    window.pages.pin.go_forward()
    kiosk.settle(window)
    assert window.pages.pin.told.text() == "The PIN could not be checked. Please try again."
    assert window.state.screen is KioskScreen.PIN


# nothing stays


def test_nothing_of_a_person_is_left_after_the_wipe(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    window.visit.happen(happen.TypeChosen())
    type_letters(kiosk, window, "adaeze")
    QApplication.clipboard().setText("Adaeze Nnamdi")
    go_to_confirm(kiosk, window)
    window.frame.footer.forward_button.click()
    kiosk.settle(window)
    window.visit.tick(600.0)
    assert window.state.screen is KioskScreen.WELCOME
    for edit in window.findChildren(QLineEdit):
        assert (edit.text(), edit.selectedText(), edit.isUndoAvailable()) == ("", "", False)
    assert QApplication.clipboard().text() == ""
    assert window.visit.person is None
    assert window.pages.done.badge.picture.empty
    assert not window.pages.search.hits.rows
    said = " ".join(spoken(widget) for widget in window.findChildren(QWidget))
    for part in ("Adaeze", "Nnamdi", "Lagoon", "lagoon"):
        assert part not in said


def test_what_was_typed_cannot_be_copied_undone_or_pasted(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    window.visit.happen(happen.TypeChosen())
    edit = window.pages.search.field.edit
    QApplication.clipboard().setText("somebody")
    QTest.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == ""
    window.pages.search.field.insert("secret")
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "somebody"
    window.pages.search.field.wipe()
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == ""


def test_no_unmasked_name_is_on_the_search_screen(kiosk: Person) -> None:
    window = kiosk.open()
    window.visit.happen(happen.TypeChosen())
    type_letters(kiosk, window, "nna")
    rows = window.pages.search.hits.rows
    assert len(rows) == 2
    said = " ".join(spoken(widget) for widget in window.pages.search.findChildren(QWidget))
    shown = " ".join(piece for row in rows for piece, _ in row.hit.name_mask)
    for word in ("Adaeze", "Nnamdi", "Okafor", "Chidi", "Lagoon", "Teaching", "Harbour"):
        assert word.lower() not in said.lower()
        assert word.lower() not in shown.lower()
    assert all("".join(piece for piece, _ in row.hit.name_mask).count("•••") >= 2 for row in rows)


def test_before_three_letters_nobody_is_shown(kiosk: Person) -> None:
    window = kiosk.open()
    window.visit.happen(happen.TypeChosen())
    type_letters(kiosk, window, "nn")
    assert not window.pages.search.hits.rows
    assert window.pages.search.hits.sentence.text() == "Three letters are enough"


def test_down_and_up_walk_the_hits_and_enter_opens(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    window.visit.happen(happen.TypeChosen())
    type_letters(kiosk, window, "nna")
    rows = window.pages.search.hits.rows
    for key, row in ((Qt.Key.Key_Down, 0), (Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, 0)):
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert QApplication.focusWidget() is rows[row]
    qtbot.keyClick(rows[0], Qt.Key.Key_Return)
    assert window.state.screen is KioskScreen.SECOND_FACT


def test_a_language_is_chosen_by_keys(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    chosen = next(one for one in window.pages.welcome.grid.buttons if one.isChecked())
    chosen.setFocus()
    qtbot.keyClick(chosen, Qt.Key.Key_Right)
    other = QApplication.focusWidget()
    assert other in window.pages.welcome.grid.buttons
    assert other is not chosen
    qtbot.keyClick(other, Qt.Key.Key_Return)
    assert window.state.language != "en"


def test_escape_clears_and_then_goes_back(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    window.visit.happen(happen.TypeChosen())
    type_letters(kiosk, window, "adaeze")
    qtbot.keyClick(window.pages.search.field.edit, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is window.pages.search.hits.rows[0]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.pages.search.field.text() == ""
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.state.screen is KioskScreen.WELCOME


def spoken(widget: QWidget) -> str:
    """Whatever a screen reader could say of a widget."""
    interface: Any = QAccessible.queryAccessibleInterface(widget)
    if interface is None:
        return ""
    texts = (interface.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value))
    return " ".join((*texts, widget.accessibleDescription(), widget.toolTip()))


def test_every_control_is_at_least_64_px_high(kiosk: Person) -> None:
    from mixer_app.ui.kiosk.buttons import TouchButton

    window = kiosk.open()
    go_to_confirm(kiosk, window)
    window.visit.happen(happen.NotMe())
    window.visit.happen(happen.TypeChosen())
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # type: ignore[arg-type]
    low = [one.objectName() for one in window.findChildren(TouchButton) if one.isVisible() and one.height() < 64]
    assert not low
