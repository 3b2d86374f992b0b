"""How much time is left, as every clock of the evening shows it."""

import math
from datetime import timedelta


def clock_face(left: timedelta) -> str:
    """`07:48`: a second that has begun counts, so that 00:00 is the end itself; never less than nothing."""
    minutes, seconds = divmod(max(math.ceil(left.total_seconds()), 0), 60)
    return f"{minutes:02d}:{seconds:02d}"
