"""Lifting what was decided of a pair is one line of the journal, with all that takes it back."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.plan_edits import PairRule
from mixer_app.services.journal import activity, undo
from mixer_app.services.pair_rule_journal import lift_pair_rule
from mixer_app.store.pair_rules import pair_rules, set_pair_rule


def test_a_lifted_rule_comes_back_unless_it_has_been_decided_again(
    database: Any, event: Event, add: Callable[..., Attendee], now: datetime
) -> None:
    ann, bob = add("Ann Smith", role="mentor"), add("Bob Jones")
    database.write(set_pair_rule, event.id, ann.id, bob.id, PairRule.MUST_MEET)
    database.write(lift_pair_rule, event.id, ann.id, bob.id, station="Control", now=now)
    record = database.read(activity, event.id)[0]
    assert record.can_undo
    assert record.sentence == "Lifted that Bob Jones is to meet Ann Smith"
    database.write(set_pair_rule, event.id, ann.id, bob.id, PairRule.FORBIDDEN)
    with pytest.raises(MixerError, match="decided about these two has been changed again"):
        database.write(undo, record.id, station="Control", now=now)
    database.write(set_pair_rule, event.id, ann.id, bob.id, None)
    assert database.write(undo, record.id, station="Control", now=now).startswith("Undone: Lifted")
    assert database.read(pair_rules, event.id) == {(ann.id, bob.id): PairRule.MUST_MEET}
