"""The words for where a running evening stands."""

from datetime import UTC, datetime, timedelta

import pytest

from mixer_app.domain.evening import ActKind, LiveAct, Schedule
from mixer_app.domain.evening_clock import evening_at
from mixer_app.services.live_words import live_words

SEVEN = datetime(2026, 3, 5, 19, tzinfo=UTC)
SCHEDULE = Schedule(rounds=2, round_s=600, break_s=120)
START = LiveAct(kind=ActKind.START, at=SEVEN, round=1, schedule=SCHEDULE)
PAUSE = LiveAct(kind=ActKind.PAUSE, at=SEVEN + timedelta(minutes=11), round=2)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (-1, ""),
        (0, "round 1, 10 min left"),
        (9.5, "round 1, 1 min left"),
        (10.5, "round 2 in 2 min"),
        (15, "round 2 in 1 min, paused"),
    ],
)
def test_each_moment_has_its_words(minutes: float, words: str) -> None:
    assert live_words(evening_at(SCHEDULE, (START, PAUSE), SEVEN + timedelta(minutes=minutes))) == words


def test_after_the_last_round_they_are_over() -> None:
    assert live_words(evening_at(SCHEDULE, (START,), SEVEN + timedelta(hours=1))) == "the rounds are over"
