"""Whether there is an evening to rehearse, and whether it has changed since the last time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.services import events
from mixer_app.services.matching_rules import apply_rules
from mixer_app.services.rehearsal_ground import RehearsalGround, read_ground, suiting


@pytest.fixture
def ground(database: Any, event: Event, now: datetime) -> Callable[..., RehearsalGround]:
    """Read it: `ground(after=timedelta(hours=3))`."""
    return lambda after=timedelta(0): database.read(read_ground, event.id, now=now + after)


def test_who_may_come_and_who_is_here_is_counted(
    ground: Callable[..., RehearsalGround], mentors: list[Attendee], mentees: list[Attendee], arrive: Any
) -> None:
    arrive(mentors[0])
    found = ground()
    assert (found.mentors, found.mentees, found.here, found.rounds_left) == (4, 4, 1, 5)
    assert found.evenings == 20
    assert not found.refusal


def test_an_event_without_one_side_says_what_is_missing(
    ground: Callable[..., RehearsalGround], mentees: list[Attendee]
) -> None:
    assert "Import the registrations first" in ground().refusal


def test_an_arrival_makes_it_another_evening_and_time_alone_does_not(
    ground: Callable[..., RehearsalGround], mentors: list[Attendee], mentees: list[Attendee], arrive: Any
) -> None:
    before = ground().digest
    assert ground(timedelta(minutes=20)).digest == before
    arrive(mentees[0])
    assert ground().digest != before


def test_other_rules_and_other_rounds_make_it_another_evening(
    ground: Callable[..., RehearsalGround], database: Any, event: Event, mentors: list[Attendee], now: datetime
) -> None:
    digests = {ground().digest}
    database.write(apply_rules, event.id, replace(event.rules, floor=0.2), station="Control", now=now)
    digests.add(ground().digest)
    changed = database.read(events.find_event, str(event.id))
    database.write(events.update_event, replace(changed, seats=3), station="Control", now=now)
    digests.add(ground().digest)
    assert len(digests) == 3


def test_large_events_are_offered_fewer_evenings_and_kinds() -> None:
    assert [suiting(people) for people in (60, 300, 1200, 6000)] == [(20, 5), (20, 5), (10, 3), (5, 2)]
