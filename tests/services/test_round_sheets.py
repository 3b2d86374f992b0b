"""What the marshals' sheets say of a room, and what they leave out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee, registration_of
from mixer_app.domain.plans import Plan
from mixer_app.domain.roles import Role
from mixer_app.domain.round_paper import NoteKind, PageSize, RoundSheet
from mixer_app.services.check_in import mark_left
from mixer_app.services.paper import Document, DocumentOptions, page_count, print_document
from mixer_app.services.people import edit_attendee
from mixer_app.services.planning import publish
from mixer_app.services.round_sheets import next_round, round_sheets


def notes(sheet: RoundSheet) -> dict[str, NoteKind]:
    return {one.name.full: one.note.kind for row in sheet.tables for one in row.people if one.note}


def test_a_sheet_seats_everybody_as_the_plan_does(
    database: Any, event: Event, room: list[Attendee], plan_now: Callable[..., Plan]
) -> None:
    plan = plan_now()
    sheets = database.read(round_sheets, event.id, None)
    assert [sheet.number for sheet in sheets] == list(range(1, plan.rounds + 1))
    name = {person.id: person.name.full for person in room}
    for sheet, times in zip(sheets, event.round_times(), strict=True):
        assert (sheet.starts_at, sheet.ends_at, sheet.rounds) == (times.starts_at, times.ends_at, plan.rounds)
        seated = {
            (row.number, row.people[0].name.full, guest.name.full) for row in sheet.tables for guest in row.people[1:]
        }
        assert seated == {
            (one.table, name[one.mentor_id], name[one.mentee_id])
            for one in plan.introductions
            if one.round == sheet.number
        }
        assert {one.name.full for one in sheet.people} == set(name.values())


def test_one_round_can_be_asked_for_and_one_that_is_not_there_is_refused(
    database: Any, event: Event, room: list[Attendee], plan_now: Callable[..., Plan]
) -> None:
    with pytest.raises(MixerError, match="not planned yet"):
        database.read(round_sheets, event.id, None)
    plan_now()
    assert [sheet.number for sheet in database.read(round_sheets, event.id, {2})] == [2]
    with pytest.raises(MixerError, match="There is no round 9"):
        database.read(round_sheets, event.id, {9})


def test_the_free_who_waited_longest_come_first(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentors: list[Attendee],
    mentees: list[Attendee],
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    plan_now: Callable[..., Plan],
) -> None:
    plan = plan_now()
    arrive(add("Zoe Late", employer="Late Clinic"))
    last_met: dict[str, int] = {}
    names = {person.id: person.name.full for person in mentees}
    for sheet in database.read(round_sheets, event.id, None):
        free = [name.full for name in sheet.free]
        assert free[0] == "Zoe Late"
        assert [last_met.get(name, 0) for name in free] == sorted(last_met.get(name, 0) for name in free)
        assert {one.name.full for one in sheet.people if one.table is None} == set(free)
        met = {names[one.mentee_id] for one in plan.introductions if one.round == sheet.number}
        assert {*met, *free} == {*names.values(), "Zoe Late"}
        last_met |= dict.fromkeys(met, sheet.number)


def test_a_free_mentor_is_listed_with_the_free_chair(
    database: Any,
    event: Event,
    mentors: list[Attendee],
    mentees: list[Attendee],
    arrive: Callable[..., None],
    plan_now: Callable[..., Plan],
) -> None:
    arrive(*mentors, *mentees[:3])
    plan_now()
    for sheet in database.read(round_sheets, event.id, None):
        alone = [row for row in sheet.tables if not row.meets]
        assert alone
        assert len(sheet.tables) == 4
        assert {notes(sheet)[row.people[0].name.full] for row in alone} == {NoteKind.FREE}
        assert len(sheet.free) == len(alone) - 1


def test_a_seat_that_people_were_told_otherwise_is_marked(
    database: Any,
    event: Event,
    wide_room: list[Attendee],
    plan_now: Callable[..., Plan],
    swap: Callable,
    now: datetime,
) -> None:
    plan = plan_now()
    drafted, one, other = swap(plan)
    told = set(notes(database.read(round_sheets, event.id, {3})[0]).values())
    assert NoteKind.RESEATED not in told, "nobody was told of the plan before"
    database.write(publish, plan.id, station="Control", now=now)
    names = {person.id: person.name.full for person in wide_room}
    sheet = database.read(round_sheets, event.id, {3})[0]
    reseated = {name for name, note in notes(sheet).items() if note is NoteKind.RESEATED}
    assert reseated == {names[one.mentee_id], names[other.mentee_id]}
    assert (sheet.plan_version, sheet.published) == (drafted.version, False)
    assert NoteKind.RESEATED not in notes(database.read(round_sheets, event.id, {1})[0]).values()


def test_who_comes_late_and_who_has_left_is_marked(
    database: Any,
    event: Event,
    mentors: list[Attendee],
    mentees: list[Attendee],
    add: Callable[..., Attendee],
    plan_now: Callable[..., Plan],
    arrive: Callable[..., None],
    now: datetime,
) -> None:
    times = event.round_times()
    late = add("Lara Late", employer="Late Clinic", arrives=times[1].starts_at.time())
    plan_now(everyone=True)
    last = database.read(round_sheets, event.id, {len(times)})[0]
    seated = {one.name.full for row in last.tables for one in row.people}
    if late.name.full in seated:
        note = next(one.note for row in last.tables for one in row.people if one.name == late.name)
        assert note is not None
        assert (note.kind, note.at) == (NoteKind.ARRIVES, times[1].starts_at.time())
    assert late.name not in database.read(round_sheets, event.id, {1})[0].free, "not in the house yet"
    arrive(*mentors, *mentees, late)
    database.write(mark_left, event.id, mentees[0].code, station="Desk", now=now)
    found = [notes(sheet) for sheet in database.read(round_sheets, event.id, None)]
    assert any(one.get(mentees[0].name.full) is NoteKind.LEFT for one in found)
    assert not any(NoteKind.ARRIVES in one.values() for one in found)


def test_a_language_other_than_that_of_the_event_is_named(
    database: Any,
    event: Event,
    add: Callable[..., Attendee],
    arrive: Callable[..., None],
    plan_now: Callable[..., Plan],
) -> None:
    mentor = add("Marta Mentor", role="mentor", employer="A", languages=("English", "Español (nativo)"))
    mentee = add("Olga Mentee", employer="B", languages=("español", "Català"))
    fluent = add("Finn Mentee", employer="C", languages=("English (fluent)", "español"))
    silent = add("Sil Mentee", employer="D")
    arrive(mentor, mentee, fluent, silent)
    plan_now()
    told = {
        one.name.full: one.note
        for sheet in database.read(round_sheets, event.id, None)
        for row in sheet.tables
        for one in row.people
        if one.role is Role.MENTEE
    }
    assert told["Olga Mentee"] is not None
    assert (told["Olga Mentee"].kind, told["Olga Mentee"].language) == (NoteKind.LANGUAGE, "español")
    assert told["Finn Mentee"] is None
    assert told["Sil Mentee"] is None


def test_nothing_private_is_on_a_sheet(
    database: Any,
    event: Event,
    room: list[Attendee],
    mentors: list[Attendee],
    mentees: list[Attendee],
    plan_now: Callable[..., Plan],
    now: datetime,
) -> None:
    plan = plan_now()
    database.write(publish, plan.id, station="Control", now=now)
    wary = replace(
        registration_of(mentees[1]),
        keep_apart=(mentors[2].name.full,),
        needs_wanted=("Interpersonal issue",),
        staff_note="Uses a wheelchair",
        answers=(("Access", "Step-free table"),),
    )
    database.write(edit_attendee, mentees[1].id, wary, station="Control", now=now)
    plan_now()
    sheets = database.read(round_sheets, event.id, None)
    text = repr(sheets).casefold()
    for private in ("interpersonal", "wheelchair", "step-free", "apart"):
        assert private not in text
    assert {note for sheet in sheets for note in notes(sheet).values()} <= {NoteKind.RESEATED, NoteKind.FREE}


def test_the_next_round_is_the_one_after_those_that_have_begun(
    database: Any, event: Event, room: list[Attendee], plan_now: Callable[..., Plan], now: datetime
) -> None:
    plan_now(after=timedelta(hours=-12))
    start = event.starts_at.astimezone() + timedelta(minutes=30)  # until then a late start is awaited
    step = timedelta(minutes=event.minutes + event.break_minutes)
    asked = [database.read(next_round, event, event.rounds, now=start + step * index) for index in (-1, 0, 1, 50)]
    assert asked == [1, 2, 3, event.rounds]


def test_letter_is_taken_where_the_badges_of_the_event_are_on_letter(
    database: Any, event: Event, room: list[Attendee], plan_now: Callable[..., Plan], now: datetime, tmp_path: Path
) -> None:
    from mixer_app.domain.staff_settings import EventSettings
    from mixer_app.services.paper import page_image
    from mixer_app.services.settings import change_event_settings

    plan_now()
    out = tmp_path / "round.pdf"
    letter = EventSettings(badge_stock="avery-5395")
    database.write(change_event_settings, event.id, letter, station="Control", now=now)
    for document in (Document.ROUND_SHEETS,):
        print_document(database, event.id, document, out, now=now)
        image = page_image(out, 0, 72)
        assert (image.width, image.height) == (612, 792)
    options = DocumentOptions(page=PageSize.A4, rounds=frozenset({1, 2}), by_person=True)
    print_document(database, event.id, Document.ROUND_SHEETS, out, options=options, now=now)
    assert page_count(out) == 4
    assert page_image(out, 0, 72).height == 842


def test_arrival_times_before_the_start_are_no_news(
    database: Any, event: Event, mentors: list[Attendee], add: Callable[..., Attendee], plan_now: Callable[..., Plan]
) -> None:
    add("Early Bird", employer="E", arrives=time(0, 30))
    plan_now(everyone=True)
    assert NoteKind.ARRIVES not in notes(database.read(round_sheets, event.id, {1})[0]).values()
