"""Telling a scanner's burst of keys from a person's typing, by its speed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from mixer_app.domain.badge_code import parse_badge_code

GAP_MS: Final = 35
"""A scanner sends its letters at most this far apart; two fingers of a person are slower."""

FEWEST_LETTERS: Final = 6
"""Shorter bursts are typing, whatever their speed."""

SWALLOW_MS: Final = 300
"""For this long after a scan an Enter is part of it: some scanners end with two."""


@dataclass(slots=True)
class Burst:
    """The letters that came in one go, held back until it is clear who sent them."""

    now_ms: Callable[[], float]
    letters: str = ""
    _last_ms: float = field(default=0.0, init=False)
    _scanned_ms: float = field(default=float("-inf"), init=False)

    def add(self, letter: str) -> None:
        """One more letter arrived."""
        self.letters += letter
        self._last_ms = self.now_ms()

    def is_over(self) -> bool:
        """Whether the next letter would be too late to belong to this burst."""
        return self.now_ms() - self._last_ms > GAP_MS

    def ended_by_enter(self) -> str | None:
        """The scanned text when Enter follows at a scanner's speed; the burst is then forgotten."""
        return self._take() if len(self.letters) >= FEWEST_LETTERS and not self.is_over() else None

    def ended_by_pause(self) -> str | None:
        """The badge code that stood alone in the burst, from a scanner that sends no Enter."""
        return self._take() if parse_badge_code(self.letters) else None

    def swallows_enter(self) -> bool:
        """Whether an Enter now still belongs to the last scan."""
        return self.now_ms() - self._scanned_ms < SWALLOW_MS

    def clear(self) -> None:
        """Forget the letters: they were typed by a person."""
        self.letters = ""

    def _take(self) -> str:
        scanned, self.letters = self.letters, ""
        self._scanned_ms = self.now_ms()
        return scanned
