"""The words of people, sorted, so that those that begin with what was typed stand together."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from operator import or_
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from mixer_app.domain.people import Attendee
from mixer_app.services.search_words import MISSPELLABLE, findable_words, sound

_PREFIX: Final = 0.65  # never as much as a whole word, however that is spelled
_PREFIX_SPAN: Final = 0.14  # the more of the word is typed, the nearer to a whole word
_TYPO: Final = 0.55
_TYPO_COST: Final = 0.12
_SOUND: Final = 0.25  # less than with two typos
_MOST_LETTERS: Final = 24  # of a beginning that is typed with a typo
_LAST: Final = "\U0010ffff"

Scores = NDArray[np.float32]


class WordTable:
    """Which word finds whom, and how much it says; never changed once it is made.

    People are given as positions, from 0, in the arrays of scores that are handed in.
    """

    def __init__(self, people: Iterable[tuple[int, Attendee]]) -> None:
        best: dict[str, dict[int, float]] = {}
        for position, attendee in people:
            for word, weight in findable_words(attendee):
                found = best.setdefault(word, {})
                if weight > found.get(position, 0.0):
                    found[position] = weight
        self._words = sorted(best)
        self._lengths = np.fromiter(map(len, self._words), np.float32, len(self._words))  # (words,)
        sizes = np.fromiter((len(best[word]) for word in self._words), np.int64, len(self._words))
        self._starts = np.concatenate((np.zeros(1, np.int64), np.cumsum(sizes)))  # (words + 1,)
        self._people = np.fromiter((p for word in self._words for p in best[word]), np.int64)  # (hits,)
        self._weights = np.fromiter((w for word in self._words for w in best[word].values()), np.float32)  # (hits,)
        self._misspellable = np.array(  # positions of words in which typos are forgiven
            [place for place, word in enumerate(self._words) if max(best[word].values()) in MISSPELLABLE], np.int64
        )
        sounds: dict[str, list[int]] = {}
        for place in self._misspellable.tolist():
            sounds.setdefault(sound(self._words[place]), []).append(place)
        self._sounds = {heard: np.array(places, np.int64) for heard, places in sounds.items() if heard}
        letters = [_letters_so_far(self._words[place]) for place in self._misspellable.tolist()]
        self._letters = np.array(letters, np.uint32).reshape(-1, _MOST_LETTERS + 1)  # (misspellable, beginnings, whole)

    def add_beginning_with(self, word: str, weight: float, scores: Scores) -> None:
        """Raise the scores (people,) of those with a word that begins with `word`."""
        first, last = bisect_left(self._words, word), bisect_left(self._words, word + _LAST)
        if first == last or not word:
            return
        near = _PREFIX + _PREFIX_SPAN * len(word) / self._lengths[first:last]
        if self._words[first] == word:
            near[0] = 1.0
        self._add(np.arange(first, last), near * weight, scores)

    def add_typos(self, word: str, scores: Scores) -> None:
        """Raise the scores (people,) of those with a word that is `word`, or begins so, but for a typo or two."""
        allowed = 0 if len(word) < 3 else 1 if len(word) < 6 else 2
        if not allowed or not len(self._misspellable):
            return
        for length in (len(word), None) if len(word) <= _MOST_LETTERS else (None,):
            maybe = self._with_such_letters(word, length, allowed)
            beginnings = [self._words[place][:length] for place in self._misspellable[maybe].tolist()]
            distances = cdist([word], beginnings, scorer=OSA.distance, score_cutoff=allowed, dtype=np.uint8)[0]
            near = distances <= allowed
            cost = _TYPO_COST * distances[near].astype(np.float32)
            self._add(self._misspellable[maybe[near]], _TYPO - cost, scores)

    def add_sounding_like(self, word: str, scores: Scores) -> None:
        """Raise the scores (people,) of those with a word that sounds like `word`; it counts less than two typos."""
        if (alike := self._sounds.get(sound(word))) is not None:
            self._add(alike, np.full(len(alike), _SOUND, np.float32), scores)

    def _with_such_letters(self, word: str, length: int | None, allowed: int) -> NDArray[np.int64]:
        """Which misspellable words may be `word` but for `allowed` typos, or their first `length` letters.

        A typo makes a word longer or shorter by a letter and has one letter go and another come, at most; that is
        seen without a look at the words themselves, which lie all over the memory.
        """
        sizes = self._lengths[self._misspellable]
        apart = np.abs((sizes if length is None else np.minimum(sizes, length)) - len(word))
        letters = self._letters[:, -1 if length is None else length - 1]
        others = np.bitwise_count(letters ^ np.uint32(_letters_so_far(word)[-1]))
        return np.flatnonzero((apart <= allowed) & (others <= 2 * allowed))

    def _add(self, words: NDArray[np.int64], near: Scores, scores: Scores) -> None:
        """Raise the people of `words` (positions) to `near` times the weight of the word for them."""
        starts, sizes = self._starts[words], self._starts[words + 1] - self._starts[words]
        within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        hits = np.repeat(starts, sizes) + within
        np.maximum.at(scores, self._people[hits], np.repeat(near, sizes).astype(np.float32) * self._weights[hits])


def _letters_so_far(word: str) -> list[int]:
    """Which letters are in the first, the first two and so on, and in the whole: a bit each, some sharing one."""
    bits = list(accumulate((1 << (ord(letter) & 31) for letter in word), or_))
    return [*bits[:_MOST_LETTERS], *bits[-1:] * (_MOST_LETTERS - len(bits)), bits[-1]]
