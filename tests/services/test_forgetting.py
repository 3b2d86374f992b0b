"""After the event: nothing that points to a person is left in any byte."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from mixer_app.domain.answers import Answer, AnswerSource
from mixer_app.domain.desk_calls import DeskReason
from mixer_app.domain.imports import ImportAccount, RejectedRow
from mixer_app.domain.people import PersonName, registration_of
from mixer_app.services.answers import mutual_matches, record_answer
from mixer_app.services.check_in import check_in, head_counts
from mixer_app.services.database import check_integrity
from mixer_app.services.desk_calls import call_desk, open_desk_calls
from mixer_app.services.events import create_event, list_events
from mixer_app.services.forgetting import forget_event
from mixer_app.services.journal import activity, undo
from mixer_app.services.kiosk_facts import check_fact
from mixer_app.services.meetings import record_meeting
from mixer_app.services.people import edit_attendee, get_attendee, known_people_count, list_attendees
from mixer_app.services.referrals import refer
from mixer_app.services.suggestions import suggest
from mixer_app.store.afterwards import all_referrals, confirmed_suggestions
from mixer_app.store.answers import set_aside_of
from mixer_app.store.backups import back_up_before, backups_of
from mixer_app.store.imports import ImportStep, add_import
from mixer_app.store.meetings import outside_meetings
from mixer_app.store.plans import latest_plan
from mixer_app.store.wrong_tries import wrong_facts

RARE = "Zanzibarova"


@pytest.fixture
def evening(database, event, add, introduce, now):
    """An event with people, a plan, answers, an import and changes, all marked with a rare word."""
    mentor = add(f"Ann {RARE}", role="mentor", employer=f"{RARE} Clinic", topics_offered=("Finance",))
    mentee = add(
        f"Bob {RARE}",
        email=f"bob@{RARE}.example",
        phone=f"+358 {RARE}",
        goal=f"Leave {RARE}",
        external_id=f"X-{RARE}",
        staff_note=RARE,
        title=RARE,
        region=RARE,
        topics_wanted=("Finance", f"How to leave {RARE}"),
        needs_wanted=("Relocation", f"{RARE} itself"),
        wishes=(f"Ann {RARE}",),
        keep_apart=(f"Eve {RARE}",),
        answers=(("Diet?", RARE),),
    )
    introduce((mentor, mentee))
    database.write(check_in, event.id, mentee.code, station="Desk 1", now=now, request_id=f"r-{RARE}")
    name = PersonName(full=f"Robert {RARE}", given="Robert", family=RARE)
    said = replace(registration_of(mentee), name=name)
    database.write(edit_attendee, mentee.id, said, station="Desk 1", now=now)
    for one, other in ((mentor, mentee), (mentee, mentor)):
        database.write(
            record_answer, event.id, one.id, other.id, Answer.YES, note=f"Call {RARE}", station="Desk 1", now=now
        )
    database.write(
        record_answer, event.id, mentee.id, mentor.id, Answer.NO, note=RARE, source=AnswerSource.KIOSK,
        station="Kiosk 1", now=now,
    )  # fmt: skip
    eve = add(f"Eve {RARE}", role="mentor", topics_offered=(f"All about {RARE}",))
    act = {"station": "Desk 1", "now": now}
    database.write(record_meeting, event.id, eve.id, mentee.id, **act)
    database.write(refer, event.id, mentee.id, from_id=mentor.id, wanted=f"all about {RARE}", **act)
    database.write(suggest, event.id, eve.id, None, **act)
    account = ImportAccount(rejected=(RejectedRow(file="a.csv", row=2, field="email", value=RARE, reason="bad"),))
    step = ImportStep(attendee_id=mentee.id, before=registration_of(mentee), after=said)
    database.write(add_import, event.id, account=account, steps=[step], at=now, station="Desk 1")
    database.write(record_answer, event.id, mentee.id, mentor.id, Answer.YES, **act)
    return mentor, mentee


@pytest.fixture
def forget(database, event, now):
    return lambda: forget_event(database, event.id, station="Control", now=now, dice=Random(3))


def _bytes_beside(database):
    return b"".join(path.read_bytes() for path in database.path.parent.rglob("*") if path.is_file()).lower()


@pytest.mark.database_file
def test_no_byte_of_a_person_is_left(database, evening, forget):
    assert RARE.lower().encode() in _bytes_beside(database)
    said = forget()
    assert said.startswith("Erased the people of the event (3).")
    assert RARE.lower().encode() not in _bytes_beside(database)


def test_the_badge_of_the_evening_leads_to_nobody(database, event, evening, forget):
    forget()
    codes = {one.code for one in database.read(list_attendees, event.id)}
    assert not codes & {one.code for one in evening}


def test_who_waited_at_the_desk_and_who_mistyped_is_gone(database, event, evening, forget, now):
    ann = evening[0]
    database.write(call_desk, event.id, ann.id, DeskReason.WRONG_FACTS, station="Kiosk 1", now=now)
    database.write(check_fact, ann.id, "xyz", station="Kiosk 1", now=now)
    forget()
    assert database.read(open_desk_calls, event.id) == []
    assert database.write(wrong_facts, ann.id, now=now) == []


def test_counts_of_people_stay_and_nobody_is_tied_to_anybody(database, event, evening, forget):
    before = database.read(head_counts, event.id)
    forget()
    after = database.read(head_counts, event.id)
    assert (after.registered, after.mentors, after.mentees) == (before.registered, before.mentors, before.mentees)
    assert database.read(mutual_matches, event.id) == set()
    assert database.read(latest_plan, event.id) is None
    people = database.read(list_attendees, event.id)
    assert {one.name.full for one in people} == {f"Attendee {one.id}" for one in people}
    assert {(one.topics_wanted, one.needs_wanted, one.checked_in_where) for one in people} == {((), (), "")}
    assert database.read(check_integrity) == []


def test_nothing_that_followed_the_talks_stays_with_anybody(database, event, evening, forget):
    _, mentee = evening
    assert database.read(set_aside_of, mentee.id) != []
    forget()
    assert database.read(set_aside_of, mentee.id) == []
    assert database.read(confirmed_suggestions, event.id) == []
    assert list(database.read(outside_meetings, event.id)) == []
    assert list(database.read(all_referrals, event.id)) == []


def test_the_list_of_changes_keeps_what_but_not_who_and_cannot_bring_anyone_back(database, event, evening, forget, now):
    forget()
    entries = database.read(activity, event.id)
    assert entries[0].sentence == "Erased the personal data"
    assert "Checked in" in {entry.sentence for entry in entries}
    assert not [entry for entry in entries if entry.can_undo and entry.what != "added"]


def test_a_person_of_another_event_is_known_there_but_no_longer_tied_to_this_one(
    database, event, evening, forget, add, now
):
    later = replace(event, name="Next year", starts_at=event.starts_at + timedelta(days=365))
    later = database.write(create_event, later, station="Control", now=now)
    again = add("Bob Jones", email=f"bob@{RARE}.example", to=later)
    assert again.person_id == evening[1].person_id
    forget()
    (found,) = database.read(list_attendees, later.id)
    assert found == again
    assert database.read(get_attendee, evening[1].id).person_id != again.person_id
    assert database.read(known_people_count) == 1


@pytest.mark.database_file
def test_backups_that_hold_the_event_are_deleted_and_others_stay(database, event, evening, forget, tmp_path):
    back_up_before(database.path, "version-0001")
    unreadable = tmp_path / "backups" / "mixer-20260101-000000-000000-version-0000.db"
    unreadable.write_bytes(b"no database at all, but it may hold anything" * 20)
    other = tmp_path / "backups" / "other-file.db"
    other.write_bytes(b"mine")
    assert "deleted 2 backups that held them; a new backup is made" in forget()
    (made,) = backups_of(database.path)
    assert made.why == "after-forgetting"
    assert RARE.lower().encode() not in _bytes_beside(database)
    assert other.exists()


def test_forgetting_twice_is_forgetting_once(database, event, evening, forget):
    forget()
    people = database.read(list_attendees, event.id)
    forget()
    again = database.read(list_attendees, event.id)
    assert [one.name for one in again] == [one.name for one in people]
    assert [one.name for one in database.read(list_events)] == [event.name]


def test_an_undo_from_before_is_refused_not_half_done(database, event, evening, forget, now):
    from mixer_app.domain.errors import MixerError

    edited = next(entry for entry in database.read(activity, event.id) if entry.what == "edited")
    forget()
    with pytest.raises(MixerError, match="cannot be undone"):
        database.write(undo, edited.id, station="Desk 1", now=now)
