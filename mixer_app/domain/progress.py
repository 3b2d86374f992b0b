"""How long work reports where it stands and learns that it should stop."""

from collections.abc import Callable
from typing import TypeAlias

from mixer_app.domain.errors import Cancelled

Progress: TypeAlias = Callable[[float, str], bool]
"""Called with a fraction in [0, 1] and a stage in words; False asks the work to stop."""


def report(progress: Progress | None, fraction: float, stage: str) -> None:
    """Tell `progress` where the work stands; raise `Cancelled` if it answers False."""
    if progress is not None and not progress(fraction, stage):
        raise Cancelled


def part_of(progress: Progress | None, start: float, end: float, stage: str = "") -> Progress | None:
    """`progress` for a part of the work, from `start` to `end` of the whole; a `stage` stands for all of its own."""
    if progress is None:
        return None
    return lambda fraction, told: progress(start + (end - start) * fraction, stage or told)
