"""Builders for services: rooms full of people who are here."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import combinations
from typing import Any

import pytest

from mixer_app.domain.answers import Answer
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.plan_edits import EditKind, PlanEdit
from mixer_app.domain.plans import Introduction, Plan
from mixer_app.services.answers import record_answer
from mixer_app.services.check_in import check_in
from mixer_app.services.plan_edits import apply_edit
from mixer_app.services.planning import plan_event

GIVEN = ("Ada", "Bo", "Chi", "Dana", "Eli", "Fay", "Gus", "Hope", "Ivo", "Joy", "Kim", "Lev")
NEEDS = ("Relocation", "New position", "Clinical to administrative", "Exploring")


@pytest.fixture
def arrive(database: Any, event: Event, now: datetime) -> Callable[..., None]:
    """Check people in: `arrive(ann, bob, at=...)`."""

    def let_in(*people: Attendee, at: datetime = now) -> None:
        for person in people:
            database.write(check_in, event.id, person.code, station="Desk 1", now=at)

    return let_in


@pytest.fixture
def mentors(add: Callable[..., Attendee]) -> list[Attendee]:
    """Four mentors of four hospitals."""
    return [
        add(
            f"{GIVEN[index]} Mentor",
            role="mentor",
            email=f"mentor{index}@hospital.example",
            employer=f"Hospital {index}",
            experience_years=20.0,
            needs_offered=NEEDS[index : index + 2],
            topics_offered=("Finance",),
        )
        for index in range(4)
    ]


@pytest.fixture
def mentees(add: Callable[..., Attendee]) -> list[Attendee]:
    """Four mentees of other hospitals."""
    return [
        add(
            f"{GIVEN[index + 4]} Mentee",
            role="mentee",
            email=f"mentee{index}@clinic.example",
            employer=f"Clinic {index}",
            experience_years=6.0,
            needs_wanted=(NEEDS[index],),
            topics_wanted=("Finance",),
            goal=f"Reach goal {index}",
        )
        for index in range(4)
    ]


@pytest.fixture
def room(arrive: Callable[..., None], mentors: list[Attendee], mentees: list[Attendee]) -> list[Attendee]:
    """Everybody of `mentors` and `mentees`, here."""
    arrive(*mentors, *mentees)
    return [*mentors, *mentees]


@pytest.fixture
def plan_now(database: Any, event: Event, now: datetime) -> Callable[..., Plan]:
    """Plan the event: `plan_now(after=timedelta(minutes=40), everyone=True)`."""

    def plan(*, after: timedelta = timedelta(0), **said: Any) -> Plan:
        return plan_event(database, event.id, station="Control", clock=lambda: now + after, **said)

    return plan


@pytest.fixture
def wide_room(add: Callable[..., Attendee], arrive: Callable[..., None], room: list[Attendee]) -> list[Attendee]:
    """`room` with four more mentors, so that mentees have mentors left whom they do not meet."""
    more = [
        add(f"{GIVEN[index + 8]} Mentor", role="mentor", employer=f"House {index}", topics_offered=("Finance",))
        for index in range(4)
    ]
    arrive(*more)
    return [*room, *more]


@pytest.fixture
def swap(database: Any, now: datetime) -> Callable[..., tuple[Plan, Introduction, Introduction]]:
    """Let two mentees of a round change seats: the new plan, and the two meetings as they were."""

    def change(plan: Plan, number: int = 3) -> tuple[Plan, Introduction, Introduction]:
        met = {(meeting.mentee_id, meeting.mentor_id) for meeting in plan.introductions}
        one, other = next(
            (one, other)
            for one, other in combinations([meeting for meeting in plan.introductions if meeting.round == number], 2)
            if not {(one.mentee_id, other.mentor_id), (other.mentee_id, one.mentor_id)} & met
        )
        edit = PlanEdit(kind=EditKind.SWAP, mentee_id=one.mentee_id, round=number, other_id=other.mentee_id)
        return apply_edit(database, plan.id, edit, station="Control", clock=lambda: now), one, other

    return change


@pytest.fixture
def answer(database: Any, event: Event, now: datetime) -> Callable[..., None]:
    """One answers about another: `answer(ann, bob, Answer.YES)`."""

    def say(one: Attendee, other: Attendee, said: Answer, **more: Any) -> None:
        database.write(record_answer, event.id, one.id, other.id, said, station="Desk 1", now=now, **more)

    return say
