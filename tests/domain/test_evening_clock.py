"""The clock of the evening: the same for everybody, whenever and wherever they look."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.evening import ActKind, LiveAct, Phase, RoundState, Schedule
from mixer_app.domain.evening_clock import evening_at, why_not

SEVEN = datetime(2027, 3, 11, 19, 0, tzinfo=UTC)
THREE_ROUNDS = Schedule(rounds=3, round_s=600, break_s=120)
STARTED = LiveAct(kind=ActKind.START, at=SEVEN, round=1, schedule=THREE_ROUNDS, id=1)


def at(minutes, seconds=0):
    return SEVEN + timedelta(minutes=minutes, seconds=seconds)


def act(kind, minutes, number, **said):
    return LiveAct(kind=kind, at=at(minutes), round=number, **said)


def evening(minutes, *acts, schedule=THREE_ROUNDS):
    return evening_at(schedule, (STARTED, *acts), at(minutes))


def states(seen):
    return [one.state.value for one in seen.rounds]


def test_before_anybody_starts_nothing_runs_whatever_the_time():
    seen = evening_at(THREE_ROUNDS, (), at(500))
    assert (seen.phase, seen.round, seen.remaining) == (Phase.BEFORE, 1, timedelta(0))
    assert states(seen) == ["planned"] * 3
    assert states(evening_at(THREE_ROUNDS, (), at(500), published=True)) == ["published"] * 3


@pytest.mark.parametrize(
    ("minutes", "phase", "number", "left"),
    [
        (0, Phase.ROUND, 1, 10),
        (9, Phase.ROUND, 1, 1),
        (10, Phase.BREAK, 2, 2),
        (11, Phase.BREAK, 2, 1),
        (12, Phase.ROUND, 2, 10),
        (34, Phase.OVER, 3, 0),
        (900, Phase.OVER, 3, 0),
    ],
)
def test_rounds_and_breaks_follow_one_another_by_themselves(minutes, phase, number, left):
    seen = evening(minutes)
    assert (seen.phase, seen.round, seen.remaining) == (phase, number, timedelta(minutes=left))


def test_a_pause_stops_the_clock_and_moves_all_that_comes_after_it():
    paused = evening(9, act(ActKind.PAUSE, 4, 1))
    assert (paused.remaining, paused.rounds[0].state) == (timedelta(minutes=6), RoundState.PAUSED)
    assert paused.rounds[0].ends_at == at(15)
    went_on = evening(10, act(ActKind.PAUSE, 4, 1), act(ActKind.RESUME, 9, 1))
    assert went_on.remaining == timedelta(minutes=5)
    assert [one.starts_at for one in went_on.rounds] == [at(0), at(17), at(29)]


def test_minutes_are_added_to_what_is_under_way_and_taken_from_it():
    assert evening(5, act(ActKind.EXTEND, 5, 1, seconds=60)).remaining == timedelta(minutes=6)
    assert evening(5, act(ActKind.EXTEND, 5, 1, seconds=-60)).remaining == timedelta(minutes=4)
    in_break = evening(11, act(ActKind.EXTEND, 11, 2, seconds=60))
    assert (in_break.phase, in_break.remaining) == (Phase.BREAK, timedelta(minutes=2))


def test_a_round_that_is_ended_early_is_held_and_the_break_begins():
    seen = evening(7, act(ActKind.END, 7, 1))
    assert (seen.phase, seen.round, seen.remaining) == (Phase.BREAK, 2, timedelta(minutes=2))
    assert (seen.rounds[0].state, seen.rounds[0].ends_at, seen.over_rounds) == (RoundState.ENDED, at(7), 1)


def test_the_coming_round_is_started_before_the_break_is_over():
    seen = evening(11, act(ActKind.START, 11, 2))
    assert (seen.phase, seen.round, seen.rounds[1].starts_at) == (Phase.ROUND, 2, at(11))


def test_a_round_is_skipped_while_it_runs_and_before_it_does():
    running = evening(5, act(ActKind.SKIP, 5, 1))
    assert (states(running), running.phase, running.round) == (["skipped", "planned", "planned"], Phase.BREAK, 2)
    coming = evening(11, act(ActKind.SKIP, 11, 2))
    assert (states(coming), coming.round, coming.remaining) == (
        ["ended", "skipped", "planned"],
        3,
        timedelta(minutes=1),
    )
    assert coming.begun_rounds == 2
    assert evening(25, act(ActKind.SKIP, 23, 3)).phase is Phase.OVER


def test_other_lengths_hold_for_the_rounds_to_come():
    shorter = Schedule(rounds=2, round_s=300, break_s=60)
    seen = evening(5, act(ActKind.RESCHEDULE, 5, 1, schedule=shorter))
    assert (seen.remaining, len(seen.rounds)) == (timedelta(minutes=5), 2)
    assert (seen.rounds[1].starts_at, seen.rounds[1].ends_at) == (at(11), at(16))
    more = evening(40, act(ActKind.RESCHEDULE, 40, 3, schedule=replace(THREE_ROUNDS, rounds=4)))
    assert (more.phase, more.round, more.remaining) == (Phase.BREAK, 4, timedelta(minutes=2))


def test_what_the_event_says_later_does_not_rewrite_what_was():
    assert evening(11, schedule=Schedule(rounds=9, round_s=1, break_s=1)) == evening(11)


@pytest.mark.parametrize(
    ("minutes", "wanted", "told"),
    [
        (5, act(ActKind.START, 5, 1), "Round 1 has begun already."),
        (5, act(ActKind.PAUSE, 5, 2), "Round 1 is under way by now"),
        (11, act(ActKind.END, 11, 1), "Round 2 comes next by now"),
        (11, act(ActKind.END, 11, 2), "No round is under way"),
        (5, act(ActKind.RESUME, 5, 1), "running already"),
        (9.5, act(ActKind.EXTEND, 9.5, 1, seconds=-60), "Less time than that is left"),
        (40, act(ActKind.PAUSE, 40, 3), "All rounds are over."),
    ],
)
def test_what_is_not_possible_is_told_in_a_sentence(minutes, wanted, told):
    assert told in why_not(evening(minutes), wanted)


def test_nothing_but_a_start_is_possible_before_the_first_round():
    before = evening_at(THREE_ROUNDS, (), SEVEN)
    assert not why_not(before, STARTED)
    assert why_not(before, replace(STARTED, kind=ActKind.PAUSE))


KINDS = st.sampled_from([kind for kind in ActKind if kind is not ActKind.RESCHEDULE])


@given(
    st.lists(st.tuples(st.integers(0, 900), KINDS, st.sampled_from([-120, -60, 60, 180])), max_size=25),
    st.builds(Schedule, rounds=st.integers(1, 6), round_s=st.integers(1, 900), break_s=st.integers(0, 300)),
    st.integers(0, 6000),
)
def test_whatever_is_done_the_clock_tells_one_story(steps, schedule, later_s):
    acts, now = [], SEVEN
    for wait_s, kind, seconds in steps:
        now += timedelta(seconds=wait_s)
        before = evening_at(schedule, acts, now)
        wanted = LiveAct(kind=kind, at=now, round=before.round, seconds=seconds, schedule=schedule)
        if why_not(before, wanted):
            continue
        acts.append(wanted)
        after = evening_at(schedule, acts, now)
        assert before.begun_rounds <= after.begun_rounds
        assert after.turns[: len(before.turns)] == before.turns, "what was is not rewritten"
        assert evening_at(schedule, acts, now - timedelta(microseconds=1)) == evening_at(
            schedule, acts[:-1], now - timedelta(microseconds=1)
        )
    seen = evening_at(schedule, acts, now + timedelta(seconds=later_s))
    assert seen.remaining >= timedelta(0)
    running = [one for one in seen.rounds if one.state in (RoundState.RUNNING, RoundState.PAUSED)]
    assert len(running) == (seen.phase is Phase.ROUND)
    held = [one for one in seen.rounds if one.starts_at is not None]
    assert all(one.ends_at >= one.starts_at for one in held)
    assert all(one.ends_at <= other.starts_at for one, other in pairwise(held))
    assert [turn.at for turn in seen.turns] == sorted(turn.at for turn in seen.turns)
