"""Reading a badge code from the keys of a scanner, whatever layout the computer takes them for.

A reading counts only if its check character is right; a code that could be two is none.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import prod
from typing import Final

from mixer_app.domain.badge_code import parse_badge_code
from mixer_app.domain.keyboards import LAYOUTS, US_KEYS

_ACCENTS: Final = {
    "^": "\u0302",
    "´": "\u0301",
    "`": "\u0300",
    "¨": "\u0308",
    "~": "\u0303",
    "ˇ": "\u030c",
    "¸": "\u0327",
    "°": "\u030a",
    "˘": "\u0306",
    "¯": "\u0304",
}
_MOST_READINGS: Final = 256
"""A text with more readings than these on one layout is nothing that a scanner sends."""

_SPACING: Final = {combining: spacing for spacing, combining in _ACCENTS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """One key: what it gave, and the key of a US keyboard where the system says which it was."""

    text: str
    us_key: str = ""
    dead: bool = False  # an accent that waits for the next key


def text_of(strokes: Sequence[Stroke]) -> str:
    """What a person would read on the screen."""
    return "".join(stroke.text for stroke in strokes)


def code_of(strokes: Sequence[Stroke], is_known: Callable[[str], bool] | None = None) -> str | None:
    """The badge code that was scanned; None: there is none, or it could be two.

    `is_known` says whether a code is somebody's at this event: of several readings that have a right
    check character it tells the one that is meant.
    """
    direct, guessed = _codes(_direct_readings(strokes)), _codes(_guessed_readings(strokes))
    if is_known is not None and (known := {code for code in (*direct, *guessed) if is_known(code)}):
        return known.pop() if len(known) == 1 else None
    likely = direct or guessed
    return likely[0] if len(likely) == 1 else None


def _codes(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for text in texts if (code := parse_badge_code(text)) is not None))


def _direct_readings(strokes: Sequence[Stroke]) -> Iterator[str]:
    """What the keys gave, as from a scanner that knows the layout; and which keys they were."""
    yield _ascii_digits(text_of(strokes))
    if strokes and all(stroke.us_key for stroke in strokes):
        yield "".join(stroke.us_key for stroke in strokes)


def _guessed_readings(strokes: Sequence[Stroke]) -> Iterator[str]:
    """What the keys would be on every layout that has all of them, where the system does not say which they were."""
    if not all(stroke.us_key for stroke in strokes):
        pieces = list(_without_dead_keys(strokes))
        for name in LAYOUTS:
            yield from _as_typed_in_us(pieces, name)


def _as_typed_in_us(pieces: Sequence[str], layout: str) -> Iterator[str]:
    """The keys by their US names, if every one of them is on this layout; some characters are on two keys."""
    keys = _keys_of(layout)
    choices: list[str] = []
    for piece in pieces:
        parts = [piece] if piece in keys else _accent_and_letter(piece)
        if not all(part in keys for part in parts):
            return
        choices.extend(keys[part] for part in parts)
    if prod(map(len, choices)) <= _MOST_READINGS:
        yield from ("".join(chosen) for chosen in product(*choices))


@cache
def _keys_of(layout: str) -> dict[str, str]:
    """Character to the US keys that give it."""
    keys: dict[str, str] = {}
    for row in LAYOUTS[layout]:
        for character, key in zip(map(_plain, row.split(" ")), US_KEYS, strict=True):
            if key not in keys.get(character, ""):
                keys[character] = keys.get(character, "") + key
    return keys


def _without_dead_keys(strokes: Sequence[Stroke]) -> Iterator[str]:
    """What each key gave by itself: the accent of a dead key is taken off the letter after it."""
    accent = ""
    for stroke in strokes:
        text = _plain(stroke.text)
        if accent:
            text = _letter_under(text, accent)
        accent = text if stroke.dead else ""
        yield text


def _letter_under(text: str, accent: str) -> str:
    if text.startswith(accent) and len(text) > 1:
        return text[len(accent) :]
    parts = unicodedata.normalize("NFD", text)
    return parts[0] if parts[1:] and parts[1:] == _ACCENTS.get(accent) else text


def _accent_and_letter(piece: str) -> list[str]:
    """`ê` where a dead key and a letter came as one."""
    parts = unicodedata.normalize("NFD", piece)
    return [_SPACING[parts[1]], parts[0]] if len(parts) == 2 and parts[1] in _SPACING else [piece]


def _plain(text: str) -> str:
    """Arabic ligatures as the letters they are made of, accents and letters as one."""
    return unicodedata.normalize("NFKC", text) if text not in _ACCENTS else text


def _ascii_digits(text: str) -> str:
    return "".join(str(digit) if (digit := unicodedata.digit(letter, None)) is not None else letter for letter in text)
