"""Changes of the plan by hand, off the GUI thread: the plan stays open while its version stands."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mixer_app.domain.plan_edits import PlanEdit
from mixer_app.domain.progress import Progress, report
from mixer_app.ui.background import Background, Task

if TYPE_CHECKING:
    from mixer_app.domain.plans import Plan
    from mixer_app.services.database import Database
    from mixer_app.services.decided_pairs import DecidedPair
    from mixer_app.services.editable_plan import EditablePlan

Done = tuple[str, int | None]
"""What was done, in words, and the entry of the journal by which it is taken back."""


class PlanEditing(QObject):
    """Opens the latest plan when it is wanted, and makes changes one after the other."""

    changed = Signal(str, object)
    """A sentence and the number of the journal's entry."""
    failed = Signal(str)

    def __init__(
        self,
        *,
        database: "Database",
        background: Background,
        station: str,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database, self._background, self._station, self._clock = database, background, station, clock
        self._plan_id: int | None = None
        self._opened: EditablePlan | None = None
        self._opening: Task | None = None
        self._wanted: list[Callable[[EditablePlan], None]] = []
        self._changing: Task | None = None

    @property
    def opened(self) -> "EditablePlan | None":
        """The plan, if it is open."""
        return self._opened

    def set_plan(self, plan_id: int | None) -> None:
        """The plan that can be changed from now on; None: none. Whatever was open is read anew when it is wanted."""
        if self._opening is not None:
            self._opening.cancel()
        self._plan_id, self._opened, self._opening = plan_id, None, None
        self._wanted.clear()

    def open(self, then: Callable[["EditablePlan"], None] | None = None) -> None:
        """Open the plan; `then` is called with it, at once where it is open."""
        if self._opened is not None:
            if then is not None:
                then(self._opened)
            return
        if then is not None:
            self._wanted.append(then)
        if self._opening is None and self._plan_id is not None:
            work = partial(_open, self._database, self._plan_id, self._clock())
            self._opening = self._background.run(work, on_done=self._take, on_failed=self._fail)

    def apply(self, edit: PlanEdit) -> None:
        """Make a change and keep it as a new version."""
        if self._plan_id is not None:
            work = partial(_apply, self._database, self._plan_id, edit, self._station, self._clock)
            self._change(work)

    def lift(self, event_id: int, pair: "DecidedPair") -> None:
        """Take back what staff decided about a pair of an event."""
        self._change(partial(_lift, self._database, event_id, pair, self._station, self._clock()))

    def _change(self, work: Callable[[Progress], Done]) -> None:
        if self._changing is not None:
            self.failed.emit("The last change is still being made. Try again in a moment.")
            return
        self._changing = self._background.run(work, on_done=self._tell, on_failed=self._fail, on_end=self._end)

    def _end(self) -> None:
        self._changing = None

    def _take(self, opened: "EditablePlan") -> None:
        self._opened, self._opening = opened, None
        wanted, self._wanted = self._wanted, []
        for then in wanted:
            then(opened)

    def _tell(self, done: Done) -> None:
        self.changed.emit(*done)

    def _fail(self, sentence: str) -> None:
        """What was open may no longer hold: somebody has left, or changed the plan."""
        self.set_plan(self._plan_id)
        self.failed.emit(sentence)


def _open(database: "Database", plan_id: int, now: datetime, progress: Progress) -> "EditablePlan":
    from mixer_app.services.editable_plan import open_plan

    report(progress, 0.0, "Opening the plan for changes")
    return database.read(open_plan, plan_id, now=now)


def _apply(
    database: "Database", plan_id: int, edit: PlanEdit, station: str, clock: Callable[[], datetime], progress: Progress
) -> Done:
    from mixer_app.services.plan_edits import apply_edit, edit_entry

    report(progress, 0.0, "Changing the plan")
    plan: Plan = apply_edit(database, plan_id, edit, station=station, clock=clock)
    entry = database.read(edit_entry, plan)
    return (entry[1], entry[0]) if entry else (f"Version {plan.version} is made", None)


def _lift(
    database: "Database", event_id: int, pair: "DecidedPair", station: str, now: datetime, progress: Progress
) -> Done:
    from mixer_app.services.decided_pairs import lift_decided

    report(progress, 0.0, "Lifting what was decided")
    return database.write(lift_decided, event_id, pair, station=station, now=now)
