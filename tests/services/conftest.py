"""Builders for services: people with a plan between them, and rooms full of people who are here."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Evidence, Introduction, Plan, QualityFigures
from mixer_app.services.check_in import check_in
from mixer_app.services.planning import plan_event
from mixer_app.store.plans import save_plan

GIVEN = ("Ada", "Bo", "Chi", "Dana", "Eli", "Fay", "Gus", "Hope", "Ivo", "Joy", "Kim", "Lev")
NEEDS = ("Relocation", "New position", "Clinical to administrative", "Exploring")

QUALITY = QualityFigures(
    meetings=2,
    fewest=1,
    kept=0,
    strong_mentees=1,
    discovery_mentees=0,
    total_score=1.25,
    optimal=True,
    bound_meetings=2,
    bound_score=1.25,
)


@pytest.fixture
def introduce(database: Any, event: Event, now: Any) -> Callable[..., Plan]:
    """Store a plan in which these pairs (mentor, mentee) meet, one round after the other at table 1."""

    def build(*pairs: tuple[Attendee, Attendee], of: Event = event, took_place: bool | None = None) -> Plan:
        introductions = [
            Introduction(
                round=number,
                table=1,
                mentor_id=mentor.id,
                mentee_id=mentee.id,
                score=0.625,
                evidence=(Evidence("needs", 0.3, 1.0, "Went through relocation", True),),
                took_place=took_place,
            )
            for number, (mentor, mentee) in enumerate(pairs, start=1)
        ]
        return database.write(
            save_plan,
            of.id,
            introductions=introductions,
            quality=QUALITY,
            without=(),
            rounds=5,
            mentee_ids=sorted({mentee.id for _, mentee in pairs}),
            mentor_ids=sorted({mentor.id for mentor, _ in pairs}),
            now=now,
            station="Control",
        )

    return build


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
