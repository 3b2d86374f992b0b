"""Words of people compared as whole terms: case, accents, spaces and punctuation do not matter."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

_LETTERS: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_LATIN_MARKS: Final = re.compile("[\u0300-\u036f]")  # marks of other scripts are letters, not accents
_GAPS: Final = re.compile(r"[\s_\-–—/]+")
_EDGES: Final = " .,;:!?'\"()[]"


@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """`text` in the form in which terms are compared; empty if it says nothing."""
    plain = _LATIN_MARKS.sub("", unicodedata.normalize("NFKD", text.casefold())).translate(_LETTERS)
    return _GAPS.sub(" ", unicodedata.normalize("NFC", plain)).strip(_EDGES)


def unique_terms(texts: Iterable[str]) -> dict[str, str]:
    """Folded term -> the text as it was given, in order, each term once."""
    terms: dict[str, str] = {}
    for text in texts:
        key = folded(text)
        if key:
            terms.setdefault(key, text.strip())
    return terms


class Vocabulary:
    """The terms that occur on both sides, numbered."""

    def __init__(self, wanted: Sequence[Iterable[str]], offered: Sequence[Iterable[str]]) -> None:
        both = {term for terms in wanted for term in terms} & {term for terms in offered for term in terms}
        self._number = {term: number for number, term in enumerate(sorted(both))}

    def __len__(self) -> int:
        return len(self._number)

    def __contains__(self, term: str) -> bool:
        return term in self._number

    def number(self, term: str) -> int:
        """The column of a term."""
        return self._number[term]

    def incidence(self, people: Sequence[Iterable[str]]) -> NDArray[np.float32]:
        """(people, terms) 1 where a person has a term."""
        table = np.zeros((len(people), len(self._number)), np.float32)
        for row, terms in enumerate(people):
            for term in terms:
                if term in self._number:
                    table[row, self._number[term]] = 1
        return table


def numbered(values: Sequence[str]) -> NDArray[np.int64]:
    """A number for each value, the same for equal ones; -1 for an empty value."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(value, len(numbers)) if value else -1 for value in values], np.int64)


class Equality:
    """Which values of two sides are equal, told for some rows at a time: all pairs at once take much room."""

    def __init__(self, left: Sequence[str], right: Sequence[str]) -> None:
        together = numbered([*left, *right])
        self._rows, self._columns = together[: len(left)], together[len(left) :]

    def parts(self, rows: NDArray[np.int64]) -> NDArray[np.float64]:
        """(rows, right) 1 where two values are equal, 0 where they differ, NaN where one is empty."""
        chosen = self._rows[rows]
        parts = (chosen[:, None] == self._columns[None, :]).astype(np.float64)
        parts[chosen < 0] = np.nan
        parts[:, self._columns < 0] = np.nan
        return parts

    def part(self, row: int, column: int) -> float:
        """The entry of one pair, without those of its whole row."""
        one, other = int(self._rows[row]), int(self._columns[column])
        return float("nan") if one < 0 or other < 0 else float(one == other)

    def flags(self) -> NDArray[np.bool_]:
        """(left, right) whether two values are equal and none is empty."""
        return (self._rows[:, None] == self._columns[None, :]) & (self._rows >= 0)[:, None]


def listed(texts: Sequence[str]) -> str:
    """Texts as a person lists them: `a, b and c`."""
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}" if texts else ""


def within_sentence(term: str) -> str:
    """`term` as it stands inside a sentence: `Finance` becomes `finance`, `MBA` stays."""
    return term[:1].lower() + term[1:] if term[1:2].islower() or len(term) == 1 else term
