"""The one door off the GUI thread."""

import logging
import threading
import time
from functools import partial
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from mixer_app.domain.errors import MixerError
from mixer_app.domain.progress import Progress, report
from mixer_app.matching import PlanProblem, RoundPlan, plan_rounds
from mixer_app.services.solver_process import Solver
from mixer_app.ui import background as module
from mixer_app.ui.background import Background

_HELD_UP_S = 0.08  # at most; a busy machine alone takes half of it, and solving in this process 0.2 s and more


def test_work_runs_elsewhere_and_its_result_comes_home(qtbot: QtBot, background: Background) -> None:
    threads: list[object] = []
    results: list[tuple[int, bool]] = []
    background.run(
        lambda progress: threads.append(threading.current_thread()) or 42,
        on_done=lambda result: results.append((result, QThread.currentThread().isMainThread())),
    )
    qtbot.waitUntil(lambda: bool(results))
    assert results == [(42, True)]
    assert threads != [threading.main_thread()]


def test_a_refusal_goes_to_the_message_bar(qtbot: QtBot, background: Background) -> None:
    with qtbot.waitSignal(background.failed) as heard:
        background.run(_refuse)
    assert heard.args == ["There is no such table. Choose another."]


def test_a_refusal_goes_to_the_caller_who_asks_for_it(qtbot: QtBot, background: Background) -> None:
    heard: list[str] = []
    elsewhere: list[str] = []
    background.failed.connect(elsewhere.append)
    background.run(_refuse, on_failed=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["There is no such table. Choose another."]
    assert not elsewhere


def test_a_mistake_is_logged_and_reported(qtbot: QtBot, caplog: pytest.LogCaptureFixture, qapp: QObject) -> None:
    background = Background()
    heard: list[str] = []
    with qtbot.waitSignal(background.broke) as broke:
        background.run(lambda progress: 1 / 0, on_failed=heard.append)
    assert isinstance(broke.args[0], ZeroDivisionError)
    assert heard == [module.BROKE_SENTENCE]
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    caplog.clear()
    assert background.close()


def test_cancelled_work_is_silent(qtbot: QtBot, background: Background) -> None:
    heard: list[object] = []
    ended: list[bool] = []
    started = threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        while True:
            report(progress, 0.5, "Counting")
            time.sleep(0.002)

    task = background.run(work, on_done=heard.append, on_failed=heard.append, on_end=lambda: ended.append(True))
    assert started.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: not background.busy)
    assert ended == [True]
    assert not heard


def test_a_widget_that_is_gone_hears_nothing(qtbot: QtBot, background: Background) -> None:
    label = QLabel()
    go_on = threading.Event()
    background.run(lambda progress: go_on.wait(5) and "late", on_done=label.setText)
    label.deleteLater()
    qtbot.waitUntil(lambda: not _lives(label))
    go_on.set()
    qtbot.waitUntil(lambda: not background.busy)


def test_the_signal_of_a_widget_that_is_gone_hears_nothing(qtbot: QtBot, background: Background) -> None:
    button = QPushButton()
    go_on = threading.Event()
    background.run(lambda progress: go_on.wait(5), on_done=button.toggled.emit)
    button.deleteLater()
    qtbot.waitUntil(lambda: not _lives(button))
    go_on.set()
    qtbot.waitUntil(lambda: not background.busy)


def test_quick_work_shows_no_progress(qtbot: QtBot, background: Background) -> None:
    heard: list[tuple[float, str]] = []
    background.run(
        lambda progress: progress(0.5, "Half"), on_progress=lambda fraction, stage: heard.append((fraction, stage))
    )
    qtbot.waitUntil(lambda: not background.busy)
    assert not heard


def test_long_work_shows_its_stage(qtbot: QtBot, background: Background, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SLOW_AFTER_S", 0.02)
    heard: list[tuple[float, str]] = []
    go_on = threading.Event()

    def work(progress: Progress) -> None:
        progress(0.25, "Reading")
        go_on.wait(5)

    background.run(work, on_progress=lambda fraction, stage: heard.append((fraction, stage)))
    qtbot.waitUntil(lambda: (0.25, "Reading") in heard)
    go_on.set()
    qtbot.waitUntil(lambda: not background.busy)


def test_looking_for_changes_does_not_count_as_work(qtbot: QtBot, background: Background) -> None:
    go_on = threading.Event()
    results: list[object] = []
    background.run(lambda progress: go_on.wait(5), on_done=results.append, counts=False)
    assert not background.busy
    go_on.set()
    qtbot.waitUntil(lambda: bool(results))


def test_a_closed_background_begins_nothing(qtbot: QtBot, background: Background) -> None:
    done: list[object] = []
    assert background.close()
    task = background.run(lambda progress: 1, on_done=done.append)
    assert task.cancelled
    assert not background.busy
    assert not done


def _refuse(progress: Progress) -> None:
    raise MixerError("There is no such table. Choose another.")


def _lives(widget: QObject) -> bool:
    import shiboken6

    return shiboken6.isValid(widget)


def test_the_window_moves_while_a_large_plan_is_made(qtbot: QtBot, background: Background) -> None:
    dice = np.random.default_rng(1)
    problem = PlanProblem(
        scores=np.round(dice.random((1500, 300)), 4),
        allowed=dice.random((1500, 300)) < 0.9,
        rounds=8,
        seats=np.full((300, 8), 5),
        present=np.ones((1500, 8), bool),
    )
    longest: list[float] = []
    while len(longest) < 4 and min(longest, default=1.0) > _HELD_UP_S:  # another program may hold up one of them
        longest.append(_longest_wait(qtbot, background, problem))
    assert min(longest) <= _HELD_UP_S


def _longest_wait(qtbot: QtBot, background: Background, problem: PlanProblem) -> float:
    """Seconds that the event loop was held up at most while the plan was solved."""
    plans: list[RoundPlan] = []
    beats = [time.perf_counter()]
    heart = QTimer(background, interval=2)
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    heart.start()

    def solve(progress: Progress) -> RoundPlan:
        with Solver(sum(problem.allowed.shape)) as solver:
            return solver.solve(plan_rounds, problem, progress=progress)

    background.run(solve, on_done=plans.append)
    qtbot.waitUntil(lambda: bool(plans), timeout=60_000)
    heart.stop()
    heart.deleteLater()
    assert plans[0].quality.optimal
    return max(later - earlier for earlier, later in pairwise(beats))


def test_results_that_come_together_are_taken_in_turns_of_their_own(qtbot: QtBot, background: Background) -> None:
    happened: list[str] = []
    gate = threading.Barrier(2)

    def work(_progress: Progress) -> None:
        gate.wait(10)

    def take(_result: None) -> None:
        happened.append("taken")
        QTimer.singleShot(0, background, partial(happened.append, "turn"))

    background.run(work, on_done=take)
    background.run(work, on_done=take)
    assert background._pool.waitForDone(10_000)
    qtbot.waitUntil(lambda: happened.count("turn") == 2)
    assert happened[:2] != ["taken", "taken"], "the window would stand still for both"
