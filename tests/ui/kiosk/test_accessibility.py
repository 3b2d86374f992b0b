"""Every screen of the kiosk can be walked by Tab, and is told by a screen reader."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain import kiosk_happenings as happen
from mixer_app.domain.kiosk import KioskScreen
from mixer_app.domain.roles import Role
from mixer_app.ui.focus_ring import FocusRing
from mixer_app.ui.kiosk.chip_board import ChipBoard
from mixer_app.ui.kiosk.chips import WalkingButton
from mixer_app.ui.kiosk.frame import KioskFrame
from mixer_app.ui.kiosk.key_button import KeyButton
from mixer_app.ui.kiosk.window import KioskWindow

from ..test_accessibility import controls, named, spoken, tab_round
from .conftest import Person
from .test_languages import a_person, screens
from .test_window import go_to_confirm


def walked(kiosk: Person, window: KioskWindow) -> Iterator[str]:
    """Every screen, with the keyboard where it is when the screen opens."""
    for screen in screens(window):
        kiosk.qtbot.waitUntil(window.isActiveWindow, timeout=10_000)
        QApplication.processEvents()
        if window.frame.languages.isHidden():
            window.frame.focus_page()
        yield screen


def reachable(window: KioskWindow) -> list[QWidget]:
    """What Tab has to reach: under the languages, the header and the languages alone."""
    sheet = window.frame.languages
    found = [widget for widget in controls(window) if not widget.visibleRegion().isEmpty()]
    if sheet.isHidden():
        return found
    return [widget for widget in found if sheet.isAncestorOf(widget) or window.frame.header.isAncestorOf(widget)]


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def part(window: KioskWindow, widget: QWidget) -> QWidget:
    """Header, page or footer."""
    frame = window.frame
    return next((one for one in (frame.header, frame.footer) if one.isAncestorOf(widget)), frame.stack)


def goes_back(one: QWidget, other: QWidget) -> bool:
    """Whether the next control is above this one in its column, or before it in its row, as one reads."""
    siblings = one.parentWidget() is other.parentWidget()
    holder = one.parentWidget() if siblings else one.window().findChild(KioskFrame)  # digits go on from the left
    mirrored = (holder or one).layoutDirection() is Qt.LayoutDirection.RightToLeft
    here, there = place(one), place(other)
    above = there.bottom() < here.top() and there.left() < here.right() and there.right() > here.left()
    shared = min(here.bottom(), there.bottom()) - max(here.top(), there.top())
    same_row = shared > min(here.height(), there.height()) / 2
    before = there.left() > here.right() if mirrored else there.right() < here.left()
    return above or (same_row and before)


@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)])
def test_every_control_has_a_name_and_a_role(kiosk: Person, size: tuple[int, int]) -> None:
    window = kiosk.open(size=size, desk_direction="to your left")
    found: list[str] = []
    for screen in walked(kiosk, window):
        for widget in (*controls(window), *window.findChildren(QAbstractButton)):
            if not widget.isVisible():
                continue
            role = QAccessible.queryAccessibleInterface(widget).role()
            if not spoken(widget) or role in (QAccessible.Role.NoRole, QAccessible.Role.Client):
                found.append(f"{named(screen, widget)} {role.name}")
    assert not found, "\n".join(dict.fromkeys(found))


def test_what_can_be_on_or_off_says_which_it_is(kiosk: Person) -> None:
    window = kiosk.open()
    found: list[str] = []
    for screen in walked(kiosk, window):
        for widget in window.findChildren(QAbstractButton):
            if widget.isVisible() and widget.isCheckable():
                state = QAccessible.queryAccessibleInterface(widget).state()
                if not state.checkable or bool(state.checked) is not widget.isChecked():
                    found.append(named(screen, widget))
    assert not found, "\n".join(dict.fromkeys(found))


@pytest.mark.parametrize(("code", "size"), [("en", (1280, 800)), ("ar", (1280, 800)), ("en", (1024, 700))])
def test_tab_goes_round_every_screen_as_one_reads_it(
    kiosk: Person, qtbot: QtBot, focus_ring: FocusRing, code: str, size: tuple[int, int]
) -> None:
    window = kiosk.open(size=size)
    if code != "en":
        window.visit.happen(happen.LanguageChosen(code))
    found: list[str] = []
    for screen in walked(kiosk, window):
        seen, unseen = tab_round(qtbot, focus_ring)
        found += [
            f"{named(screen, widget)} is not reached"
            for widget in reachable(window)
            if widget not in seen and not by_arrows(widget, seen)
        ]
        found += [f"{named(screen, widget)} {why}" for widget, why in unseen]
        covered = [] if window.frame.languages.isHidden() else seen
        allowed = reachable(window)
        found += [
            f"{named(screen, widget)} is covered and has the focus" for widget in covered if widget not in allowed
        ]
        steps = [(a, b) for a, b in pairwise(seen) if part(window, a) is part(window, b)]
        asides = ("clear_button",)  # who was found comes before it, right after the field
        found += [
            f"{named(screen, a)} → {named('', b)}" for a, b in steps if goes_back(a, b) and b.objectName() not in asides
        ]
    assert not found, "\n".join(dict.fromkeys(found))


def by_arrows(widget: QWidget, seen: list[QWidget]) -> bool:
    """One of a group of which Tab reaches another."""
    group = WalkingButton if isinstance(widget, WalkingButton) else type(widget)
    return any(isinstance(other, group) and other.parentWidget() is widget.parentWidget() for other in seen)


def test_shift_tab_goes_the_same_way_back(kiosk: Person, qtbot: QtBot, focus_ring: FocusRing) -> None:
    window = kiosk.open()
    for screen in walked(kiosk, window):
        seen, _ = tab_round(qtbot, focus_ring)
        back: list[QWidget] = []
        for _ in seen:
            qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Backtab)
            focused = QApplication.focusWidget()
            assert focused is not None, screen
            back.append(focused)
        assert back == [*reversed(seen[1:]), seen[0]], screen


def test_whatever_can_be_touched_can_be_reached_by_keys(kiosk: Person, qtbot: QtBot, focus_ring: FocusRing) -> None:
    window = kiosk.open()
    found: list[str] = []
    for screen in walked(kiosk, window):
        seen, _ = tab_round(qtbot, focus_ring)
        found += [
            named(screen, widget)
            for widget in window.findChildren(QAbstractButton)
            if not widget.visibleRegion().isEmpty()
            and widget.isEnabled()
            and widget not in seen
            and not by_arrows(widget, seen)
            and window.frame.languages.isHidden()
        ]
    assert not found, "\n".join(dict.fromkeys(found))


@pytest.mark.parametrize("page", ["search", "fact"])
def test_a_key_of_the_screen_names_its_letter_and_its_accents(kiosk: Person, page: str) -> None:
    window = kiosk.open()
    key: KeyButton = getattr(window.pages, page).keyboard.button("e")
    interface = QAccessible.queryAccessibleInterface(key)
    assert interface.text(QAccessible.Text.Name) == "e"
    assert "é" in interface.text(QAccessible.Text.Description)


def test_escape_closes_the_languages_and_the_page_has_the_keyboard_again(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    window.visit.happen(happen.TypeChosen())
    qtbot.keyClick(window.frame.header.language_button, Qt.Key.Key_Space)
    assert window.frame.languages.isAncestorOf(focused())
    assert not window.pages.search.isEnabled()
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert focused() is window.pages.search.field.edit


def test_a_language_that_is_chosen_gives_the_page_back(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    window.visit.happen(happen.TypeChosen())
    qtbot.keyClick(window.frame.header.language_button, Qt.Key.Key_Space)
    german = next(one for one in window.frame.languages.grid.buttons if one.language.code == "de")
    qtbot.mouseClick(german, Qt.MouseButton.LeftButton)
    assert window.state.language == "de"
    assert window.frame.languages.isHidden()
    assert focused() is window.pages.search.field.edit


def test_after_the_languages_the_keyboard_is_on_the_page_that_is_shown(kiosk: Person, qtbot: QtBot) -> None:
    """In a small window the person is on a page before, and has to stay without the keyboard there."""
    window = kiosk.open(size=(1024, 700))
    go_to_confirm(kiosk, window)
    window.pages.confirm.go_forward()
    assert window.pages.confirm.who.isHidden()
    qtbot.keyClick(window.frame.header.language_button, Qt.Key.Key_Space)
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert focused() is window.pages.confirm.needs.board.chips[0]


def test_the_keyboard_enters_the_roles_at_the_one_that_is_chosen(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    go_to_confirm(kiosk, window, "Priya")
    assert focused().objectName() == "role_mentor"
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    assert focused().objectName() == "role_both"
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused().objectName() == "share_email"
    window.visit.happen(happen.NotMe())
    go_to_confirm(kiosk, window)  # the next is not where the one before walked to
    assert focused().objectName() == "role_mentee"


def test_the_next_lot_of_chips_can_be_entered_by_tab(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    page = window.pages.confirm
    page.show_person(a_person(role=Role.MENTEE, topic_choices=[f"Topic {number}" for number in range(60)]), prints=True)
    window.frame.show_screen(KioskScreen.CONFIRM)
    qtbot.waitUntil(page.topics.board.more_chip.isVisible, timeout=10_000)
    board = page.topics.board
    first = shown(board)
    first.setFocus()
    while focused() is not board.more_chip:
        qtbot.keyClick(focused(), Qt.Key.Key_Right)
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert first.isHidden()
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClick(focused(), Qt.Key.Key_Backtab)
    assert focused() is shown(board)


def test_tab_reaches_what_the_check_is_about_before_footer_and_header(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    page = window.pages.confirm
    page.show_person(a_person(role=Role.MENTEE), prints=True)
    window.frame.show_screen(KioskScreen.CONFIRM)
    assert [name for name, _ in walk(qtbot)] == [
        *("role_mentee", "share_email", "chip", "chip"),
        *("kiosk_back_button", "kiosk_forward_button", "larger_button", "language_button"),
    ]
    chips = [widget for name, widget in walk(qtbot) if name == "chip"]
    assert [page.needs.isAncestorOf(chip) for chip in chips] == [True, False]
    chips[0].setFocus()
    qtbot.keyClick(chips[0], Qt.Key.Key_Right)
    assert focused() is page.needs.board.chips[1]
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is chips[1]


def test_tab_leads_from_the_search_to_who_was_found(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    window.visit.happen(happen.TypeChosen())
    window.pages.search.field.insert("nna")
    qtbot.waitUntil(lambda: len(window.pages.search.hits.rows) == 2, timeout=10_000)
    stops = walk(qtbot)
    assert [name for name, _ in stops] == [
        *("", "hit_row", "clear_button", "key_1"),
        *("kiosk_back_button", "kiosk_forward_button", "larger_button", "language_button"),
    ]
    stops[1][1].setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    assert focused() is window.pages.search.hits.rows[1]
    qtbot.keyClick(focused(), Qt.Key.Key_Backtab)
    assert focused() is window.pages.search.field.edit


def test_the_digits_of_the_pin_are_one_stop_in_which_arrows_move(kiosk: Person, qtbot: QtBot) -> None:
    window = kiosk.open()
    window.visit.happen(happen.PinWanted())
    assert [name for name, _ in walk(qtbot)][:3] == ["pin_edit", "key_1", "kiosk_back_button"]
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(focused(), key)
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert window.pages.pin.edit.text() == "8"  # below the 7 there is no key


def walk(qtbot: QtBot) -> list[tuple[str, QWidget]]:
    """What Tab reaches from where the keyboard is, once round, by name."""
    stops: list[QWidget] = []
    while focused() not in stops:
        stops.append(focused())
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is stops[0]
    return [(stop.objectName(), stop) for stop in stops]


def shown(board: ChipBoard) -> QWidget:
    stop = board.first_stop()
    assert stop is not None
    return stop


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
