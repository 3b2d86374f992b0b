"""How long a search for the best plan may last, and who may end it before."""

from collections.abc import Callable
from time import monotonic
from typing import Final, TypeVar

from mixer_app.domain.errors import Cancelled
from mixer_app.domain.progress import Progress
from mixer_app.services.solver_process import Solver

T = TypeVar("T")

LONGEST_SEARCH_S: Final = 60.0
"""Nobody waits longer in front of a screen; large evenings take a few seconds of it."""

LAST_SEARCH_S: Final = 2.0
"""For a plan after a search that was ended: enough for a fair spread, where none at all costs some people meetings."""


class Patience:
    """Ends one search after a time, or as soon as a person asks for what can be had soon."""

    def __init__(self, time_limit: float | None, finish_now: Callable[[], bool] | None = None) -> None:
        """`time_limit` is in seconds from now; None: as long as it takes."""
        self._ends_at = None if time_limit is None else monotonic() + time_limit
        self._finish_now = finish_now

    @property
    def ended(self) -> bool:
        """Whether the search is to come to an end."""
        asked = self._finish_now is not None and self._finish_now()
        return asked or (self._ends_at is not None and monotonic() >= self._ends_at)

    def solve(
        self, solver: Solver, work: Callable[..., T], *arguments: object, progress: Progress | None = None
    ) -> T | None:
        """What `solver` makes of it; None if the search was ended before. Raises `Cancelled` if `progress` says so."""
        gave_up = False

        def goes_on(fraction: float, stage: str) -> bool:
            nonlocal gave_up
            if progress is not None and not progress(fraction, stage):
                return False
            gave_up = self.ended
            return not gave_up

        try:
            return solver.solve(work, *arguments, progress=goes_on)
        except Cancelled:
            if gave_up:
                return None
            raise
