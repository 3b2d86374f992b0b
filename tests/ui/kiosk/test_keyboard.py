"""The keyboard on the screen: touched, held, walked by keys, in every alphabet."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.ui.kiosk.key_layouts import ROW_WIDTH, key_layouts, voiced
from mixer_app.ui.kiosk.look import KioskLook
from mixer_app.ui.kiosk.search import SearchPage

LEFT = Qt.MouseButton.LeftButton
LAYOUTS = ("latin", "arabic", "devanagari", "kana")


@pytest.fixture
def page(qtbot: QtBot, shown: Callable[..., QWidget], appearance: object) -> Iterator[SearchPage]:
    made = SearchPage(KioskLook(), LAYOUTS)
    shown(made, 1280, 624)
    made.retranslate()
    made.field.edit.setFocus()
    yield made
    made.keyboard.more_letters.close_row()


def test_a_touch_types_and_the_cursor_stays_in_the_field(page: SearchPage, qtbot: QtBot) -> None:
    for letter in "nna":
        qtbot.mouseClick(page.keyboard.button(letter), LEFT)
    qtbot.mouseClick(page.keyboard.button("space"), LEFT)
    qtbot.mouseClick(page.keyboard.button("o"), LEFT)
    qtbot.mouseClick(page.keyboard.button("back"), LEFT)
    assert page.field.text() == "nna "
    assert QApplication.focusWidget() is page.field.edit


def test_a_key_that_is_held_offers_accents(page: SearchPage, qtbot: QtBot) -> None:
    key = page.keyboard.button("o")
    key._timer.setInterval(10)
    qtbot.mousePress(key, LEFT)
    qtbot.waitUntil(page.keyboard.more_letters.isVisible)
    qtbot.mouseRelease(key, LEFT)
    assert page.field.text() == ""
    qtbot.mouseClick(next(one for one in page.keyboard.more_letters.keys if one.key.text == "ø"), LEFT)
    assert page.field.text() == "ø"
    assert not page.keyboard.more_letters.isVisible()


def test_a_touch_elsewhere_closes_the_accents(page: SearchPage, qtbot: QtBot) -> None:
    page.keyboard.button("e").held_down.emit()
    assert page.keyboard.more_letters.isVisible()
    qtbot.mouseClick(page.keyboard.button("z"), LEFT)
    assert not page.keyboard.more_letters.isVisible()


def test_accents_are_reached_by_keys_alone(page: SearchPage, qtbot: QtBot) -> None:
    key = page.keyboard.button("s")
    key.setFocus()
    qtbot.keyClick(key, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    offered = page.keyboard.more_letters.keys
    assert QApplication.focusWidget() is offered[0]
    qtbot.keyClick(offered[0], Qt.Key.Key_Right)
    qtbot.keyClick(offered[1], Qt.Key.Key_Space)
    assert page.field.text() == offered[1].key.text
    assert QApplication.focusWidget() is key


def test_arrows_walk_over_the_keys_which_are_one_stop_of_tab(page: SearchPage, qtbot: QtBot) -> None:
    first = page.keyboard.buttons()[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    second = QApplication.focusWidget()
    assert second is page.keyboard.button("2")
    qtbot.keyClick(second, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.keyboard.button("w")
    stops = [one for one in page.keyboard.buttons() if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [page.keyboard.button("w")]


def test_the_globe_goes_through_the_alphabets_and_back(page: SearchPage, qtbot: QtBot) -> None:
    seen = [page.keyboard.layout_name]
    for _ in LAYOUTS:
        qtbot.mouseClick(page.keyboard.button("globe"), LEFT)
        seen.append(page.keyboard.layout_name)
    assert seen == [*LAYOUTS, "latin"]


def test_with_little_room_digits_are_behind_their_key(page: SearchPage, qtbot: QtBot) -> None:
    page.look.fit_to(QSize(1024, 700), None)
    qtbot.mouseClick(page.keyboard.button("digits"), LEFT)
    qtbot.mouseClick(page.keyboard.button("7"), LEFT)
    qtbot.mouseClick(page.keyboard.button("letters"), LEFT)
    assert (page.field.text(), page.keyboard.layout_name) == ("7", "latin")


@pytest.mark.parametrize("size", [QSize(1280, 800), QSize(1024, 700)])
def test_accents_lie_over_the_keyboard_and_never_past_its_edge(page: SearchPage, size: QSize) -> None:
    page.look.fit_to(size, None)
    page.resize(size.width(), size.height() - 176)
    keyboard, more = page.keyboard, page.keyboard.more_letters
    for layout in LAYOUTS:
        keyboard.show_layout(layout)
        for key in [one for one in keyboard.buttons() if one.key.held]:
            key.held_down.emit()
            place = QRect(keyboard.mapTo(page, QPoint()), keyboard.size())
            assert place.left() <= more.x(), key.key.text
            assert more.geometry().right() <= place.right(), key.key.text
            assert page.rect().contains(more.geometry()), key.key.text
            more.close_row()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_another_alphabet_has_all_its_rows_on_a_small_laptop(page: SearchPage, layout: str) -> None:
    page.look.fit_to(QSize(1024, 700), None)
    page.resize(1024, 524)
    page.keyboard.show_layout(layout)
    assert page.rect().contains(page.keyboard.geometry())
    assert [one for one in page.keyboard.buttons() if not page.keyboard.rect().contains(one.geometry())] == []


def test_tab_leaves_the_accents_for_the_key_that_offered_them(page: SearchPage, qtbot: QtBot) -> None:
    key = page.keyboard.button("e")
    key.setFocus()
    qtbot.keyClick(key, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(page.keyboard.more_letters.keys[0], Qt.Key.Key_Tab)
    assert page.keyboard.more_letters.isHidden()
    assert QApplication.focusWidget() is key


def test_kana_are_voiced_by_their_key(page: SearchPage, qtbot: QtBot) -> None:
    page.keyboard.show_layout("kana")
    qtbot.mouseClick(page.keyboard.button("は"), LEFT)
    qtbot.mouseClick(page.keyboard.button("voice"), LEFT)
    assert page.field.text() == "ば"
    qtbot.mouseClick(page.keyboard.button("voice"), LEFT)
    assert page.field.text() == "ぱ"


@pytest.mark.parametrize(
    ("kana", "following"),
    [("か", "が"), ("が", "か"), ("ぱ", "は"), ("つ", "っ"), ("っ", "づ"), ("ん", "ん"), ("", "")],
)
def test_each_kana_has_its_next_form(kana: str, following: str) -> None:
    assert voiced(kana) == following


@pytest.mark.parametrize("name", [*LAYOUTS, "digits"])
def test_the_rows_of_a_layout_are_ten_keys_wide_and_no_key_comes_twice(name: str) -> None:
    layout = key_layouts()[name]
    for compact in (False, True):
        rows = layout.keys(compact=compact)
        assert len(rows) <= 5
        assert all(row[-1].left + row[-1].width <= ROW_WIDTH for row in rows)
        letters = [key.text for row in rows for key in row if key.text]
        assert len(letters) == len(set(letters))


def test_every_letter_of_common_names_can_be_typed() -> None:
    latin = key_layouts()["latin"]
    known = {letter for row in latin.rows for key in row for letter in (key.text, *key.held)} | {" "}
    for name in ("Zoë Müller-Çelik", "Åse Ødegård", "Jiří Dvořák", "Łukasz Żółć", "Þóra Æsir", "João Ñandú", "O’Brien"):
        assert set(name.lower()) <= known, set(name.lower()) - known
