"""A station in a process of its own on a shared database: goes on by itself while its line is cut.

Run by `storm`, which gives `PIPE`, `LOCATION`, `EVENT_ID`, `NAME`, `FOLDER`, its own place for files, and `NETWORK`, a
process in whose network it is (None: in that of us all). What comes in is (act, key, request), where `renew`, `hand
over` and `show` are acts too; what goes out is (request, what came of it). As in the window a thread listens to the
server, and knows when it does not answer.
"""

import os
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from threading import Event
from typing import Any

from mixer_app.domain.errors import ConnectionLostError, MixerError
from mixer_app.services.check_in import CheckInResult, CheckInStatus, check_in, undo_check_in
from mixer_app.services.people import list_attendees
from mixer_app.services.stand_in import StandIn, is_stand_in, open_database_or_copy, stand_in_of, take_back_kept
from tests.namespaces import enter


def _take_back(session: Any, *arguments: Any, **named: Any) -> CheckInResult:
    undo = take_back_kept if is_stand_in(session) else undo_check_in
    return undo(session, *arguments, **named)


ACTS = {"in": check_in, "undo": _take_back}
LONGEST_S = 20
"""Until a server that is there again is found, on a busy machine."""


def work(pipe: Connection, location: str, event_id: int, name: str, folder: str, network: int | None) -> None:
    """Work until the pipe is closed."""
    os.environ["XDG_DATA_HOME"] = folder
    if network is not None:
        enter(network)
    database, copy = open_database_or_copy(location, str(event_id), plain_allowed=True)
    copy = copy or stand_in_of(database, event_id)
    assert copy is not None
    database.keep_stand_in(copy.copy)
    answers = Event()

    def lose(sentence: str) -> None:
        answers.clear()
        database.go_away(sentence)

    database.listen(on_grown=lambda _newest: None, on_lost=lose, on_beat=answers.set)
    pipe.send("ready")
    while True:
        try:
            act, key, request = pipe.recv()
        except EOFError:
            return
        pipe.send((request, _do(database, copy, answers, act, key, request, name)))


def _do(database: Any, copy: StandIn, answers: Event, act: str, key: str, request: str, name: str) -> Any:
    now = datetime.now(UTC)
    try:
        if act == "renew":
            return "renewed" if copy.renew(now) else "kept"
        if act == "hand over":
            if not answers.wait(LONGEST_S):
                return "away"
            database.ask_again()
            told = copy.hand_over(lambda: datetime.now(UTC))
            database.come_back()
            return str(told)
        if act == "show":
            people = copy.copy.read(list_attendees, copy.event_id)
            return sorted((one.id, one.status.value, one.staff_note) for one in people)
        given = {"station": name, "now": now, "request_id": request}
        result = database.write_at_the_door(ACTS[act], copy.event_id, key, **given)
        changed = result.status is not CheckInStatus.UNDONE or result.at is not None
        return result.status.value if changed else "nothing"
    except ConnectionLostError as lost:
        database.go_away(str(lost))
        return "away"
    except MixerError:
        return "refused"


given: dict[str, Any] = globals()
if "PIPE" in given:
    work(given["PIPE"], given["LOCATION"], given["EVENT_ID"], given["NAME"], given["FOLDER"], given["NETWORK"])
