"""Breaking text into lines: at spaces, after hyphens, between East Asian characters; inside a word only in need."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from mixer_app.printing.look import MM, Type
from mixer_app.printing.shaping import Shaper, printable

_NEVER_FIRST: Final = frozenset("、。，．・：；？！）」』】〕〉》”’ーァィゥェォャュョッぁぃぅぇぉゃゅょっ々%")
_NEVER_LAST: Final = frozenset("（「『【〔〈《“‘")
_AFTER: Final = frozenset("-\u2010\u2013\u2014/\u0f0b")
_JOINED: Final = frozenset("\u200d\ufe0e\ufe0f")
_DOUBT: Final = 0.5  # em; how far the sum of the pieces may be from the shaped whole


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a paragraph in its own type and colour."""

    text: str
    kind: Type
    colour: str = "text"


def pieces(text: str) -> list[str]:
    """What may stand on a line of its own; each piece keeps the space behind it."""
    return list(_pieces(text))


@lru_cache(maxsize=4096)
def _pieces(text: str) -> tuple[str, ...]:
    text = printable(text)
    found: list[str] = []
    start = 0
    for index in range(1, len(text)):
        if _may_break(text[index - 1], text[index]):
            found.append(text[start:index])
            start = index
    return (*found, text[start:]) if text[start:] else tuple(found)


def clusters(text: str) -> list[str]:
    """What a reader takes for one character, so that marks stay with their letters."""
    found: list[str] = []
    for character in text:
        joins = unicodedata.category(character).startswith("M") or character in _JOINED or _is_skin_tone(character)
        if found and (joins or found[-1][-1] == "\u200d" or unicodedata.combining(found[-1][-1]) == 9):
            found[-1] += character
        else:
            found.append(character)
    return found


def wrap(shaper: Shaper, text: str, kind: Type, width: float) -> list[str]:
    """Lines no wider than `width` mm; a word too long for a line is broken inside."""
    return _filled(shaper, pieces(text), kind, width)


def wrap_anywhere(shaper: Shaper, text: str, kind: Type, width: float) -> tuple[list[str], bool]:
    """Lines no wider than `width` mm and whether a word had to be broken inside."""
    parts = pieces(text)
    broken = any(shaper.width(part.rstrip(), kind.size, kind.weight) / MM > width for part in parts)
    return _filled(shaper, parts, kind, width), broken


def shorten(shaper: Shaper, text: str, kind: Type, width: float, lines: int = 1) -> tuple[list[str], bool]:
    """At most `lines` lines, the last ended by an ellipsis at a word if need be; True if all of it is there."""
    wrapped = wrap(shaper, text, kind, width)
    if len(wrapped) <= lines:
        return wrapped, True
    words = pieces(" ".join(wrapped[lines - 1 :]))
    while len(words) > 1 and not _fits(shaper, _ended(words), kind, width):
        words.pop()
    last = _ended(words)
    letters = clusters(words[0]) if words else []
    while len(letters) > 1 and not _fits(shaper, last, kind, width):
        letters.pop()
        last = "".join(letters).rstrip() + "…"
    return [*wrapped[: lines - 1], last], False


def balanced(shaper: Shaper, text: str, weight: int, tracking: float = 0.0) -> tuple[str, str] | None:
    """The two lines whose longer one is shortest; None when the text cannot be broken."""
    parts = pieces(text)
    if len(parts) < 2:
        return None
    choices = [("".join(parts[:cut]).rstrip(), "".join(parts[cut:]).strip()) for cut in range(1, len(parts))]
    return min(choices, key=lambda pair: max(shaper.width(line, 1.0, weight, tracking=tracking) for line in pair))


def wrap_spans(shaper: Shaper, spans: Sequence[Span], width: float) -> list[list[Span]]:
    """Lines of spans no wider than `width` mm."""
    parts = [Span(part, span.kind, span.colour) for span in spans for part in pieces(span.text)]
    glued = _glued(parts)
    lines: list[list[Span]] = [[]]
    used = 0.0
    for group in glued:
        wide = sum([_wide(shaper, span.text, span.kind) for span in group])
        bare = wide - _space_behind(shaper, group[-1])
        if lines[-1] and used + bare > width + 0.01:
            lines.append([])
            used = 0.0
        lines[-1].extend(group)
        used += wide
    return [_merged(line) for line in lines]


def _glued(parts: list[Span]) -> list[list[Span]]:
    """Pieces that belong together because no break is allowed between two spans ("finance" and ".")."""
    groups: list[list[Span]] = []
    for part in parts:
        before = groups[-1][-1].text if groups else " "
        if groups and not _may_break(before[-1], part.text[0]):
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _merged(line: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in line:
        if merged and (merged[-1].kind, merged[-1].colour) == (span.kind, span.colour):
            merged[-1] = Span(merged[-1].text + span.text, span.kind, span.colour)
        else:
            merged.append(span)
    if merged:
        merged[-1] = Span(merged[-1].text.rstrip(), merged[-1].kind, merged[-1].colour)
    return merged


def _space_behind(shaper: Shaper, span: Span) -> float:
    bare = span.text.rstrip()
    if bare == span.text:
        return 0.0
    return _wide(shaper, span.text, span.kind) - _wide(shaper, bare, span.kind)


def _filled(shaper: Shaper, parts: Sequence[str], kind: Type, width: float) -> list[str]:
    lines: list[str] = []
    current, used = "", 0.0
    for part in parts:
        bare = part.rstrip()
        if _fits_with(shaper, current, used, bare, kind, width):
            current += part
            used += _wide(shaper, part, kind)
            continue
        if current:
            lines.append(current.rstrip())
        current = part
        while not _fits(shaper, current.rstrip(), kind, width) and len(clusters(current)) > 1:
            head, current = _split(shaper, current, kind, width)
            lines.append(head)
        used = _wide(shaper, current, kind)
    return [*lines, current.rstrip()] if current.strip() else lines


def _fits_with(shaper: Shaper, current: str, used: float, bare: str, kind: Type, width: float) -> bool:
    """Whether `current` (`used` mm) and one more piece fit; the whole is shaped only where the sum leaves a doubt."""
    estimate = used + _wide(shaper, bare, kind)
    if current and abs(estimate - width) > _DOUBT * kind.size / MM:
        return estimate < width
    return _fits(shaper, current + bare if bare else current.rstrip(), kind, width)


def _wide(shaper: Shaper, text: str, kind: Type) -> float:
    return shaper.width(text, kind.size, kind.weight, tabular=kind.tabular, tracking=kind.tracking) / MM


def _split(shaper: Shaper, word: str, kind: Type, width: float) -> tuple[str, str]:
    """As many characters as fit, at least one, and the rest."""
    letters = clusters(word)
    low, high = 1, len(letters) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if _fits(shaper, "".join(letters[:middle]), kind, width):
            low = middle
        else:
            high = middle - 1
    return "".join(letters[:low]), "".join(letters[low:])


def _fits(shaper: Shaper, text: str, kind: Type, width: float) -> bool:
    return _wide(shaper, text, kind) <= width + 0.01


def _ended(words: Sequence[str]) -> str:
    return "".join(words).rstrip().rstrip(",;:.-") + "…"


def _may_break(before: str, after: str) -> bool:
    if after.isspace() or after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    if before == "\u00a0":
        return False
    if before.isspace():
        return True
    if unicodedata.category(after).startswith("M") or after in _JOINED or before in _JOINED:
        return False
    return before in _AFTER or _is_east_asian(before) or _is_east_asian(after)


def _is_east_asian(character: str) -> bool:
    return unicodedata.east_asian_width(character) == "W" and not _is_hangul(character)


def _is_hangul(character: str) -> bool:
    return "\uac00" <= character <= "\ud7a3"


def _is_skin_tone(character: str) -> bool:
    return 0x1F3FB <= ord(character) <= 0x1F3FF
