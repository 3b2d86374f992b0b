"""The sentences of the Live page."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mixer_app.domain.evening import ActKind, LiveAct, Schedule
from mixer_app.domain.evening_clock import evening_at
from mixer_app.ui.live.words import clock_words, news_words, turn_words, waited

SEVEN = datetime(2026, 3, 5, 19, 0, tzinfo=UTC)
SCHEDULE = Schedule(rounds=3, round_s=720, break_s=180)


def on_the_wall(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


def said(event: Any, schedule: Schedule = SCHEDULE, **since: float) -> Any:
    start = LiveAct(kind=ActKind.START, at=SEVEN, round=1)
    return clock_words(evening_at(schedule, [start], SEVEN + timedelta(**since)), event, on_the_wall)


@pytest.mark.parametrize(
    ("break_s", "sentence"),
    [
        (180, "Ends 19:12, then 3 minutes to change tables"),
        (60, "Ends 19:12, then 1 minute to change tables"),
        (90, "Ends 19:12, then 90 seconds to change tables"),
        (150, "Ends 19:12, then 2 min 30 s to change tables"),
        (0, "Ends 19:12, then round 2 at once"),
    ],
)
def test_a_round_says_what_comes_after_it(event: Any, break_s: int, sentence: str) -> None:
    assert said(event, Schedule(rounds=3, round_s=720, break_s=break_s), minutes=1).sentence == sentence


def test_the_break_counts_to_the_round_that_comes(event: Any) -> None:
    words = said(event, minutes=13)
    assert (words.face, words.title) == ("02:00", "Round 2 of 3 starts in")
    assert words.sentence == "At 19:15, 3 minutes to change tables"


def test_a_turn_is_said_aloud_in_whole_sentences(event: Any) -> None:
    start = LiveAct(kind=ActKind.START, at=SEVEN, round=1)
    in_round = evening_at(SCHEDULE, [start], SEVEN)
    assert turn_words(in_round, event, on_the_wall) == "Round 1 of 3. Ends 19:12, then 3 minutes to change tables"
    in_break = evening_at(SCHEDULE, [start], SEVEN + timedelta(minutes=12))
    assert turn_words(in_break, event, on_the_wall) == "Break before round 2. At 19:15, 3 minutes to change tables"


def test_a_second_that_has_begun_is_shown_until_it_is_over(event: Any) -> None:
    assert said(event, seconds=0.4).face == "12:00"
    assert said(event, minutes=11, seconds=59.9).face == "00:01"


def test_a_clock_that_somebody_set_is_told_in_words() -> None:
    forward = news_words(None, timedelta(hours=1), on_the_wall)
    assert forward == ("The laptop’s clock was put forward by 60 minutes. The rounds last as long as they would have.")
    assert "put back by 20 seconds" in news_words(None, timedelta(seconds=-20), on_the_wall)
    assert news_words(None, timedelta(0), on_the_wall) == ""


def test_both_pieces_of_news_stand_beside_each_other() -> None:
    both = news_words(SEVEN, timedelta(minutes=-5), on_the_wall)
    assert both.startswith("Back at 19:00:00, the clock kept running. The laptop’s clock was put back by 5 minutes.")


def test_waiting_is_counted_in_whole_minutes_and_never_below_none() -> None:
    assert waited(SEVEN, SEVEN + timedelta(seconds=119)) == "1 min"
    assert waited(SEVEN, SEVEN - timedelta(seconds=5)) == "0 min"
