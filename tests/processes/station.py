"""One station in a process of its own: does at the door what it is told, and says what came of it.

Run by `conftest.StationProcess`, which gives `PIPE`, `LOCATION`, `EVENT_ID` and `NAME`. What comes in is
(act, key, request), what goes out (request, status, whether something was changed, where).
"""

from datetime import UTC, datetime
from multiprocessing.connection import Connection
from typing import Any

from mixer_app.services.check_in import CheckInStatus, check_in, undo_check_in
from mixer_app.services.database import open_database

ACTS = {"in": check_in, "undo": undo_check_in}


def work(pipe: Connection, location: str, event_id: int, name: str) -> None:
    """Work until the pipe is closed."""
    database = open_database(location)
    pipe.send("ready")
    while True:
        try:
            act, key, request = pipe.recv()
        except EOFError:
            return
        now = datetime.now(UTC)
        result = database.write(ACTS[act], event_id, key, station=name, now=now, request_id=request)
        came = result.status is CheckInStatus.CHECKED_IN
        went = result.status is CheckInStatus.UNDONE and result.at is not None
        pipe.send((request, result.status.value, came or went, result.where))


given: dict[str, Any] = globals()
if "PIPE" in given:
    work(given["PIPE"], given["LOCATION"], given["EVENT_ID"], given["NAME"])
