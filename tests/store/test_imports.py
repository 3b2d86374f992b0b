"""What an import did, kept to take it back."""

from dataclasses import replace
from datetime import time

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.imports import ImportAccount
from mixer_app.domain.people import registration_of
from mixer_app.services.people import known_people_count, list_attendees
from mixer_app.store.imports import (
    ImportStep,
    add_import,
    get_import,
    import_steps,
    mark_import_undone,
    remove_attendees,
)


def test_the_steps_of_an_import_come_back_as_they_were(database, event, add, now):
    ann, bob = add("Ann Smith", rests=(1,), arrives=time(18, 40), answers=(("Q", "A"),)), add("Bob Jones")
    steps = [
        ImportStep(attendee_id=ann.id, before=registration_of(ann), after=replace(registration_of(ann), title="Dr")),
        ImportStep(attendee_id=bob.id, before=None, after=registration_of(bob)),
    ]
    number = database.write(add_import, event.id, account=ImportAccount(rows=2), steps=steps, at=now, station="Desk 1")
    assert database.read(import_steps, number) == steps
    assert database.read(get_import, number).undone_at is None
    database.write(mark_import_undone, number, now=now)
    assert database.read(get_import, number).undone_at == now


def test_an_import_that_is_not_there_is_refused_in_words(database):
    with pytest.raises(MixerError, match="no import 4"):
        database.read(get_import, 4)


def test_removed_attendees_leave_no_person_behind_unless_known_elsewhere(database, event, add, now):
    from mixer_app.services.events import create_event

    other = database.write(create_event, replace(event, name="Other"), station="Control", now=now)
    ann, bob = add("Ann Smith", email="ann@example.org", wishes=("Bob Jones",)), add("Bob Jones")
    add("Ann Smith", email="ann@example.org", to=other)
    database.write(remove_attendees, [ann.id, bob.id])
    assert database.read(list_attendees, event.id) == []
    assert database.read(known_people_count) == 1
