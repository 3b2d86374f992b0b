"""Find people while a name is being typed, ranked as a person would."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from mixer_app.domain.badge_code import parse_badge_code
from mixer_app.domain.folding import words_of
from mixer_app.domain.people import Attendee
from mixer_app.services.search_table import Scores, WordTable
from mixer_app.services.search_words import (
    EMPLOYER,
    LOOSE,
    as_typed,
    on_other_keyboard,
    other_forms,
    same_words,
    typed_words,
    without_titles,
)

_WHOLE_NAME: Final = 0.5
_IN_ORDER: Final = 0.04
_AS_SPELLED: Final = 0.02
_WITH_ACCENTS: Final = 0.16  # more than the length of a name makes: who types Ø means it
_WITHOUT_TITLE: Final = 0.95  # Dr Smith typed for Ann Smith
_NEARLY: Final = 0.25  # less than makes up for a typo: a longer name without one comes first
_BEGINS_NEARLY: Final = 0.12
_LETTERS_A_SLIP: Final = 5
_MOST_SLIPS: Final = 2
_FEW: Final = 5  # with fewer people of such a name than this, typos are forgiven too
_BEST: Final = 200  # so many are compared with the whole of what was typed
_KEPT: Final = 16  # words whose hits are remembered while more is being typed
_MOST_ADDED: Final = 256  # with more people than this read anew, the whole index is made again


class Forgiven(IntEnum):
    """How far a typed word may be from what is written."""

    NOTHING = 0
    TYPOS = 1
    SOUNDS = 2  # typos, too


class _Name(NamedTuple):
    """A name in the forms in which it is compared with what was typed."""

    words: str
    sorted_words: str
    run_together: str
    native_words: str
    shown: str


class PeopleIndex:
    """An index over a loaded list of attendees; ties keep the order of that list.

    Every typed word must be found, but for a title such as Dr: in the name (any order, accents or
    none, `oe` for `ö`, Latin for Cyrillic and Greek), the employer, the e-mail address or the badge
    code. A whole word counts more than its beginning, a name more than an employer; words with a
    typo come last, and after them those that sound alike.
    An index never changes: `updated` gives another one, which shares what has not changed.
    """

    def __init__(self, attendees: Sequence[Attendee]) -> None:
        self._listed = list(attendees)
        self._people = self._listed  # by position; in an updated index some are of the past
        self._ranks: NDArray[np.int64] | None = None  # (people,) place in the list, -1 for the past; None: in order
        self._names = [_name(attendee) for attendee in self._people]
        self._positions = {attendee.id: position for position, attendee in enumerate(self._people)}
        self._codes = {attendee.code: attendee.id for attendee in self._people}
        self._tables = (WordTable(enumerate(self._people)),)
        self._first_added = len(self._people)
        self._remembered: dict[tuple[str, Forgiven], Scores] = {}

    def updated(self, attendees: Sequence[Attendee]) -> "PeopleIndex":
        """The index over this list; whoever is in it as the same object, or with the same words, is not read anew."""
        new = object.__new__(PeopleIndex)
        new._listed, new._people, new._names = list(attendees), list(self._people), list(self._names)
        new._positions, new._codes = dict(self._positions), dict(self._codes)
        new._first_added, new._remembered = self._first_added, {}
        places = np.fromiter(map(new._placed, new._listed), np.int64, len(new._listed))  # (listed,)
        new._ranks = np.full(len(new._people), -1, np.int64)
        new._ranks[places] = np.arange(len(places))
        for position in np.flatnonzero(new._ranks < 0).tolist():
            gone = new._people[position]
            if new._positions.get(gone.id) == position:
                del new._positions[gone.id]
        if len(new._people) - len(new._listed) > _MOST_ADDED or len(new._people) - new._first_added > _MOST_ADDED:
            return PeopleIndex(attendees)
        added = range(new._first_added, len(new._people))
        new._tables = (self._tables[0], WordTable((at, new._people[at]) for at in added if new._ranks[at] >= 0))
        return new

    def _placed(self, attendee: Attendee) -> int:
        """The position of `attendee`, who is put in where they are new or are found by other words now."""
        position = self._positions.get(attendee.id, -1)
        known = self._people[position] if position >= 0 else None
        if known is attendee:
            return position
        if known is not None and same_words(known, attendee):
            self._people[position] = attendee
            return position
        self._people.append(attendee)
        self._names.append(_name(attendee))
        self._positions[attendee.id] = len(self._people) - 1
        self._codes[attendee.code] = attendee.id
        return len(self._people) - 1

    def search(self, text: str, limit: int | None = None) -> list[Attendee]:
        """Who is meant by `text`, best first; nothing typed is everybody."""
        return [self._listed[place] for place in self.places(text)[:limit]]

    def at(self, place: int) -> Attendee:
        """Who stands at a place of the list."""
        return self._listed[place]

    def places(self, text: str) -> Sequence[int]:
        """Where in the list those stand whom `text` means, best first; quicker than the people, if they are many."""
        position = self._positions.get(self._codes.get(parse_badge_code(text) or "", -1))
        if position is not None:
            return [position if self._ranks is None else int(self._ranks[position])]
        words = typed_words(text)
        if not words:
            return [] if text.strip() else range(len(self._listed))
        scores = self._score(words)
        if (plain := without_titles(words)) != words:
            scores = np.maximum(scores, self._score(plain) * _WITHOUT_TITLE)
            words = plain
        few = "@" not in text and self._count_named(words) < _FEW
        if few:
            scores = self._widened(text, words, scores)
        order = self._best_first(scores)
        self._reward_likeness(scores, order[:_BEST], text, words)
        if few and len(words) > 1:
            self._reward_nearness(scores, order[:_BEST], words)
        order = self._best_first(scores)
        return (order if self._ranks is None else self._ranks[order]).tolist()

    def _best_first(self, scores: Scores) -> NDArray[np.int64]:
        """Positions of those with a score, best first, ties as they are listed."""
        found = np.flatnonzero(scores)
        if self._ranks is not None:
            found = found[np.argsort(self._ranks[found], kind="stable")]
        return found[np.argsort(-scores[found], kind="stable")]

    def _widened(self, text: str, words: tuple[str, ...], scores: Scores) -> Scores:
        """More hits where there are few: words run together, typos, the wrong keyboard."""
        if len(words) > 1:
            scores = np.maximum(scores, self._score(("".join(words),)))
        scores = np.maximum(scores, self._score(words, Forgiven.SOUNDS))
        for second in range(1, 0 if scores.any() else len(words)):
            together = (*words[: second - 1], words[second - 1] + words[second], *words[second + 1 :])
            scores = np.maximum(scores, self._score(together, Forgiven.TYPOS))
        if not scores.any() and not text.isascii():
            other = typed_words(on_other_keyboard(text))
            scores = self._score(other) if other else scores
        return scores

    def _score(self, words: tuple[str, ...], forgiven: Forgiven = Forgiven.NOTHING) -> Scores:
        """Mean score of each person over the typed words; 0 where a word is missing; shape (people,)."""
        total = np.zeros(len(self._people), np.float32)
        found = np.ones(len(self._people), np.bool_) if self._ranks is None else self._ranks >= 0
        for word in words:
            hits = self._hits(word, forgiven)
            found &= hits > 0
            total += hits
        return np.where(found, total / len(words), 0).astype(np.float32)

    def _count_named(self, words: tuple[str, ...]) -> int:
        """How many have all `words` in what is theirs alone: the name, the address, the code."""
        named = np.ones(len(self._people), np.bool_) if self._ranks is None else self._ranks >= 0  # (people,)
        for word in words:
            named &= self._hits(word) > EMPLOYER
        return int(np.count_nonzero(named))

    def _hits(self, word: str, forgiven: Forgiven = Forgiven.NOTHING) -> Scores:
        hits = self._remembered.get((word, forgiven))
        if hits is None:  # a window and a worker may look at once: each finds its own
            hits = self._read_hits(word, forgiven)
            for oldest in list(self._remembered)[: -(_KEPT - 1)]:
                self._remembered.pop(oldest, None)
            self._remembered[word, forgiven] = hits
        return hits

    def _read_hits(self, word: str, forgiven: Forgiven) -> Scores:
        scores = self._hits(word).copy() if forgiven else np.zeros(len(self._people), np.float32)
        for table in self._tables:
            if forgiven:
                table.add_typos(word, scores)
                if forgiven is Forgiven.SOUNDS:
                    table.add_sounding_like(word, scores)
                continue
            table.add_beginning_with(word, 1.0, scores)
            for other in other_forms(word):
                table.add_beginning_with(other, LOOSE, scores)
        return scores

    def _reward_likeness(self, scores: Scores, best: NDArray[np.int64], text: str, words: tuple[str, ...]) -> None:
        """Among the best, put the whole name, the order and the accents as typed first."""
        spelled, joined, any_order = as_typed(text), " ".join(words), " ".join(sorted(words))
        as_spelled = _AS_SPELLED if spelled.isascii() else _WITH_ACCENTS
        for position in best.tolist():
            name = self._names[position]
            if any_order == name.sorted_words or (joined == name.native_words):
                scores[position] += _WHOLE_NAME
            if name.words.startswith(joined):
                scores[position] += _IN_ORDER
            if spelled in name.shown:
                scores[position] += as_spelled

    def _reward_nearness(self, scores: Scores, best: NDArray[np.int64], words: tuple[str, ...]) -> None:
        """Among the best, put first whose name, either part first, is what was typed but for a slip of the hand."""
        turned = [words, (*words[1:], words[0]), (words[-1], *words[:-1])]
        typed = ["".join(order) for order in dict.fromkeys(turned)]
        length = len(typed[0])
        slips = min(_MOST_SLIPS, length // _LETTERS_A_SLIP)
        names = [self._names[position].run_together for position in best.tolist()]
        whole = _are_near(typed, names, slips)  # (best,)
        begun = _are_near(typed, [name[:length] for name in names], slips)
        scores[best] += np.where(whole, _NEARLY, np.where(begun, _BEGINS_NEARLY, 0)).astype(np.float32)


def _name(attendee: Attendee) -> _Name:
    name = attendee.name
    own = without_titles(words_of(name.full))
    native = " ".join(words_of(name.native))
    return _Name(" ".join(own), " ".join(sorted(own)), "".join(own), native, as_typed(name.shown))


def _are_near(typed: list[str], names: list[str], slips: int) -> NDArray[np.bool_]:
    """Which of `names` is one of `typed` but for so many slips; shape (names,)."""
    distances = cdist(typed, names, scorer=OSA.distance, score_cutoff=slips, dtype=np.uint8)  # (typed, names)
    return distances.min(axis=0, initial=slips + 1) <= slips
