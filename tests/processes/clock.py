"""The clock of one station in a process of its own, which tells what it shows of the evening.

Run by `conftest.StationProcess`. What comes in is ("set", seconds, …): somebody sets this station's wall
clock; or ("look", …). What goes out is (the machine's own count, what is left in seconds, the round).
"""

from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from typing import Any

from mixer_app.services.database import open_database
from mixer_app.services.projector import projector_facts
from mixer_app.services.steady_clock import SteadyClock, keep_time, seconds_since_boot


def work(pipe: Connection, location: str, event_id: int, name: str) -> None:
    """Work until the pipe is closed; the name of the station ends with how wrong its wall clock is."""
    wrong = [timedelta(seconds=float(name.split()[-1]))]
    database = open_database(location)
    clock = SteadyClock(lambda: datetime.now(UTC) + wrong[0])
    keep_time(database, clock)
    pipe.send("ready")
    while True:
        try:
            act, key, _ = pipe.recv()
        except EOFError:
            return
        if act == "set":
            wrong[0] = timedelta(seconds=float(key))
        keep_time(database, clock)
        facts = database.read(projector_facts, event_id)
        count, evening = seconds_since_boot(), facts.evening(clock.now())
        pipe.send((count, evening.remaining.total_seconds(), evening.round))


given: dict[str, Any] = globals()
if "PIPE" in given:
    work(given["PIPE"], given["LOCATION"], given["EVENT_ID"], given["NAME"])
