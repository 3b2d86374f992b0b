"""How good plans are: ours beside what others do, on the same evenings, judged by the same checker.

`python tests/benchmarks/planning_table.py [--data FOLDER] [PEOPLE ...]` prints the table of the README as
Markdown, all of it in one run. Times are seconds of one processor, whatever else the machine does. Each method
has a process of its own and is ended when it takes more than a minute of it, or more memory than `MOST_BYTES`;
the table says so.
"""

import argparse
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from planning_evenings import DATA_VARIABLE, EVENINGS, SIZES, an_evening, data_folder, with_windows
from planning_methods import (
    LIMIT_S,
    METHODS,
    Method,
    bare_flow,
    best_first,
    one_model,
    ours,
    rotation,
    round_by_round,
    stable_rounds,
)

from mixer_app.matching import PlanProblem, RoundPlan, verify
from mixer_app.matching.bounds import Bounds
from mixer_app.matching.quality import quality_of

__all__ = [
    "an_evening",
    "bare_flow",
    "best_first",
    "measured",
    "one_model",
    "ours",
    "rotation",
    "round_by_round",
    "stable_rounds",
    "with_windows",
]

MOST_BYTES = 4 * 1024**3
_GRACE_S = 3.0  # of the processor, to end by itself, where a method keeps to the limit
_CLOCK_FACTOR = 10  # by the clock a method may take so many times as long: the machine may be busy


@dataclass(frozen=True)
class Line:
    """What came of one method on one evening."""

    seconds: float
    plan: RoundPlan
    broken: int


def measured(problem: PlanProblem, method: Method) -> Line:
    """One run, looked over by `verify`; figures of `quality` are not held against a method that has none."""
    started = time.process_time()
    mentor_of = method(problem)
    seconds = time.process_time() - started
    plan = RoundPlan(mentor_of, quality_of(problem, mentor_of, Bounds(False, int((mentor_of >= 0).sum()), 0)))
    return Line(seconds, plan, len(verify(problem, plan)))


def _measure(evening: str, title: str, answers: Connection) -> None:
    """In a process of its own: make the evening, load the libraries, say that it begins, and measure."""
    problem = EVENINGS[evening][2]()
    METHODS[title](an_evening(60))
    _limit_myself()
    answers.send("begins")
    try:
        line = measured(problem, METHODS[title])
    except MemoryError:
        answers.send(f"not within {MOST_BYTES // 1024**3} GB")
        return
    quality = line.plan.quality
    if not quality.meetings and problem.allowed.any():
        answers.send(f"nothing within {LIMIT_S:.0f} s")
        return
    figures = f"{quality.fewest} | {quality.meetings:,} | {quality.strong_mentees:,} | {quality.total_score:,.1f}"
    answers.send(f"{line.seconds:.2f} | {figures} | {line.broken:,}")


def _limit_myself() -> None:
    """The system ends this process when it takes too much, where the system can; the clock does everywhere."""
    try:
        import resource
    except ImportError:
        return
    most_s = int(time.process_time() + LIMIT_S + _GRACE_S)
    resource.setrlimit(resource.RLIMIT_CPU, (most_s, most_s))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))


def figures_of(evening: str, title: str) -> str:
    """The cells of one line: time, fewest, meetings, strong mentees, score, rules broken; or why there are none."""
    too_slow = f"not within {LIMIT_S:.0f} s"
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    worker = context.Process(target=_measure, args=(evening, title, sender), daemon=True)
    worker.start()
    sender.close()
    try:
        receiver.recv()  # it begins
        answer = receiver.recv() if receiver.poll(_CLOCK_FACTOR * LIMIT_S) else too_slow
    except EOFError:
        worker.join()
        over = worker.exitcode in (-signal.SIGKILL, -getattr(signal, "SIGXCPU", 0))
        answer = too_slow if over else f"not within {MOST_BYTES // 1024**3} GB"
    worker.kill()
    worker.join()
    return answer if "|" in answer else f"{answer} | – | – | – | – | –"


def table(sizes: Sequence[int]) -> Iterator[str]:
    """The lines of the table."""
    yield "| evening | method | time (s) | fewest | meetings | strong mentees | score | rules broken |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|"
    for name, (people, files, _) in EVENINGS.items():
        if people and people not in sizes:
            continue
        missing = [file for file in files if not (data_folder() / file).exists()]
        if missing:
            yield f"| {name} | left out: no {' and '.join(missing)} in the folder of shared files | | | | | | |"
            continue
        for title in METHODS:
            yield f"| {name} | {title} | {figures_of(name, title)} |"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description="Compare ways to plan an evening.")
    parser.add_argument(
        "people", nargs="*", type=int, help=f"sizes of generated evenings: {', '.join(map(str, SIZES))}"
    )
    parser.add_argument("--data", type=Path, help=f"folder of the files that others wrote (or {DATA_VARIABLE})")
    chosen = parser.parse_args()
    if chosen.data:
        os.environ[DATA_VARIABLE] = str(chosen.data)
    for line in table(chosen.people or list(SIZES)):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
