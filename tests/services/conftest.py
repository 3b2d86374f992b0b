"""Builders for services: people with a plan between them."""

from collections.abc import Callable
from typing import Any

import pytest

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Evidence, Introduction, Plan, QualityFigures
from mixer_app.store.plans import save_plan

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
