"""A desk with a real database, as it stands on the screen."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.events import Event
from mixer_app.ui.desk import DeskPage

from ..conftest import PARTS


def typed(qtbot: QtBot, page: DeskPage, text: str) -> None:
    """Type into the search, and wait until what it finds is shown."""
    search = page.finder.search
    qtbot.keyClicks(search, text)
    qtbot.waitUntil(lambda: search.text() == text)
    for _ in range(PARTS):
        QApplication.processEvents()


@pytest.fixture
def open_desk(
    page_parts: dict[str, Any],
    event: Event,
    shown: Callable[..., QWidget],
    settled: Callable[[], None],
) -> Callable[[], DeskPage]:
    """Open the desk on `event` once the people are in the database.

    Its clock for keys stands still: all keys of a test are a scanner's, however busy the machine is.
    """

    def build() -> DeskPage:
        page = DeskPage(**page_parts, dice=Random(3), key_clock_ms=lambda: 0.0)
        shown(page, 1240, 900)
        page.show_event(event)
        settled()
        page.finder.take_cursor()
        return page

    return build
