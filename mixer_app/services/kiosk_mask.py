"""Names as the kiosk shows them: recognisable to their owner, no news to anybody else.

Of each word the first letter is shown, or as many letters as were typed of it, and always exactly
three dots after them, so that no length is given away.
"""

import unicodedata
from collections.abc import Collection, Iterable
from typing import Final, TypeAlias

from mixer_app.domain.folding import fold
from mixer_app.services.search_scripts import hiragana, romanised
from mixer_app.services.search_words import latin, loose

DOTS: Final = "•••"

Pieces: TypeAlias = tuple[tuple[str, bool], ...]
"""Text in pieces; True: typed by the person, to be shown bold."""

_APOSTROPHES: Final = frozenset("'’ʼ‘`")
_HYPHENS: Final = frozenset("-‐‑‒–—")
_JOINERS: Final = frozenset("\u200c\u200d")
_VIRAMA: Final = 9  # the combining class of marks that tie two Indic letters into one


def mask(text: str, typed: Collection[str] = ()) -> Pieces:
    """`text` masked; `typed` are the folded words that were typed."""
    pieces: list[tuple[str, bool]] = []
    for between, word in _words(text):
        letters, bold = _shown(word, typed)
        pieces += [(between, False), (letters, bold), (DOTS, bold)]
    return tuple(_merged(pieces))


def mask_text(text: str) -> str:
    """`text` masked where nothing of it was typed, as in the name of an employer."""
    return "".join(piece for piece, _ in mask(text))


def shown_letters(pieces: Pieces) -> str:
    """What a screen reader says of a masked name: the letters without the dots."""
    return " ".join("".join(piece for piece, _ in pieces).replace(DOTS, " ").replace("-", " ").split())


def mask_email(address: str) -> str:
    """`a•••i@lagoon.example`: its owner knows it again; nothing for what is no address."""
    local, at, domain = address.strip().rpartition("@")
    if not at or not local:
        return ""
    last = local[-1] if len(local) > 2 else ""
    return f"{local[0]}{DOTS}{last}@{domain}"


def mask_phone(number: str) -> str:
    """`•••67`: the last two digits; nothing for a number too short to hide the rest."""
    digits = [letter for letter in number if letter.isdecimal()]
    return f"{DOTS}{''.join(digits[-2:])}" if len(digits) >= 4 else ""


def letters_of(text: str) -> list[str]:
    """The letters as a person counts them: each with its accents, vowel signs and joined letters."""
    letters: list[str] = []
    for sign in text:
        if letters and (_is_mark(sign) or _goes_on(letters[-1])):
            letters[-1] += sign
        else:
            letters.append(sign)
    return letters


def _words(text: str) -> Iterable[tuple[str, str]]:
    """Each word with what stands before it: nothing, a blank or a hyphen."""
    word, between, first = "", "", True
    for sign in f"{text} ":
        if sign.isalnum() or (word and (_is_mark(sign) or sign in _APOSTROPHES)):
            word += sign
            continue
        if word:
            yield ("" if first else between or " "), word
            word, between, first = "", "", False
        if sign in _HYPHENS and not between:
            between = "-"
        elif sign.isspace():
            between = " "


def _shown(word: str, typed: Iterable[str]) -> tuple[str, bool]:
    """The letters of a word that are shown, and whether they were typed."""
    best = max((_typed_part(word, one) for one in typed), key=len, default="")
    return (best, True) if best else (letters_of(word)[0], False)


def _typed_part(word: str, typed: str) -> str:
    """The beginning of `word` that stands for `typed`, never more letters than were typed; empty: another word."""
    forms = (
        (fold, typed),
        (_folded_latin, latin(typed)),
        (_folded_loose, loose(typed)),
        (_folded_hiragana, hiragana(typed)),
        (_folded_romanised, typed),
    )
    letters = letters_of(word)
    for form, wanted in forms:
        if not wanted or not form(word).startswith(wanted):
            continue
        for count in range(len(letters), 0, -1):
            shown = sum(letter not in _APOSTROPHES for letter in letters[:count])
            begin = "".join(letters[:count])
            if shown <= len(wanted) and begin[-1] not in _APOSTROPHES and wanted.startswith(form(begin)):
                return begin
    return ""


def _folded_latin(text: str) -> str:
    return latin(fold(text))


def _folded_loose(text: str) -> str:
    return loose(fold(text))


def _folded_hiragana(text: str) -> str:
    return hiragana(fold(text))


def _folded_romanised(text: str) -> str:
    return romanised(fold(text))


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M") or sign in _JOINERS


def _goes_on(letter: str) -> bool:
    return letter[-1] in _JOINERS or unicodedata.combining(letter[-1]) == _VIRAMA


def _merged(pieces: Iterable[tuple[str, bool]]) -> list[tuple[str, bool]]:
    merged: list[tuple[str, bool]] = []
    for text, bold in pieces:
        if merged and text and merged[-1][1] is bold:
            merged[-1] = merged[-1][0] + text, bold
        elif text:
            merged.append((text, bold))
    return merged
