"""Keeps the clock of this process: even while an evening is under way, the same as of the machine's other stations."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from mixer_app.domain.progress import Progress
from mixer_app.services.steady_clock import SteadyClock, keep_time
from mixer_app.ui.background import Background
from mixer_app.ui.change_watch import ChangeWatch

if TYPE_CHECKING:
    from mixer_app.services.database import Database


class ClockKeeper(QObject):
    """Looks whether an evening has begun or ended whenever the journal has grown."""

    def __init__(
        self, clock: SteadyClock, database: "Database", background: Background, watch: ChangeWatch, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._clock, self._database, self._background = clock, database, background
        watch.changed.connect(self._look)

    @Slot()
    def _look(self) -> None:
        self._background.run(self._keep, on_failed=_say_nothing, counts=False)

    def _keep(self, progress: Progress) -> None:
        keep_time(self._database, self._clock)


def _say_nothing(sentence: str) -> None:
    """The watch has told already that the database cannot be reached; the clock goes on."""
