"""While the server is away no page says what it does not know, and no edit is dropped without a word."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mixer_app.services.events import find_event
from mixer_app.ui.main_window import MainWindow
from mixer_app.ui.places import PLACES
from tests.network import Line
from tests.ui.conftest import EVENING

READ_BY_ITSELF = [one for one in PLACES if one.key != "desk"]


@pytest.fixture
def lose(window: MainWindow, line: Line, qtbot: QtBot) -> Any:
    """Let the server be away: `lose()`."""

    def cut() -> None:
        line.cut()
        qtbot.waitUntil(lambda: window.away.is_away, timeout=10_000)

    return cut


def _in_sight(window: MainWindow) -> list[str]:
    return [one.text() for one in window.stack.findChildren(QLabel) if one.isVisible() and one.text()]


def test_pages_that_were_not_read_yet_say_that_they_wait_and_read_themselves_when_the_connection_is_back(
    window: MainWindow, line: Line, lose: Any, qtbot: QtBot
) -> None:
    lose()
    window.message_bar.close_message()
    for place in READ_BY_ITSELF:
        window.go_to(place.key)
        assert _in_sight(window) == [
            f"{place.title} waits for the connection",
            "Check-in goes on at the desk. This page is read by itself when the connection is back.",
        ]
        assert not window.page(place.key).isVisible()
    assert window.message_bar.sentence == "", "nothing was asked, so nothing is refused"
    line.mend()
    qtbot.waitUntil(lambda: not window.away.is_away, timeout=15_000)
    for place in reversed(READ_BY_ITSELF):
        page = window.page(place.key)
        if place is not READ_BY_ITSELF[-1]:  # which is in sight
            window.go_to(place.key)
        qtbot.waitUntil(lambda page=page: page.read_at is not None and page.isVisible(), timeout=15_000)
        assert page.event_shown is not None


def test_from_a_page_that_waits_enter_leads_to_the_desk(window: MainWindow, lose: Any, qtbot: QtBot) -> None:
    lose()
    window.go_to("plan")
    assert window.stack.desk_button.hasFocus()
    qtbot.keyClick(window.stack.desk_button, Qt.Key.Key_Return)
    assert window.place == "desk"
    assert window.page("desk").isVisible()


def test_a_page_that_the_server_left_before_it_was_read_waits(window: MainWindow, line: Line, qtbot: QtBot) -> None:
    line.hang()
    window.go_to("live")
    qtbot.waitUntil(lambda: window.stack.waits, timeout=10_000)
    line.mend()
    qtbot.waitUntil(lambda: window.page("live").read_at is not None, timeout=15_000)
    assert window.page("live").isVisible()


def test_a_page_that_was_read_stays_with_its_moment_and_refuses_an_edit_with_a_sentence(
    window: MainWindow, evening: SimpleNamespace, line: Line, lose: Any, qtbot: QtBot
) -> None:
    window.go_to("settings")
    page: Any = window.page("settings")
    qtbot.waitUntil(lambda: page.read_at == EVENING, timeout=10_000)
    lose()
    at = f"{EVENING.astimezone():%H:%M}"
    told = f"No connection. This is as it was at {at}, and nothing here can be changed until it is back."
    assert window.stack.band_label.isVisible()
    assert window.stack.band_label.text() == told
    window.message_bar.close_message()
    page.event_card.name_field.setFocus()
    page.event_card.name_field.selectAll()
    qtbot.keyClicks(page.event_card.name_field, "Lost without a word")
    qtbot.keyClick(page.event_card.name_field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "plans and edits wait" in window.message_bar.sentence, timeout=5_000)
    assert "plans and edits wait" in page.event_card.problem_label.text()
    window.go_to("desk")
    assert not window.stack.band_label.isVisible()
    window.go_to("settings")
    assert window.stack.band_label.isVisible()
    line.mend()
    qtbot.waitUntil(lambda: not window.away.is_away, timeout=15_000)
    assert not window.stack.band_label.isVisible()
    assert evening.elsewhere.read(find_event, str(evening.event.id)).name == "Shared"


def test_what_was_read_of_another_event_is_not_taken_for_this_one(
    window: MainWindow, evening: SimpleNamespace, lose: Any, qtbot: QtBot
) -> None:
    window.go_to("overview")
    qtbot.waitUntil(lambda: window.page("overview").read_at is not None, timeout=10_000)
    lose()
    window.open_event(replace(evening.event, id=evening.event.id + 1))
    window.go_to("overview")
    assert window.stack.waits
