"""A plan opened for changes holds what it was made with, whoever has come or gone since."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import numpy as np

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Plan
from mixer_app.matching import verify
from mixer_app.services.check_in import mark_left
from mixer_app.services.editable_plan import open_plan


def test_it_is_the_plan_as_stored_and_breaks_no_rule(
    database: Any, room: list[Attendee], plan_now: Callable[..., Plan], now: datetime
) -> None:
    plan = plan_now()
    opened = database.read(open_plan, plan.id, now=now)
    assert verify(opened.problem, opened.rounds) == []
    assert opened.rounds.quality.optimal == plan.quality.optimal
    assert int((opened.rounds.mentor_of >= 0).sum()) == len(plan.introductions)
    assert opened.outside == ()


def test_people_who_left_keep_their_seats_and_nobody_gets_them_by_hand(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    now: datetime,
) -> None:
    plan = plan_now()
    database.write(mark_left, event.id, mentees[0].code, station="Desk 1", now=now)
    opened = database.read(open_plan, plan.id, now=now)
    assert {meeting.mentee_id for meeting in opened.outside} == {mentees[0].id}
    assert verify(opened.problem, opened.rounds) == []
    assert not opened.rounds.quality.optimal  # it was proven for other people
    taken = np.array([(opened.rounds.mentor_of == j).sum(axis=0) for j in range(4)])
    for meeting in opened.outside:
        column = next(j for j, mentor in enumerate(opened.setting.mentors) if mentor.id == meeting.mentor_id)
        assert opened.problem.seats[column, meeting.round - 1] == taken[column, meeting.round - 1]


def test_a_plan_for_everyone_registered_can_be_changed_before_they_arrive(
    database: Any,
    mentors: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    now: datetime,
) -> None:
    plan = plan_now(everyone=True)
    opened = database.read(open_plan, plan.id, now=now)
    assert opened.outside == ()
    assert {mentee.id for mentee in opened.setting.mentees} == set(plan.mentee_ids)
    places = opened.places(mentees[0].id, 1)
    assert set(places.tables) == {mentor.id for mentor in mentors}
