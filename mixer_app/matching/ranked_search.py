"""One rank after the other with CP-SAT, and what the search proves of each.

One worker, a fixed seed and a limit in deterministic time (not by the clock) give the same answer
on every machine.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Any, Final

from mixer_app.domain.errors import Cancelled
from mixer_app.domain.progress import Progress, report
from mixer_app.matching.deadline import Deadline

_ASK_EVERY_S: Final = 0.05  # whether to go on
_PROVING: Final = "Proving the best plan"


@dataclass(frozen=True)
class Found:
    """The end of one search."""

    solver: Any | None  # holds the values of the best solution; None if there is none
    proven: bool  # no solution has a greater figure, or there is none at all
    bound: int | None  # no solution has a greater figure than this; None: not known


@dataclass
class RankedSearch:
    """Searches one model again and again; `effort` is the deterministic time that is left for all of them."""

    model: Any
    seed: int
    effort: float
    deadline: Deadline
    progress: Progress | None
    linearization: int = 2  # how much of the model also goes into the linear relaxation

    def maximised(self, figure: Any | None, hints: Sequence[tuple[Any, int]], *, share: float = 1.0) -> Found:
        """The solution with the greatest `figure` (None: any solution) that a share of the effort suffices to find."""
        from ortools.sat.python import cp_model

        self.model.clear_hints()
        for variable, value in hints:
            self.model.add_hint(variable, value)
        if figure is not None:
            self.model.maximize(figure)
        solver: Any = cp_model.CpSolver()  # partly untyped
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = self.seed % 2**31
        solver.parameters.max_deterministic_time = share * self.effort
        solver.parameters.linearization_level = self.linearization
        if self.deadline.left is not None:
            solver.parameters.max_time_in_seconds = self.deadline.left
        status = self._solved(solver)
        self.effort = max(0.0, self.effort - solver.response_proto.deterministic_time)
        if status == cp_model.INFEASIBLE:
            return Found(None, proven=True, bound=None)
        bound = None if figure is None or status == cp_model.UNKNOWN else round(solver.best_objective_bound)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return Found(None, proven=False, bound=bound)
        return Found(solver, status == cp_model.OPTIMAL, bound)

    def _solved(self, solver: Any) -> Any:
        """The status at the end of the search, which stops soon after `progress` asks for it."""
        if self.progress is None:
            return solver.solve(self.model)
        with ThreadPoolExecutor(1) as beside:
            search = beside.submit(solver.solve, self.model)
            try:
                while not wait([search], _ASK_EVERY_S).done:
                    report(self.progress, 0.9, _PROVING)
            except Cancelled:
                while not wait([search], _ASK_EVERY_S).done:
                    solver.stop_search()  # again and again: it may not have begun yet
                raise
            return search.result()
