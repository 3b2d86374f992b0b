"""Notices what other stations and processes have changed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mixer_app.domain.progress import Progress
from mixer_app.ui.background import Background

if TYPE_CHECKING:
    from mixer_app.services.database import Database

EVERY_MS = 1000


class ChangeWatch(QObject):
    """Looks once a second whether the journal has grown; never two looks at once."""

    changed = Signal()
    lost = Signal(str)
    found = Signal()

    def __init__(self, database: "Database", background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._database, self._background = database, background
        self.known = -1
        self._looking = False
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch."""
        self.look()
        self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Look now."""
        if not self._looking:
            self._looking = True
            self._background.run(
                self._read, on_done=self._take, on_failed=self.lost.emit, on_end=self._rest, counts=False
            )

    def _read(self, progress: Progress) -> int:
        from mixer_app.services.journal import latest_change

        return self._database.read(latest_change)

    def _rest(self) -> None:
        self._looking = False

    def _take(self, latest: int) -> None:
        self.found.emit()
        if latest != self.known:
            first, self.known = self.known < 0, latest
            if not first:
                self.changed.emit()
