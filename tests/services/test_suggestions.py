"""People without a mutual match, and whom they could meet next."""

import pytest

from mixer_app.domain.answers import Answer
from mixer_app.domain.errors import MixerError
from mixer_app.services.answers import record_answer
from mixer_app.services.check_in import mark_left
from mixer_app.services.journal import undo
from mixer_app.services.paper_contents import follow_up_summaries
from mixer_app.services.suggestions import people_without_match, suggest, suggestions_for, withdraw_suggestion


@pytest.fixture
def act(now):
    return {"station": "Desk 1", "now": now}


@pytest.fixture
def answer(database, event, act):
    def say(one, other, said=Answer.YES):
        database.write(record_answer, event.id, one.id, other.id, said, **act)

    return say


@pytest.fixture
def hall(add, introduce, arrive):
    """Bob has met Ann, Eve has met Ann; Cy, who knows finance, has met nobody."""
    ann = add("Ann Smith", role="mentor", employer="A")
    bob = add("Bob Jones", employer="B", topics_wanted=("Finance",))
    eve = add("Eve Adams", employer="E", topics_wanted=("Finance",))
    cy = add("Cy Young", role="mentor", employer="C", topics_offered=("Finance",), continuing_limit=1)
    arrive(ann, bob, eve, cy)
    introduce((ann, bob), (ann, eve))
    return ann, bob, eve, cy


def _lines(database, event):
    return {one.name.given: one for one in database.read(people_without_match, event.id).people}


def _summary(database, event, person):
    return {one.code: one for one in database.read(follow_up_summaries, event.id, None)}[person.code]


def test_who_still_waits_for_sheets_is_counted_and_not_listed(database, event, hall, answer):
    ann, bob, eve, _ = hall
    found = database.read(people_without_match, event.id)
    assert ([one.name.given for one in found.people], found.waiting) == (["Cy"], 3)
    answer(bob, ann, Answer.NO)
    answer(ann, bob)
    answer(ann, eve)
    answer(eve, ann)
    found = database.read(people_without_match, event.id)
    assert ([one.name.given for one in found.people], found.waiting) == (["Bob", "Cy"], 0)


def test_each_is_suggested_the_best_whom_no_rule_keeps_away_and_nobody_more_than_they_have_places_for(
    database, event, hall, answer
):
    ann, bob, eve, cy = hall
    for one in (bob, eve):
        answer(one, ann, Answer.NO)
        answer(ann, one, Answer.NO)
    lines = _lines(database, event)
    assert lines["Bob"].other.attendee_id == cy.id
    assert lines["Bob"].words == "Cy Young shares finance, the first choice"
    assert (lines["Eve"].other, lines["Eve"].words) == (None, "Invite to the next event")
    assert lines["Cy"].other.attendee_id in (bob.id, eve.id)
    assert not any(line.confirmed for line in lines.values())
    assert [one.attendee_id for one in database.read(suggestions_for, event.id, eve.id)] == [cy.id]


def test_who_left_early_is_invited_to_the_next_event(database, event, add, arrive, act):
    from datetime import timedelta

    bob = add("Bob Jones")
    arrive(bob)
    left = event.round_times()[1].ends_at.astimezone() + timedelta(minutes=1)
    database.write(mark_left, event.id, bob.code, station="Desk 1", now=left)
    assert _lines(database, event)["Bob"].words == "Left after round 2, invite to the next event"


def test_staff_put_a_suggestion_into_the_summary_and_take_it_out_again(database, event, hall, act):
    _, bob, _, cy = hall
    entry = database.write(suggest, event.id, bob.id, cy.id, **act)
    assert database.write(suggest, event.id, bob.id, cy.id, **act) is None
    (told,) = _summary(database, event, bob).suggested
    assert (told.name, told.words) == (cy.name, "shares finance, the first choice")
    assert database.write(undo, entry, **act) == "Undone: Suggested Cy Young to Bob Jones"
    assert _summary(database, event, bob).suggested == ()
    database.write(suggest, event.id, bob.id, cy.id, **act)
    assert database.write(withdraw_suggestion, event.id, bob.id, cy.id, **act) is not None
    assert database.write(withdraw_suggestion, event.id, bob.id, cy.id, **act) is None
    assert _summary(database, event, bob).suggested == ()


def test_a_suggestion_that_is_confirmed_stays_in_the_list(database, event, hall, answer, act):
    ann, bob, _, cy = hall
    answer(bob, ann, Answer.NO)
    answer(ann, bob, Answer.NO)
    database.write(suggest, event.id, bob.id, cy.id, **act)
    line = _lines(database, event)["Bob"]
    assert (line.confirmed, line.words, line.other.attendee_id) == (
        True,
        "Cy Young shares finance, the first choice",
        cy.id,
    )


def test_an_invitation_is_a_suggestion_too(database, event, hall, act):
    bob = hall[1]
    database.write(suggest, event.id, bob.id, None, **act)
    assert _summary(database, event, bob).invited
    database.write(withdraw_suggestion, event.id, bob.id, None, **act)
    assert not _summary(database, event, bob).invited


def test_whom_someone_has_met_or_is_kept_apart_from_cannot_be_suggested(database, event, hall, add, arrive, act):
    ann, bob, _, cy = hall
    joy = add("Joy Cole", keep_apart=("Cy Young",))
    arrive(joy)
    for one, other in ((bob, ann), (joy, cy)):
        with pytest.raises(MixerError, match=r"is not among those who can be suggested"):
            database.write(suggest, event.id, one.id, other.id, **act)
