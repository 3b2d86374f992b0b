"""Why a plan is no better, all in one, and never more than anybody may know."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from mixer_app.domain.errors import Cancelled
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Plan
from mixer_app.services.plan_reasons import PlanReasons, explain_free_seat, explain_plan, explain_shortages


def words(reasons: PlanReasons) -> str:
    return " ".join((*(one.sentence for one in reasons.fewer), *reasons.rather))


def test_what_is_short_and_who_meets_fewer_is_told_and_newcomers_are_left_out(
    database: Any,
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    mentors: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    now: datetime,
) -> None:
    modest = add("Mia Modest", employer="Elsewhere", introductions_limit=1)
    arrive(mentors[0], mentors[1], *mentees, modest)
    plan = plan_now()
    arrive(add("Late Comer"))
    reasons = database.read(explain_plan, plan.id, now=now)
    shortages = explain_shortages(database, plan.id, now=now)
    assert any(one.startswith("Two more mentors for") and "would lift" in one for one in shortages)
    assert {one.name for one in reasons.fewer} <= {person.name.full for person in (*mentees, modest)}
    with pytest.raises(Cancelled):
        explain_shortages(database, plan.id, now=now, progress=lambda fraction, stage: False)


def test_a_sensitive_need_and_a_keep_apart_are_never_told(
    database: Any,
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    mentors: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    now: datetime,
) -> None:
    private = "Interpersonal issue"
    host = add("Pia Private", role="mentor", employer="Elsewhere", needs_offered=(private,))
    wary = add("Wes Wary", employer="Apart", needs_wanted=(private,), keep_apart=("Ada Mentor", "Pia Private"))
    colleague = add("Cy Colleague", employer="Hospital 0", needs_wanted=(private,), keep_apart=("Pia Private",))
    arrive(mentors[0], host, wary, colleague, *mentees)
    plan = plan_now()
    reasons = database.read(explain_plan, plan.id, now=now)
    shortages = " ".join(explain_shortages(database, plan.id, now=now))
    assert private.casefold() not in f"{words(reasons)} {shortages}".casefold()
    told = {one.name: one.sentence for one in reasons.fewer}
    assert told["Wes Wary"] == told["Cy Colleague"]  # a private wish reads like any other rule
    assert explain_free_seat(database, plan.id, wary.id, 1, now=now) == explain_free_seat(
        database, plan.id, colleague.id, 1, now=now
    )
    assert explain_free_seat(database, plan.id, host.id, 1, now=now) == ""
