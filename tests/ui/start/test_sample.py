"""The sample event is about to begin whenever it is made."""

from datetime import date, datetime

import pytest

from mixer_app.ui.start.sample import sample_day


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2026, 3, 5, 9, 0), date(2026, 3, 5)),
        (datetime(2026, 3, 5, 17, 59), date(2026, 3, 5)),
        (datetime(2026, 3, 5, 18, 0), date(2026, 3, 6)),
    ],
)
def test_the_sample_is_of_this_evening_or_the_next(now: datetime, day: date) -> None:
    assert sample_day(now.astimezone()) == day
