"""Single answers: addresses, yes and no, years, times, the status of a registration."""

import re
from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from typing import Final, Literal

from mixer_app.domain.events import EmployerRule
from mixer_app.exchange.vocabulary import load_vocabulary
from mixer_app.exchange.words import fold

_EMAIL: Final = re.compile(r"[^@\s,;<>()\[\]\"]+@[^@\s,;<>()\[\]\".]+(\.[^@\s,;<>()\[\]\".]+)+")
_EMAIL_INSIDE: Final = re.compile(r"<([^<>@\s]+@[^<>@\s]+)>")
_NUMBER: Final = re.compile(r"(?<![\w.,])(\d{1,3}(?:[.,]\d+)?)(?![\d])")
_RANGE: Final = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(?:-|–|—|~|〜|～|to|bis|a|à|al|or|oder|ou|o|إلى|से|至|到)\s*(\d+(?:[.,]\d+)?)", re.IGNORECASE
)
_CLOCK: Final = re.compile(r"(?<!\d)(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?\s*([ap])?\.?(?:m\b)?", re.IGNORECASE)
_SCIENTIFIC: Final = re.compile(r"\d+(?:[.,]\d+)?[eE]\+?\d+")
_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩०१२३४५६७८९０１２３４５６７８９", "012345678901234567890123456789")


@dataclass(frozen=True, slots=True)
class YearRange:
    """An answer such as `10-15 years`."""

    low: float
    high: float


def is_email(text: str) -> bool:
    """Whether `text` has the shape of an e-mail address."""
    return _EMAIL.fullmatch(text) is not None


def parse_email(text: str) -> str:
    """The address in `text`, also from `Ann <ann@x.org>` and `mailto:`."""
    text = text.strip().removeprefix("mailto:").strip()
    if inside := _EMAIL_INSIDE.search(text):
        text = inside[1]
    return text.strip(".,;<> ")


@lru_cache(maxsize=65536)
def is_placeholder(text: str) -> bool:
    """Whether `text` only says that there is no answer: blank, `N/A`, `anonymous`."""
    folded = fold(text)
    return not folded or folded in load_vocabulary().words["placeholder"].whole


def is_no_name(text: str) -> bool:
    """As `is_placeholder`, for names: some people are called Na or Nil."""
    return is_placeholder(text) and fold(text) not in {"na", "nil", "guest"}


@lru_cache(maxsize=4096)
def parse_yes_no(text: str) -> bool | None:
    """What a yes-or-no answer says; None where it says neither."""
    answers = load_vocabulary().answers
    if answers["yes"].equal(text):
        return True
    if answers["no"].equal(text):
        return False
    first, *rest = fold(text).split() or [""]
    if not rest or len(rest) > 14:
        return None
    if first in {"yes", "si", "oui", "ja", "sim", "sì", "kylla", "نعم", "हाँ"}:
        return True
    return False if first in {"no", "non", "nein", "nao", "ei", "لا", "नहीं"} else None


def parse_remote(text: str) -> bool | None:
    """Whether someone is fine with meeting from afar."""
    said = parse_yes_no(text)
    if said is not None:
        return said
    answers = load_vocabulary().answers
    if answers["remote_yes"].found_in(text):
        return True
    return False if answers["remote_no"].found_in(text) else None


def parse_colleagues(text: str) -> bool | None:
    """Whether someone is fine with meeting colleagues; who only prefers others is."""
    return {EmployerRule.PREFER_OUTSIDE.value: True, EmployerRule.NEVER.value: False}.get(
        fold(text), parse_yes_no(text)
    )


def parse_years(text: str) -> float | YearRange | None:
    """Years of experience: `12`, `12 years`, `5+`; a range as a `YearRange`; None where it says no number."""
    plain = re.sub(r"\([^)]*\)", " ", text.translate(_DIGITS)).strip() or text
    if found := _RANGE.search(plain):
        low, high = _number(found[1]), _number(found[2])
        return YearRange(low, high) if low < high <= 80 else None
    if re.match(r"\s*(<|less than|under|weniger als|moins de|menos de|meno di)", plain, re.IGNORECASE):
        found = _NUMBER.search(plain)
        return YearRange(0.0, _number(found[1])) if found and _number(found[1]) > 1 else 0.0 if found else None
    numbers = _NUMBER.findall(plain)
    if len(numbers) == 2 and re.search(r"mo(nths?|s)?\b", plain, re.IGNORECASE) and _number(numbers[1]) < 12:
        return round(_number(numbers[0]) + _number(numbers[1]) / 12, 2)
    if len(numbers) != 1:
        return None
    years = _number(numbers[0])
    if re.fullmatch(r"\D*\d+\s*months?\b\W*", plain, re.IGNORECASE):
        return round(years / 12, 2)
    return years if years <= 80 else None


def parse_limit(text: str) -> int | None:
    """How many people at most: a number, or the higher one of a range; None means no limit."""
    plain = text.translate(_DIGITS)
    if load_vocabulary().answers["unlimited"].equal(plain):
        return None
    numbers = [int(found) for found in re.findall(r"(?<![\d.,])(\d{1,3})(?:[.,]0+)?(?![\d])", plain)]
    return max(numbers) if numbers and max(numbers) <= 500 else None


def parse_clock(text: str) -> time | None:
    """A time of day: `18:30`, `6.30 pm`, `7 pm`, `18h30`, a spreadsheet's fraction of a day or its date and time."""
    plain = text.translate(_DIGITS).strip()
    if re.fullmatch(r"\d*[.,]\d{3,}|0[.,]\d+", plain):
        minutes = round(float(plain.replace(",", ".")) % 1 * 1440)
        return time(minutes // 60 % 24, minutes % 60)
    if re.match(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}", plain):
        plain = re.sub(r"^\S+[ T]?", "", plain)
    found = _CLOCK.search(plain)
    if found is None or (found[2] is None and found[3] is None and not re.fullmatch(r"\d{1,2}( ?(Uhr|h))?", plain)):
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


@lru_cache(maxsize=4096)
def parse_status(text: str) -> Literal["cancelled", "declined", "pending", "fine"] | None:
    """What a status says of a registration; None where it says nothing known."""
    status = load_vocabulary().status
    for kind in ("cancelled", "declined", "pending", "fine"):
        if status[kind].equal(text):
            return kind
    for kind in ("cancelled", "declined", "pending"):
        if len(text) < 60 and status[kind].found_in(text):
            return kind
    return None


def is_scientific(text: str) -> bool:
    """Whether a spreadsheet has shortened a long number: `1.84416E+10`."""
    return _SCIENTIFIC.fullmatch(text) is not None


def _number(text: str) -> float:
    return float(text.replace(",", "."))
