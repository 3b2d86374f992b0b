"""Find oneself at a kiosk without ever browsing others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import OSA

from mixer_app.domain.badge_code import parse_badge_code
from mixer_app.domain.folding import email_key, words_of
from mixer_app.domain.people import Attendee
from mixer_app.services.kiosk_mask import Pieces, mask, mask_text, shown_letters
from mixer_app.services.search import PeopleIndex
from mixer_app.services.search_scripts import syllables
from mixer_app.services.search_words import OTHER_SCRIPT, findable_words, loose, other_forms, typed_words

MOST_HITS: Final = 5
FEWEST_LETTERS: Final = 3
FEWEST_EAST_ASIAN: Final = 2

_LOOKED_AT: Final = 100  # hits on names rank before hits on employers
_EAST_ASIAN_FROM: Final = "\u3040"
_FORGIVING_FROM: Final = 5  # letters; from here on one of them may be wrong, from eight on two


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskedHit:
    """One of at most five people who may be meant, told in no more letters than were typed."""

    attendee_id: int
    name_mask: Pieces  # True: typed, to be bold
    employer_mask: str
    spoken: str  # for a screen reader: the letters without dots


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskHits:
    """The answer to what was typed."""

    hits: tuple[MaskedHit, ...] = ()
    many: bool = False  # more than five match: none is shown
    too_short: bool = False  # nothing is looked for before three letters
    whole: bool = False  # somebody's whole name was typed: more letters of it tell nobody apart


class KioskIndex:
    """An index over the attendees of an event; it never changes.

    At least three letters of one word of the name (two in East Asian scripts), or a whole name that is
    shorter. Every word typed must begin a word of the name; further words may be of the employer. A whole
    e-mail address or badge code finds its owner. Typos count only where nothing else is found.
    """

    def __init__(self, attendees: Sequence[Attendee], index: PeopleIndex | None = None) -> None:
        self._index = index or PeopleIndex(attendees)
        self._short: dict[tuple[str, ...], list[Attendee]] = {}
        for attendee in attendees:
            written = [words_of(name) for name in (attendee.name.full, attendee.name.native)]
            apart = [tuple(one for word in words for one in syllables(word)) for words in written]
            for words in {tuple(sorted(words)) for words in (*written, *apart)}:
                if words and not _is_enough(words):
                    self._short.setdefault(words, []).append(attendee)

    def find(self, text: str) -> KioskHits:
        """Who may be meant by what was typed so far; quick enough for every keystroke."""
        words = typed_words(text)
        if not words or "@" in text:
            return self._owner(text)
        code = parse_badge_code(text)
        if code is None and not _is_enough(words):
            found = self._short.get(tuple(sorted(words)), [])
            return _hits(found, words) if found else KioskHits(too_short=True)
        near = self._index.search(text, limit=_LOOKED_AT)
        if code is not None and (wearers := [one for one in near if code in (one.code, *one.also_codes)]):
            return _hits(wearers, ())
        exact = [one for one in near if _matches(one, words, typos=False)]
        return _hits(exact or [one for one in near if _matches(one, words, typos=True)], words)

    def _owner(self, text: str) -> KioskHits:
        """Whose address this is; before it is whole, nobody is looked for."""
        local, _, domain = text.strip().rpartition("@")
        if not local or "." not in domain.strip("."):
            return KioskHits(too_short=True)
        near = self._index.search(text, limit=_LOOKED_AT)
        return _hits([one for one in near if email_key(text) in map(email_key, one.emails)], ())


def _hits(found: Sequence[Attendee], words: Sequence[str]) -> KioskHits:
    whole = any(_is_whole_name(one, words) for one in found)
    if len(found) > MOST_HITS:
        return KioskHits(many=True, whole=whole)
    return KioskHits(hits=tuple(_masked(one, words) for one in found), whole=whole)


def _is_whole_name(attendee: Attendee, words: Sequence[str]) -> bool:
    """Whether these words leave nothing of the name to type, in any of the forms in which it is known."""
    name, typed = attendee.name, {loose(word) for word in words}
    for written in (name.full, name.native, f"{name.given} {name.family}"):
        in_script = words_of(written)
        apart = [one for word in in_script for one in syllables(word)]
        if any(form and {loose(word) for word in form} <= typed for form in (in_script, apart)):
            return True
    return False


def _masked(attendee: Attendee, words: Sequence[str]) -> MaskedHit:
    name = mask(attendee.name.shown, words)
    employer = mask(attendee.employer)
    spoken = ", ".join(filter(None, (shown_letters(name), shown_letters(employer))))
    return MaskedHit(attendee_id=attendee.id, name_mask=name, employer_mask=mask_text(attendee.employer), spoken=spoken)


def _is_enough(words: Iterable[str]) -> bool:
    """Whether one of these folded words has enough letters to look for it."""
    return any(_is_long(word) for word in words)


def _is_long(word: str) -> bool:
    east_asian = any(letter >= _EAST_ASIAN_FROM for letter in word)
    return len(word) >= (FEWEST_EAST_ASIAN if east_asian else FEWEST_LETTERS)  # vowel signs are typed, too


def _matches(attendee: Attendee, words: Sequence[str], *, typos: bool) -> bool:
    """Whether every word is one of the name, or all but some that are of the employer."""
    own = {word for word, weight in findable_words(attendee) if weight >= OTHER_SCRIPT}
    of_name = [word for word in words if _begins(word, own, typos=typos)]
    others = [word for word in words if word not in of_name]
    employer = set(words_of(attendee.employer))
    return _is_enough(of_name) and all(_is_long(word) and _begins(word, employer, typos=False) for word in others)


def _begins(typed: str, words: Iterable[str], *, typos: bool) -> bool:
    forms = {typed, *other_forms(typed)}
    if any(word.startswith(form) for word in words for form in forms):
        return True
    allowed = 0 if not typos or len(typed) < _FORGIVING_FROM else 1 if len(typed) < 8 else 2
    return allowed > 0 and any(_nearly_begins(typed, word, allowed) for word in words)


def _nearly_begins(typed: str, word: str, allowed: int) -> bool:
    return any(
        OSA.distance(typed, word[:length], score_cutoff=allowed) <= allowed
        for length in range(len(typed) - allowed, len(typed) + allowed + 1)
    )
