"""A clock that goes on evenly when somebody sets the laptop's clock, or the laptop sleeps.

The evening is reckoned from stored moments, so a wall clock that is put right in the middle of a round
would lengthen or shorten it. This clock takes the wall clock once and then follows the machine's own
count since it was switched on, which runs on through sleep. While an evening is under way, stations that
are opened later, and one that is opened anew after a crash, take up the same reckoning from the database.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

from mixer_app.store import Session, settings

_KEY: Final = "clock"
_LASTS: Final = timedelta(hours=12)
"""A reckoning older than an evening is forgotten: the wall clock has been put right long since."""

_BOOT_ID: Final = Path("/proc/sys/kernel/random/boot_id")


class SteadyClock:
    """`now()` in UTC; `shift` tells how far the wall clock is from it by now.

    `wall` gives the wall clock in UTC, `counter` the seconds since some moment at which the machine was
    switched on, `boot` names that moment (empty: it cannot be told from others).
    """

    def __init__(
        self,
        wall: Callable[[], datetime] = lambda: datetime.now(UTC),
        counter: Callable[[], float] | None = None,
        boot: str | None = None,
    ) -> None:
        self._wall = wall
        self._counter = counter or seconds_since_boot
        self._boot = this_boot() if boot is None else boot
        self._take(wall(), self._counter())

    def now(self) -> datetime:
        """The moment, by the reckoning."""
        return self._at + timedelta(seconds=self._counter() - self._count)

    def shift(self) -> timedelta:
        """What to add to a moment so that it reads as on the wall clock now; near zero if nobody set it."""
        return self._wall() - self.now()

    def take_up(self, session: Session, event_id: int) -> None:
        """Go on with the reckoning of the evening that is under way on this machine, if there is one."""
        kept = settings.read_settings(session, event_id).get(_KEY)
        if self._boot and kept is not None and kept["boot"] == self._boot:
            at, count = datetime.fromisoformat(kept["at"]), float(kept["count"])
            if timedelta(0) <= timedelta(seconds=self._counter() - count) <= _LASTS:
                self._take(at, count)

    def set_down(self, session: Session, event_id: int) -> None:
        """Keep this reckoning for the other stations on this machine; it begins with the wall clock of now."""
        self._take(self._wall(), self._counter())
        value: dict[str, Any] = {"boot": self._boot, "at": self._at.isoformat(), "count": self._count}
        settings.write_settings(session, event_id, {_KEY: value if self._boot else None})

    def _take(self, at: datetime, count: float) -> None:
        self._at, self._count = at, count


def seconds_since_boot() -> float:
    """The machine's own count, which nobody can set; with the time it slept where the system tells it."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


@cache
def this_boot() -> str:
    """A name for the time since the machine was switched on; empty where the system has none."""
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return ""
