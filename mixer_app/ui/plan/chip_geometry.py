"""Where chips stand in the lines of the grid, in px at 100 %."""

from typing import Final

CHIP_HEIGHT: Final = 24
CHIP_GAP: Final = 4
CHIP_SIDE: Final = 4  # from the edge of the column
CHIP_EDGE: Final = 6  # the tint at the left
ROUND_WIDTH: Final = 120  # at least
LONE_WIDTH: Final = 560  # at most, of a column that stands alone
HEAD_HEIGHT: Final = 48
ROW_HEAD_WIDTH: Final = 216

_LINE_HEIGHTS: Final = {1: 40, 2: 32, 3: 31, 4: 30, 5: 29}


def line_height(seats: int) -> int:
    """Height of one line; a row of one seat has 40, of two 64, and about 28 more for each further seat."""
    return _LINE_HEIGHTS.get(seats, CHIP_HEIGHT + CHIP_GAP)


def chip_top(seat: int, seats: int) -> int:
    """From the top of the seat's line to the top of its chip."""
    height = line_height(seats)
    chips = seats * (CHIP_HEIGHT + CHIP_GAP) - CHIP_GAP
    padding = (seats * height - chips) // 2
    return padding + seat * (CHIP_HEIGHT + CHIP_GAP - height)
