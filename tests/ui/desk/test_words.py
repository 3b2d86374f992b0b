"""Tests of the sentences of the desk."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest

from mixer_app.domain.evening import ActKind, LiveAct
from mixer_app.domain.evening_clock import evening_at, schedule_of
from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.ui.desk.words import already_words, namesake_words, round_words, stay_words, still_to_come


@pytest.mark.parametrize(
    ("count", "more", "words"),
    [
        (2, False, "Two people have this name. Choose with the arrow keys or Ctrl 1 or 2."),
        (3, False, "Three people have this name. Choose with the arrow keys or Ctrl 1 to 3."),
        (4, True, "Several people have this name. Choose with the arrow keys or Ctrl 1 to 4."),
    ],
)
def test_so_many_people_have_one_name(count: int, more: bool, words: str) -> None:
    assert namesake_words(count, more=more) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (-18, "first round in 18 min"),
        (-125, "first round in 2 h 05 min"),
        (3, "round 1 of 5"),
        (11, "round 2 in 1 min"),
    ],
)
def test_the_head_says_where_the_rounds_are(event: Event, minutes: int, words: str) -> None:
    now = (event.starts_at + timedelta(minutes=minutes)).astimezone()

    assert round_words(event, now) == words


def test_a_started_evening_is_told_by_its_own_clock(event: Event) -> None:
    began = event.starts_at.astimezone() + timedelta(minutes=20)
    schedule = schedule_of(event)
    start = LiveAct(kind=ActKind.START, at=began, round=1, schedule=schedule)

    def words(minutes: int) -> str:
        now = began + timedelta(minutes=minutes)
        return round_words(event, now, evening_at(schedule, [start], now))

    assert words(4) == "round 1, 6 min left"
    assert words(11) == "round 2 in 1 min"
    assert words(-1) == "round 2 of 5"  # not started yet: the schedule is all that is known
    assert words(90) == "the rounds are over"


def test_after_the_last_round_the_head_says_so(event: Event) -> None:
    assert round_words(event, (event.starts_at + timedelta(hours=5)).astimezone()) == "the rounds are over"


def test_weeks_before_the_head_says_the_day(event: Event, now: datetime) -> None:
    assert round_words(event, now - timedelta(days=10)) == "first round on 5 March"


def test_someone_who_leaves_early_is_said_in_rounds(event: Event, an_attendee: Callable[..., Attendee]) -> None:
    person = an_attendee("Ann Smith", leaves=time(19, 5))

    assert stay_words(person, event) == "From the start until 19:05, three of five rounds"
    assert stay_words(an_attendee("Bo Li"), event) == ""


def test_the_counters_say_who_is_still_to_come() -> None:
    assert still_to_come(97, 61, 3, 2) == "3 walk-ins. 36 still to come, 2 said they will be late"
    assert still_to_come(97, 97, 0, 0) == "0 still to come"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (2, "2 s ago, at Kiosk 2. Nothing was changed now."),
        (0.2, "1 s ago, at Kiosk 2. Nothing was changed now."),
        (120, "Today at 18:10, at Kiosk 2. Nothing was changed now."),
    ],
)
def test_who_was_checked_in_a_moment_ago_is_told_how_long_ago(
    an_attendee: Callable[..., Attendee], seconds: float, words: str
) -> None:
    now = datetime(2026, 3, 5, 18, 12).astimezone()
    came = an_attendee(checked_in_at=now - timedelta(seconds=seconds), checked_in_where="Kiosk 2")
    assert already_words(came, now) == words
