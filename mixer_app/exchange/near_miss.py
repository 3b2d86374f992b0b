"""Slips of the pen: an answer that is nearly one of the event's own words."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz, process

from mixer_app.exchange.words import fold

_CLOSE: Final = 86.0
_RARE: Final = 1  # a slip stands in one row; what several rows say is an option of the form


class NearMisses:
    """Compares the answers of a table with the words the event knows."""

    def __init__(self, known: Sequence[str], said: Counter[str]) -> None:
        self._known = {_spelling(name): name for name in known}
        self._times: Counter[str] = Counter()
        for answer, times in said.items():
            self._times[_spelling(answer)] += times

    def known_as(self, answer: str) -> str | None:
        """The event's own spelling of `answer`, or None if it does not know it."""
        return self._known.get(_spelling(answer))

    def close_to(self, answer: str) -> str | None:
        """The event's word that `answer` was probably meant to be, or None."""
        spelling = _spelling(answer)
        if not self._known or spelling in self._known or len(spelling) < 5 or self._times[spelling] > _RARE:
            return None
        found = process.extractOne(spelling, self._known.keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE)
        return self._known[found[0]] if found else None


def _spelling(answer: str) -> str:
    # British and American spelling are one word.
    return fold(answer).replace("z", "s").replace("our", "or")
