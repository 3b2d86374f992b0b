"""Backups are made while a window is open, and trouble is told once."""

import pytest
from PySide6.QtWidgets import QWidget

from mixer_app.services.safekeeping import list_backups, place_of
from mixer_app.ui.safekeeper import Safekeeper


class Window(QWidget):
    """A window that shows an event."""

    event_shown = None


@pytest.fixture
def window(qtbot):
    made = Window()
    qtbot.addWidget(made)
    return made


def test_a_window_without_an_event_keeps_nothing(window, database, background, clock, settled):
    Safekeeper(database, background, clock, window).look()
    settled()
    assert list_backups(place_of(database)) == []


def test_what_is_due_is_made_and_told(qtbot, window, database, event, background, clock):
    window.event_shown = event
    keeper = Safekeeper(database, background, clock, window)
    with qtbot.waitSignal(keeper.kept):
        keeper.look()
    assert len(list_backups(place_of(database))) == 1


def test_trouble_is_told_once_until_it_is_over(qtbot, window, database, event, background, clock):
    window.event_shown = event
    (database.path.parent / "backups").write_text("a file, not a folder")
    keeper = Safekeeper(database, background, clock, window)
    told = []
    keeper.failed.connect(told.append)
    with qtbot.waitSignal(keeper.failed):
        keeper.look()
    keeper.look()
    qtbot.waitUntil(lambda: not keeper._busy)
    (database.path.parent / "backups").unlink()
    with qtbot.waitSignal(keeper.kept):
        keeper.look()
    assert len(told) == 1
