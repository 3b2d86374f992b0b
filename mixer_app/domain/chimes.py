"""When it chimes: once for every turn of the evening that happens while somebody listens."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from mixer_app.domain.evening import EveningNow, Phase, Turn

_LATEST: Final = timedelta(seconds=5)
"""A turn that was learned of later than this, after sleep or a pause of the machine, is history."""

_BEFORE_THE_END: Final = timedelta(minutes=2)


class Chime(StrEnum):
    """The three chimes of a round."""

    START = "start"
    TWO_MINUTES = "two-minutes"
    END = "end"


class Bell:
    """Remembers for which turns it has chimed; what came before the first look is history."""

    def __init__(self) -> None:
        self._known: set[Turn] | None = None
        self._left: tuple[int, timedelta] | None = None  # round under way, and what was left of it at the last look

    def due(self, evening: EveningNow) -> list[Chime]:
        """What is to sound now; asking again is asking once."""
        first, known = self._known is None, self._known or set()
        fresh = [] if first else [turn for turn in evening.turns if turn not in known and self._heard(turn.at, evening)]
        self._known = known | set(evening.turns)
        chimes = [Chime.START if turn.began else Chime.END for turn in fresh]
        if self._passes_two_minutes(evening):
            chimes.append(Chime.TWO_MINUTES)
        return chimes

    @staticmethod
    def _heard(at: datetime, evening: EveningNow) -> bool:
        return evening.at - at < _LATEST

    def _passes_two_minutes(self, evening: EveningNow) -> bool:
        before = self._left
        self._left = (evening.round, evening.remaining) if evening.phase is Phase.ROUND else None
        if before is None or self._left is None or before[0] != evening.round or evening.paused:
            return False
        passed = _BEFORE_THE_END - evening.remaining
        return before[1] > _BEFORE_THE_END and timedelta(0) <= passed < _LATEST
