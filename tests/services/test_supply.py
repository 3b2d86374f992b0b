"""Needs, topics and fields, wanted and offered."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee, Status
from mixer_app.services.supply import fields_supply, needs_supply, topics_supply


@pytest.fixture
def plain_event() -> Event:
    return Event(
        id=1, name="Mixer", starts_at=datetime(2026, 5, 14, 19, 0), created_at=datetime(2026, 5, 1, tzinfo=UTC)
    )


def test_needs_come_in_the_events_order_and_sensitive_ones_are_marked(
    plain_event: Event, an_attendee: Callable[..., Attendee]
) -> None:
    people = [
        an_attendee("A B", needs_wanted=("Relocation", "interpersonal issue", "My own")),
        an_attendee("C D", role="mentor", needs_offered=("relocation", "New position"), status=Status.CHECKED_IN),
    ]
    rows = needs_supply(plain_event, people)
    assert [(row.name, row.wanted, row.offered) for row in rows] == [
        ("New position", 0, 1),
        ("Interpersonal issue", 1, 0),
        ("Relocation", 1, 1),
        ("My own", 1, 0),
    ]
    assert [row.name for row in rows if row.sensitive] == ["Interpersonal issue"]
    assert [row.offered_here for row in rows] == [1, 0, 1, 0]


def test_topics_come_most_wanted_first_and_count_a_person_once(
    plain_event: Event, an_attendee: Callable[..., Attendee]
) -> None:
    people = [
        an_attendee("A B", topics_wanted=("Finance", "finance", "Strategy")),
        an_attendee("C D", topics_wanted=("Strategy",)),
        an_attendee("E F", role="mentor", topics_wanted=("Strategy",), topics_offered=("Finance",)),
    ]
    rows = topics_supply(plain_event, people)
    assert [(row.name, row.wanted, row.offered) for row in rows] == [("Strategy", 2, 0), ("Finance", 1, 1)]


def test_who_is_both_counts_on_both_sides(plain_event: Event, an_attendee: Callable[..., Attendee]) -> None:
    person = an_attendee("A B", role="both", topics_wanted=("Strategy",), topics_offered=("Finance",))
    rows = topics_supply(plain_event, [person])
    assert [(row.name, row.wanted, row.offered) for row in rows] == [("Strategy", 1, 0), ("Finance", 0, 1)]


def test_fields_are_wanted_by_the_mentees_who_work_in_them(
    plain_event: Event, an_attendee: Callable[..., Attendee]
) -> None:
    people = [
        an_attendee("A B", field="Cardiology"),
        an_attendee("C D", field="cardiology"),
        an_attendee("E F", role="mentor", field="Surgery"),
        an_attendee("G H"),
    ]
    assert [(row.name, row.wanted, row.offered) for row in fields_supply(plain_event, people)] == [
        ("Cardiology", 2, 0),
        ("Surgery", 0, 1),
    ]
