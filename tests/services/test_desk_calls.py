"""People whom a kiosk sent to the desk."""

from datetime import timedelta

import pytest

from mixer_app.domain.desk_calls import DeskReason
from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import EventPlanning
from mixer_app.services.desk_calls import answer_desk_call, call_desk, open_desk_calls
from mixer_app.services.events import create_event
from mixer_app.services.journal import activity, latest_change, undo


@pytest.fixture
def call(database, event, now):
    def act(person, reason=DeskReason.BADGE_FAILED, *, minutes=0, station="Kiosk 1"):
        at = now + timedelta(minutes=minutes)
        person_id = person.id if person else None
        return database.write(call_desk, event.id, person_id, reason, station=station, now=at)

    return act


def test_the_desk_sees_who_waits_and_why_longest_first(database, event, add, call, now):
    ann, bob = add("Ann Smith"), add("Bob Jones")
    call(bob, DeskReason.WRONG_NAME, minutes=1)
    call(ann)
    call(None, DeskReason.CONNECTION, minutes=2)
    waiting = database.read(open_desk_calls, event.id)
    assert [(one.name, one.reason) for one in waiting] == [
        ("Ann Smith", DeskReason.BADGE_FAILED),
        ("Bob Jones", DeskReason.WRONG_NAME),
        ("", DeskReason.CONNECTION),
    ]
    assert (waiting[0].code, waiting[0].station, waiting[0].at) == (ann.code, "Kiosk 1", now)


def test_a_call_is_noticed_by_every_station(database, event, add, call):
    ann = add("Ann Smith")
    before = database.read(latest_change)
    call(ann)
    assert database.read(latest_change) > before
    assert database.read(activity, event.id)[0].sentence == "The badge of Ann Smith did not print"


def test_the_same_person_for_the_same_reason_waits_once(database, event, add, call):
    ann = add("Ann Smith")
    first = call(ann)
    assert call(ann, minutes=1, station="Kiosk 2") == first
    call(ann, DeskReason.WRONG_NAME)
    assert len(database.read(open_desk_calls, event.id)) == 2


def test_an_answered_call_is_gone_until_it_is_taken_back(database, event, add, call, now):
    known = call(add("Ann Smith"))
    for _ in range(2):
        database.write(answer_desk_call, known.id, station="Desk 1", now=now)
    assert database.read(open_desk_calls, event.id) == []
    assert [entry.what for entry in database.read(activity, event.id)].count("desk call answered") == 1
    answered = database.read(activity, event.id)[0]
    assert answered.can_undo
    for _ in range(2):
        assert database.write(undo, answered.id, station="Desk 1", now=now) == "Undone: Saw to Ann Smith"
        assert database.read(open_desk_calls, event.id) == [known]
    taken_back = database.read(activity, event.id)[0]
    assert database.write(undo, taken_back.id, station="Desk 1", now=now) == "Done again: Saw to Ann Smith"
    assert database.read(open_desk_calls, event.id) == []


def test_a_call_about_nobody_known_can_be_opened_again_too(database, event, call, now):
    known = call(None, DeskReason.CONNECTION)
    database.write(answer_desk_call, known.id, station="Desk 1", now=now)
    answered = database.read(activity, event.id)[0]
    assert database.write(undo, answered.id, station="Desk 1", now=now) == "Undone: Saw to someone"
    assert database.read(open_desk_calls, event.id) == [known]


def test_after_an_answer_the_same_reason_is_a_new_call(database, event, add, call, now):
    ann = add("Ann Smith")
    database.write(answer_desk_call, call(ann).id, station="Desk 1", now=now)
    assert call(ann, minutes=5).at == now + timedelta(minutes=5)


def test_calls_are_of_one_event(database, event, add, call, now):
    planning = EventPlanning(name="Another", starts_at=event.starts_at)
    other = database.write(create_event, planning, station="Test", now=now)
    call(add("Ann Smith"))
    assert database.read(open_desk_calls, other.id) == []
    with pytest.raises(MixerError, match="another event"):
        call(add("Bob Jones", to=other))


def test_what_is_not_there_is_said(database, now, event):
    with pytest.raises(MixerError, match="no longer there"):
        database.write(answer_desk_call, 99, station="Desk 1", now=now)
    with pytest.raises(MixerError, match="no event 99"):
        database.write(call_desk, 99, None, DeskReason.CONNECTION, station="Kiosk 1", now=now)


@pytest.mark.parametrize("reason", DeskReason)
def test_every_reason_has_its_sentence(database, event, add, call, reason):
    call(add("Ann Smith"), reason)
    assert "Ann Smith" in database.read(activity, event.id)[0].sentence
