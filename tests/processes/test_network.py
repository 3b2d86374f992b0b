"""Stations whose network is cut and whose processes are killed: what was acknowledged is there, and once."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from multiprocessing.context import BaseContext
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import pytest

from mixer_app.domain.desk_calls import DeskReason
from mixer_app.domain.events import EventPlanning
from mixer_app.services.database import check_integrity, open_database
from mixer_app.services.desk_calls import open_desk_calls
from mixer_app.services.events import create_event
from mixer_app.services.people import add_attendee, list_attendees
from mixer_app.services.staff_notes import write_note
from mixer_app.store.rows import CheckInRow
from tests.network import Line
from tests.processes.conftest import StationProcess

pytestmark = pytest.mark.timeout(3600 if "MIXER_NETWORK_ACTS" in os.environ else 120)
NOW = datetime(2026, 3, 5, 17, 0, tzinfo=UTC)
ACTS = int(os.environ.get("MIXER_NETWORK_ACTS", "60"))
"""Acts of the storm over all stations; 10,000 before a release, then at eight stations."""
STATIONS = 8 if "MIXER_NETWORK_ACTS" in os.environ else 3


class Station:
    """A laptop: a folder of its own, a line of its own, and a process that may die and be started again."""

    def __init__(self, context: BaseContext, folder: Path, server: str, event_id: int, name: str) -> None:
        port = urlsplit(server).port
        assert port is not None
        self.name, self.line = name, Line(port)
        self._context, self._folder, self._event_id = context, folder, event_id
        self._address = self.line.address(server)
        self._process: StationProcess | None = None
        self.start()

    def start(self) -> None:
        """Switch it on (again)."""
        given = self._address, self._event_id, self.name
        self._process = StationProcess(self._context, "station_alone.py", *given, FOLDER=str(self._folder))
        assert self._process.answer() == "ready"

    def do(self, act: str, key: str = "", request: str = "") -> Any:
        """What the station says came of it; None: it died before it had said so."""
        assert self._process is not None
        with suppress(OSError):
            self._process.ask(act, key, request)
            answer = self._process.answer()
            return answer[1] if answer is not None else None
        return None

    def ask_and_die(self, act: str, key: str, request: str) -> None:
        """Tell it to do something, and pull the plug."""
        assert self._process is not None
        self._process.ask(act, key, request)
        self._process.close()
        self.start()

    def end(self) -> None:
        """Switch it off."""
        if self._process is not None:
            self._process.close()
        self.line.end()


@pytest.fixture
def evening(server_database: str, a_registration: Callable[..., Any]) -> Iterator[SimpleNamespace]:
    """An event at the server, and a connection to it that nobody cuts."""
    shared = open_database(server_database)
    planning = EventPlanning(name="Shared", starts_at=datetime(2026, 3, 5, 18, 30))
    event = shared.write(create_event, planning, station="Control", now=NOW)
    people = [
        shared.write(
            add_attendee, event.id, a_registration(f"Guest Number{number}"), station="Control", now=NOW,
            dice=Random(number),
        )
        for number in range(60)
    ]  # fmt: skip
    yield SimpleNamespace(shared=shared, event=event, people=people)
    shared.close()


@pytest.fixture
def a_station(
    processes: BaseContext, tmp_path: Path, server_database: str, evening: SimpleNamespace
) -> Iterator[Callable[[str], Station]]:
    """Switch a station on: `a_station("Desk 1")`."""
    opened: list[Station] = []

    def start(name: str) -> Station:
        folder = tmp_path / name
        folder.mkdir()
        opened.append(Station(processes, folder, server_database, evening.event.id, name))
        assert opened[-1].do("renew") == "renewed"
        return opened[-1]

    yield start
    for one in opened:
        one.end()


def _arrivals(session: Any) -> list[tuple[str, int, str]]:
    return [(row.request_id, row.attendee_id, row.station) for row in session.query(CheckInRow)]


def test_fifty_check_ins_at_two_desks_without_the_server_are_all_there_once_and_the_doubles_are_shown(
    a_station: Callable[[str], Station], evening: SimpleNamespace
) -> None:
    one, two = a_station("Desk 1"), a_station("Desk 2")
    people = evening.people
    for station in (one, two):
        station.line.cut()
    for number, person in enumerate(people[:30]):
        assert one.do("in", person.code, f"one-{number}") == "checked-in"
        if number == 15:
            one.ask_and_die("in", people[16].code, "one-16")  # and it opens again without the server
    for number, person in enumerate(people[20:50]):
        assert two.do("in", person.code, f"two-{number}") == "checked-in"
    assert two.do("undo", f"#{people[49].id}", "two-undo") == "undone"
    assert not [one for one in evening.shared.read(list_attendees, evening.event.id) if one.here]
    for station in (one, two):
        station.line.mend()
        assert station.do("hand over") is not None
    here = {one.id: one for one in evening.shared.read(list_attendees, evening.event.id) if one.here}
    assert set(here) == {person.id for person in people[:49]}
    assert all(here[person.id].checked_in_where == "Desk 1" for person in people[20:30])
    calls = evening.shared.read(open_desk_calls, evening.event.id)
    assert {(call.reason, call.attendee_id) for call in calls} == {
        (DeskReason.TWICE, person.id) for person in people[20:30]
    }
    requests = [request for request, _, _ in evening.shared.read(_arrivals)]
    assert len(requests) == len(set(requests))
    assert evening.shared.read(check_integrity) == []


def test_nothing_acknowledged_is_lost_or_doubled_however_the_network_is_cut_and_stations_die(
    a_station: Callable[[str], Station], evening: SimpleNamespace
) -> None:
    dice = Random(8)
    stations = [a_station(f"Desk {number}") for number in range(1, STATIONS + 1)]
    acknowledged: dict[str, tuple[int, str]] = {}
    for number in range(ACTS):
        station, person = dice.choice(stations), dice.choice(evening.people)
        request, act, chance = f"act-{number}", dice.choice(("in", "in", "undo")), dice.random()
        if chance < 0.06:
            station.line.cut()
        elif chance < 0.16:
            station.line.mend()
            station.do("hand over")
            station.do("renew")
        elif chance < 0.19:
            station.ask_and_die(act, f"#{person.id}", request)
            continue
        elif chance < 0.25:
            note = f"Note {number}"
            evening.shared.write(write_note, person.id, note, station="Control", now=datetime.now(UTC))
        if station.do(act, f"#{person.id}", request) in ("checked-in", "undone"):
            acknowledged[request] = person.id, station.name
    for station in stations:
        station.line.mend()
        assert station.do("hand over") not in (None, "away")
    rows = evening.shared.read(_arrivals)
    kept = {request: (who, where) for request, who, where in rows}
    assert len(kept) == len(rows)
    assert {request: kept.get(request) for request in acknowledged} == acknowledged
    assert evening.shared.read(check_integrity) == []
    shown = [
        (one.id, one.status.value, one.staff_note) for one in evening.shared.read(list_attendees, evening.event.id)
    ]
    for station in stations:
        assert station.do("renew") == "renewed"
        assert station.do("show") == sorted(shown)
