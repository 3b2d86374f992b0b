"""Employer names that mean the same employer."""

import re
from collections.abc import Sequence
from typing import Final

from mixer_app.matching.terms import folded

_LEGAL_FORMS: Final = frozenset(
    {"ab", "ag", "as", "asa", "bv", "co", "company", "corp", "corporation", "doo", "eg", "ev", "gmbh", "inc"}
    | {"incorporated", "kft", "kg", "limited", "llc", "llp", "lp", "ltd", "nv", "oy", "oyj", "plc", "pty", "pvt"}
    | {"sa", "sarl", "sas", "se", "spa", "srl", "zoo"}
)
_NO_EMPLOYER: Final = frozenset(
    {"none", "no", "na", "n a", "n.a", "nil", "not applicable", "unknown", "tbd", "other", "various", "private"}
    | {"self", "self employed", "selfemployed", "freelance", "freelancer", "independent", "retired", "student"}
    | {"unemployed", "not employed", "between jobs"}
)
_WORDS: Final = re.compile(r"[^\W_]+")


class EmployerNames:
    """Turns a name as it was typed into a key; equal keys are one employer, an empty key is none."""

    def __init__(self, aliases: Sequence[Sequence[str]] = ()) -> None:
        self._same = {key: _plain(group[0]) for group in aliases for name in group if (key := _plain(name))}

    def key(self, name: str) -> str:
        """The key of `name`; empty if it names no employer."""
        plain = _plain(name)
        return self._same.get(plain, plain)


def _plain(name: str) -> str:
    text = folded(name)
    if text in _NO_EMPLOYER:
        return ""
    words = _WORDS.findall(text.replace("&", " and ").replace(".", "").replace("'", "").replace("’", ""))
    if words[:1] == ["the"] and len(words) > 1:
        words = words[1:]
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words = words[:-1]
    return " ".join(words)
