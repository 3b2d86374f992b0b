"""Papers and screens tell the times of the rounds by the clock of the evening, not by what was once planned."""

from datetime import timedelta

import pytest

from mixer_app.domain.evening import ActKind
from mixer_app.services.change_slips import change_slips
from mixer_app.services.evening import act_on_evening
from mixer_app.services.events import find_event
from mixer_app.services.exports import export_plan
from mixer_app.services.kiosk_seat import first_seat
from mixer_app.services.paper_contents import match_sheets
from mixer_app.services.paper_facts import paper_facts
from mixer_app.services.planning import publish
from mixer_app.services.report_figures import event_report
from mixer_app.services.round_sheets import round_sheets
from mixer_app.services.round_times import times_of_rounds
from mixer_app.services.wall_clock import moment_of

LATE = timedelta(minutes=20)


@pytest.fixture
def do(database, event):
    """Do something to the clock so long after the evening was to begin."""

    def act(kind, after, number=1, seconds=0):
        at = moment_of(event.starts_at + after)
        database.write(act_on_evening, event.id, kind, round_number=number, seconds=seconds, station="Control", now=at)

    return act


@pytest.fixture
def plan(wide_room, plan_now):
    return plan_now()


@pytest.fixture
def starts(database, event):
    """When each round begins, so long after the evening was to begin."""

    def ask(after=None):
        now = None if after is None else moment_of(event.starts_at + after)
        times = database.read(lambda session: times_of_rounds(session, event, now=now))
        return [one.starts_at - event.starts_at for one in times]

    return ask


def as_planned(event, later):
    return [one.starts_at - event.starts_at + later for one in event.round_times()]


def test_before_the_start_the_schedule_holds(event, plan, starts):
    assert starts() == as_planned(event, timedelta(0))


def test_a_late_start_moves_every_round(event, plan, do, starts):
    do(ActKind.START, LATE)
    assert starts() == as_planned(event, LATE)


def test_what_was_added_moves_only_what_comes_after(event, plan, do, starts):
    do(ActKind.START, timedelta(0))
    do(ActKind.EXTEND, timedelta(minutes=1), seconds=180)
    assert starts() == [timedelta(0), *as_planned(event, timedelta(minutes=3))[1:]]


def test_times_are_told_to_the_nearest_minute(event, plan, do, starts):
    do(ActKind.START, timedelta(minutes=3, seconds=40))
    assert starts()[0] == timedelta(minutes=3)  # as the wall clock said when it began
    assert starts()[1] == as_planned(event, timedelta(minutes=4))[1]


def test_while_the_clock_is_paused_the_rounds_to_come_move_with_the_time(event, plan, do, starts):
    do(ActKind.START, timedelta(0))
    do(ActKind.PAUSE, timedelta(minutes=5))
    assert starts(timedelta(minutes=12))[1:] == as_planned(event, timedelta(minutes=7))[1:]


def test_a_skipped_round_keeps_its_time_and_the_next_moves_up(event, plan, do, starts):
    do(ActKind.SKIP, timedelta(minutes=-5))
    do(ActKind.START, timedelta(0), number=2)
    assert starts()[:2] == [timedelta(0), timedelta(0)]


def test_every_paper_and_screen_tells_the_same_times(database, event, plan, do, swap, wide_room, tmp_path):
    do(ActKind.START, LATE)
    now = moment_of(event.starts_at + LATE)
    moved = {one.number: one.starts_at + LATE for one in event.round_times()}
    new, one, _ = swap(plan)
    database.write(publish, new.id, station="Control", now=now)
    sheets = database.read(round_sheets, event.id, None)
    assert {sheet.number: sheet.starts_at for sheet in sheets} == moved
    slips = database.read(change_slips, event.id, None, now=now)
    assert {part.starts_at for slip in slips for part in slip.rounds} == {moved[3]}
    match_sheet = database.read(match_sheets, event.id, None)[0]
    assert {part.number: part.starts_at for part in match_sheet.rounds} == moved
    seat = database.read(first_seat, event.id, one.mentee_id, now=now)
    assert seat.starts_at == moved[seat.round]
    assert {one.number: one.starts_at for one in database.read(paper_facts, event.id, now=now).rounds} == moved
    assert [start for start, _ in database.read(event_report, event.id).round_times] == list(moved.values())
    export_plan(database, event.id, tmp_path / "plan.csv")
    assert f",{moved[2]:%Y-%m-%d %H:%M}," in (tmp_path / "plan.csv").read_text("utf-8-sig")
    assert database.read(find_event, str(event.id)).round_times() == event.round_times()
