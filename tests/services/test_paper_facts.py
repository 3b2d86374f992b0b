"""What there is to print."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.services.check_in import check_in
from mixer_app.services.paper import Document
from mixer_app.services.paper_facts import mark_badges_printed, paper_facts
from mixer_app.services.people import list_attendees
from mixer_app.services.planning import plan_event


def test_nobody_registered_leaves_nothing_to_print(database: Any, event: Event, now: datetime) -> None:
    facts = database.read(paper_facts, event.id, now=now)
    assert set(facts.counts.values()) == {0}


def test_sheets_wait_for_the_plan_and_are_for_those_in_it(
    database: Any, event: Event, add: Callable[..., Attendee], now: datetime
) -> None:
    mentor, mentee = add("Ann Smith", role="mentor", employer="A"), add("Bo Li", employer="B")
    add("Not Here", employer="C")
    before = database.read(paper_facts, event.id, now=now)
    assert (before.counts[Document.BADGES], before.counts[Document.TABLE_CARDS]) == (3, 1)
    assert before.counts[Document.MATCH_SHEETS] == before.counts[Document.FOLLOW_UP] == 0
    for person in (mentor, mentee):
        database.write(check_in, event.id, person.code, station="Test", now=now)
    plan_event(database, event.id, station="Test", clock=lambda: now)
    after = database.read(paper_facts, event.id, now=now)
    assert after.planned
    assert after.people_of[Document.MATCH_SHEETS] == {mentor.id, mentee.id}


def test_printed_badges_are_remembered(
    database: Any, event: Event, add: Callable[..., Attendee], now: datetime
) -> None:
    printed, other = add("Ann Smith"), add("Bo Li")
    database.write(mark_badges_printed, event.id, [printed.id], station="Desk 1", now=now)
    people = {person.id: person.badge_printed_at for person in database.read(list_attendees, event.id)}
    assert people == {printed.id: now, other.id: None}
