"""The search field leaves the arrow keys to the hits."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mixer_app.ui.widgets import SearchField


@pytest.fixture
def field(shown: Callable[..., QWidget]) -> SearchField:
    made = SearchField("Name", name="Search", note="Ctrl F")
    shown(made, 400, 40)
    return made


def test_escape_clears(field: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "nnamdi")
    with qtbot.waitSignal(field.cleared):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.text()


def test_arrow_keys_move_among_the_hits(field: SearchField, qtbot: QtBot) -> None:
    moves: list[int] = []
    field.moved.connect(moves.append)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert moves == [1, -1]


def test_backspace_in_the_empty_field_is_told(field: SearchField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.emptied_backwards):
        qtbot.keyClick(field, Qt.Key.Key_Backspace)


def test_words_do_not_run_under_the_note(field: SearchField) -> None:
    before = field.textMargins().right()
    field.set_note("3 found, spelling forgiven")
    assert field.textMargins().right() > before


@pytest.mark.parametrize(("typed", "mine"), [("", False), ("ann", True)])
@pytest.mark.parametrize("shift", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_only_a_field_with_something_in_it_keeps_undo_and_redo_from_the_window(
    field: SearchField, qtbot: QtBot, shift: Qt.KeyboardModifier, typed: str, mine: bool
) -> None:
    undone: list[bool] = []
    keys = QKeySequence("Ctrl+Shift+Z" if shift else "Ctrl+Z")
    shortcut = QShortcut(keys, field.window())
    shortcut.activated.connect(lambda: undone.append(True))
    field.setFocus()
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | shift)

    assert bool(undone) is not mine


def test_after_something_was_done_for_what_is_typed_undo_is_about_that(field: SearchField, qtbot: QtBot) -> None:
    undone: list[bool] = []
    QShortcut(QKeySequence("Ctrl+Z"), field.window()).activated.connect(lambda: undone.append(True))
    field.setFocus()
    qtbot.keyClicks(field, "anna")
    field.end_typing()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (undone, field.text()) == ([True], "anna")

    qtbot.keyClicks(field, "b")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
