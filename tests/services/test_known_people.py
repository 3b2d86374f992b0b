"""People of other events registered for this one: one step, one undo, and the same persons."""

from collections.abc import Callable
from datetime import datetime
from random import Random
from typing import Any

import pytest

from mixer_app.domain.bulk_edit import BulkEdit
from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event, EventPlanning
from mixer_app.domain.people import Attendee, Status, registration_of
from mixer_app.services.badge_queue import queue_badge
from mixer_app.services.bulk_edits import edit_people
from mixer_app.services.check_in import check_in
from mixer_app.services.events import create_event
from mixer_app.services.forgetting import forget_person
from mixer_app.services.journal import activity, latest_change, undo
from mixer_app.services.known_people import KnownAdded, add_known
from mixer_app.services.merging import merge_people
from mixer_app.services.people import cancel_attendee, known_people_count, list_attendees
from mixer_app.store import journal

Add = Callable[..., Attendee]
SAID = {"station": "Control"}


@pytest.fixture
def kyoto(database: Any, now: datetime) -> Event:
    """An event of last year."""
    planning = EventPlanning(name="Kyoto mixer", starts_at=datetime(2025, 3, 5, 18, 30))
    return database.write(create_event, planning, now=now, **SAID)


@pytest.fixture
def guests(add: Add, kyoto: Event) -> list[Attendee]:
    """Three who were in Kyoto; nothing recognises the third but the person."""
    ann = add("Ann Smith", to=kyoto, role="mentor", email="ann@example.org", topics_offered=("Finance",))
    bob = add("Bob Jones", to=kyoto, email="bob@example.org", wishes=("Ann Smith",), staff_note="VIP")
    return [ann, bob, add("Eve Hill", to=kyoto, email="")]


@pytest.fixture
def add_them(database: Any, event: Event, now: datetime) -> Callable[..., KnownAdded]:
    """Register people for `event`: `add_them(ann, bob)`."""

    def act(*people: Attendee) -> KnownAdded:
        ids = [one.id for one in people]
        return database.write(add_known, event.id, ids, now=now, dice=Random(5), **SAID)

    return act


@pytest.fixture
def back(database: Any, now: datetime) -> Callable[[int | None], str]:
    """Take back a line of the journal."""
    return lambda entry_id: database.write(undo, entry_id, now=now, **SAID)


@pytest.fixture
def listed(database: Any, event: Event) -> Callable[[], list[Attendee]]:
    """Who is registered for `event`."""
    return lambda: database.read(list_attendees, event.id)


def test_many_are_registered_by_one_line_of_the_journal_with_what_they_said(
    database: Any, event: Event, guests: list[Attendee], add_them: Any, listed: Any
) -> None:
    known = database.read(known_people_count)
    before = len(database.read(activity, event.id))

    done = add_them(*guests)

    assert done.people == 3
    assert [registration_of(one) for one in listed()] == [
        registration_of(one) for one in sorted(guests, key=lambda one: one.name.family)
    ]
    assert {one.person_id for one in listed()} == {one.person_id for one in guests}
    assert database.read(known_people_count) == known
    newest, *others = database.read(activity, event.id)
    assert (newest.id, newest.sentence, newest.can_undo) == (
        done.entry_id,
        "Registered 3 people of other events",
        True,
    )
    assert len(others) == before


def test_one_undo_takes_all_of_them_back_and_one_redo_registers_them_again(
    database: Any, event: Event, kyoto: Event, guests: list[Attendee], add_them: Any, listed: Any, back: Any
) -> None:
    done = add_them(*guests)
    codes = {one.name.full: one.code for one in listed()}

    for _ in range(2):  # and once more after it was done again
        for _ in range(2):
            assert back(done.entry_id) == "Undone: Registered 3 people of other events"
            assert database.read(list_attendees, event.id, cancelled=True) == []
        assert len(database.read(list_attendees, kyoto.id)) == 3

        undone = database.read(latest_change)
        assert back(undone) == "Done again: Registered 3 people of other events"
        assert {one.name.full: one.code for one in listed()} == codes
        assert {one.person_id for one in listed()} == {one.person_id for one in guests}


def test_whoever_is_registered_already_stays_and_whoever_had_cancelled_is_registered_again(
    database: Any, event: Event, guests: list[Attendee], add_them: Any, listed: Any, back: Any, now: datetime
) -> None:
    ann, bob, eve = guests
    add_them(ann, bob)
    here = {one.name.full: one for one in listed()}
    database.write(cancel_attendee, here["Bob Jones"].id, now=now, **SAID)

    done = add_them(ann, bob, eve)

    assert done.people == 2
    assert [one.name.full for one in listed()] == ["Eve Hill", "Bob Jones", "Ann Smith"]
    assert next(one for one in listed() if one.name.full == "Bob Jones").id == here["Bob Jones"].id
    assert back(done.entry_id) == "Undone: Registered 1 person of another event"
    assert [one.name.full for one in listed()] == ["Bob Jones", "Ann Smith"]
    assert add_them(ann) == KnownAdded(people=0, entry_id=None)


def test_people_who_were_merged_are_added_once(
    kyoto: Event, database: Any, add: Add, add_them: Any, listed: Any, now: datetime
) -> None:
    osaka = database.write(
        create_event, EventPlanning(name="Osaka", starts_at=datetime(2024, 3, 5, 18)), now=now, **SAID
    )
    one, other = add("Jon Berg", to=kyoto, email="jon@x.org"), add("John Berg", to=osaka, email="john@x.org")
    database.write(merge_people, kyoto.id, [one.id, other.id], now=now, **SAID)

    assert add_them(one, other).people == 1
    assert len(listed()) == 1


Touch = Callable[[Any, Event, Attendee, datetime], object]


def _comes(database: Any, event: Event, person: Attendee, now: datetime) -> None:
    database.write(check_in, event.id, person.code, station="Kiosk 1", now=now)


def _changes(database: Any, event: Event, person: Attendee, now: datetime) -> None:
    database.write(edit_people, event.id, [person.id], BulkEdit(employer="City"), now=now, **SAID)


def _prints(database: Any, event: Event, person: Attendee, now: datetime) -> None:
    database.write(queue_badge, event.id, person.id, printer="label", now=now, **SAID)


@pytest.mark.parametrize(
    ("touch", "why"), [(_comes, "Checked in"), (_changes, "Changed Ann Smith"), (_prints, "print queue")]
)
def test_undo_is_refused_as_a_whole_once_something_was_done_with_one_of_them(
    database: Any, event: Event, guests: list[Attendee], add_them: Any, listed: Any, back: Any, now: datetime,
    touch: Touch, why: str,
) -> None:  # fmt: skip
    done = add_them(*guests)
    ann = next(one for one in listed() if one.name.full == "Ann Smith")
    touch(database, event, ann, now)

    with pytest.raises(MixerError, match=why):
        back(done.entry_id)
    assert len(listed()) == 3


def test_redo_leaves_out_whoever_was_registered_meanwhile(
    database: Any, event: Event, guests: list[Attendee], add_them: Any, listed: Any, back: Any, add: Add
) -> None:
    done = add_them(*guests)
    back(done.entry_id)
    undone = database.read(latest_change)
    meanwhile = add("Ann Smith", role="mentor", email="ann@example.org")

    back(undone)

    assert sorted(one.name.full for one in listed()) == ["Ann Smith", "Bob Jones", "Eve Hill"]
    assert meanwhile in listed()


def test_nothing_in_the_journal_brings_back_somebody_who_was_forgotten(
    database: Any, event: Event, guests: list[Attendee], add_them: Any, listed: Any, back: Any, now: datetime
) -> None:
    done = add_them(*guests)
    back(done.entry_id)
    undone = database.read(latest_change)
    kept = database.read(journal.get_record, done.entry_id)
    assert "Ann" not in str(kept)
    assert "example.org" not in str(kept)
    forget_person(database, guests[0].id, now=now, dice=Random(1), **SAID)

    back(undone)
    assert [one.name.full for one in listed()] == ["Eve Hill", "Bob Jones"]


def test_a_person_of_this_event_is_not_there_twice(
    database: Any, event: Event, guests: list[Attendee], add_them: Any, listed: Any
) -> None:
    add_them(*guests)
    assert add_them(*listed()) == KnownAdded(people=0, entry_id=None)
    assert all(one.status is Status.REGISTERED for one in listed())
