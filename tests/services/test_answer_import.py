"""Answers from a file: whole or not at all, each row accounted for, and the matches come out exactly."""

import csv
from itertools import product
from random import Random

import pytest

from mixer_app.domain.answers import Answer, AnswerSource
from mixer_app.domain.errors import MixerError
from mixer_app.services.answer_import import import_answers
from mixer_app.services.answers import list_answers, mutual_matches, record_answer
from mixer_app.services.journal import latest_change, undo
from mixer_app.store.meetings import outside_meetings
from mixer_app.store.registrations import add_registrations


@pytest.fixture
def act(now):
    return {"station": "Desk 1", "now": now}


@pytest.fixture
def file(tmp_path):
    """Write rows below titles: `file("code,partner_code,answer", (ann.code, bob.code, "yes"))`."""

    def write(titles, *rows):
        path = tmp_path / "answers.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([titles.split(","), *rows])
        return path

    return write


@pytest.fixture
def bring(database, event, act):
    def run(path, **more):
        account = import_answers(database, event.id, path, **act, **more)
        left_out = len(account.skipped) + len(account.rejected)
        assert account.rows == account.added + account.updated + account.unchanged + left_out
        return account

    return run


@pytest.fixture
def three(add, introduce):
    ann = add("Ann Smith", role="mentor", email="ann@x.org", external_id="17")
    bob, eve = add("Bob Jones", email="bob@x.org"), add("Eve Adams")
    introduce((ann, bob))
    return ann, bob, eve


def test_people_are_found_by_code_address_number_or_name(database, event, three, file, bring):
    ann, bob, _ = three
    for who, partner in ((ann.code.lower(), "BOB@x.org"), ("17.0", "Jones Bob"), ("ann smith", bob.code)):
        account = bring(file("from,partner,answer", (who, partner, "Yes")))
        assert account.rejected == ()
    (found,) = database.read(list_answers, event.id)
    assert (found.from_id, found.to_id, found.answer) == (ann.id, bob.id, Answer.YES)
    assert (found.source, found.station) == (AnswerSource.FILE, "Desk 1")


def test_a_row_can_hold_both_sides_and_tells_of_a_meeting_that_no_plan_knew(database, event, three, file, bring):
    ann, bob, eve = three
    account = bring(
        file(
            "code,partner_code,answer,partner_answer,note,helped",
            (ann.code, bob.code, 1, 1, "Nice", 4),
            (eve.code, ann.code, "no", "yes", "", ""),
            (eve.code, bob.code, "not met", "", "", ""),
        )
    )
    assert (account.added, account.skipped[0].row, account.rejected) == (2, 4, ())
    assert account.warnings == ("1 pair met without an introduction in the plan; that is noted too.",)
    assert database.read(mutual_matches, event.id) == {frozenset((ann.id, bob.id))}
    assert database.read(outside_meetings, event.id) == [(ann.id, eve.id)]
    said = {(one.from_id, one.to_id): one for one in database.read(list_answers, event.id)}
    assert (said[ann.id, bob.id].note, said[ann.id, bob.id].helped) == ("Nice", 4)
    assert (said[bob.id, ann.id].note, said[bob.id, ann.id].helped) == ("", None)


def test_each_row_that_cannot_be_used_is_told_with_its_line_and_the_reason(three, add, file, bring):
    add("Eve Adams", email="other@x.org")
    account = bring(
        file(
            "name,partner_name,answer,helped,wave",
            ("Ann Smith", "Nobody Known", "yes", "", 1),
            ("Ann Smith", "Eve Adams", "yes", "", 1),
            ("Ann Smith", "Ann Smith", "yes", "", 1),
            ("Ann Smith", "Bob Jones", "perhaps", "", 1),
            ("Ann Smith", "Bob Jones", "yes", 9, 1),
            ("Ann Smith", "Bob Jones", "yes", "", 1),
            ("Ann Smith", "Bob Jones", "no", "", 1),
            ("Ann Smith", "Bob Jones", "yes", "", 1),
            ("Ann Smith", "Bob Jones", "", "", 1),
        )
    )
    assert [(one.row, one.field, one.reason.split(".")[0]) for one in account.rejected] == [
        (2, "partner_code", "Nobody at this event is called so"),
        (3, "partner_code", "Several people at this event are called so"),
        (4, "partner_code", "Nobody answers about themselves"),
        (5, "answer", "Say yes, no, or not met"),
        (6, "helped", "This is a number from 1 to 5"),
        (8, "answer", "Row 7 says “yes” of the same two"),
    ]
    assert (account.added, account.unchanged, len(account.skipped)) == (1, 1, 1)
    assert account.warnings == ("answers.csv: not used: “wave”.",)


def test_what_names_two_people_is_refused_and_a_name_spelt_otherwise_is_not(three, file, bring):
    ann, bob, _ = three
    account = bring(
        file(
            "code,name,partner_code,answer",
            (ann.code, "Bob Jones", bob.code, "yes"),
            (ann.code, "Dr Ann M. Smith", bob.code, "yes"),
        )
    )
    assert [one.reason for one in account.rejected] == ["These are of different people. Keep the one that is right."]
    assert account.added == 1


@pytest.mark.parametrize(
    ("titles", "sentence"),
    [
        ("partner_code,answer", "who answered"),
        ("code,answer", "about whom"),
        ("code,partner_code", "the answer"),
    ],
)
def test_a_file_without_a_column_that_is_needed_says_which(three, file, bring, titles, sentence):
    with pytest.raises(MixerError, match=sentence):
        bring(file(titles, ("x", "y")))


def test_a_dry_run_changes_nothing_and_twice_is_once(database, event, three, file, bring):
    ann, bob, eve = three
    path = file("code,partner_code,answer", (ann.code, bob.code, "yes"), (eve.code, ann.code, "no"))
    before = database.read(latest_change)
    assert bring(path, dry_run=True).added == 2
    assert database.read(latest_change) == before
    bring(path)
    before = database.read(latest_change)
    account = bring(path)
    assert (account.unchanged, account.added, account.import_id) == (2, 0, None)
    assert database.read(latest_change) == before


def test_an_import_is_undone_as_one_step_and_what_was_changed_since_stays(database, event, three, file, bring, act):
    ann, bob, eve = three
    database.write(record_answer, event.id, ann.id, bob.id, Answer.NO, note="Mine", **act)
    path = file(
        "code,partner_code,answer,partner_answer", (ann.code, bob.code, "yes", "yes"), (eve.code, ann.code, 1, 1)
    )
    account = bring(path)
    assert (account.added, account.updated) == (2, 0)
    database.write(record_answer, event.id, ann.id, eve.id, Answer.NO, **act)
    assert database.write(undo, account.import_id, **act) == "Undone: Imported 4 answers from answers.csv"
    database.write(undo, account.import_id, **act)
    said = {(one.from_id, one.to_id): (one.answer, one.note) for one in database.read(list_answers, event.id)}
    assert said == {(ann.id, bob.id): (Answer.NO, "Mine"), (ann.id, eve.id): (Answer.NO, "")}
    with pytest.raises(MixerError, match="Import the file once more"):
        database.write(undo, database.read(latest_change), **act)


def test_a_log_of_eight_thousand_meetings_is_replayed_exactly(database, event, a_registration, file, bring, now):
    dice = Random(4)
    sides = [
        [a_registration(f"{role} {place}", role=role, external_id=f"{role[-2:]}{place}") for place in range(92)]
        for role in ("mentor", "mentee")
    ]
    for side in sides:
        database.write(add_registrations, event.id, side, now=now, dice=dice)
    met = dice.sample(list(product(range(92), range(92))), 8000)
    said = {(one, other): (dice.random() < 0.42, dice.random() < 0.42) for one, other in met}
    rows = [(f"or{one}", f"ee{other}", int(a), int(b)) for (one, other), (a, b) in said.items()]
    account = bring(file("iid,pid,dec,dec_o", *rows))
    assert (account.rows, account.added, account.rejected) == (8000, 8000, ())
    matches = database.read(mutual_matches, event.id)
    assert len(database.read(list_answers, event.id)) == 16_000
    assert len(matches) == sum(a and b for a, b in said.values())
