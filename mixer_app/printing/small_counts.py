"""What a report may tell: counts below five are not reported, nor left to be worked out from a total."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

SMALL: Final = 5
FEW_PEOPLE: Final = 20  # below this an event report has figures only


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a distribution: the values from `low` to `high` and how many have them."""

    low: int
    high: int
    count: int


def is_small(count: int) -> bool:
    """Whether a count would point at people."""
    return 0 < count < SMALL


def is_told(count: int, total: int) -> bool:
    """Whether a part of a total may be told: neither it nor what is left is small."""
    return not is_small(count) and not is_small(total - count)


def joined(counts: Sequence[tuple[int, int]]) -> list[Column]:
    """Columns of (value, count) pairs, neighbours joined until each holds none or five and more."""
    columns = [Column(value, value, count) for value, count in sorted(counts)]
    while columns and columns[0].count == 0:
        columns.pop(0)
    while columns and columns[-1].count == 0:
        columns.pop()
    while len(columns) > 1:
        small = next((index for index, column in enumerate(columns) if column.count < SMALL), None)
        if small is None:
            break
        left = small - 1 if small > 0 else None
        right = small + 1 if small + 1 < len(columns) else None
        near = [index for index in (left, right) if index is not None]
        other = min(near, key=lambda index: columns[index].count)
        first, second = sorted((small, other))
        columns[first : second + 1] = [
            Column(columns[first].low, columns[second].high, columns[first].count + columns[second].count)
        ]
    return columns


def joined_parts(sides: Sequence[Sequence[int]]) -> list[tuple[int, ...]]:
    """Groups of neighbouring parts (by index), none small on any side; the first part stays alone if it can."""
    groups: list[tuple[int, ...]] = [(index,) for index in range(len(sides[0]))]
    while len(groups) > 1:
        small = next(
            (
                place
                for place, group in enumerate(groups)
                if any(is_small(sum(side[i] for i in group)) for side in sides)
            ),
            None,
        )
        if small is None:
            break
        with_before = small > 1 or small == len(groups) - 1
        first = small - 1 if with_before and small > 0 else small
        groups[first : first + 2] = [groups[first] + groups[first + 1]]
    return groups


def steps(points: Sequence[tuple[float, int]]) -> list[tuple[float, int]]:
    """A line's points, those left out whose step from the one before would be small; the last height is kept."""
    kept: list[tuple[float, int]] = []
    for at, height in points:
        if not kept or height == kept[-1][1] or abs(height - kept[-1][1]) >= SMALL:
            kept.append((at, height))
    return kept
