"""Answering at the kiosk."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mixer_app.domain.answers import Answer, AnswerSource
from mixer_app.domain.errors import MixerError
from mixer_app.domain.roles import Role
from mixer_app.services.answers import list_answers
from mixer_app.services.events import create_event
from mixer_app.services.journal import latest_change
from mixer_app.services.kiosk_answers import answer_at_kiosk, kiosk_answer_sheet
from mixer_app.services.people import cancel_attendee
from mixer_app.services.planning import publish


@pytest.fixture
def three(database, add, introduce, now):
    """A mentor who meets Bob in round 1 and Eve in round 2, by a plan that is out."""
    ann = add("Ann Smith", role="mentor", employer="City Hospital")
    bob, eve = add("Bob Jones"), add("Eve Adams")
    plan = introduce((ann, bob), (ann, eve))
    database.write(publish, plan.id, station="Control", now=now)
    return ann, bob, eve


def _partners(database, event, person, now):
    return [line.partner_id for line in database.read(kiosk_answer_sheet, event.id, person.id, now=now).lines]


def test_only_rounds_that_have_begun_can_be_answered_and_the_newest_stands_first(
    database, event, three, come_to_round, now
):
    ann, bob, eve = three
    assert _partners(database, event, ann, now) == []
    come_to_round(1)
    assert _partners(database, event, ann, now) == [bob.id]
    come_to_round(2)
    assert _partners(database, event, ann, now) == [eve.id, bob.id]
    sheet = database.read(kiosk_answer_sheet, event.id, bob.id, now=now)
    assert [(line.name, line.role, line.employer, line.round) for line in sheet.lines] == [
        (ann.name, Role.MENTOR, "City Hospital", 1)
    ]


def test_a_plan_that_is_not_out_tells_nothing(database, event, add, introduce, come_to_round, now):
    ann, bob = add("Ann Smith", role="mentor"), add("Bob Jones")
    introduce((ann, bob))
    come_to_round(2)
    assert _partners(database, event, ann, now) == []


def test_a_tap_is_kept_at_once_and_a_second_changes_nothing(database, event, three, come_to_round, now):
    ann, bob, _ = three
    come_to_round(1)
    tap = {"station": "Kiosk 1", "now": now}
    database.write(answer_at_kiosk, event.id, bob.id, ann.id, Answer.YES, helped=5, note="Ask about Leeds", **tap)
    (found,) = database.read(list_answers, event.id)
    assert (found.source, found.station, found.helped) == (AnswerSource.KIOSK, "Kiosk 1", 5)
    change = database.read(latest_change)
    database.write(answer_at_kiosk, event.id, bob.id, ann.id, Answer.YES, **tap)
    assert database.read(latest_change) == change
    database.write(answer_at_kiosk, event.id, bob.id, ann.id, Answer.NO, station="Kiosk 1", now=now + timedelta(1))
    (found,) = database.read(list_answers, event.id)
    assert (found.answer, found.note) == (Answer.NO, "Ask about Leeds")


def test_nothing_tells_what_the_other_side_answered(database, event, three, come_to_round, now):
    ann, bob, _ = three
    come_to_round(2)
    sheet = database.read(kiosk_answer_sheet, event.id, ann.id, now=now)
    for said in Answer:
        database.write(answer_at_kiosk, event.id, bob.id, ann.id, said, station="Kiosk 1", now=now)
        assert database.read(kiosk_answer_sheet, event.id, ann.id, now=now) == sheet


def test_who_is_not_of_this_event_is_sent_to_the_desk(database, event, three, now):
    ann, _, eve = three
    other = replace(event, name="Another", starts_at=event.starts_at + timedelta(days=9))
    other = database.write(create_event, other, station="Control", now=now)
    database.write(cancel_attendee, eve.id, station="Desk 1", now=now)
    for where, person in ((other, ann), (event, eve)):
        with pytest.raises(MixerError, match="See the desk"):
            database.read(kiosk_answer_sheet, where.id, person.id, now=now)
