"""Answers are kept one for each direction; what another source said is set aside."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mixer_app.domain.answers import Answer, AnswerSource, GivenAnswer
from mixer_app.store.answers import (
    add_answers,
    all_answers,
    answer_between,
    choose_source,
    drop_answer,
    put_answer,
    set_aside_of,
)


@pytest.fixture
def given(add, now):
    ann, bob = add("Ann Smith", role="mentor"), add("Bob Jones")
    return GivenAnswer(from_id=ann.id, to_id=bob.id, answer=Answer.NO, at=now, station="Desk 1")


def test_an_answer_of_the_same_source_is_replaced(database, event, given):
    second = replace(given, answer=Answer.YES, refer=True, note="x", helped=5)
    for one in (given, second):
        database.write(put_answer, event.id, one)
    assert database.read(all_answers, event.id) == [second]
    assert database.read(set_aside_of, given.from_id) == []


def test_the_later_of_two_sources_counts_and_the_other_is_kept(database, event, given, now):
    kiosk = replace(given, answer=Answer.YES, source=AnswerSource.KIOSK, note="x", station="Kiosk 1")
    later = replace(given, at=now + timedelta(minutes=5))
    for one in (kiosk, later):
        database.write(put_answer, event.id, one)
    assert database.read(all_answers, event.id) == [later]
    assert database.read(set_aside_of, given.from_id) == [kiosk]
    assert database.write(choose_source, given.from_id, given.to_id, AnswerSource.KIOSK)
    assert database.read(answer_between, given.from_id, given.to_id) == kiosk
    assert database.read(set_aside_of, given.from_id) == [later]
    database.write(drop_answer, given.from_id, given.to_id, AnswerSource.KIOSK)
    assert database.read(answer_between, given.from_id, given.to_id) == later
    assert not database.write(choose_source, given.from_id, given.to_id, AnswerSource.KIOSK)


def test_many_answers_are_stored_at_once(database, event, given):
    both = [given, replace(given, from_id=given.to_id, to_id=given.from_id, answer=Answer.YES)]
    database.write(add_answers, event.id, both)
    assert database.read(all_answers, event.id) == both
