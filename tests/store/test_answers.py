"""Answers are kept one for each direction."""

from mixer_app.store.answers import StoredAnswer, add_answers, all_answers, put_answer, were_introduced


def test_an_answer_is_replaced_and_the_earlier_one_returned(database, event, add, now):
    ann, bob = add("Ann Smith", role="mentor"), add("Bob Jones")
    first = StoredAnswer(from_id=ann.id, to_id=bob.id, answer="no", refer=False, note="", helped=None, at=now)
    second = StoredAnswer(from_id=ann.id, to_id=bob.id, answer="yes", refer=True, note="x", helped=True, at=now)
    assert database.write(put_answer, event.id, first, station="Desk 1") is None
    assert database.write(put_answer, event.id, second, station="Desk 1") == first
    assert database.read(all_answers, event.id) == [second]


def test_many_answers_are_stored_at_once(database, event, add, now):
    ann, bob = add("Ann Smith", role="mentor"), add("Bob Jones")
    given = [
        StoredAnswer(from_id=one.id, to_id=other.id, answer="yes", refer=False, note="", helped=None, at=now)
        for one, other in ((ann, bob), (bob, ann))
    ]
    database.write(add_answers, event.id, given, station="Desk 1")
    assert database.read(all_answers, event.id) == given


def test_two_are_introduced_whichever_way_round_they_are_named(database, event, add, introduce):
    ann, bob, eve = add("Ann Smith", role="mentor"), add("Bob Jones"), add("Eve Adams")
    introduce((ann, bob))
    assert database.read(were_introduced, event.id, ann.id, bob.id)
    assert database.read(were_introduced, event.id, bob.id, ann.id)
    assert not database.read(were_introduced, event.id, ann.id, eve.id)
