"""Backups: what is known of one, and which may go when there are many."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

REGULAR: Final = "regular"
"""Why a backup was made: because its time had come."""

BY_HAND: Final = "by-hand"
BEFORE_RESTORE: Final = "before-restore"
BEFORE_REPLACING: Final = "before-replacing"
"""Why a backup was made: another copy of an event took the place of the one in it."""

AFTER_FORGETTING: Final = "after-forgetting"

_ALL_FOR: Final = timedelta(hours=3)
_HOURLY_FOR: Final = timedelta(hours=24)
_DAILY_FOR: Final = timedelta(days=30)
_OTHERS_KEPT: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy of the whole database in a file of its own."""

    path: Path
    made_at: datetime  # UTC, aware
    why: str  # `REGULAR`, `BY_HAND`, `BEFORE_RESTORE`, or the version of the schema that it was made before leaving
    size: int  # bytes


def worn_out(backups: Iterable[Backup], now: datetime) -> list[Backup]:
    """Which backups need not be kept at `now`; the newest of all is never among them.

    Of the regular ones stay all of the last three hours, the last of each hour of a day and the last
    of each day of a month; of those that were made for another reason the newest five of each.
    """
    ordered = sorted(backups, key=lambda one: (one.made_at, one.path.name), reverse=True)
    kept = {ordered[0].path} if ordered else set()
    kept |= _kept_regular([one for one in ordered if one.why == REGULAR], now)
    for why in {one.why for one in ordered} - {REGULAR}:
        kept |= {one.path for one in [other for other in ordered if other.why == why][:_OTHERS_KEPT]}
    return [one for one in ordered if one.path not in kept]


def _kept_regular(newest_first: Sequence[Backup], now: datetime) -> set[Path]:
    kept: dict[object, Path] = {}
    for one in newest_first:
        age = now - one.made_at
        if age < _ALL_FOR:
            kept.setdefault(one.path, one.path)
        elif age < _HOURLY_FOR:
            kept.setdefault((one.made_at.date(), one.made_at.hour), one.path)
        elif age < _DAILY_FOR:
            kept.setdefault(one.made_at.date(), one.path)
    return set(kept.values())
