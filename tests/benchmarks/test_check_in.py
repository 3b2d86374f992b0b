"""How long it takes until a check-in is safe on the disk, beside a bare commit of SQLite on the same disk.

Run with: `pytest tests/benchmarks/test_check_in.py --benchmark-enable -s`
"""

import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from mixer_app.services.check_in import check_in
from mixer_app.store.registrations import add_registrations

GUESTS = 400
FROM_CACHE_S = 0.0015
"""A disk that answers a sync faster than this keeps it in a cache: then only Python is measured."""


def percentile(times: list[float], share: float) -> float:
    return sorted(times)[int(len(times) * share)]


def timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


@pytest.fixture
def bare(tmp_path: Path) -> Callable[[], None]:
    """One row, committed with full sync, with nothing around it."""
    connection = sqlite3.connect(tmp_path / "bare.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, words TEXT)")

    def commit() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO rows (words) VALUES (?)", ("x" * 200,))
        connection.execute("COMMIT")

    return commit


def test_a_check_in_is_safe_within_three_bare_commits(
    benchmark: Any, database: Any, event: Any, a_registration: Any, now: Any, bare: Callable[[], None]
) -> None:
    guests = [a_registration(f"Guest Number{number}") for number in range(GUESTS)]
    ids = database.write(add_registrations, event.id, guests, now=now, dice=Random(1))
    mine: list[float] = []
    floor: list[float] = []

    def check_in_all() -> None:
        for number in ids:  # in turns, so that both meet the same disk
            floor.append(timed(bare))
            by: Any = {"station": "Desk 1", "now": now, "request_id": str(number)}
            mine.append(timed(lambda number=number, by=by: database.write(check_in, event.id, f"#{number}", **by)))

    benchmark.pedantic(check_in_all, rounds=1)
    if not benchmark.enabled:
        return
    ratio = percentile(mine, 0.95) / percentile(floor, 0.95)
    figures = {
        "check-in p50 ms": round(percentile(mine, 0.5) * 1000, 2),
        "check-in p95 ms": round(percentile(mine, 0.95) * 1000, 2),
        "bare p50 ms": round(percentile(floor, 0.5) * 1000, 2),
        "bare p95 ms": round(percentile(floor, 0.95) * 1000, 2),
        "ratio of p95": round(ratio, 2),
    }
    benchmark.extra_info |= figures
    sys.stdout.write(f"{figures}\n")
    if percentile(floor, 0.5) < FROM_CACHE_S:
        pytest.skip(f"This disk keeps a sync in its cache, so there is nothing to measure against: {figures}")
    assert ratio <= 3
