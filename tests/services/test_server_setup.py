"""Each kind of station does its work on a shared server, and the server itself refuses what is not its work."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import text

from mixer_app.domain.answers import Answer, AnswerSource
from mixer_app.domain.desk_calls import DeskReason
from mixer_app.domain.errors import MixerError
from mixer_app.domain.evening import ActKind
from mixer_app.domain.events import Event
from mixer_app.domain.paper import BadgeFace
from mixer_app.domain.people import Attendee, registration_of
from mixer_app.domain.plan_edits import EditKind, PairRule, PlanEdit
from mixer_app.domain.print_jobs import JobState
from mixer_app.domain.printers import SpoolAnswer, SpoolState
from mixer_app.domain.roles import Role
from mixer_app.domain.staff_roles import StaffRole
from mixer_app.domain.staff_settings import BackOfBadge, EventSettings
from mixer_app.domain.station_kinds import StationKind
from mixer_app.services import badge_queue, desk_calls, kiosk, people, projector, staff_notes, staff_pin
from mixer_app.services.answers import choose_answer, list_answers, record_answer
from mixer_app.services.badge_backs import with_backs
from mixer_app.services.badge_dispatch import Dispatcher
from mixer_app.services.badge_paper import BadgePaper
from mixer_app.services.changes import changes_since
from mixer_app.services.check_in import check_in, head_counts, last_arrivals, mark_left, undo_check_in
from mixer_app.services.connections import read_connection
from mixer_app.services.database import Database, check_integrity, open_database
from mixer_app.services.evening import act_on_evening, catch_up
from mixer_app.services.events import create_event, find_event
from mixer_app.services.exports import export_people
from mixer_app.services.forgetting import forget_event
from mixer_app.services.journal import activity, latest_change, undo
from mixer_app.services.kiosk_answers import answer_at_kiosk, kiosk_answer_sheet
from mixer_app.services.meetings import record_meeting
from mixer_app.services.merging import merge_people
from mixer_app.services.moving import move_event
from mixer_app.services.overview import overview
from mixer_app.services.pair_rule_journal import lift_pair_rule
from mixer_app.services.plan_edits import apply_edit
from mixer_app.services.planning import plan_event, plan_state, publish
from mixer_app.services.room import read_room
from mixer_app.services.safekeeping import keep_safe
from mixer_app.services.server_setup import ReadyServer, set_up_server
from mixer_app.services.settings import change_event_settings, event_settings
from mixer_app.services.stand_in import stand_in_of
from mixer_app.services.steady_clock import SteadyClock, keep_time
from mixer_app.services.wall_clock import moment_of
from mixer_app.store import Session
from mixer_app.store.answers import set_aside_of
from mixer_app.store.imports import files_of_people
from mixer_app.store.pair_rules import pair_rules, set_pair_rule
from mixer_app.store.settings import read_settings, write_settings
from mixer_app.ui.kiosk import kiosk_acts

from .conftest import QueuePrinter

REFUSED = "does not let this kind of station do that"


@pytest.fixture(scope="module")
def ready(server: str) -> ReadyServer:
    return set_up_server(server.replace("/postgres", "/mixer"), host="127.0.0.1")


@pytest.fixture(scope="module")
def stations(server: str, ready: ReadyServer) -> Iterator[dict[StationKind, Database]]:
    port = read_connection(server).port  # type: ignore[union-attr]  # an address
    assert all(f":{port}/mixer" in one.address for one in ready.addresses)
    opened = {one.kind: open_database(one.address) for one in ready.addresses}
    yield opened
    for one in opened.values():
        one.close()


@pytest.fixture
def control(stations: dict[StationKind, Database]) -> Database:
    return stations[StationKind.CONTROL]


@pytest.fixture
def desk(stations: dict[StationKind, Database]) -> Database:
    return stations[StationKind.DESK]


@pytest.fixture
def a_kiosk(stations: dict[StationKind, Database]) -> Database:
    return stations[StationKind.KIOSK]


@pytest.fixture
def held(control: Database, event: Event, now: datetime) -> Event:
    """An event at the server; `event` is of a file."""
    return control.write(create_event, replace(event, name="Shared"), station="Control", now=now)


@pytest.fixture
def join(control: Database, held: Event, a_registration: Callable[..., Any], now: datetime) -> Callable[..., Attendee]:
    def build(name: str, **said: Any) -> Attendee:
        one = a_registration(name, **said)
        return control.write(people.add_attendee, held.id, one, station="Control", now=now, dice=Random(name))

    return build


@pytest.fixture
def guests(join: Callable[..., Attendee]) -> tuple[Attendee, Attendee]:
    ann = join("Ann Smith", role="mentor", topics_offered=("Finance",), employer="City", experience_years=20.0)
    bob = join("Bob Jones", topics_wanted=("Finance",), keep_apart=("Eve Adams",), wishes=("Ann Smith",))
    return ann, bob


def test_control_does_everything(control: Database, held: Event, guests: Any, now: datetime) -> None:
    by: Any = {"station": "Control", "now": now}
    for guest in guests:
        control.write(check_in, held.id, guest.code, **by)
    plan = plan_event(control, held.id, station="Control", clock=lambda: now)
    control.write(publish, plan.id, **by)
    control.write(act_on_evening, held.id, ActKind.START, round_number=1, **by)
    control.write(change_event_settings, held.id, replace(control.read(event_settings, held.id), idle_seconds=30), **by)
    _set_pins(control, now)
    assert control.read(check_integrity) == []
    assert "Erased" in forget_event(control, held.id, station="Control", now=now)


def test_a_desk_does_what_is_done_at_the_door(
    desk: Database, control: Database, held: Event, guests: Any, join: Any, a_registration: Any, now: datetime
) -> None:
    ann, bob = guests
    by: Any = {"station": "Desk 1", "now": now}
    plan = plan_event(control, held.id, station="Control", clock=lambda: now, everyone=True)
    control.write(publish, plan.id, station="Control", now=now)
    start = desk.read(latest_change)
    desk.write(check_in, held.id, ann.code, request_id=f"a{held.id}", **by)
    desk.write(check_in, held.id, bob.code, **by)
    desk.write(undo_check_in, held.id, bob.code, **by)
    desk.write(undo, desk.read(activity, held.id)[0].id, **by)
    desk.write(mark_left, held.id, ann.code, **by)
    new = desk.write(people.add_attendee, held.id, a_registration("Cy New"), dice=Random(held.id), walk_in=True, **by)
    desk.write(people.set_role, new.id, Role.BOTH, **by)
    desk.write(people.edit_attendee, new.id, replace(registration_of(new), topics_wanted=("A new topic",)), **by)
    desk.write(people.cancel_attendee, new.id, **by)
    desk.write(staff_notes.write_note, bob.id, "VIP", **by)
    desk.write(staff_notes.note_seen, bob.id, **by)
    desk.write(record_answer, held.id, ann.id, bob.id, Answer.YES, note="", **by)
    desk.write(badge_queue.queue_badge, held.id, bob.id, printer="label", **by)
    desk.write(desk_calls.call_desk, held.id, bob.id, DeskReason.WRONG_FACTS, **by)
    desk.write(desk_calls.answer_desk_call, desk.read(desk_calls.open_desk_calls, held.id)[0].id, **by)
    desk.write(catch_up, held.id, **by)
    desk.write(projector.change_projector, held.id, message="Please sit down", **by)
    keep_time(desk, SteadyClock())
    assert desk.read(changes_since, held.id, start).attendee_ids >= {ann.id, bob.id, new.id}
    assert desk.read(head_counts, held.id).here == 1
    assert [one.id for one in desk.read(last_arrivals, held.id)] == [bob.id]
    assert desk.read(overview, held.id, now=now)
    assert desk.read(read_room, held.id, now=now)


def test_a_kiosk_checks_people_in(
    a_kiosk: Database, control: Database, held: Event, guests: Any, now: datetime
) -> None:
    _, bob = guests
    by: Any = {"station": "Kiosk 1", "now": now}
    asked = replace(registration_of(bob), goal="Learn", staff_note="VIP", answers=(("Diet", "Vegan"),), email="b@x.org")
    bob = control.write(people.edit_attendee, bob.id, asked, station="Control", now=now)
    plan = plan_event(control, held.id, station="Control", clock=lambda: now, everyone=True)
    control.write(publish, plan.id, station="Control", now=now)
    assert a_kiosk.read(find_event, str(held.id)).name == "Shared"
    assert a_kiosk.read(event_settings, held.id)
    assert len(a_kiosk.read(people.list_attendees, held.id)) == 2
    assert not a_kiosk.write(kiosk.check_fact, bob.id, "nonsense", **by)
    assert a_kiosk.read(kiosk.kiosk_person, bob.id).topics_wanted == ("Finance",)
    said = kiosk.KioskAnswers(role=Role.BOTH, needs_wanted=("Relocation",), topics_wanted=(), share_email=True)
    done = a_kiosk.write(kiosk.confirm_at_kiosk, held.id, bob.id, said, request_id=f"k{held.id}", **by)
    assert done.plan_out
    assert done.first_seat is not None
    kept = control.read(people.get_attendee, bob.id)
    assert (kept.needs_wanted, kept.topics_wanted, kept.contact_consent) == (("Relocation",), (), True)
    assert (kept.goal, kept.staff_note, kept.wishes, kept.keep_apart) == (bob.goal, "VIP", bob.wishes, bob.keep_apart)
    assert kept.answers == bob.answers == (("Diet", "Vegan"),)
    a_kiosk.write(desk_calls.call_desk, held.id, bob.id, DeskReason.WRONG_FACTS, **by)
    a_kiosk.write(badge_queue.queue_badge, held.id, bob.id, printer="label", **by)
    keep_time(a_kiosk, SteadyClock())
    assert a_kiosk.read(latest_change) == control.read(latest_change)


def test_what_somebody_said_at_a_kiosk_is_taken_back_without_touching_what_it_does_not_see(
    a_kiosk: Database, control: Database, held: Event, guests: Any, now: datetime
) -> None:
    bob = guests[1]
    said = kiosk.KioskAnswers(topics_wanted=())
    a_kiosk.write(kiosk.confirm_at_kiosk, held.id, bob.id, said, request_id=f"b{held.id}", station="Kiosk 1", now=now)
    noted = replace(registration_of(control.read(people.get_attendee, bob.id)), staff_note="VIP")
    edits = [one.id for one in control.read(activity, held.id) if one.what == "edited"]
    control.write(undo, edits[0], station="Control", now=now)
    back = control.read(people.get_attendee, bob.id)
    assert registration_of(back) == replace(noted, topics_wanted=("Finance",), staff_note="")
    assert back.keep_apart == ("Eve Adams",)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT staff_note FROM attendees",
        "SELECT goal FROM attendees",
        "SELECT * FROM attendees",
        "SELECT name FROM persons",
        "SELECT evidence FROM introductions",
        "UPDATE attendees SET email = 'thief@example.org'",
        "UPDATE attendees SET full_name = 'x'",
        "UPDATE attendees SET phone = ''",
        "UPDATE persons SET email_key = 'x'",
        "INSERT INTO topics (event_id, name, key, position, listed) VALUES (1, 'x', 'x', 1, true)",
    ],
)
def test_a_kiosk_reads_and_changes_of_people_only_what_is_said_at_it(
    a_kiosk: Database, guests: Any, statement: str
) -> None:
    with pytest.raises(MixerError, match=REFUSED):
        a_kiosk.write(lambda session: session.execute(text(statement)))


def test_a_kiosk_exports_nobody_and_sees_no_wishes_and_no_imported_answers(
    a_kiosk: Database, control: Database, held: Event, guests: Any, now: datetime, tmp_path: Path
) -> None:
    asked = replace(registration_of(guests[1]), answers=(("Diet", "Vegan"),))
    control.write(people.edit_attendee, guests[1].id, asked, station="Control", now=now)
    with pytest.raises(MixerError, match=REFUSED):
        export_people(a_kiosk, held.id, tmp_path / "people.csv")
    assert not (tmp_path / "people.csv").exists()
    for table in ("wishes", "imported_answers"):
        seen = [
            one.read(lambda session, at=table: session.execute(text(f"TABLE {at}")).all()) for one in (a_kiosk, control)
        ]
        assert [bool(rows) for rows in seen] == [False, True], table


def test_a_kiosk_prints_the_rounds_on_the_back_of_a_badge(
    a_kiosk: Database, control: Database, held: Event, guests: Any, now: datetime
) -> None:
    for_all = replace(control.read(event_settings, held.id), badge_back=BackOfBadge.ROUNDS)
    control.write(change_event_settings, held.id, for_all, station="Control", now=now)
    plan = plan_event(control, held.id, station="Control", clock=lambda: now, everyone=True)
    control.write(publish, plan.id, station="Control", now=now)
    face = BadgeFace(event_name=held.name, code=guests[1].code, name=guests[1].name, role=Role.MENTEE)
    (badge,) = a_kiosk.read(with_backs, held.id, [face], [guests[1]])
    assert [one.table for one in badge.back.rounds if one.table] == [1]


def test_a_kiosk_finds_admits_and_prints_by_its_own_address(
    a_kiosk: Database, held: Event, guests: Any, clock: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    by: Any = {"station": "Kiosk 5", "now": clock()}
    (hit,) = a_kiosk.read(kiosk_acts.load_index, held.id).find("ann").hits
    seen = a_kiosk.write(kiosk_acts.recognise_by_fact, held.id, hit.attendee_id, "Cit", **by)
    assert seen is not None
    assert seen.person.code == guests[0].code
    named: Any = {"printer": "label", "request_id": f"p{held.id}"}
    admitted = a_kiosk.write(kiosk_acts.admit, held.id, hit.attendee_id, kiosk.KioskAnswers(), **named, **by)
    assert admitted.job is not None
    paper, printer = BadgePaper(a_kiosk), QueuePrinter("label")
    paper.picture_page(held.id, hit.attendee_id, tmp_path / "badge.pdf")
    hand = Dispatcher(a_kiosk, "Kiosk 5", clock, paper)
    hand.send(hand.jobs()[0], printer, tmp_path)
    printer.answer = SpoolAnswer(SpoolState.COMPLETED)
    hand.watch(hand.jobs()[0], printer)
    assert a_kiosk.read(badge_queue.get_job, admitted.job.id).state is JobState.DONE
    assert a_kiosk.read(kiosk_acts.recognise_code, held.id, guests[0].code, now=clock()) is not None


def test_a_kiosk_hands_over_what_it_did_while_the_server_was_away(
    a_kiosk: Database, control: Database, held: Event, guests: Any, now: datetime, monkeypatch: Any, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    place = stand_in_of(a_kiosk, held.id)
    assert place is not None
    assert place.renew(now)
    for guest in guests:
        named: Any = {"printer": "label", "request_id": f"h{guest.id}", "station": "Kiosk 6", "now": now}
        place.copy.write(kiosk_acts.admit, held.id, guest.id, kiosk.KioskAnswers(), **named)
    control.write(check_in, held.id, guests[0].code, station="Desk 2", now=now + timedelta(seconds=5))
    assert place.hand_over(lambda: now + timedelta(minutes=1)) == 2
    here = [control.read(people.get_attendee, guest.id) for guest in guests]
    assert [(one.here, one.checked_in_where, one.keep_apart) for one in here] == [
        (True, "Kiosk 6", ()),
        (True, "Kiosk 6", ("Eve Adams",)),
    ]
    assert [one.reason for one in control.read(desk_calls.open_desk_calls, held.id)] == [DeskReason.TWICE]
    place.forget()


def test_what_a_kiosk_keeps_for_when_the_server_is_away_has_no_more_in_it_than_it_sees(
    a_kiosk: Database, control: Database, held: Event, guests: Any, now: datetime, monkeypatch: Any, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    _set_pins(control, now)
    place = stand_in_of(a_kiosk, held.id)
    assert place is not None
    assert place.renew(now)
    by: Any = {"station": "Kiosk 1", "now": now}
    assert place.copy.write(kiosk.check_fact, guests[0].id, "Cit", **by)
    assert place.copy.write(staff_pin.check_pin, "1357", **by).ok
    assert not place.copy.write(staff_pin.check_pin, "4711", **by).ok
    place.forget()


def test_a_kiosk_is_left_by_the_pin_of_helpers_and_never_sees_that_of_the_organizer(
    a_kiosk: Database, control: Database, now: datetime
) -> None:
    by: Any = {"station": "Kiosk 9", "now": now}
    _set_pins(control, now)
    kept = "SELECT key FROM settings WHERE key LIKE '% pin'"
    assert a_kiosk.read(lambda session: session.scalars(text(kept)).all()) == ["helper pin"]
    assert a_kiosk.read(staff_pin.can_leave_kiosk)
    assert a_kiosk.read(staff_pin.pin_mark)  # a window there stays as helpers may have it
    assert a_kiosk.write(staff_pin.check_pin, "1357", **by).ok
    assert not a_kiosk.write(staff_pin.check_pin, "4711", **by).ok
    assert a_kiosk.write(staff_pin.pin_wait, **by) == 0


def _set_pins(control: Database, now: datetime) -> None:
    """The organizer's is 4711 and the helpers' 1357, whatever they were."""
    by: Any = {"station": "Control", "now": now}
    control.write(staff_pin.reset_pins, **by)
    control.write(staff_pin.set_pin, "4711", old=None, **by)
    control.write(staff_pin.set_pin, "1357", old="4711", role=StaffRole.HELPER, **by)


@pytest.mark.parametrize("kind", [StationKind.DESK, StationKind.KIOSK])
def test_a_pin_is_taken_away_at_control_only_and_nobody_else_is_told_that_it_is_gone(
    stations: dict[StationKind, Database], kind: StationKind, control: Database, now: datetime
) -> None:
    _set_pins(control, now)
    before = control.read(latest_change)
    by: Any = {"station": "Elsewhere", "now": now}
    acts: list[Callable[[], object]] = [
        lambda: stations[kind].write(staff_pin.reset_pins, **by),
        lambda: stations[kind].write(staff_pin.remove_pin, old="4711", **by),
        lambda: stations[kind].write(staff_pin.remove_pin, old="4711", role=StaffRole.HELPER, **by),
        lambda: stations[kind].write(staff_pin.set_pin, "2468", old="4711", **by),
    ]
    for act in acts:
        with pytest.raises(MixerError):
            act()
    for act in acts[:3]:
        with pytest.raises(MixerError, match=REFUSED):
            act()
    assert control.read(latest_change) == before
    assert control.write(staff_pin.check_pin, "4711", **by).ok


@pytest.mark.parametrize("kind", [StationKind.DESK, StationKind.KIOSK])
@pytest.mark.parametrize("value", [120, None])
def test_a_setting_that_control_has_made_is_refused_elsewhere_in_a_sentence(
    stations: dict[StationKind, Database], kind: StationKind, control: Database, held: Event, value: int | None
) -> None:
    control.write(write_settings, held.id, {"idle_seconds": 90})
    with pytest.raises(MixerError, match=REFUSED):
        stations[kind].write(write_settings, held.id, {"idle_seconds": value})
    assert control.read(read_settings, held.id)["idle_seconds"] == 90


@pytest.mark.parametrize("kind", [StationKind.DESK, StationKind.KIOSK])
def test_what_is_not_its_work_is_refused_by_the_server(
    stations: dict[StationKind, Database], kind: StationKind, control: Database, held: Event, guests: Any, now: datetime
) -> None:
    own = stations[kind]
    ann, bob = guests
    by: Any = {"station": "Elsewhere", "now": now}
    plan = plan_event(control, held.id, station="Control", clock=lambda: now, everyone=True)
    before = control.read(latest_change)
    acts: list[Callable[[], object]] = [
        lambda: plan_event(own, held.id, station="Elsewhere", clock=lambda: now, everyone=True),
        lambda: own.write(publish, plan.id, **by),
        lambda: own.write(act_on_evening, held.id, ActKind.START, round_number=1, **by),
        lambda: own.write(create_event, replace(held, name="Another"), **by),
        lambda: own.write(change_event_settings, held.id, EventSettings(idle_seconds=44), **by),
        lambda: own.write(merge_people, held.id, [ann.id, bob.id], **by),
        lambda: forget_event(own, held.id, station="Elsewhere", now=now),
    ]
    for act in acts:
        with pytest.raises(MixerError, match=REFUSED):
            act()
    for statement in (
        "DELETE FROM journal",
        "UPDATE journal SET station = 'x'",
        "DELETE FROM attendees",
        "UPDATE attendees SET code = 'x'",
        "DELETE FROM pair_rules",
        "SELECT before FROM import_steps",
        "DROP TABLE wishes",
        "CREATE TABLE mine (id int)",
        "CREATE ROLE other SUPERUSER",
        "COPY journal TO PROGRAM 'cat'",
        "ALTER TABLE wishes DISABLE ROW LEVEL SECURITY",
    ):
        with pytest.raises(Exception, match=REFUSED) as refusal:
            own.write(lambda session, said=statement: session.execute(text(said)))
        assert isinstance(refusal.value, MixerError), statement
    assert control.read(latest_change) == before


@pytest.mark.parametrize("kind", [StationKind.DESK, StationKind.KIOSK])
def test_an_event_is_moved_by_control_only_because_others_do_not_see_all_of_it(
    stations: dict[StationKind, Database], kind: StationKind, held: Event, now: datetime, tmp_path: Path
) -> None:
    with pytest.raises(MixerError, match=REFUSED):
        move_event(stations[kind], held.id, str(tmp_path / "taken.db"), station="Elsewhere", now=now)


def test_control_makes_the_backups_and_a_desk_the_list_for_an_emergency(
    desk: Database,
    control: Database,
    held: Event,
    guests: Any,
    now: datetime,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a desk does not see would be missing in its copy, and lost if that were put back."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    doors = moment_of(held.starts_at)
    at_desk = keep_safe(desk, held.id, now=doors)
    assert at_desk.backup is None
    assert at_desk.emergency_list is not None
    assert keep_safe(control, held.id, now=doors).backup is not None


def test_a_kiosk_reads_nothing_that_staff_decided_and_no_journal(a_kiosk: Database, held: Event) -> None:
    closed = ("pair_rules", "import_steps", "plan_without", "referrals", "suggestions", "match_decisions")
    more = ("SELECT payload FROM journal", "TABLE journal_private")
    for statement in (*(f"TABLE {name}" for name in closed), *more):
        with pytest.raises(MixerError, match=REFUSED):
            a_kiosk.read(lambda session, said=statement: session.execute(text(said)).all())


@pytest.mark.parametrize(
    "statement",
    [
        "TABLE answers",
        "SELECT answer FROM answers",
        "SELECT note, helped FROM answers",
        "SELECT id FROM answers WHERE answer = 'yes'",
        "UPDATE answers SET note = 'x' WHERE answer = 'yes'",
        "UPDATE answers SET note = answer",
        "UPDATE answers SET note = 'x' RETURNING answer",
        "INSERT INTO answers (event_id, from_id, to_id, answer, refer, note, source, at, station) SELECT event_id,"
        " from_id, to_id, 'no', false, '', 'kiosk', now(), '' FROM answers"
        " ON CONFLICT (from_id, to_id) DO UPDATE SET note = answers.answer",
        "DELETE FROM answers",
        "TABLE set_aside_answers",
        "SELECT note FROM set_aside_answers",
        "INSERT INTO set_aside_answers SELECT from_id FROM answers",
    ],
)
def test_a_kiosk_learns_from_no_statement_what_anybody_answered(
    a_kiosk: Database, control: Database, held: Event, guests: Any, now: datetime, statement: str
) -> None:
    ann, bob = guests
    control.write(record_meeting, held.id, ann.id, bob.id, station="Control", now=now)
    control.write(record_answer, held.id, bob.id, ann.id, Answer.YES, note="ring her", station="Control", now=now)
    with pytest.raises(MixerError, match=REFUSED):
        a_kiosk.write(lambda session: session.execute(text(statement)))
    assert [one.note for one in control.read(list_answers, held.id)] == ["ring her"]


def test_what_paper_said_is_set_aside_when_somebody_answers_at_a_kiosk_that_cannot_read_it(
    a_kiosk: Database, control: Database, held: Event, guests: Any, now: datetime
) -> None:
    ann, bob = guests
    control.write(record_meeting, held.id, ann.id, bob.id, station="Control", now=now)
    control.write(record_answer, held.id, bob.id, ann.id, Answer.NO, note="ring her", station="Control", now=now)
    a_kiosk.write(answer_at_kiosk, held.id, bob.id, ann.id, Answer.YES, helped=4, station="Kiosk 1", now=now)
    (given,) = control.read(list_answers, held.id)
    assert (given.answer, given.helped, given.source, given.note) == (Answer.YES, 4, AnswerSource.KIOSK, "ring her")
    (aside,) = control.read(set_aside_of, bob.id)
    assert (aside.answer, aside.source, aside.note) == (Answer.NO, AnswerSource.PAPER, "ring her")
    control.write(choose_answer, held.id, bob.id, ann.id, AnswerSource.PAPER, station="Control", now=now)
    a_kiosk.write(answer_at_kiosk, held.id, bob.id, ann.id, Answer.NOT_MET, station="Kiosk 1", now=now)
    assert [one.source for one in control.read(set_aside_of, bob.id)] == [AnswerSource.PAPER]
    assert [one.answer for one in control.read(list_answers, held.id)] == [Answer.NOT_MET]
    newest = control.read(activity, held.id)[0]
    assert (newest.sentence, newest.can_undo) == ("Took down an answer of Bob Jones", False)


def test_a_desk_cannot_read_who_people_turned_out_to_be_and_control_takes_it_back(
    desk: Database, control: Database, held: Event, guests: Any, join: Callable[..., Attendee], now: datetime
) -> None:
    double = join("Robert Jones", email="secret@example.org", keep_apart=("Eve Adams",))
    merged = control.write(merge_people, held.id, [guests[1].id, double.id], station="Control", now=now)
    _only_control_takes_back(desk, control, held, merged.entry_id, "secret@example.org", now)
    assert control.read(people.get_attendee, double.id).merged_into is None


def test_a_desk_cannot_read_that_a_keep_apart_was_changed(
    desk: Database, control: Database, held: Event, guests: Any, now: datetime
) -> None:
    bob = guests[1]
    edited = replace(registration_of(bob), keep_apart=("Mallory Fox",))
    control.write(people.edit_attendee, bob.id, edited, station="Control", now=now)
    _only_control_takes_back(desk, control, held, control.read(latest_change), "Mallory", now)
    assert control.read(people.get_attendee, bob.id).keep_apart == ("Eve Adams",)


def test_a_desk_cannot_read_whom_staff_parted_not_even_in_the_words_of_the_journal(
    desk: Database, control: Database, held: Event, guests: Any, now: datetime
) -> None:
    ann, bob = guests
    plan = plan_event(control, held.id, station="Control", clock=lambda: now, everyone=True)
    part = PlanEdit(kind=EditKind.FORBID, mentee_id=bob.id, mentor_id=ann.id)
    apply_edit(control, plan.id, part, station="Control", clock=lambda: now)
    assert control.read(activity, held.id)[0].sentence == "Bob Jones is not to meet Ann Smith"
    assert desk.read(activity, held.id)[0].sentence == "Decided whether two people are to meet"
    _only_control_takes_back(desk, control, held, control.read(latest_change), "not to meet", now)
    control.write(set_pair_rule, held.id, ann.id, bob.id, PairRule.FORBIDDEN)
    control.write(lift_pair_rule, held.id, ann.id, bob.id, station="Control", now=now)
    _only_control_takes_back(desk, control, held, control.read(latest_change), "not to meet", now)
    assert control.read(pair_rules, held.id) == {(ann.id, bob.id): PairRule.FORBIDDEN}


def _only_control_takes_back(
    desk: Database, control: Database, held: Event, entry_id: int, secret: str, now: datetime
) -> None:
    """A desk sees that something was done, and neither what nor in any way `secret`; control undoes it."""
    whole = text(
        "SELECT coalesce(sentence, '') || coalesce(payload::text, '') FROM journal"
        " UNION ALL SELECT sentence || payload::text FROM journal_private"
    )
    everything = [str(one.read(lambda session: list(session.scalars(whole)))) for one in (desk, control)]
    assert [secret in some for some in everything] == [False, True]
    assert desk.read(lambda session: session.execute(text("TABLE journal_private")).all()) == []
    (seen,) = [one for one in desk.read(activity, held.id) if one.id == entry_id]
    assert not seen.can_undo
    with pytest.raises(MixerError, match="is taken back at control"):
        desk.write(undo, entry_id, station="Desk 1", now=now)
    for statement in ("UPDATE journal_private SET sentence = ''", "DELETE FROM journal_private"):
        with pytest.raises(MixerError, match=REFUSED):
            desk.write(lambda session, said=statement: session.execute(text(said)))
    assert control.write(undo, entry_id, station="Control", now=now).startswith("Undone: ")


def test_people_answer_at_a_kiosk_and_answer_otherwise(
    a_kiosk: Database, control: Database, held: Event, guests: Any, now: datetime
) -> None:
    ann, bob = guests[0], guests[1]
    control.write(record_meeting, held.id, ann.id, bob.id, station="Control", now=now)
    for answer in (Answer.NO, Answer.YES):
        a_kiosk.write(answer_at_kiosk, held.id, bob.id, ann.id, answer, helped=4, station="Kiosk 1", now=now)
    assert [line.answered for line in a_kiosk.read(kiosk_answer_sheet, held.id, bob.id, now=now).lines] == [True]
    (given,) = control.read(list_answers, held.id)
    assert (given.answer, given.helped, given.station) == (Answer.YES, 4, "Kiosk 1")


def test_a_keep_apart_is_seen_at_control_only_and_outlives_every_edit_elsewhere(
    desk: Database, control: Database, guests: Any, now: datetime
) -> None:
    bob = guests[1]
    seen = desk.read(people.get_attendee, bob.id)
    assert (seen.wishes, seen.keep_apart) == (("Ann Smith",), ())
    assert desk.read(lambda session: session.execute(text("SELECT * FROM wishes WHERE kind <> 'wish'")).all()) == []
    edited = replace(registration_of(seen), goal="Learn", wishes=())
    desk.write(people.edit_attendee, bob.id, edited, station="Elsewhere", now=now)
    kept = control.read(people.get_attendee, bob.id)
    assert (kept.goal, kept.wishes, kept.keep_apart) == ("Learn", (), ("Eve Adams",))
    control.write(undo, control.read(latest_change), station="Control", now=now)
    back = control.read(people.get_attendee, bob.id)
    assert (back.goal, back.wishes, back.keep_apart) == ("", ("Ann Smith",), ("Eve Adams",))
    control.write(undo, control.read(latest_change), station="Control", now=now)  # done again
    again = control.read(people.get_attendee, bob.id)
    assert (again.goal, again.wishes, again.keep_apart) == ("Learn", (), ("Eve Adams",))
    told = desk.read(lambda session: str(list(session.scalars(text("SELECT payload::text FROM journal")))))
    assert "Learn" in told
    assert "Eve Adams" not in told


def test_who_was_parted_by_staff_is_seen_at_control_only_and_a_plan_can_be_read_at_a_desk(
    desk: Database, control: Database, held: Event, guests: Any, now: datetime
) -> None:
    ann, bob = guests
    control.write(set_pair_rule, held.id, ann.id, bob.id, PairRule.FORBIDDEN)
    made = plan_event(control, held.id, station="Control", clock=lambda: now, everyone=True)
    assert control.read(pair_rules, held.id) == {(ann.id, bob.id): PairRule.FORBIDDEN}
    assert desk.read(pair_rules, held.id) == {}
    assert desk.read(plan_state, held.id, now=now)
    assert made.event_id == held.id
    assert desk.read(files_of_people, held.id) == {}


def test_no_station_but_control_reads_or_changes_the_pin_of_staff(
    stations: dict[StationKind, Database], control: Database, now: datetime
) -> None:
    for kind in (StationKind.DESK, StationKind.KIOSK):
        changed = "UPDATE settings SET value = '{}' WHERE key = 'staff pin'"
        assert stations[kind].write(lambda session, said=changed: session.execute(text(said)).rowcount) == 0


def test_setting_up_twice_changes_nothing_and_shows_no_password_again(server: str, ready: ReadyServer) -> None:
    again = set_up_server(server.replace("/postgres", "/mixer"), host="127.0.0.1")
    assert [one.is_new for one in again.addresses] == [False] * 3
    assert all(one.is_new for one in ready.addresses)
    assert not [said for said in again.statements if said.startswith(("CREATE ROLE", "CREATE DATABASE"))]
    open_database(ready.addresses[1].address).close()


def test_a_dry_run_says_what_it_would_do_and_does_nothing(server: str) -> None:
    dry = set_up_server(server.replace("/postgres", "/never"), dry_run=True)
    assert any(said.startswith('CREATE ROLE "never_kiosk"') and "'********'" in said for said in dry.statements)
    assert any(said.startswith("GRANT SELECT") for said in dry.statements)
    assert [one.is_new for one in dry.addresses] == [False] * 3
    with pytest.raises(MixerError, match="never"):
        open_database(server.replace("/postgres", "/never"))


def test_new_passwords_replace_the_old_ones(server: str) -> None:
    first = set_up_server(server.replace("/postgres", "/renewed"), host="127.0.0.1")
    second = set_up_server(server.replace("/postgres", "/renewed"), host="127.0.0.1", renew_passwords=True)
    with pytest.raises(MixerError, match="password"):
        open_database(first.addresses[2].address)
    open_database(second.addresses[2].address).close()


def test_new_passwords_put_out_whoever_came_in_by_the_old_ones(server: str) -> None:
    asked = server.replace("/postgres", "/put_out"), "127.0.0.1"
    first = set_up_server(asked[0], host=asked[1])
    inside = [open_database(one.address) for one in first.addresses]
    pids = [one.read(_pid) for one in inside]
    ready = set_up_server(asked[0], host=asked[1], renew_passwords=True)
    for one in inside:
        with pytest.raises(MixerError, match="password"):
            one.read(latest_change)
        one.close()
    control = open_database(ready.addresses[0].address)
    alive = text("SELECT pid FROM pg_stat_activity")
    assert not set(pids) & set(control.read(lambda session: session.scalars(alive).all()))
    control.close()


def _pid(session: Session) -> int:
    return session.scalar(text("SELECT pg_backend_pid()")) or 0


def test_a_desk_or_a_kiosk_that_stops_in_the_middle_keeps_nobody_from_writing_for_long(
    stations: dict[StationKind, Database],
) -> None:
    shown = text("SHOW idle_in_transaction_session_timeout")
    said = {kind: one.read(lambda session: session.scalar(shown)) for kind, one in stations.items()}
    assert said == {StationKind.CONTROL: "0", StationKind.DESK: "10s", StationKind.KIOSK: "10s"}


@pytest.mark.parametrize(
    ("host", "called"),
    [
        ("door.local", "door.local:{port}"),
        ("door.local:6543", "door.local:6543"),
        ("192.168.1.7:6543", "192.168.1.7:6543"),
        ("[fe80::1]:6543", "[fe80::1]:6543"),
        ("fe80::1", "[fe80::1]:{port}"),
        ("door.local:5432", "door.local"),
    ],
)
def test_what_stations_call_the_server_may_name_its_port(
    server: str, ready: ReadyServer, host: str, called: str
) -> None:
    named = set_up_server(server.replace("/postgres", "/mixer"), host=host, dry_run=True)
    port = read_connection(server).port  # type: ignore[union-attr]  # an address
    wanted = called.format(port=port)
    assert [one.address for one in named.addresses] == [
        f"postgresql://mixer_{kind}@{wanted}/mixer" for kind in StationKind
    ]


@pytest.mark.parametrize("host", ["", "door.local:desk", "http://door.local", "user@door.local", "door local", ":5433"])
def test_what_is_no_name_of_a_server_is_refused(server: str, host: str) -> None:
    with pytest.raises(MixerError, match="is not how stations call a server"):
        set_up_server(server.replace("/postgres", "/mixer"), host=host, dry_run=True)


def test_where_the_administrator_found_the_server_by_options_stations_find_it_too(
    server: str, ready: ReadyServer
) -> None:
    asked = read_connection(server)
    assert asked is not None
    by_options = f"postgresql://app:app-password@/mixer?host=127.0.0.1&port={asked.port}"
    named = set_up_server(by_options, host="door.local", dry_run=True)
    assert [f"@door.local:{asked.port}/mixer" in one.address for one in named.addresses] == [True] * 3


@pytest.mark.parametrize("location", [None, "mixer.db", "postgresql://app@127.0.0.1/postgres"])
def test_without_a_server_or_a_name_it_says_what_to_write(location: str | None) -> None:
    with pytest.raises(MixerError, match="--database postgresql://postgres@localhost/mixer"):
        set_up_server(location)


def test_a_desk_cannot_bring_an_older_database_up_to_date(
    server: str, ready: ReadyServer, control: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mixer_app.store import migrations

    monkeypatch.setattr(migrations, "REVISIONS", (*migrations.REVISIONS, "9999"))
    with pytest.raises(MixerError, match="Open it at control"):
        open_database(ready.addresses[1].address)
