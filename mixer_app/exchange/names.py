"""Names: whole or in parts, in the case and order they came in."""

import re
from typing import Final

from mixer_app.domain.imports import Field
from mixer_app.domain.people import PersonName
from mixer_app.exchange.values import is_no_name
from mixer_app.exchange.vocabulary import load_vocabulary
from mixer_app.exchange.words import tokens

_CREDENTIAL: Final = re.compile(
    r"(?:M\.?D|D\.?O|Ph\.? ?D|Dr|R\.?N|B\.?S\.?N|M\.?S\.?N|N\.?P|P\.?A(?:-C)?|M\.?B\.?A|M\.?P\.?H|M\.?H\.?A"
    r"|M\.?Sc?|B\.?Sc?|B\.?A|M\.?A|Ed\.?D|M\.?Ed|J\.?D|LL\.?M|D\.?D\.?S|D\.?M\.?D|Pharm\.?D|DNP|DPT|MBBS|MBBCh|MBChB|FRCP|FRCS|FACP|FACS|FACEP|FAAP"
    r"|FAAFP|FCCP|FHM|SFHM|FACHE|FACOG|CPE|CPA|CFA|PMP|P\.?E|R\.?D|LCSW|PsyD|DVM|MPA|MPP|MRes|MPhil|D\.?Phil|CRNA|CNM|Jr|Sr|II|III|IV|Esq)\.?"
)
_CAPITALS: Final = re.compile(r"[A-Z]{2,6}(?:-[A-Z]{1,3})?")
_KNOWN_WITHOUT_COMMA: Final = re.compile(
    r"(?:MD|M\.D\.|DO|D\.O\.|PhD|Ph\.D\.|RN|MBA|MPH|MBBS|DDS|PharmD|DNP|FACP|FACS|FAAP)"
)
_EAST_ASIAN: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")


def make_name(
    full: str = "", given: str = "", family: str = "", native: str = "", *, family_first: bool = False
) -> PersonName | None:
    """The name that the cells give, or None where they give none.

    `family_first` says that the title of `full` asks for that order. The order typed is believed only
    where capitals show it (`DUPONT Pierre`): many write their name as always, whatever the title asks.
    """
    full, given, family = (" ".join(part.split()) for part in (full, given, family))
    full, given, family = ("" if is_no_name(part) else part for part in (full, given, family))
    family, credentials = _without_credentials(family)
    if not full and not given and not family:
        return None
    if full and family_first and not (given or family):
        given, family = _after_capitals(full)
    if full and not (given and family):
        return _from_full(full, given, family, native)
    whole = full or _in_order(given, family)
    if not full and credentials:
        whole = f"{whole}, {credentials}"
    if full and "," in full:
        swapped = _from_full(full, "", "", native)
        whole = swapped.full
    return PersonName(full=whole, given=given, family=family, native=native)


def asks_family_first(title: str) -> bool:
    """Whether a title such as “NOM Prénom” wants the family name before the given name."""
    words = tokens(title)
    columns = load_vocabulary().columns
    family, given = (
        min((_place(words, phrase) for phrase in columns[field].spaced), default=len(words))
        for field in (Field.FAMILY_NAME, Field.GIVEN_NAME)
    )
    return family < given < len(words)


def _place(words: tuple[str, ...], phrase: tuple[str, ...]) -> int:
    starts = (start for start in range(len(words)) if words[start : start + len(phrase)] == phrase)
    return next(starts, len(words))


def _after_capitals(full: str) -> tuple[str, str]:
    """Given and family name of `LE ROY Marie`; blank where capitals do not tell them apart."""
    words = full.split()
    capitals = next((index for index, word in enumerate(words) if not word.isupper()), len(words))
    if not 0 < capitals < len(words) or any(word.isupper() and len(word) > 2 for word in words[capitals:]):
        return "", ""
    return " ".join(words[capitals:]), " ".join(words[:capitals])


def _from_full(full: str, given: str, family: str, native: str) -> PersonName:
    parts = [part.strip() for part in full.split(",") if part.strip()]
    if not parts:
        return PersonName(full=full, given=given, family=family, native=native)
    # “Jane Smith, CRNA”: after a whole name, capitals that nobody has heard of are letters after it too.
    whole_name = len(parts[0].split()) > 1 and not parts[0].isupper()
    credentials = [part for part in parts[1:] if _are_credentials(part) or (whole_name and _CAPITALS.fullmatch(part))]
    names = [parts[0], *(part for part in parts[1:] if part not in credentials)]
    if len(names) == 2 and len(names[1].split()) <= 4 and len(names[0].split()) <= 4:
        family, given = names
        shown = _in_order(given, family)
        return PersonName(full=", ".join([shown, *credentials]), given=given, family=family, native=native)
    return PersonName(full=full, given=given, family=family, native=native)


def _without_credentials(family: str) -> tuple[str, str]:
    """`Smith, MD` gives `Smith` and `MD`; so does `Smith MD`."""
    name, comma, rest = family.partition(",")
    if comma and name.strip() and all(_are_credentials(part.strip()) for part in rest.split(",") if part.strip()):
        return name.strip(), ", ".join(part.strip() for part in rest.split(",") if part.strip())
    words = family.split()
    if len(words) > 1 and _KNOWN_WITHOUT_COMMA.fullmatch(words[-1]):
        return " ".join(words[:-1]), words[-1]
    return family, ""


def _are_credentials(text: str) -> bool:
    return all(_CREDENTIAL.fullmatch(word) for word in re.split(r"[\s/]+", text) if word)


def _in_order(given: str, family: str) -> str:
    if given and family and _EAST_ASIAN.fullmatch(given) and _EAST_ASIAN.fullmatch(family):
        return f"{family}{given}" if len(family) + len(given) <= 3 else f"{family} {given}"
    return f"{given} {family}".strip()
