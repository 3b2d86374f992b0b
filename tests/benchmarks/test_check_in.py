"""How long it takes until a check-in is safe on the disk, beside bare commits of SQLite on the same disk.

There are two floors, both with full sync and nothing of ours around them. One commits a single row of 200
bytes. The other commits the very rows that a check-in writes (the attendee, the act at the door, the journal)
in a copy of the same database with the same indexes: it is how fast any program could be that keeps the same.
The target is held against the smaller one, the single row; the other is told beside it.

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
MOST_TIMES_BARE = 3


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


@pytest.fixture
def same_rows(database: Any, tmp_path: Path) -> Callable[[], Callable[[int], None]]:
    """Make a copy of the database as it is, in which a check-in is three plain statements and a commit."""

    def copy() -> Callable[[int], None]:
        path = tmp_path / "same_rows.db"
        database.copy_to(path)
        connection = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

        def commit(number: int) -> None:
            at = "2026-03-05 17:00:00.000000"
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(_CHANGE, ("checked-in", at, "Desk 1", at, number))
            connection.execute(_ACT, (number, at, str(number)))
            connection.execute(_JOURNAL, (1, number, at, _PAYLOAD))
            connection.execute("COMMIT")

        return commit

    return copy


_CHANGE = "UPDATE attendees SET status = ?, checked_in_at = ?, checked_in_where = ?, updated_at = ? WHERE id = ?"
_ACT = "INSERT INTO check_ins (attendee_id, action, at, station, request_id) VALUES (?, 'checked in', ?, 'Desk 1', ?)"
_JOURNAL = (
    "INSERT INTO journal (event_id, attendee_id, at, station, what, sentence, payload)"
    " VALUES (?, ?, ?, 'Desk 1', 'checked in', 'Checked in {name}', ?)"
)
_PAYLOAD = '{"before": {"status": "registered", "checked_in_at": null, "checked_in_where": "", "left_at": null}}'


def test_a_check_in_is_safe_within_three_bare_commits(
    benchmark: Any,
    database: Any,
    event: Any,
    a_registration: Any,
    now: Any,
    bare: Callable[[], None],
    same_rows: Callable[[], Callable[[int], None]],
) -> None:
    guests = [a_registration(f"Guest Number{number}") for number in range(GUESTS)]
    ids = database.write(add_registrations, event.id, guests, now=now, dice=Random(1))
    mine: list[float] = []
    floor: list[float] = []
    same: list[float] = []
    commit_same = same_rows()

    def check_in_all() -> None:
        for number in ids:  # in turns, so that all meet the same disk
            floor.append(timed(bare))
            same.append(timed(lambda number=number: commit_same(number)))
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
        "same rows p50 ms": round(percentile(same, 0.5) * 1000, 2),
        "same rows p95 ms": round(percentile(same, 0.95) * 1000, 2),
        "ratio of p95": round(ratio, 2),
        "ratio of p95 to same rows": round(percentile(mine, 0.95) / percentile(same, 0.95), 2),
    }
    benchmark.extra_info |= figures
    sys.stdout.write(f"{figures}\n")
    assert ratio <= MOST_TIMES_BARE, figures
