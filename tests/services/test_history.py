"""Which events someone was at, whom they met there, and with whom they matched."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from mixer_app.domain.programme import Came
from mixer_app.services.answers import Answer, record_answer
from mixer_app.services.check_in import check_in
from mixer_app.services.events import create_event
from mixer_app.services.forgetting import forget_event, forget_person
from mixer_app.services.history import history_in_words, history_of
from mixer_app.services.meetings import record_meeting
from mixer_app.services.people import cancel_attendee

AFTER = date(2026, 4, 1)
SAID = {"station": "Control"}


@pytest.fixture
def bob(database, event, add, introduce, now):
    """Bob, who met Ann and Eve last spring and would stay in touch with Ann, as she would with him."""
    ann, eve, bob = add("Ann Smith", role="mentor"), add("Eve Adams", role="mentor"), add("Bob Jones", email="b@x.org")
    introduce((ann, bob), (eve, bob), took_place=True)
    database.write(check_in, event.id, bob.code, now=now, **SAID)
    for one, other in ((ann, bob), (bob, ann), (bob, eve)):
        database.write(record_answer, event.id, one.id, other.id, Answer.YES, now=now, **SAID)
    return bob


def test_a_history_tells_whom_they_met_and_only_mutual_matches(database, event, bob):
    (attended,) = database.read(history_of, bob.person_id, today=AFTER)
    assert (attended.event_name, attended.came) == (event.name, Came.CAME)
    assert attended.met == ("Ann Smith", "Eve Adams")
    assert attended.matched == ("Ann Smith",)
    assert history_in_words(attended) == "came as a mentee; met Ann Smith and Eve Adams; mutual match with Ann Smith"


@pytest.mark.parametrize("said", [None, Answer.NO, Answer.NOT_MET])
def test_an_answer_that_was_not_returned_changes_no_history(database, event, bob, add, now, said):
    before = database.read(history_of, bob.person_id, today=AFTER)
    eve = next(one for one in _people(database, event) if one.name.full == "Eve Adams")
    if said is not None:
        database.write(record_answer, event.id, bob.id, eve.id, said, now=now, **SAID)
    assert database.read(history_of, bob.person_id, today=AFTER) == before


def _people(database, event):
    from mixer_app.services.people import list_attendees

    return database.read(list_attendees, event.id)


def test_the_latest_event_comes_first_and_says_what_became_of_it(database, event, bob, add, now):
    planning = replace(event, name="Autumn mixer", starts_at=event.starts_at + timedelta(days=180))
    autumn = database.write(create_event, planning, now=now, **SAID)
    again = add("Bob Jones", email="b@x.org", role="mentor", to=autumn)
    history = database.read(history_of, bob.person_id, today=AFTER)
    assert [(one.event_name, one.came) for one in history] == [("Autumn mixer", Came.EXPECTED), (event.name, Came.CAME)]
    assert history_in_words(history[0]) == "is registered as a mentor"
    later = autumn.date + timedelta(days=1)
    assert database.read(history_of, bob.person_id, today=later)[0].came is Came.STAYED_AWAY
    database.write(cancel_attendee, again.id, now=now, **SAID)
    assert database.read(history_of, bob.person_id, today=later)[0].came is Came.CANCELLED


def test_who_was_forgotten_is_counted_and_not_named(database, event, bob, now):
    eve = next(one for one in _people(database, event) if one.name.full == "Eve Adams")
    forget_person(database, eve.id, now=now + timedelta(days=30), dice=Random(1), **SAID)
    (attended,) = database.read(history_of, bob.person_id, today=AFTER)
    assert (attended.met, attended.met_forgotten) == (("Ann Smith",), 1)
    assert "met Ann Smith and 1 person who was forgotten" in history_in_words(attended)


def test_of_a_forgotten_event_nothing_is_known(database, event, bob, now):
    forget_event(database, event.id, now=now, dice=Random(1), **SAID)
    assert database.read(history_of, bob.person_id, today=AFTER) == ()


def test_whom_they_met_outside_the_plan_is_told_too(database, event, bob, add, now):
    zoe = add("Zoë Berg", role="mentor")
    database.write(record_meeting, event.id, bob.id, zoe.id, now=now, **SAID)
    (attended,) = database.read(history_of, bob.person_id, today=AFTER)
    assert set(attended.met) == {"Ann Smith", "Eve Adams", "Zoë Berg"}
