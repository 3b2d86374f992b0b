"""Names without accents, case and punctuation, so that two spellings of one name are found alike."""

import re
import unicodedata
from typing import Final

_NOT_DECOMPOSED: Final = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ə": "e",
        "’": "",
        "'": "",
        "ʼ": "",
        "‘": "",
        "`": "",
        "\u200c": "",
        "\u200d": "",
    }
)
"""Letters that Unicode does not take apart, apostrophes, which people leave out, and invisible joiners."""

_WORD: Final = re.compile(
    r"[\w\u0610-\u061a\u0653-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0971-\u0dff"
    r"\u0e31-\u0e4e\u0eb1-\u0ece\u0f71-\u0f84\u102b-\u103e\u1056-\u109d\u17b4-\u17d3]+"
)
"""Letters, digits, and the vowel signs of scripts that write them as marks: they part no word."""

TWO_LETTERS: Final = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"), ("ij", "y"))
"""How ä, ö and ü, å and the Dutch ÿ are typed on keyboards that lack them."""


def fold(text: str) -> str:
    """Small letters without accents: `Ødegård` gives `odegard`, `Łukasz` gives `lukasz`, `Weiß` gives `weiss`."""
    folded = _folded_once(text)
    while not folded.isascii() and (again := _folded_once(folded)) != folded:
        folded = again  # taking a letter apart can bring out another capital or accent
    return folded


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of `text`; hyphens, commas and full stops part words."""
    return tuple(_WORD.findall(fold(text).replace("_", " ")))


def name_key(text: str) -> str:
    """The same for two spellings of a name in any word order: sorted folded words."""
    return " ".join(sorted(words_of(text)))


def loose_key(text: str) -> str:
    """As `name_key`, and `Mueller` is `Müller`, `Aagaard` is `Ågård`."""
    key = name_key(text)
    for pair, single in TWO_LETTERS:
        key = key.replace(pair, single)
    return " ".join(sorted(key.split()))


def text_key(text: str) -> str:
    """The same for two spellings of a topic, need or employer: case and blanks do not count, accents do."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def email_key(address: str) -> str:
    """The same for two spellings of an e-mail address."""
    return text_key(address).replace(" ", "")


def _folded_once(text: str) -> str:
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_NOT_DECOMPOSED)).casefold()
    bare = "".join(letter for letter in apart if not _is_accent(letter)).translate(_NOT_DECOMPOSED)
    return unicodedata.normalize("NFC", bare)  # Hangul and Indic letters come together again


def _is_accent(letter: str) -> bool:
    """A mark over or under a Latin, Greek or Cyrillic letter; vowel signs of other scripts are no accents."""
    return "\u0300" <= letter <= "\u036f" or "\u0591" <= letter <= "\u05c7" or "\u064b" <= letter <= "\u0652"
