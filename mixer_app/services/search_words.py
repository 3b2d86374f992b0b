"""The words by which a person can be found, and how much a hit on each says."""

import re
from collections.abc import Iterator
from typing import Final

from mixer_app.domain.folding import email_key, fold, words_of
from mixer_app.domain.names import TITLES
from mixer_app.domain.people import Attendee
from mixer_app.services.search_scripts import consonants, hiragana, romanisations, romanised, written_consonants

NAME: Final = 1.0
JOINED: Final = 0.85  # Anna Berg typed as annaberg
AFTER_PARTICLE: Final = 0.86  # van der Berg typed as vanderberg
LOOSE: Final = 0.9  # Müller typed as Mueller
OTHER_SCRIPT: Final = 0.8  # Ольга typed as Olga, 王小明 as wang xiaoming
UNWRITTEN_VOWELS: Final = 0.81  # محمد typed as Mohamed; not misspelled, for it is no word
EMAIL: Final = 0.6
CODE: Final = 0.55
EMPLOYER: Final = 0.5
MISSPELLABLE: Final = frozenset({NAME, LOOSE, AFTER_PARTICLE, OTHER_SCRIPT, EMPLOYER})
"""Weights of the words of a name or employer; codes and addresses are copied, not typed from memory."""

_LOOSE_PAIRS: Final = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))
_LATIN_OF: Final = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziiklmnoprstufye", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya"}
    | {"і": "i", "є": "ye", "ґ": "g", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz"}
    | dict(zip("αβγδεζηικλμνξοπρσςτυω", "avgdeziiklmnxoprsstyo", strict=True))
    | {"θ": "th", "φ": "f", "χ": "ch", "ψ": "ps"}
)
"""Cyrillic and Greek letters as they are mostly written in Latin."""

_SOUNDS_LIKE: Final = str.maketrans({"c": "k", "q": "k", "x": "ks", "z": "s"})
_NOT_HEARD: Final = str.maketrans("", "", "aeiouyhw")
_TWICE: Final = re.compile(r"(.)\1+")
_FEWEST_LETTERS: Final = 4
_FEWEST_SOUNDS: Final = 3
_MOST_OF_A_PARTICLE: Final = 3  # letters of van, der, al, de, mac

_ALSO_WRITTEN: Final = {"st": "saint", "saint": "st"}

_TITLES: Final = frozenset(word for title in TITLES for word in words_of(title))

_TYPED_ON_RUSSIAN_KEYS: Final = str.maketrans("йцукенгшщзхъфывапролджэячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,.")
_UNSPACED_FROM, _UNSPACED_TO = "\u0e00", "\u0eff"  # Thai and Lao
_EAST_ASIAN_FROM: Final = "\u3040"  # kana, ideographs, Hangul


def loose(word: str) -> str:
    """`word` with `ae`, `oe`, `ue` and `aa` as one letter."""
    for pair, single in _LOOSE_PAIRS:
        word = word.replace(pair, single)
    return word


def latin(word: str) -> str:
    """A folded Cyrillic or Greek word in Latin letters; others as they are."""
    return word if word.isascii() else word.translate(_LATIN_OF)


def sound(word: str) -> str:
    """The consonants of a Latin word, those that sound alike as one: `Mohamed` is `Muhammad`, `Yusuf` is `Youssef`.

    Empty where too few are left to tell anything.
    """
    if not word.isascii() or len(word) < _FEWEST_LETTERS:
        return ""
    alike = _TWICE.sub(r"\1", word.replace("ph", "f").translate(_SOUNDS_LIKE))
    kept = alike[0] + alike[1:].translate(_NOT_HEARD)
    return kept if len(kept) >= _FEWEST_SOUNDS else ""


def on_other_keyboard(text: str) -> str:
    """What was meant if a Latin name was typed while the keyboard was set to Russian."""
    return text.casefold().translate(_TYPED_ON_RUSSIAN_KEYS)


def findable_words(attendee: Attendee) -> Iterator[tuple[str, float]]:
    """Each folded word of `attendee` with its weight; a word may come twice."""
    name = attendee.name
    words = words_of(name.full)
    for word in (*words, *words_of(name.native), *words_of(name.given), *words_of(name.family)):
        yield from _forms(word)
    yield from _joined(words, words_of(name.given), words_of(name.family))
    if not name.full.isascii() and (said := tuple(map(romanised, words))) != words:
        yield from ((word, OTHER_SCRIPT) for word, _ in _joined(said, (), ()))
    for code in (attendee.code, *attendee.also_codes):
        yield code.lower(), CODE
        yield code[4:].lower(), CODE
    for email in attendee.emails:
        yield email_key(email), EMAIL
        yield from ((word, EMAIL) for word in words_of(email.partition("@")[0]))
    for word in words_of(attendee.employer):
        yield word, EMPLOYER
        if loose(word) != word:
            yield loose(word), EMPLOYER * LOOSE


def same_words(one: Attendee, other: Attendee) -> bool:
    """Whether both are found by the same words, as someone is before and after their check-in."""
    return (
        one.name == other.name
        and one.employer == other.employer
        and one.emails == other.emails
        and (one.code, one.also_codes) == (other.code, other.also_codes)
    )


def typed_words(text: str) -> tuple[str, ...]:
    """What was typed as folded words; an e-mail address stays whole."""
    pieces = text.split()
    return tuple(
        word for piece in pieces for word in ((email_key(piece),) if "@" in piece else words_of(piece)) if word
    )


def other_forms(word: str) -> set[str]:
    """What a typed word may stand for beside itself."""
    heard = consonants(word) if word.isascii() else ""
    return {loose(word), latin(word), hiragana(word), heard} - {word, ""}


def without_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    """Folded words without Dr, Prof and the like, unless there is nothing else."""
    return tuple(word for word in words if word not in _TITLES) or words


def as_typed(text: str) -> str:
    """`text` without case, with its accents."""
    return " ".join(text.casefold().split())


def _forms(word: str) -> Iterator[tuple[str, float]]:
    yield word, NAME
    if word in _ALSO_WRITTEN:
        yield _ALSO_WRITTEN[word], LOOSE
    if word.isascii():
        if loose(word) != word:
            yield loose(word), LOOSE
    elif _is_unspaced(word):
        yield from ((word[start:], LOOSE) for start in range(1, len(word)))
        if hiragana(word) != word:
            yield hiragana(word), LOOSE
    if not word.isascii():
        plain = fold(latin(word))
        yield from ((said, OTHER_SCRIPT) for said in ((plain,) if plain.isascii() else romanisations(word)))
        yield from ((said, UNWRITTEN_VOWELS) for said in written_consonants(word))


def _joined(words: tuple[str, ...], given: tuple[str, ...], family: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    for start in range(len(words) - 1):
        particle = start > 0 and len(words[start]) <= _MOST_OF_A_PARTICLE
        yield "".join(words[start:]), AFTER_PARTICLE if particle else JOINED
    if given and family:
        yield "".join(family + given), JOINED
    if len(given) > 1:
        yield "".join(given), JOINED


def _is_unspaced(word: str) -> bool:
    """Whether the script puts no blanks between words, so that a search may begin inside one."""
    return any(letter >= _EAST_ASIAN_FROM or _UNSPACED_FROM <= letter <= _UNSPACED_TO for letter in word)
