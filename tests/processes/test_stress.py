"""Stations that are killed while they check people in: nothing that was acknowledged is lost, nothing is done twice.

A short version runs with the other tests. The whole of it, which takes minutes:
`MIXER_STRESS=10000 pytest tests/processes/test_stress.py -s`.
"""

import os
import sqlite3
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import pytest

from mixer_app.cli import main
from mixer_app.domain.events import Event
from mixer_app.store.registrations import add_registrations

ACTS = int(os.environ.get("MIXER_STRESS", "240"))
STATIONS = 4
GUESTS = max(40, ACTS // 20)
KILL_EVERY = 30  # acts; by the clock a quick machine would be done before the first
TIMEOUT_S = 60 + ACTS // 5


@dataclass
class Evening:
    """What the stations were told, and what they acknowledged."""

    left: int
    acknowledged: dict[str, tuple[str, int, bool]] = field(default_factory=dict)  # request: act, attendee, changed
    sent: int = 0
    sent_again: int = 0
    killed: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take_one(self) -> bool:
        """Whether there is another act to do."""
        with self.lock:
            self.left -= 1
            return self.left >= 0


@pytest.mark.timeout(TIMEOUT_S + 60)
def test_no_acknowledged_act_is_lost_and_none_is_done_twice_while_stations_are_killed(
    station: Callable[[str], Any],
    database: Any,
    event: Event,
    a_registration: Callable[..., Any],
    now: Any,
) -> None:
    guests = [a_registration(f"Guest Number{number}") for number in range(GUESTS)]
    ids = database.write(add_registrations, event.id, guests, now=now, dice=Random(4))
    evening = Evening(left=ACTS)
    living: dict[str, Any] = {}
    done = threading.Event()
    names = [f"Kiosk {number}" for number in range(1, STATIONS + 1)]
    workers = [threading.Thread(target=_work, args=(name, ids, evening, living, station)) for name in names]
    killer = threading.Thread(target=_kill, args=(evening, living, done))
    began = time.monotonic()
    for thread in (*workers, killer):
        thread.start()
    for thread in workers:
        thread.join(TIMEOUT_S)
    done.set()
    killer.join()
    lasted = time.monotonic() - began
    assert not any(thread.is_alive() for thread in workers), "the stations hang"
    assert len(evening.acknowledged) == ACTS
    assert evening.killed > 0
    _assert_all_is_there(Path(database.path), evening)
    assert main(["--database", str(database.path), "check"]) == 0
    sys.stdout.write(
        f"{ACTS:,} acts in {lasted:.0f} s, {evening.killed} stations killed, {evening.sent_again} acts sent again\n"
    )


def _work(name: str, ids: list[int], evening: Evening, living: dict[str, Any], start: Callable[[str], Any]) -> None:
    """One station: random acts until there are no more; after a death the next process sends what was unanswered."""
    dice = Random(name)
    process = _started(name, living, start)
    number = 0
    while evening.take_one():
        act, guest, number = dice.choice(("in", "in", "undo")), dice.choice(ids), number + 1
        request = f"{name}-{number}"
        while (answer := _ask(process, act, guest, request, evening)) is None:
            process.close()
            process = _started(name, living, start)
            evening.sent_again += 1
        evening.acknowledged[request] = (act, guest, answer[2])


def _started(name: str, living: dict[str, Any], start: Callable[[str], Any]) -> Any:
    process = start(name)
    while process.answer() != "ready":  # killed before it could begin
        process.close()
        process = start(name)
    living[name] = process
    return process


def _ask(process: Any, act: str, guest: int, request: str, evening: Evening) -> Any:
    try:
        process.ask(act, f"#{guest}", request)
    except OSError:
        return None
    evening.sent += 1
    return process.answer()


def _kill(evening: Evening, living: dict[str, Any], done: threading.Event) -> None:
    dice = Random(9)
    while not done.wait(0.005):
        if living and evening.sent >= KILL_EVERY * (evening.killed + 1):
            dice.choice(list(living.values())).kill()
            evening.killed += 1


def _assert_all_is_there(path: Path, evening: Evening) -> None:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT id, attendee_id, action, request_id FROM check_ins ORDER BY id").fetchall()
    said = connection.execute(
        "SELECT count(*) FROM journal WHERE what IN ('checked in', 'check-in undone')"
    ).fetchone()[0]
    standing = dict(connection.execute("SELECT id, status FROM attendees").fetchall())
    connection.close()
    kept = {request: (action, attendee) for _, attendee, action, request in rows}
    assert len(kept) == len(rows), "a request was done twice"
    assert said == len(rows), "the journal and the door tell two stories"
    words = {"in": "checked in", "undo": "undone"}
    for request, (act, guest, changed) in evening.acknowledged.items():
        if changed:
            assert kept.pop(request) == (words[act], guest), f"{request} was acknowledged and is lost"
        else:
            assert request not in kept, f"{request} did something and said it did not"
    assert not kept, "something was done that nobody asked for"
    by_guest: defaultdict[int, list[str]] = defaultdict(list)
    for _, attendee, action, _ in rows:
        by_guest[attendee].append(action)
    for guest, actions in by_guest.items():
        expected = ["checked in" if at % 2 == 0 else "undone" for at in range(len(actions))]
        assert actions == expected, "someone came in twice without leaving"
        assert (standing[guest] == "checked in") == (actions[-1] == "checked in")
