"""Why the plan is no better, and why a round is free: found out off the GUI thread, told in the panel."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mixer_app.services.plan_reasons import PlanReasons, explain_free_seat, explain_plan, explain_shortages
from mixer_app.ui.background import Background, Task
from mixer_app.ui.plan.plan_body import PlanBody

if TYPE_CHECKING:
    from mixer_app.services.database import Database


class Explaining(QObject):
    """Answers what the body of the page asks about the plan that it shows."""

    def __init__(
        self, body: PlanBody, *, database: "Database", background: Background, clock: Callable[[], datetime]
    ) -> None:
        super().__init__(body)
        self._body, self._database, self._background, self._clock = body, database, background, clock
        self._task: Task | None = None
        body.reasons_asked.connect(self._explain)
        body.free_round_opened.connect(self._explain_free_round)
        body.panel.closed.connect(self.stop)

    def stop(self) -> None:
        """Nobody waits for reasons any more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _explain(self) -> None:
        board = self._body.board
        if board is None:
            return
        self.stop()
        plan_id, now = board.plan.id, self._clock()
        self._task = self._background.run(
            lambda progress: self._database.read(explain_plan, plan_id, now=now),
            on_done=self._show_reasons,
            on_failed=self._body.panel.reasons_view.show_failure,
        )

    def _show_reasons(self, reasons: PlanReasons) -> None:
        view, board = self._body.panel.reasons_view, self._body.board
        view.show_reasons(reasons)
        if board is None:
            return
        work = partial(explain_shortages, self._database, board.plan.id, now=self._clock())
        self._task = self._background.run(
            lambda progress: work(progress=progress), on_done=view.show_shortages, on_failed=view.show_failure
        )

    def _explain_free_round(self, attendee_id: int, number: int) -> None:
        board = self._body.board
        if board is None:
            return
        plan_id, now = board.plan.id, self._clock()
        self._background.run(
            lambda progress: explain_free_seat(self._database, plan_id, attendee_id, number, now=now),
            on_done=partial(self._body.show_free_round, attendee_id, number),
        )
