"""Why the plan is as it is, with names."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Plan
from mixer_app.services.editable_plan import open_plan
from mixer_app.services.plan_explanations import (
    explain_free_round,
    explain_rather_met,
    explain_shortage,
    explain_under_average,
)


def test_a_free_round_and_who_meets_fewer_are_explained(
    database: Any,
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    mentors: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    now: datetime,
) -> None:
    content = add("Mia Modest", employer="Elsewhere", introductions_limit=1)
    arrive(*mentors, *mentees, content)
    opened = database.read(open_plan, plan_now().id, now=now)
    assert [(one.mentee_id, one.sentence) for one in explain_under_average(opened)] == [
        (content.id, "Asked for no more than 1")
    ]
    free = {explain_free_round(opened, content.id, number) for number in range(1, 6)}
    assert free == {"", "Has the one introduction that they asked for"}
    assert explain_rather_met(opened) == ()


def test_more_mentors_for_what_is_short_are_told_with_their_effect(
    database: Any,
    arrive: Callable[..., None],
    mentors: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    now: datetime,
) -> None:
    arrive(mentors[0], *mentees)
    plan = plan_now()
    told = explain_shortage(database, plan.id, "relocation", now=now)
    assert told == "Two more mentors for relocation would lift 4 mentees"
    with pytest.raises(MixerError, match="No mentor in this plan offers Sailing"):
        explain_shortage(database, plan.id, "Sailing", now=now)
