"""Who met whom at earlier events."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mixer_app.domain.answers import Answer
from mixer_app.services.answers import record_answer
from mixer_app.services.check_in import check_in
from mixer_app.services.events import create_event
from mixer_app.store.memory import matched_before, meet_again, met_before
from mixer_app.store.rounds import record_took_place


@pytest.fixture
def next_year(database, event, now):
    planning = replace(event, name="Next year", starts_at=event.starts_at + timedelta(days=365))
    return database.write(create_event, planning, station="Control", now=now)


@pytest.fixture
def both_years(add, next_year):
    """Register a person for both events; the attendee of each."""

    def build(name, role, later_role=None, **later_said):
        email = f"{name.split()[0].lower()}@example.org"
        now_here = add(name, role=role, email=email)
        return now_here, add(name, role=later_role or role, email=email, to=next_year, **later_said)

    return build


def test_a_talk_that_took_place_is_remembered(database, event, next_year, both_years, introduce):
    (mentor, mentor_later), (mentee, mentee_later) = (
        both_years("Ann Smith", "mentor"),
        both_years("Bob Jones", "mentee"),
    )
    introduce((mentor, mentee), took_place=True)
    assert database.read(met_before, next_year.id) == {(mentor_later.id, mentee_later.id)}
    assert database.read(met_before, event.id) == set()


@pytest.mark.parametrize("took_place", [False, None])
def test_a_talk_that_is_not_known_to_have_taken_place_is_not(database, next_year, both_years, introduce, took_place):
    (mentor, _), (mentee, _) = both_years("Ann Smith", "mentor"), both_years("Bob Jones", "mentee")
    introduce((mentor, mentee), took_place=took_place)
    assert database.read(met_before, next_year.id) == set()


def test_two_who_came_and_were_to_meet_have_met_where_nobody_noted_anything(
    database, event, next_year, both_years, introduce, now
):
    (mentor, one), (mentee, other) = both_years("Ann Smith", "mentor"), both_years("Bob Jones", "mentee")
    introduce((mentor, mentee))
    for person in (mentor, mentee):
        database.write(check_in, event.id, person.code, station="Desk 1", now=now)
    assert database.read(met_before, next_year.id) == {(one.id, other.id)}


def test_where_staff_noted_what_took_place_the_rest_did_not(
    database, event, next_year, both_years, introduce, add, now
):
    (mentor, _), (mentee, _) = both_years("Ann Smith", "mentor"), both_years("Bob Jones", "mentee")
    plan = introduce((mentor, add("Eve Adams")), (mentor, mentee))
    for person in (mentor, mentee):
        database.write(check_in, event.id, person.code, station="Desk 1", now=now)
    sat = {(mentor.id, plan.introductions[0].mentee_id): True}
    database.write(record_took_place, event.id, 1, sat, station="Control", now=now)
    assert database.read(met_before, next_year.id) == set()


@pytest.mark.parametrize("said", [None, *Answer])
def test_what_one_side_alone_answered_changes_nothing(database, event, next_year, both_years, introduce, now, said):
    (mentor, _), (mentee, _) = both_years("Ann Smith", "mentor"), both_years("Bob Jones", "mentee")
    introduce((mentor, mentee))
    if said is not None:
        database.write(record_answer, event.id, mentee.id, mentor.id, said, station="Desk 1", now=now)
    assert database.read(met_before, next_year.id) == set()


def test_a_mutual_match_has_met(database, event, next_year, both_years, introduce, now):
    (mentor, one), (mentee, other) = both_years("Ann Smith", "mentor"), both_years("Bob Jones", "mentee")
    introduce((mentor, mentee))
    for author, partner in ((mentor, mentee), (mentee, mentor)):
        database.write(record_answer, event.id, author.id, partner.id, Answer.YES, station="Desk 1", now=now)
    assert database.read(met_before, next_year.id) == {(one.id, other.id)}


def test_only_the_latest_plan_counts(database, next_year, both_years, introduce, add):
    (mentor, _), (mentee, _) = both_years("Ann Smith", "mentor"), both_years("Bob Jones", "mentee")
    introduce((mentor, mentee), took_place=True)
    introduce((mentor, add("Eve Adams")), took_place=True)
    assert database.read(met_before, next_year.id) == set()


def test_roles_are_those_of_this_event(database, next_year, both_years, introduce):
    (mentor, now_mentee) = both_years("Ann Smith", "mentor", "mentee")
    (mentee, now_mentor) = both_years("Bob Jones", "mentee", "mentor")
    introduce((mentor, mentee), took_place=True)
    assert database.read(met_before, next_year.id) == {(now_mentor.id, now_mentee.id)}


def test_two_who_can_be_either_are_remembered_both_ways(database, next_year, both_years, introduce):
    (mentor, one), (mentee, other) = both_years("Ann Smith", "both"), both_years("Bob Jones", "both")
    introduce((mentor, mentee), took_place=True)
    assert database.read(met_before, next_year.id) == {(one.id, other.id), (other.id, one.id)}


@pytest.fixture
def met_last_year(both_years, introduce):
    """Ann and Bob met; each as they are registered for next year, with these wishes."""

    def build(anns=(), bobs=()):
        (mentor, mentor_later) = both_years("Ann Smith", "mentor", wishes=anns)
        (mentee, mentee_later) = both_years("Bob Jones", "mentee", wishes=bobs)
        introduce((mentor, mentee), took_place=True)
        return mentor, mentee, frozenset((mentor_later.id, mentee_later.id))

    return build


def test_two_who_both_name_each_other_may_meet_again(database, next_year, met_last_year):
    _, _, pair = met_last_year(anns=("Bob Jones",), bobs=("Ann Smith",))
    assert database.read(meet_again, next_year.id) == {pair}


def test_who_names_someone_alone_does_not_decide_for_both(database, next_year, met_last_year):
    met_last_year(bobs=("Ann Smith",))
    assert database.read(meet_again, next_year.id) == set()


def test_a_mutual_match_meets_again_when_one_of_them_asks_for_it(database, event, next_year, met_last_year, now):
    mentor, mentee, pair = met_last_year(bobs=("Ann Smith",))
    for one, other in ((mentor, mentee), (mentee, mentor)):
        database.write(record_answer, event.id, one.id, other.id, Answer.YES, station="Desk 1", now=now)
    assert database.read(matched_before, next_year.id) == {pair}
    assert database.read(meet_again, next_year.id) == {pair}


def test_a_yes_that_was_not_returned_is_not_told_by_meeting_again(database, event, next_year, met_last_year, now):
    mentor, mentee, _ = met_last_year(bobs=("Ann Smith",))
    database.write(record_answer, event.id, mentor.id, mentee.id, Answer.YES, station="Desk 1", now=now)
    assert database.read(matched_before, next_year.id) == set()
    assert database.read(meet_again, next_year.id) == set()


def test_a_match_who_asks_for_nothing_makes_room_for_new_people(database, event, next_year, met_last_year, now):
    mentor, mentee, _ = met_last_year()
    for one, other in ((mentor, mentee), (mentee, mentor)):
        database.write(record_answer, event.id, one.id, other.id, Answer.YES, station="Desk 1", now=now)
    assert database.read(meet_again, next_year.id) == set()
