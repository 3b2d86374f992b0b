"""The Live page at a large event: the room is read about as fast as the plan in it, and a scan waits for neither.

Run with: `pytest -m speed tests/benchmarks/test_live.py`
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest

from mixer_app.domain.evening import ActKind
from mixer_app.domain.events import Event, EventPlanning
from mixer_app.domain.people import Attendee, PersonName, Registration, Status
from mixer_app.domain.plans import Introduction, QualityFigures
from mixer_app.domain.roles import Role
from mixer_app.services.evening import act_on_evening
from mixer_app.services.events import create_event
from mixer_app.services.people import list_attendees
from mixer_app.services.presence import scan_at_table
from mixer_app.services.room import read_room
from mixer_app.store.plans import get_plan, save_plan
from mixer_app.store.registrations import add_registrations
from mixer_app.store.rows import AttendeeRow

MENTORS, MENTEES, ROUNDS = 1000, 5000, 5
MOST_TIMES_READING = 4
SCANS_IN_A_ROOM = 5

pytestmark = pytest.mark.speed


@pytest.fixture
def evening(database: Any, now: datetime) -> tuple[Event, list[Attendee], int]:
    """Six thousand people who are here, in the first round of a plan; the plan's number."""
    planning = EventPlanning(name="Large", starts_at=datetime(2026, 3, 5, 18, 30), rounds=ROUNDS, seats=5)
    event = database.write(create_event, planning, station="Test", now=now)
    everyone = [
        Registration(name=PersonName(full=f"Person {number}"), role=Role.MENTOR if number < MENTORS else Role.MENTEE)
        for number in range(MENTORS + MENTEES)
    ]
    database.write(add_registrations, event.id, everyone, now=now, dice=Random(2))
    database.write(lambda session: session.query(AttendeeRow).update({"status": Status.CHECKED_IN}))
    people = database.read(list_attendees, event.id)
    mentors = [one.id for one in people if one.role is Role.MENTOR]
    mentees = [one.id for one in people if one.role is Role.MENTEE]
    seats = [
        Introduction(round=number, table=place + 1, mentor_id=mentors[place], mentee_id=mentee, score=0.5)
        for number in range(1, ROUNDS + 1)
        for index, mentee in enumerate(mentees)
        for place in [(index + number) % MENTORS]
    ]
    figures = QualityFigures(
        meetings=len(seats), fewest=ROUNDS, kept=0, strong_mentees=0, discovery_mentees=0, total_score=0.0,
        optimal=False, bound_meetings=len(seats), bound_score=0.0,
    )  # fmt: skip
    plan = database.write(
        save_plan, event.id, introductions=seats, quality=figures, rounds=ROUNDS, mentee_ids=mentees,
        mentor_ids=mentors, now=now, station="Test",
    )  # fmt: skip
    database.write(act_on_evening, event.id, ActKind.START, round_number=1, station="Control", now=now)
    return event, people, plan.id


def timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def test_a_room_of_six_thousand_is_read_about_as_fast_as_its_plan(
    database: Any, evening: tuple[Event, list[Attendee], int], now: datetime
) -> None:
    event, people, plan_id = evening
    at = now + timedelta(minutes=1)
    bare = timed(lambda: (database.read(get_plan, plan_id), database.read(list_attendees, event.id)))
    room = timed(lambda: database.read(read_room, event.id, now=at))
    assert room < MOST_TIMES_READING * bare, f"{room:.2f} s beside {bare:.2f} s"
    scans = timed(
        lambda: [
            database.write(scan_at_table, event.id, one.code, station="Control", now=at)
            for one in people[:SCANS_IN_A_ROOM]
        ]
    )
    assert scans < room, f"{SCANS_IN_A_ROOM} scans took {scans:.2f} s, a room {room:.2f} s"
