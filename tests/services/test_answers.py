"""Who would like to stay in touch."""

import pytest

from mixer_app.domain.answers import Answer, AnswerSource
from mixer_app.domain.errors import MixerError
from mixer_app.services.answer_sheets import answer_sheet
from mixer_app.services.answers import choose_answer, clear_answer, list_answers, mutual_matches, record_answer
from mixer_app.services.check_in import check_in
from mixer_app.services.journal import activity, latest_change, undo
from mixer_app.services.merging import merge_people


@pytest.fixture
def answer(database, event, now):
    def act(author, partner, said=Answer.YES, **more):
        return database.write(record_answer, event.id, author.id, partner.id, said, station="Desk 1", now=now, **more)

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
    answer(*pair, Answer.NO, note="Secret")
    newest = database.read(activity, event.id)[0]
    assert newest.sentence == "Took down an answer of Ann Smith"


def test_what_is_not_said_again_stays_as_it_was(database, event, pair, answer):
    mentor, mentee = pair
    answer(mentor, mentee, Answer.YES, note="Ask Eve", helped=5, refer=True)
    answer(mentor, mentee, Answer.NO)
    (found,) = database.read(list_answers, event.id)
    assert (found.answer, found.note, found.helped, found.refer) == (Answer.NO, "Ask Eve", 5, True)
    answer(mentor, mentee, Answer.NO, note="", helped=0, refer=False)
    (found,) = database.read(list_answers, event.id)
    assert (found.note, found.helped, found.refer) == ("", None, False)


@pytest.mark.parametrize("helped", [-1, 6])
def test_how_much_it_helped_is_one_to_five(pair, answer, helped):
    with pytest.raises(MixerError, match="from 1 to 5"):
        answer(*pair, helped=helped)


def test_kiosk_and_paper_that_differ_are_both_kept_and_one_key_chooses(database, event, pair, answer, now):
    mentor, mentee = pair
    answer(mentee, mentor, Answer.YES, source=AnswerSource.KIOSK, note="From the kiosk")
    answer(mentee, mentor, Answer.NO)
    line = database.read(answer_sheet, mentee.id).lines[0]
    assert (line.given.answer, line.given.source, line.given.note) == (Answer.NO, AnswerSource.PAPER, "From the kiosk")
    assert [(one.answer, one.source) for one in line.set_aside] == [(Answer.YES, AnswerSource.KIOSK)]
    assert line.differs
    choose = {"station": "Desk 1", "now": now}
    entry = database.write(choose_answer, event.id, mentee.id, mentor.id, AnswerSource.KIOSK, **choose)
    assert [one.answer for one in database.read(list_answers, event.id)] == [Answer.YES]
    assert database.write(choose_answer, event.id, mentee.id, mentor.id, AnswerSource.KIOSK, **choose) is None
    database.write(undo, entry, **choose)
    assert [one.answer for one in database.read(list_answers, event.id)] == [Answer.NO]
    with pytest.raises(MixerError, match="no answer from the file"):
        database.write(choose_answer, event.id, mentee.id, mentor.id, AnswerSource.FILE, **choose)


def test_the_same_answer_from_both_is_no_difference(database, pair, answer):
    mentor, mentee = pair
    answer(mentee, mentor, source=AnswerSource.KIOSK)
    answer(mentee, mentor)
    assert not database.read(answer_sheet, mentee.id).lines[0].differs


def test_an_answer_is_undone_and_done_again_and_twice_is_once(database, event, pair, answer, now):
    mentor, mentee = pair
    first = answer(mentor, mentee, Answer.NO, note="Secret")
    second = answer(mentor, mentee, Answer.YES, helped=3)
    act = {"station": "Desk 1", "now": now}
    with pytest.raises(MixerError, match="changed again after this"):
        database.write(undo, first, **act)
    assert database.write(undo, second, **act) == "Undone: Took down an answer of Ann Smith"
    database.write(undo, second, **act)
    (found,) = database.read(list_answers, event.id)
    assert (found.answer, found.note, found.helped) == (Answer.NO, "Secret", None)
    assert database.write(undo, database.read(latest_change), **act).startswith("Done again")
    (found,) = database.read(list_answers, event.id)
    assert (found.answer, found.helped) == (Answer.YES, 3)
    assert database.read(activity, event.id)[0].sentence == "Done again: Took down an answer of Ann Smith"


def test_a_line_can_be_left_open_again(database, event, pair, answer, now):
    mentor, mentee = pair
    answer(mentee, mentor, Answer.YES, source=AnswerSource.KIOSK)
    answer(mentee, mentor, Answer.NO)
    act = {"station": "Desk 1", "now": now}
    database.write(clear_answer, event.id, mentee.id, mentor.id, **act)
    assert [one.answer for one in database.read(list_answers, event.id)] == [Answer.YES]
    entry = database.write(clear_answer, event.id, mentee.id, mentor.id, AnswerSource.KIOSK, **act)
    assert database.read(list_answers, event.id) == []
    assert database.write(clear_answer, event.id, mentee.id, mentor.id, **act) is None
    database.write(undo, entry, **act)
    assert [one.answer for one in database.read(list_answers, event.id)] == [Answer.YES]


def test_nobody_answers_about_people_of_another_event(database, event, pair, answer, now, add):
    mentor, mentee = pair
    with pytest.raises(MixerError, match="have no introduction"):
        database.write(record_answer, event.id + 1, mentor.id, mentee.id, Answer.YES, station="Desk 1", now=now)


def test_an_answer_of_somebody_who_was_merged_since_is_not_undone_behind_the_merge(
    database, event, pair, answer, now, add
):
    mentor, mentee = pair
    entry = answer(mentee, mentor, Answer.NO)
    kept, act = add("Bob Jones", email="bob@x.org"), {"station": "Control", "now": now}
    database.write(check_in, event.id, kept.code, **act)
    merged = database.write(merge_people, event.id, [kept.id, mentee.id], **act)
    assert [one.from_id for one in database.read(list_answers, event.id)] == [kept.id]
    with pytest.raises(MixerError, match="Undo that first"):
        database.write(undo, entry, **act)
    database.write(undo, merged.entry_id, **act)
    database.write(undo, entry, **act)
    assert database.read(list_answers, event.id) == []
