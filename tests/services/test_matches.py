"""Mutual matches as staff see them: who shares what, who goes on, who waits for a place."""

import pytest

from mixer_app.domain.answers import Answer
from mixer_app.domain.errors import MixerError
from mixer_app.domain.matches import MatchDecision, Standing
from mixer_app.services.answers import record_answer
from mixer_app.services.follow_up import follow_up_rows
from mixer_app.services.journal import undo
from mixer_app.services.matches import decide_match, list_matches
from mixer_app.services.paper_contents import follow_up_summaries


@pytest.fixture
def act(now):
    return {"station": "Desk 1", "now": now}


@pytest.fixture
def agree(database, event, now):
    def both(one, other, *, at=now):
        for author, partner in ((one, other), (other, one)):
            database.write(record_answer, event.id, author.id, partner.id, Answer.YES, station="Desk 1", now=at)

    return both


@pytest.fixture
def full(add, introduce, agree):
    """A mentor with one place whom two mentees and she would like to stay in touch with; Bob fits no worse than Eve."""
    ann = add("Ann Smith", role="mentor", email="ann@x.org", continuing_limit=1)
    bob, eve = add("Bob Jones", email="bob@x.org"), add("Eve Adams", email="eve@x.org")
    introduce((ann, bob), (ann, eve))
    agree(ann, bob)
    agree(ann, eve)
    return ann, bob, eve


def _standings(database, event):
    return {one.mentee.name.given: one.standing for one in database.read(list_matches, event.id)}


def _contacts(database, event, person):
    return {row.partner: row.contact for row in database.read(follow_up_rows, event.id) if row.code == person.code}


def test_who_finds_no_place_waits_and_nobody_gets_a_contact_yet(database, event, full):
    ann, _, eve = full
    assert _standings(database, event) == {"Bob": Standing.GOES_ON, "Eve": Standing.WAITS}
    assert _contacts(database, event, ann) == {"Bob Jones": "bob@x.org", "Eve Adams": ""}
    assert _contacts(database, event, eve) == {"Ann Smith": ""}
    rows = database.read(follow_up_rows, event.id)
    assert all(row.mutual for row in rows)


def test_both_are_told_kindly_that_one_waits(database, event, full):
    ann, _, eve = full
    summaries = {one.code: one for one in database.read(follow_up_summaries, event.id, None)}
    (waiting,) = summaries[eve.code].met
    assert waiting.mutual
    assert waiting.contact is None
    assert waiting.waits.startswith("Ann would like to stay in touch too, and has no place free at the moment.")
    assert summaries[eve.code].suggestion == ""
    assert "Eve would like to stay in touch too" in summaries[ann.code].met[1].waits
    assert summaries[ann.code].met[0].waits == ""


def test_who_waits_moves_up_when_a_pair_does_not_go_on_and_back_when_that_is_undone(database, event, full, act):
    ann, bob, eve = full
    entry = database.write(decide_match, event.id, ann.id, bob.id, MatchDecision.ENDED, **act)
    assert database.write(decide_match, event.id, ann.id, bob.id, MatchDecision.ENDED, **act) is None
    assert _standings(database, event) == {"Bob": Standing.ENDED, "Eve": Standing.GOES_ON}
    assert _contacts(database, event, eve) == {"Ann Smith": "ann@x.org"}
    assert database.write(undo, entry, **act) == "Undone: Ann Smith and Bob Jones do not go on"
    assert _standings(database, event) == {"Bob": Standing.GOES_ON, "Eve": Standing.WAITS}


def test_staff_can_put_somebody_first_or_let_the_mentor_take_more(database, event, full, act):
    ann, _, eve = full
    database.write(decide_match, event.id, ann.id, eve.id, MatchDecision.FIRST, **act)
    assert _standings(database, event) == {"Bob": Standing.WAITS, "Eve": Standing.GOES_ON}
    database.write(decide_match, event.id, ann.id, eve.id, MatchDecision.BEYOND, **act)
    assert _standings(database, event) == {"Bob": Standing.GOES_ON, "Eve": Standing.GOES_ON}
    database.write(decide_match, event.id, ann.id, eve.id, None, **act)
    assert _standings(database, event) == {"Bob": Standing.GOES_ON, "Eve": Standing.WAITS}


def test_only_a_mutual_match_can_be_decided_about(database, event, add, introduce, act):
    ann, bob = add("Ann Smith", role="mentor"), add("Bob Jones")
    introduce((ann, bob))
    database.write(record_answer, event.id, ann.id, bob.id, Answer.YES, **act)
    with pytest.raises(MixerError, match="no mutual match"):
        database.write(decide_match, event.id, ann.id, bob.id, MatchDecision.FIRST, **act)


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ({}, {}, "both share e-mail and phone"),
        ({"phone": ""}, {"phone": ""}, "both share e-mail"),
        ({"contact_consent": False}, {}, "no contact given by Ann Smith"),
        ({"email": "", "phone": ""}, {"contact_consent": False}, "no contact given by Ann Smith and Bob Jones"),
        ({"phone_consent": False}, {"email": ""}, "Ann Smith shares e-mail, Bob Jones shares phone"),
    ],
)
def test_what_both_share_is_told_in_words(database, event, add, introduce, agree, one, other, words):
    ann = add("Ann Smith", role="mentor", **({"email": "ann@x.org", "phone": "1"} | one))
    bob = add("Bob Jones", **({"email": "bob@x.org", "phone": "2"} | other))
    introduce((ann, bob))
    agree(ann, bob)
    (match,) = database.read(list_matches, event.id)
    assert match.shares == words


def test_how_often_is_compared_on_both_summaries(database, event, add, introduce, agree):
    said = {"email": "x@x.org", "contact_means": "Video"}
    ann = add("Ann Smith", role="mentor", contact_frequency="Quarterly", **said)
    bob = add("Bob Jones", contact_frequency="Monthly", **said)
    introduce((ann, bob))
    agree(ann, bob)
    told = {one.code: one.met[0] for one in database.read(follow_up_summaries, event.id, None)}
    assert told[bob.code].often == "you monthly, Ann quarterly: begin with quarterly"
    assert told[ann.code].often == "you quarterly, Bob monthly: begin with quarterly"
    assert told[bob.code].means == "both by video"
