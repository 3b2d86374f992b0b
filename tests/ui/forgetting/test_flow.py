"""Forgetting from a window: a plain account first, one question, then it is done everywhere."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.events import Event
from mixer_app.services.people import list_attendees
from mixer_app.ui.forgetting import Forgetting

Ask = Callable[[Callable[[Forgetting], object]], Any]


@pytest.fixture
def flow(page_parts: dict[str, Any], shown: Callable[..., QWidget]) -> Forgetting:
    """The flow of a page in a window of its own."""
    page = QWidget()
    QVBoxLayout(page).addWidget(QPushButton("Behind"))
    shown(page, 1024, 700)
    return Forgetting(page, **page_parts)


@pytest.fixture
def ask(flow: Forgetting, qtbot: QtBot) -> Ask:
    """Ask to forget, and wait for the sheet: `ask(lambda flow: flow.ask_event(1))`."""

    def build(act: Callable[[Forgetting], object]) -> Any:
        with qtbot.waitSignal(flow.asked, timeout=10_000):
            act(flow)
        return flow.sheet

    return build


def _names(database: Any, event: Event) -> set[str]:
    return {one.name.full for one in database.read(list_attendees, event.id)}


def test_the_sheet_says_what_goes_and_what_stays_and_begins_on_cancel(
    event: Event, add: Callable[..., Any], ask: Ask
) -> None:
    ann = add("Ann Smith")
    sheet = ask(lambda flow: flow.ask_person(ann.id))
    words = "\n".join(one.text() for one in sheet.findChildren(QLabel))
    assert "Ann Smith" in words
    assert f"Name, contacts, employer, notes and all they said, at {event.name}." in words
    assert "An empty place where others met them, so that counts stay right." in words
    assert sheet.cancel_button.hasFocus()
    sheet.close_sheet()


def test_nothing_is_erased_until_somebody_says_that_they_mean_it(
    event: Event, add: Callable[..., Any], ask: Ask, flow: Forgetting, database: Any, qtbot: QtBot
) -> None:
    ann = add("Ann Smith")
    sheet = ask(lambda flow: flow.ask_person(ann.id))
    assert not sheet.erase_button.isEnabled()
    sheet.sure_box.setFocus()
    QTest.keyClick(sheet.sure_box, Qt.Key.Key_Space)
    assert sheet.erase_button.isEnabled()
    with qtbot.waitSignal(flow.done, timeout=10_000) as told:
        QTest.mouseClick(sheet.erase_button, Qt.MouseButton.LeftButton)
    assert told.args[0].startswith("Erased one person")
    assert "Ann Smith" not in _names(database, event)


def test_escape_leaves_everybody_where_they_are(event: Event, add: Callable[..., Any], ask: Ask, database: Any) -> None:
    add("Ann Smith")
    sheet = ask(lambda flow: flow.ask_event(event.id))
    sheet.sure_box.setChecked(True)
    QTest.keyClick(sheet.cancel_button, Qt.Key.Key_Escape)
    assert _names(database, event) == {"Ann Smith"}


def test_an_event_that_was_forgotten_is_not_asked_about_again(
    event: Event, add: Callable[..., Any], ask: Ask, flow: Forgetting, qtbot: QtBot
) -> None:
    add("Ann Smith")
    sheet = ask(lambda flow: flow.ask_event(event.id))
    sheet.sure_box.setChecked(True)
    with qtbot.waitSignal(flow.done, timeout=10_000):
        sheet.erase_button.click()
    with qtbot.waitSignal(flow.failed, timeout=10_000) as refused:
        flow.ask_event(event.id)
    assert refused.args == [f"{event.name} was forgotten already: there is nothing left to erase."]
