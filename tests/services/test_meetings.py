"""People who met without a plan."""

import pytest

from mixer_app.domain.answers import Answer
from mixer_app.domain.errors import MixerError
from mixer_app.services.answers import mutual_matches, record_answer
from mixer_app.services.follow_up import follow_up_rows
from mixer_app.services.journal import undo
from mixer_app.services.meetings import record_meeting, remove_meeting
from mixer_app.services.paper_contents import follow_up_summaries
from mixer_app.store.meetings import outside_meetings


@pytest.fixture
def act(now):
    return {"station": "Desk 1", "now": now}


def test_two_who_met_without_a_plan_can_answer_and_match(database, event, add, act):
    bob, ann = add("Bob Jones", email="bob@x.org"), add("Ann Smith", role="mentor", email="ann@x.org")
    assert database.write(record_meeting, event.id, bob.id, ann.id, **act) is not None
    assert database.read(outside_meetings, event.id) == [(ann.id, bob.id)]
    for one, other in ((ann, bob), (bob, ann)):
        database.write(record_answer, event.id, one.id, other.id, Answer.YES, **act)
    assert database.read(mutual_matches, event.id) == {frozenset((ann.id, bob.id))}
    assert [(row.met, row.mutual, row.contact) for row in database.read(follow_up_rows, event.id)] == [
        (True, True, "ann@x.org"),
        (True, True, "bob@x.org"),
    ]
    summaries = {one.code: one for one in database.read(follow_up_summaries, event.id, None)}
    assert [(met.round, met.mutual) for met in summaries[bob.code].met] == [(0, True)]


def test_a_meeting_is_noted_once_and_not_where_the_plan_knows_of_it(database, event, add, introduce, act):
    ann, bob, eve = add("Ann Smith", role="mentor"), add("Bob Jones"), add("Eve Adams")
    introduce((ann, bob))
    assert database.write(record_meeting, event.id, bob.id, ann.id, **act) is None
    entry = database.write(record_meeting, event.id, ann.id, eve.id, **act)
    assert database.write(record_meeting, event.id, eve.id, ann.id, **act) is None
    assert database.write(undo, entry, **act) == "Undone: Noted that Ann Smith and Eve Adams have met"
    assert database.read(outside_meetings, event.id) == []


def test_a_meeting_that_was_answered_is_not_taken_away(database, event, add, act):
    ann, bob = add("Ann Smith", role="mentor"), add("Bob Jones")
    database.write(record_meeting, event.id, ann.id, bob.id, **act)
    database.write(record_answer, event.id, ann.id, bob.id, Answer.NO, **act)
    with pytest.raises(MixerError, match="an answer of one of them is entered"):
        database.write(remove_meeting, event.id, ann.id, bob.id, **act)
    assert database.read(outside_meetings, event.id) == [(ann.id, bob.id)]


def test_a_meeting_noted_by_mistake_is_taken_away(database, event, add, act):
    ann, bob = add("Ann Smith", role="mentor"), add("Bob Jones")
    database.write(record_meeting, event.id, ann.id, bob.id, **act)
    assert database.write(remove_meeting, event.id, bob.id, ann.id, **act) is not None
    assert database.write(remove_meeting, event.id, bob.id, ann.id, **act) is None
    assert database.read(outside_meetings, event.id) == []


def test_nobody_meets_themselves(database, event, add, act):
    ann = add("Ann Smith", role="both")
    with pytest.raises(MixerError, match="cannot meet"):
        database.write(record_meeting, event.id, ann.id, ann.id, **act)


def test_both_who_said_yes_stay_a_match_when_the_plan_forgets_them(database, event, add, introduce, act):
    ann, bob, eve = add("Ann Smith", role="mentor"), add("Bob Jones", email="bob@x.org"), add("Eve Adams")
    introduce((ann, bob))
    for one, other in ((ann, bob), (bob, ann)):
        database.write(record_answer, event.id, one.id, other.id, Answer.YES, **act)
    introduce((ann, eve))
    assert {(row.partner_code, row.mutual) for row in database.read(follow_up_rows, event.id)} >= {(bob.code, True)}
