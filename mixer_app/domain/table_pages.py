"""Who sits where, in pages for a screen: sorted, parted among projectors, and named by their first letters."""

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import Final

from mixer_app.domain.folding import fold

PAGE_S: Final = 8.0
"""How long a page stands, if all of them come twice before the round begins."""

SHORTEST_PAGE_S: Final = 6.0
_MOST_LETTERS: Final = 3
_TAILORED: Final = {
    "es": {"ñ": "n\uffff"},
    "sv": {"å": "z\uffff1", "ä": "z\uffff2", "ö": "z\uffff3"},
    "fi": {"å": "z\uffff1", "ä": "z\uffff2", "ö": "z\uffff3"},
    "da": {"æ": "z\uffff1", "ø": "z\uffff2", "å": "z\uffff3"},
    "no": {"æ": "z\uffff1", "ø": "z\uffff2", "å": "z\uffff3"},
    "nb": {"æ": "z\uffff1", "ø": "z\uffff2", "å": "z\uffff3"},
}
"""Letters of their own at the end of an alphabet; elsewhere they are sorted as the letter without its accent."""


@dataclass(frozen=True, slots=True)
class SeatLine:
    """One line of the list: who, and where; without a table there is a break."""

    attendee_id: int
    label: str
    table: int | None


@dataclass(frozen=True, slots=True)
class TablePage:
    """One page of the list."""

    lines: tuple[SeatLine, ...]
    first: str  # letters of the first name that tell it from the page before
    last: str
    begins: str = ""  # the same where the pages of this screen are one range
    ends: str = ""

    @property
    def range(self) -> str:
        """From which letter to which; the first and the last may be one."""
        return self.first if self.first == self.last else f"{self.first} – {self.last}"


def sorted_lines(lines: Sequence[SeatLine], language: str) -> tuple[SeatLine, ...]:
    """By name in the alphabet of the event's language, one script after the other, that of the language first."""
    return tuple(sorted(lines, key=lambda line: (*_order(line.label, language), line.label, line.attendee_id)))


def pages_of(
    lines: Sequence[SeatLine], language: str, *, per_page: int, part: int = 1, parts: int = 1
) -> tuple[TablePage, ...]:
    """The pages of one of several projectors (`part`, from 1, of `parts`); `lines` are sorted. Nobody: no page."""
    cuts = _cuts([_initial(line.label) for line in lines], parts)
    starts = [
        start for first, last in pairwise(cuts) for start in range(first, last, per_page)
    ]  # of the pages of all projectors: a letter that goes on there needs more letters
    ends = [*starts[1:], len(lines)][: len(starts)]
    pages = [
        TablePage(tuple(lines[start:end]), *_named(lines, start, end, language))
        for start, end in zip(starts, ends, strict=True)
        if start < end
    ]
    mine = range(bisect_left(starts, cuts[part - 1]), bisect_left(starts, cuts[part]))
    return tuple(pages[index] for index in mine)


def range_of(pages: Sequence[TablePage]) -> str:
    """From the first letter of the first page to the last of the last."""
    if not pages:
        return ""
    first, last = pages[0].begins, pages[-1].ends
    return first if first == last else f"{first} – {last}"


def page_seconds(pages: int, whole: timedelta) -> float:
    """How long a page stands, so that all come twice in the time to change tables, but nobody has to hurry."""
    fair = whole.total_seconds() / (2 * max(pages, 1))
    return min(max(fair, SHORTEST_PAGE_S), PAGE_S)


def page_now(pages: int, each_s: float, since: timedelta) -> tuple[int, float]:
    """Which page stands after this time, from 0, and what share of its time has gone."""
    if pages == 0:
        return 0, 0.0
    turned, share = divmod(max(since.total_seconds(), 0.0) / each_s, 1.0)
    return int(turned) % pages, share


def _cuts(initials: Sequence[str], parts: int) -> list[int]:
    """Where each projector's part begins, and the end: where a new letter does, if one is near."""
    size = len(initials)
    new_letters = [index for index in range(1, size) if initials[index] != initials[index - 1]]
    cuts = [0]
    for part in range(1, parts):
        fair = size * part // parts
        near = min(new_letters, key=lambda index: abs(index - fair), default=fair)
        chosen = near if abs(near - fair) * 4 * parts <= size else fair
        cuts.append(max(chosen, cuts[-1]))
    return [*cuts, size]


def _named(lines: Sequence[SeatLine], start: int, end: int, language: str) -> tuple[str, str, str, str]:
    """The letters of a page's first and last name, as many as tell them from the next page's.

    Equally many where both begin alike; then as few as possible of each.
    """
    first, last = lines[start].label, lines[end - 1].label
    before = lines[start - 1].label if start else ""
    after = lines[end].label if end < len(lines) else ""
    few = _letters_apart(first, before), _letters_apart(last, after)
    many = (max(few), max(few)) if _initial(first) == _initial(last) else few
    begins, ends = _shown(first, few[0], language), _shown(last, few[1], language)
    return _shown(first, many[0], language), _shown(last, many[1], language), begins, ends


def _letters_apart(label: str, neighbour: str) -> int:
    """How many first letters of `label` `neighbour` does not begin with, up to three."""
    apart = (number for number in range(1, _MOST_LETTERS) if fold(label)[:number] != fold(neighbour)[:number])
    return next(apart, _MOST_LETTERS)


def _shown(label: str, number: int, language: str) -> str:
    own = _TAILORED.get(language, {})
    letters = [letter for letter in unicodedata.normalize("NFC", label) if letter.isalnum()][:number]
    plain = "".join(letter if letter.casefold() in own else fold(letter) or letter for letter in letters)
    return plain[:1].upper() + plain[1:]


def _initial(label: str) -> str:
    return fold(label)[:1]


def _order(label: str, language: str) -> tuple[int, str]:
    own = _TAILORED.get(language, {})
    text = unicodedata.normalize("NFC", label.casefold())
    for letter, place in own.items():
        text = text.replace(letter, place)
    return _script(label, language), fold(text)


def _script(label: str, language: str) -> int:
    """Where the script of a name comes: the event's own first, then Latin, then as Unicode has them."""
    letter = next((letter for letter in label if letter.isalpha()), "A")
    name = unicodedata.name(letter, "LATIN").split()[0]
    if name == _SCRIPTS.get(language, "LATIN"):
        return -1
    return 0 if name == "LATIN" else _first_of(name, letter)


def _first_of(script: str, letter: str) -> int:
    """Kana and ideographs of one list stay together; every other script by its place in Unicode."""
    if script in ("HIRAGANA", "KATAKANA", "CJK"):
        return 0x3040
    return ord(letter) // 0x80 + 1


_SCRIPTS: Final = {"ar": "ARABIC", "fa": "ARABIC", "ur": "ARABIC", "he": "HEBREW", "hi": "DEVANAGARI", "ru": "CYRILLIC"}
