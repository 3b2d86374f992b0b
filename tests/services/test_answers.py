"""Who would like to stay in touch."""

import pytest

from mixer_app.domain.answers import Answer
from mixer_app.domain.errors import MixerError
from mixer_app.services.answers import list_answers, mutual_matches, record_answer
from mixer_app.services.journal import latest_change


@pytest.fixture
def answer(database, event, now):
    def act(author, partner, said=Answer.YES, **more):
        database.write(record_answer, event.id, author.id, partner.id, said, station="Desk 1", now=now, **more)

    return act


@pytest.fixture
def pair(add, introduce):
    mentor, mentee = add("Ann Smith", role="mentor"), add("Bob Jones")
    introduce((mentor, mentee))
    return mentor, mentee


def test_a_match_is_mutual_only_when_both_said_yes(database, event, pair, answer):
    mentor, mentee = pair
    answer(mentor, mentee)
    assert database.read(mutual_matches, event.id) == set()
    answer(mentee, mentor, Answer.NO)
    assert database.read(mutual_matches, event.id) == set()
    answer(mentee, mentor, Answer.YES)
    assert database.read(mutual_matches, event.id) == {frozenset((mentor.id, mentee.id))}


def test_an_answer_comes_back_with_note_and_referral(database, event, pair, answer, now):
    mentor, mentee = pair
    answer(mentor, mentee, Answer.NO, refer=True, note="Ask Eve", helped=4)
    (found,) = database.read(list_answers, event.id)
    assert (found.from_id, found.to_id, found.answer) == (mentor.id, mentee.id, Answer.NO)
    assert (found.refer, found.note, found.helped, found.at) == (True, "Ask Eve", 4, now)


def test_a_new_answer_replaces_the_old_one_and_the_same_one_changes_nothing(database, event, pair, answer):
    mentor, mentee = pair
    answer(mentor, mentee, Answer.NO)
    answer(mentor, mentee, Answer.NOT_MET)
    change = database.read(latest_change)
    answer(mentor, mentee, Answer.NOT_MET)
    assert [one.answer for one in database.read(list_answers, event.id)] == [Answer.NOT_MET]
    assert database.read(latest_change) == change


def test_people_who_were_not_introduced_cannot_answer_about_each_other(add, pair, answer):
    mentor, mentee = pair
    eve = add("Eve Adams")
    with pytest.raises(MixerError, match="Ann Smith and Eve Adams have no introduction"):
        answer(mentor, eve)
    with pytest.raises(MixerError, match="have no introduction"):
        answer(mentee, eve)


def test_a_talk_that_took_place_can_be_answered_after_the_plan_has_changed(add, introduce, answer):
    mentor, mentee, eve = add("Ann Smith", role="mentor"), add("Bob Jones"), add("Eve Adams")
    introduce((mentor, mentee), took_place=True)
    introduce((mentor, eve))
    answer(mentee, mentor)


def test_the_list_of_changes_does_not_tell_what_was_answered(database, event, pair, answer):
    from mixer_app.services.journal import activity

    answer(*pair, Answer.NO, note="Secret")
    newest = database.read(activity, event.id)[0]
    assert newest.sentence == "Took down an answer of Ann Smith"
