"""The journal knows which of its lines are changes of a plan by hand."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.plan_edits import EditKind, PairRule, PlanEdit
from mixer_app.domain.plans import Plan
from mixer_app.services.journal import activity, undo
from mixer_app.services.plan_edit_journal import (
    PLAN_EDITED,
    how_versions_came,
    is_plan_edit,
    record_edit,
    undo_plan_edit,
)
from mixer_app.services.plan_edits import apply_edit, edit_entry
from mixer_app.store.journal import get_record
from mixer_app.store.pair_rules import pair_rules, set_pair_rule
from mixer_app.store.plans import latest_plan


def test_undoing_puts_back_the_seats_and_what_was_decided_and_twice_is_once(
    database: Any,
    add: Callable[..., Attendee],
    introduce: Callable[..., Plan],
    now: datetime,
) -> None:
    ann, bob, cid = add("Ann Smith", role="mentor"), add("Bob Jones"), add("Cid Wu")
    old, new = introduce((ann, bob), (ann, cid)), introduce((ann, cid), (ann, bob))
    rule = (ann.id, bob.id, None, PairRule.MUST_MEET)
    database.write(set_pair_rule, old.event_id, ann.id, bob.id, PairRule.MUST_MEET)
    entry = database.write(
        record_edit, old, new, rule, what=PLAN_EDITED, sentence="Changed it", station="Control", now=now
    )
    for _ in range(2):
        record = database.read(get_record, entry)
        assert is_plan_edit(record)
        assert database.write(undo_plan_edit, record, station="Control", now=now) == "Undone: Changed it"
        latest = database.read(latest_plan, old.event_id)
        assert (latest.introductions, latest.version) == (old.introductions, 3)
        assert database.read(pair_rules, old.event_id) == {}


def test_each_version_says_what_made_it(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    now: datetime,
) -> None:
    first = plan_now()
    edit = PlanEdit(kind=EditKind.LOCK, mentee_id=mentees[0].id, round=1)
    second = apply_edit(database, first.id, edit, station="Control", clock=lambda: now)
    locked = f"Locked the seat of {mentees[0].name.shown} in round 1"
    entry = database.read(edit_entry, second)
    assert entry is not None
    assert entry[1] == locked
    assert database.read(edit_entry, first) is None
    database.write(undo, entry[0], station="Control", now=now)
    third = database.read(latest_plan, event.id)
    fourth = plan_now()
    assert database.read(how_versions_came, event.id) == {
        first.id: "Planned",
        second.id: locked,
        third.id: f"Undone: {locked}",
        fourth.id: "Planned again",
    }


def test_the_first_plan_is_not_taken_back_and_a_later_one_is(
    database: Any, event: Event, room: list[Attendee], plan_now: Callable[..., Plan], now: datetime
) -> None:
    first = plan_now()
    assert not any(entry.can_undo for entry in database.read(activity, event.id) if entry.what == "planned")
    plan_now(seed=5)
    entry = database.read(activity, event.id)[0]
    assert entry.can_undo
    assert database.write(undo, entry.id, station="Control", now=now) == "Undone: Made plan 2"
    assert database.read(latest_plan, event.id).introductions == first.introductions
