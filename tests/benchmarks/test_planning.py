"""How good plans are and how long they take beside what others do, on the same evenings.

Run with: `pytest tests/benchmarks --benchmark-enable`; the whole table: `python tests/benchmarks/planning_table.py`.
Speed is asserted as a ratio to a peer in the same run only.
"""

import importlib.util
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from mixer_app.matching import plan_rounds
from mixer_app.matching.bounds import spread_by_rounds
from mixer_app.matching.openings import openings_of

TABLE = Path(__file__).with_name("planning_table.py")


@pytest.fixture(scope="session")
def methods() -> Any:
    """The module that makes the table: evenings, methods, checker."""
    spec = importlib.util.spec_from_file_location("planning_table", TABLE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["planning_table"] = module
    spec.loader.exec_module(module)
    module.round_by_round(module.an_evening(60))  # loads both solvers
    module.ours(module.an_evening(60))
    return module


@pytest.mark.parametrize("people", [60, 250, 1200])
def test_no_peer_is_fairer_and_none_that_is_as_fair_scores_higher(methods: Any, people: int) -> None:
    problem = methods.an_evening(people)
    plan = plan_rounds(problem)
    assert plan.quality.optimal
    for peer in (methods.round_by_round, methods.best_first, methods.stable_rounds):
        line = methods.measured(problem, peer)
        assert line.broken == 0
        mine, theirs = plan.quality, line.plan.quality
        of_mine, of_theirs = (sorted(quality.meetings_per_mentee.tolist()) for quality in (mine, theirs))
        assert of_theirs <= of_mine
        if of_theirs == of_mine:
            assert (theirs.strong_mentees, theirs.total_score) <= (mine.strong_mentees, mine.total_score + 1e-6)


def test_with_windows_the_plan_comes_within_a_thousandth_of_what_is_possible(methods: Any) -> None:
    problem = methods.with_windows(methods.an_evening(1200))
    quality = plan_rounds(problem).quality
    everybody = [reached == len(problem.present) for reached in spread_by_rounds(openings_of(problem))]
    assert quality.fewest == sum(everybody)  # no plan gives everybody one meeting more
    assert quality.total_score >= 0.999 * quality.bound_score
    assert quality.meetings >= 0.997 * quality.bound_meetings


@pytest.mark.parametrize(("people", "ratio"), [(250, 8), (1200, 1.5)])  # Hungarian rounds of 250 take 5 ms
def test_planning_the_evening_takes_about_as_long_as_the_rounds_one_by_one(
    benchmark: Any, methods: Any, people: int, ratio: float
) -> None:
    problem = methods.an_evening(people)
    benchmark.pedantic(plan_rounds, (problem,), rounds=3, warmup_rounds=1)
    mine, theirs = (
        min(methods.measured(problem, method).seconds for _ in range(3))
        for method in (methods.ours, methods.round_by_round)
    )
    assert mine <= ratio * theirs


@pytest.mark.timeout(600)
def test_six_thousand_people_take_at_most_twice_a_bare_flow_over_all_pairs(methods: Any) -> None:
    problem = methods.an_evening(6000)
    floor = methods.bare_flow(problem)
    started = time.process_time()
    plan = plan_rounds(problem)
    assert plan.quality.optimal
    assert time.process_time() - started <= 2 * floor


@pytest.mark.timeout(600)
def test_six_thousand_people_fit_into_two_gigabytes() -> None:
    pytest.importorskip("resource", reason="only Unix tells how much memory was used")
    program = (
        "import resource, sys; sys.path.insert(0, sys.argv[1]); import planning_table as t; t.ours(t.an_evening(6000));"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(TABLE.parent)], capture_output=True, text=True, check=True
    )
    unit = 1 if sys.platform == "darwin" else 1024
    assert int(done.stdout) * unit < 2 * 1024**3
