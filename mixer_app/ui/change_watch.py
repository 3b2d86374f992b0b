"""Notices what other stations and processes have changed."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mixer_app.domain.progress import Progress
from mixer_app.ui.background import Background

if TYPE_CHECKING:
    from mixer_app.services.database import Database

EVERY_MS: Final = 300
"""A change is on every screen within a second: this, the look, and reading who has changed."""


class ChangeWatch(QObject):
    """Looks three times a second whether the journal has grown; never two looks at once."""

    changed = Signal()
    lost = Signal(str)
    found = Signal()

    def __init__(self, database: "Database", background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._database, self._background = database, background
        self.known: tuple[int, ...] | None = None
        """The newest numbers of the journal; None before the first look."""
        self._looking = False
        self._look_again = False
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._look_in_turn)

    def start(self) -> None:
        """Begin to watch."""
        self.look()
        self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._look_again = False

    @Slot()
    def look(self) -> None:
        """Look now; if a look is under way it may have begun too early, and another follows it."""
        self._look_again = self._looking
        self._look_in_turn()

    @Slot()
    def _look_in_turn(self) -> None:
        if not self._looking:
            self._looking = True
            self._background.run(
                self._read, on_done=self._take, on_failed=self.lost.emit, on_end=self._rest, counts=False
            )

    def _read(self, progress: Progress) -> tuple[int, ...]:
        from mixer_app.services.changes import newest_changes

        return self._database.read(newest_changes)

    def _rest(self) -> None:
        self._looking = False
        if self._look_again:
            self.look()

    def _take(self, latest: tuple[int, ...]) -> None:
        self.found.emit()
        if latest != self.known:
            first, self.known = self.known is None, latest
            if not first:
                self.changed.emit()
