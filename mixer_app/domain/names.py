"""A name that someone typed in one piece, taken apart where that is plain."""

import unicodedata
from collections.abc import Iterator
from typing import Final

from mixer_app.domain.people import PersonName

PARTICLES: Final = frozenset(
    (
        *("af", "al", "ap", "ben", "bin", "da", "dal", "das", "de", "de'", "del", "della", "der", "des", "di", "do"),
        *("dos", "du", "el", "ibn", "la", "las", "le", "los", "ní", "ó", "o'", "st", "te", "ten", "ter", "van"),
        *("vander", "vom", "von", "zu", "zum", "zur"),
    )
)
"""Small words that belong to the family name after them."""

TITLES: Final = frozenset(
    ("dr", "dr.", "prof", "prof.", "professor", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "mx", "mx.")
)


def name_from_text(text: str) -> PersonName:
    """The parts of a name typed as `Given Family` or `Family, Given`.

    A single word, and a name in a script without blanks between its parts, stays whole: the
    application does not guess where a family name ends.
    """
    typed = " ".join(text.split())
    before, comma, after = (part.strip() for part in typed.partition(","))
    if comma and before and after:
        return PersonName(full=f"{after} {before}", given=after, family=before)
    words = typed.split()
    plain = words[1:] if words and words[0].casefold() in TITLES else words
    if len(plain) < 2:
        return PersonName(full=typed)
    start = len(plain) - 1
    while start > 1 and plain[start - 1].casefold() in PARTICLES:
        start -= 1
    return PersonName(full=typed, given=" ".join(plain[:start]), family=" ".join(plain[start:]))


def shorter_forms(name: PersonName) -> Iterator[str]:
    """`Ana Sá-Lima`, `Ana Sá-L.`, `Ana S.`: Latin forms for a narrow place, the longest first.

    Nothing where it is not known which part is the given name.
    """
    given = name.given
    family = name.family or (name.full[len(given) :].strip() if given and name.full.startswith(f"{given} ") else "")
    words = family.split()
    if not given or not words:
        return
    first, _, second = words[-1].partition("-")
    forms = [f"{given} {words[-1]}"]
    if first and second:
        forms.append(f"{given} {first}-{_initial(second)}.")
    forms.append(f"{given} {_initial(words[-1])}.")
    yield from (form for form in forms if len(form) < len(name.full))


def _initial(word: str) -> str:
    """The first letter with the marks that belong to it."""
    end = 1
    while end < len(word) and unicodedata.category(word[end]).startswith("M"):
        end += 1
    return word[:end]
