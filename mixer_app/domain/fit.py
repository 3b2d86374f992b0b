"""The five steps of fit by which screens and prints tell scores apart."""

from collections.abc import Sequence
from typing import Final

FIT_WORDS: Final = ("weak", "fair", "good", "strong", "very strong")
"""Words of the steps, from the lowest."""

_VERY_STRONG: Final = 0.8


def fit_step(score: float, strong: float) -> int:
    """The step of `score`, 0 to 4; strong (3) starts at the event's `strong`, very strong (4) at 0.8."""
    edges = (strong / 3, strong * 2 / 3, strong, max(_VERY_STRONG, strong))
    return sum(score >= edge for edge in edges)


def fit_counts(scores: Sequence[float], strong: float) -> tuple[int, int, int, int, int]:
    """How many of `scores` are on each step, from weak to very strong."""
    steps = [fit_step(score, strong) for score in scores]
    weak, fair, good, strong_count, very_strong = (steps.count(step) for step in range(5))
    return weak, fair, good, strong_count, very_strong
