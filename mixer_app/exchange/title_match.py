"""How well the title of a column names each field."""

from functools import cache
from typing import Final

from mixer_app.domain.imports import Field
from mixer_app.exchange.vocabulary import Phrases, load_vocabulary
from mixer_app.exchange.words import contains_words, fold_title, is_unspaced

STRICT: Final = frozenset(
    {
        Field.FULL_NAME,
        Field.GIVEN_NAME,
        Field.FAMILY_NAME,
        Field.NATIVE_NAME,
        Field.CODE,
        Field.EXTERNAL_ID,
        Field.QUANTITY,
        Field.STATUS,
        Field.STAFF_NOTE,
        Field.RESTS,
        Field.QUESTION,
    }
)
"""Fields that only a title meaning just that names; a longer question with the word in it does not."""

_OF_THE_PERSON: Final = frozenset(
    {
        Field.FULL_NAME,
        Field.GIVEN_NAME,
        Field.FAMILY_NAME,
        Field.NATIVE_NAME,
        Field.EMAIL,
        Field.PHONE,
        Field.EMPLOYER,
        Field.TITLE,
        Field.REGION,
        Field.FIELD,
    }
)
_ONE_WORD_IS_ENOUGH: Final = frozenset(
    {
        Field.EMAIL,
        Field.PHONE,
        Field.EMPLOYER,
        Field.FIELD,
        Field.REGION,
        Field.LANGUAGES,
        Field.EXPERIENCE_YEARS,
        Field.EXPERIENCE_GRADE,
        Field.NEEDS,
        Field.TOPICS,
        Field.GOAL,
    }
)
_TOLD_BY_THE_FIRST_WORD: Final = frozenset(
    {Field.NEEDS, Field.TOPICS, Field.LANGUAGES, Field.EXPERIENCE_YEARS, Field.GOAL}
)


@cache
def match_title(title: str) -> dict[Field, float]:
    """Each field that `title` may name, and how surely, in [0, 1]."""
    words = load_vocabulary().words
    raw = fold_title(title)
    reduced = _without_harmless(raw)
    part = _part_of_title(title)
    bonus = 0.05 if words["attendee"].found_in(raw) else 0.0
    others = words["other_party"].found_in(raw)
    scores: dict[Field, float] = {}
    for field, phrases in load_vocabulary().columns.items():
        score = max(_score(raw, reduced, field, phrases), 0.95 * _score(part, part, field, phrases) if part else 0.0)
        if others and field in _OF_THE_PERSON and raw not in phrases.whole:
            score = 0.0
        if score:
            scores[field] = score + bonus
    if any(raw in phrases.whole for phrases in load_vocabulary().columns.values()):
        # “Ticket Name” is the name of a ticket; what is left of it without “ticket” is nobody's.
        return {field: score if score >= 1.0 else 0.5 * score for field, score in scores.items()}
    return scores


def _part_of_title(title: str) -> str:
    """The second line of a title, or what stands in brackets after a mere “Name”."""
    if " – " in title:
        return fold_title(title.rpartition(" – ")[2])
    head, bracket, rest = title.strip().rpartition("(")
    names = load_vocabulary().columns[Field.FULL_NAME].whole
    if bracket and rest.endswith(")") and fold_title(head) in names:
        return fold_title(rest.removesuffix(")"))
    return ""


def names_other_party(title: str) -> bool:
    """Whether a column is about whoever bought or ordered, not about who comes."""
    return load_vocabulary().words["other_party"].found_in(fold_title(title))


def _score(raw: str, reduced: str, field: Field, phrases: Phrases) -> float:
    if raw in phrases.whole:
        return 1.0
    if reduced and reduced in _reduced_phrases(field):
        return 0.9
    if field in STRICT:
        return 0.0
    return _contained(raw, reduced, field, phrases)


def _contained(raw: str, reduced: str, field: Field, phrases: Phrases) -> float:
    words = tuple(raw.split())
    left = max(len(reduced.split()), 1)
    detailed = load_vocabulary().words["detail"].found_in(raw)
    for phrase in phrases.spaced:
        if len(phrase) == 1 and (field not in _ONE_WORD_IS_ENOUGH or detailed):
            break
        if contains_words(words, phrase):
            coverage = min(len(phrase) / left, 1.0)
            if len(phrase) > 1:
                return min(0.5 + 0.07 * len(phrase) + 0.1 * coverage, 0.88)
            leads = words[:1] == phrase and field in _TOLD_BY_THE_FIRST_WORD
            return 0.35 + 0.3 * coverage + 0.15 * leads
    if is_unspaced(raw):
        for phrase in phrases.unspaced:
            if len(phrase) > 1 and phrase in raw:
                return min(0.45 + 0.4 * len(phrase) / max(len(reduced), 1), 0.88)
    return 0.0


@cache
def _reduced_phrases(field: Field) -> frozenset[str]:
    """The phrases without the words that say nothing; one that shrinks to a word must mean the field by itself."""
    whole = load_vocabulary().columns[field].whole
    reduced = {_without_harmless(phrase) for phrase in whole} - {""}
    return frozenset(phrase for phrase in reduced if " " in phrase or is_unspaced(phrase) or phrase in whole)


@cache
def _without_harmless(folded: str) -> str:
    harmless = load_vocabulary().words["harmless"]
    words = [word for word in folded.split() if word not in harmless.whole]
    text = " ".join(words)
    if is_unspaced(text):
        for phrase in harmless.unspaced:
            text = text.replace(phrase, "") or text
    return text.strip()
