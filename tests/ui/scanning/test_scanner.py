"""Tests of the scanner that types: keys as a computer gets them, on several layouts, into a window with a field."""

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.badge_code import new_badge_code
from mixer_app.domain.keyboards import EVDEV_KEYS, LAYOUTS, US_KEYS
from mixer_app.ui.scanning.burst import GAP_MS, SWALLOW_MS
from mixer_app.ui.scanning.scanner import Scanner

CODES = [new_badge_code(Random(number)) for number in range(40)]
CODE = CODES[0]
NUMBER_OF = {key: number for number, key in EVDEV_KEYS.items()}
SLOW_MS = 90  # between the keys of the quickest typists


@dataclass
class Place:
    """A window with a field, a scanner that listens, and what it told."""

    window: QWidget
    field: QLineEdit
    scanner: Scanner
    heard: list[str] = dataclasses.field(default_factory=list[str])
    at_ms: int = 1000

    def press(self, text: str, key: int = 0, *, scan: int = 0, after_ms: int = 5) -> None:
        """One key into whatever has the cursor."""
        self.at_ms += after_ms
        shift = Qt.KeyboardModifier.ShiftModifier if text.isupper() else Qt.KeyboardModifier.NoModifier
        pressed = QKeyEvent(QEvent.Type.KeyPress, key, shift, scan, 0, 0, text)
        pressed.setTimestamp(self.at_ms)
        QApplication.sendEvent(QApplication.focusWidget() or self.window, pressed)

    def shift(self, after_ms: int = 1) -> None:
        self.press("", Qt.Key.Key_Shift, scan=50, after_ms=after_ms)

    def enter(self, after_ms: int = 5) -> None:
        self.press("\r", Qt.Key.Key_Return, scan=36, after_ms=after_ms)

    def scan(self, code: str, layout: str = "", *, natively: bool = False) -> None:
        """What the computer makes of a scanner's keys: Shift before each capital, then Enter."""
        alone, shifted = [row.split(" ") for row in LAYOUTS[layout]] if layout else (US_KEYS.lower(), US_KEYS)
        for letter in code:
            if letter.isalpha():
                self.shift()
            row = shifted if letter.isalpha() else alone
            number = NUMBER_OF[letter] + 8 if natively else 0
            self.press(row[US_KEYS.index(letter)], scan=number)
        self.enter()


@pytest.fixture
def place(qtbot: QtBot, shown: Callable[..., QWidget]) -> Iterator[Place]:
    """A window in which the cursor is in a field; every second code is somebody's."""
    window = QWidget()
    line_edit = QLineEdit()
    QVBoxLayout(window).addWidget(line_edit)
    scanner = Scanner(window, lambda _widget: True, lambda: 0.0, set(CODES).__contains__, platform="xcb")
    made = Place(window, line_edit, scanner)
    scanner.scanned.connect(made.heard.append)
    shown(window)
    line_edit.setFocus()
    scanner.listen(on=True)
    yield made
    scanner.listen(on=False)


@pytest.mark.parametrize("natively", [True, False], ids=["by the keys' places", "by tables"])
@pytest.mark.parametrize(
    "layout",
    ["", "French", "French, BÉPO", "German", "Turkish Q", "Turkish F", "Russian", "Arabic", "Greek", "Czech"],
)
def test_a_scan_is_the_code_on_every_layout_and_no_letter_lands_in_the_field(
    place: Place, layout: str, *, natively: bool
) -> None:
    for code in CODES:
        place.scan(code, layout, natively=natively)

    assert place.heard == CODES
    assert place.field.text() == ""


def test_the_letters_of_a_person_show_at_once(place: Place) -> None:
    for number, letter in enumerate("nadya rahman"):
        place.press(letter, after_ms=GAP_MS - 5 if number % 2 else SLOW_MS)  # two fingers at a time

        assert place.field.text() == "nadya rahman"[: number + 1]
    assert place.heard == []


def test_letters_that_come_as_a_scanner_sends_them_are_shown_once_they_are_none(place: Place, qtbot: QtBot) -> None:
    for letter in "nadya":
        place.press(letter)
    assert place.field.text() == "na"

    qtbot.waitUntil(lambda: place.field.text() == "nadya")
    assert place.heard == []


def test_a_scan_gives_back_what_was_typed_and_chosen(place: Place) -> None:
    for letter in "nadya":
        place.press(letter, after_ms=SLOW_MS)
    place.field.setSelection(1, 3)
    told: list[str] = []
    place.field.textChanged.connect(told.append)
    place.at_ms += SLOW_MS

    place.scan(CODE)

    assert place.heard == [CODE]
    assert (place.field.text(), place.field.selectedText()) == ("nadya", "ady")
    assert len(told) == 3  # two letters and their end: nothing is searched for twelve times
    place.field.undo()
    assert place.field.text() == ""


def test_a_scan_without_an_enter_is_taken_back_too(place: Place, qtbot: QtBot) -> None:
    for letter in CODE:
        place.press(letter)
    assert place.field.text() == CODE[:2]

    qtbot.waitUntil(lambda: place.heard == [CODE])
    assert place.field.text() == ""


def test_a_scan_into_a_pin_leaves_its_digits_and_enters_nothing(place: Place) -> None:
    entered: list[bool] = []
    place.field.returnPressed.connect(lambda: entered.append(True))
    place.field.setEchoMode(QLineEdit.EchoMode.Password)
    for digit in "246":
        place.press(digit, after_ms=SLOW_MS)
    place.at_ms += SLOW_MS

    place.scan(CODE)

    assert place.heard == [CODE]
    assert place.field.text() == "246"
    assert not entered


def test_no_letter_is_a_shortcut_before_it_is_clear_that_it_is_no_scan(place: Place, qtbot: QtBot) -> None:
    button = QPushButton(place.window)
    done: list[bool] = []
    QShortcut(QKeySequence(CODE[0]), place.window, lambda: done.append(True))
    button.show()
    button.setFocus()
    place.scan(CODE)
    assert place.heard == [CODE]
    assert not done

    place.press(CODE[0].lower(), ord(CODE[0]), after_ms=SLOW_MS)
    assert not done
    qtbot.waitUntil(lambda: done == [True])


def test_a_burst_that_no_layout_explains_is_told_as_it_is_and_lands_nowhere(place: Place) -> None:
    for letter in "ðøłħŋđßþ":
        place.press(letter)
    place.enter()

    assert place.heard == ["ðøłħŋđßþ"]
    assert place.field.text() == ""


def test_a_web_address_from_another_badge_lands_nowhere(place: Place) -> None:
    for letter in "https://example.org/7":
        place.press(letter)
    place.enter()

    assert place.heard == ["https://example.org/7"]
    assert place.field.text() == ""


def test_a_quick_typist_is_no_scanner(place: Place, qtbot: QtBot) -> None:
    for letter in CODE.lower():
        place.press(letter, after_ms=SLOW_MS)
    place.enter(after_ms=SLOW_MS)

    qtbot.waitUntil(lambda: place.field.text() == CODE.lower())
    assert place.heard == []


def test_rolled_keys_and_a_quick_enter_are_typing(place: Place, qtbot: QtBot) -> None:
    for number, letter in enumerate("nadya rahman"):
        place.press(letter, after_ms=GAP_MS - 5 if number % 3 else SLOW_MS)
    place.enter(after_ms=GAP_MS - 5)

    qtbot.waitUntil(lambda: place.field.text() == "nadya rahman")
    assert place.heard == []


def test_typing_that_waited_for_a_busy_window_is_typing(place: Place, qtbot: QtBot) -> None:
    """All keys arrive at once, but the system says when each was pressed."""
    for letter in "nadya":
        place.press(letter, after_ms=120)
    place.enter(after_ms=120)

    qtbot.waitUntil(lambda: place.field.text() == "nadya")
    assert place.heard == []


def test_capitals_typed_with_shift_arrive_in_their_order(place: Place, qtbot: QtBot) -> None:
    for letter in "McAdam":
        if letter.isupper():
            place.shift(after_ms=SLOW_MS)
        place.press(letter, after_ms=SLOW_MS)

    qtbot.waitUntil(lambda: place.field.text() == "McAdam")


def test_a_second_enter_of_the_scanner_does_nothing(place: Place, qtbot: QtBot) -> None:
    pressed: list[bool] = []
    place.field.returnPressed.connect(lambda: pressed.append(True))
    place.scan(CODE)
    place.enter(after_ms=SWALLOW_MS - 10)
    assert not pressed

    place.enter(after_ms=SWALLOW_MS)
    assert pressed


def test_a_scanner_that_ends_with_tab_leaves_the_cursor_where_it_is(place: Place) -> None:
    for letter in CODE:
        place.press(letter)
    place.press("\t", Qt.Key.Key_Tab)

    assert place.heard == [CODE]
    assert QApplication.focusWidget() is place.field


def test_a_dead_key_and_the_letter_that_the_system_made_of_it_belong_to_the_scan(place: Place) -> None:
    code = next(code for code in (new_badge_code(Random(n)) for n in range(10_000)) if "YD" in code[1:-1])
    place.scanner._burst.is_known = {code}.__contains__  # pyright: ignore[reportPrivateUsage]  # one code of two
    alone = LAYOUTS["French, BÉPO"][0].split(" ")
    before, _, after = code.partition("YD")
    for letter in before:
        place.press(alone[US_KEYS.index(letter)])
    made = QInputMethodEvent()
    made.setCommitString("î")  # the key Y is an accent there, the key D an i
    QApplication.sendEvent(place.field, made)
    for letter in after:
        place.press(alone[US_KEYS.index(letter)])
    place.enter()

    assert place.heard == [code]
    assert place.field.text() == ""


def test_a_letter_of_an_input_method_alone_is_typing(place: Place) -> None:
    made = QInputMethodEvent()
    made.setCommitString("王")
    QApplication.sendEvent(place.field, made)

    assert place.field.text() == "王"


def test_keys_with_ctrl_are_commands_and_keep_what_was_typed_before(place: Place) -> None:
    place.press("a", after_ms=SLOW_MS)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier, "\x02")
    QApplication.sendEvent(place.field, event)

    assert place.field.text() == "a"
