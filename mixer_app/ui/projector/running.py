"""A projector on a database: its window and its sound."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLockFile, QObject, Signal, Slot

from mixer_app.domain.chimes import Chime
from mixer_app.paths import user_data
from mixer_app.ui.background import Background
from mixer_app.ui.projector.place import ProjectorPlace
from mixer_app.ui.projector.sound import Sounder
from mixer_app.ui.projector.window import ProjectorWindow
from mixer_app.ui.screens import find_screen

if TYPE_CHECKING:
    from mixer_app.services.database import Database

_LOCK: Final = "chimes.lock"


class RunningProjector(QObject):
    """Opens the projector of an event, in this process; `ended` tells that its window was closed.

    Of several projectors on one computer one chimes. `problem` says why nothing can be heard, if so.
    `shift` tells how far the wall clock is from `clock` by now (`SteadyClock.shift`).
    """

    ended = Signal()
    broke = Signal(object)

    def __init__(
        self,
        database: "Database",
        event_id: int,
        place: ProjectorPlace,
        *,
        clock: Callable[[], datetime],
        shift: Callable[[], timedelta] = timedelta,
        sounder: Sounder | None = None,
        folder: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._place = place
        self.background = Background(self)
        self.background.broke.connect(self.broke)
        self.sounder = sounder or Sounder(self)
        self._lock = QLockFile(str((folder or user_data()) / _LOCK))
        self._lock.setStaleLockTime(0)  # it holds as long as its process lives
        self.window = ProjectorWindow(
            database=database, background=self.background, event_id=event_id, place=place, clock=clock, shift=shift
        )
        self.window.chimed.connect(self._chime)
        self.window.closed.connect(self.ended)

    @property
    def problem(self) -> str:
        """Why no chime can be heard here, in a sentence; empty: it can."""
        return self.sounder.problem

    def open_window(self, *, full: bool = True) -> None:
        """Show it on its screen; without sound the title of the window, which is seen outside full screen, says so."""
        if self.problem:
            self.window.setWindowTitle(f"{self.window.windowTitle()} – {self.problem}")
        self.window.open_on(find_screen(self._place.screen), full=full)

    def close(self) -> None:
        """Close the window, be silent, and let go of everything."""
        self.window.close()
        self.sounder.stop()
        self._lock.unlock()
        self.background.close()
        self.window.deleteLater()

    @Slot(Chime)
    def _chime(self, chime: Chime) -> None:
        if self._lock.isLocked() or self._lock.tryLock(0):
            self.sounder.play(chime)
