"""A mistake in a slot or an event handler is told, and leaves nothing behind."""

import logging
import sys
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.errors import MixerError
from mixer_app.ui.mistakes import Mistakes


@pytest.fixture
def mistakes(qtbot) -> Iterator[Mistakes]:
    parent = QObject()
    made = Mistakes(parent)
    yield made
    made.stop()


class Torn(QWidget):
    """Fails to paint when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.freed: list[int] = []
        self.painted, self.divisor = 0, 1

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # the name is Qt's
        painter = QPainter(self)
        self.painted += 1
        weakref.finalize(painter, self.freed.append, self.painted)
        painter.drawText(0, 0, str(1 // self.divisor))


def test_a_mistake_in_painting_keeps_no_painter(
    mistakes: Mistakes, qtbot: QtBot, shown: Callable[..., QWidget], caplog: pytest.LogCaptureFixture
) -> None:
    told: list[BaseException] = []
    mistakes.broke.connect(told.append)
    torn = Torn()
    shown(torn)
    before, torn.divisor = torn.painted, 0
    torn.update()
    qtbot.waitUntil(lambda: bool(told))
    torn.divisor = 1
    assert [type(error) for error in told] == [ZeroDivisionError]
    assert torn.freed[-1] == before + 1, "its painter would paint on, and the window refuse every later picture"
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    caplog.clear()


def test_a_refusal_is_told_in_its_words_and_not_logged(mistakes: Mistakes, caplog: pytest.LogCaptureFixture) -> None:
    told: list[str] = []
    mistakes.refused.connect(told.append)
    sys.excepthook(MixerError, MixerError("The table is full."), None)
    assert told == ["The table is full."]
    assert not caplog.records


def test_stopped_it_leaves_mistakes_to_whoever_heard_of_them_before(qtbot) -> None:
    before = sys.excepthook
    parent = QObject()
    mistakes = Mistakes(parent)
    assert sys.excepthook != before
    mistakes.stop()
    assert sys.excepthook == before
