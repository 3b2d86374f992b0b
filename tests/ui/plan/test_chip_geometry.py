"""Chips in the lines of the grid."""

from itertools import pairwise

import pytest

from mixer_app.ui.plan.chip_geometry import CHIP_HEIGHT, chip_top, line_height


@pytest.mark.parametrize("seats", range(1, 13))
def test_chips_stay_in_their_line_and_never_touch(seats: int) -> None:
    tops = [seat * line_height(seats) + chip_top(seat, seats) for seat in range(seats)]
    for seat in range(seats):
        assert 0 <= chip_top(seat, seats) <= line_height(seats) - CHIP_HEIGHT
    assert all(second - first >= CHIP_HEIGHT + 3 for first, second in pairwise(tops))


def test_rows_have_the_heights_of_the_picture() -> None:
    assert [line_height(1), 2 * line_height(2)] == [40, 64]
