"""A search is ended by a person, or by the clock; a cancelled one stays cancelled."""

from collections.abc import Callable

import pytest

from mixer_app.domain.errors import Cancelled
from mixer_app.domain.progress import Progress, report
from mixer_app.services.patience import Patience
from mixer_app.services.solver_process import Solver


def search(answer: str, *, progress: Progress | None = None) -> str:
    """Work that asks once whether to go on."""
    report(progress, 0.5, "Searching")
    return answer


@pytest.mark.parametrize(
    ("time_limit", "finish_now", "found"),
    [
        (None, None, "best"),
        (60.0, lambda: False, "best"),
        (0.0, None, None),
        (None, lambda: True, None),
    ],
)
def test_a_search_ends_by_the_clock_or_when_asked_and_else_by_itself(
    time_limit: float | None, finish_now: Callable[[], bool] | None, found: str | None
) -> None:
    with Solver(1) as solver:
        assert Patience(time_limit, finish_now).solve(solver, search, "best") == found


def test_who_cancels_gets_nothing_even_where_time_is_up() -> None:
    with Solver(1) as solver, pytest.raises(Cancelled):
        Patience(0.0).solve(solver, search, "best", progress=lambda fraction, stage: False)
