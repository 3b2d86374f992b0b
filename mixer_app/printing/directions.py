"""In which order the parts of a line stand when writing directions mix (Unicode bidirectional algorithm).

python-bidi resolves the levels; bracket pairs (rule N0), which it leaves out, are resolved here first.
"""

import unicodedata
from dataclasses import dataclass
from typing import Any, Final

_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})
_DIRECTIONAL: Final = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
_STAND_IN: Final = {"L": "a", "R": "\u05d0"}  # a strong letter that brackets are counted as
_PAIRS: Final = {"(": ")", "[": "]", "{": "}", "\u2329": "\u232a", "\u300c": "\u300d", "\uff08": "\uff09"}

_CONTROLS: Final = frozenset({"RLE", "LRE", "RLO", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI", "BN"})


@dataclass(frozen=True, slots=True)
class DirectionRun:
    """Characters `start` to `end` of a text (in reading order) that go one way."""

    start: int
    end: int
    right_to_left: bool


def reads_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction goes from right to left."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind == "L":
            return False
        if kind in _RIGHT_TO_LEFT:
            return True
    return False


def direction_runs(text: str) -> list[DirectionRun]:
    """The runs of a line from left to right, as they stand on paper."""
    if text.isascii() or not any(unicodedata.bidirectional(character) in _DIRECTIONAL for character in text):
        return [DirectionRun(0, len(text), False)]
    levels = _levels(text)
    runs: list[tuple[int, int, int]] = []
    for index, level in enumerate(levels):
        if runs and runs[-1][2] == level:
            runs[-1] = (runs[-1][0], index + 1, level)
        else:
            runs.append((index, index + 1, level))
    return [DirectionRun(start, end, level % 2 == 1) for start, end, level in _in_visual_order(runs)]


def _levels(text: str) -> list[int]:
    """The embedding level of every character."""
    from bidi import algorithm

    base = int(reads_right_to_left(text))
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = ("L", "R")[base]
    plain = "".join(_plain(character) for character in text)
    algorithm.get_embedding_levels(_with_brackets_resolved(plain, base), storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    return [int(character["level"]) for character in storage["chars"]]


def _plain(character: str) -> str:
    """A space for a control of directions, a letter for what Unicode knows nothing of: the library takes neither."""
    kind = unicodedata.bidirectional(character)
    return " " if kind in _CONTROLS else character if kind else _STAND_IN["L"]


def _with_brackets_resolved(text: str, base: int) -> str:
    """`text` with each bracket pair replaced by letters of the direction the pair takes (rule N0)."""
    letters = list(text)
    for opening, closing in sorted(_bracket_pairs(text)):
        inside = {_strong(character) for character in letters[opening + 1 : closing]} - {""}
        own = "R" if base else "L"
        if own in inside:
            letters[opening] = letters[closing] = _STAND_IN[own]
        elif inside:
            before = next((found for found in map(_strong, reversed(letters[:opening])) if found), own)
            letters[opening] = letters[closing] = _STAND_IN[before]
    return "".join(letters)


def _strong(character: str) -> str:
    kind = unicodedata.bidirectional(character)
    return "L" if kind == "L" else "R" if kind in {"R", "AL", "AN", "EN"} else ""


def _bracket_pairs(text: str) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for index, character in enumerate(text):
        if character in _PAIRS:
            waiting.append((_PAIRS[character], index))
            continue
        for place in range(len(waiting) - 1, -1, -1):
            if waiting[place][0] == character:
                pairs.append((waiting[place][1], index))
                del waiting[place:]
                break
    return pairs


def _in_visual_order(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Rule L2: from the highest level down, turn round every stretch of that level or higher."""
    ordered = list(runs)
    for level in range(max(run[2] for run in runs), 0, -1):
        start = 0
        while start < len(ordered):
            end = start
            while end < len(ordered) and ordered[end][2] >= level:
                end += 1
            ordered[start:end] = reversed(ordered[start:end])
            start = end + 1
    return ordered
