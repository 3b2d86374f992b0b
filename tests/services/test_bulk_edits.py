"""One change for many people: told before, one entry, one undo."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from mixer_app.domain.bulk_edit import BulkEdit, NewStanding
from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import Attendee, Status
from mixer_app.domain.roles import Role
from mixer_app.services.bulk_edits import BulkEdited, edit_people, look_at_edit
from mixer_app.services.journal import activity, latest_change, undo
from mixer_app.services.people import get_attendee, get_attendees

Add = Callable[..., Attendee]
SAID = {"station": "Control"}


@pytest.fixture
def edit(database: Any, event: Any, now: datetime) -> Callable[..., BulkEdited]:
    """Change people: `edit([ann, bob], employer="City")`."""

    def build(people: list[Attendee], **change: Any) -> BulkEdited:
        ids = [one.id for one in people]
        return database.write(edit_people, event.id, ids, BulkEdit(**change), now=now, **SAID)

    return build


def test_the_effect_is_told_before_and_nothing_is_changed(database: Any, add: Add, event: Any) -> None:
    people = [add("Ann Smith", employer="City"), add("Bob Jones"), add("Eve Hill")]
    before = database.read(latest_change)

    effect = database.read(look_at_edit, event.id, [one.id for one in people], BulkEdit(employer="City"))

    assert effect.sentence == "2 people change, 1 has it already."
    assert database.read(latest_change) == before


def test_one_undo_takes_all_of_it_back_and_one_redo_does_it_again(
    database: Any, add: Add, event: Any, edit: Any, now: datetime
) -> None:
    people = [add("Ann Smith", role="mentor", topics_offered=("Finance",)), add("Bob Jones", staff_note="VIP")]
    ids = [one.id for one in people]

    done = edit(people, role=Role.BOTH, add_topics=("Leadership",), remove_topics=("Finance",), add_note="late")
    ann, bob = sorted(database.read(get_attendees, ids), key=lambda one: one.id)
    assert (ann.topics_offered, ann.topics_wanted, ann.staff_note) == (("Leadership",), ("Leadership",), "late")
    assert (bob.role, bob.staff_note) == (Role.BOTH, "VIP; late")
    assert sum(one.what == "people changed" for one in database.read(activity, event.id)) == 1

    assert database.write(undo, done.entry_id, now=now, **SAID).startswith("Undone: Changed 2 people: role")
    assert sorted(database.read(get_attendees, ids), key=lambda one: one.id) == people

    database.write(undo, database.read(latest_change), now=now, **SAID)
    assert sorted(database.read(get_attendees, ids), key=lambda one: one.id) == [ann, bob]


def test_only_who_is_here_leaves(database: Any, add: Add, event: Any, edit: Any, arrive: Any) -> None:
    here, expected = add("Ann Smith"), add("Bob Jones")
    arrive(here)

    done = edit([here, expected], standing=NewStanding.LEFT)

    assert done.effect.sentence == "1 person changes, 1 is not here, so cannot have left."
    assert database.read(get_attendee, here.id).status is Status.LEFT
    assert database.read(get_attendee, expected.id).status is Status.REGISTERED


def test_many_are_cancelled_and_come_back(database: Any, add: Add, event: Any, edit: Any, now: datetime) -> None:
    people = [add("Ann Smith"), add("Bob Jones")]

    done = edit(people, standing=NewStanding.CANCELLED)
    assert {one.status for one in database.read(get_attendees, [one.id for one in people])} == {Status.CANCELLED}

    database.write(undo, done.entry_id, now=now, **SAID)
    assert {one.status for one in database.read(get_attendees, [one.id for one in people])} == {Status.REGISTERED}


def test_an_empty_text_takes_the_answer_away(database: Any, add: Add, edit: Any) -> None:
    ann = add("Ann Smith", employer="City")

    edit([ann], employer="")

    assert database.read(get_attendee, ann.id).employer == ""


def test_where_all_have_it_nothing_is_noted(database: Any, add: Add, edit: Any) -> None:
    ann = add("Ann Smith", employer="City")
    before = database.read(latest_change)

    assert edit([ann], employer="City").entry_id is None
    assert database.read(latest_change) == before


def test_people_of_other_events_are_refused(add: Add, edit: Any, database: Any, event: Any, now: datetime) -> None:
    from mixer_app.domain.events import EventPlanning
    from mixer_app.services.events import create_event

    other = database.write(
        create_event, EventPlanning(name="Other", starts_at=datetime(2025, 3, 5, 18, 30)), now=now, **SAID
    )

    with pytest.raises(MixerError, match="not registered for this event"):
        edit([add("Ann Smith", to=other)], employer="City")
