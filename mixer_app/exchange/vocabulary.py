"""The words of `resources/vocabulary/`, one file for each language, folded and joined."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from mixer_app.domain.imports import Field
from mixer_app.exchange.words import contains_words, fold, fold_title, is_unspaced, tokens
from mixer_app.paths import resource


@dataclass(frozen=True, slots=True)
class Phrases:
    """A set of phrases in all languages that mean the same."""

    whole: frozenset[str]
    spaced: tuple[tuple[str, ...], ...]  # longest first
    unspaced: tuple[str, ...]  # longest first

    def equal(self, text: str) -> bool:
        """Whether `text` is one of the phrases."""
        return fold(text) in self.whole

    def found_in(self, text: str) -> bool:
        """Whether one of the phrases stands in `text` as whole words."""
        folded = fold(text)
        words = tuple(folded.split())
        if any(contains_words(words, phrase) for phrase in self.spaced):
            return True
        return is_unspaced(folded) and any(phrase in folded for phrase in self.unspaced)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the files say: titles of columns, words of roles, of yes and no, of the status, and of no meaning."""

    columns: dict[Field, Phrases]
    roles: dict[str, Phrases]
    answers: dict[str, Phrases]
    status: dict[str, Phrases]
    words: dict[str, Phrases]


@cache
def load_vocabulary() -> Vocabulary:
    """Read the files once; the words do not change while the program runs."""
    gathered: dict[str, dict[str, list[str]]] = {}
    for path in sorted(resource("vocabulary").glob("*.toml")):
        for section, lists in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for key, phrases in lists.items():
                gathered.setdefault(section, {}).setdefault(key, []).extend(phrases)
    sections = {
        section: {key: _phrases(phrases) for key, phrases in lists.items()} for section, lists in gathered.items()
    }
    return Vocabulary(
        columns={Field(key): _phrases(phrases, titles=True) for key, phrases in gathered["columns"].items()},
        roles=sections["roles"],
        answers=sections["answers"],
        status=sections["status"],
        words=sections["words"],
    )


def _phrases(phrases: Iterable[str], *, titles: bool = False) -> Phrases:
    # Short marks such as “✓” and “-” fold to nothing; those are compared as they are.
    folded = {(fold_title(phrase) if titles else fold(phrase)) for phrase in phrases} - {""}
    unspaced = sorted((phrase for phrase in folded if is_unspaced(phrase)), key=len, reverse=True)
    spaced = sorted((tokens(phrase) for phrase in folded if not is_unspaced(phrase)), key=len, reverse=True)
    return Phrases(whole=frozenset(folded), spaced=tuple(spaced), unspaced=tuple(unspaced))
