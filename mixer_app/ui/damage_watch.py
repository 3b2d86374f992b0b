"""Finds out that the file of the database is damaged, and offers the last good backup, once."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from mixer_app.domain.progress import Progress
from mixer_app.ui.background import Background

if TYPE_CHECKING:
    from mixer_app.services.database import Database


class DamageWatch(QObject):
    """Looks through the file as soon as the window is open, and again when a reading or writing meets damage.

    `restored` carries the place of the database that has another content now, and a sentence.
    """

    restored = Signal(str, str)

    def __init__(
        self, database: "Database", background: Background, clock: Callable[[], datetime], window: QWidget
    ) -> None:
        super().__init__(window)
        self._database, self._background, self._clock, self._window = database, background, clock, window
        self._looking = self._look_again = False
        self._offered = False
        background.damaged.connect(self.look_well)

    def start(self) -> None:
        """Look through the file for the first time; of a shared database the server does so itself."""
        self._look(thorough=False)

    @Slot(str)
    def look_well(self, _sentence: str) -> None:
        """Something met damage: look whether it is this file, and whether it is damaged still."""
        self._look(thorough=True)

    def _look(self, *, thorough: bool) -> None:
        if self._looking:
            self._look_again = True  # what was met now may have been looked through a moment before
            return
        if self._database.path is None or self._offered:
            return
        self._looking = True
        self._background.run(partial(self._read, thorough), on_done=self._take, on_end=self._rest, counts=False)

    def _read(self, thorough: bool, progress: Progress) -> str:
        from mixer_app.services.soundness import damage_of

        return damage_of(self._database.path, thorough=thorough) if self._database.path is not None else ""

    def _rest(self) -> None:
        again, self._looking, self._look_again = self._look_again, False, False
        if again:
            self._look(thorough=True)

    def _take(self, damage: str) -> None:
        if damage:
            self._offered = True
            QTimer.singleShot(0, self, partial(self._offer, damage))  # whatever else has come home is taken first

    def _offer(self, damage: str) -> None:
        from mixer_app.ui.recovery import offer_backup

        location = self._database.location
        said = offer_backup(location, damage, now=self._clock(), parent=self._window, otherwise="Not now")
        if said:
            self.restored.emit(location, said)
