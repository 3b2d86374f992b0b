"""Which part a person takes, told from what an answer or a ticket says."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from mixer_app.domain.roles import Role
from mixer_app.exchange.values import parse_yes_no
from mixer_app.exchange.vocabulary import Phrases, load_vocabulary
from mixer_app.exchange.words import contains_words, fold, is_unspaced

_LONGEST_ANSWER: Final = 120
_FRENCH_MENTEE: Final = re.compile(r"mentoré(?=s?\b)", re.IGNORECASE)
"""Without its accent it would be the Italian and the French word for a mentor."""


@lru_cache(maxsize=4096)
def parse_role(text: str) -> Role | None:
    """The role that `text` names in any of the languages, or None."""
    if not text or len(text) > _LONGEST_ANSWER:
        return None
    text = _FRENCH_MENTEE.sub("mentee", text)
    roles = load_vocabulary().roles
    if roles["both"].equal(text) or (roles["both"].found_in(text) and not _is_question(text)):
        return Role.BOTH
    found = _named(fold(text), {Role.MENTEE: roles["mentee"], Role.MENTOR: roles["mentor"]})
    return Role.BOTH if len(found) > 1 else next(iter(found), None)


def _is_question(text: str) -> bool:
    return text.rstrip().endswith(("?", "？", "؟"))


def _named(folded: str, roles: Mapping[Role, Phrases]) -> set[Role]:
    """The roles whose phrases stand in the text, the longest first: “find a mentor” is no mentor."""
    words = tuple(folded.split())
    found: set[Role] = set()
    spaced = [(phrase, role) for role, phrases in roles.items() for phrase in phrases.spaced]
    for phrase, role in sorted(spaced, key=lambda pair: -len(pair[0])):
        while contains_words(words, phrase):
            start = next(i for i in range(len(words)) if words[i : i + len(phrase)] == phrase)
            words = (*words[:start], "·", *words[start + len(phrase) :])
            found.add(role)
    rest = " ".join(words)
    if is_unspaced(rest):
        unspaced = [(phrase, role) for role, phrases in roles.items() for phrase in phrases.unspaced]
        for phrase, role in sorted(unspaced, key=lambda pair: -len(pair[0])):
            if phrase in rest:
                rest = rest.replace(phrase, "·")
                found.add(role)
    return found


@dataclass(frozen=True, slots=True)
class RoleEvidence:
    """What the answers of one column say of roles."""

    told: float  # share of the answers that name a role
    roles: frozenset[Role]
    yes_no: float  # share of the answers that are yes or no


def role_evidence(cells: Iterable[str]) -> RoleEvidence:
    """Look through the answers of a column."""
    counts: dict[str, int] = {}
    for cell in cells:
        if cell:
            counts[cell] = counts.get(cell, 0) + 1
    total = sum(counts.values())
    if not total or len(counts) > 200:
        return RoleEvidence(0.0, frozenset(), 0.0)
    told = {cell: parse_role(cell) for cell in counts}
    return RoleEvidence(
        sum(times for cell, times in counts.items() if told[cell] is not None) / total,
        frozenset(role for role in told.values() if role is not None),
        sum(times for cell, times in counts.items() if parse_yes_no(cell) is not None) / total,
    )
