"""The control station in a process of its own: does to the evening what it is told, and says what came of it.

Run as `station.py` is. What comes in is (act, minutes since the start, argument); to "half a reseating" it
answers from the middle of the transaction, and then stands still until it is killed.
"""

import time
from datetime import UTC, datetime, timedelta
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from mixer_app.domain.evening import ActKind
from mixer_app.services.check_in import mark_left
from mixer_app.services.database import Database, Session, open_database
from mixer_app.services.evening import act_on_evening, catch_up, evening_now
from mixer_app.services.planning import plan_event
from mixer_app.services.reseat import apply_reseat, propose_reseat

BEGAN = datetime(2026, 3, 5, 18, 0, tzinfo=UTC)


def do(pipe: Connection, database: Database, event_id: int, name: str, act: str, minutes: float, argument: Any) -> Any:
    """One act; what it answers."""
    now = BEGAN + timedelta(minutes=minutes)
    said: dict[str, Any] = {"station": name, "now": now}
    if act == "plan":
        return plan_event(database, event_id, station=name, clock=lambda: now).version
    if act == "left":
        return database.write(mark_left, event_id, argument, **said).code
    if act == "look":
        evening = database.write(catch_up, event_id, **said)
        return evening.phase.value, evening.round, evening.remaining.total_seconds()
    if act in ("reseat", "half a reseating"):
        proposal = propose_reseat(database, event_id, from_round=argument, station=name, clock=lambda: now)
        if act == "reseat":
            done = database.write(apply_reseat, proposal, **said)
            return done.plan.version, len(proposal.moves)
        return database.write(partial(_stand_still, pipe, proposal), **said)
    number = database.read(evening_now, event_id, now=now).round
    database.write(act_on_evening, event_id, ActKind(act), round_number=number, seconds=argument or 0, **said)
    return act


def _stand_still(pipe: Connection, proposal: Any, session: Session, **said: Any) -> None:
    apply_reseat(session, proposal, **said)
    session.flush()
    pipe.send("half done")
    time.sleep(600)


def work(pipe: Connection, location: str, event_id: int, name: str) -> None:
    """Work until the pipe is closed."""
    database = open_database(location)
    pipe.send("ready")
    while True:
        try:
            act, minutes, argument = pipe.recv()
        except EOFError:
            return
        pipe.send(do(pipe, database, event_id, name, act, minutes, argument))


given: dict[str, Any] = globals()
if "PIPE" in given:
    work(given["PIPE"], given["LOCATION"], given["EVENT_ID"], given["NAME"])
