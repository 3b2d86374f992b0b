"""Tests of the sentences of the desk."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest

from mixer_app.domain.events import Event
from mixer_app.domain.people import Attendee
from mixer_app.ui.desk.words import round_words, stay_words, still_to_come


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
