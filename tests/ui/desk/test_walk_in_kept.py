"""A walk-in who was begun and left: kept while the desk is there for somebody else."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mixer_app.domain.events import Event
from mixer_app.domain.roles import Role
from mixer_app.services.people import list_attendees
from mixer_app.ui.desk import DeskPage
from mixer_app.ui.desk.walk_in import WalkInForm

Open = Callable[[], DeskPage]
Settled = Callable[[], None]
KEY = Qt.Key


def press(qtbot: QtBot, key: Qt.Key) -> None:
    """Press a key wherever the cursor is."""
    qtbot.keyClick(QApplication.focusWidget(), key)


def write(qtbot: QtBot, text: str) -> None:
    """Type wherever the cursor is, and wait until the letters are there."""
    field: Any = QApplication.focusWidget()
    qtbot.keyClicks(field, text)
    qtbot.waitUntil(lambda: field.text().endswith(text))


def begin(qtbot: QtBot, name: str, employer: str = "") -> None:
    """Look for someone, find nobody and begin a walk-in with F2; then leave it with Esc."""
    write(qtbot, name)
    press(qtbot, KEY.Key_F2)
    write(qtbot, employer)
    press(qtbot, KEY.Key_Escape)


def shows(form: WalkInForm) -> tuple[str, str, str]:
    return form.name_edit.text(), form.employer_edit.text(), str(form.role_control.key)


@pytest.mark.parametrize("height", [900, 640], ids=["whole form", "folded form"])
def test_f2_adds_whom_was_just_looked_for_and_the_walk_in_begun_before_comes_back(
    open_desk: Open, database: Any, event: Event, qtbot: QtBot, settled: Settled, height: int
) -> None:
    page = open_desk()
    page.resize(1240, height)
    form = page.walk_in_form
    begin(qtbot, "Nadya Petrova", "Padma Hospital")
    qtbot.mouseClick(form.role_control.button(Role.MENTOR), Qt.MouseButton.LeftButton)
    press(qtbot, KEY.Key_Escape)

    write(qtbot, "Zoe Bergqvist")
    press(qtbot, KEY.Key_F2)
    assert shows(form) == ("Zoe Bergqvist", "", Role.MENTEE)
    assert form.kept_button.isVisible()
    assert form.kept_button.text() == "Back to Nadya"
    press(qtbot, KEY.Key_Return)
    settled()

    assert [one.name.full for one in database.read(list_attendees, event.id)] == ["Zoe Bergqvist"]
    assert QApplication.focusWidget() is page.finder.search
    qtbot.mouseClick(form.kept_button, Qt.MouseButton.LeftButton)
    assert shows(form) == ("Nadya Petrova", "Padma Hospital", Role.MENTOR)
    assert form.kept_button.isHidden()
    assert QApplication.focusWidget() is form.name_edit
    press(qtbot, KEY.Key_Return)
    settled()
    assert {one.name.full for one in database.read(list_attendees, event.id)} == {"Zoe Bergqvist", "Nadya Petrova"}


def test_of_several_walk_ins_each_comes_back_by_its_name_or_in_turn(open_desk: Open, qtbot: QtBot) -> None:
    page = open_desk()
    form = page.walk_in_form
    for name in ("Ann Alba", "Bo Berg", "Cleo Cruz"):
        begin(qtbot, name, f"{name} Clinic")

    turns: list[str] = []
    for _ in range(3):
        qtbot.mouseClick(form.kept_button, Qt.MouseButton.LeftButton)
        turns.append(form.name_edit.text())
    assert turns == ["Ann Alba", "Bo Berg", "Cleo Cruz"]

    press(qtbot, KEY.Key_Escape)
    write(qtbot, "bo berg")
    press(qtbot, KEY.Key_F2)
    assert shows(form)[:2] == ("Bo Berg", "Bo Berg Clinic")


def test_the_same_name_again_goes_on_with_the_walk_in_that_was_begun(open_desk: Open, qtbot: QtBot) -> None:
    page = open_desk()
    begin(qtbot, "Nadya Petrova", "Padma Hospital")

    write(qtbot, "nadya petrova")
    press(qtbot, KEY.Key_F2)

    assert shows(page.walk_in_form)[:2] == ("Nadya Petrova", "Padma Hospital")
    assert page.walk_in_form.kept_button.isHidden()


@pytest.mark.parametrize("text", ["zoe@example.org", "0000-0000"])
def test_what_is_no_name_stays_in_the_search(open_desk: Open, qtbot: QtBot, text: str) -> None:
    page = open_desk()
    page.finder.search.insert(text)  # at once, as when it is pasted

    press(qtbot, KEY.Key_F2)

    assert page.walk_in_form.name_edit.text() == ""
    assert QApplication.focusWidget() is page.walk_in_form.name_edit
    press(qtbot, KEY.Key_Escape)
    assert page.finder.search.text() == text
