"""Many evenings of 60, 250 and 1,200 people: how long they take, and how soon Stop is answered.

Run with: `pytest tests/benchmarks/test_rehearsal.py --benchmark-enable -s`
"""

import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest

from mixer_app.domain.errors import Cancelled
from mixer_app.domain.events import DEFAULT_NEEDS, Event, EventPlanning
from mixer_app.domain.people import PersonName, Registration
from mixer_app.domain.roles import Role
from mixer_app.services.evenings_account import EveningsAccount
from mixer_app.services.events import create_event
from mixer_app.services.many_evenings import EveningsRequest, rehearse_evenings
from mixer_app.services.rehearsal_ground import read_ground
from mixer_app.store.registrations import add_registrations

from .planning_evenings import SIZES

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
NEEDS = tuple(need.name for need in DEFAULT_NEEDS)
TOPICS = tuple(f"Topic {number}" for number in range(12))
STOP_ANSWERED_S = 0.3
RARER = tuple(range(len(NEEDS), 0, -1))


def a_registration(number: int, role: Role, dice: Random) -> Registration:
    """Somebody of sixty hospitals and ten fields; mentors have seldom been through what many mentees want."""
    hosts = role is Role.MENTOR
    needs = tuple(dict.fromkeys(dice.choices(NEEDS, RARER if hosts else None, k=2)))
    topics = tuple(dice.sample(TOPICS, 2))
    return Registration(
        name=PersonName(full=f"Person {number}", given="Person", family=str(number)),
        role=role,
        employer=f"Hospital {dice.randrange(60)}",
        field=f"Field {dice.randrange(10)}",
        experience_years=float(dice.randint(12, 35) if hosts else dice.randint(1, 12)),
        needs_offered=needs if hosts else (),
        needs_wanted=() if hosts else needs,
        topics_offered=topics if hosts else (),
        topics_wanted=() if hosts else topics,
    )


@pytest.fixture
def evening_of(database: Any) -> Callable[[int], Event]:
    """Register so many people for an event of its own."""

    def build(people: int) -> Event:
        mentees, mentors, rounds, seats = SIZES[people]
        planned = EventPlanning(
            name="Evening", starts_at=datetime(2026, 3, 5, 18), rounds=rounds, seats=seats, topics=TOPICS
        )
        event = database.write(create_event, planned, station="Test", now=NOW)
        dice = Random(1)
        roles = [Role.MENTEE] * mentees + [Role.MENTOR] * mentors
        everyone = [a_registration(number, role, dice) for number, role in enumerate(roles)]
        database.write(add_registrations, event.id, everyone, now=NOW, dice=Random(2))
        return event

    return build


def used_s() -> float:
    """Seconds of a processor, of this process and of its children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("people", [60, 250, 1200])
def test_a_rehearsal_can_be_waited_for(
    benchmark: Any, database: Any, evening_of: Callable[[int], Event], people: int
) -> None:
    event = evening_of(people)
    evenings = database.read(read_ground, event.id, now=NOW).evenings
    before = used_s()

    def rehearse() -> EveningsAccount:
        return rehearse_evenings(database, event.id, EveningsRequest(evenings=evenings), now=NOW)

    account = benchmark.pedantic(rehearse, rounds=1)
    used = used_s() - before
    benchmark.extra_info |= {"evenings": evenings, "kinds": len(account.more), "processor_s": round(used, 1)}
    sys.stdout.write(
        f"\n{people} people: {evenings} evenings, {len(account.more)} kinds, {used:.1f} s of a processor\n"
    )
    assert account.complete


@pytest.mark.speed
@pytest.mark.timeout(300)
@pytest.mark.parametrize("people", [60, 250, 1200])
def test_stop_is_answered_at_once(database: Any, evening_of: Callable[[int], Event], people: int) -> None:
    event = evening_of(people)
    stopped_at: list[float] = []

    def stop_in_the_second(fraction: float, stage: str) -> bool:
        if stage.startswith("Evening 2"):
            stopped_at.append(time.perf_counter())
        return not stopped_at

    with pytest.raises(Cancelled):
        rehearse_evenings(database, event.id, EveningsRequest(), now=NOW, progress=stop_in_the_second)
    assert time.perf_counter() - stopped_at[0] < STOP_ANSWERED_S
