"""A clock that goes on evenly when somebody sets the laptop's clock, or the laptop sleeps.

The evening is reckoned from stored moments, so a wall clock that is put right in the middle of a round
would lengthen or shorten it. Until an evening begins this clock is the wall clock. From then on it takes
the wall clock once and follows the machine's own count since it was switched on, which runs on through
sleep; stations that are opened later, and one that is opened anew after a crash, take up the same
reckoning from the database. Where the database is on a server, the wall clock is the server's, so that
laptops whose clocks differ show the same.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

from mixer_app.store import Session, live_acts, settings
from mixer_app.store.database import Database
from mixer_app.store.server import server_time

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
        self._ahead = timedelta(0)  # of the wall clock: the server's
        self._taken: tuple[datetime, float] | None = None  # a moment and the count at it; None: as the wall clock

    def now(self) -> datetime:
        """The moment, by the reckoning of the evening under way; before one, by the wall clock."""
        if self._taken is None:
            return self._wall() + self._ahead
        at, count = self._taken
        return at + timedelta(seconds=self._counter() - count)

    def shift(self) -> timedelta:
        """What to add to a moment so that it reads as on the wall clock now; near zero if nobody set it."""
        return self._wall() + self._ahead - self.now()

    def follow_server(self, session: Session) -> None:
        """Let the wall clock be the server's, if the database is on one."""
        before = self._wall()
        if (there := server_time(session)) is not None:
            self._ahead = there - before - (self._wall() - before) / 2

    def take_up(self, session: Session) -> bool:
        """Go on with the reckoning that is kept for this machine; False: there is none."""
        kept = settings.read_settings(session, None).get(self._key) if self._boot else None
        if kept is None:
            return False
        at, count = datetime.fromisoformat(kept["at"]), float(kept["count"])
        if not timedelta(0) <= timedelta(seconds=self._counter() - count) <= _LASTS:
            return False
        self._taken = at, count
        return True

    def set_down(self, session: Session) -> None:
        """Keep this reckoning for the other stations on this machine; it begins with the wall clock of now."""
        at, count = self._wall() + self._ahead, self._counter()
        self._taken = at, count
        if self._boot:
            values: dict[str, Any] = {self._key: {"at": at.isoformat(), "count": count}}
            old = {
                key: None
                for key, kept in settings.read_settings(session, None).items()
                if key.startswith(_KEY) and at - datetime.fromisoformat(kept["at"]) > _LASTS
            }
            settings.write_settings(session, None, old | values)

    def let_go(self) -> None:
        """Be the wall clock again."""
        self._taken = None

    def forget(self, session: Session) -> None:
        """Keep no reckoning of this machine any more."""
        settings.write_settings(session, None, {self._key: None})

    @property
    def steady(self) -> bool:
        """Whether an evening is under way, so that nobody can set this clock."""
        return self._taken is not None

    @property
    def _key(self) -> str:
        """Each machine counts for itself."""
        return f"{_KEY} {self._boot}"


def keep_time(database: Database, clock: SteadyClock) -> None:
    """Let `clock` go evenly while an evening of the database is under way, by the reckoning of this machine.

    To be called once a database is open, and whenever the journal has grown; quick while nothing begins or
    ends. An evening is under way from its first act until twelve hours after its last.
    """
    event_id, kept = database.read(_look, clock)
    if event_id is not None and not kept and not clock.steady:
        database.write(_begin, clock, event_id)
    elif event_id is None and kept:
        database.write(clock.forget)
    if event_id is None:
        clock.let_go()


def _look(session: Session, clock: SteadyClock) -> tuple[int | None, bool]:
    """The event that is under way, and whether this machine has a reckoning, which the clock takes up."""
    clock.follow_server(session)
    newest = live_acts.newest_act(session)
    kept = clock.take_up(session)
    under_way = newest is not None and abs(clock.now() - newest.at) <= _LASTS
    return newest.event_id if newest is not None and under_way else None, kept


def _begin(session: Session, clock: SteadyClock, event_id: int) -> None:
    if not clock.take_up(session):
        clock.set_down(session)


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
