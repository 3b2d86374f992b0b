"""Long lists in pieces: databases limit how many values one query takes."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

_T = TypeVar("_T")
_SIZE: Final = 500


def batches(values: Sequence[_T]) -> Iterator[Sequence[_T]]:
    """`values` in order, a few hundred at a time."""
    for start in range(0, len(values), _SIZE):
        yield values[start : start + _SIZE]
