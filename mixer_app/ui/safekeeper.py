"""Sees to it that backups and the emergency list are made while a window or a kiosk is open."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mixer_app.domain.progress import Progress
from mixer_app.ui.background import Background

if TYPE_CHECKING:
    from mixer_app.services.database import Database
    from mixer_app.services.safekeeping import KeptSafe

LOOK_MS: Final = 60_000
"""How often it looks whether something is due."""


class Safekeeper(QObject):
    """Keeps the event safe whose number `event_shown` gives (None: there is none).

    `failed` carries a sentence, once for each trouble; `kept` tells that a backup was made.
    """

    failed = Signal(str)
    kept = Signal()

    def __init__(
        self,
        database: "Database",
        background: Background,
        clock: Callable[[], datetime],
        event_shown: Callable[[], int | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._database, self._background, self._clock, self._event_shown = database, background, clock, event_shown
        self._told = ""
        self._busy = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Make what is due."""
        event_id = self._event_shown()
        if event_id is None or self._busy:
            return
        self._busy = True
        self._background.run(
            partial(self._keep, event_id, self._clock()),
            on_done=self._done,
            on_failed=self._tell,
            on_end=self._rest,
            counts=False,
        )

    def _keep(self, event_id: int, now: datetime, progress: Progress) -> "KeptSafe":
        from mixer_app.services.safekeeping import keep_safe

        return keep_safe(self._database, event_id, now=now)

    def _rest(self) -> None:
        self._busy = False

    def _done(self, made: "KeptSafe") -> None:
        self._told = ""
        if made.backup is not None:
            self.kept.emit()

    def _tell(self, sentence: str) -> None:
        if sentence != self._told:
            self._told = sentence
            self.failed.emit(sentence)
