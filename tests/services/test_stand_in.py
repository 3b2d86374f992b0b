"""Check-in goes on without the server, and what was done meanwhile is handed over once."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from mixer_app.domain.desk_calls import DeskReason
from mixer_app.domain.errors import ConnectionLostError, MixerError
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee, Status
from mixer_app.domain.print_jobs import JobState
from mixer_app.services.badge_queue import jobs, queue_badge
from mixer_app.services.check_in import CheckInStatus, check_in, head_counts, undo_check_in
from mixer_app.services.desk_calls import open_desk_calls
from mixer_app.services.forgetting import forget_event
from mixer_app.services.journal import activity
from mixer_app.services.journal import undo as undo_change
from mixer_app.services.people import cancel_attendee, get_attendee, list_attendees
from mixer_app.services.planning import publish
from mixer_app.services.staff_notes import write_note
from mixer_app.services.stand_in import StandIn, take_back_kept
from mixer_app.store import open_database, print_jobs
from mixer_app.store.plans import latest_plan

pytestmark = pytest.mark.database_file
AWAY = "No connection since 18:42."


@pytest.fixture
def stand_in(database: Any, event: Event, tmp_path: Path, now: datetime) -> Iterator[Callable[..., StandIn]]:
    """A copy of the event beside the database, filled: `stand_in()`; of another laptop: `stand_in("two")`."""
    opened: list[StandIn] = []

    def build(name: str = "one") -> StandIn:
        made = StandIn(database, event.id, open_database(str(tmp_path / f"{name}.db")))
        opened.append(made)
        assert made.renew(now)
        return made

    yield build
    for one in opened:
        one.copy.close()


def _in(place: StandIn, who: Attendee, station: str, at: datetime, request: str | None = None) -> Any:
    return place.copy.write(check_in, who.event_id, f"#{who.id}", station=station, now=at, request_id=request)


def test_while_away_nothing_is_asked_and_check_in_is_done_in_the_copy(
    database: Any, event: Event, stand_in: Callable[..., StandIn], add: Callable[..., Attendee], now: datetime
) -> None:
    ann = add("Ann Smith")
    database.keep_stand_in(stand_in().copy)
    database.go_away(AWAY)
    with pytest.raises(ConnectionLostError, match="since 18:42"):
        database.read(head_counts, event.id)
    result = database.write_at_the_door(check_in, event.id, ann.code, station="Desk 1", now=now, request_id="r1")
    assert result.status is CheckInStatus.CHECKED_IN
    database.ask_again()
    assert database.read(head_counts, event.id).here == 0
    assert database.door.read(head_counts, event.id).here == 1
    database.come_back()
    assert database.door is database


def test_a_check_in_that_the_network_cut_off_is_done_again_here_and_counts_once(
    database: Any, event: Event, stand_in: Callable[..., StandIn], add: Callable[..., Attendee], now: datetime
) -> None:
    ann, place = add("Ann Smith"), stand_in
    copy = place()
    database.keep_stand_in(copy.copy)

    def kept_but_not_heard_of(session: Any, *args: Any, **named: Any) -> Any:
        done = check_in(session, *args, **named)
        if session.get_bind().url == database.url and not database.away:
            session.commit()
            raise ConnectionLostError("The server does not answer.")
        return done

    result = database.write_at_the_door(
        kept_but_not_heard_of, event.id, ann.code, station="Desk 1", now=now, request_id="r1"
    )
    assert result.status is CheckInStatus.CHECKED_IN
    assert database.away
    database.ask_again()
    copy.hand_over(lambda: now)
    assert [entry.what for entry in database.read(activity, event.id)].count("checked in") == 1
    assert database.read(open_desk_calls, event.id) == []


def test_what_was_done_is_handed_over_once_with_its_time_and_place(
    database: Any, event: Event, stand_in: Callable[..., StandIn], add: Callable[..., Attendee], now: datetime
) -> None:
    ann, bob = add("Ann Smith"), add("Bob Jones")
    place = stand_in()
    at = now + timedelta(minutes=3)
    _in(place, ann, "Desk 2", at)
    _in(place, bob, "Desk 2", at)
    place.copy.write(undo_check_in, event.id, bob.code, station="Desk 2", now=at)
    assert not place.renew(now), "what is not handed over is not overwritten"
    acts = place.hand_over(lambda: now + timedelta(minutes=9))
    assert (acts, place.hand_over(lambda: now), place.has_kept()) == (3, 0, False)
    here = database.read(get_attendee, ann.id)
    assert (here.status, here.checked_in_at, here.checked_in_where) == (Status.CHECKED_IN, at, "Desk 2")
    assert database.read(get_attendee, bob.id).status is Status.REGISTERED
    assert place.renew(now)
    assert place.copy.read(head_counts, event.id).here == 1


def test_the_copy_holds_who_sits_where_in_the_latest_plan_and_neither_reasons_nor_a_plan_that_is_out(
    database: Any,
    event: Event,
    stand_in: Callable[..., StandIn],
    add: Callable[..., Attendee],
    introduce: Callable[..., Any],
    now: datetime,
) -> None:
    ann, bob, cleo = add("Ann Smith", role="mentor"), add("Bob Jones"), add("Cleo Brown")
    place = stand_in()
    assert place.copy.read(latest_plan, event.id) is None
    first = introduce((ann, bob))
    database.write(publish, first.id, station="Control", now=now)
    assert place.renew(now)
    kept = place.copy.read(latest_plan, event.id)
    assert [(one.mentor_id, one.mentee_id, one.table) for one in kept.introductions] == [(ann.id, bob.id, 1)]
    assert (kept.introductions[0].evidence, kept.introductions[0].score, kept.published_at) == ((), 0.0, None)
    introduce((ann, cleo))
    assert place.renew(now)
    kept = place.copy.read(latest_plan, event.id)
    assert [one.mentee_id for one in kept.introductions] == [cleo.id]
    with sqlite3.connect(place.copy.path) as raw:
        assert raw.execute("SELECT count(*) FROM introductions").fetchone() == (1,)


def test_a_note_written_meanwhile_about_who_was_checked_in_here_comes_with_the_next_look(
    database: Any, event: Event, stand_in: Callable[..., StandIn], add: Callable[..., Attendee], now: datetime
) -> None:
    ann = add("Ann Smith")
    place = stand_in()
    _in(place, ann, "Desk 2", now + timedelta(minutes=3))
    database.write(write_note, ann.id, "VIP", station="Control", now=now + timedelta(minutes=4))
    place.hand_over(lambda: now + timedelta(minutes=9))
    assert place.renew(now + timedelta(minutes=9))
    assert place.copy.read(get_attendee, ann.id).staff_note == "VIP"
    assert place.copy.read(get_attendee, ann.id) == database.read(get_attendee, ann.id)


def test_a_hand_over_that_is_cut_off_before_it_was_noted_is_done_again_as_nothing(
    database: Any,
    event: Event,
    stand_in: Callable[..., StandIn],
    add: Callable[..., Attendee],
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = stand_in()
    people = [add(f"Guest {number}") for number in range(3)]
    place.renew(now)
    for person in people:
        _in(place, person, "Desk 1", now)
    dropped: list[Any] = []
    keep_writing = place.copy.write

    def dies(service: Any, *args: Any, **named: Any) -> Any:
        if service.__name__ == "drop_act" and not dropped:
            dropped.append(service)
            raise KeyboardInterrupt
        return keep_writing(service, *args, **named)

    monkeypatch.setattr(place.copy, "write", dies)
    with pytest.raises(KeyboardInterrupt):
        place.hand_over(lambda: now)
    place.hand_over(lambda: now)
    assert [entry.what for entry in database.read(activity, event.id)].count("checked in") == 3
    assert database.read(open_desk_calls, event.id) == []


def test_two_desks_that_gave_one_badge_twice_are_shown_to_a_person_and_the_first_by_time_counts(
    database: Any, event: Event, stand_in: Callable[..., StandIn], add: Callable[..., Attendee], now: datetime
) -> None:
    ann = add("Ann Smith")
    one, two = stand_in("one"), stand_in("two")
    early, late = now + timedelta(minutes=1), now + timedelta(minutes=4)
    _in(one, ann, "Desk 1", late)
    _in(two, ann, "Desk 2", early)
    one.hand_over(lambda: now)
    two.hand_over(lambda: now)
    here = database.read(get_attendee, ann.id)
    assert (here.checked_in_at, here.checked_in_where) == (early, "Desk 2")
    [call] = database.read(open_desk_calls, event.id)
    assert (call.reason, call.attendee_id, call.station, call.at) == (DeskReason.TWICE, ann.id, "Desk 1", late)


def test_an_arrival_that_was_taken_back_leaves_the_other_desks_alone(
    database: Any, event: Event, stand_in: Callable[..., StandIn], add: Callable[..., Attendee], now: datetime
) -> None:
    ann = add("Ann Smith")
    place = stand_in()
    database.write(check_in, event.id, ann.code, station="Desk 1", now=now)
    _in(place, ann, "Desk 2", now)
    place.copy.write(undo_check_in, event.id, ann.code, station="Desk 2", now=now)
    place.hand_over(lambda: now)
    assert database.read(get_attendee, ann.id).checked_in_where == "Desk 1"
    assert database.read(open_desk_calls, event.id) == []


def test_somebody_who_cancelled_or_is_gone_meanwhile_is_shown_to_a_person(
    database: Any, event: Event, stand_in: Callable[..., StandIn], add: Callable[..., Attendee], now: datetime
) -> None:
    from sqlalchemy import delete

    from mixer_app.store.rows import AttendeeRow, JournalRow

    ann, bob = add("Ann Smith"), add("Bob Jones")
    place = stand_in()
    database.write(cancel_attendee, ann.id, station="Control", now=now)
    database.write(lambda session: session.execute(delete(JournalRow).where(JournalRow.attendee_id == bob.id)) and None)
    database.write(lambda session: session.execute(delete(AttendeeRow).where(AttendeeRow.id == bob.id)) and None)
    _in(place, ann, "Desk 2", now)
    _in(place, bob, "Desk 2", now)
    place.hand_over(lambda: now)
    calls = database.read(open_desk_calls, event.id)
    assert [(call.reason, call.attendee_id) for call in calls] == [
        (DeskReason.CANCELLED, ann.id),
        (DeskReason.NOBODY, None),
    ]
    assert database.read(get_attendee, ann.id).status is Status.CANCELLED


def test_a_badge_that_came_out_here_is_not_printed_again_and_one_that_did_not_is_printed_by_the_server(
    database: Any, event: Event, stand_in: Callable[..., StandIn], add: Callable[..., Attendee], now: datetime
) -> None:
    names = "Ann Done", "Bob Waiting", "Cy Doubtful", "Di Sending"
    ann, bob, cy, di = people = [add(name) for name in names]
    before = database.write(queue_badge, event.id, ann.id, printer="P", station="Desk 1", now=now)
    place = stand_in()
    states = JobState.DONE, JobState.WAITING, JobState.UNKNOWN, JobState.SENDING
    for person, state in zip(people, states, strict=True):
        _in(place, person, "Desk 1", now)
        job = place.copy.write(queue_badge, event.id, person.id, printer="P", station="Desk 1", now=now)
        place.copy.write(print_jobs.change_job, job.id, (JobState.WAITING,), now=now, state=state)
    place.hand_over(lambda: now)
    place.hand_over(lambda: now)
    found = {job.attendee_id: job.state for job in database.read(jobs, event.id) if job.id != before.id}
    assert found == {ann.id: JobState.DONE, bob.id: JobState.WAITING, cy.id: JobState.UNKNOWN}
    assert database.read(print_jobs.get_job, before.id).state is JobState.CANCELLED
    assert database.read(get_attendee, ann.id).badge_printed_at == now
    assert place.has_kept(), "one is on its way to the printer this moment"
    place.hand_over(lambda: now + timedelta(minutes=1))
    assert di.id in {job.attendee_id for job in database.read(jobs, event.id, (JobState.UNKNOWN,))}
    assert not place.has_kept()


def test_only_what_was_done_since_the_connection_went_can_be_taken_back(
    database: Any, event: Event, stand_in: Callable[..., StandIn], add: Callable[..., Attendee], now: datetime
) -> None:
    ann, bob = add("Ann Smith"), add("Bob Jones")
    database.write(check_in, event.id, ann.code, station="Desk 1", now=now)
    place = stand_in()
    with pytest.raises(MixerError, match="before the connection went"):
        place.copy.write(take_back_kept, event.id, f"#{ann.id}", station="Desk 1", now=now)
    _in(place, bob, "Desk 1", now)
    entry = place.copy.read(activity, event.id)[0]
    place.copy.write(undo_change, entry.id, station="Desk 1", now=now)
    place.hand_over(lambda: now)
    assert database.read(head_counts, event.id).here == 1


def test_the_copy_holds_no_wish_nobody_to_keep_apart_and_no_answer_and_is_closed_to_others(
    database: Any, event: Event, stand_in: Callable[..., StandIn], add: Callable[..., Attendee], now: datetime
) -> None:
    add(
        "Ann Smith", wishes=("WISHED",), keep_apart=("APART",), answers=(("Q", "ANSWERED"),), goal="GOAL",
        needs_wanted=("Relocation",), staff_note="Speaks softly", topics_wanted=("Finance",),
    )  # fmt: skip
    place = stand_in()
    [copied] = place.copy.read(list_attendees, event.id)
    assert (copied.staff_note, copied.topics_wanted) == ("Speaks softly", ("Finance",))
    assert (copied.wishes, copied.keep_apart, copied.answers, copied.needs_wanted, copied.goal) == ((), (), (), (), "")
    assert place.copy.path is not None
    assert place.copy.path.stat().st_mode & 0o777 == 0o600
    place.copy.close()
    with sqlite3.connect(place.copy.path) as connection:
        whole = "\n".join(connection.iterdump())
    assert not [word for word in ("WISHED", "APART", "ANSWERED", "GOAL") if word in whole]


def test_the_copy_follows_what_changes_and_reads_only_that(
    database: Any, event: Event, stand_in: Callable[..., StandIn], add: Callable[..., Attendee], now: datetime
) -> None:
    from mixer_app.store import stand_in as rows

    ann = add("Ann Smith")
    place = stand_in()
    bob = add("Bob Jones")
    database.write(check_in, event.id, ann.code, station="Desk 1", now=now + timedelta(seconds=1))
    seen = database.read(rows.look, event.id, place.copy.read(rows.known, event.id))
    assert seen is not None
    assert {row["id"] for row in seen.people} == {ann.id, bob.id}
    assert place.renew(now)
    assert {(one.id, one.status) for one in place.copy.read(list_attendees, event.id)} == {
        (ann.id, Status.CHECKED_IN),
        (bob.id, Status.REGISTERED),
    }
    again = database.read(rows.look, event.id, place.copy.read(rows.known, event.id))
    assert again is not None
    assert not again.people


def test_the_copy_of_a_forgotten_event_is_deleted(
    database: Any, event: Event, stand_in: Callable[..., StandIn], add: Callable[..., Attendee], now: datetime
) -> None:
    add("Ann Smith")
    place = stand_in()
    path = place.copy.path
    forget_event(database, event.id, station="Control", now=now)
    assert not place.renew(now)
    assert path is not None
    assert not path.exists()
