"""What staff decided about pairs, in words, and lifting it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.plan_edits import EditKind, PairRule, PlanEdit
from mixer_app.domain.plans import Plan
from mixer_app.services.decided_pairs import decided_pairs, lift_decided
from mixer_app.services.journal import undo
from mixer_app.services.plan_edits import apply_edit


def test_a_decided_pair_is_told_and_lifted_and_the_lifting_is_taken_back(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentors: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    now: datetime,
) -> None:
    assert database.read(decided_pairs, event.id) == ()
    edit = PlanEdit(kind=EditKind.FORBID, mentee_id=mentees[0].id, mentor_id=mentors[1].id)
    apply_edit(database, plan_now().id, edit, station="Control", clock=lambda: now)
    [pair] = database.read(decided_pairs, event.id)
    assert pair.rule is PairRule.FORBIDDEN
    assert pair.sentence == f"{mentees[0].name.shown} is never to meet {mentors[1].name.shown}"
    said, entry = database.write(lift_decided, event.id, pair, station="Control", now=now)
    assert said == f"Lifted that {mentees[0].name.shown} is not to meet {mentors[1].name.shown}"
    assert database.read(decided_pairs, event.id) == ()
    database.write(undo, entry, station="Control", now=now)
    assert database.read(decided_pairs, event.id) == (pair,)
