"""Undo and redo of a window, off the GUI thread, for whoever is at it."""

from collections.abc import Callable, Set
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mixer_app.domain.progress import Progress
from mixer_app.ui.access import Access
from mixer_app.ui.background import Background
from mixer_app.ui.undoing import redo_latest, undo_latest

if TYPE_CHECKING:
    from mixer_app.services.database import Database


class UndoActs(QObject):
    """`told` carries the sentence of what was taken back or done again; a refusal goes the way of all failures."""

    told = Signal(str)

    def __init__(
        self,
        database: "Database",
        background: Background,
        station: str,
        clock: Callable[[], datetime],
        access: Access,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._database, self._background = database, background
        self._station, self._clock, self._access = station, clock, access

    def undo(self, event_id: int, kinds: Set[str] | None) -> None:
        """Take back what this station did last, of these kinds (None: of any)."""
        self._run(partial(undo_latest, kinds=kinds), event_id, self._database.door)

    def redo(self, event_id: int, kinds: Set[str] | None) -> None:
        """Do again what this station took back last, of these kinds (None: of any)."""
        self._run(partial(redo_latest, kinds=kinds), event_id, self._database.door)

    def undo_entry(self, entry_id: int) -> None:
        """Take back one change, by its number in the journal."""
        from mixer_app.services.undo_rights import undo_as

        self._run(undo_as, entry_id, self._database)

    def _run(self, service: Callable[..., str], number: int, place: "Database") -> None:
        service = partial(service, role=self._access.role)
        self._background.run(partial(self._write, service, number, place), on_done=self.told.emit)

    def _write(self, service: Callable[..., str], number: int, place: "Database", progress: Progress) -> str:
        return place.write(service, number, station=self._station, now=self._clock())
