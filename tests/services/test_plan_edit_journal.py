"""The journal knows which of its lines are changes of a plan by hand."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from mixer_app.domain.people import Attendee
from mixer_app.domain.plan_edits import PairRule
from mixer_app.domain.plans import Plan
from mixer_app.services.plan_edit_journal import PLAN_EDITED, is_plan_edit, record_edit, undo_plan_edit
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
