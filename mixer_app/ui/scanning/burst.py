"""Telling a scanner's burst of keys from a person's typing, by its speed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from mixer_app.domain.scanning import Stroke, code_of, text_of

GAP_MS: Final = 35
"""A scanner sends its letters at most this far apart; two fingers of a person are slower."""

FEWEST_LETTERS: Final = 6
"""Shorter bursts are typing, whatever their speed."""

SWALLOW_MS: Final = 300
"""For this long after a scan an Enter is part of it: some scanners end with two."""


@dataclass(slots=True)
class Burst:
    """The keys that came in one go, held back until it is clear who pressed them.

    `now_ms` is the clock for keys that do not say themselves when they were pressed; `is_known` tells
    which of two readings of a scan is somebody's code.
    """

    now_ms: Callable[[], float]
    is_known: Callable[[str], bool] | None = None
    strokes: list[Stroke] = field(default_factory=list[Stroke], init=False)
    last_ms: float = field(default=0.0, init=False)
    _scanned_ms: float = field(default=float("-inf"), init=False)

    @property
    def letters(self) -> str:
        """What the keys would be as typing."""
        return text_of(self.strokes)

    @property
    def code(self) -> str | None:
        """The badge code that the keys are so far."""
        return code_of(self.strokes, self.is_known)

    def add(self, strokes: Sequence[Stroke], at_ms: float | None = None) -> None:
        """One key more, or what a dead key and a letter gave together."""
        self.strokes.extend(strokes)
        self.last_ms = self._at(at_ms)

    def is_over(self, at_ms: float | None = None) -> bool:
        """Whether a key now would be too late to belong to this burst."""
        return self._at(at_ms) - self.last_ms > GAP_MS

    def ended_by_enter(self, at_ms: float | None = None) -> str | None:
        """The code, or the text that is none, when Enter follows at a scanner's speed; the burst is then forgotten."""
        return self._take(at_ms) if len(self.strokes) >= FEWEST_LETTERS and not self.is_over(at_ms) else None

    def ended_by_pause(self) -> str | None:
        """The badge code that stood alone in the burst, from a scanner that sends no Enter."""
        return self._take(self.last_ms) if self.code else None

    def swallows_enter(self, at_ms: float | None = None) -> bool:
        """Whether an Enter now still belongs to the last scan."""
        return self._at(at_ms) - self._scanned_ms < SWALLOW_MS

    def clear(self) -> None:
        """Forget the keys: a person pressed them."""
        self.strokes = []

    def _at(self, at_ms: float | None) -> float:
        return self.now_ms() if at_ms is None else at_ms

    def _take(self, at_ms: float | None) -> str:
        scanned = self.code or self.letters
        self._scanned_ms = self._at(at_ms)
        self.clear()
        return scanned
