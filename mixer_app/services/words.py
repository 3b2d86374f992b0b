"""Dates, spans and lists in the words that screens and prints use."""

import math
from collections.abc import Sequence
from datetime import date, timedelta


def day_in_words(day: date) -> str:
    """`Thursday 14 May`."""
    return f"{day:%A} {day.day} {day:%B}"


def minutes_in_words(span: timedelta) -> str:
    """`18 min`, from two hours on `2 h 5 min`; begun minutes count."""
    minutes = math.ceil(span.total_seconds() / 60)
    if minutes < 120:
        return f"{minutes} min"
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def listed(parts: Sequence[str]) -> str:
    """`Margaret`, `Margaret and Haruka`, `Margaret, Haruka and Lerato`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def counted(number: int, one: str, many: str) -> str:
    """`1 mentor`, `2 mentors`."""
    return f"{number} {one if number == 1 else many}"


def mid_sentence(name: str) -> str:
    """A need or topic as it stands inside a sentence: `relocation`, but `AI` and `DDaT` as they are."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
