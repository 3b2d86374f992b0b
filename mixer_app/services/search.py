"""Find people while a name is being typed, ranked as a person would."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from mixer_app.domain.badge_code import parse_badge_code
from mixer_app.domain.people import Attendee
from mixer_app.services.search_words import (
    LOOSE,
    MISSPELLABLE,
    as_typed,
    findable_words,
    latin,
    loose,
    on_other_keyboard,
    typed_words,
)

_PREFIX: Final = 0.8
_PREFIX_SPAN: Final = 0.15  # the more of the word is typed, the nearer to a whole word
_TYPO: Final = 0.55
_TYPO_COST: Final = 0.12
_WHOLE_NAME: Final = 0.5
_IN_ORDER: Final = 0.04
_AS_SPELLED: Final = 0.02
_FEW: Final = 5  # with fewer hits than this, typos are forgiven too
_LAST: Final = "\U0010ffff"

_Scores = NDArray[np.float32]


class PeopleIndex:
    """An index over a loaded list of attendees; ties keep the order of that list.

    Every typed word must be found: in the name (any order, accents or none, `oe` for `ö`, Latin
    for Cyrillic and Greek), the employer, the e-mail address or the badge code. A whole word
    counts more than its beginning, a name more than an employer; words with a typo come last.
    """

    def __init__(self, attendees: Sequence[Attendee]) -> None:
        self._attendees = list(attendees)
        self._by_code = {attendee.code: position for position, attendee in enumerate(self._attendees)}
        best: dict[str, dict[int, float]] = {}
        for position, attendee in enumerate(self._attendees):
            for word, weight in findable_words(attendee):
                people = best.setdefault(word, {})
                if weight > people.get(position, 0.0):
                    people[position] = weight
        self._words = sorted(best)
        self._lengths = np.fromiter(map(len, self._words), np.float32, len(self._words))  # (words,)
        sizes = np.fromiter((len(best[word]) for word in self._words), np.int64, len(self._words))
        self._starts = np.concatenate((np.zeros(1, np.int64), np.cumsum(sizes)))  # (words + 1,)
        self._people = np.fromiter((p for word in self._words for p in best[word]), np.int64)  # (hits,)
        self._weights = np.fromiter((w for word in self._words for w in best[word].values()), np.float32)  # (hits,)
        self._misspellable = np.array(  # positions of words in which typos are forgiven
            [place for place, word in enumerate(self._words) if max(best[word].values()) in MISSPELLABLE], np.int64
        )
        self._beginnings: dict[int, list[str]] = {}

    def search(self, text: str, limit: int | None = None) -> list[Attendee]:
        """Who is meant by `text`, best first; nothing typed is everybody."""
        code = parse_badge_code(text)
        if code in self._by_code:
            return [self._attendees[self._by_code[code]]][:limit]
        words = typed_words(text)
        if not words:
            return [] if text.strip() else self._attendees[:limit]
        scores = self._score(words)
        if np.count_nonzero(scores) < _FEW:
            scores = self._widened(text, words, scores)
        self._reward_likeness(scores, text, words)
        found = np.flatnonzero(scores)
        order = found[np.argsort(-scores[found], kind="stable")]
        return [self._attendees[position] for position in order[:limit].tolist()]

    def _widened(self, text: str, words: tuple[str, ...], scores: _Scores) -> _Scores:
        """More hits where there are few: words run together, typos, the wrong keyboard."""
        if len(words) > 1:
            scores = np.maximum(scores, self._score(("".join(words),)))
        scores = np.maximum(scores, self._score(words, typos=True))
        if not scores.any() and not text.isascii():
            other = typed_words(on_other_keyboard(text))
            scores = self._score(other) if other else scores
        return scores

    def _score(self, words: tuple[str, ...], *, typos: bool = False) -> _Scores:
        """Mean score of each person over the typed words; 0 where a word is missing; shape (people,)."""
        total = np.ones(len(self._attendees), np.float32)
        found = np.ones(len(self._attendees), np.bool_)
        for word in words:
            hits = self._hits(word, typos=typos)
            found &= hits > 0
            total += hits
        return np.where(found, (total - 1) / len(words), 0).astype(np.float32)

    def _hits(self, word: str, *, typos: bool) -> _Scores:
        scores = np.zeros(len(self._attendees), np.float32)
        self._add_beginning_with(word, 1.0, scores)
        for other in {loose(word), latin(word)} - {word}:
            self._add_beginning_with(other, LOOSE, scores)
        if typos:
            self._add_typos(word, scores)
        return scores

    def _add_beginning_with(self, word: str, weight: float, scores: _Scores) -> None:
        first, last = bisect_left(self._words, word), bisect_left(self._words, word + _LAST)
        if first == last or not word:
            return
        near = _PREFIX + _PREFIX_SPAN * len(word) / self._lengths[first:last]
        if self._words[first] == word:
            near[0] = 1.0
        self._add(np.arange(first, last), near * weight, scores)

    def _add_typos(self, word: str, scores: _Scores) -> None:
        allowed = 0 if len(word) < 3 else 1 if len(word) < 6 else 2
        if not allowed:
            return
        for length in (len(word), 100):
            candidates = self._first_letters(length)
            distances = cdist([word], candidates, scorer=OSA.distance, score_cutoff=allowed, dtype=np.uint8)[0]
            near = np.flatnonzero(distances <= allowed)
            cost = _TYPO_COST * distances[near].astype(np.float32)
            self._add(self._misspellable[near], _TYPO - cost, scores)

    def _first_letters(self, length: int) -> list[str]:
        """The beginnings of words: a typo may come before a name is typed to its end."""
        if length not in self._beginnings:
            self._beginnings[length] = [self._words[place][:length] for place in self._misspellable.tolist()]
        return self._beginnings[length]

    def _add(self, words: NDArray[np.int64], near: _Scores, scores: _Scores) -> None:
        """Raise the people of `words` (positions) to `near` times the weight of the word for them."""
        starts, sizes = self._starts[words], self._starts[words + 1] - self._starts[words]
        within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        hits = np.repeat(starts, sizes) + within
        np.maximum.at(scores, self._people[hits], np.repeat(near, sizes).astype(np.float32) * self._weights[hits])

    def _reward_likeness(self, scores: _Scores, text: str, words: tuple[str, ...]) -> None:
        """Among the best, put the whole name, the order and the accents as typed first."""
        found = np.flatnonzero(scores)
        best = found[np.argsort(-scores[found], kind="stable")][:200]
        spelled, joined = as_typed(text), " ".join(words)
        for position in best.tolist():
            name = self._attendees[position].name
            own = typed_words(name.full)
            if sorted(own) == sorted(words) or typed_words(name.native) == words:
                scores[position] += _WHOLE_NAME
            if " ".join(own).startswith(joined):
                scores[position] += _IN_ORDER
            if spelled in as_typed(name.shown):
                scores[position] += _AS_SPELLED
