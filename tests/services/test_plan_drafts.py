"""Plans that are changed while the evening runs: what people sit by is what counts."""

from datetime import timedelta

import pytest

from mixer_app.domain.evening import ActKind
from mixer_app.services.evening import act_on_evening, catch_up
from mixer_app.services.journal import activity, undo
from mixer_app.services.planning import current_plan, plan_event, publish
from mixer_app.services.room import read_room
from mixer_app.store.seats import published_plan


@pytest.fixture
def started(database, event, now, wide_room, plan_now):
    """The first of five rounds of ten minutes began at `now`."""
    plan_now()
    database.write(act_on_evening, event.id, ActKind.START, round_number=1, station="Control", now=now)
    return database.read(current_plan, event.id)


@pytest.fixture
def out(database, event):
    return lambda: database.read(published_plan, event.id).id


def seats(plan, number):
    return {(m.mentor_id, m.mentee_id) for m in plan.introductions if m.round == number}


def test_a_change_by_hand_is_out_at_once_while_rounds_are_held_and_so_is_its_undo(
    database, event, now, started, swap, out
):
    new, *_ = swap(started, 3)
    assert out() == new.id
    (entry,) = database.read(activity, event.id, 1)
    database.write(undo, entry.id, station="Control", now=now)
    assert out() == database.read(current_plan, event.id).id
    assert seats(database.read(current_plan, event.id), 3) == seats(started, 3)


def test_before_the_evening_a_change_waits_to_be_published(database, now, wide_room, plan_now, swap, out, event):
    plan = plan_now()
    database.write(publish, plan.id, station="Control", now=now)
    new, *_ = swap(plan, 3)
    assert (out(), new.published_at) == (plan.id, None)


def test_a_round_that_begins_by_itself_goes_by_the_plan_that_is_out(database, event, now, started, out):
    draft = plan_event(
        database, event.id, afresh=True, seed=5, station="Control", clock=lambda: now + timedelta(minutes=11)
    )
    assert seats(draft, 2) != seats(started, 2)
    room = database.read(read_room, event.id, now=now + timedelta(minutes=11))
    assert (room.plan_version, room.draft_version) == (started.version, draft.version)
    database.write(catch_up, event.id, station="Control", now=now + timedelta(minutes=23))
    newest = database.read(current_plan, event.id)
    assert newest.id == out()
    assert seats(newest, 2) == seats(started, 2)
    assert {m.took_place for m in newest.introductions if m.round in (1, 2)} == {True}
    assert database.read(read_room, event.id, now=now + timedelta(minutes=23)).draft_version is None
    told = [one.sentence for one in database.read(activity, event.id, 20)]
    assert f"Round 2 began by plan 1, now plan 3: plan {draft.version} had not been published" in told


def test_a_plan_that_is_published_in_time_is_gone_by(database, event, now, started, out):
    at = now + timedelta(minutes=11)
    draft = plan_event(database, event.id, afresh=True, seed=5, station="Control", clock=lambda: at)
    database.write(publish, draft.id, station="Control", now=at)
    database.write(catch_up, event.id, station="Control", now=now + timedelta(minutes=13))
    assert database.read(current_plan, event.id).id == draft.id == out()
