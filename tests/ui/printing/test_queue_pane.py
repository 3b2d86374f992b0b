"""The queue on the Print page: states in words, and a way out of each."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from mixer_app.domain.errors import MixerError
from mixer_app.domain.print_jobs import JobState
from mixer_app.domain.printers import PrinterStatus, SpoolAnswer, SpoolState
from mixer_app.services import badge_queue
from mixer_app.ui.printing.queue_pane import QueuePane

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the offscreen platform, of menus


@pytest.fixture
def pane(badge_printer: Any, clock: Any, shown: Callable[..., Any]) -> QueuePane:
    """The queue on the screen."""
    made = QueuePane(clock)
    shown(made, 900, 600)
    made.use_printer(badge_printer)
    return made


@pytest.fixture
def queue(database: Any, event: Any, add: Any, now: Any) -> Callable[..., Any]:
    def build(name: str = "Ann Smith") -> Any:
        return database.write(
            badge_queue.queue_badge, event.id, add(name).id, printer="label", station="Desk 1", now=now
        )

    return build


def names(pane: QueuePane) -> list[str]:
    return [row.accessibleName() for row in pane.rows]


def test_an_empty_queue_says_so(pane: QueuePane) -> None:
    assert pane.rows == []


def test_a_badge_that_came_out_is_listed_as_printed(pane: QueuePane, queue: Any, qtbot: QtBot) -> None:
    queue()
    qtbot.waitUntil(lambda: names(pane) == ["Ann Smith, Printed."], timeout=10_000)
    assert not pane.rows[0].likely_button.isVisible()


def test_a_failed_badge_is_retried_with_one_press(pane: QueuePane, queue: Any, qtbot: QtBot, shelf: Any) -> None:
    shelf.label.refuses = MixerError("The cable is out.")
    queue()
    qtbot.waitUntil(lambda: names(pane) == ["Ann Smith, Failed. The cable is out."], timeout=10_000)
    assert pane.rows[0].likely_button.accessibleName() == "Retry: Ann Smith"
    shelf.label.refuses = None

    qtbot.mouseClick(pane.rows[0].likely_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: names(pane) == ["Ann Smith, Printed."], timeout=10_000)


def test_a_doubtful_badge_came_out_if_someone_says_so(
    pane: QueuePane, queue: Any, qtbot: QtBot, shelf: Any, database: Any, event: Any
) -> None:
    shelf.label.answer = SpoolAnswer(SpoolState.GONE)
    queue()
    qtbot.waitUntil(lambda: bool(pane.rows) and pane.rows[0].job.state is JobState.UNKNOWN, timeout=10_000)

    qtbot.mouseClick(pane.rows[0].likely_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: names(pane) == ["Ann Smith, Printed."], timeout=10_000)
    assert len(database.read(badge_queue.jobs, event.id)) == 1


def test_every_way_out_of_a_waiting_badge_is_in_its_menu(pane: QueuePane, queue: Any, qtbot: QtBot, shelf: Any) -> None:
    shelf.label.how = PrinterStatus(ready=False, takes_jobs=False, sentence="Paused")
    queue()
    qtbot.waitUntil(lambda: names(pane) == ["Ann Smith, Waiting. Paused"], timeout=10_000)
    qtbot.mouseClick(pane.rows[0].more_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=10_000)
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    assert [action.text() for action in shown.actions()] == ["Print on The laser", "Do not print it"]
    shown.actions()[1].trigger()
    shown.close()
    qtbot.waitUntil(lambda: names(pane) == ["Ann Smith, Cancelled."], timeout=10_000)


def test_a_test_page_comes_out_of_the_station_s_printer(pane: QueuePane, qtbot: QtBot, shelf: Any) -> None:
    qtbot.waitUntil(lambda: pane.printer_label.whole_text == "Desk 1, The label", timeout=10_000)
    qtbot.mouseClick(pane.test_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shelf.label.came_out == ["Test badge"], timeout=10_000)


def test_all_that_failed_is_retried_with_one_press(pane: QueuePane, queue: Any, qtbot: QtBot, shelf: Any) -> None:
    shelf.label.refuses = MixerError("The label is jammed.")
    queue("Ann Smith")
    qtbot.waitUntil(lambda: names(pane) == ["Ann Smith, Failed. The label is jammed."], timeout=10_000)
    assert not pane.retry_button.isVisible()
    queue("Bob Jones")
    qtbot.waitUntil(lambda: pane.retry_button.text() == "Retry all 2 that failed", timeout=10_000)
    assert pane.retry_button.isVisible()
    shelf.label.refuses = None

    qtbot.mouseClick(pane.retry_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: len(shelf.label.came_out) == 2, timeout=10_000)
    qtbot.waitUntil(lambda: not pane.retry_button.isVisible(), timeout=10_000)


def test_every_state_is_whole_when_the_text_is_made_larger(
    pane: QueuePane, queue: Any, qtbot: QtBot, shelf: Any, appearance: Any
) -> None:
    shelf.label.answer = SpoolAnswer(SpoolState.GONE)
    queue()
    qtbot.waitUntil(lambda: bool(pane.rows) and pane.rows[0].job.state is JobState.UNKNOWN, timeout=10_000)
    appearance.choose_scale(1.5)
    state = pane.rows[0].findChild(QLabel, "state_label")
    assert state.text() == "Unknown"
    assert state.width() >= state.fontMetrics().horizontalAdvance("Cancelled")
    appearance.choose_scale(1.0)
