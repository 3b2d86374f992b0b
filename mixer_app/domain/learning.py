"""What the answers of earlier evenings say about the weights of matching."""

from dataclasses import dataclass, field
from typing import Final

LEAST_ANSWERS: Final = 50
"""With fewer answers nothing is said at all: it would be chance, and it could point to people."""

LEAST_OF_EACH: Final = 10
"""So many yes and so many no there must be, and so many people on either side who answered or were answered about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """How well one criterion predicted that people would like to stay in touch.

    `without` and `with_it` are the shares of yes where the criterion did not fit at all and where it fitted in
    full, everything else being alike; `low` and `high` hold their difference with 95 % certainty.
    """

    criterion: str  # a name of `MatchingRules.weights`, or an imported question
    weight: float  # present share of the whole, in [0, 1]
    without: float
    with_it: float
    low: float
    high: float
    suggested: float | None = None  # share of the whole that is suggested instead; None: leave it as it is

    @property
    def clear(self) -> bool:
        """Whether chance alone is an unlikely explanation."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What all events of this organizer say together; `silent` says why there is nothing to say."""

    answers: int = 0
    events: int = 0
    findings: tuple[Finding, ...] = ()
    unknown: tuple[str, ...] = ()  # criteria in which the pairs hardly differed
    forgotten_events: int = 0  # events whose people were erased, so that nothing can be learned from them
    silent: str = ""
    weights: dict[str, float] = field(default_factory=dict[str, float])
    """The suggested weights by criterion or question, on the scale of the present ones; empty: no suggestion."""
