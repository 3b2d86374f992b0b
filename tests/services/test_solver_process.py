"""Large problems are solved in a process of their own: same answers, cancelled at once, gone with its parent."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mixer_app.domain.errors import Cancelled, MixerError
from mixer_app.matching import PlanInputError, PlanProblem, plan_rounds
from mixer_app.services import solver_process
from mixer_app.services.solver_process import LARGE_FROM, SOLVER_WORD, Solver

ACTS = """
import os, time

def say_where(*, progress):
    print("chatter of a library")
    return os.getpid()

def step(*, progress):
    return [progress(share / 4, stage) for share, stage in enumerate(["One", "Two", "Three"])]

def wait(*, progress):
    progress(0.25, "Waiting")
    time.sleep(60)

def crash(*, progress):
    os._exit(9)

def stumble(*, progress):
    return 1 / 0

def give_what_cannot_be_sent(*, progress):
    return lambda: None
"""


@pytest.fixture
def acts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Work that both processes can import."""
    (tmp_path / "solver_acts.py").write_text(ACTS)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
    yield import_module("solver_acts")
    sys.modules.pop("solver_acts")


def a_problem() -> PlanProblem:
    dice = np.random.default_rng(1)
    return PlanProblem(
        scores=np.round(dice.random((60, 20)), 4),
        allowed=dice.random((60, 20)) < 0.9,
        rounds=4,
        seats=np.full((20, 4), 2),
        present=np.ones((60, 4), bool),
    )


def test_a_small_event_is_solved_here_and_a_large_one_elsewhere(acts: Any) -> None:
    with Solver(LARGE_FROM - 1) as solver:
        assert solver.solve(acts.say_where) == os.getpid()
    with Solver(LARGE_FROM) as solver:
        first, second = solver.solve(acts.say_where), solver.solve(acts.say_where)
    assert first == second != os.getpid()


def test_the_plan_is_the_same_wherever_it_is_made() -> None:
    with Solver(LARGE_FROM) as solver:
        elsewhere = solver.solve(plan_rounds, a_problem())
    here = plan_rounds(a_problem())
    assert np.array_equal(elsewhere.mentor_of, here.mentor_of)
    assert elsewhere.quality.bound_score == here.quality.bound_score


def test_progress_comes_back(acts: Any) -> None:
    heard: list[tuple[float, str]] = []
    with Solver(LARGE_FROM) as solver:
        assert solver.solve(acts.step, progress=lambda f, s: heard.append((f, s)) is None) == [True] * 3
    told = list(dict.fromkeys(heard))
    assert [entry for entry in told if entry[1] in ("One", "Two", "Three")] == [
        (0.0, "One"),
        (0.25, "Two"),
        (0.5, "Three"),
    ]


def test_a_cancel_is_heard_while_the_solver_says_nothing(acts: Any) -> None:
    cancelled_at: list[float] = []

    def asked(fraction: float, stage: str) -> bool:
        if stage == "Waiting" and not cancelled_at:
            cancelled_at.append(time.monotonic())
        return not cancelled_at

    with pytest.raises(Cancelled), Solver(LARGE_FROM) as solver:
        solver.solve(acts.wait, progress=asked)
    assert time.monotonic() - cancelled_at[0] < 5  # of a minute; the processor may be busy


def test_what_is_wrong_with_a_problem_is_told_as_it_is() -> None:
    wrong = replace(a_problem(), strong=0.5, fixed=np.array([[999, 0, 0]]))
    with pytest.raises(PlanInputError) as here:
        plan_rounds(wrong)
    with pytest.raises(PlanInputError) as elsewhere, Solver(LARGE_FROM) as solver:
        solver.solve(plan_rounds, wrong)
    assert str(elsewhere.value) == str(here.value)


def test_a_mistake_comes_back_with_the_place_where_it_was_made(acts: Any) -> None:
    with pytest.raises(ZeroDivisionError) as mistake, Solver(LARGE_FROM) as solver:
        solver.solve(acts.stumble)
    assert "in stumble" in "".join(mistake.value.__notes__)


def test_an_answer_that_cannot_be_sent_is_a_mistake_and_the_solver_goes_on(acts: Any) -> None:
    with Solver(LARGE_FROM) as solver:
        with pytest.raises(Exception, match="pickle"):
            solver.solve(acts.give_what_cannot_be_sent)
        assert solver.solve(acts.say_where) != os.getpid()


def test_work_that_cannot_be_sent_is_a_mistake() -> None:
    with pytest.raises(Exception, match="pickle"), Solver(LARGE_FROM) as solver:
        solver.solve(lambda progress: None)


def test_a_solver_that_is_ended_from_outside_is_told_in_a_sentence(acts: Any) -> None:
    with pytest.raises(MixerError, match="ended from outside"), Solver(LARGE_FROM) as solver:
        solver.solve(acts.crash)


@pytest.mark.parametrize("command", [["no-such-program-anywhere"], [sys.executable, "-c", "pass"]])
def test_where_no_second_process_can_be_had_the_solve_is_done_here(
    acts: Any, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(solver_process, "_command", lambda: command)
    with Solver(LARGE_FROM) as solver:
        assert solver.solve(acts.say_where) == os.getpid()


def test_it_ends_when_its_parent_ends_without_a_word(acts: Any) -> None:
    program = """
import os, threading, solver_acts
from mixer_app.services.solver_process import Solver

def stop(fraction, stage):
    if stage == "Waiting":
        os._exit(3)  # as if killed
    return True

with Solver(1000) as solver:
    solver.solve(solver_acts.wait, progress=stop)
"""
    # the solver holds this program's standard error open too: `run` returns when both are gone
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=50, check=False)
    assert done.returncode == 3, done.stderr


def test_a_plain_script_is_not_run_twice(tmp_path: Path) -> None:
    script = tmp_path / "evening.py"
    script.write_text(
        "print('once')\n"
        "from mixer_app.services.solver_process import Solver\n"
        "from mixer_app.matching.validation import checked\n"
        "with Solver(1000) as solver:\n"
        "    try:\n        solver.solve(checked)\n"
        "    except TypeError:\n        print('answered')\n"
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=50, check=False)
    assert done.stdout.split() == ["once", "answered"], done.stderr


def test_without_a_parent_it_ends_at_once() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mixer_app", SOLVER_WORD], input=b"", capture_output=True, timeout=50, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
