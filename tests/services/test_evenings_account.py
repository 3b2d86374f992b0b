"""Ranges leave out the extremes of many evenings, and columns hold everybody once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.services.evenings_account import Spread, expect_of_side, spread

MEETINGS = st.lists(st.lists(st.integers(0, 40), max_size=8).map(tuple), min_size=1, max_size=12)


def test_few_evenings_are_told_as_they_are() -> None:
    assert spread([3, 1, 2]) == Spread(1, 2, 3)
    assert spread([4]) == Spread(4, 4, 4)


def test_of_many_evenings_the_highest_and_lowest_tenth_are_left_out() -> None:
    assert spread(range(20)) == Spread(2, 9, 17)


@pytest.mark.parametrize("most", [0, 1, 8, 9, 15, 40])
def test_columns_go_from_nobody_to_the_most_without_a_gap(most: int) -> None:
    side = expect_of_side([(0, most)], few=3)
    assert side is not None
    columns = [(one.least, one.most) for one in side.shares]
    assert columns[0] == (0, 0)
    assert [number for least, highest in columns for number in range(least, highest + 1)] == list(range(most + 1))
    assert len(columns) <= 9


def test_half_and_nine_in_ten_have_what_is_said_or_more() -> None:
    side = expect_of_side([(0, 3, 3, 4, 4, 4, 5, 5, 5, 5)], few=3)
    assert side is not None
    assert side.typical == Spread(4, 4, 4)
    assert side.nine_in_ten == Spread(3, 3, 3)
    assert side.too_few == Spread(0.1, 0.1, 0.1)
    assert side.somebody_without == 1


@given(MEETINGS)
def test_nobody_is_counted_twice(meetings: list[tuple[int, ...]]) -> None:
    side = expect_of_side(meetings, few=3)
    evenings = [one for one in meetings if one]
    if not evenings:
        assert side is None
        return
    assert side is not None
    for evening in evenings:
        alone = expect_of_side([evening], few=3)
        assert alone is not None
        assert sum(one.share.middle for one in alone.shares) == pytest.approx(1)
        half, ninth = alone.typical.middle, alone.nine_in_ten.middle
        assert sum(many >= half for many in evening) * 2 >= len(evening)
        assert sum(many >= ninth for many in evening) * 10 >= 9 * len(evening)
    assert side.came.low <= side.came.middle <= side.came.high
