"""Stations whose network is cut and whose processes are killed: what was acknowledged is there, and once."""

import os
import sys
import time
from collections.abc import Callable, Iterator
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
from mixer_app.store.rows import CheckInRow
from tests.namespaces import SERVER, a_network, through_socket
from tests.network import Line
from tests.postgres import a_server
from tests.processes.storm import Station, Storm, Wiring

pytestmark = pytest.mark.timeout(7200 if "MIXER_NETWORK_ACTS" in os.environ else 120)
NOW = datetime(2026, 3, 5, 17, 0, tzinfo=UTC)
ACTS = int(os.environ.get("MIXER_NETWORK_ACTS", "24"))
"""Acts of the storm over all stations; 10,000 before a release, then at eight stations."""
LONG = "MIXER_NETWORK_ACTS" in os.environ
STATIONS = 8 if LONG else 3
SAYS_SO_WITHIN_S = 3.0


@pytest.fixture(params=["proxy", "namespaces"])
def wiring(request: pytest.FixtureRequest) -> Iterator[Wiring]:
    """A server, and lines to it that can be cut: through a program of ours, or in a network of the kernel."""
    if request.param == "proxy":
        server = request.getfixturevalue("server_database")
        port = urlsplit(server).port
        yield Wiring(server, server, lambda: Line(port), ("cut",))  # one that hangs would keep what the station locked
        return
    troubles = ("cut", "hang", "hang", "lose_answers", "lose_questions", "change_address")
    with a_network() as network, a_server(SERVER, network.server_words) as (server, folder):
        yield Wiring(through_socket(server, folder), server, network.cable, troubles)


@pytest.fixture
def evening(wiring: Wiring, a_registration: Callable[..., Any]) -> Iterator[SimpleNamespace]:
    """An event at the server, and a connection to it that nobody cuts."""
    shared = open_database(wiring.shared)
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
    processes: BaseContext, tmp_path: Path, wiring: Wiring, evening: SimpleNamespace
) -> Iterator[Callable[[str], Station]]:
    """Switch a station on: `a_station("Desk 1")`."""
    opened: list[Station] = []

    def start(name: str) -> Station:
        folder = tmp_path / name
        folder.mkdir()
        opened.append(Station(processes, folder, wiring, evening.event.id, name))
        assert opened[-1].do("renew") == "renewed"
        return opened[-1]

    yield start
    for one in opened:
        one.end()


def _arrivals(session: Any) -> list[tuple[str, int, str]]:
    return [(row.request_id, row.attendee_id, row.station) for row in session.query(CheckInRow)]


@pytest.mark.parametrize("wiring", ["proxy"], indirect=True)
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
            one.ask("in", people[16].code, "one-16")
            one.die()  # and it opens again without the server
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
    a_station: Callable[[str], Station], evening: SimpleNamespace, wiring: Wiring
) -> None:
    stations = [a_station(f"Desk {number}") for number in range(1, STATIONS + 1)]
    storm = Storm(stations, evening, wiring.troubles)
    storm.rage(ACTS)
    storm.end()
    assert storm.happened["killed"]
    assert storm.happened["stood still"]
    assert any(storm.happened[trouble] for trouble in wiring.troubles)
    rows = evening.shared.read(_arrivals)
    kept = {request: (who, where) for request, who, where in rows}
    assert len(kept) == len(rows)
    assert {request: kept.get(request) for request in storm.acknowledged} == storm.acknowledged
    assert evening.shared.read(check_integrity) == []
    people = evening.shared.read(list_attendees, evening.event.id)
    assert {one.id: one.staff_note for one in people if one.id in storm.notes} == storm.notes
    shown = [(one.id, one.status.value, one.staff_note) for one in people]
    for station in stations:
        assert station.do("renew") == "renewed"
        assert station.do("show") == sorted(shown)
    told = ", ".join(f"{what} {times:,}" for what, times in storm.happened.items())
    sys.stdout.write(f"{told}; {len(rows):,} kept; the slowest answer took {storm.slowest_s:.2f} s\n")


@pytest.mark.speed
@pytest.mark.parametrize("wiring", ["namespaces"], indirect=True)
@pytest.mark.parametrize("trouble", ["cut", "hang", "lose_answers", "lose_questions", "change_address"])
def test_a_station_goes_on_without_the_server_and_others_with_it_within_three_seconds(
    trouble: str, a_station: Callable[[str], Station], evening: SimpleNamespace
) -> None:
    one, two = a_station("Desk 1"), a_station("Desk 2")
    people = evening.people
    for number in range(10):
        one.ask("in", f"#{people[number].id}", f"one-{number}")
        if number == 5:
            getattr(one.line, trouble)()
        began = time.monotonic()
        assert two.do("in", f"#{people[-1 - number].id}", f"two-{number}") == "checked-in"
        assert time.monotonic() - began < SAYS_SO_WITHIN_S
        assert one.answer() == "checked-in"
        assert time.monotonic() - began < SAYS_SO_WITHIN_S
