"""From the wish to forget somebody to what was done: look, ask, erase, tell."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mixer_app.domain.progress import Progress
from mixer_app.services.forgetting import (
    ForgetLook,
    forget_event,
    forget_person,
    look_at_forgetting_event,
    look_at_forgetting_person,
)
from mixer_app.ui.background import Background
from mixer_app.ui.forgetting.sheet import ForgetSheet

if TYPE_CHECKING:
    from mixer_app.services.database import Database


class Forgetting(QObject):
    """Opens the sheet over the window of `page`; `done` carries what was erased."""

    done = Signal(str)
    failed = Signal(str)
    asked = Signal()  # the sheet is open

    def __init__(
        self,
        page: QWidget,
        *,
        database: "Database",
        background: Background,
        station: str,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(page)
        self._page, self._database, self._background = page, database, background
        self._station, self._clock = station, clock
        self.sheet: ForgetSheet | None = None

    def ask_person(self, attendee_id: int) -> None:
        """Ask whether one person is to be forgotten at all events."""
        self._look(look_at_forgetting_person, attendee_id, forget_person, "Forget this person")

    def ask_event(self, event_id: int) -> None:
        """Ask whether everybody of an event is to be forgotten."""
        self._look(look_at_forgetting_event, event_id, forget_event, "Forget the people of this event")

    def _look(self, look: Callable[..., ForgetLook], number: int, forget: Callable[..., str], title: str) -> None:
        self._background.run(
            lambda _progress: self._database.read(look, number),
            on_done=partial(self._ask, number, forget, title),
            on_failed=self._failed,
        )

    def _ask(self, number: int, forget: Callable[..., str], title: str, look: ForgetLook) -> None:
        if look.done:
            self.failed.emit(f"{look.name} was forgotten already: there is nothing left to erase.")
            return
        self.sheet = ForgetSheet(self._page.window(), look, title=title)
        self.sheet.agreed.connect(partial(self._forget, number, forget))
        self.sheet.open_sheet(self.sheet.cancel_button)
        self.asked.emit()

    def _forget(self, number: int, forget: Callable[..., str]) -> None:
        now = self._clock()

        def work(_progress: Progress) -> str:
            return forget(self._database, number, station=self._station, now=now)

        self._background.run(work, on_done=self._done, on_failed=self._failed)

    def _done(self, sentence: str) -> None:
        self.done.emit(sentence)

    def _failed(self, sentence: str) -> None:
        self.failed.emit(sentence)
