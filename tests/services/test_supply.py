"""Needs, topics and fields, wanted and offered."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from mixer_app.domain.events import Event
from mixer_app.domain.overview import SupplyRow
from mixer_app.domain.people import Attendee
from mixer_app.services.check_in import check_in
from mixer_app.services.people import cancel_attendee
from mixer_app.services.supply import needs_supply, supply_among, topics_supply


@pytest.fixture
def needs(database: Any, event: Event) -> Callable[[], tuple[SupplyRow, ...]]:
    return lambda: database.read(needs_supply, event)


@pytest.fixture
def topics(database: Any, event: Event) -> Callable[[], tuple[SupplyRow, ...]]:
    return lambda: database.read(topics_supply, event)


def test_needs_come_in_the_events_order_and_sensitive_ones_are_marked(
    database: Any, event: Event, add: Callable[..., Attendee], needs: Callable[..., Any], now: datetime
) -> None:
    add("A B", needs_wanted=("Relocation", "interpersonal issue", "My own"))
    mentor = add("C D", role="mentor", needs_offered=("relocation", "New position"))
    database.write(check_in, event.id, mentor.code, station="Desk 1", now=now)
    rows = needs()
    assert [(row.name, row.wanted, row.offered) for row in rows] == [
        ("New position", 0, 1),
        ("Interpersonal issue", 1, 0),
        ("Relocation", 1, 1),
        ("My own", 1, 0),
    ]
    assert [row.name for row in rows if row.sensitive] == ["Interpersonal issue"]
    assert [row.offered_here for row in rows] == [1, 0, 1, 0]


def test_topics_come_most_wanted_first_and_count_a_person_once(
    add: Callable[..., Attendee], topics: Callable[..., Any]
) -> None:
    add("A B", topics_wanted=("Finance", "finance", "Strategy"))
    add("C D", topics_wanted=("Strategy",))
    add("E F", role="mentor", topics_wanted=("Strategy",), topics_offered=("Finance",))
    assert [(row.name, row.wanted, row.offered) for row in topics()] == [("Strategy", 2, 0), ("Finance", 1, 1)]


def test_who_is_both_counts_on_both_sides(add: Callable[..., Attendee], topics: Callable[..., Any]) -> None:
    add("A B", role="both", topics_wanted=("Strategy",), topics_offered=("Finance",))
    assert [(row.name, row.wanted, row.offered) for row in topics()] == [("Strategy", 1, 0), ("Finance", 0, 1)]


def test_who_cancelled_wants_and_offers_nothing(
    database: Any,
    event: Event,
    add: Callable[..., Attendee],
    needs: Callable[..., Any],
    topics: Callable[..., Any],
    now: datetime,
) -> None:
    gone = add("A B", role="both", needs_wanted=("Relocation",), topics_offered=("Finance",))
    database.write(cancel_attendee, gone.id, station="Desk 1", now=now)
    assert needs() == topics() == ()


def test_people_at_hand_are_counted_by_any_answer(event: Event, an_attendee: Callable[..., Attendee]) -> None:
    people = [
        an_attendee("A B", field="Cardiology"),
        an_attendee("C D", field="cardiology"),
        an_attendee("E F", role="mentor", field="Surgery"),
        an_attendee("G H"),
    ]

    def field(person: Attendee) -> tuple[str, ...]:
        return (person.field,) if person.field else ()

    rows = supply_among(event, people, field, field)
    assert [(row.name, row.wanted, row.offered) for row in rows] == [("Cardiology", 2, 0), ("Surgery", 0, 1)]
