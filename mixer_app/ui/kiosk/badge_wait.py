"""Waits for a badge: out, or given up. How long somebody waits for it is the state machine's."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from mixer_app.domain.print_jobs import JobState
from mixer_app.ui.kiosk.kiosk_work import KioskWork

if TYPE_CHECKING:
    from mixer_app.domain.print_jobs import PrintJob

_EVERY_MS: Final = 400

_LOST: Final = (JobState.FAILED, JobState.UNKNOWN, JobState.CANCELLED)


class BadgeWait(QObject):
    """Looks at one job of the queue until it has ended."""

    came_out = Signal(int, float)  # visit, seconds
    gave_up = Signal(int)  # visit

    def __init__(self, work: KioskWork, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._job_id = self._visit = 0
        self._since = QElapsedTimer()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._look)
        work.job_seen.connect(self._take)

    def start(self, job_id: int, visit: int) -> None:
        """Wait for this job."""
        self._job_id, self._visit = job_id, visit
        self._since.start()
        self._timer.start()

    def stop(self) -> None:
        """Wait no more."""
        self._timer.stop()

    def _look(self) -> None:
        self._work.look_at_job(self._job_id, self._visit)

    def _take(self, job: "PrintJob", visit: int) -> None:
        if visit != self._visit or not self._timer.isActive():
            return
        if job.state is JobState.DONE:
            self.stop()
            self.came_out.emit(visit, self._since.elapsed() / 1000)
        elif job.state in _LOST:
            self.stop()
            self.gave_up.emit(visit)
