"""What a criterion is: a part score for each pair and a sentence that says why."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from mixer_app.domain.events import MatchingRules
from mixer_app.domain.people import Attendee

Parts = NDArray[np.float64]
Rows = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Crowd:
    """Everybody that may be paired, and what is known between them (attendee ids)."""

    mentees: Sequence[Attendee]
    mentors: Sequence[Attendee]
    rules: MatchingRules
    wishes: Set[tuple[int, int]] = field(default_factory=lambda: frozenset[tuple[int, int]]())  # (from, to)
    met: Set[tuple[int, int]] = field(default_factory=lambda: frozenset[tuple[int, int]]())  # (mentor, mentee)
    meet_again: Set[frozenset[int]] = field(default_factory=lambda: frozenset[frozenset[int]]())
    sensitive: Callable[[str], bool] = lambda need: False  # a default that says: none is


@dataclass(frozen=True)
class Remark:
    """A sentence of evidence; a sensitive one is for the control station only."""

    sentence: str
    sensitive: bool = False


class Criterion(ABC):
    """One reason for which two people should meet, or not.

    To add one: a subclass with its `name` and the two methods, its line in `CRITERIA`, a weight in
    the rules, and its test.
    """

    name: ClassVar[str]

    @abstractmethod
    def __init__(self, crowd: Crowd) -> None:
        """Read the answers that this criterion compares."""

    @abstractmethod
    def parts(self, rows: Rows) -> Parts:
        """(rows, mentors) part scores in [0, 1] of these mentees; NaN where an answer is missing."""

    @abstractmethod
    def remarks(self, mentee: int, mentor: int, part: float | None) -> tuple[Remark, ...]:
        """What to say of a pair with this part score (None: unknown); empty if nothing."""
