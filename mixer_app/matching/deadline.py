"""When planning has to come to an end."""

from dataclasses import dataclass
from time import monotonic
from typing import Final


@dataclass(frozen=True)
class Deadline:
    """A moment after which no further improvement begins; `None` for none, and then the clock is never read."""

    at: float | None = None  # by the monotonic clock, in seconds

    @classmethod
    def after(cls, seconds: float | None) -> "Deadline":
        """The moment so many seconds from now."""
        return cls() if seconds is None else cls(monotonic() + seconds)

    @property
    def is_set(self) -> bool:
        """Whether there is such a moment at all."""
        return self.at is not None

    @property
    def left(self) -> float | None:
        """Seconds that are left, never below 0; `None` where time does not matter."""
        return None if self.at is None else max(0.0, self.at - monotonic())

    def part(self, share: float) -> "Deadline":
        """The moment when this share of what is left will be over, so that time remains for what comes after."""
        left = self.left
        return self if left is None else Deadline.after(share * left)

    @property
    def passed(self) -> bool:
        """Whether it is time to stop."""
        return self.left == 0.0


NO_DEADLINE: Final = Deadline()
"""Time does not matter."""
