"""Tests of taking letters back out of a field: two are treated alike, and only one of them sees the letters."""

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from mixer_app.ui.scanning.field_before import LineBefore, field_before

Field = QLineEdit | QPlainTextEdit
Build = Callable[[], Field]
BACK, LEFT, SHIFT = Qt.Key.Key_Backspace, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier


def write(field: Field, text: str) -> None:
    """As the program does, with nothing to undo."""
    field.setText(text) if isinstance(field, QLineEdit) else field.setPlainText(text)


def insert(field: Field, text: str) -> None:
    field.insert(text) if isinstance(field, QLineEdit) else field.insertPlainText(text)


def nothing(field: Field) -> None:
    """It is empty."""


def typed(field: Field) -> None:
    QTest.keyClicks(field, "ann")


def typed_and_cleared(field: Field) -> None:
    QTest.keyClicks(field, "ann")
    field.clear()


def corrected(field: Field) -> None:
    QTest.keyClicks(field, "annb")
    QTest.keyClick(field, BACK)


def went_on_after_a_correction(field: Field) -> None:
    corrected(field)
    QTest.keyClicks(field, "a nn")


def typed_before_what_is_there(field: Field) -> None:
    write(field, "nadya")
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClicks(field, "an")


def chose_all(field: Field) -> None:
    QTest.keyClicks(field, "ann")
    field.selectAll()


def chose_backwards(field: Field) -> None:
    QTest.keyClicks(field, "annabel")
    QTest.keyClick(field, LEFT)
    for _ in range(3):
        QTest.keyClick(field, LEFT, SHIFT)


def typed_over(field: Field) -> None:
    chose_backwards(field)
    QTest.keyClicks(field, "xy")


def deleted_what_was_chosen(field: Field) -> None:
    chose_backwards(field)
    QTest.keyClick(field, Qt.Key.Key_Delete)


def wrote_a_picture(field: Field) -> None:
    """Python counts it as one letter, Qt as two."""
    insert(field, "a 🎉 b")
    QTest.keyClick(field, LEFT)
    QTest.keyClicks(field, "nn")


HISTORIES = (
    nothing,
    typed,
    typed_and_cleared,
    corrected,
    went_on_after_a_correction,
    typed_before_what_is_there,
    chose_all,
    chose_backwards,
    typed_over,
    deleted_what_was_chosen,
    wrote_a_picture,
)


@pytest.fixture(params=[QLineEdit, QPlainTextEdit])
def build(request: pytest.FixtureRequest, qtbot: QtBot) -> Build:
    """Make a field of one kind."""

    def made() -> Field:
        field: Field = request.param()
        qtbot.addWidget(field)
        return field

    return made


def text_of(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def seen(field: Field) -> tuple[object, ...]:
    """What a person sees of it."""
    if isinstance(field, QLineEdit):
        return field.text(), field.cursorPosition(), field.selectionStart(), field.selectedText()
    cursor = field.textCursor()
    return field.toPlainText(), cursor.anchor(), cursor.position()


def undone(field: Field) -> list[str]:
    """What every undo shows, and every redo after that."""
    steps = field if isinstance(field, QLineEdit) else field.document()
    shown: list[str] = [f"redo {steps.isRedoAvailable()}"]
    while steps.isUndoAvailable():
        field.undo()
        shown.append(text_of(field))
    while steps.isRedoAvailable():
        field.redo()
        shown.append(text_of(field))
    return shown


@pytest.mark.parametrize("letters", ["7", "7K"])
@pytest.mark.parametrize("history", HISTORIES)
def test_text_cursor_selection_and_undo_are_as_if_nothing_had_been_typed(
    build: Build, history: Callable[[Field], None], letters: str
) -> None:
    field, beside = build(), build()
    history(field)
    history(beside)
    before = field_before(field)
    assert before is not None
    QTest.keyClicks(field, letters)
    assert seen(field) != seen(beside)

    before.take_back()

    assert seen(field) == seen(beside)
    assert undone(field) == undone(beside)


def test_who_listens_is_told_once_and_the_text_as_it_was(build: Build) -> None:
    field = build()
    QTest.keyClicks(field, "ann")
    before = field_before(field)
    assert before is not None
    QTest.keyClicks(field, "7K")
    heard: list[str] = []
    field.textChanged.connect(lambda: heard.append(text_of(field)))

    before.take_back()

    assert heard == ["ann"]


def test_a_field_that_took_no_letter_is_left_alone(build: Build) -> None:
    field = build()
    QTest.keyClicks(field, "ann")
    before = field_before(field)
    assert before is not None

    before.take_back()

    assert text_of(field) == "ann"


def test_a_pin_is_again_the_digits_that_were_typed(qtbot: QtBot) -> None:
    field = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "24")
    before = LineBefore(field)
    QTest.keyClicks(field, "7K")

    before.take_back()

    assert (field.text(), field.cursorPosition()) == ("24", 2)


def test_a_field_that_is_gone_has_nothing_to_take_back() -> None:
    field = QLineEdit()
    before = LineBefore(field)
    QTest.keyClicks(field, "7K")
    shiboken6.delete(field)

    before.take_back()


def test_letters_wait_where_nothing_is_written_and_where_suggestions_open(qtbot: QtBot) -> None:
    suggests, reads, lines, chooses = QLineEdit(), QLineEdit(), QPlainTextEdit(), QComboBox()
    suggests.setCompleter(QCompleter(["Ann"], suggests))
    reads.setReadOnly(True)
    lines.setReadOnly(True)
    for widget in (suggests, reads, lines, chooses):
        qtbot.addWidget(widget)
        assert field_before(widget) is None
