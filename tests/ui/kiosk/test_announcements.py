"""What happens on a screen of the kiosk that stays is told to whoever does not see it."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from mixer_app.domain import kiosk_happenings as happen
from mixer_app.domain.kiosk import KioskScreen
from mixer_app.domain.people import Attendee
from mixer_app.domain.staff_settings import BadgeRule
from mixer_app.ui.kiosk.window import KioskWindow

from .conftest import PIN, Person
from .test_window import go_to_confirm, scan, touch, type_letters


def go_to_fact(kiosk: Person, window: KioskWindow) -> None:
    window.visit.happen(happen.TypeChosen())
    type_letters(kiosk, window, "adaeze")
    touch(kiosk.qtbot, window.pages.search.hits.rows[0])
    kiosk.settle(window)


def test_a_search_tells_what_it_found_and_says_nothing_twice(
    kiosk: Person, add: Callable[..., Attendee], heard: list[str]
) -> None:
    for number in range(6):
        add(f"Maria Silva{'abcdef'[number]}", role="mentee")
    window = kiosk.open()
    window.visit.happen(happen.TypeChosen())
    type_letters(kiosk, window, "nnamd")
    assert heard == ["Found: 2"]
    window.pages.search.field.wipe()
    type_letters(kiosk, window, "mari")
    assert heard[1:] == ["Many match. Type one more letter."]
    window.pages.search.field.wipe()
    type_letters(kiosk, window, "qqqqqq")
    assert heard[2:] == ["Nobody by this name. Check the spelling, or see the desk."]


def test_who_comes_back_to_the_search_hears_what_was_found(kiosk: Person, heard: list[str]) -> None:
    window = kiosk.open()
    go_to_fact(kiosk, window)
    window.visit.happen(happen.LanguageChosen("de"))
    before = len(heard)
    touch(kiosk.qtbot, window.frame.footer.back_button)
    assert heard[before:] == ["Gefunden: 1"]


def test_the_detail_that_is_asked_for_and_each_refusal_are_told(kiosk: Person, heard: list[str]) -> None:
    window = kiosk.open()
    go_to_fact(kiosk, window)
    assert heard == ["Found: 1", "The first three letters of your e-mail address"]
    type_letters(kiosk, window, "x")
    kiosk.qtbot.keyClick(window.pages.fact.field.edit, Qt.Key.Key_Return)
    assert heard[2:] == ["Please type at least 3 characters."]
    type_letters(kiosk, window, "yz")
    for times in (1, 2):
        kiosk.qtbot.keyClick(window.pages.fact.field.edit, Qt.Key.Key_Return)
        kiosk.settle(window)
        assert heard[3:] == times * ["That does not match. Please try again."]
        type_letters(kiosk, window, "xyz")


def test_a_wrong_pin_and_the_wait_after_it_are_told_once(kiosk: Person, heard: list[str]) -> None:
    window = kiosk.open()
    while not window.state.pin_wait:
        window.visit.happen(happen.PinWanted())
        window.pages.pin.edit.setText(PIN[::-1])
        window.pages.pin.go_forward()
        kiosk.settle(window)
    seconds = round(window.state.pin_wait)
    window.visit.tick(1.0)
    window.visit.tick(1.0)
    assert [one for one in heard if "wait" in one] == [f"Please wait {seconds} s"]
    assert heard[-2] == "This is not the PIN."


def test_a_code_that_nobody_has_is_told_each_time(kiosk: Person, heard: list[str]) -> None:
    window = kiosk.open()
    for times in (1, 2):
        scan(kiosk, window, "ZZZZ-ZZZZ-1")
        window.visit.tick(1.0)
        assert heard == times * ["We do not know this code. Try your name, or ask at the desk."]


def test_a_touch_on_the_scan_card_tells_where_the_scanner_is(kiosk: Person, heard: list[str]) -> None:
    window = kiosk.open()
    touch(kiosk.qtbot, window.pages.welcome.scan_card)
    kiosk.qtbot.waitUntil(lambda: heard == ["The scanner is below the screen"], timeout=10_000)


def test_what_does_not_work_here_is_told_to_whoever_is_here_and_to_the_next(kiosk: Person, heard: list[str]) -> None:
    window = kiosk.open()
    window.watch.lost.emit("")
    assert heard == ["No connection at the moment. Please see the desk."]
    window.visit.happen(happen.TypeChosen())
    window.visit.happen(happen.BackChosen())
    assert heard[1:] == ["No connection at the moment. Please see the desk."]


def test_the_question_whether_someone_is_still_there_is_asked_once_and_at_once(kiosk: Person, heard: list[str]) -> None:
    window = kiosk.open()
    go_to_confirm(kiosk, window)
    heard.clear()
    for _ in range(20):
        window.visit.tick(2.5)
    assert heard == ["!Still there? Clears in 15 s"]
    touch(kiosk.qtbot, window.frame.footer.stay_button)
    window.visit.tick(50.0)
    assert heard[1:] == ["!Still there? Clears in 10 s"]


def test_a_badge_is_told_while_it_prints_and_when_it_is_out(kiosk: Person, heard: list[str]) -> None:
    window = kiosk.open(printer="Labels", badge_at_check_in=BadgeRule.ONCE)
    go_to_confirm(kiosk, window)
    heard.clear()
    window.frame.footer.forward_button.click()
    kiosk.settle(window)
    (opening,) = heard
    assert opening.startswith("You are checked in. ")
    assert "Your badge is printing. Take your badge from the printer" in opening
    window.visit.wait.came_out.emit(window.state.visit, 3.0)
    assert heard[1:] == ["Take your badge"]


def test_a_badge_that_comes_out_behind_another_screen_is_told_when_its_own_opens(
    kiosk: Person, heard: list[str]
) -> None:
    window = kiosk.open(printer="Labels", badge_at_check_in=BadgeRule.ONCE)
    go_to_confirm(kiosk, window)
    window.frame.footer.forward_button.click()
    kiosk.settle(window)
    window.visit.happen(happen.WrongWanted())
    heard.clear()
    window.visit.wait.came_out.emit(window.state.visit, 3.0)
    assert heard == []
    window.visit.happen(happen.BackChosen())
    (opening,) = heard
    assert "Take your badge. Take your badge from the printer" in opening


def test_a_choice_too_many_is_told_each_time_it_is_touched(kiosk: Person, heard: list[str]) -> None:
    window = kiosk.open()
    go_to_confirm(kiosk, window, "Chidi")
    heard.clear()
    group = window.pages.confirm.topics
    for times in (1, 2):
        group.board.refused.emit()
        assert heard == times * ["Three already. Take one away first."]


def test_that_the_desk_knows_is_told_when_it_does(kiosk: Person, heard: list[str]) -> None:
    window = kiosk.open()
    window.visit.happen(happen.TypeChosen())
    type_letters(kiosk, window, "nothing")
    touch(kiosk.qtbot, window.pages.search.hits.rows[0])
    kiosk.settle(window)
    assert window.state.screen is KioskScreen.SEE_DESK
    assert heard[-1] == "They know that you are coming."
