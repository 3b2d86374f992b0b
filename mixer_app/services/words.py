"""Dates, spans and lists in the words that screens and prints use."""

import math
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MOMENT_S: Final = 60  # for so long it is said how long ago


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


def number_in_words(number: int) -> str:
    """`four`; in figures from eleven on."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def mid_sentence(name: str) -> str:
    """A need or topic as it stands inside a sentence: `relocation`, but `AI` and `DDaT` as they are."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def seconds_ago(at: datetime, now: datetime) -> int | None:
    """Seconds since `at`, at least one, while that was a moment ago; None from a minute on.

    The clocks of two stations may differ a little: a moment in the future was a second ago.
    """
    seconds = (now - at).total_seconds()
    return max(round(seconds), 1) if -_MOMENT_S < seconds < _MOMENT_S else None


def when_words(at: datetime, now: datetime) -> str:
    """`2 s ago`, `today at 18:42`, `on 5 March at 18:42`, by the wall clock of the venue."""
    seconds = seconds_ago(at, now)
    if seconds is not None:
        return f"{seconds} s ago"
    then, today = at.astimezone(), now.astimezone().date()
    return f"today at {then:%H:%M}" if then.date() == today else f"on {then.day} {then:%B} at {then:%H:%M}"


def already_in(at: datetime | None, where: str, *, now: datetime) -> str:
    """`already in, 2 s ago, at Kiosk 2`: how desk, kiosk and command line tell of a second check-in."""
    parts = ["already in", when_words(at, now) if at else "", f"at {where}" if where else ""]
    return ", ".join(part for part in parts if part)
