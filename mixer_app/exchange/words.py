"""Folding words so that the same word compares equal however it was typed."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_ARABIC: Final = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ـ": None})
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TRAILING_NUMBER: Final = re.compile(r"(?<=[^\W\d_])\d{1,2}$")
_UNSPACED: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, no accents, one blank between words, no punctuation: `E-Mail*` gives `e mail`."""
    text = unicodedata.normalize("NFKC", text)
    text = unicodedata.normalize("NFD", _CAMEL.sub(" ", text).casefold())
    kept = [" number " if char == "#" else _folded(char) for char in text if not _is_mark(char)]
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).translate(_ARABIC).split())


def fold_title(title: str) -> str:
    """`fold` for a column's title: without the remark that it may stay blank, and without a trailing count."""
    title = re.sub(
        r"\((optional|required|facultati[fv]o?|opcional|freiwillig|任意|必須|选填|必填)\)", " ", title, flags=re.I
    )
    return fold(_TRAILING_NUMBER.sub("", title.strip().rstrip("*:?. ")))


def tokens(text: str) -> tuple[str, ...]:
    """The words of a folded text."""
    return tuple(fold(text).split())


def is_unspaced(text: str) -> bool:
    """Whether `text` is in a script that is written without blanks between words."""
    return _UNSPACED.search(text) is not None


def contains_words(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Whether `phrase` stands in `words`, whole words in a row."""
    size = len(phrase)
    return any(words[start : start + size] == phrase for start in range(len(words) - size + 1))


def _is_mark(char: str) -> bool:
    # Accents of Latin, Greek and Cyrillic letters, and Arabic vowel signs; the signs of Indic scripts are letters.
    return "\u0300" <= char <= "\u036f" or "\u064b" <= char <= "\u065f" or char == "\u0670"


def _folded(char: str) -> str:
    if char.isalnum() or char in "✓✔☑☐✗✘○◯×":
        return char
    return char if unicodedata.category(char) in {"Mc", "Mn", "Lo", "Lm"} else " "
