"""Between UTC, in which moments are stored, and the venue's wall clock, by which people live.

The application runs at the venue, so the machine's own time zone is the venue's.
"""

from datetime import UTC, datetime


def venue_time(moment: datetime) -> datetime:
    """The wall clock of the venue, naive, at `moment` (aware)."""
    return moment.astimezone().replace(tzinfo=None)


def told_moment(moment: datetime, now: datetime) -> str:
    """When something was, by the venue's clock: the time alone if that was today."""
    then, today = venue_time(moment), venue_time(now)
    return f"{then:%H:%M}" if then.date() == today.date() else f"{then.day} {then:%B} {then:%H:%M}"


def moment_of(wall_clock: datetime) -> datetime:
    """The moment (aware, UTC) at which the venue's clock shows `wall_clock`."""
    return wall_clock.astimezone(UTC)
