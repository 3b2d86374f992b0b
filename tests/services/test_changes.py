"""Which people a list has to read anew after what others have done."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from mixer_app.domain.events import Event
from mixer_app.domain.people import registration_of
from mixer_app.domain.roles import Role
from mixer_app.services.changes import changes_since
from mixer_app.services.check_in import check_in, mark_left, undo_check_in
from mixer_app.services.events import create_event
from mixer_app.services.forgetting import forget_event
from mixer_app.services.journal import activity, latest_change, undo
from mixer_app.services.paper_facts import mark_badges_printed
from mixer_app.services.people import add_attendee, cancel_attendee, edit_attendee, set_role
from mixer_app.store import journal

Add = Callable[..., Any]


@pytest.fixture
def since(database: Any, event: Event) -> Callable[[int], Any]:
    """What has changed in `event` since an entry of the journal."""
    return lambda entry: database.read(changes_since, event.id, entry)


def test_nothing_has_changed_since_now(database: Any, add: Add, since: Callable[[int], Any]) -> None:
    add()
    latest = database.read(latest_change)
    assert not since(latest)
    assert since(latest).latest == latest


def test_each_act_names_its_person(database: Any, add: Add, event: Event, now: Any, since: Any) -> None:
    people = [add(f"Guest Number{number}") for number in range(7)]
    start = database.read(latest_change)
    by: Any = {"station": "Desk 2", "now": now}
    database.write(check_in, event.id, people[0].code, **by)
    database.write(check_in, event.id, people[1].code, **by)
    database.write(undo_check_in, event.id, people[1].code, **by)
    database.write(check_in, event.id, people[2].code, **by)
    database.write(mark_left, event.id, people[2].code, **by)
    database.write(set_role, people[3].id, Role.MENTOR, **by)
    database.write(edit_attendee, people[4].id, replace(registration_of(people[4]), employer="Clinic"), **by)
    database.write(cancel_attendee, people[5].id, **by)
    new = add("Someone New")
    changes = since(start)
    assert changes.attendee_ids == {person.id for person in people[:6]} | {new.id}
    assert not changes.everything
    assert changes.latest == database.read(latest_change)


def test_an_undo_names_the_person_too(database: Any, add: Add, event: Event, now: Any, since: Any) -> None:
    guest = add()
    database.write(check_in, event.id, guest.code, station="Desk 1", now=now)
    start = database.read(latest_change)
    database.write(undo, start, station="Desk 1", now=now)
    assert since(start).attendee_ids == {guest.id}


def test_printed_badges_name_everyone_who_has_one(database: Any, add: Add, event: Event, now: Any, since: Any) -> None:
    guests = [add(f"Guest Number{number}") for number in range(3)]
    start = database.read(latest_change)
    ids = [guest.id for guest in guests[:2]]
    database.write(mark_badges_printed, event.id, ids, station="Desk 1", now=now)
    assert since(start).attendee_ids == set(ids)
    assert not since(start).everything


def test_what_touches_an_unknown_number_of_people_is_everything(
    database: Any, add: Add, event: Event, now: Any, since: Any
) -> None:
    add()
    start = database.read(latest_change)
    forget_event(database, event.id, station="Control", now=now + timedelta(days=400))
    assert since(start).everything


def test_a_plan_that_is_published_changes_nobody(database: Any, add: Add, event: Event, now: Any, since: Any) -> None:
    start = database.read(latest_change)
    for what in ("plan published", "matching changed"):
        database.write(journal.record, event_id=event.id, station="Control", at=now, what=what, sentence="Done")
    published = database.read(activity, event.id)[1].id
    database.write(
        journal.record, event_id=event.id, station="Control", at=now, what="undo", sentence="x", undoes_id=published
    )
    assert not since(start)
    assert since(start).latest == start + 3


def test_an_undo_of_something_unknown_is_everything(database: Any, event: Event, now: Any, since: Any) -> None:
    start = database.read(latest_change)
    first = database.write(
        journal.record_numbered, event_id=event.id, station="C", at=now, what="people merged", sentence="x"
    )
    assert since(start).everything
    database.write(journal.record, event_id=event.id, station="C", at=now, what="undo", sentence="x", undoes_id=first)
    assert since(first).everything


def test_hundreds_of_changes_are_everything(database: Any, add: Add, event: Event, now: Any, since: Any) -> None:
    guest = add()
    start = database.read(latest_change)
    database.write(_record_many, event.id, guest.id, now=now)
    assert since(start).everything
    assert since(start + 10).attendee_ids == {guest.id}


def _record_many(session: Any, event_id: int, attendee_id: int, *, now: Any) -> None:
    for _ in range(505):
        journal.record(
            session, event_id=event_id, attendee_id=attendee_id, station="C", at=now, what="edited", sentence="x"
        )


def test_another_event_is_of_no_concern_unless_all_are_asked_for(
    database: Any, add: Add, event: Event, now: Any, a_registration: Any
) -> None:
    from random import Random

    from mixer_app.domain.events import EventPlanning

    planned = EventPlanning(name="Other evening", starts_at=event.starts_at)
    other = database.write(create_event, planned, station="Test", now=now)
    start = database.read(latest_change)
    guest = database.write(add_attendee, other.id, a_registration(), station="Test", now=now, dice=Random(2))
    assert not database.read(changes_since, event.id, start)
    assert database.read(changes_since, None, start).attendee_ids == {guest.id}
