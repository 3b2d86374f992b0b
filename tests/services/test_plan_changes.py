"""What a new version changed: who, from where, to where, and a reason that gives nothing private away."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee, registration_of
from mixer_app.domain.plan_edits import PART_OF_PLAN
from mixer_app.domain.plans import Plan
from mixer_app.services.check_in import mark_left
from mixer_app.services.people import edit_attendee
from mixer_app.services.plan_account import plan_as_json
from mixer_app.services.plan_changes import plan_changes


def test_nothing_changes_when_nobody_came_or_went(
    database: Any, room: list[Attendee], plan_now: Callable[..., Plan]
) -> None:
    first, second = plan_now(), plan_now()
    assert database.read(plan_changes, first.id, second.id) == ()


def test_each_change_says_who_from_where_to_where_and_why(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentors: list[Attendee],
    mentees: list[Attendee],
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    plan_now: Callable[..., Plan],
    now: datetime,
) -> None:
    first = plan_now()
    late = add("Vera Late", employer="Late Clinic")
    arrive(late)
    database.write(mark_left, event.id, mentees[0].code, station="Desk 1", now=now)
    database.write(mark_left, event.id, mentors[3].code, station="Desk 1", now=now)
    second = plan_now()
    changes = database.read(plan_changes, first.id, second.id)
    why = {(change.attendee_id, change.why) for change in changes}
    assert (late.id, "New here") in why
    assert (mentees[0].id, "Left") in why
    assert (mentors[3].id, "Left") in why
    lost = [change for change in changes if change.why == "Their mentor left"]
    assert {change.from_mentor_id for change in lost} == {mentors[3].id}
    assert all(change.from_table == 4 for change in lost)
    account = database.read(plan_as_json, second)["changes"]
    assert len(account) == len(changes)
    assert {change["attendee"] for change in account} >= {late.code, mentees[0].code}
    assert database.read(plan_as_json, first)["changes"] == []


def test_two_who_are_kept_apart_now_change_seats_without_a_reason_of_their_own(
    database: Any,
    room: list[Attendee],
    mentors: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    now: datetime,
) -> None:
    first = plan_now()
    wary = replace(registration_of(mentees[1]), keep_apart=(mentors[2].name.full,))
    database.write(edit_attendee, mentees[1].id, wary, station="Control", now=now)
    second = plan_now()
    changes = database.read(plan_changes, first.id, second.id)
    apart = [one for one in changes if one.attendee_id == mentees[1].id and one.from_mentor_id == mentors[2].id]
    assert [one.why for one in apart] == [PART_OF_PLAN]
    assert [one.why for one in apart] == [PART_OF_PLAN]


def test_a_seat_that_opens_is_told_with_what_it_brings(
    database: Any,
    room: list[Attendee],
    mentees: list[Attendee],
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    plan_now: Callable[..., Plan],
) -> None:
    first = plan_now()
    arrive(add("Vera Late", role="mentor", employer="Late Clinic", experience_years=20.0))
    second = plan_now()
    changes = database.read(plan_changes, first.id, second.id)
    opened = {one.attendee_id: one.why for one in changes if one.to_mentor_id and one.from_mentor_id is None}
    assert {opened.get(person.id) for person in mentees} == {"A seat opened: meets 5, not 4"}
