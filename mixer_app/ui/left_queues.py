"""Hands over by itself what waits on this laptop for shared databases that are not open now."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mixer_app.domain.progress import Progress
from mixer_app.ui.background import Background
from mixer_app.ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from mixer_app.services.database import Database

LOOK_MS: Final = 30_000
"""How often a server that did not answer is asked again; where nothing waits, none is asked."""


class LeftQueues(QObject):
    """`handed_over` carries a sentence for each database that has taken what waited for it."""

    handed_over = Signal(str)

    def __init__(
        self, database: "Database", background: Background, clock: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._database, self._background, self._clock = database, background, clock
        self._busy = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now, and from now on."""
        self.look()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Hand over what waits, where somebody answers."""
        if not self._busy:
            self._busy = True
            self._background.run(
                self._hand_over, on_done=self._tell, on_failed=self._wait, on_end=self._rest, counts=False
            )

    def _hand_over(self, progress: Progress) -> list[str]:
        from mixer_app.services.left_queues import hand_over_elsewhere

        return hand_over_elsewhere(self._database.location, self._clock)

    def _tell(self, told: list[str]) -> None:
        for sentence in told:
            self.handed_over.emit(sentence)

    def _wait(self, sentence: str) -> None:
        """The Start page says what waits."""

    def _rest(self) -> None:
        self._busy = False


def leave(before: "Database", background: Background, clock: Callable[[], datetime], bar: MessageBar) -> None:
    """Keep nothing of a shared database that is no longer worked with, unless it waits for its server."""
    from mixer_app.services.stand_in import leave_database

    def work(_progress: Progress) -> str:
        return leave_database(before.address, clock, plain_allowed=before.plain_allowed)

    background.run(work, on_done=lambda said: bar.complain(said) if said else None)
