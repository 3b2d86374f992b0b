"""Why the plan is as it is, with names."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from unittest.mock import Mock

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Plan
from mixer_app.matching import explanations, plan_rounds
from mixer_app.services.editable_plan import open_plan
from mixer_app.services.plan_explanations import (
    explain_free_round,
    explain_rather_met,
    explain_shortages_of,
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
    monkeypatch: pytest.MonkeyPatch,
    database: Any,
    arrive: Callable[..., None],
    mentors: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    now: datetime,
) -> None:
    arrive(mentors[0], *mentees)
    plan = plan_now()
    opened = database.read(open_plan, plan.id, now=now)
    solved = Mock(side_effect=plan_rounds)
    monkeypatch.setattr(explanations, "plan_rounds", solved)
    told = explain_shortages_of(opened, ["relocation", "finance"])
    assert told[0] == (
        "Two more mentors for relocation would lift 4 mentees in a plan from the start, less those who would lose by it"
    )
    assert len(told) == 2
    assert solved.call_count == 3  # the evening as it is once, and once for each
    with pytest.raises(MixerError, match="No mentor in this plan offers Sailing"):
        explain_shortages_of(opened, ["Sailing"])
    assert explain_shortages_of(opened, []) == ()
