"""An evening that is over, and the page on which its paper is entered."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from mixer_app.domain.answers import Answer, AnswerSource
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.services.answers import list_answers, record_answer
from mixer_app.services.check_in import check_in
from mixer_app.services.planning import publish
from mixer_app.ui.follow_up import FollowUpPage
from mixer_app.ui.follow_up.lines import TableLine
from mixer_app.ui.follow_up.lines_view import LinesView
from mixer_app.ui.follow_up.sheet_view import SheetView


@dataclass
class Keys:
    """A clock for the speed of keys, set by hand."""

    ms: float = 0.0

    def __call__(self) -> float:
        return self.ms


@dataclass
class Entry:
    """Staff before the page: Ada met Max and Mia as mentors; Ben met Max."""

    qtbot: QtBot
    database: Any
    event: Event
    page: FollowUpPage
    keys: Keys
    ada: Attendee
    ben: Attendee
    max: Attendee
    mia: Attendee
    folders: list[Path]
    """What will be chosen in the next question for a folder."""
    opened: list[Path]
    """Folders that were shown in the system's own window."""

    @property
    def view(self) -> SheetView:
        """The sheet."""
        return self.page.entry_card.view

    def settle(self) -> None:
        """Wait until everything typed is kept and read."""
        self.qtbot.waitUntil(lambda: not self.page.background._orders and not self.page.entry_work.busy, timeout=10_000)
        QApplication.processEvents()

    def show(self, key: str) -> None:
        """Choose a view by a click on its word."""
        self.qtbot.mouseClick(self.page.frame.views.button(key), Qt.MouseButton.LeftButton)
        self.read_anew()

    def read_anew(self) -> None:
        """Another computer has changed something."""
        self.page.refresh()
        self.settle()

    def lines(self, view: LinesView) -> list[TableLine]:
        """The lines that a table shows."""
        found = [view.model.line_at(row) for row in range(view.model.rowCount())]
        return [line for line in found if line is not None]

    def acts(self, view: LinesView) -> list[str]:
        """What can be done about the current line."""
        return [button.text() for button in view.act_buttons if button.isVisible()]

    def click_act(self, view: LinesView, words: str) -> None:
        """Do something about the current line."""
        QApplication.processEvents()
        button = next(one for one in view.act_buttons if one.isVisible() and one.text() == words)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def pick(self, starts: str) -> None:
        """Choose in the menu that is open."""
        shown = QApplication.activePopupWidget()
        assert isinstance(shown, QMenu)
        action = next(one for one in shown.actions() if one.text().startswith(starts))
        shown.setActiveAction(action)
        self.qtbot.keyClick(shown, Qt.Key.Key_Return)
        self.settle()

    def scan(self, code: str) -> None:
        """A scanner's burst, wherever the cursor is."""
        target = QApplication.focusWidget() or self.page
        self.keys.ms += 5000
        for letter in code:
            self.keys.ms += 5
            self.qtbot.keyClicks(target, letter)
        self.qtbot.keyClick(target, Qt.Key.Key_Return)
        self.keys.ms += 400
        self.settle()

    def press(self, *keys: Qt.Key) -> None:
        """Press keys on the sheet, slowly enough to be a finger."""
        for key in keys:
            self.keys.ms += 400
            self.qtbot.keyClick(QApplication.focusWidget() or self.view, key)
            self.page.scanner._hand_on()

    def given(self, person: Attendee) -> dict[str, Answer]:
        """What somebody has answered, by the partner's given name."""
        names = {one.id: one.name.given for one in (self.ada, self.ben, self.max, self.mia)}
        said = self.database.read(list_answers, self.event.id)
        return {names[one.to_id]: one.answer for one in said if one.from_id == person.id}

    def answered(
        self, by: Attendee, about: Attendee, answer: Answer, source: AnswerSource = AnswerSource.PAPER
    ) -> None:
        """An answer that came another way."""
        self.database.write(
            record_answer,
            self.event.id,
            by.id,
            about.id,
            answer,
            source=source,
            station="Desk 2",
            now=self.page.clock(),
        )


@pytest.fixture
def entry(
    qtbot: QtBot,
    page_parts: dict[str, Any],
    database: Any,
    event: Event,
    add: Callable[..., Attendee],
    introduce: Callable[..., Any],
    come_to_round: Callable[..., None],
    shown: Callable[..., QWidget],
    now: Any,
) -> Iterator[Entry]:
    ada, ben = add("Ada Lund", email="ada@example.org"), add("Ben Ortiz", email="ben@example.org")
    max_ = add("Max Roth", role="mentor", email="max@example.org", continuing_limit=1)
    mia = add("Mia Koh", role="mentor", email="mia@example.org")
    plan = introduce((max_, ada), (mia, ada), (max_, ben))
    database.write(publish, plan.id, station="Test", now=now)
    for person in (ada, ben, max_, mia):
        database.write(check_in, event.id, person.code, station="Desk 1", now=now)
    come_to_round(event.rounds, over=True)
    keys = Keys()
    folders: list[Path] = []
    opened: list[Path] = []
    page = FollowUpPage(
        **page_parts,
        key_clock_ms=keys,
        choose_folder=lambda _parent, _name: folders[0] if folders else None,
        open_folder=opened.append,
    )
    shown(page, 1440, 900)
    page.show_event(event)
    page.scanner._pause.setInterval(60_000)  # a busy machine is no slow finger
    made = Entry(qtbot, database, event, page, keys, ada, ben, max_, mia, folders, opened)
    made.settle()
    page.search_field().setFocus()  # as the window does
    yield made
    page.release()
