"""Names that belong together, such as several of one employer: as a line of text, and where they look alike."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

from mixer_app.domain.folding import text_key, words_of

Group = tuple[str, ...]

_PARTS: Final = re.compile(r"[=;\n]")
_SMALL_WORDS: Final = frozenset(
    {"the", "of", "for", "and", "de", "du", "la", "le", "der", "des", "di", "da", "y", "und"}
)
_SHORTEST: Final = 3


def group_of(line: str) -> Group:
    """The names in a line, parted by `=` or `;`; empty where there are not at least two."""
    names = {text_key(part): " ".join(part.split()) for part in reversed(_PARTS.split(line)) if part.strip()}
    return tuple(reversed(names.values())) if len(names) > 1 else ()


def line_of(group: Sequence[str], mark: str = " = ") -> str:
    """A group as one line: the names with a mark between them, `=` where they mean the same, else `;`."""
    return mark.join(group)


def named_twice(groups: Iterable[Sequence[str]]) -> str:
    """The first name that stands in two groups; empty if there is none."""
    seen: set[str] = set()
    for group in groups:
        keys = {text_key(name): name for name in group}
        for key, name in keys.items():
            if key in seen:
                return name
        seen |= keys.keys()
    return ""


def alike_names(names: Iterable[str]) -> tuple[Group, ...]:
    """Pairs of `names` that may mean the same: one shortens the words of the other, or is its initials.

    The longer comes first. Thousands of names take a moment: only those that begin alike are compared.
    """
    spelt = {name: words for name in names if (words := _words(name))}
    begin: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    initials: defaultdict[str, list[str]] = defaultdict(list)
    for name, words in spelt.items():
        begin[len(words), words[0][:_SHORTEST]].append(name)
        if len(words) >= _SHORTEST:
            initials["".join(word[0] for word in words)].append(name)
    found = [
        pair
        for together in begin.values()
        for pair in combinations(together, 2)
        if _shorten(*(spelt[name] for name in pair))
    ]
    found += [(name, long) for name, words in spelt.items() if len(words) == 1 for long in initials.get(words[0], ())]
    return tuple((one, other) if len(one) >= len(other) else (other, one) for one, other in found)


def not_grouped_yet(pairs: Iterable[Group], groups: Iterable[Sequence[str]]) -> tuple[Group, ...]:
    """Those of `pairs` that do not stand in one of `groups` together."""
    known = [frozenset(map(text_key, group)) for group in groups]
    return tuple(pair for pair in pairs if not any(set(map(text_key, pair)) <= group for group in known))


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in words_of(name) if word not in _SMALL_WORDS)


def _shorten(one: Sequence[str], other: Sequence[str]) -> bool:
    return one != other and all(_shortens(first, second) for first, second in zip(one, other, strict=True))


def _shortens(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= _SHORTEST and long.startswith(short))
