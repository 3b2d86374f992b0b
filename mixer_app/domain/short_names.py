"""Short names for a screen that everybody reads: the given name and as much of the family name as is needed."""

import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping
from typing import Final

from mixer_app.domain.badge_code import spaced
from mixer_app.domain.people import PersonName

_BY_CODE: Final = 4
"""Letters of the code that are added where the whole name is shared."""


def short_names(people: Mapping[int, tuple[PersonName, str]]) -> dict[int, str]:
    """A name for each person (number → name and badge code), no two alike but for case and full stops.

    `Adaeze N.`; two alike get more letters of the family name, two with the whole name alike the first four
    of the code, or all. Nobody's name depends on the order, only on who else is there.
    """
    writers = {person: _Writer(name, code) for person, (name, code) in people.items()}
    while shared := _shared(writers.values()):
        longer = [writer for writer in shared if writer.has_letters]
        for writer in longer:
            writer.lengthen()
        if not longer:
            for writer in shared:
                writer.add_code()
    return {person: writer.label for person, writer in writers.items()}


def short_codes(codes: Mapping[int, str]) -> dict[int, str]:
    """The first four characters of each code, all eight where two begin alike."""
    times = Counter(code[:_BY_CODE] for code in codes.values())
    return {person: code[:_BY_CODE] if times[code[:_BY_CODE]] == 1 else spaced(code) for person, code in codes.items()}


class _Writer:
    """The short name of one person, which grows letter by letter."""

    def __init__(self, name: PersonName, code: str) -> None:
        self._full = _plain(name.full)
        self._given = _plain(name.given) if name.given and name.family else self._full
        self._letters = _letters(_plain(name.family)) if name.given and name.family else []
        self._shown = min(1, len(self._letters))
        self._code, self._of_code = code, 0

    @property
    def label(self) -> str:
        family = "".join(self._letters[: self._shown]).rstrip(" -’'")
        dot = "." if self._shown < len(self._letters) else ""
        code = f" {spaced(self._code) if self._of_code > _BY_CODE else self._code[: self._of_code]}"
        return f"{self._given} {family}{dot}".strip() + code.rstrip()

    @property
    def has_letters(self) -> bool:
        return not self._of_code and self._shown < len(self._letters)

    def lengthen(self) -> None:
        self._shown += 1

    def add_code(self) -> None:
        self._shown = min(1, len(self._letters))  # more letters did not help
        self._of_code = 2 * _BY_CODE if self._of_code else _BY_CODE


def _shared(writers: Collection[_Writer]) -> list[_Writer]:
    times = Counter(_key(writer.label) for writer in writers)
    return [writer for writer in writers if times[_key(writer.label)] > 1]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _letters(text: str) -> list[str]:
    """Letters with the marks that belong to them, and consonants that are joined to the one before."""
    found: list[str] = []
    joined = False
    for letter in text:
        mark = unicodedata.category(letter).startswith("M") or letter in "\u200c\u200d"
        if found and (mark or joined):
            found[-1] += letter
        else:
            found.append(letter)
        joined = unicodedata.combining(letter) == 9 or letter == "\u200d"  # 9: a virama
    return found


def _key(label: str) -> str:
    return unicodedata.normalize("NFC", label.casefold()).replace(".", "")
