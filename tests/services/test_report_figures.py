"""The figures of the event report."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from mixer_app.domain.answers import Answer
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.domain.plans import Plan
from mixer_app.services.answers import record_answer
from mixer_app.services.check_in import mark_left
from mixer_app.services.events import create_event
from mixer_app.services.report_figures import event_report


def test_an_event_before_its_evening_reports_zeros(database: Any, event: Event, mentees: list[Attendee]) -> None:
    report = database.read(event_report, event.id)
    assert (report.registered, report.came, report.introductions_planned) == (4, 0, 0)
    assert report.arrivals == ()


def test_the_report_counts_the_evening(
    database: Any,
    event: Event,
    mentors: list[Attendee],
    mentees: list[Attendee],
    arrive: Callable[..., None],
    plan_now: Callable[..., Plan],
    now: datetime,
) -> None:
    arrive(*mentors, *mentees[:3])
    plan = plan_now()
    arrive(mentees[3], at=now + timedelta(hours=1, minutes=40))
    database.write(mark_left, event.id, mentors[0].code, station="Desk", now=now + timedelta(hours=2))
    first = plan.introductions[0]
    for one, other, answer in (
        (first.mentee_id, first.mentor_id, Answer.YES),
        (first.mentor_id, first.mentee_id, Answer.YES),
        (plan.introductions[1].mentor_id, plan.introductions[1].mentee_id, Answer.NO),
    ):
        database.write(record_answer, event.id, one, other, answer, refer=answer is Answer.NO, station="Desk", now=now)
    report = database.read(event_report, event.id)
    assert (report.registered, report.came, report.mentors, report.mentees) == (8, 8, 4, 4)
    assert (report.introductions_planned, report.introductions_held) == (12, 12)
    assert report.mutual_matches == 1
    assert report.late_arrivals == 1
    assert [count for _, count in report.arrivals] == [7, 8, 7]
    assert report.meetings_per_mentee == ((0, 1), (4, 3))
    assert sorted(report.mentor_loads) == [3, 3, 3, 3]
    assert (report.mentee_answers.yes, report.mentee_answers.open) == (1, 11)
    assert (report.mentor_answers.yes, report.mentor_answers.referred, report.mentor_answers.open) == (1, 1, 10)
    assert report.mutual_per_mentee == ((0, 3), (1, 1))
    assert report.mentors_with_match == 1


def test_sensitive_needs_are_not_reported(database: Any, event: Event, add: Callable[..., Attendee]) -> None:
    add("Ann A", needs_wanted=("Interpersonal issue", "Relocation"))
    assert [need.name for need in database.read(event_report, event.id).needs] == ["Relocation"]


def test_earlier_events_of_the_series_stand_before_this_one(database: Any, event: Event, now: datetime) -> None:
    for name, year in (("Physician mixer 2025", 2025), ("Something else", 2024), ("Physician mixer 2027", 2027)):
        planning = replace(event, name=name, starts_at=event.starts_at.replace(year=year))
        database.write(create_event, planning, station="Test", now=now)
    report = database.read(event_report, event.id)
    assert [year.label for year in report.years] == ["2025", "2026"]


def test_marks_are_counted_from_five_on_and_sheets_as_far_as_they_are_in(
    database: Any,
    event: Event,
    mentors: list[Attendee],
    mentees: list[Attendee],
    arrive: Callable[..., None],
    plan_now: Callable[..., Plan],
    now: datetime,
) -> None:
    arrive(*mentors, *mentees)
    talks = plan_now().introductions
    for talk in talks[:4]:
        database.write(
            record_answer, event.id, talk.mentee_id, talk.mentor_id, Answer.NO, helped=5, station="Desk", now=now
        )
        assert database.read(event_report, event.id).helped == ()
    fifth = talks[4]
    database.write(
        record_answer, event.id, fifth.mentor_id, fifth.mentee_id, Answer.YES, helped=2, station="Desk", now=now
    )
    report = database.read(event_report, event.id)
    assert report.helped == (0, 1, 0, 0, 4)
    people_in = {talk.mentee_id for talk in talks[:4]} | {fifth.mentor_id}
    assert (report.sheets, report.sheets_in) == (8, len(people_in))


def test_a_talk_that_one_side_says_did_not_take_place_is_no_talk_held(
    database: Any,
    event: Event,
    mentors: list[Attendee],
    mentees: list[Attendee],
    arrive: Callable[..., None],
    plan_now: Callable[..., Plan],
    now: datetime,
) -> None:
    arrive(*mentors, *mentees)
    talk = plan_now().introductions[0]
    before = database.read(event_report, event.id).introductions_held
    database.write(record_answer, event.id, talk.mentee_id, talk.mentor_id, Answer.NOT_MET, station="Desk", now=now)
    assert database.read(event_report, event.id).introductions_held == before - 1
