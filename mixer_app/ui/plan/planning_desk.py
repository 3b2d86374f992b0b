"""Planning in the background: begun, shown in its strip, ended by a plan, by a person, or by a failure."""

import threading
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mixer_app.domain.plans import Plan
from mixer_app.domain.progress import Progress
from mixer_app.services.journal import activity_of
from mixer_app.services.patience import LONGEST_SEARCH_S
from mixer_app.services.plan_edit_journal import PLANNED
from mixer_app.services.planning import plan_event
from mixer_app.ui.background import Background, Task
from mixer_app.ui.plan.strips import PlanningStrip

if TYPE_CHECKING:
    from mixer_app.services.database import Database


class Planning(QObject):
    """One search for a plan at a time."""

    planned = Signal(str, object)
    """What was done, and the entry of the journal by which it is taken back, or None."""
    ended = Signal()

    def __init__(
        self,
        strip: PlanningStrip,
        *,
        database: "Database",
        background: Background,
        station: str,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(strip)
        self._strip, self._database, self._background = strip, database, background
        self._station, self._clock = station, clock
        self._task: Task | None = None
        self._finish = threading.Event()  # use a plan that can be had in seconds
        strip.finish_asked.connect(self._finish_soon)
        strip.cancelled.connect(self.cancel)

    @property
    def busy(self) -> bool:
        """Whether a plan is being searched for."""
        return self._task is not None

    def begin(self, event_id: int, *, everyone: bool, afresh: bool) -> bool:
        """Search for a plan; whether that has begun, which it does not while another search is under way."""
        if self._task is not None:
            return False
        self._finish = threading.Event()
        work = partial(
            plan_event,
            self._database,
            event_id,
            everyone=everyone,
            afresh=afresh,
            station=self._station,
            clock=self._clock,
            time_limit=LONGEST_SEARCH_S,
            finish_now=self._finish.is_set,
        )
        self._strip.begin()
        self._task = self._background.run(
            lambda progress: self._plan(work, progress),
            on_done=self._take,
            on_progress=self._strip.show_progress,
            on_end=self._end,
        )
        return True

    def cancel(self) -> None:
        """Stop, and keep the plan there is."""
        if self._task is not None:
            self._task.cancel()

    def _plan(self, work: Callable[..., Plan], progress: Progress) -> tuple[str, int | None]:
        """On a worker's thread: plan, and find what takes it back."""
        plan = work(progress=progress)
        made = self._database.read(activity_of, plan.event_id, {PLANNED})
        undo = made[0].id if made and made[0].can_undo else None
        return f"Version {plan.version} is planned", undo

    def _take(self, done: tuple[str, int | None]) -> None:
        self.planned.emit(*done)

    def _finish_soon(self) -> None:
        self._finish.set()

    def _end(self) -> None:
        self._task = None
        self.ended.emit()
