"""One event goes into a database that holds others, and back; people who are known there are the same people."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from mixer_app.domain.answers import Answer
from mixer_app.domain.bulk_edit import BulkEdit, NewStanding
from mixer_app.domain.desk_calls import DeskReason
from mixer_app.domain.errors import EventThereError, MixerError
from mixer_app.domain.evening import ActKind
from mixer_app.domain.events import Event
from mixer_app.domain.imports import ImportFile
from mixer_app.domain.people import Attendee, registration_of
from mixer_app.domain.plan_edits import EditKind, PlanEdit
from mixer_app.domain.programme import ContactCheck
from mixer_app.domain.roles import Role
from mixer_app.domain.room import Presence
from mixer_app.domain.staff_settings import EventSettings
from mixer_app.services import badge_queue, people
from mixer_app.services.answers import list_answers, record_answer
from mixer_app.services.bulk_edits import edit_people
from mixer_app.services.changes import changes_since
from mixer_app.services.check_in import check_in, head_counts
from mixer_app.services.database import Database, check_integrity, open_database
from mixer_app.services.desk_calls import answer_desk_call, call_desk, open_desk_calls
from mixer_app.services.evening import act_on_evening
from mixer_app.services.events import create_event, list_events
from mixer_app.services.forgetting import forget_event, forget_person
from mixer_app.services.history import history_of
from mixer_app.services.imports import import_files
from mixer_app.services.journal import activity, latest_change, undo
from mixer_app.services.meetings import record_meeting
from mixer_app.services.merging import merge_people
from mixer_app.services.moving import move_event
from mixer_app.services.plan_edits import apply_edit
from mixer_app.services.planning import plan_event, publish
from mixer_app.services.presence import note_presence
from mixer_app.services.programme import note_contact
from mixer_app.services.referrals import refer
from mixer_app.services.settings import change_event_settings, event_settings
from mixer_app.services.staff_pin import check_pin, set_pin
from mixer_app.services.suggestions import suggest
from mixer_app.store import moving
from mixer_app.store.moving_numbers import mentioned, renumbered
from mixer_app.store.moving_rows import belongs_to, rows_of_event
from mixer_app.store.persons import count_persons
from mixer_app.store.rows import Row

pytestmark = pytest.mark.database_file

IN_A_FILE = pytest.mark.parametrize("target", ["file"], indirect=True)
ANN = {"email": "ann@example.org", "external_id": "A-1"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where `evening` is kept once it is made: making it takes longer than most of these tests."""
    return tmp_path_factory.mktemp("made") / "evening.db"


@pytest.fixture
def evening(request: pytest.FixtureRequest, made: Path, tmp_path: Path) -> Iterator[Database]:
    """A file with one event, to which nearly everything happened that can."""
    if not made.exists():
        request.getfixturevalue("everything").copy_to(made)
    shutil.copy(made, tmp_path / "evening.db")
    opened = open_database(str(tmp_path / "evening.db"))
    yield opened
    opened.close()


@pytest.fixture
def everything(
    database: Database, event: Event, room: list[Attendee], add: Callable[..., Any], now: datetime, tmp_path: Path
) -> Database:
    by: Any = {"station": "Control", "now": now}
    ann, bob = add("Ann Smith", role="mentor", **ANN), add("Bob Jones", email="bob@example.org")
    add("Łucja Østergård", answers=(("Diet?", "vegan"),), keep_apart=("Eve",), wishes=("Ann Smith",), rests=(1, 2))
    database.write(people.edit_attendee, bob.id, replace(registration_of(bob), goal="Learn"), **by)
    database.write(people.set_role, bob.id, Role.BOTH, **by)
    double = add("Robert Jones", role="mentee", email="rj@example.org")
    database.write(merge_people, event.id, [bob.id, double.id], **by)
    (tmp_path / "more.csv").write_text("Name,Email,Role\nZoe New,zoe@example.org,mentee\n", encoding="utf-8")
    more = [ImportFile(path=tmp_path / "more.csv")]
    import_files(database, event.id, more, dice=Random(5), **by)
    database.write(change_event_settings, event.id, EventSettings(idle_seconds=33), **by)
    plan = plan_event(database, event.id, station="Control", clock=lambda: now)
    seat = plan.introductions[-1]
    lock = PlanEdit(kind=EditKind.LOCK, mentee_id=seat.mentee_id, round=seat.round)
    plan = apply_edit(database, plan.id, lock, station="Control", clock=lambda: now)
    database.write(publish, plan.id, **by)
    database.write(act_on_evening, event.id, ActKind.START, round_number=1, **by)
    first = next(one for one in plan.introductions if one.round == 1)
    seen = {"round_number": 1} | by
    database.write(note_presence, event.id, first.mentee_id, Presence.SEEN, **seen)
    for one, other in ((first.mentor_id, first.mentee_id), (first.mentee_id, first.mentor_id)):
        database.write(record_answer, event.id, one, other, Answer.YES, note="ü", **by)
    database.write(note_contact, first.mentor_id, first.mentee_id, ContactCheck(in_touch=True, note="rings"), **by)
    gone = database.write(record_meeting, event.id, ann.id, bob.id, **by)
    database.write(undo, gone, **by)
    database.write(record_meeting, event.id, ann.id, room[4].id, **by)
    database.write(refer, event.id, first.mentee_id, from_id=first.mentor_id, wanted="Finance", **by)
    database.write(suggest, event.id, bob.id, None, **by)
    database.write(edit_people, event.id, [room[7].id], BulkEdit(standing=NewStanding.LEFT, employer="New"), **by)
    database.write(badge_queue.queue_badge, event.id, room[0].id, printer="label", **by)
    return database


@pytest.fixture(params=["file", "server"])
def target(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    event: Event,
    empty_database_file: Path,
    a_registration: Callable[..., Any],
    now: datetime,
) -> Iterator[Database]:
    """A database that holds another event, of Ann Smith and of somebody else, and forgot a third one."""
    place = str(tmp_path / "others.db")
    if request.param == "server":
        place = request.getfixturevalue("server_database")
    else:
        shutil.copy(empty_database_file, place)
    opened = open_database(place)
    before = now - timedelta(days=300)
    planning = replace(event, name="Last year", starts_at=event.starts_at - timedelta(days=300))
    for name in ("Long ago", "Last year"):
        made = opened.write(create_event, replace(planning, name=name), station="C", now=before)
        before += timedelta(days=1)
    for name, said in (("Yan Other", {}), ("Ann Smith", ANN), ("Xia", {"email": "x@x.x"})):
        one = a_registration(name, **said)
        opened.write(people.add_attendee, made.id, one, station="C", now=now, dice=Random(name))
    yield opened
    opened.close()


def _move(source: Database, event_id: int, target: str, now: datetime) -> Any:
    return move_event(source, event_id, target, station="Control", now=now)


def _content(path: Path | None) -> dict[str, list[Any]]:
    """The rows of a file, but for what a move adds; persons by who they are, because their numbers differ."""
    assert path is not None
    with closing(sqlite3.connect(path)) as raw:
        raw.row_factory = sqlite3.Row
        names = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")]
        found = {name: [dict(row) for row in raw.execute(f"SELECT * FROM {name}")] for name in names}  # noqa: S608
    who = {row["id"]: (row["name"], row["email_key"]) for row in found["persons"]}
    for row in (*found["persons"], *found["attendees"]):
        row["person_id"] = who.get(row.get("person_id"))
    for row in found["persons"]:
        row |= {"id": None, "merged_into": who.get(row["merged_into"])}
    found["journal"] = [row for row in found["journal"] if row["what"] != "moved here"]
    del found["sqlite_sequence"]
    for row in found["journal"]:
        if row["what"] == "merged":  # names persons by number; that it is undone shows that they are right
            row["payload"] = None
    return {name: sorted(map(repr, rows)) for name, rows in found.items()}


def test_an_event_goes_in_among_others_and_comes_back_the_same(
    evening: Database, event: Event, target: Database, now: datetime, tmp_path: Path
) -> None:
    others = target.read(list_events)
    moved = _move(evening, event.id, target.address, now)
    assert moved.event_id != event.id
    assert {one.id for one in target.read(list_events)} == {moved.event_id, *(one.id for one in others)}
    assert target.read(head_counts, moved.event_id) == evening.read(head_counts, event.id)
    assert target.read(event_settings, moved.event_id) == evening.read(event_settings, event.id)
    assert target.read(check_integrity) == []
    _move(target, moved.event_id, str(tmp_path / "back.db"), now)
    assert _content(tmp_path / "back.db") == _content(evening.path)


def test_who_is_known_there_is_the_same_person_and_the_account_says_how_many(
    evening: Database, event: Event, target: Database, now: datetime
) -> None:
    before = target.read(count_persons)
    moved = _move(evening, event.id, target.address, now)
    account = "12 people, 1 known there already, 11 new"
    assert moved.sentence == f"Moved Physician mixer to {target.location}: {account}. Everything was compared."
    newest = target.read(activity, moved.event_id)[0]
    assert (newest.what, newest.sentence) == ("moved here", f"Moved here: {account}")
    assert target.read(count_persons) == before + 11
    ann = next(one for one in target.read(people.list_attendees, moved.event_id) if one.name.full == "Ann Smith")
    names = [one.event_name for one in target.read(history_of, ann.person_id, today=event.date)]
    assert names == ["Physician mixer", "Last year"]


def test_everything_is_taken_back_there_as_it_would_have_been_here(
    evening: Database, event: Event, target: Database, now: datetime
) -> None:
    moved = _move(evening, event.id, target.address, now)
    told = [_undo_all(place, number, now) for place, number in ((evening, event.id), (target, moved.event_id))]
    assert told[0] == told[1]
    assert sum(sentence.startswith("Undone") for sentence in told[0][0]) > 15
    assert target.read(check_integrity) == []


@IN_A_FILE
def test_that_somebody_was_seen_to_is_taken_back_there_too(
    database: Database, event: Event, add: Callable[..., Any], target: Database, now: datetime
) -> None:
    by: Any = {"station": "Desk 1", "now": now}
    other = database.write(create_event, replace(event, name="Another"), **by)
    database.write(call_desk, other.id, None, DeskReason.CONNECTION, **by)
    call = database.write(call_desk, event.id, add("Ann Smith").id, DeskReason.NO_BADGE, **by)
    database.write(answer_desk_call, call.id, **by)

    moved = _move(database, event.id, target.address, now)
    answered = next(one for one in target.read(activity, moved.event_id) if one.can_undo)
    assert target.write(undo, answered.id, **by) == "Undone: Saw to Ann Smith"
    assert [one.name for one in target.read(open_desk_calls, moved.event_id)] == ["Ann Smith"]


def _undo_all(place: Database, event_id: int, now: datetime) -> tuple[list[str], Any, Any]:
    """Take every change back, and half of that again; what was said, and what is left."""
    said: list[str] = []
    for entry in [one for one in place.read(activity, event_id, 500) if one.can_undo]:
        try:
            said.append(place.write(undo, entry.id, station="Control", now=now))
        except MixerError as refusal:
            said.append(str(refusal))
    again = [one for one in place.read(activity, event_id, 500) if one.what == "undo" and not one.undone]
    for entry in again[: len(again) // 2]:
        try:
            said.append(place.write(undo, entry.id, station="Control", now=now))
        except MixerError as refusal:
            said.append(str(refusal))
    registered = place.read(people.list_attendees, event_id, cancelled=True)
    codes = {one.id: one.code for one in registered}
    given = [(codes[one.from_id], codes[one.to_id], one.answer) for one in place.read(list_answers, event_id)]
    return said, [(one.code, one.role, one.status, registration_of(one)) for one in registered], given


def test_a_second_time_is_refused_in_a_sentence_and_changes_nothing(
    evening: Database, event: Event, target: Database, now: datetime
) -> None:
    moved = _move(evening, event.id, target.address, now)
    before = target.read(activity, moved.event_id), target.read(count_persons)
    with pytest.raises(MixerError, match=rf"already: Physician mixer, number {moved.event_id}, with 12 peo"):
        _move(evening, event.id, target.address, now)
    with pytest.raises(MixerError, match="holds this event already"):
        _move(target, moved.event_id, evening.address, now)
    assert (target.read(activity, moved.event_id), target.read(count_persons)) == before
    with pytest.raises(MixerError, match="the database itself"):
        _move(evening, event.id, evening.address, now)


def _all_of(place: Database, event_id: int) -> dict[str, list[str]]:
    """Every row of an event, but for what a move adds; numbers by their rank, persons by who they are."""
    rows = place.read(rows_of_event, event_id)
    rows["journal"] = [row for row in rows["journal"] if row["what"] != "moved here"]
    ranks: dict[str, dict[int, int]] = {}
    for table, found in mentioned(rows).items():
        present = {row["id"] for row in rows.get(table, ())}
        ranks[table] = {one: rank for rank, one in enumerate([*sorted(found - present), *sorted(present)])}
    who = {row["id"]: sum(map(ord, row["name"] + row["email_key"])) for row in rows["persons"]}
    ranks["persons"] = {one: who.get(one, -1) for one in ranks["persons"]}
    told = {name: [renumbered(name, row, lambda table, one: ranks[table][one]) for row in some]
            for name, some in rows.items()}  # fmt: skip
    return {name: sorted(map(repr, some)) for name, some in told.items()}


def _replace(source: Database, event_id: int, target: Database, now: datetime) -> Any:
    return move_event(source, event_id, target.address, station="Control", now=now, replace=True)


def _others(place: Database, event_id: int) -> list[Any]:
    return [place.read(rows_of_event, one.id) for one in place.read(list_events) if one.id != event_id]


def _work_on(place: Database, event_id: int, add: Callable[..., Any], now: datetime) -> None:
    """What happens at the evening: people come, some are new, one is renamed, one is forgotten, a merge is undone."""
    by: Any = {"station": "Desk", "now": now}
    coming = place.read(people.list_attendees, event_id)
    for one in coming[::2]:
        place.write(check_in, event_id, one.code, **by)
    place.write(people.add_attendee, event_id, add("Walk In", email=""), **by, dice=Random(9))
    other = next(one for one in coming if one.name.full == "Zoe New")
    place.write(people.edit_attendee, other.id, replace(registration_of(other), email="zoe@new.example"), **by)
    merged = next(one for one in place.read(activity, event_id, 500) if one.what == "merged")
    place.write(undo, merged.id, **by)
    plan_event(place, event_id, station="Desk", clock=lambda: now)
    gone = next(one for one in coming if one.name.full == "Łucja Østergård")
    forget_person(place, gone.person_id, station="Desk", now=now)


def test_an_event_goes_to_a_server_is_worked_on_there_and_comes_home_into_its_own_place(
    evening: Database,
    event: Event,
    target: Database,
    a_registration: Callable[..., Any],
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """Every table is as it was there; other events, and whom they know, are as they were."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    earlier = replace(event, name="Spring", starts_at=event.starts_at - timedelta(days=200))
    spring = evening.write(create_event, replace(earlier), station="C", now=now - timedelta(days=200))
    for name, said in (("Ann Smith", ANN), ("Old Friend", {"email": "old@x.x"})):
        one = a_registration(name, **said)
        evening.write(people.add_attendee, spring.id, one, station="C", now=now, dice=Random(name))
    others, known = _others(evening, event.id), evening.read(count_persons)
    moved = _move(evening, event.id, target.address, now)
    _work_on(target, moved.event_id, a_registration, now)
    back = _replace(target, moved.event_id, evening, now)
    assert back.event_id == event.id
    assert _all_of(evening, event.id) == _all_of(target, moved.event_id)
    assert _others(evening, event.id) == others
    assert evening.read(check_integrity) == []
    assert evening.read(count_persons) == known + 1  # the walk-in and who is two again came, one was forgotten
    ann = next(one for one in evening.read(people.list_attendees, event.id) if one.name.full == "Ann Smith")
    names = [one.event_name for one in evening.read(history_of, ann.person_id, today=event.date)]
    assert names == ["Physician mixer", "Spring"]
    before = open_database(str(back.backup))
    assert before.read(head_counts, event.id).here < evening.read(head_counts, event.id).here
    before.close()
    told = _undo_all(evening, event.id, now)
    assert told == _undo_all(target, moved.event_id, now)
    assert evening.read(check_integrity) == []


def test_put_in_its_place_twice_is_once_and_the_other_way_as_well(
    evening: Database, event: Event, target: Database, now: datetime, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    moved = _move(evening, event.id, target.address, now)
    others, known = _others(target, moved.event_id), target.read(count_persons)
    seen = target.read(latest_change)
    for one in evening.read(people.list_attendees, event.id)[::2]:
        evening.write(check_in, event.id, one.code, station="Desk", now=now)
    for _ in range(2):
        again = _replace(evening, event.id, target, now)
        assert again.event_id == moved.event_id
        assert _all_of(target, moved.event_id) == _all_of(evening, event.id)
        assert _others(target, moved.event_id) == others
        assert target.read(count_persons) == known
    assert target.read(changes_since, moved.event_id, seen).everything
    assert target.read(check_integrity) == []


def test_what_goes_wrong_on_the_way_leaves_the_copy_there_as_it_was(
    evening: Database, event: Event, target: Database, now: datetime, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    moved = _move(evening, event.id, target.address, now)
    before = target.read(rows_of_event, moved.event_id), _others(target, moved.event_id)

    def differ(*_: object) -> None:
        raise MixerError("did not keep the table")

    monkeypatch.setattr(moving, "_compare", differ)
    with pytest.raises(MixerError, match="did not keep"):
        _replace(evening, event.id, target, now)
    assert (target.read(rows_of_event, moved.event_id), _others(target, moved.event_id)) == before


@IN_A_FILE
def test_an_event_that_was_forgotten_there_comes_back_if_that_is_decided(
    evening: Database, event: Event, target: Database, now: datetime, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    moved = _move(evening, event.id, target.address, now)
    others, known = _others(target, moved.event_id), target.read(count_persons)
    forget_event(target, moved.event_id, station="Control", now=now)
    with pytest.raises(EventThereError, match="its people forgotten"):
        _move(evening, event.id, target.address, now)
    _replace(evening, event.id, target, now)
    assert _all_of(target, moved.event_id) == _all_of(evening, event.id)
    assert _others(target, moved.event_id) == others
    assert target.read(count_persons) == known
    ann = next(one for one in target.read(people.list_attendees, moved.event_id) if one.name.full == "Ann Smith")
    assert len(target.read(history_of, ann.person_id, today=event.date)) == 2


@IN_A_FILE
def test_an_event_that_was_forgotten_there_does_not_come_back_by_itself(
    evening: Database, event: Event, target: Database, now: datetime, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    moved = _move(evening, event.id, target.address, now)
    forget_event(target, moved.event_id, station="Control", now=now)
    with pytest.raises(MixerError, match="holds this event already"):
        _move(evening, event.id, target.address, now)


def test_a_printed_badge_goes_on_working_where_somebody_of_another_event_has_its_code(
    evening: Database, event: Event, target: Database, a_registration: Callable[..., Any], now: datetime
) -> None:
    bob = next(one for one in evening.read(people.list_attendees, event.id) if one.name.full == "Łucja Østergård")
    last_year = next(one for one in target.read(list_events) if one.name == "Last year")
    twin = a_registration("Cy Twin")
    (number,) = target.write(_with_code, last_year.id, twin, code=bob.code, now=now)
    moved = _move(evening, event.id, target.address, now)
    for event_id, name in ((last_year.id, "Cy Twin"), (moved.event_id, bob.name.full)):
        arrived = target.write(check_in, event_id, bob.code, station="Desk", now=now)
        assert arrived.attendee is not None
        assert (arrived.attendee.name.full, arrived.attendee.code) == (name, bob.code)
    assert target.read(people.get_attendee, number).name.full == "Cy Twin"


def _with_code(session: Any, event_id: int, said: Any, *, code: str, now: datetime) -> list[int]:
    from mixer_app.store.registrations import add_registrations

    return add_registrations(
        session, event_id, [replace(said, role=Role.MENTEE)], now=now, dice=Random(1), codes=[code]
    )


def test_two_who_were_merged_here_are_one_person_there_too(
    database: Database, event: Event, add: Callable[..., Attendee], target: Database, now: datetime
) -> None:
    """Ann and Xia, both known there, turned out to be one at the desk; what is known there of both belongs together."""
    ann, xia = add("Ann Smith", **ANN), add("Xia", email="x@x.x")
    database.write(merge_people, event.id, [ann.id, xia.id], station="Control", now=now)
    before = target.read(count_persons)
    moved = _move(database, event.id, target.address, now)
    assert (moved.people, moved.known) == (1, 1)
    assert target.read(count_persons) == before - 1
    assert target.read(check_integrity) == []


@IN_A_FILE
@pytest.mark.parametrize(("days", "known_by"), [(0, "ann@new.example"), (-900, "ann@example.org")])
def test_people_are_recognised_by_what_they_said_at_their_latest_event(
    database: Database,
    event: Event,
    add: Callable[..., Attendee],
    target: Database,
    a_registration: Callable[..., Any],
    now: datetime,
    days: int,
    known_by: str,
) -> None:
    planning = replace(event, name="Hers", starts_at=event.starts_at + timedelta(days=days))
    hers = database.write(create_event, planning, station="C", now=now + timedelta(seconds=1))
    add("Ann Smith", to=hers, email="ann@new.example", external_id="A-1")
    assert _move(database, hers.id, target.address, now).known == 1
    before = target.read(count_persons)
    long_ago = next(one for one in target.read(list_events) if one.name == "Long ago")
    again = a_registration("Ann Smith", email=known_by)
    target.write(people.add_attendee, long_ago.id, again, station="C", now=now, dice=Random(3))
    assert target.read(count_persons) == before


def test_the_evening_goes_on_there_with_fresh_numbers(
    evening: Database, event: Event, target: Database, a_registration: Callable[..., Any], now: datetime
) -> None:
    moved = _move(evening, event.id, target.address, now)
    highest = max(one.id for one in target.read(people.list_attendees, moved.event_id, cancelled=True))
    said = {"station": "Desk", "now": now}
    new = target.write(people.add_attendee, moved.event_id, a_registration("Cy New"), dice=Random(1), **said)
    assert new.id > highest
    plan = plan_event(target, moved.event_id, station="Control", clock=lambda: now)
    assert plan.version > 2
    target.write(undo, target.read(activity, moved.event_id)[0].id, **said)
    assert target.read(check_integrity) == []


@IN_A_FILE
def test_what_does_not_arrive_as_it_was_is_noticed_and_nothing_is_kept(
    evening: Database, event: Event, target: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = target.read(list_events), target.read(count_persons)
    read = moving.rows_of_event

    def spoilt(session: Any, event_id: int) -> Any:
        rows = read(session, event_id)
        rows["wishes"][0]["text"] = "?"
        return rows

    monkeypatch.setattr(moving, "rows_of_event", spoilt)
    with pytest.raises(MixerError, match="did not keep the table “wishes”"):
        _move(evening, event.id, target.address, now)
    assert (target.read(list_events), target.read(count_persons)) == before


@IN_A_FILE
def test_the_pin_goes_along_where_there_is_none_and_never_replaces_one(
    evening: Database, event: Event, target: Database, now: datetime, tmp_path: Path
) -> None:
    by: Any = {"station": "Control", "now": now}
    evening.write(set_pin, "4711", old=None, **by)
    target.write(set_pin, "1234", old=None, **by)
    moved = _move(evening, event.id, target.address, now)
    assert target.write(check_pin, "1234", **by).ok
    _move(target, moved.event_id, str(tmp_path / "back.db"), now)
    back = open_database(str(tmp_path / "back.db"))
    assert back.write(check_pin, "1234", **by).ok
    back.close()


def test_every_table_is_of_an_event_or_known_to_be_of_the_whole_database() -> None:
    of_all = {table.name for table in Row.metadata.sorted_tables if belongs_to(table, 1) is None}
    assert of_all == {"column_mappings", "station_printers"}
