"""Answer sheets as staff enter them."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from mixer_app.domain.answers import Answer, AnswerSource, SheetState
from mixer_app.domain.badge_code import new_badge_code, spaced
from mixer_app.domain.errors import MixerError
from mixer_app.domain.roles import Role
from mixer_app.services.answer_sheets import (
    answer_sheet,
    entered_words,
    find_sheet,
    sheet_progress,
    sheet_states,
    sheets_entered_last,
)
from mixer_app.services.answers import list_answers, record_answer, undo_sheet
from mixer_app.services.events import create_event
from mixer_app.services.journal import undo
from mixer_app.services.meetings import record_meeting


@pytest.fixture
def answer(database, event, now):
    def act(author, partner, said=Answer.YES, *, at=now, **more):
        return database.write(record_answer, event.id, author.id, partner.id, said, station="Desk 2", now=at, **more)

    return act


@pytest.fixture
def three(add, introduce):
    """A mentor who meets two mentees, Bob in round 1 and Eve in round 2."""
    ann, bob, eve = add("Ann Smith", role="mentor"), add("Bob Jones"), add("Eve Adams")
    introduce((ann, bob), (ann, eve))
    return ann, bob, eve


def test_a_sheet_lists_whom_somebody_met_by_round(database, event, three, add, now):
    ann, bob, eve = three
    joy = add("Joy Cole")
    database.write(record_meeting, event.id, joy.id, ann.id, station="Desk 2", now=now)
    sheet = database.read(answer_sheet, ann.id)
    assert [(line.round, line.partner_id, line.partner_role) for line in sheet.lines] == [
        (1, bob.id, Role.MENTEE),
        (2, eve.id, Role.MENTEE),
        (0, joy.id, Role.MENTEE),
    ]
    assert (sheet.name, sheet.role, sheet.code) == (ann.name, Role.MENTOR, ann.code)
    assert database.read(answer_sheet, bob.id).lines[0].partner_role is Role.MENTOR


def test_the_other_answer_is_not_told_before_ones_own_is_typed(database, three, answer):
    ann, bob, _ = three
    assert not database.read(answer_sheet, bob.id).lines[0].partner_in
    sheets = set()
    for said in Answer:
        answer(ann, bob, said)
        (line,) = database.read(answer_sheet, bob.id).lines
        assert (line.partner_in, line.mutual) == (True, None)
        sheets.add(line)
    assert len(sheets) == 1
    answer(bob, ann)
    assert database.read(answer_sheet, bob.id).lines[0].mutual is False
    answer(ann, bob)
    assert database.read(answer_sheet, bob.id).lines[0].mutual is True


def test_one_who_answered_and_waits_for_the_other_sheet_is_told_so(database, three, answer):
    ann, bob, _ = three
    answer(bob, ann)
    (line,) = database.read(answer_sheet, bob.id).lines
    assert (line.partner_in, line.mutual) == (False, None)


def test_a_sheet_is_open_partly_entered_and_entered(database, event, three, answer):
    ann, bob, eve = three
    assert database.read(answer_sheet, ann.id).state is SheetState.OPEN
    answer(ann, bob)
    sheet = database.read(answer_sheet, ann.id)
    assert (sheet.state, sheet.answered, sheet.next_open) == (SheetState.PARTLY, 1, 1)
    answer(bob, ann, source=AnswerSource.KIOSK)
    progress = database.read(sheet_progress, event.id)
    assert (progress.entered, progress.partly, progress.open, progress.sheets) == (1, 1, 1, 3)
    answer(ann, eve, Answer.NOT_MET)
    sheet = database.read(answer_sheet, ann.id)
    assert (sheet.state, sheet.next_open) == (SheetState.ENTERED, None)
    assert database.read(sheet_states, event.id) == {
        ann.id: SheetState.ENTERED,
        bob.id: SheetState.ENTERED,
        eve.id: SheetState.OPEN,
    }


def test_who_is_known_to_have_been_missing_has_no_sheet_to_wait_for(database, event, add, introduce):
    ann, bob = add("Ann Smith", role="mentor"), add("Bob Jones")
    introduce((ann, bob), took_place=False)
    assert database.read(sheet_progress, event.id).sheets == 0
    (line,) = database.read(answer_sheet, ann.id).lines
    assert not line.met


def test_a_sheet_entered_before_says_when_and_where(database, three, answer, now):
    ann, bob, eve = three
    assert entered_words(database.read(answer_sheet, ann.id), now=now) == ""
    answer(ann, bob)
    later = now + timedelta(seconds=20)
    assert entered_words(database.read(answer_sheet, ann.id), now=later) == "Partly entered 20 s ago at Desk 2"
    answer(ann, eve)
    assert entered_words(database.read(answer_sheet, ann.id), now=later) == "Entered 20 s ago at Desk 2"


def test_a_code_finds_the_sheet_however_it_is_typed(database, event, three):
    assert database.read(find_sheet, event.id, spaced(three[0].code).lower()).attendee_id == three[0].id


def test_a_wrong_code_is_told_in_a_sentence(database, event, three, add, now):
    other = replace(event, name="Last spring", starts_at=event.starts_at - timedelta(days=200))
    other = database.write(create_event, other, station="Control", now=now)
    stranger = add("Joy Cole", to=other)
    for code, sentence in (
        ("hello", "no badge code"),
        (new_badge_code(Random(99)), "Nobody has the code"),
        (stranger.code, "This sheet is of Last spring, not of this event"),
    ):
        with pytest.raises(MixerError, match=sentence):
            database.read(find_sheet, event.id, code)


def test_the_last_sheets_are_listed_with_what_they_say_and_taken_back_as_one(database, event, three, answer, now):
    ann, bob, eve = three
    answer(bob, ann, at=now)
    answer(ann, bob, at=now + timedelta(minutes=1))
    answer(ann, eve, Answer.NO, at=now + timedelta(minutes=2))
    answer(eve, ann, source=AnswerSource.KIOSK, at=now + timedelta(minutes=3))
    last = database.read(sheets_entered_last, event.id)
    assert [(one.attendee_id, one.yes, one.no, one.not_met) for one in last] == [(ann.id, 1, 1, 0), (bob.id, 1, 0, 0)]
    assert (last[0].at, last[0].station, last[0].name) == (now + timedelta(minutes=2), "Desk 2", ann.name)
    act = {"station": "Desk 2", "now": now}
    entry = database.write(undo_sheet, event.id, ann.id, **act)
    assert {one.from_id for one in database.read(list_answers, event.id)} == {bob.id, eve.id}
    assert database.write(undo_sheet, event.id, ann.id, **act) is None
    assert [one.attendee_id for one in database.read(sheets_entered_last, event.id)] == [bob.id]
    assert database.write(undo, entry, **act) == "Undone: Took back the answer sheet of Ann Smith"
    assert [one.attendee_id for one in database.read(sheets_entered_last, event.id)] == [ann.id, bob.id]


def test_taking_a_sheet_back_lets_the_kiosk_count_again(database, event, three, answer, now):
    ann, bob, _ = three
    answer(bob, ann, Answer.YES, source=AnswerSource.KIOSK)
    answer(bob, ann, Answer.NO)
    database.write(undo_sheet, event.id, bob.id, station="Desk 2", now=now)
    assert [(one.answer, one.source) for one in database.read(list_answers, event.id)] == [
        (Answer.YES, AnswerSource.KIOSK)
    ]
